"""Why the model took a piece for boilerplate: the kind that its words tell, where no rule named it."""

from __future__ import annotations

from collections.abc import Sequence

from seedreader.analysis.boilerplate import line_shape
from seedreader.analysis.dates.resolve_days import MONTHS

_CUES = (
    ("copyright", 60, {"©", "copyright", "copyrighted", "trademark", "trademarks"}),
    ("appeal", 60, {"donate", "donation", "donations", "donor", "donors", "paywall", "paywalls"}),
    (
        "newsletter",
        60,
        {"newsletter", "newsletters", "subscribe", "subscribers", "subscription", "inbox", "unsubscribe"},
    ),
    ("editor", 60, {"disclosure", "correction", "clarification", "disclaimer", "affiliate"}),
    (
        "share",
        14,
        {"facebook", "twitter", "instagram", "whatsapp", "linkedin", "tiktok", "pinterest", "tweet", "share"},
    ),
    ("share", 14, {"follow", "shares", "retweet", "telegram", "bluesky", "threads"}),
    ("navigation", 60, {"cookie", "cookies", "login", "password", "captcha"}),
    (
        "navigation",
        14,
        {"click", "menu", "search", "advertisement", "loading", "reply", "notify", "submit"},
    ),
    (
        "metadata",
        6,
        {"updated", "published", "posted", "ago", "tags", "views", "comments", "comment", "min"},
    ),
)
"""Kinds, the tokens of a piece at most, and the words of which it has one."""

_PICTURE = frozenset(
    {"photo", "photos", "photograph", "image", "images", "picture", "credit", "courtesy"}
    | {"getty", "afp", "reuters", "ap", "epa", "shutterstock", "alamy"}
)
_SHOWN = frozenset(
    ("pictured", "seen", "shows", "poses", "looks", "speaks", "walks", "stands", "left", "right")
)
_STAFF = frozenset(
    ("reporter", "correspondent", "editor", "columnist", "journalist", "writer", "contributor")
)
_ELSEWHERE = frozenset(
    ("related", "recommended", "trending", "popular", "latest", "watch", "also", "gallery")
)

CREDIT_TOKENS = 9
MENU_TOKENS = 4
STAMP_TOKENS = 10
"""Tokens of a credit, an entry of a menu, a date and time at most."""


def kind(piece: str, tokens: Sequence[str], before_credit: bool) -> str:
    """Name the kind of a piece by its ``tokens``; ``before_credit`` tells that a credit stands behind it."""
    own, size = set(tokens), len(tokens)
    if own & _PICTURE:
        return "credit" if size <= CREDIT_TOKENS or piece.startswith("(") else "caption"
    for name, most, cues in _CUES:
        if size <= most and own & cues:
            return name
    ended = line_shape.ended(piece)
    if before_credit or (ended and size > CREDIT_TOKENS and own & _SHOWN):
        return "caption"
    if own & _STAFF or tokens[:1] == ["by"]:
        return "credit"
    stamped = ":" in own or any(token.startswith(MONTHS) for token in own)
    if stamped and size <= STAMP_TOKENS and any(token.isdigit() for token in own):
        return "metadata"
    if own & _ELSEWHERE and (size <= STAMP_TOKENS or not ended):
        return "related"
    if size <= MENU_TOKENS and not ended:
        return "navigation"
    return "related" if line_shape.headline(piece) and not ended else "other"
