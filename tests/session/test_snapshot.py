from __future__ import annotations

from seedreader.session import StoryPassage, open_session
from seedreader.session.snapshot import preview, restore, sentence_at, snapshot
from tests.stories import GAZETTE, HARBOUR, WEATHER, articles


def test_looking_somewhere_leaves_no_trace() -> None:
    session = open_session(articles(HARBOUR, GAZETTE, WEATHER))
    session.sources[0].learn([(0, 52), (53, 103)])
    session.columns.hidden.add(2)
    before = snapshot(session)
    preview(session, StoryPassage(2, 0, 46))
    assert session.place == StoryPassage(2, 0, 46)
    assert session.columns.visible(1) == [2]
    restore(session, before)
    assert snapshot(session) == before
    assert session.place == StoryPassage(0, 0, 52)
    assert session.columns.hidden == {2}
    assert not session.jump_list.behind
    assert not session.moved


def test_the_sentence_in_which_a_range_begins() -> None:
    session = open_session(articles(HARBOUR))
    assert sentence_at(session, 0, 4, 11) == StoryPassage(0, 4, 11)
    session.sources[0].learn([(0, 52), (60, 103)])
    assert sentence_at(session, 0, 4, 11) == StoryPassage(0, 0, 52)
    assert sentence_at(session, 0, 50, 70) == StoryPassage(0, 0, 52)
    assert sentence_at(session, 0, 54, 58) == StoryPassage(0, 54, 58)
