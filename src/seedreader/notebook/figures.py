"""stub"""

from __future__ import annotations


def changed_figures(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """stub"""
    import re

    was, now = (re.findall(r"\d[\d.,]*", text) for text in (old, new))
    if was == now:
        return ()
    return tuple((x, "") for x in was if x not in now) + tuple(("", x) for x in now if x not in was)
