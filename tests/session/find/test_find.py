from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import sentences
from seedreader.session.find import Finder, FindResults, Hit, query
from seedreader.session.find.folded_text import fold
from seedreader.session.find.hits import exact
from tests.session.find.test_folded_text import unusual

TEXT = (
    "The harbour council approved the new pier on Monday.\nIt will cost 4 million euros, mayor Ana Ruiz\n"
    "said. Residents of Łódź asked for sanctions against the contractors."
)


def find(typed: str, *texts: str, notes: tuple[str, ...] = ()) -> FindResults:
    ranges = [sentences.split_sentences(text) for text in texts]
    found = Finder(texts).find(query(typed), ranges, notes)
    assert found is not None
    return found


def words(typed: str, text: str = TEXT) -> list[str]:
    """The hits in one text as they stand there, the ranges of one with a bar between."""
    (hits,) = find(typed, text).sources
    return ["|".join(text[a:b] for a, b in hit.ranges) for hit in hits.listed]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("PIER", []),
        ("pier", ["pier"]),
        ("Ana ruiz", []),
        ("ana ruiz said", ["Ana Ruiz\nsaid"]),
        ("Ana   Ruiz", ["Ana Ruiz"]),
        ("lodz", ["Łódź"]),
        ("Łódź", ["Łódź"]),
        ("", []),
        ("   ", []),
    ],
)
def test_letter_by_letter(typed: str, found: list[str]) -> None:
    assert words(f'"{typed}"') == found
    if found:
        assert words(typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("harbuor", ["harbour"]),
        ("sanktions", ["sanctions"]),
        ("harbour piers", ["harbour|pier"]),
        ("coucil approved pier", ["council|approved|pier"]),
        ("pier council", []),
        ("council euros", []),
        ("residnts sancti", ["Residents|sanctions"]),
        ("contarctors", ["contractors"]),
        ("aproved the nwe", []),
        ("5 million", []),
        ('"harbuor"', []),
        ('"harbuor', []),
    ],
)
def test_with_typos_where_nothing_stands_letter_by_letter(typed: str, found: list[str]) -> None:
    assert words(typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("qier", []),
        ("pierr", ["pier"]),
        ("counvil", ["council"]),
        ("counvul", []),
        ("abproxed", []),
        ("rezidemts", ["Residents"]),
        ("rezidemtz", []),
    ],
)
def test_one_typo_from_five_letters_and_two_from_nine(typed: str, found: list[str]) -> None:
    assert words(f"~{typed}") == found


def test_a_figure_has_no_typos() -> None:
    text = "The army sent 12,000 soldiers and 11,000 horses."
    assert words("~12,000 soldeirs", text) == ["12,000|soldiers"]
    assert words("13,000 soldiers", text) == []
    assert words("~2,000", text) == ["2,000"]


def test_typos_come_in_addition_where_they_are_asked_for() -> None:
    text = "A strike, a strke and another strike."
    assert words("strike", text) == ["strike", "strike"]
    assert words("~strike", text) == ["strike", "strke", "strike"]
    (hits,) = find("~strike", text).sources
    assert [hit.typos for hit in hits.listed] == [0, 1, 0]
    assert hits.total == 3


def test_words_stand_as_close_together_as_they_can_be() -> None:
    text = "The troops that came, many troops said, left the town, and all troops then left the river."
    assert words("troops left", text) == ["troops|left", "troops|left"]
    assert find("troops left", text).sources[0].listed[0] == Hit(((27, 33), (40, 44)))


@pytest.mark.parametrize("plain", ["it's", "it’s"])
def test_apostrophes_quotation_marks_and_dashes_match_plain_ones(plain: str) -> None:
    assert words(plain, "He says it’s over.") == ["it’s"]
    assert words('said "no" - then', "She said “no” — then left.") == ["said “no” — then"]


def test_quotation_marks_can_be_found() -> None:
    assert words('"', "She said “no”.") == ["“", "”"]
    assert words("~", "about ~5") == ["~"]


def test_notes_are_found_and_counted_apart() -> None:
    found = find("counted", "Nothing here.", notes=("Who counted them?", "figures", "Counted twice, counted"))
    assert (found.total, found.written) == (0, 2)
    assert [hits.total for hits in found.notes] == [1, 0, 2]
    assert find("figrues", "Nothing here.", notes=("figures",)).written == 1


def test_one_source_after_the_other_and_round_the_end() -> None:
    found = find("pier", "A pier, a pier.", "None.", "The pier.")
    order = [0, 1, 2]
    at, seen = (0, 0), []
    for _ in range(4):
        step = found.following(*at, 1, order, standing=True)
        assert step is not None
        (source, _, hit), wrapped = step
        seen.append((source, hit.start, found.number(step[0], order), wrapped))
        at = (source, hit.start)
    assert seen == [(0, 2, 1, False), (0, 10, 2, False), (2, 4, 3, False), (0, 2, 1, True)]
    back = found.following(0, 2, -1, order, standing=True)
    assert back is not None
    assert (back[0].source, back[1]) == (2, True)
    again = found.following(0, 2, -1, [2, 0, 1])
    assert again is not None
    assert (again[0].source, again[1]) == (2, False)
    assert found.number(again[0], [2, 0, 1]) == 1


def test_without_a_hit_nothing_follows() -> None:
    assert find("zebra", "A pier.", "").following(0, 0, 1, [0, 1]) is None


def test_a_stopped_search_finds_nothing() -> None:
    assert Finder(["A pier."]).find(query("pier"), [()], stop=lambda: True) is None


def test_of_very_many_hits_those_about_a_place_are_listed() -> None:
    text = "on and " * 100
    hits = exact(fold(text), "on", around=350, most=10)
    assert (len(hits.listed), hits.total) == (10, 100)
    assert hits.listed[0].start <= 350 <= hits.listed[-1].start
    assert hits.listed[0].start == 7 * hits.before
    assert exact(fold(text), "on", around=len(text), most=10).listed[-1].start == 7 * 99


@given(unusual, st.data())
def test_the_text_of_every_hit_is_what_was_sought(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    typed = data.draw(st.one_of(unusual, st.just(text[start : start + 5])))
    wanted = query(typed)
    for hit in find(typed, text).sources[0].listed:
        assert all(0 <= a < b <= len(text) for a, b in hit.ranges)
        if not hit.typos and len(hit.ranges) == 1 and wanted.mode == "exact":
            assert fold(text[hit.start : hit.end], wanted.cased).text == wanted.sought


@given(unusual, unusual, unusual)
def test_no_search_is_too_strange(text: str, note: str, typed: str) -> None:
    for wanted in (f"~{typed}", f"~{text[:9]} {typed}", typed + text[3:20]):
        found = find(wanted, text, "", notes=(note, ""))
        for source, hits in zip((text, "", note, ""), (*found.sources, *found.notes), strict=True):
            spans = [span for hit in hits.listed for span in hit.ranges]
            assert all(0 <= a < b <= len(source) for a, b in spans)
            assert len(hits.listed) == hits.total


@given(st.text("ab \n", max_size=60), st.text("ab ", min_size=1, max_size=3))
def test_letter_by_letter_nothing_is_missed(text: str, typed: str) -> None:
    sought = query(f'"{typed}"').sought
    hits = exact(fold(text), sought)
    assert hits.total == len(hits.listed) == (fold(text).text.count(sought) if sought else 0)


@given(st.lists(st.sampled_from(["pier", "harbour", "the", "harbuor", "Pier.", "\n"]), max_size=30))
def test_ranges_of_hits_are_in_order_and_apart(parts: list[str]) -> None:
    text = " ".join(parts)
    for typed in ("~harbour the", "~harbour", "pier", "~the pier harbour"):
        (hits,) = find(typed, text).sources
        spans = [span for hit in hits.listed for span in hit.ranges]
        assert all(a < b for a, b in spans)
        starts = [hit.start for hit in hits.listed]
        assert starts == sorted(starts)


def test_in_the_samples_every_word_is_found_where_it_stands(seeds: list[Path]) -> None:
    for path in seeds:
        text = path.read_text()
        finder = Finder([text])
        for start in range(0, len(text) - 12, 499):
            piece = text[start : start + 12].strip()
            found = finder.find(query(f'"{piece}"'), [()]) if '"' not in fold(piece).text else None
            if found and piece:
                spans = [span for hit in found.sources[0].listed for span in hit.ranges]
                assert any(a <= start + 6 <= b for a, b in spans)


def test_a_line_of_a_megabyte_takes_no_quadratic_time() -> None:
    text = "ab" * 500_000
    assert find("~zebra crossing", text).total == 0
    assert find("ab", text).total == 500_000
    assert len(find("ab", text).sources[0].listed) == 5_000
