from __future__ import annotations

from seedreader.article import Article
from seedreader.web.changes import told
from tests.web.pages import FIRST, GONE, LEFT, SECOND


def article(*sentences: str) -> Article:
    return Article("\n\n".join(sentences), "mill")


def test_what_changed_is_listed() -> None:
    new = "A bank in the next town offered to lend the money that is needed."
    line, details = told(article(FIRST, *LEFT, GONE), article(SECOND, *LEFT, new))
    assert line == (
        "1 passage reworded, 1 sentence present then, absent now, 1 sentence absent then, present now"
    )
    shown = " ".join(details.split())
    assert "figures that changed: ≠ then 12,000, now 11,000" in shown
    assert f"present then, absent now: - {GONE}" in shown
    assert f"absent then, present now: + {new}" in shown
    assert f"then {FIRST} now {SECOND}" in shown
    assert max(map(len, details.splitlines())) <= 80
    assert "deleted" not in details


def test_the_same_words_are_no_change() -> None:
    assert told(article(*LEFT), article(*LEFT)) == ("nothing changed", "")
