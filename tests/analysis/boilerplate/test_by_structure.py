from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import boilerplate
from seedreader.analysis.boilerplate import by_structure
from seedreader.article import STRUCTURES, Span, Structure

PROSE = (
    "The council of Oslo approved the harbour tunnel on Thursday after months of talks.",
    "The mayor said that the work would begin before the summer and cost 4.2 million euros.",
    "Residents of the quay had asked for a bridge, which the council rejected in a vote of 12 to 9.",
)
MENU = ("Front page", "The ferries of the north, and who pays for them", "Weather in Oslo")


def spans(text: str, *told: tuple[str, str]) -> list[tuple[str, str]]:
    structure = [Structure(text.index(part), text.index(part) + len(part), kind) for part, kind in told]
    return [(text[s.start : s.end], s.kind) for s in boilerplate.find_boilerplate(text, structure=structure)]


def test_what_a_format_puts_beside_the_article_is_dimmed_line_by_line() -> None:
    text = "\n\n".join([*MENU, *PROSE])
    found = spans(text, ("\n\n".join(MENU), "navigation"))
    assert [line for line, _ in found] == list(MENU)


@pytest.mark.parametrize("kind", ["header", "footer", "comment", "caption", "hidden", "navigation"])
def test_each_kind_that_is_beside_the_article_is_dimmed(kind: str) -> None:
    assert PROSE[1] in [line for line, _ in spans("\n\n".join(PROSE), (PROSE[1], kind))]


@pytest.mark.parametrize(
    "kind", ["heading", "paragraph", "list", "table", "quotation", "inserted", "deleted"]
)
def test_the_kinds_of_an_articles_own_parts_change_nothing(kind: str) -> None:
    text = "\n\n".join([*MENU, *PROSE])
    structure = [Structure(text.index(PROSE[0]), len(text), kind)]
    assert boilerplate.find_boilerplate(text, structure=structure) == boilerplate.find_boilerplate(text)


def test_the_rest_is_judged_as_if_it_were_the_text() -> None:
    credit = "CNN's Ana Ruiz and Jonas Berg contributed to this report."
    text = "\n\n".join(["\n\n".join(MENU), *PROSE, credit, "Imprint and contact of the paper, all day long"])
    found = spans(
        text, ("\n\n".join(MENU), "navigation"), ("Imprint and contact of the paper, all day long", "footer")
    )
    assert (credit, "credit") in found
    assert not set(PROSE) & {line for line, _ in found}


def test_hidden_words_inside_a_line_are_dimmed_alone() -> None:
    text = PROSE[0].replace("harbour tunnel", "harbour tunnel (opens in a new window)")
    assert [line for line, _ in spans(text, ("(opens in a new window)", "hidden"))] == [
        "(opens in a new window)"
    ]


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 120), st.sampled_from(STRUCTURES)), max_size=8))
def test_spans_are_in_order_and_apart_whatever_the_structure(places: list[tuple[int, int, str]]) -> None:
    text = "\n\n".join([*MENU, *PROSE])
    structure = [
        Structure(start, min(start + size, len(text)), kind)
        for start, size, kind in places
        if start < len(text)
    ]
    found = boilerplate.find_boilerplate(text, structure=structure)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= span.start < span.end <= len(text) for span in found)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=5))
def test_places_of_what_is_left_are_found_in_the_whole_again(places: list[tuple[int, int]]) -> None:
    text = "".join(chr(0x4E00 + i) for i in range(60))
    structure = [Structure(a, a + b, "navigation") for a, b in places if b]
    beside = by_structure.find(text, structure)
    left, cuts = by_structure.without(text, beside)
    for at, letter in enumerate(left):
        [whole] = cuts.whole(Span(at, at + 1, "other", 1.0))
        assert text[whole.start] == letter
        assert cuts.left([(whole.start, whole.end)]) == [(at, at + 1)]


def test_where_the_format_tells_what_everything_is_the_model_guesses_nothing() -> None:
    told = "Ana Ruiz is a senior fellow at the Harbour Institute and a former director of the Ferry Museum"
    text = "\n\n".join([*["The council approved the pier on Monday, and work begins in May."] * 3, told])
    paragraphs, at = [], 0
    for paragraph in text.split("\n\n"):
        paragraphs.append(Structure(at, at + len(paragraph), "paragraph"))
        at += len(paragraph) + 2
    assert not boilerplate.find_boilerplate(text, structure=paragraphs)
    assert boilerplate.find_boilerplate(
        text + "\n\n© 2025 The Gazette. All rights reserved.", structure=paragraphs
    )
    half = paragraphs[: len(paragraphs) // 2]
    assert boilerplate.find_boilerplate(text, structure=half) == boilerplate.find_boilerplate(text)
