"""What is different between two readings of one source, as plain text.

What is gone is "present then, absent now": when and why it went, nobody but its publisher knows.
"""

from __future__ import annotations

from textwrap import fill

from seedreader.analysis.analysed_article import analysed
from seedreader.analysis.differences import text_diff
from seedreader.analysis.differences.diff_values import (
    ADDED,
    DROPPED,
    MOVED,
    REWORDED,
    ChangedFact,
    DiffBlock,
)
from seedreader.analysis.differences.facts import DATE, NAME, NUMBER
from seedreader.analysis.differences.text_diff import DiffText, TextDiff
from seedreader.article import Article, Range
from seedreader.text.plurals import count
from seedreader.text.sanitize import printable

WIDTH = 80

_KINDS = {NUMBER: "figure", DATE: "date", NAME: "name"}


def told(then: Article, now: Article) -> tuple[str, str]:
    """What changed, in one line, and in as many as it takes; the second is empty where nothing did."""
    if then.text == now.text:
        return "nothing changed", ""
    old, new = _text(then), _text(now)
    found = text_diff.compare_texts(old, new)
    blocks = [block for block in found.blocks if not block.is_boilerplate]
    reworded, dropped, added, moved = (
        [block for block in blocks if block.kind == kind] for kind in (REWORDED, DROPPED, ADDED, MOVED)
    )
    lost = sum(_sentences(old, block.old) for block in dropped)
    came = sum(_sentences(new, block.new) for block in added)
    parts = [
        f"{count(len(reworded), 'passage')} reworded" if reworded else "",
        f"{count(lost, 'sentence')} present then, absent now" if lost else "",
        f"{count(came, 'sentence')} absent then, present now" if came else "",
        f"{count(len(moved), 'passage')} moved" if moved else "",
    ]
    said = ", ".join(filter(None, parts))
    if not said:
        return "nothing changed but what is not the article itself", ""
    return said, "\n".join(
        [*_facts(found, old, new), *_gone(dropped, old), *_come(added, new), *_reworded(reworded, old, new)]
    )


def _text(article: Article) -> DiffText:
    known = analysed(article)
    return DiffText(known.text, known.sentences, [(span.start, span.end) for span in known.boilerplate])


def _sentences(text: DiffText, span: Range) -> int:
    """How many sentences of a text lie in a range of it."""
    return sum(span[0] <= start < span[1] for start, _ in text.sentences)


def _facts(found: TextDiff, old: DiffText, new: DiffText) -> list[str]:
    lines = []
    for kind, noun in _KINDS.items():
        changed = [_fact(each, old, new) for each in found.changed if each.kind == kind]
        if changed:
            lines += [f"{noun}s that changed:", *(_item("≠", line) for line in dict.fromkeys(changed))]
    return lines


def _fact(changed: ChangedFact, old: DiffText, new: DiffText) -> str:
    then = old.text[slice(*changed.old)] if changed.old else "none"
    now = new.text[slice(*changed.new)] if changed.new else "none"
    return f"then {then}, now {now}"


def _gone(blocks: list[DiffBlock], old: DiffText) -> list[str]:
    return (
        ["present then, absent now:", *(_item("-", old.text[slice(*b.old)]) for b in blocks)]
        if blocks
        else []
    )


def _come(blocks: list[DiffBlock], new: DiffText) -> list[str]:
    return (
        ["absent then, present now:", *(_item("+", new.text[slice(*b.new)]) for b in blocks)]
        if blocks
        else []
    )


def _reworded(blocks: list[DiffBlock], old: DiffText, new: DiffText) -> list[str]:
    lines = ["reworded:"] if blocks else []
    for block in blocks:
        lines += [_item("then", old.text[slice(*block.old)]), _item("now ", new.text[slice(*block.new)])]
    return lines


def _item(mark: str, said: str) -> str:
    indent = " " * (len(mark) + 3)
    return fill(
        printable(" ".join(said.split())), WIDTH, initial_indent=f"  {mark} ", subsequent_indent=indent,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
