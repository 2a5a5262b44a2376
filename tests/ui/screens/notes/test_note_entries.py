"""The plain functions of the Notes screen: entries, filter, order, rows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from seedreader.article import Article
from seedreader.notebook.annotation_model import SeenSource
from seedreader.notebook.drafts import Draft
from seedreader.notebook.resolver import ResolvedAnnotation, ResolvedTarget
from seedreader.session.left_drafts import draft_as_annotation
from seedreader.text.fold_case import fold
from seedreader.ui.screens.notes import note_detail, note_entries, note_filter, note_rows
from seedreader.ui.screens.notes.note_entries import NoteEntry
from seedreader.ui.themes.marks import DARK
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.line_field import LineField
from tests.stories import GAZETTE, HARBOUR, WEATHER
from tests.ui.filled import Put, annotation

HARBOUR_NEWS = Article(HARBOUR, "Harbour", "/texts/harbour.txt", outlet="Harbour Post")
GAZETTE_NEWS = Article(GAZETTE, "Gazette", "/texts/gazette.txt")
WEATHER_NEWS = Article(WEATHER, "Weather", "/texts/weather.txt")
OPEN = [HARBOUR_NEWS, GAZETTE_NEWS]
STYLES = Styles(DARK)


def placed(
    put: Put, number: int = 1, state: str = "exact", figures: tuple[tuple[str, str], ...] = ()
) -> ResolvedAnnotation:
    made = annotation(put, number)

    def spot(article: Article, ranges: tuple[tuple[int, int], ...]) -> ResolvedTarget:
        source = OPEN.index(article) if article in OPEN else None
        return ResolvedTarget(source, state, () if state == "orphan" else ranges, figures)

    there = spot(put.other[0], made.other.ranges) if put.other and made.other else None
    return ResolvedAnnotation(made, spot(put.article, made.target.ranges), there)


NOTE = placed(Put(HARBOUR_NEWS, "4 million euros", "note", "Who counted the Café's money?"), 1)
COST = placed(Put(HARBOUR_NEWS, "4 million euros", "tag", "cost"), 2)
COSTS = placed(Put(GAZETTE_NEWS, "6 million euros", "tag", "costs of it"), 3, "edited", (("6", "7"),))
CLAIM = placed(Put(GAZETTE_NEWS, "evening", "no claim"), 4)
VERDICT = placed(
    Put(HARBOUR_NEWS, "4 million", "verdict", "conflict", (GAZETTE_NEWS, "6 million")), 5, "uncertain"
)
LOST = placed(Put(HARBOUR_NEWS, "About 300 people", "note", "Lost"), 6, "orphan")
CLOSED = placed(Put(WEATHER_NEWS, "Rain fell", "highlight", "green"), 7)
EVERY = (NOTE, COST, COSTS, CLAIM, VERDICT, LOST, CLOSED)
ENTRIES = note_entries.entries(EVERY, (), OPEN)


def kept(text: str) -> list[ResolvedAnnotation]:
    return [entry.placed for entry in note_filter.selected(ENTRIES, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", EVERY),
        ("cafe COUNTED", (NOTE,)),
        ("million", (NOTE, COST, COSTS, VERDICT)),
        ("million -x", ()),
        ("kind:note", (NOTE, LOST)),
        ("kind:correction", (CLAIM,)),
        ('kind:"no claim"', (CLAIM,)),
        ("k:verd", (VERDICT,)),
        ("kind:note kind:verdict", (NOTE, VERDICT, LOST)),
        ("#cost", (NOTE, COST)),
        ("tag:Cost", (NOTE, COST)),
        ("#cos", (NOTE, COST, COSTS)),
        ('#"costs of it"', (COSTS,)),
        ('#"costs', (COSTS,)),
        ("#cost #costs", ()),
        ("source:1", (NOTE, COST, VERDICT, LOST)),
        ("source:harbour", (NOTE, COST, VERDICT, LOST)),
        ("src:2 source:1", (NOTE, COST, COSTS, CLAIM, VERDICT, LOST)),
        ("state:orphan", (LOST,)),
        ("is:unc", (VERDICT,)),
        ("state:figures", (COSTS,)),
        ("state:closed", (CLOSED,)),
        ("#", EVERY),
        ("kind:", EVERY),
        ("colour:green", ()),
        ("harbour post", (NOTE, COST, VERDICT, LOST)),
        ("cost who", (NOTE,)),
    ],
)
def test_the_filter(text: str, expected: tuple[ResolvedAnnotation, ...]) -> None:
    assert kept(text) == list(expected)


def test_cycling_through_a_token_keeps_the_rest_of_the_filter() -> None:
    text = "who kind:note #x"
    for value in ("tag", None, "note"):
        following = note_filter.following(text, "kind", ["note", "tag"])
        assert following == value
        text = note_filter.with_token(text, "kind", following)
        assert note_filter.with_token(text, "kind", None) == "who #x"


def test_kinds_and_states_that_there_are() -> None:
    assert note_filter.present(ENTRIES, "kind") == ["note", "tag", "highlight", "verdict", "correction"]
    assert note_filter.present(ENTRIES, "state") == [
        "uncertain", "orphan", "edited", "figures", "exact", "closed",
    ]  # fmt: skip


@given(st.text(min_size=1).filter(lambda name: name.split() and name.replace('"', "").strip()))
def test_any_tag_can_be_asked_for(name: str) -> None:
    tagged = placed(Put(GAZETTE_NEWS, "Monday", "tag", name), 9)
    entries = note_entries.entries([*EVERY, tagged], (), OPEN)
    found = note_filter.selected(entries, note_filter.with_token("", "tag", name))
    assert tagged in [entry.placed for entry in found]


def test_a_tag_with_spaces_is_quoted() -> None:
    assert note_filter.with_token("who", "tag", "costs of it") == 'who #"costs of it"'


@given(st.text(), st.text(min_size=1))
def test_no_filter_breaks_and_a_token_set_is_the_only_one_of_its_name(text: str, word: str) -> None:
    assert set(kept(text)) <= set(EVERY)
    once = note_filter.with_token(text, "source", "2")
    assert [token.value for token in note_filter.tokens(once) if token.name == "source"][-1:] == ["2"]
    assert fold(fold(word)) == fold(word)


def test_by_place_open_sources_come_first_and_orphans_last_in_theirs() -> None:
    ordered = sorted(note_entries.entries(reversed(EVERY), (), OPEN), key=note_entries.by_place)
    bodies = [entry.placed.body for entry in ordered]
    assert bodies == [
        "conflict", "Who counted the Café's money?", "cost", "Lost", "", "costs of it", "green"
    ]  # fmt: skip


def test_newest_first_begins_with_drafts() -> None:
    draft = Draft("note", "0", 0, 1, "x", "Somewhere", body="Unfinished")
    put = ResolvedAnnotation(draft_as_annotation(draft), ResolvedTarget(None, "exact", ((0, 1),)))
    ordered = note_entries.newest_first(note_entries.entries(EVERY, [(draft, put)], OPEN))
    assert [entry.kind for entry in ordered][:3] == ["draft", "highlight", "note"]
    assert ordered[0].ends[0].name == "Somewhere"
    assert ordered[0].state == "closed"


def test_an_article_that_is_not_open_is_called_as_it_was_seen_last() -> None:
    version = CLOSED.annotation.target.version
    seen = [
        SeenSource(version, "weather", "file:///new/rain.txt"),
        SeenSource(version, "weather", "file:///old/weather.txt", outlet="Hills"),
    ]
    ends = [note_entries.entries([CLOSED], (), OPEN, known)[0].ends[0] for known in (seen, seen[1:], ())]
    assert [(end.name, end.path) for end in ends] == [
        ("rain.txt", "/new/rain.txt"), ("Hills", "/old/weather.txt"), ("not open", ""),
    ]  # fmt: skip


texts = st.text(max_size=300) | st.sampled_from(["日本語" * 40, "\x1b[31m", "👩‍👩‍👧" * 20, "a\n\nb\tc", ""])


def with_texts(entry: NoteEntry, body: str, quote: str, name: str) -> NoteEntry:
    made = replace(entry.annotation, body=body, target=replace(entry.annotation.target, quote=quote))
    ends = tuple(end._replace(quote=quote, name=name) for end in entry.ends)
    return replace(entry, placed=replace(entry.placed, annotation=made), ends=ends)


@given(st.sampled_from(ENTRIES), texts, texts, texts, st.integers(40, 220))
def test_a_row_fills_its_width_whatever_it_shows(
    entry: NoteEntry, body: str, quote: str, name: str, width: int
) -> None:
    entry = with_texts(entry, body, quote, name)
    widths = note_rows.columns(width, note_rows.needs([entry, *ENTRIES]))
    assert sum(widths) == width - note_rows.LEAD
    row = note_rows.row(entry, widths, STYLES, True, True)
    assert sum(cell_len(text) for text, _ in row) == width


@given(st.sampled_from(ENTRIES), texts, texts, texts, st.integers(20, 120), st.integers(1, 20))
def test_the_chosen_one_keeps_to_its_space(
    entry: NoteEntry, body: str, quote: str, name: str, width: int, height: int
) -> None:
    entry = with_texts(entry, body, quote, name)
    rows = note_detail.detail(entry, OPEN, STYLES, width, height)
    assert len(rows) <= height
    assert all(sum(cell_len(text) for text, _ in row) <= width for row in rows)


def test_the_chosen_one_is_shown_whole_and_its_changes_marked() -> None:
    edited = placed(Put(GAZETTE_NEWS, "Some residents want a park instead.", "note", "one\ntwo"), 8, "edited")
    made = replace(edited.annotation.target, quote="Many residents want a park instead.")
    edited = ResolvedAnnotation(replace(edited.annotation, target=made), edited.here)
    (entry,) = note_entries.entries([edited], (), OPEN)
    rows = note_detail.detail(entry, OPEN, STYLES, 80, 20)
    shown = ["".join(text for text, _ in row).strip() for row in rows]
    assert shown[1:5] == [
        "one", "two", "quote  “Many residents want a park instead.”",
        "now    “Some residents want a park instead.”",
    ]  # fmt: skip
    assert [text for text, style in rows[4] if style.bold] == ["Some"]


@given(st.lists(st.sampled_from(["left", "right", "home", "end", "backspace", "delete", "ctrl+u", "a", "ö"])))
def test_a_field_keeps_its_cursor_inside(keys: list[str]) -> None:
    field = LineField()
    for key in keys:
        field = field.press(key, key if len(key) == 1 else None)
        assert 0 <= field.at <= len(field.text)


@given(texts, st.integers(0, 300), st.integers(10, 80))
def test_a_field_shows_its_cursor_at_any_width(text: str, at: int, width: int) -> None:
    field = LineField().insert(text)
    row = LineField(field.text, min(at, len(field.text))).row(" / ", STYLES, width)
    assert sum(cell_len(part) for part, _ in row) <= width
    assert "\n" not in "".join(part for part, _ in row)


def test_a_paste_becomes_one_line() -> None:
    assert LineField("ab", 1).insert("x\n y\tz") == LineField("ax y zb", 6)


def test_a_paste_keeps_the_spaces_around_it_but_no_line_end() -> None:
    assert LineField("round", 5).insert(" two\n") == LineField("round two", 9)
