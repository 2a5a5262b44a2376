import re
import sqlite3
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from seedreader.article import Article, SourceId
from seedreader.notebook import (
    Annotation,
    Code,
    Notebook,
    NotebookContents,
    NotebookError,
    Target,
    version_of,
)

TEXT = "The mill closed in May. Forty people lost work 🙂. The council met twice."
VERSION = version_of(TEXT)


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "data" / "notebook.sqlite")


def note(
    notebook: Notebook, body: str = "check this", start: int = 4, end: int = 8, kind: str = "note"
) -> Annotation:
    return notebook.add(Article(TEXT, "Mill", "mill.txt"), [(start, end)], kind, body)


def said(what: str | None) -> str:
    """What undo or redo said, without the body that it names."""
    return re.sub(r" “.*”", "", what or "nothing")


def test_a_note_is_there_after_a_restart(notebook: Notebook) -> None:
    made = note(notebook)
    again = Notebook(notebook.path)
    assert again.annotations([version_of(TEXT)]) == (made,)
    assert made.target.quote == "mill"
    assert again.version_text(made.target.version) == TEXT


def test_positions_after_an_emoji_count_characters(notebook: Notebook) -> None:
    start = TEXT.index("council")
    assert note(notebook, start=start, end=start + 7).target.quote == "council"


def test_notes_come_in_the_order_of_the_text(notebook: Notebook) -> None:
    for start in (20, 4, 12):
        note(notebook, start=start, end=start + 2)
    assert [a.target.start for a in notebook.annotations([version_of(TEXT)])] == [4, 12, 20]
    assert [a.target.start for a in notebook.annotations()] == [4, 12, 20]


def test_identical_and_overlapping_notes_are_kept_apart(notebook: Notebook) -> None:
    note(notebook), note(notebook), note(notebook, end=12)
    assert len(notebook.annotations([version_of(TEXT)])) == 3


def test_looking_creates_nothing(notebook: Notebook) -> None:
    assert notebook.annotations([version_of(TEXT)]) == ()
    assert notebook.annotations() == ()
    assert notebook.damaged() == ()
    assert notebook.recent_tags(9) == ()
    assert notebook.version_text("0" * 64) is None
    assert notebook.earlier_versions(Article(TEXT, "Mill", "mill.txt")) == ()
    assert notebook.seen() == ()
    assert notebook.tags() == ()
    assert notebook.contents() == NotebookContents()
    assert notebook.undo([VERSION]) is None
    assert notebook.redo([VERSION]) is None
    gone = Annotation("none", "note", "x", Target(VERSION, ((0, 3),), "The"), "", "")
    for attempt in (lambda: notebook.edit(gone, "x"), lambda: notebook.delete([gone])):
        with pytest.raises(NotebookError):
            attempt()
    assert not notebook.path.parent.exists()


def test_looking_leaves_the_file_byte_identical(notebook: Notebook) -> None:
    made = note(notebook)
    before = notebook.path.read_bytes(), notebook.path.stat().st_mtime_ns
    notebook.annotations([made.target.version]), notebook.annotations(), notebook.damaged()
    notebook.recent_tags(9), notebook.version_text(made.target.version), notebook.seen()
    notebook.earlier_versions(Article(TEXT + "!", "Mill", "mill.txt"))
    notebook.contents(), notebook.tags()
    assert notebook.redo([VERSION]) is None
    assert (notebook.path.read_bytes(), notebook.path.stat().st_mtime_ns) == before
    assert [p.name for p in notebook.path.parent.iterdir()] == ["notebook.sqlite"]


def test_only_the_owner_may_read(notebook: Notebook) -> None:
    note(notebook)
    assert stat.S_IMODE(notebook.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(notebook.path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("folder", ["what?now", "a#b", "100%", "50%41", "späte Ünternehmen", "a&mode=memory"])
def test_any_folder_name_works(tmp_path: Path, folder: str) -> None:
    notebook = Notebook(tmp_path / folder / "notebook.sqlite")
    made = note(notebook)
    assert notebook.path.is_file()
    assert notebook.annotations() == (made,)


def test_a_relative_path_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Notebook(Path("n.sqlite")).annotations() == ()
    note(Notebook(Path("n.sqlite")))
    assert (tmp_path / "n.sqlite").is_file()


def test_editing_changes_the_body_only(notebook: Notebook) -> None:
    made = note(notebook)
    edited = notebook.edit(made, "checked")
    assert (edited.body, edited.created) == ("checked", made.created)
    assert edited.changed > made.changed
    assert notebook.annotations() == (edited,)


@pytest.mark.parametrize("kind", ["note", "tag"])
def test_of_two_who_edit_one_annotation_neither_loses_a_word(notebook: Notebook, kind: str) -> None:
    made = note(notebook, kind=kind, body="jobs")
    theirs = notebook.edit(made, "jobs lost")
    ours = notebook.edit(made, "jobs won")
    assert ours.id != made.id
    assert {(a.body, a.target) for a in notebook.annotations()} == {
        ("jobs lost", made.target),
        ("jobs won", made.target),
    }
    assert said(notebook.undo([VERSION])) == kind
    assert notebook.annotations() == (theirs,)


def test_two_who_write_the_same_agree(notebook: Notebook) -> None:
    made = note(notebook)
    notebook.edit(made, "checked")
    assert notebook.edit(made, "checked").id == made.id
    assert len(notebook.annotations()) == 1


def test_editing_to_the_same_body_is_no_change(notebook: Notebook) -> None:
    made = note(notebook)
    assert notebook.edit(made, made.body) == made
    assert said(notebook.undo([VERSION])) == "note"


def test_deleting_keeps_the_row(notebook: Notebook) -> None:
    made = note(notebook)
    notebook.delete([made])
    assert notebook.annotations() == ()
    assert notebook.version_text(made.target.version) == TEXT
    assert said(notebook.undo([VERSION])) == "deletion of note"
    assert notebook.annotations() == (made,)


def test_deleting_leaves_what_was_changed_meanwhile(notebook: Notebook) -> None:
    made, other = note(notebook), note(notebook, body="other")
    edited = notebook.edit(made, "changed by somebody")
    assert notebook.delete([made, other]) == (edited,)
    assert notebook.annotations() == (edited,)
    assert notebook.delete([edited]) == ()
    assert notebook.delete([made]) == ()
    assert notebook.annotations() == ()


def test_editing_what_was_deleted_meanwhile_brings_it_back(notebook: Notebook) -> None:
    made = note(notebook)
    notebook.delete([made])
    assert notebook.edit(made, "still true").body == "still true"
    assert [a.body for a in notebook.annotations()] == ["still true"]
    assert said(notebook.undo([VERSION])) == "change of note"
    assert notebook.annotations() == ()


def test_undo_and_redo_across_restarts(notebook: Notebook) -> None:
    def fresh() -> Notebook:
        return Notebook(notebook.path)

    made = note(notebook, kind="tag", body="jobs")
    edited = fresh().edit(made, "work")
    fresh().delete([edited])
    assert said(fresh().undo([VERSION])) == "deletion of tag"
    assert fresh().annotations() == (edited,)
    assert said(fresh().undo([VERSION])) == "change of tag"
    assert fresh().annotations() == (made,)
    assert said(fresh().undo([VERSION])) == "tag"
    assert fresh().annotations() == ()
    assert fresh().undo([VERSION]) is None
    assert said(fresh().redo([VERSION])) == "tag"
    assert fresh().annotations() == (made,)
    assert said(fresh().redo([VERSION])) == "change of tag"
    assert fresh().annotations() == (edited,)
    assert said(fresh().redo([VERSION])) == "deletion of tag"
    assert fresh().annotations() == ()
    assert fresh().redo([VERSION]) is None


def test_a_new_change_ends_redo(notebook: Notebook) -> None:
    note(notebook, "first")
    notebook.undo([VERSION])
    note(notebook, "second")
    assert notebook.redo([VERSION]) is None
    assert [a.body for a in notebook.annotations()] == ["second"]


def test_recent_tags(notebook: Notebook) -> None:
    for body in ("jobs", "money", "jobs", "place"):
        note(notebook, body, kind="tag")
    note(notebook, "not a tag")
    assert notebook.recent_tags(2) == ("place", "jobs")
    assert notebook.recent_tags(9) == ("place", "jobs", "money")
    assert notebook.recent_tags(0) == notebook.recent_tags(-1) == ()


def test_earlier_versions_are_found_by_path(notebook: Notebook) -> None:
    old, older, other = (f"{text} {TEXT}"[: 40 + len(text)] for text in ("Old.", "Long ago.", "Elsewhere."))
    for text, path in ((other, "elsewhere.txt"), (older, "mill.txt"), (old, "mill.txt")):
        notebook.add(Article(text, "Mill", path), [(0, 3)], "note")
    now = Article("Something else altogether stands there now.", "Mill", "mill.txt")
    assert notebook.earlier_versions(now) == (version_of(old), version_of(older))
    assert notebook.earlier_versions(Article("Nothing like it.", "Nobody", "nowhere.txt")) == ()
    assert notebook.earlier_versions(Article(old, "Mill", None)) != (version_of(old),)


def test_members_of_one_file_are_no_versions_of_each_other(notebook: Notebook) -> None:
    def member(text: str, name: str | None) -> Article:
        return Article(text, "Mill", "all.mbox", source=SourceId.of_path("all.mbox", name))

    one, two = member("The mill closed in May.", "1"), member("Rain fell on the hills.", "2")
    for article in (one, two):
        notebook.add(article, [(0, 3)], "note")
    assert notebook.earlier_versions(one) == notebook.earlier_versions(two) == ()
    assert notebook.earlier_versions(member("Something else stands there.", "1")) == (version_of(one.text),)
    for name in ("3", None):
        assert notebook.earlier_versions(member("Something else stands there.", name)) == ()
    assert {seen.source for seen in notebook.seen()} == {one.source, two.source}
    assert {seen.path for seen in notebook.seen()} == {str(Path("all.mbox").resolve())}


def test_earlier_versions_are_found_by_content(notebook: Notebook) -> None:
    text = " ".join(
        f"In the year {year} the mill by the river made {year * 7} sacks." for year in range(1900, 1960)
    )
    notebook.add(Article(text, "Mill", "mill.txt", outlet="Gazette"), [(0, 11)], "note")
    edited = text.replace("1930", "1931")
    assert notebook.earlier_versions(Article(edited, "New name", "new.txt")) == (version_of(text),)
    assert notebook.earlier_versions(Article(edited, "x", None, outlet="Gazette")) == (version_of(text),)
    assert notebook.earlier_versions(Article(edited, "x", None, outlet="Courier")) == ()


def test_a_source_without_a_path_and_a_name_that_is_not_text(notebook: Notebook) -> None:
    notebook.add(Article(TEXT, "caf\udce9", None), [(0, 3)], "note")
    (seen,) = notebook.seen([VERSION])
    assert (seen.name, seen.path, seen.published) == ("caf\\udce9", "", "")


@pytest.mark.parametrize(("start", "end"), [(0, 0), (-1, 3), (3, 2), (0, len(TEXT) + 1)])
def test_a_range_must_lie_in_the_text(notebook: Notebook, start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no passage"):
        note(notebook, start=start, end=end)
    with pytest.raises(ValueError, match="no annotation of kind"):
        note(notebook, kind="poem")
    assert not notebook.path.exists()


def test_half_a_character_is_refused_clearly(notebook: Notebook) -> None:
    made = note(notebook)
    broken = "half \ud83d here"
    assert notebook.annotations([version_of(broken)]) == ()
    attempts: list[Callable[[], object]] = [
        lambda: notebook.add(Article(broken, "b", None), [(0, 4)], "note", ""),
        lambda: note(notebook, body=broken),
        lambda: notebook.edit(made, broken),
    ]
    for attempt in attempts:
        with pytest.raises(NotebookError, match="half a character"):
            attempt()
    assert notebook.annotations() == (made,)


def test_nuls_and_line_ends_survive(notebook: Notebook) -> None:
    text = "one\0two\nthree\u2028four\x1b[31m"
    made = notebook.add(Article(text, "n\0", "p\0"), [(3, 8)], "note", "a\0b\n")
    assert notebook.annotations() == (made,)
    assert notebook.version_text(version_of(text)) == text


def test_a_row_that_the_disk_changed_is_reported_and_the_rest_is_whole(notebook: Notebook) -> None:
    bad, good = note(notebook, "a word of mine"), note(notebook, "another")
    stored = notebook.path.read_bytes()
    assert stored.count(b"a word of mine") == 2  # in the row and in the log
    notebook.path.write_bytes(stored.replace(b"a word of mine", b"a w\xffrd of mine"))
    assert notebook.annotations([bad.target.version]) == (good,)
    assert notebook.damaged() == (f"annotations {bad.id}", "changes 1")


def test_an_article_text_that_the_disk_changed_is_reported_and_healed(notebook: Notebook) -> None:
    made = note(notebook)
    with sqlite3.connect(notebook.path) as connection:
        connection.execute("update versions set text = 'something else'")
    connection.close()
    assert notebook.version_text(made.target.version) is None
    note(notebook)
    assert notebook.version_text(made.target.version) == TEXT


def test_undo_and_redo_leave_other_articles_alone(notebook: Notebook) -> None:
    other = "Another article about something else."
    note(notebook)
    notebook.add(Article(other, "Other", None), [(0, 7)], "note", "elsewhere")
    assert said(notebook.undo([VERSION])) == "note"
    assert notebook.undo([VERSION]) is None
    assert [a.body for a in notebook.annotations()] == ["elsewhere"]
    notebook.add(Article(other, "Other", None), [(0, 7)], "note", "more")
    assert said(notebook.redo([VERSION])) == "note"
    assert said(notebook.undo([VERSION, version_of(other)])) == "note"
    assert sorted(a.body for a in notebook.annotations()) == ["check this", "elsewhere"]


def test_undo_names_the_note_by_its_words(notebook: Notebook) -> None:
    note(notebook, body="who\nsaid " + "so " * 40)
    undone = notebook.undo([VERSION])
    assert undone is not None
    assert undone.startswith("note “who said so so")
    assert undone.endswith("…”")


@pytest.mark.parametrize(
    ("body", "named"), [("x" * 40, "x" * 40), ("x" * 41, "x" * 39 + "…"), ("a  b\nc", "a b c")]
)
def test_undo_names_a_note_whole_up_to_forty_characters(notebook: Notebook, body: str, named: str) -> None:
    note(notebook, body=body)
    assert notebook.undo([VERSION]) == f"note “{named}”"


def test_a_verdict_belongs_to_both_of_its_articles(notebook: Notebook) -> None:
    other = Article("About 60 people lost work.", "Paper")
    made = notebook.add(Article(TEXT, "Mill"), [(4, 8)], "verdict", "conflict", (other, [(6, 8)]))
    there = version_of(other.text)
    assert notebook.annotations([VERSION]) == notebook.annotations([there]) == (made,)
    assert notebook.annotations([VERSION, there]) == (made,)
    assert notebook.version_text(there) == other.text
    assert notebook.undo([there]) == "verdict “conflict”"
    assert notebook.annotations([VERSION]) == ()
    assert notebook.redo([VERSION]) == "verdict “conflict”"
    assert notebook.annotations([there]) == (made,)


def test_what_a_tag_means_is_undone_from_any_story(notebook: Notebook) -> None:
    note(notebook)
    notebook.describe_tag(Code("jobs", "Work lost or won"))
    assert notebook.undo([VERSION]) == "description of tag “jobs”"
    assert notebook.tags() == ()
    assert notebook.redo(["of another article"]) == "description of tag “jobs”"
    assert [tag.code.description for tag in notebook.tags()] == ["Work lost or won"]


def test_a_verdict_has_two_passages_and_nothing_else_has(notebook: Notebook) -> None:
    article = Article(TEXT, "Mill")
    with pytest.raises(ValueError, match="'verdict' without a second passage"):
        notebook.add(article, [(4, 8)], "verdict", "agree")
    with pytest.raises(ValueError, match="'note' with a second passage"):
        notebook.add(article, [(4, 8)], "note", "", (article, [(9, 15)]))
    assert not notebook.path.exists()


def test_deleting_twice_keeps_the_day_of_the_first_time(notebook: Notebook) -> None:
    made = note(notebook)
    notebook.delete([made])
    (first,) = notebook.contents().annotations
    notebook.delete([made])
    assert notebook.contents().annotations == (first,)
    assert said(notebook.undo([VERSION])) == "deletion of note"
    assert notebook.annotations() == (made,)


def test_confirming_keeps_the_quote_and_moving_takes_the_new_words(notebook: Notebook) -> None:
    made = note(notebook)
    later = Article(TEXT.replace("mill", "works"), "Mill")
    confirmed = notebook.confirm(made, later, [(4, 9)])
    assert (confirmed.target.version, confirmed.target.quote) == (version_of(later.text), "mill")
    moved = notebook.move(confirmed, later, [(4, 9)])
    assert moved.target.quote == "works"


def test_a_change_is_newer_than_what_it_changes_though_that_came_from_a_clock_ahead(
    notebook: Notebook,
) -> None:
    note(notebook)
    known = notebook.contents()
    ahead = "2999-01-01T00:00:00.000000+00:00"
    notebook.merge(replace(known, annotations=(replace(known.annotations[0], body="ahead", written=ahead),)))
    (made,) = notebook.annotations()
    notebook.edit(made, "edited")
    (edited,) = notebook.annotations()
    assert (edited.body, edited.written > ahead) == ("edited", True)
    assert notebook.merge(known) == (0, 0, 0)
    assert notebook.annotations() == (edited,)
