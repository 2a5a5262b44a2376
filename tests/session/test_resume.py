from __future__ import annotations

import json
import os
import stat
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seedreader.analysis import sentences
from seedreader.article import Article, SourceId
from seedreader.session import Session, open_session, resume
from tests.stories import GAZETTE, HARBOUR, WEATHER, articles


def session_on(*texts: str) -> Session:
    session = open_session(articles(*texts))
    for source in session.sources:
        source.learn(sentences.split_sentences(source.article.text))
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
        source.learn(sentences.split_sentences(source.article.text))
    return session, screen


def test_everything_is_where_it_was(tmp_path: Path) -> None:
    before = left(tmp_path, HARBOUR, GAZETTE)
    after, screen = reopened(tmp_path, HARBOUR, GAZETTE)
    assert (after.place, after.follow, after.columns.recent) == (before.place, False, before.columns.recent)
    assert screen == {"panel": False}


def test_marks_are_kept_and_follow_their_words(tmp_path: Path) -> None:
    before = session_on(HARBOUR, GAZETTE)
    before.move_to(HARBOUR.index("Work begins"))
    before.mark("a")
    before.point(1, GAZETTE.index("Some residents"))
    before.mark("Z")
    resume.save(tmp_path, before, {})
    after, _ = reopened(tmp_path, HARBOUR, GAZETTE)
    assert after.marks == before.marks
    moved, _ = reopened(tmp_path, "New words.\n" + HARBOUR, GAZETTE.replace("Some residents", "Somebody"))
    mark = moved.marks["a"]
    assert moved.sources[0].article.text[mark.start : mark.end] == "Work begins in March 2024."
    gone, _ = reopened(tmp_path, GAZETTE)
    assert set(gone.marks) == {"Z"}


def test_the_columns_are_arranged_as_they_were(tmp_path: Path) -> None:
    before = left(tmp_path, HARBOUR, GAZETTE, WEATHER)
    before.columns.move(1, -1)
    before.columns.hidden.add(2)
    before.columns.pinned.add(0)
    resume.save(tmp_path, before, {})
    after, _ = reopened(tmp_path, HARBOUR, GAZETTE, WEATHER)
    assert after.columns == before.columns
    fewer, _ = reopened(tmp_path, HARBOUR, GAZETTE)
    assert fewer.columns.order == [1, 0]
    assert fewer.columns.pinned == {0}


def test_a_passage_is_found_by_its_words_in_a_text_that_changed(tmp_path: Path) -> None:
    left(tmp_path, HARBOUR, GAZETTE)
    after, _ = reopened(tmp_path, HARBOUR, "A new beginning.\n" + GAZETTE)
    start, end = after.here.cursor
    assert after.here.article.text[start:end] == "It will cost 6 million euros, mayor Ana Ruiz said."


DAM = (
    "Dam\n\n20 March 2025\n\nThe mayor, Ida Brunn, said 412 people were evacuated.\n\n"
    "The dam was built in 1962. It held.\n"
)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (DAM.replace("1962", "1963"), "The dam was built in 1963."),
        ("BREAKING: updated story\n\n" + DAM.replace("1962", "1963"), "The dam was built in 1963."),
        (DAM.replace("The dam was built in 1962. ", ""), "It held."),
        ("Nothing of it is left, not one word.\n" * 9, "Nothing of it is left, not one word."),
    ],
)
def test_a_reworded_passage_is_found_by_its_words_and_the_cursor_is_on_a_whole_sentence(
    tmp_path: Path, changed: str, expected: str
) -> None:
    before = session_on(HARBOUR, DAM)
    before.point(1, DAM.index("The dam was"))
    resume.save(tmp_path, before, {})
    after, _ = reopened(tmp_path, HARBOUR, changed)
    start, end = after.here.cursor
    assert after.here.article.text[start:end].strip() == expected


def test_a_long_sentence_whose_end_changed_is_resumed_whole(tmp_path: Path) -> None:
    long = "The council " + "of the old harbour town " * 12 + "met on Monday."
    before = session_on(HARBOUR, f"One. {long} It rained.\n")
    before.point(1, 20)
    resume.save(tmp_path, before, {})
    changed = long.replace("Monday", "the first Tuesday of March")
    after, _ = reopened(tmp_path, HARBOUR, f"One. {changed} It rained.\n")
    start, end = after.here.cursor
    assert after.here.article.text[start:end] == changed


def test_a_passage_that_is_gone_leaves_the_cursor_about_there(tmp_path: Path) -> None:
    left(tmp_path, HARBOUR, GAZETTE)
    after, _ = reopened(tmp_path, HARBOUR, "Short.")
    assert 0 <= after.here.cursor[0] < after.here.cursor[1] <= len("Short.")


def test_a_story_not_read_before_begins_at_the_beginning(tmp_path: Path) -> None:
    left(tmp_path, HARBOUR, GAZETTE)
    after, screen = reopened(tmp_path, WEATHER)
    assert (after.place, screen) == (session_on(WEATHER).place, {})


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


COST = "It will cost 6 million euros, mayor Ana Ruiz said."


def files(**texts: str) -> list[Article]:
    return [Article(text, name, path=f"/story/{name}.txt") for name, text in texts.items()]


def read_before(folder: Path, **texts: str) -> None:
    """A story in which the reader left the first source at its second sentence."""
    session = open_session(files(**texts))
    for source in session.sources:
        source.learn(sentences.split_sentences(source.article.text))
    session.point(len(texts) - 1, 0)
    session.point(0, session.sources[0].article.text.index("It will cost"))
    session.follow = False
    resume.save(folder, session, {"panel": False})


def read_again(folder: Path, **texts: str) -> tuple[Session, dict[str, object]]:
    session = open_session(files(**texts))
    screen = resume.restore(folder, session)
    for source in session.sources:
        source.learn(sentences.split_sentences(source.article.text))
    return session, screen


def under(session: Session) -> str:
    start, end = session.here.cursor
    return session.here.article.text[start:end]


def test_a_file_that_came_leaves_the_others_where_they_were(tmp_path: Path) -> None:
    read_before(tmp_path, gazette=GAZETTE, harbour=HARBOUR)
    after, screen = read_again(tmp_path, another=WEATHER, gazette=GAZETTE, harbour=HARBOUR)
    assert (under(after), after.focus, after.columns.recent) == (COST, 1, [1, 2, 0])
    assert (after.follow, screen) == (False, {"panel": False})
    assert not after.sources[0].resumed


def test_a_file_that_went_leaves_the_others_where_they_were(tmp_path: Path) -> None:
    read_before(tmp_path, gazette=GAZETTE, harbour=HARBOUR, weather=WEATHER)
    after, screen = read_again(tmp_path, gazette=GAZETTE, weather=WEATHER)
    assert (under(after), after.columns.recent, screen) == (COST, [0, 1], {"panel": False})


def test_where_the_focused_file_went_the_one_before_has_the_focus(tmp_path: Path) -> None:
    read_before(tmp_path, gazette=GAZETTE, harbour=HARBOUR, weather=WEATHER)
    after, _ = read_again(tmp_path, harbour=HARBOUR, weather=WEATHER)
    assert (after.focus, after.columns.recent) == (1, [1, 0])


def test_a_renamed_file_is_known_by_its_text(tmp_path: Path) -> None:
    read_before(tmp_path, gazette=GAZETTE)
    after, _ = read_again(tmp_path, renamed=GAZETTE)
    assert under(after) == COST


def test_a_renamed_file_that_changed_is_known_by_the_passage(tmp_path: Path) -> None:
    read_before(tmp_path, gazette=GAZETTE, harbour=HARBOUR)
    after, _ = read_again(tmp_path, harbour=HARBOUR, renamed="Corrected today.\n" + GAZETTE)
    assert (under(after), after.focus) == (COST, 1)


@pytest.mark.parametrize("version", [1, 2])
def test_a_state_of_an_older_version_is_read(tmp_path: Path, version: int) -> None:
    """They told articles by their paths, and named the file by these; version 1 knew no texts."""
    read_before(tmp_path, gazette=GAZETTE, harbour=HARBOUR)
    (file,) = (tmp_path / "places").iterdir()
    paths = ["/story/gazette.txt", "/story/harbour.txt"]
    state = json.loads(file.read_bytes()) | {"version": version, "story": paths}
    for place in state["sources"] if version == 1 else ():
        del place["text"]
    file.unlink()
    older = file.with_name(f"{zlib.crc32(chr(0).join(paths).encode()):08x}.json")
    older.write_text(json.dumps(state))
    for number in range(50):  # more stories than are looked through for one that has some of the articles
        file.with_name(f"{number}.json").write_text("{}")
    assert under(read_again(tmp_path, gazette=GAZETTE, harbour=HARBOUR)[0]) == COST
    for number in range(50):
        file.with_name(f"{number}.json").unlink()
    assert under(read_again(tmp_path, renamed=GAZETTE, harbour=HARBOUR)[0]) == COST


def members(**texts: str) -> list[Article]:
    """The articles of one file."""
    source = SourceId.of_path("/story/export.mbox")
    return [
        Article(text, name, path="/story/export.mbox", source=source._replace(member=name))
        for name, text in texts.items()
    ]


def test_two_members_of_one_file_have_places_of_their_own(tmp_path: Path) -> None:
    session = open_session(members(one=GAZETTE, two=HARBOUR))
    for source in session.sources:
        source.learn(sentences.split_sentences(source.article.text))
    session.point(0, GAZETTE.index("It will cost"))
    session.point(1, HARBOUR.index("Work begins"))
    resume.save(tmp_path, session, {})
    changed = "Corrected.\n" + HARBOUR
    after = open_session(members(two=changed, one=GAZETTE))
    resume.restore(tmp_path, after)
    words = [source.article.text[slice(*source.cursor)] for source in after.sources]
    assert words == ["Work begins in March 2024.", COST]


def test_fewer_than_half_of_the_files_make_no_story_of_before(tmp_path: Path) -> None:
    read_before(tmp_path, gazette=GAZETTE)
    after, screen = read_again(tmp_path, gazette=GAZETTE, harbour=HARBOUR, weather=WEATHER)
    assert (screen, after.follow) == ({}, True)


def test_half_of_the_files_are_enough(tmp_path: Path) -> None:
    read_before(tmp_path, gazette=GAZETTE, harbour=HARBOUR)
    after, screen = read_again(
        tmp_path, gazette=GAZETTE, one="One. Two.", two="Three. Four.", harbour=HARBOUR
    )
    assert under(after) == COST
    assert screen
    alone, screen = read_again(tmp_path, gazette=GAZETTE, weather=WEATHER)
    assert under(alone) == COST
    assert screen


def test_a_name_alone_is_not_a_file(tmp_path: Path) -> None:
    left(tmp_path, HARBOUR, GAZETTE)
    assert reopened(tmp_path, WEATHER, "Other words.", "More.")[1] == {}


def test_the_newest_state_is_taken(tmp_path: Path) -> None:
    read_before(tmp_path, gazette=GAZETTE, harbour=HARBOUR)
    for file in (tmp_path / "places").iterdir():
        os.utime(file, (1, 1))
    read_before(tmp_path, gazette="First this. It will cost nothing.", weather=WEATHER)
    after, _ = read_again(tmp_path, gazette=GAZETTE)
    assert under(after) != COST


def test_where_nothing_was_read_nothing_is_looked_at_or_made(tmp_path: Path) -> None:
    assert read_again(tmp_path, gazette=GAZETTE)[1] == {}
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_file_is_no_state(tmp_path: Path) -> None:
    places = tmp_path / "places"
    places.mkdir()
    (places / "folder.json").mkdir()
    os.mkfifo(places / "pipe.json")
    (places / "gone.json").symlink_to(places / "nowhere")
    (places / "huge.json").write_bytes(b"[" * 2_000_000)
    (places / "deep.json").write_bytes(b"[" * 200_000)
    assert read_again(tmp_path, gazette=GAZETTE)[1] == {}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["version", "story", "sources", "focus", "follow", "recent", "screen"]),
    JSON,
    st.sampled_from([None, "start", "end", "quote", "text"]),
)
def test_a_damaged_state_never_raises(tmp_path: Path, key: str, value: object, part: str | None) -> None:
    folder = tmp_path / "places"
    if folder.exists():
        for file in folder.iterdir():
            file.unlink()
    read_before(tmp_path, gazette=GAZETTE, harbour=HARBOUR)
    (file,) = folder.iterdir()
    state = json.loads(file.read_bytes())
    if part:
        state["sources"][0][part] = value
    else:
        state[key] = value
    file.write_text(json.dumps(state))
    for name in ("gazette", "renamed"):
        after, _ = read_again(tmp_path, **{name: GAZETTE, "harbour": HARBOUR})
        assert sorted(after.columns.recent) == [0, 1]
        for source in after.sources:
            start, end = source.cursor
            assert 0 <= start < end <= len(source.article.text)


def test_columns_of_new_sources_stand_behind_those_that_were_arranged(tmp_path: Path) -> None:
    before = left(tmp_path, HARBOUR, GAZETTE)
    before.columns.move(1, -1)
    resume.save(tmp_path, before, {})
    after, _ = reopened(tmp_path, HARBOUR, GAZETTE, WEATHER)
    assert after.columns.order == [1, 0, 2]


def test_of_two_texts_that_are_alike_one_takes_up_the_place(tmp_path: Path) -> None:
    left(tmp_path, HARBOUR, GAZETTE)
    after, _ = reopened(tmp_path, GAZETTE, GAZETTE, HARBOUR)
    assert [source.resumed for source in after.sources] == [True, False, True]


def test_a_state_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    file = resume.file_of(tmp_path, left(tmp_path, HARBOUR, GAZETTE))
    file.write_bytes(file.read_bytes() + b" " * 1_000_000)
    assert reopened(tmp_path, HARBOUR, GAZETTE)[1] == {}


def test_only_so_many_states_of_other_stories_are_looked_at(tmp_path: Path) -> None:
    file = resume.file_of(tmp_path, left(tmp_path, HARBOUR, GAZETTE))
    os.utime(file, (1, 1))
    for number in range(40):
        assert reopened(tmp_path, HARBOUR, GAZETTE, WEATHER)[1] == {"panel": False}
        (file.parent / f"other{number}.json").write_text("{}")
    assert reopened(tmp_path, HARBOUR, GAZETTE, WEATHER)[1] == {}


def test_words_that_stand_elsewhere_alone_make_no_story_the_same(tmp_path: Path) -> None:
    left(tmp_path, HARBOUR, GAZETTE)
    quoting = f"A new beginning.\n{GAZETTE}"
    assert reopened(tmp_path, quoting)[1] == {}
