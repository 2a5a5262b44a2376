from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.notebook import NotebookError
from seedreader.notebook.drafts import Draft, Drafts

NOTE = Draft("note", "abc", 4, 9, "words", "Gazette", body="who?")

_OTHER = """
import sys
from pathlib import Path
from seedreader.notebook.drafts import Draft, Drafts

drafts, draft = Drafts(Path(sys.argv[1])), Draft("note", "abc", 4, 9, "words", "Gazette", body=sys.argv[3])
if sys.argv[2] == "elsewhere":
    drafts.file(draft).write_text(sys.argv[3] + " and on")
else:
    drafts.find(draft)
    drafts.keep(draft)
print("kept", flush=True)
sys.stdin.read()
"""


@contextmanager
def another(drafts: Drafts, body: str, way: str = "here") -> Iterator[subprocess.Popen[str]]:
    """Another running program that writes on the same passage; killed at the end."""
    command = [sys.executable, "-c", _OTHER, str(drafts.folder), way, body]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        try:
            assert program.stdout.readline() == "kept\n"
            yield program
        finally:
            program.kill()


def left_before(folder: Path, name: str, body: str, when: int) -> None:
    """A draft of a program that ended, last changed at second ``when``."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(json.dumps(asdict(replace(NOTE, body=body))))
    os.utime(path, (when, when))


def test_a_draft_is_found_again_by_what_it_is_for(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.keep(NOTE)
    drafts.keep(replace(NOTE, body="who said?"))
    assert drafts.find(replace(NOTE, body="")) == replace(NOTE, body="who said?")
    assert drafts.find(replace(NOTE, kind="tag")) is None
    assert drafts.find(replace(NOTE, annotation="other")) is None
    assert [draft.body for draft in drafts.every()] == ["who said?"]
    drafts.drop(NOTE)
    drafts.drop(NOTE)
    assert drafts.every() == ()


def test_looking_creates_nothing(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "data" / "drafts")
    assert drafts.every() == ()
    assert drafts.find(NOTE) is None
    assert list(tmp_path.iterdir()) == []


def test_only_the_owner_may_read(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.keep(NOTE)
    (file,) = drafts.folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(drafts.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(drafts.file(NOTE).stat().st_mode) == 0o600


def test_what_another_editor_wrote_is_taken_in_even_after_a_kill(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.file(NOTE).write_text("written elsewhere")
    assert drafts.find(NOTE) == replace(NOTE, body="written elsewhere")
    assert [path.suffix for path in drafts.folder.iterdir()] == [".json"]


@pytest.mark.parametrize("left", ["", " \n"])
def test_an_editor_that_left_an_empty_text_leaves_what_was_typed(tmp_path: Path, left: str) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.file(NOTE).write_text(left)
    assert drafts.take(NOTE) == NOTE
    assert drafts.every() == (NOTE,)


def test_a_torn_draft_is_none_and_harms_no_other(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.keep(NOTE)
    (drafts.folder / "f00.draft.json").write_text('{"kind": "no')
    assert drafts.every() == (NOTE,)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotebookError, match="can't be kept"):
        Drafts(tmp_path / "file" / "drafts").keep(NOTE)


@settings(max_examples=50)
@given(st.text(), st.text())
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, body: str, quote: str) -> None:
    drafts = Drafts(tmp_path_factory.mktemp("d"))
    draft = replace(NOTE, body=body, quote=quote)
    drafts.keep(draft)
    assert drafts.find(draft) == draft


def test_programs_that_run_at_once_leave_each_other_alone(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    with another(drafts, "theirs"):
        assert drafts.find(NOTE) is None
        assert drafts.every() == ()
        drafts.keep(NOTE)
        assert drafts.find(NOTE) == NOTE
        drafts.drop(replace(NOTE, body="theirs"))
        drafts.drop(NOTE)
        assert drafts.find(NOTE) is None
    assert drafts.find(NOTE) == replace(NOTE, body="theirs")


def test_a_killed_programs_draft_becomes_ours_and_ours_stays_findable(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.keep(replace(NOTE, body="ours"))
    for path in drafts.folder.iterdir():
        os.utime(path, (1, 1))
    with another(drafts, "theirs"):
        assert drafts.find(NOTE) == replace(NOTE, body="ours")
    assert drafts.find(NOTE) == replace(NOTE, body="theirs")
    drafts.keep(replace(NOTE, body="theirs and ours"))
    drafts.drop(NOTE)
    assert drafts.find(NOTE) == replace(NOTE, body="ours")
    drafts.drop(NOTE)
    assert drafts.every() == ()
    assert list(drafts.folder.iterdir()) == []


def test_what_another_program_left_is_told_apart_and_stays_until_it_is_taken(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    theirs, ours = replace(NOTE, body="theirs"), replace(NOTE, body="ours")
    assert drafts.left(NOTE) is None
    with another(drafts, "theirs"):
        assert drafts.left(NOTE) is None
    assert drafts.find(NOTE, only_ours=True) is None
    drafts.keep(ours)
    assert drafts.find(NOTE, only_ours=True) == ours
    assert drafts.left(NOTE) == theirs
    assert drafts.left(NOTE) == theirs
    drafts.drop(ours)
    assert drafts.find(NOTE) == theirs
    assert drafts.left(NOTE) is None


def test_a_program_that_waits_to_be_reaped_has_ended(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    with another(drafts, "theirs") as program:
        program.kill()
        os.waitid(os.P_PID, program.pid, os.WEXITED | os.WNOWAIT)
        assert drafts.every() == (replace(NOTE, body="theirs"),)


def test_the_text_in_a_killed_programs_own_editor_is_found(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    with another(drafts, "begun", "elsewhere"):
        assert drafts.find(NOTE) is None
    written = replace(NOTE, body="begun and on")
    assert drafts.every() == (written,)
    assert drafts.find(NOTE) == written
    assert [path.suffix for path in drafts.folder.iterdir()] == [".json"]


def test_an_editor_killed_while_it_wrote_leaves_what_was_before(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.file(NOTE).write_text("")
    assert drafts.find(NOTE) == NOTE


def test_what_our_editor_left_is_set_aside_with_its_draft(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.file(NOTE).write_text("ours")
    for path in drafts.folder.iterdir():
        os.utime(path, (1, 1))
    left_before(drafts.folder, f"{NOTE.key}.draft.json", "left", 5)
    assert drafts.find(NOTE) == replace(NOTE, body="left")
    assert drafts.find(NOTE) == replace(NOTE, body="left")
    drafts.drop(NOTE)
    assert drafts.find(NOTE) == replace(NOTE, body="ours")


def test_of_two_that_ended_the_later_is_found_then_the_other(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    left_before(drafts.folder, f"{NOTE.key}.{2**22 + 1}.1.draft.json", "earlier", 5)
    left_before(drafts.folder, f"{NOTE.key}.{2**22 + 2}.1.draft.json", "later", 6)
    later, earlier = replace(NOTE, body="later"), replace(NOTE, body="earlier")
    assert drafts.every() == (later,)
    assert drafts.find(NOTE) == later
    drafts.drop(NOTE)
    assert drafts.find(NOTE) == earlier


def test_what_is_listed_can_be_dropped_unopened(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    left_before(drafts.folder, f"{NOTE.key}.{2**22 + 1}.1.draft.json", "left", 5)
    drafts.drop(*drafts.every())
    assert drafts.every() == ()


def test_a_number_that_another_program_got_hides_nothing(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    left_before(drafts.folder, f"{NOTE.key}.{os.getppid()}.1.draft.json", "left", 5)
    reused = Path("/proc/self/stat").exists()
    assert [draft.body for draft in drafts.every()] == (["left"] if reused else [])


@pytest.mark.parametrize("name", ["draft.json", "99999999999999999999999.1.draft.json", "x.y.z.draft.json"])
def test_a_draft_of_no_known_program_is_found(tmp_path: Path, name: str) -> None:
    drafts = Drafts(tmp_path / "drafts")
    left_before(drafts.folder, f"{NOTE.key}.{name}", "left", 5)
    assert drafts.find(NOTE) == replace(NOTE, body="left")
    drafts.drop(NOTE)
    assert drafts.every() == ()


def test_where_nothing_can_be_written_a_draft_is_found_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = Drafts(tmp_path / "drafts")
    left_before(drafts.folder, f"{NOTE.key}.draft.json", "left", 5)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("seedreader.notebook.drafts.os.open", full)
    assert drafts.find(NOTE) == replace(NOTE, body="left")
    assert drafts.every() == (replace(NOTE, body="left"),)


def test_a_dropped_draft_takes_what_an_editor_left_of_it_along(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.file(NOTE).write_text("who, and when?")
    drafts.drop(NOTE)
    assert list(drafts.folder.iterdir()) == []
    assert drafts.find(NOTE) is None


def test_a_draft_of_another_visitor_is_told_of_and_listed_but_not_found(tmp_path: Path) -> None:
    """Who types on where another one left off would glue two texts together."""
    terminal, tab = Drafts(tmp_path), Drafts(tmp_path, "tab")
    tab.keep(NOTE)
    assert tab.find(NOTE) == NOTE
    assert not tab.left_by_another(NOTE)
    assert terminal.find(NOTE) is None
    assert terminal.left_by_another(NOTE)
    assert [each.visitor for each in terminal.every()] == ["tab"]


def test_a_listed_draft_of_another_visitor_is_gone_on_with_as_ones_own(tmp_path: Path) -> None:
    terminal, tab = Drafts(tmp_path), Drafts(tmp_path, "tab")
    tab.keep(NOTE)
    (listed,) = terminal.every()
    assert terminal.find(listed) == NOTE
    assert terminal.find(NOTE) == NOTE
    assert [each.visitor for each in tab.every()] == [""]


def test_each_visitor_has_a_draft_of_his_own_on_one_passage(tmp_path: Path) -> None:
    left_before(tmp_path, f"{NOTE.key}.999999998.1.draft.json", "the terminal's", 1)
    path = tmp_path / f"{NOTE.key}.999999999.1.draft.json"
    path.write_text(json.dumps(asdict(replace(NOTE, body="the tab's", visitor="tab"))))
    assert sorted(each.body for each in Drafts(tmp_path).every()) == ["the tab's", "the terminal's"]
    found = Drafts(tmp_path).find(NOTE)
    assert found is not None and found.body == "the terminal's"


def test_a_draft_that_was_left_before_there_were_visitors_is_the_terminals(tmp_path: Path) -> None:
    kept = asdict(NOTE)
    del kept["visitor"]
    (tmp_path / f"{NOTE.key}.999999999.1.draft.json").write_text(json.dumps(kept))
    assert Drafts(tmp_path).find(NOTE) == NOTE
    assert Drafts(tmp_path, "tab").find(NOTE) is None
