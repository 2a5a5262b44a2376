"""The time now, as it is stored."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> str:
    """Now in UTC, in ISO 8601 with microseconds: later times sort behind earlier ones."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
