from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seedreader.article import Article, Claim, DateMention, Quantity, Range, Span, Speaker
from seedreader.notebook.resolver import ResolvedAnnotation, ResolvedTarget
from seedreader.session import SourceAnnotation, SourceState
from seedreader.story.support import Support
from seedreader.ui.column import render_line
from seedreader.ui.column.column_view import GUTTER, ColumnView
from seedreader.ui.column.layers import Layers, Overlay, build_decorations, looks
from seedreader.ui.themes import marks
from seedreader.ui.themes.marks import DARK
from seedreader.ui.themes.style_key import BOILERPLATE, TEXT, StyleKey
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.range_set import RangeSet
from tests.ui.filled import Put, annotation

SPAN = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda p: (min(p), max(p)))
SPANS = st.lists(SPAN, max_size=6)


@given(SPANS)
def test_ranges_hold_what_any_of_the_given_ones_held(spans: list[tuple[int, int]]) -> None:
    ranges = RangeSet(spans)
    for offset in range(41):
        assert (ranges.at(offset) is not None) == any(a <= offset < b for a, b in spans)


@given(SPANS, st.integers(0, 40), st.integers(0, 40))
def test_touch_is_overlap(spans: list[tuple[int, int]], start: int, end: int) -> None:
    inside = any(RangeSet(spans).at(offset) is not None for offset in range(start, end))
    assert RangeSet(spans).touch(start, end) == inside or start >= end


@given(SPANS, SPANS, SPANS, SPAN)
def test_looks_are_exactly_the_range_and_uniform(
    boilerplate: list[tuple[int, int]],
    claims: list[tuple[int, int]],
    notes: list[tuple[int, int]],
    span: tuple[int, int],
) -> None:
    start, end = span
    merged = RangeSet(claims)
    layers = Layers(
        RangeSet(boilerplate), merged, ("agree",) * len(merged.starts), RangeSet(), RangeSet(notes)
    )
    cut = looks(
        layers, "x" * 60, start, end, Overlay(cursor=(5, 9), finds=RangeSet([(7, 12)]), found=(8, 10))
    )
    assert "".join("x" * (b - a) for a, b, _ in cut) == "x" * max(0, end - start)
    for a, b, look in cut:
        for offset in range(a, b):
            assert look.noted == any(s <= offset < e for s, e in notes)
            assert look.cursor == (5 <= offset < 9)
            assert look.find == (7 <= offset < 12)
            assert look.found == (8 <= offset < 10)
            dimmed = any(s <= offset < e for s, e in boilerplate)
            assert (look.tone == BOILERPLATE) == dimmed
            if not dimmed:
                assert look.tone == ("agree" if merged.at(offset) is not None else TEXT)


WORDS = (
    "“Four boats sank on Monday”, Ana Ruiz said. Six more were saved.\nShare this page.\nThe “Orrin” left.\n"
)
ARTICLE = Article(WORDS, "Post")


def place(words: str) -> Range:
    start = WORDS.index(words)
    return start, start + len(words)


def speaker(words: str) -> Speaker:
    return Speaker(*place(words), words)


SAID = Claim(
    *place("Four boats sank on Monday"),
    ("quote", "quantity"),
    0.9,
    speaker("Ana Ruiz"),
    (Quantity(*place("Four boats"), 4, 4, 4, "boats"),),
    (DateMention(*place("Monday"), None, None),),
)
SANK = Claim(*place("sank on Monday"), ("event",), 0.6)
SAVED = Claim(
    *place("Six more were saved"), ("quantity",), 0.5, None, (Quantity(*place("Six more"), 6, 6, 6, None),)
)


LEFT = Claim(*place("The “Orrin” left."), ("event",), 0.4)


def noted(words: str, kind: str, body: str = "", state: str = "exact") -> SourceAnnotation:
    """An annotation on these words."""
    spot = ResolvedTarget(0, state, (place(words),))
    return SourceAnnotation(ResolvedAnnotation(annotation(Put(ARTICLE, words, kind, body)), spot), spot)


def source(*annotations: SourceAnnotation, visible: tuple[int, ...] = (0, 1, 2, 3)) -> SourceState:
    return SourceState(
        ARTICLE,
        claims=(SAID, SANK, SAVED, LEFT),
        supports=(Support("agree", 2), Support("conflict", 1), Support(None, 1), Support(None, 1)),
        visible_claims=visible,
        boilerplate=(Span(*place("Share this page."), "share widget", 0.9),),
        annotations=annotations,
    )


def held(ranges: RangeSet) -> list[str]:
    return [WORDS[start:end] for start, end in zip(ranges.starts, ranges.ends, strict=True)]


def look(layers: Layers, words: str) -> StyleKey:
    """How the first character of these words looks."""
    start, end = place(words)
    return looks(layers, WORDS, start, end, Overlay())[0][2]


def gutter(layers: Layers, words: str, over: Overlay | None = None) -> str:
    """What stands left of the line that has these words."""
    view = ColumnView(WORDS)
    view.layers = layers
    view.resize(200, 5)
    line = view.lines.line(place(words)[0])
    cells = render_line.line(view, line, over or Overlay(), Styles(DARK), 200 + GUTTER)
    return "".join(segment.text for segment in cells)[:GUTTER]


@given(SPANS, SPANS, st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_hits_are_shown_where_they_are_and_nowhere_else(
    claims: list[tuple[int, int]], hits: list[tuple[int, int]], line: tuple[int, int]
) -> None:
    merged, (start, end) = RangeSet(claims), sorted(line)
    layers = Layers(RangeSet(), merged, ("agree",) * len(merged.starts), RangeSet(), RangeSet())
    cut = looks(layers, "x" * 60, start, end, Overlay(finds=RangeSet(hits)))
    assert [at for a, b, _ in cut for at in range(a, b)] == [*range(start, end)]
    for a, b, look in cut:
        for offset in range(a, b):
            assert look.find == any(s <= offset < e for s, e in hits)


def test_claims_that_overlap_are_one_with_the_most_telling_of_their_relations() -> None:
    layers = build_decorations(source(visible=(0, 1, 2)), False, {})
    assert held(layers.claims) == ["Four boats sank on Monday", "Six more were saved"]
    assert layers.relations == ("conflict", None)
    assert layers.conflicts == [place("Four boats")[0]]
    assert gutter(layers, "Four boats") == "  ≠ "
    assert gutter(build_decorations(source(visible=(0, 2)), False, {}), "Four boats") == "  = "
    assert gutter(build_decorations(source(visible=(2,)), False, {}), "Four boats") == "  ○ "


def test_only_what_the_filter_lets_through_is_laid_over_the_text() -> None:
    layers = build_decorations(source(visible=(2,)), False, {})
    assert held(layers.claims) == ["Six more were saved"]
    assert held(layers.figures) == ["Six more"]
    assert layers.conflicts == []
    assert look(layers, "Four") == StyleKey()
    assert look(layers, "“Four") == StyleKey()
    assert look(layers, "Ana Ruiz") == StyleKey()


def test_figures_and_dates_of_claims_stand_out_and_so_do_speakers_and_quotation_marks() -> None:
    layers = build_decorations(source(), False, {})
    assert held(layers.figures) == ["Four boats", "Monday", "Six more"]
    assert held(layers.speakers) == ["Ana Ruiz"]
    voices = [WORDS[a:b] for a, b, seen in looks(layers, WORDS, 0, len(WORDS), Overlay()) if seen.voice]
    assert voices == ["“", "”", "Ana Ruiz"]


def test_boilerplate_is_dimmed_unless_it_is_shown_plain() -> None:
    assert look(build_decorations(source(), False, {}), "Share").tone == BOILERPLATE
    assert look(build_decorations(source(), True, {}), "Share").tone == TEXT
    assert gutter(build_decorations(source(), False, {}), "Share")[0] == marks.BOILERPLATE
    assert gutter(build_decorations(source(), True, {}), "Share") == " " * GUTTER


def test_highlights_and_tags_with_a_colour_are_painted_and_notes_and_tags_underlined() -> None:
    layers = build_decorations(
        source(
            noted("Four", "highlight", "green"),
            noted("boats", "tag", "ships"),
            noted("Ana", "tag", "people"),
            noted("Ruiz", "note", "Who?"),
        ),
        False,
        {"ships": "red"},
    )
    seen = {words: look(layers, words) for words in ("Four", "boats", "Ana", "Ruiz", "Six")}
    assert {words: each.colour for words, each in seen.items()} == {
        "Four": "green", "boats": "red", "Ana": None, "Ruiz": None, "Six": None,
    }  # fmt: skip
    assert {words for words, each in seen.items() if each.noted} == {"boats", "Ana", "Ruiz"}
    assert layers.noted == [place(words)[0] for words in ("Four", "boats", "Ana", "Ruiz")]


def test_the_gutter_marks_where_an_annotation_begins_and_first_one_that_is_unsure() -> None:
    tag, note = noted("boats", "tag", "ships"), noted("Ana", "note", "Who?")
    lost = noted("Six more", "note", "How many?", "uncertain")
    assert gutter(build_decorations(source(tag), False, {}), "boats")[1] == marks.TAG
    assert gutter(build_decorations(source(tag, note), False, {}), "boats")[1] == marks.NOTE
    assert gutter(build_decorations(source(lost), False, {}), "boats")[1] == marks.UNSURE
    assert gutter(build_decorations(source(tag, note, lost), False, {}), "boats")[1] == marks.UNSURE
    assert gutter(build_decorations(source(tag, note, lost), False, {}), "Share")[1] == " "


def test_the_gutter_has_a_bar_where_the_cursor_and_the_match_are() -> None:
    layers = build_decorations(source(), False, {})
    assert gutter(layers, "Share", Overlay(cursor=place("Share")))[0] == marks.CURSOR
    assert gutter(layers, "Share", Overlay(match=place("Share")))[0] == marks.MATCH
