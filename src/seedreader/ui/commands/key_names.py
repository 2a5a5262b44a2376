"""Keys as people write them, and as Textual names them. Plain data, importing nothing of Textual."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 100
"""Characters that the name of a key may have."""
_SHOWN = {
    "space": "Space", "enter": "Enter", "backspace": "Backspace", "escape": "Esc", "tab": "Tab",
    "up": "↑", "down": "↓", "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp",
    "home": "Home", "end": "End", "delete": "Del", "insert": "Ins",
}  # fmt: skip
_MODIFIERS = {"ctrl": "Ctrl", "shift": "Shift", "alt": "Alt"}
_SHORT = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
    "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip
"""Textual's own short names in place of Unicode's."""

_OTHER_NAMES = {
    "esc": "escape", "return": "enter", "ret": "enter", "cr": "enter", "bs": "backspace", "del": "delete",
    "ins": "insert", "pgdn": "pagedown", "pgdown": "pagedown", "pgup": "pageup", "spacebar": "space",
    "spc": "space", "↑": "up", "↓": "down", "←": "left", "→": "right", "backtab": "shift+tab",
}  # fmt: skip
_MOVING = frozenset({"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"})
_NAMED = _MOVING | {"backspace", "enter", "escape", "tab", "space", *(f"f{n}" for n in range(1, 13))}
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+left_square_bracket": "escape"}
"""Keys that a terminal sends as others."""
_CONTROL = frozenset({"backslash", "right_square_bracket", "circumflex_accent", "underscore"})
"""Besides the letters, what Ctrl goes with."""
_TAKEN = {
    **dict.fromkeys(("ctrl+a",), "screen"),
    **dict.fromkeys(("ctrl+b",), "tmux"),
    **dict.fromkeys(("ctrl+n", "ctrl+t", "ctrl+w", "f5", "f11"), "a browser's terminal"),
    **dict.fromkeys(("ctrl+s", "ctrl+q"), "the flow control of a terminal"),
}
_FULL = {"c": "ctrl", "control": "ctrl", "m": "alt", "meta": "alt", "s": "shift"}
_WRITTEN = r"(?i)(?:\^|((?:(?:ctrl|control|c|alt|meta|m|shift|s)[+-])+))(.+)"


def key_name(key: str) -> str:
    """A key as people write it: "question_mark" → "?", "ctrl+p" → "Ctrl-P"."""
    *modifiers, last = key.split("+")
    shown = _SHOWN.get(last) or _character(last) or last.capitalize()
    shown = shown.upper() if "ctrl" in modifiers and len(shown) == 1 else shown
    return "-".join([*(_MODIFIERS.get(m, m) for m in modifiers), shown])


def parse_key(written: str) -> str:
    """Textual's name of a key as people write it ("N", "{", "PgDn", "Ctrl-P", "question_mark").

    Raises ValueError, saying what is wrong, for what no terminal sends.
    """
    if len(written) > LONGEST:
        raise ValueError("no key has so long a name")
    if len(written) == 1:
        return _OTHER_NAMES.get(written) or _of_character(written)
    found = re.fullmatch(_WRITTEN, written.strip(), re.DOTALL)
    if found is None:
        return _named(written)
    given = re.split("[+-]", (found[1] or "ctrl+").lower())[:-1]
    return _modified({_FULL.get(modifier, modifier) for modifier in given}, found[2], written)


def taken_by(key: str) -> str | None:
    """What takes a key before the program gets it, for some readers."""
    return _TAKEN.get(key)


def writes(key: str) -> bool:
    """Whether a key writes a character in a field."""
    return key == "space" or _character(key) is not None


def _modified(modifiers: set[str], base: str, written: str) -> str:
    last = parse_key(base) if "+" not in base[1:] else ""
    plain = base.lower() if len(base) == 1 and base.isalpha() else last
    if modifiers == {"shift"}:
        if len(base) == 1 and base.isalpha():
            return base.upper()
        if last in _MOVING or last == "tab":
            return f"shift+{last}"
    elif modifiers == {"ctrl"}:
        key = f"ctrl+{plain}"
        if key in _SAME:
            raise ValueError(f"a terminal sends {written} as {key_name(_SAME[key])}; write that")
        if len(plain) == 1 and plain.isascii() and plain.isalpha():
            return key
        if last in _CONTROL:
            return key
        if last in _MOVING:
            return key
    elif modifiers == {"alt"} and len(base) == 1 and base.isascii() and base.isalnum():
        return f"alt+{base}"
    elif modifiers == {"ctrl", "shift"} and last in _MOVING - {"insert", "delete"}:
        return f"ctrl+shift+{last}"
    raise ValueError(f"no terminal tells “{written}” from other keys")


def _named(written: str) -> str:
    name = re.sub(r"[\s_-]+", "", written.casefold())
    name = _OTHER_NAMES.get(name, name)
    if name in _NAMED or name == "shift+tab":
        return name
    unicode_name = re.sub(r"[\s-]+", "_", written.strip().lower())
    character = _character(unicode_name) if len(unicode_name) > 1 else None
    if character is None:
        raise ValueError(f"there is no key “{written}”")
    return _of_character(character)


def _of_character(character: str) -> str:
    if character == " ":
        return "space"
    if not character.isprintable():
        raise ValueError("a key is written as its character or its name")
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return _SHORT.get(name, name)


_PUNCTUATION = {_of_character(c): c for c in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}


def _character(key: str) -> str | None:
    """The character that a key of this name writes."""
    if len(key) == 1:
        return key
    if key in _PUNCTUATION:
        return _PUNCTUATION[key]
    try:
        found = unicodedata.lookup(key.replace("_", " "))
    except KeyError:
        return None
    return found if found.isprintable() else None
