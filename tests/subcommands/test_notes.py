from __future__ import annotations

import hashlib
import json
import os
import re
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from seedreader import paths
from seedreader.article import Article
from seedreader.cli import main
from seedreader.ingest.load_files import read_file
from seedreader.notebook import Code, Notebook, NotebookContents, exchange, version_of
from seedreader.notebook.storage import migrations
from seedreader.notebook.storage.fetched import FetchedPage
from seedreader.text.clock import utc_now
from tests.programs import in_terminal, run
from tests.stories import GAZETTE, HARBOUR


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(HARBOUR)
    (tmp_path / "two.txt").write_text(GAZETTE)
    return tmp_path


@pytest.fixture
def notebook(story: Path) -> Notebook:
    """The reader's notebook with a note, a tag, a verdict and a deleted note on two articles."""
    made = Notebook(paths.notebook_file())
    one, two = (read_file(story / name).articles[0] for name in ("one.txt", "two.txt"))
    cost = (HARBOUR.index("It will"), HARBOUR.index(", mayor"))
    other = (GAZETTE.index("It will"), GAZETTE.index(", mayor"))
    made.add(one, [cost], "note", "Which of them?")
    made.add(one, [cost], "tag", "money")
    made.add(one, [cost], "verdict", "conflict", other=(two, [other]))
    made.delete([made.add(two, [other], "note", "gone")])
    made.describe_tag(Code("money", "What things cost", "red"))
    return made


def done(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Status, output and complaints of ``seedreader notes`` with these arguments."""
    status = main(["notes", *map(str, arguments)])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_help_names_the_commands_and_nothing_of_the_screen_is_loaded() -> None:
    shown = run("notes", "--help").stdout
    assert all(
        name in shown
        for name in ("export", "import", "merge", "list", "backup", "restore", "check", "codebook")
    )
    code = "import sys; from seedreader.cli import main; main(['notes', 'list'])"
    assert run(code=f"{code}; sys.exit('textual' in sys.modules)").returncode == 0
    assert "notes COMMAND" in run("--help").stdout


@pytest.mark.parametrize("format", exchange.FORMATS)
def test_each_format_goes_to_a_file_that_only_the_owner_reads(
    notebook: Notebook, story: Path, capsys: pytest.CaptureFixture[str], format: str
) -> None:
    out = story / f"out{exchange.FORMATS[format].suffix}"
    status, said, _ = done(capsys, "export", "--output", out)
    assert status == 0
    assert (
        said.endswith(f"exported as {format} to {out}.\n")
        or f"exported as {format} (" in said
        or format == "json"
    )
    assert out.read_bytes() == exchange.export(notebook.contents(), format)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert sorted(p.name for p in story.iterdir()) == sorted(["one.txt", "two.txt", out.name])


@pytest.mark.usefixtures("notebook")
def test_a_file_that_exists_is_written_over_only_when_asked(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = story / "mine.md"
    out.write_text("precious")
    status, said, complaint = done(capsys, "export", "-o", out)
    assert (status, said) == (2, "")
    assert (
        complaint
        == f"seedreader: {out} exists already: name another file, or say to write over it (--force).\n"
    )
    assert out.read_text() == "precious"
    assert done(capsys, "export", "-o", out, "--force")[0] == 0
    assert out.read_text().startswith("# Notes")


@pytest.mark.parametrize("target", [".", "no/such/folder/x.md", "a\0b"])
@pytest.mark.usefixtures("notebook")
def test_where_nothing_can_be_written_one_sentence_says_so(
    story: Path, capsys: pytest.CaptureFixture[str], target: str
) -> None:
    status, said, complaint = done(capsys, "export", "-o", story / target)
    assert (status, said, complaint.count("\n")) == (2, "", 1)


@pytest.mark.usefixtures("notebook")
def test_the_report_goes_to_standard_output() -> None:
    written = run("notes", "export")
    assert written.returncode == 0
    assert "\n\n**contradicts** (verdict, " in written.stdout
    assert written.stderr == "seedreader: 3 annotations exported as markdown.\n"


@pytest.mark.usefixtures("notebook")
def test_what_is_deleted_is_told_where_it_goes_out(capsys: pytest.CaptureFixture[str]) -> None:
    complaint = done(capsys, "export", "--format", "json")[2]
    assert complaint == "seedreader: 4 annotations exported as json, 1 of them deleted.\n"


@pytest.mark.usefixtures("notebook")
def test_any_output_encoding_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii:strict")
    for command in (["export"], ["list"]):
        subprocess.run(
            [sys.executable, "-m", "seedreader", "notes", *command], capture_output=True, check=True
        )


@pytest.mark.usefixtures("notebook")
def test_a_zip_is_not_written_to_a_terminal() -> None:
    status, written = in_terminal(["notes", "export", "--format", "qdpx"], (80, 24))
    assert status == 2
    assert written.strip() == "seedreader: This format is no text for a terminal: name a file with --output."


def test_an_unknown_format_gets_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, complaint = done(capsys, "export", "--format", "docx")
    assert status == 2
    assert complaint.startswith("seedreader: unknown format “docx”: use one of markdown, csv, json, ")


def test_only_what_is_on_the_articles_given(
    notebook: Notebook, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = read_file(story / "two.txt").articles[0]
    notebook.add(other, [(0, 9)], "tag", "place")
    everything = json.loads(done(capsys, "export", "--format", "json")[1])
    some = json.loads(done(capsys, "export", "--format", "json", story / "one.txt")[1])
    assert (len(everything["annotations"]), len(some["annotations"])) == (5, 3)
    assert [code["name"] for code in some["codes"]] == ["money"]
    status, said, complaint = done(capsys, "list", story / "missing.txt")
    assert (status, said) == (2, "")
    assert "does not exist" in complaint


@pytest.mark.usefixtures("notebook")
def test_notes_on_an_earlier_version_are_on_the_article(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (story / "one.txt").write_text(HARBOUR.replace("300", "350"))
    some = json.loads(done(capsys, "export", "--format", "json", story / "one.txt")[1])
    assert len(some["annotations"]) == 3


@pytest.mark.parametrize("format", ["json", "jsonld", "hypothesis"])
def test_what_goes_out_comes_in_elsewhere_and_twice_changes_nothing(
    notebook: Notebook,
    story: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    format: str,
) -> None:
    out = story / "out.json"
    done(capsys, "export", "--format", format, "-o", out)
    for folder, articles in (("there", [story / "one.txt"]), (None, [])):
        if folder:
            monkeypatch.setenv("SEEDREADER_DATA", str(story / folder))
            status, said, _ = done(capsys, "import", out, *articles)
            assert status == (format == "hypothesis")
            assert " added, 0 updated in " in said
        before = paths.notebook_file().read_bytes()
        _, said, _ = done(capsys, "import", out, *articles)
        assert said == f"{out}: nothing new; all that it brings is in {paths.notebook_file()} already.\n"
        assert paths.notebook_file().read_bytes() == before
        monkeypatch.setenv("SEEDREADER_DATA", str(notebook.path.parent))


@pytest.mark.usefixtures("notebook")
def test_an_import_is_one_change_that_undo_takes_back(
    story: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = story / "out.json"
    done(capsys, "export", "--format", "json", "-o", out)
    monkeypatch.setenv("SEEDREADER_DATA", str(story / "there"))
    done(capsys, "import", out)
    there = Notebook(paths.notebook_file())
    assert len(there.annotations()) == 3
    assert there.undo(None)
    assert there.annotations() == ()
    _, said, complaint = done(capsys, "import", out)
    assert "nothing new" in said
    assert complaint == "seedreader: 3 annotations that it brings were deleted here, and stay deleted.\n"


BAD: dict[str, bytes | None] = {
    "missing.json": None,
    "empty.json": b"",
    "cut.json": b'{"format": "seedreader notebook", "ver',
    "deep.json": b"[" * 100_000,
    "zip.qdpx": b"PK\x03\x04....",
    "hostile\x1b]0;x\x07.json": b"\x1b[31m",
    "empty.csv": b"name,text\n",
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", [("import",), ("merge",), ("codebook", "import")])
def test_a_bad_file_gets_one_sentence_and_changes_nothing(
    notebook: Notebook, story: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...], name: str
) -> None:
    data = BAD[name]
    if data is not None:
        (story / name).write_bytes(data)
    before = notebook.path.read_bytes()
    status, said, complaint = done(capsys, *command, story / name)
    assert (status, said, complaint.count("\n")) == (2, "", 1)
    assert str(story) in complaint
    assert "\x1b" not in complaint
    assert notebook.path.read_bytes() == before


@pytest.mark.usefixtures("notebook")
def test_a_file_of_100_mb_is_refused_unread(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (story / "large.json").open("wb") as large:
        large.truncate(100 * 2**20)
    status, _, complaint = done(capsys, "import", story / "large.json")
    assert status == 2
    assert "is 100 MB, more than the 64 MB that can be imported" in complaint


@pytest.mark.usefixtures("notebook")
def test_any_file_name_will_do(notebook: Notebook, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = os.fsdecode(os.fsencode(story) + b"/a\xff\x1b\n.json")
    assert done(capsys, "export", "-o", out)[0] == 0
    status, said, _ = done(capsys, "import", out)
    assert (status, said.count("\n"), "\x1b" in said) == (0, 1, False)
    Path(out).write_bytes(b"{")
    status, _, complaint = done(capsys, "import", out)
    assert (status, complaint.count("\n"), "\x1b" in complaint) == (2, 1, False)
    assert len(notebook.annotations()) == 3


@pytest.mark.usefixtures("notebook")
def test_stopping_it_says_so(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_: Notebook) -> NotebookContents:
        raise KeyboardInterrupt

    monkeypatch.setattr(Notebook, "contents", stopped)
    status, said, complaint = done(capsys, "export")
    assert (status, said, complaint.count("\n")) == (2, "", 1)


def test_a_folder_and_a_pipe_are_no_files(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(story / "pipe")
    for name in ("", "pipe"):
        for command in ("import", "merge"):
            assert done(capsys, command, story / name)[0] == 2


def test_another_notebook_is_merged_and_left_as_it_is(
    notebook: Notebook, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Notebook(story / "theirs.sqlite")
    other.add(Article("The fair was cancelled.", "fair"), [(4, 8)], "note", "by whom?")
    before = other.path.read_bytes()
    status, said, _ = done(capsys, "merge", other.path)
    assert (status, said.split(": ")[1][:9]) == (0, "1 annotat")
    assert len(notebook.annotations()) == 4
    assert done(capsys, "merge", other.path)[1].split(": ")[1].startswith("nothing new")
    assert other.path.read_bytes() == before
    status, _, complaint = done(capsys, "merge", notebook.path)
    assert status == 2
    assert "is the notebook itself" in complaint


def test_what_another_notebook_fetched_comes_with_it_once(
    notebook: Notebook, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Notebook(tmp_path / "other.sqlite")
    page = FetchedPage("https://example.org/", utc_now(), "https://example.org/", 200, "text/html", b"words")
    other.keep_fetched(page)
    assert "1 fetched page added" in done(capsys, "merge", other.path)[1]
    assert notebook.fetched(page.address) == (page,)
    assert "fetched" not in done(capsys, "merge", other.path)[1]


def test_a_notebook_of_the_first_version_is_merged_and_left_as_it_is(
    notebook: Notebook, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, at, text = story / "old.sqlite", "2024-01-02T03:04:05+00:00", "The fair was cancelled."
    values = ("1", version_of(text), 4, 8, "fair", "note", "by whom?", at, at, None)
    with closing(sqlite3.connect(old)) as connection, connection:
        migrations.first(connection)
        connection.execute("pragma user_version = 1")
        connection.execute("insert into versions values (?, ?, ?)", (values[1], text, len(text)))
        connection.execute("insert into sources values (?, 'fair', '', '', ?)", (values[1], at))
        row = (*values, hashlib.sha256(json.dumps(values).encode()).hexdigest())
        connection.execute(f"insert into annotations values ({', '.join('?' * 11)})", row)  # noqa: S608
    before = old.read_bytes()
    assert done(capsys, "merge", old)[0] == 0
    assert "by whom?" in {a.body for a in notebook.annotations()}
    assert old.read_bytes() == before


def test_a_notebook_of_a_newer_version_is_refused(
    notebook: Notebook, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newer = story / "newer.sqlite"
    newer.write_bytes(notebook.path.read_bytes())
    with closing(sqlite3.connect(newer)) as connection, connection:
        connection.execute("pragma user_version = 99")
    status, _, complaint = done(capsys, "merge", newer)
    assert status == 2
    assert "newer version of seedreader" in complaint
    assert complaint.count("\n") == 1


def test_merging_a_into_b_gives_what_merging_b_into_a_gives(
    notebook: Notebook, story: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = Notebook(story / "theirs" / "notebook.sqlite")
    theirs.merge(notebook.contents())
    theirs.edit(theirs.annotations()[0], "edited there")
    notebook.describe_tag(Code("money", "described here"))
    ours, copies = notebook.contents(), (story / "a.sqlite", story / "b.sqlite")
    for copy, of in zip(copies, (notebook, theirs), strict=True):
        copy.write_bytes(of.path.read_bytes())
    done(capsys, "merge", copies[1])
    monkeypatch.setenv("SEEDREADER_DATA", str(theirs.path.parent))
    done(capsys, "merge", copies[0])
    assert exchange.export(notebook.contents(), "json") == exchange.export(theirs.contents(), "json")
    assert notebook.contents() != ours


@pytest.mark.usefixtures("notebook")
def test_each_annotation_is_one_line_of_plain_text(capsys: pytest.CaptureFixture[str]) -> None:
    status, said, _ = done(capsys, "list")
    assert status == 0
    assert said.splitlines() == [
        "note: Which of them? — on “It will cost 4 million euros” (one)",
        "tag: money — on “It will cost 4 million euros” (one)",
        "verdict: “It will cost 4 million euros” (one) contradicts “It will cost 6 million euros” (two)",
    ]


def test_the_codebook_goes_out_and_in(
    notebook: Notebook, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = story / "tags.csv"
    assert done(capsys, "codebook", "export", "-o", out)[0] == 0
    assert out.read_text("utf-8-sig").splitlines() == [
        "name,description,colour",
        "money,What things cost,red",
    ]
    before = notebook.path.read_bytes()
    assert done(capsys, "codebook", "import", out)[0] == 0
    assert notebook.path.read_bytes() == before
    out.write_text("name,description,colour\nmoney,Costs,\nnew,What is new,green\n")
    _, said, _ = done(capsys, "codebook", "import", out)
    assert said == f"{out}: 1 tag added, 1 updated in {notebook.path}.\n"
    assert {tag.code.name: tag.code.description for tag in notebook.tags()} == {
        "money": "Costs",
        "new": "What is new",
    }


def test_backup_restore_and_check(notebook: Notebook, capsys: pytest.CaptureFixture[str]) -> None:
    assert done(capsys, "check")[0] == 0
    status, said, _ = done(capsys, "backup")
    assert status == 0
    assert said.startswith(f"{notebook.path} backed up as ")
    notebook.delete(notebook.annotations())
    status, said, _ = done(capsys, "restore", "--list")
    (line,) = said.splitlines()
    status, said, _ = done(capsys, "restore", Path(line.partition(": ")[0]).name)
    assert status == 0
    assert "what was there is kept as " in said
    assert len(notebook.annotations()) == 3
    with notebook.path.open("r+b") as file:
        file.seek(2000)
        file.write(bytes(60_000))
    assert done(capsys, "check")[0] in (1, 2)
    assert done(capsys, "restore")[0] == 0
    assert done(capsys, "check")[0] == 0


def test_without_a_notebook_every_command_says_something_and_makes_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    results = {
        "export": 0, "list": 0, "check": 0, "backup": 2, "restore": 2, "restore --list": 0,
        "codebook export": 0,
    }  # fmt: skip
    for command, status in results.items():
        assert done(capsys, *command.split())[0] == status
    assert not paths.data_dir().exists() or not list(paths.data_dir().iterdir())
    assert Notebook(paths.notebook_file()).contents() == NotebookContents()


@pytest.mark.usefixtures("notebook")
def test_a_minus_means_standard_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["notes", "export", "--format", "json", "-o", "-"]) == 0
    assert json.loads(capsysbinary.readouterr().out)
    assert not (tmp_path / "-").exists()


@pytest.mark.parametrize("format", ["markdown", "claimreview"])
@pytest.mark.usefixtures("notebook")
def test_an_article_that_changed_since_says_what_became_of_its_passages(
    story: Path, capsys: pytest.CaptureFixture[str], format: str
) -> None:
    (story / "one.txt").write_text(HARBOUR.replace("4 million", "9 million"))
    written = done(capsys, "export", "--format", format, story / "one.txt")[1]
    assert "It will cost 9 million euros" in written
    assert re.search("4[^→]* → 9", written)
    assert ("edition 2 of 2; not annotated" in written) == (format == "markdown")
    (story / "one.txt").write_text(HARBOUR)
    again = done(capsys, "export", "--format", format, story / "one.txt")[1]
    assert "9 million" not in again
    assert "edition" not in again
