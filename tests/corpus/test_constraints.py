"""What the reader says of which sources tell of one event."""

from __future__ import annotations

from seedreader.article import SourceId
from seedreader.corpus import Constraints, find_stories, merge, move, not_this_event, split
from tests.corpus.test_find_stories import articles_of

A, B, C, D, E = (SourceId(f"file:///{name}") for name in "abcde")
NONE = Constraints()


def test_merging_joins_what_was_together_before() -> None:
    said = merge(merge(NONE, [A, B]), [B], [C])
    assert said == Constraints((frozenset((A, B, C)),), ())


def test_merging_takes_back_what_was_parted_and_no_more() -> None:
    said = merge(split(NONE, [A], [B, C]), [A], [B])
    assert said.together == (frozenset((A, B)),)
    assert said.apart == ((frozenset((A,)), frozenset((C,))),)


def test_splitting_takes_back_what_was_merged_and_keeps_each_half() -> None:
    said = split(merge(NONE, [A, B, C, D]), [A, B], [C, D])
    assert set(said.together) == {frozenset((A, B)), frozenset((C, D))}
    assert said.apart == ((frozenset((A, B)), frozenset((C, D))),)


def test_a_source_is_not_parted_from_itself() -> None:
    assert split(NONE, [A], [A]) == NONE
    assert not_this_event(NONE, A, [A]) == NONE


def test_saying_it_twice_is_saying_it_once() -> None:
    assert split(split(NONE, [A], [B]), [A], [B]) == split(NONE, [A], [B])
    assert merge(merge(NONE, [A], [B]), [A], [B]) == merge(NONE, [A], [B])


def test_moving_takes_a_source_from_one_story_to_another() -> None:
    said = move(merge(NONE, [A, B, C]), C, [A, B, C], [D, E])
    assert set(said.together) == {frozenset((A, B)), frozenset((C, D, E))}
    assert said.apart == ((frozenset((C,)), frozenset((A, B))),)


def test_each_word_changes_the_stories_that_are_found() -> None:
    articles = articles_of("quake in Sorvana", "trial of Vance")
    quake, trial = ([a.source for a in story if a.source] for story in find_stories(articles))

    def sizes(said: Constraints) -> list[int]:
        return list(map(len, find_stories(articles, said)))

    assert sizes(NONE) == [3, 2]
    assert sizes(merge(NONE, quake, trial)) == [5]
    assert sizes(not_this_event(NONE, quake[1], quake)) == [2, 1, 2]
    assert sizes(move(NONE, quake[1], quake, trial)) == [2, 3]
    assert sizes(split(NONE, quake[:2], quake[2:])) == [2, 1, 2]
