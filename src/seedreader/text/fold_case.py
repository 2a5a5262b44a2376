"""Text as it is compared in a search: without case and accents."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """``text`` without case and accents, for finding words however they are written."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()
