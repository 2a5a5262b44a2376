from __future__ import annotations

import stat
from pathlib import Path

import pytest

from seedreader import resume
from seedreader.analysis import sentences
from seedreader.session import Session, open_session
from tests.stories import GAZETTE, HARBOUR, articles


def session_on(*texts: str) -> Session:
    session = open_session(articles(*texts))
    for source in session.sources:
        source.learn(sentences.split(source.article.text))
    return session


def left(folder: Path, *texts: str) -> Session:
    session = session_on(*texts)
    session.point(1, GAZETTE.index("It will cost"))
    session.follow = False
    resume.save(folder, session, {"panel": False})
    return session


def reopened(folder: Path, *texts: str) -> tuple[Session, dict[str, object]]:
    session = open_session(articles(*texts))
    screen = resume.restore(folder, session)
    for source in session.sources:
        source.learn(sentences.split(source.article.text))
    return session, screen


def test_everything_is_where_it_was(tmp_path: Path) -> None:
    before = left(tmp_path, HARBOUR, GAZETTE)
    after, screen = reopened(tmp_path, HARBOUR, GAZETTE)
    assert (after.place, after.follow, after.recent) == (before.place, False, before.recent)
    assert screen == {"panel": False}


def test_a_passage_is_found_by_its_words_in_a_text_that_changed(tmp_path: Path) -> None:
    left(tmp_path, HARBOUR, GAZETTE)
    after, _ = reopened(tmp_path, HARBOUR, "A new beginning.\n" + GAZETTE)
    start, end = after.here.cursor
    assert after.here.article.text[start:end] == "It will cost 6 million euros, mayor Ana Ruiz said."


def test_a_passage_that_is_gone_leaves_the_cursor_about_there(tmp_path: Path) -> None:
    left(tmp_path, HARBOUR, GAZETTE)
    after, _ = reopened(tmp_path, HARBOUR, "Short.")
    assert 0 <= after.here.cursor[0] < after.here.cursor[1] <= len("Short.")


def test_a_story_not_read_before_begins_at_the_beginning(tmp_path: Path) -> None:
    left(tmp_path, HARBOUR, GAZETTE)
    after, screen = reopened(tmp_path, HARBOUR)
    assert (after.place, screen) == (session_on(HARBOUR).place, {})


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"version": 99}', b"\xff\xfe"])
def test_a_state_that_cannot_be_read_is_none(tmp_path: Path, damage: bytes) -> None:
    session = left(tmp_path, HARBOUR, GAZETTE)
    resume.file_of(tmp_path, session).write_bytes(damage)
    after, screen = reopened(tmp_path, HARBOUR, GAZETTE)
    assert (after.focus, screen) == (0, {})


def test_where_no_one_moved_nothing_is_written(tmp_path: Path) -> None:
    resume.save(tmp_path, session_on(HARBOUR), {})
    assert list(tmp_path.iterdir()) == []


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    session = left(tmp_path / "data", HARBOUR, GAZETTE)
    file = resume.file_of(tmp_path / "data", session)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
