from __future__ import annotations

from collections.abc import Callable
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import sentences
from seedreader.article import RELATIONS, Article, Passage, Span, Verdict
from seedreader.ingest.load_files import load
from seedreader.paths import samples
from seedreader.session import Session, StoryPassage, open_session
from seedreader.session.claim_filter import parse_claim_filter
from seedreader.session.selection import Selection
from seedreader.story import Story
from tests.stories import GAZETTE, HARBOUR, WEATHER, articles


def begun(sources: list[Article]) -> Session:
    opened = open_session(sources)
    for source in opened.sources:
        source.learn(sentences.split_sentences(source.article.text))
    return opened


def session(*texts: str, analysed: bool = True) -> Session:
    sources = articles(*texts)
    opened = begun(sources)
    if analysed:
        opened.attach(Story(sources))
    return opened


def at(source: int, quoted: str) -> StoryPassage:
    """The place of words of the first or second story."""
    start = (HARBOUR, GAZETTE)[source].index(quoted)
    return StoryPassage(source, start, start + len(quoted))


def words(s: Session) -> str:
    return s.here.article.text[slice(*s.here.cursor)]


def test_sentences_are_walked_to_the_end_and_no_further() -> None:
    s = session(WEATHER)
    assert words(s) == "Rain fell over the northern hills all week."
    assert s.move_sentence(1)
    assert words(s).startswith("Farmers there")
    assert not s.move_sentence(1)
    assert s.move_sentence(-1)
    assert not s.move_sentence(-1)


def test_moving_works_before_the_analysis_is_there() -> None:
    s = session(HARBOUR, GAZETTE, analysed=False)
    assert s.move_sentence(1)
    assert not s.move_claim(1)
    assert s.evidence() == ()
    assert s.claim is None


def test_claims_are_walked_in_order_and_back() -> None:
    s = session(HARBOUR)
    s.move_to(0)
    seen = []
    while s.move_claim(1):
        assert s.claim is not None
        seen.append(s.claim)
    assert seen[-1] == s.here.claims[-1]
    assert seen == [c for c in s.here.claims if c in seen]
    assert len(seen) >= len(s.here.claims) - 1
    assert s.move_claim(-1)
    assert s.claim == s.here.claims[-2]


def test_claim_number_counts_up_to_the_passage() -> None:
    s = session(HARBOUR)
    s.move_to(len(HARBOUR))
    assert s.claim_number == len(s.here.claims)


def test_a_jump_goes_to_the_match_and_back_and_forward() -> None:
    s = session(HARBOUR, GAZETTE)
    s.move_to(HARBOUR.index("It will cost"))
    home = s.place
    assert s.jump()
    there = s.place
    assert there.source == 1
    assert "6 million" in words(s)
    assert s.back()
    assert s.place == home
    assert s.forward()
    assert s.place == there
    assert not s.forward()


def test_jumping_again_tours_the_other_sources_and_comes_home() -> None:
    s = session(HARBOUR, GAZETTE, HARBOUR.replace("300", "280"))
    s.move_to(HARBOUR.index("It will cost"))
    home = s.place
    visited = []
    for _ in range(3):
        assert s.jump()
        visited.append(s.place)
    assert {place.source for place in visited} == {0, 1, 2}
    assert visited[-1] == home


def test_a_move_ends_the_tour() -> None:
    s = session(HARBOUR, GAZETTE, HARBOUR.replace("300", "280"))
    s.move_to(HARBOUR.index("It will cost"))
    s.jump()
    s.move_sentence(-1)
    assert not s.at_tour()


def test_a_passage_that_no_other_source_has_leads_nowhere() -> None:
    s = session(HARBOUR, WEATHER)
    assert not s.jump()
    assert not s.back()


def test_in_follow_mode_the_cursor_crosses_to_the_matching_passage() -> None:
    s = session(HARBOUR, GAZETTE)
    s.move_to(HARBOUR.index("It will cost"))
    assert s.move_focus(1)
    assert "6 million" in words(s)
    s.move_focus(1)
    assert s.focus == 0


def test_crossing_and_coming_back_loses_no_place() -> None:
    s = session(HARBOUR, GAZETTE, HARBOUR.replace("300", "280"))
    s.go(at(0, "4 million euros"))  # which no match of another source's leads to: that would be a sentence
    home = s.place
    for _ in range(3):
        s.move_focus(1)
    assert s.place == home
    s.move_focus(1)
    s.move_focus(-1)
    assert s.place == home


def test_coming_back_after_a_move_it_stands_at_the_match_of_where_that_led() -> None:
    s = session(HARBOUR, GAZETTE)
    s.go(at(0, "approved the new pier"))
    s.move_focus(1)
    s.move_to(GAZETTE.index("It will cost"))
    s.move_focus(-1)
    assert "4 million" in words(s)


def test_coming_back_after_a_jump_it_stands_at_the_match_of_where_that_led() -> None:
    s = session(HARBOUR, GAZETTE)
    s.go(at(0, "approved the new pier"))
    s.move_focus(1)
    s.go(at(1, "6 million euros"))
    s.move_focus(-1)
    assert "4 million" in words(s)


def test_without_follow_mode_each_source_keeps_its_cursor() -> None:
    s = session(HARBOUR, GAZETTE)
    s.follow = False
    s.move_to(HARBOUR.index("It will cost"))
    s.focus_on(1)
    assert words(s).startswith("Porto Sul will get")
    s.focus_on(0)
    assert words(s).startswith("It will cost")


def test_a_source_that_does_not_exist_is_not_focused() -> None:
    s = session(HARBOUR, GAZETTE)
    assert not s.focus_on(7)
    assert not s.focus_on(-1)
    assert s.focus == 0


def test_the_sources_focused_last_are_visible_in_the_order_of_the_story() -> None:
    s = session(*(f"Sentence number {n} stands here." for n in range(5)))
    s.follow = False
    assert s.columns.visible(2) == [0, 1]
    s.focus_on(3)
    assert s.columns.visible(2) == [0, 3]
    s.focus_on(4)
    assert s.columns.visible(2) == [3, 4]
    assert s.columns.visible(9) == [0, 1, 2, 3, 4]


def test_a_cursor_that_was_moved_stays_when_the_analysis_arrives() -> None:
    sources = articles(HARBOUR, GAZETTE)
    s = begun(sources)
    s.move_to(HARBOUR.index("About 300"))
    before = words(s)
    s.attach(Story(sources))
    assert words(s) == before


def test_a_cursor_never_moved_leaves_the_boilerplate() -> None:
    text = "Date: 2024-05-17 10:00:00\n\n" + HARBOUR
    sources = articles(text)
    s = begun(sources)
    assert words(s).startswith("Date")
    s.attach(Story(sources))
    assert words(s).startswith("The harbour council")


def test_boilerplate_under_the_cursor_is_told_by_its_kind() -> None:
    s = session("Date: 2024-05-17 10:00:00\n\n" + HARBOUR)
    s.move_to(0)
    assert [span.kind for span in s.boilerplate] == ["metadata"]
    s.move_sentence(1)
    assert not s.boilerplate


def test_boilerplate_inside_a_passage_is_told_too() -> None:
    s = session(HARBOUR)
    start, end = s.here.cursor
    s.here.boilerplate = (Span(start + 4, start + 11, "credit", 0.9), Span(end, end + 3, "date", 0.9))
    assert [span.kind for span in s.boilerplate] == ["credit"]


def test_an_empty_source_has_no_passage_and_does_not_break() -> None:
    s = session("", HARBOUR)
    assert s.place == StoryPassage(0, 0, 0)
    for moved in (s.move_sentence(1), s.move_claim(1), s.move_to(5), s.jump()):
        assert not moved
    assert s.annotations_here() == []


MOVES = st.sampled_from(["j", "k", "n", "N", "l", "h", "enter", "back", "forward", "follow", "end", "home"])


@given(st.lists(MOVES, max_size=60))
def test_any_keys_leave_every_cursor_on_words_of_its_source(keys: list[str]) -> None:
    s = session(HARBOUR, GAZETTE, WEATHER)
    act: dict[str, Callable[[], object]] = {
        "j": lambda: s.move_sentence(1),
        "k": lambda: s.move_sentence(-1),
        "n": lambda: s.move_claim(1),
        "N": lambda: s.move_claim(-1),
        "l": lambda: s.move_focus(1),
        "h": lambda: s.move_focus(-1),
        "enter": s.jump,
        "back": s.back,
        "forward": s.forward,
        "follow": lambda: setattr(s, "follow", not s.follow),
        "end": lambda: s.move_to(10**9),
        "home": lambda: s.move_to(0),
    }
    for key in keys:
        act[key]()
        for source in s.sources:
            start, end = source.cursor
            assert 0 <= start < end <= len(source.article.text)
        assert s.focus in s.columns.visible(1)
        assert s.focus not in s.matches()


def test_looking_ahead_changes_nothing() -> None:
    for analysed in (False, True):
        s = session(HARBOUR, GAZETTE, analysed=analysed)
        before = s.place
        s.foresee()
        s.move_to(len(HARBOUR))
        s.foresee()
        s.move_to(0)
        assert s.place == before or analysed


def test_a_selection_does_not_go_along_to_another_source() -> None:
    s = session(HARBOUR, GAZETTE)
    s.selection = Selection(10, 20)
    s.move_focus(1)
    assert s.selection is None
    assert s.passage == s.place


def test_the_filter_of_claims_holds_at_each_new_analysis() -> None:
    sources = articles(HARBOUR, GAZETTE)
    s = begun(sources)
    s.attach(Story(sources))
    s.choose(parse_claim_filter("kind:quantity"))
    chosen = [source.claim_starts for source in s.sources]
    assert 0 < len(chosen[0]) < len(s.sources[0].claims)
    s.attach(Story(sources))
    assert [source.claim_starts for source in s.sources] == chosen


SUNK = "The Orrin sank off Skarne with 212 people.\n"
TWO = "Ana Ruiz opened a bakery with 3 ovens. A museum in Lima bought 40 paintings.\n"
CUP = "The chess cup drew 240 players to Oslo.\n"


def linked(*said: tuple[str, str]) -> Session:
    """A session on the first claim of a story in which the reader linked it with these words."""
    sources = articles(SUNK, TWO, CUP)
    s = begun(sources)
    plain = Story(sources)
    claim = plain.articles[0].claims[0]
    mine = Passage(sources[0], claim.start, claim.end)
    verdicts = []
    for words, relation in said:
        other = next(source for source in sources if words in source.text)
        start = other.text.index(words)
        verdicts.append(Verdict(mine, Passage(other, start, start + len(words)), relation))
    s.attach(plain.with_verdicts(verdicts))
    s.go(StoryPassage(0, claim.start, claim.end))
    return s


def test_a_jump_visits_each_passage_of_a_source_that_is_linked() -> None:
    s = linked(("3 ovens", "agree"), ("40 paintings", "conflict"), ("240 players", "refine"))
    home, visited = s.place, []
    while s.jump() and s.place != home:
        visited.append(words(s))
    assert sorted(visited) == ["240 players", "3 ovens", "40 paintings"]


def test_the_match_of_a_source_is_the_first_of_its_links() -> None:
    s = linked(("3 ovens", "agree"), ("40 paintings", "conflict"))
    first = next(link for link in s.evidence())
    assert len(s.evidence()) == 2
    assert s.matches() == {1: (first.b.start, first.b.end)}


def test_the_nearest_passages_are_places_of_other_sources() -> None:
    s = session(HARBOUR, GAZETTE)
    (place,) = s.nearest()
    assert place.source == 1
    assert GAZETTE[place.start : place.end] == "Porto Sul will get a new pier."
    s.move_to(HARBOUR.index("Work begins"))
    assert s.nearest() == []
    assert session(HARBOUR, GAZETTE, analysed=False).nearest() == []


def test_reading_begins_with_the_sentence_right_after_the_boilerplate() -> None:
    s = session(WEATHER, analysed=False)
    first, second = s.here.sentences
    s.here.boilerplate = (Span(0, second[0], "navigation", 0.9),)
    s.here.begin()
    assert s.here.cursor == second
    s.here.boilerplate = (Span(0, len(WEATHER), "navigation", 0.9),)
    s.here.begin()
    assert s.here.cursor == first


def test_a_sentence_tells_no_less_of_a_place_than_a_claim_in_it() -> None:
    sources = sorted(load([str(samples())]).articles, key=lambda article: article.name)
    s = begun(sources)
    story = Story(sources)
    s.attach(story)
    compared = 0
    for source in range(len(sources)):
        s.focus_on(source)
        for start, _ in s.here.sentences:
            s.move_to(start)
            if s.claim is None:
                continue
            there = story.evidence(story.articles[source], s.claim.start, s.claim.end)
            shown = s.evidence()
            assert len({(id(link.b.article), link.b.start, link.b.end) for link in shown}) == len(shown)
            for one, two in product(shown, there):
                a, b = one.b, two.b
                if a.article is b.article and a.start < b.end and b.start < a.end:
                    compared += 1
                    assert RELATIONS.index(one.relation) <= RELATIONS.index(two.relation)
    assert compared > 30
