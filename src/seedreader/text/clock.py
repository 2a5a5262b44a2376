"""The time now and the next moment, as they are stored."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def utc_now() -> str:
    """Now in UTC, in ISO 8601 with microseconds: later times sort behind earlier ones."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def just_after(stamp: str) -> str:
    """The moment after a stored time. Raises ValueError for what is no time."""
    return (datetime.fromisoformat(stamp) + timedelta(microseconds=1)).isoformat(timespec="microseconds")
