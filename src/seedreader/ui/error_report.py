"""What is left of an error that stopped the program: one sentence, and the details in a file."""

from __future__ import annotations

from tempfile import NamedTemporaryFile
from traceback import format_exception

from seedreader.text.sanitize import printable


def error_report(error: Exception) -> str:
    """Write the details to a file for whoever mends it; the sentence that names it."""
    with NamedTemporaryFile("w", prefix="seedreader-", suffix=".log", delete=False) as file:
        file.writelines(format_exception(error))
    reason = f"{type(error).__name__}: {error}".splitlines()[0]
    return (
        f"seedreader: stopped by an error of its own ({printable(reason)}). "
        f"What was saved is safe; please report it with {file.name}."
    )
