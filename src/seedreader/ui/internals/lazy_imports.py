"""What the screen runs on, imported without the parts that nothing here uses: a tenth of the start.

Both parts stay importable for whoever needs them.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

TYPES = "textual.types"


def load() -> None:
    """Import asyncio without TLS, and Textual without the widgets whose types `textual.types` names."""
    _import_asyncio()
    if TYPES not in sys.modules:
        sys.modules[TYPES] = _Types(TYPES)
    import_module("textual.app")


def _import_asyncio() -> None:
    if "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        import_module("asyncio")
    finally:
        del sys.modules["ssl"]


class _Types(ModuleType):
    """Stands for the module until it is asked for more than the types without a widget."""

    def __getattr__(self, name: str) -> object:
        light = vars(import_module("textual._types"))
        if name in light:
            return light[name]
        if name == "__path__":
            raise AttributeError(name)
        if sys.modules.get(TYPES) is self:
            del sys.modules[TYPES]
        return getattr(import_module(TYPES), name)
