"""What the pictures are called and show: known to the command line before any is drawn."""

from __future__ import annotations

NAMES = {
    "matrix": "sources × facts: who says what, and who contradicts it",
    "timeline": "sources × days: who dates what on which day",
}
