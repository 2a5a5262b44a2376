from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import sentences
from seedreader.article import Article
from seedreader.session import long_texts
from seedreader.session.long_texts import LONG, CompactRanges

LINES = st.lists(st.sampled_from(["The ferry sank. Nobody died.", "", "“No,” she said. He left.", "x" * 90]))


def test_a_text_of_usual_length_does_not_wait() -> None:
    assert long_texts.why_unread([]) == ""
    assert long_texts.why_unread([Article("A short text.", "a"), Article("x" * LONG, "b")]) == ""


def test_a_long_text_says_what_its_analysis_takes() -> None:
    alone = long_texts.why_unread([Article("x" * 3_000_000, "a")])
    assert alone == "The text is 3 million characters long; analysing it takes some 20 s and 200 MB of memory"
    together = long_texts.why_unread([Article("x" * 600_001, "a"), Article("short", "b")])
    assert together.startswith("A text is 0.6 million characters long; ")


@given(LINES)
def test_split_in_parts_a_text_has_the_same_sentences(lines: list[str]) -> None:
    text = "\n".join(lines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_texts, "PART", 100)
        assert list(long_texts.split_in_parts(text)) == list(sentences.split_sentences(text))


@given(st.lists(st.tuples(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))))
def test_packed_ranges_are_those_given(ranges: list[tuple[int, int]]) -> None:
    packed = CompactRanges(ranges)
    assert len(packed) == len(ranges)
    assert list(packed) == ranges
    assert packed[1:] == ranges[1:]
