"""The marks of quotations, by language."""

from __future__ import annotations

_MARKS = {
    "de": "„“‚‘", "cs": "„“‚‘", "sk": "„“‚‘", "sl": "„“‚‘", "lt": "„“‚‘", "bg": "„“‚‘", "is": "„“‚‘",
    "da": "»«›‹",
    "pl": "„”«»", "ro": "„”«»", "hu": "„”»«", "hr": "„”‚’", "nl": "“”‘’", "fr": "«»‹›", "es": "«»“”",
    "it": "«»“”",
    "pt": "«»“”", "ru": "«»„“", "uk": "«»„“", "el": "«»“”", "no": "«»‘’", "nb": "«»‘’", "nn": "«»‘’",
    "sv": "””’’",
    "fi": "””’’", "ja": "「」『』", "zh": "“”‘’",
}  # fmt: skip
"""The marks that `<q>` shows, outside and inside another one."""


def of_language(code: str) -> str:
    """The marks that ``<q>`` shows in a language: those outside, and those inside another one."""
    return _MARKS.get(code, "“”‘’")
