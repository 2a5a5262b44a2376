"""What the filters of lists of the story ask for alike: stretches of time, and sources."""

from __future__ import annotations

from seedreader.session.source_filter import stretch

__all__ = ["is_source", "stretch"]


def is_source(value: str, number: int, name: str) -> bool:
    """Whether a source, ``number`` from 1, is meant by its number or a part of its folded name."""
    return value == str(number) if value.isdecimal() else value in name
