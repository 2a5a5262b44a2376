from __future__ import annotations

import pytest

from seedreader.article import Article, Mark
from seedreader.ingest import notices


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        ((), ()),
        ((Mark("excerpt"),), ("excerpt",)),
        ((Mark("cut", "1203 characters"),), ("cut",)),
        ((Mark("notice", "embargo until 2025-03-01"), Mark("notice", "kill")), ("kill", "embargo")),
        ((Mark("notice", "KORREKTUR"), Mark("excerpt")), ("correction", "excerpt")),
        ((Mark("notice", "version 3"), Mark("notice", "Editors: a kill switch is meant")), ()),
        ((Mark("notice", "pending review"),), ("draft",)),
    ],
)
def test_words(marks: tuple[Mark, ...], words: tuple[str, ...]) -> None:
    assert notices.words(Article("a", "a", marks=marks)) == words
