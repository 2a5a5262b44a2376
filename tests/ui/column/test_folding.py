from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from seedreader.article import Article, Range, Span
from seedreader.ingest.load_files import load
from seedreader.story import Story
from seedreader.ui.column import folding
from seedreader.ui.column.column_view import ColumnView
from seedreader.ui.column.folding import Fold, folds

LINES = st.lists(
    st.sampled_from(["", " ", "Share this", "A ferry sank on Monday. " * 3, "x" * 300]), max_size=8
)
CUTS = st.lists(st.tuples(st.integers(0, 400), st.integers(1, 300)), max_size=5)


def spans_of(text: str, cuts: list[tuple[int, int]]) -> list[Span]:
    """Boilerplate as the analysis gives it: in order, without overlaps."""
    spans: list[Span] = []
    for start, length in sorted(cuts):
        end = min(start + length, len(text))
        if start < end and (not spans or spans[-1].end <= start):
            spans.append(Span(start, end, "credit" if start % 2 else "caption", 0.9))
    return spans


def told(text: str, *pieces: tuple[str, str]) -> list[tuple[str, str]]:
    """What is folded where pieces of a text are boilerplate of a kind, and what its line tells."""
    spans = [Span(text.index(piece), text.index(piece) + len(piece), kind, 0.9) for piece, kind in pieces]
    return [(text[fold.start : fold.end], fold.told) for fold in folds(text, spans)]


@given(LINES, CUTS)
def test_folds_are_boilerplate_in_order_or_the_white_space_beside_it(
    lines: list[str], cuts: list[tuple[int, int]]
) -> None:
    text = "\n".join(lines)
    spans = spans_of(text, cuts)
    found = folds(text, spans)
    end = 0
    for fold in found:
        assert end <= fold.start < fold.end <= len(text)
        end = fold.end
        inside = [at for at in range(fold.start, fold.end) if not text[at].isspace()]
        assert inside
        assert all(any(span.start <= at < span.end for span in spans) for at in inside)


def test_whole_lines_are_folded_with_what_stands_between_them() -> None:
    text = "Home\n\nNews\nThe ferry sank.\nShare\n"
    assert told(text, ("Home", "navigation"), ("News", "navigation")) == [
        ("Home\n\nNews\n", "2 lines · navigation")
    ]
    assert told(text, ("Home", "navigation"), ("News", "caption"), ("Share", "share")) == [
        ("Home\n\nNews\n", "2 lines · navigation, caption"),
        ("Share\n", "1 line · share"),
    ]


def test_a_little_boilerplate_in_a_line_of_the_article_stays_there() -> None:
    text = "Photo: A. Ruiz. The ferry sank on Monday. Read more here.\nShare\n"
    assert told(text, ("Photo: A. Ruiz.", "credit")) == []
    assert told(text, ("Read more here.\nShare", "related")) == [("Share\n", "1 line · related")]


def test_much_boilerplate_in_a_line_of_the_article_is_folded() -> None:
    menu = "Home News Sport Weather " * 20
    text = f"{menu}The ferry sank on Monday.\n"
    assert told(text, (menu.strip(), "navigation")) == [(menu.strip(), "80 words · navigation")]


def test_a_fold_tells_its_size_as_people_would_count_it() -> None:
    appeal = "Please give what you can. " * 30
    assert told(f"{appeal}\nNews.\n", (appeal, "appeal")) == [(f"{appeal}\n", "150 words · appeal")]
    chinese = "請支持我們的報道" * 40
    assert told(f"{chinese}\nNews.\n", (chinese, "appeal")) == [(f"{chinese}\n", "321 characters · appeal")]


def test_the_ways_go_round() -> None:
    way = folding.mode("folded")
    seen = [way := folding.following(way) for _ in folding.MODES]
    assert sorted(seen) == sorted(folding.MODES)
    assert folding.mode(None) == folding.mode(["folded"]) == folding.DIMMED


TEXT = "".join(f"Sentence number {n} of a long text that goes on.\n" for n in range(200))


def span(number: int) -> Range:
    start = TEXT.index(f"number {number} ") - len("Sentence ")
    return start, TEXT.index("\n", start)


def fold(first: int, last: int) -> Fold:
    return Fold(span(first)[0], span(last)[1] + 1, "some lines")


def view(*folded: Fold) -> ColumnView:
    shown = ColumnView(TEXT)
    shown.resize(60, 20)
    shown.fold(folded)
    return shown


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 199), st.integers(0, 19))
def test_folding_keeps_what_is_level_level(first: int, more: int, number: int, row: int) -> None:
    shown = view()
    shown.level(span(number), row)
    shown.fold((fold(first, min(199, first + more)),))
    shown.level(span(number), row)
    assert shown.rows(span(number))[0] == row


def test_a_fold_is_one_row_that_hides_and_opens() -> None:
    shown = view(fold(2, 50))
    assert shown.rows(span(51))[0] == 3
    assert shown.hiding(span(10)) == fold(2, 50)
    assert shown.hiding((span(50)[0], span(51)[1])) is None
    assert shown.folded(span(2)[0]) == fold(2, 50)
    assert shown.offset_at(2) == span(51)[0]
    assert shown.span_at(2, 5) == (span(2)[0], span(51)[0])
    assert shown.reveal(span(10))
    assert not shown.reveal(span(10))
    assert shown.rows(span(51))[0] == 51
    assert not shown.fold((fold(2, 50),))
    assert shown.close_folds()
    assert shown.rows(span(51))[0] == 3


def test_the_samples_lose_nothing_but_boilerplate(seeds: list[Path]) -> None:
    articles = load(seeds).articles
    for article in Story(articles).articles:
        found = folds(article.text, article.boilerplate)
        assert all(one.end <= two.start for one, two in pairwise(found))
        for each in found:
            hidden = set(range(each.start, each.end))
            for span in article.boilerplate:
                hidden -= set(range(span.start, span.end))
            assert not any(article.text[at].strip() for at in hidden)


def test_a_huge_text_is_folded_around_what_is_shown_only() -> None:
    paragraph = "A ferry sank off the coast on Monday.\n" * 20
    menu = "Home\nNews\n" * 5
    text = (paragraph + menu) * 3_000
    period = len(paragraph) + len(menu)
    spans = [Span(at - len(menu), at, "navigation", 0.9) for at in range(period, len(text) + 1, period)]
    shown = ColumnView(text)
    shown.resize(60, 40)
    shown.fold(folds(text, spans))
    for at in (0, len(text) // 2, len(text) - 1):
        shown.level((at, at + 1), 5)
        blank, lines = shown.page()
        folded = [line for line in lines[:-1] if shown.folded(line)]
        assert folded
        assert blank + len(lines) - 1 <= 40
        assert shown.lines.line(at) in lines
    assert len(shown.lines._blocks) < 20


def test_an_empty_text_has_no_folds() -> None:
    assert folds("", ()) == ()
    assert Article("", "empty").text == ""
