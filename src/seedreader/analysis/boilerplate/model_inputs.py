"""What the trained model was made with: the names of its numbers, and the rules whose finds are among them.

``make model`` writes both beside the weights. Weights of other numbers are refused where they are read. That
the rules are still those with which the weights were made or last measured is for the tests to say: with
another rule the model is a little off, not wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zlib import crc32

from seedreader.analysis.boilerplate import announced_blocks, features, phrases, rules
from seedreader.analysis.boilerplate.rules import Rule

HOW = "train the model anew as analysis/boilerplate/rules.py says (make model)"

_PATTERNS = {
    "PAST": rules.PAST,
    "SITE_NAME": rules.SITE_NAME,
    "GALLERY": rules.GALLERY,
    "PICTURE_CREDIT": rules.PICTURE_CREDIT,
    "APPEAL": phrases.APPEAL,
    "PERSONAL": phrases.PERSONAL,
    "JOURNALISM": phrases.JOURNALISM,
    "OTHERS": phrases.OTHERS,
    "LINKS_HEADING": announced_blocks.LINKS_HEADING,
    "MESSAGE_OPENS": announced_blocks.MESSAGE_OPENS,
    "MESSAGE_CLOSES": announced_blocks.MESSAGE_CLOSES,
}
"""Rules that stand by themselves, beside the tables."""


def every_rule() -> tuple[Rule, ...]:
    """All rules of all tables, in the order in which they are tried."""
    return (*rules.LINE, *rules.FRONT, *rules.END, *phrases.SENTENCE)


def checksums() -> dict[str, int]:
    """Name each rule and each single pattern, with a checksum of what it says."""
    found = {own.name: _checksum(own.kind, own.score, own.pattern.pattern) for own in every_rule()}
    return found | {name: _checksum(pattern.pattern) for name, pattern in _PATTERNS.items()}


def changed_rules(trained: Mapping[str, int]) -> str:
    """Say in one sentence how the rules differ from those of the weights, which had these `checksums`.

    Empty where they are the same, in the same order.
    """
    now = checksums()
    new = [name for name in now if name not in trained]
    gone = [name for name in trained if name not in now]
    changed = [name for name in now if name in trained and now[name] != trained[name]]
    told = [
        f"{what}: {', '.join(names)}"
        for what, names in (("new", new), ("gone", gone), ("changed", changed))
        if names
    ]
    if not told and list(now) != list(trained):
        told = ["in another order"]
    return f"Boilerplate rules are not those of the weights ({'; '.join(told)}): {HOW}." if told else ""


def changed_features(trained: Sequence[str]) -> str:
    """Say in one sentence how the `features` differ from those of the weights; empty where they do not."""
    if tuple(trained) == features.NAMES:
        return ""
    names = [name for name in features.NAMES if name not in trained]
    names += [name for name in trained if name not in features.NAMES]
    told = ", ".join(names) or "in another order"
    counts = f"{len(features.NAMES)} numbers, those of the weights {len(trained)}"
    return f"The features of the boilerplate model have {counts} ({told}): {HOW}."


def _checksum(*parts: object) -> int:
    return crc32("\n".join(map(str, parts)).encode())
