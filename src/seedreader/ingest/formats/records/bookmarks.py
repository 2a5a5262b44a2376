"""Bookmarks of browsers as JSON: folders inside folders."""

from __future__ import annotations

from typing import Any

_PLACES = ("text/x-moz-place", "text/x-moz-place-container")


def links(values: list[Any]) -> list[str] | None:
    """The addresses of bookmarks; None for what holds no bookmarks."""
    if len(values) != 1 or not isinstance(values[0], dict):
        return None
    root = values[0]
    is_chrome = isinstance(root.get("roots"), dict)
    is_firefox = root.get("type") in _PLACES or "typeCode" in root
    if not is_chrome and not is_firefox:
        return None
    found: list[str] = []
    stack: list[Any] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            address = node.get("url") or node.get("uri")
            if isinstance(address, str):
                found.append(address)
            stack += reversed([each for each in node.values() if isinstance(each, dict | list)])
        elif isinstance(node, list):
            stack += reversed(node)
    return found
