from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import seedreader
from seedreader import paths
from seedreader.article import (
    ANOTHER_READING,
    MARKS,
    REASONS,
    STRUCTURES,
    YES,
    Article,
    Mark,
    Provenance,
    SourceCorrection,
    SourceId,
    Structure,
)
from seedreader.ingest.errors import READ, WORDS
from seedreader.ingest.load_files import read_file
from seedreader.notebook import Notebook
from seedreader.report.analysis_json import document
from seedreader.story import Story
from tests.conftest import SEEDS
from tests.programs import in_terminal, run
from tests.stories import GAZETTE, HARBOUR

SCHEMA = json.loads((Path(seedreader.__file__).parent / "analysis.schema.json").read_text())


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(HARBOUR)
    (tmp_path / "two.txt").write_text(GAZETTE)
    return tmp_path


def analyzed(*paths: Path) -> Any:
    done = run("analyze", *map(str, paths), "--json")
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    jsonschema.validate(document, SCHEMA, format_checker=jsonschema.FormatChecker())
    return document


def test_version_and_help_say_what_is_asked() -> None:
    assert run("--version").stdout == f"seedreader {seedreader.__version__}\n"
    shown = run("--help")
    assert shown.returncode == 0
    assert "analyze" in shown.stdout
    assert "exit status" in shown.stdout


@pytest.mark.parametrize(
    "code",
    [
        "import seedreader",
        "import seedreader; seedreader.Story([seedreader.read_text('Six ships sank on Monday.')]).links",
        "import seedreader; seedreader.reanchor('a b', 'a c', [(0, 1)])",
        f"from seedreader.cli import main; main(['analyze', {str(SEEDS)!r}, '--json'])",
        f"from seedreader.cli import main; main(['report', {str(SEEDS)!r}])",
        "from seedreader.cli import main; main(['keys'])",
        "from seedreader.cli import main; main(['paths'])",
        "from seedreader.cli import main; main(['settings'])",
        "from seedreader.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass",
        "from seedreader.cli import main\ntry: main(['--version'])\nexcept SystemExit: pass",
    ],
)
def test_no_screen_is_loaded_without_need(code: str) -> None:
    done = run(code=f"{code}\nimport sys; sys.exit(int('textual' in sys.modules))")
    assert done.returncode == 0, done.stderr


def test_the_samples_follow_the_schema() -> None:
    document = analyzed(SEEDS)
    assert len(document["articles"]) == 5
    assert sorted(name for group in document["origins"] for name in group) == ["a1", "a2", "a3", "a4", "a5"]


def test_a_page_that_only_tells_its_update_has_no_day_of_publication(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(f"Updated: 15 May 2024\n\n{HARBOUR}")
    (article,) = analyzed(tmp_path)["articles"]
    assert (article["published"], article["updated"]) == (None, "2024-05-15")


def test_the_schema_knows_what_a_reason_may_rest_on() -> None:
    assert sorted(SCHEMA["$defs"]["reason"]["properties"]["kind"]["enum"]) == sorted(REASONS)


def test_articles_are_told_as_they_are(story: Path) -> None:
    document = analyzed(story)
    first = document["articles"][0]
    assert first["path"] == str(story / "one.txt")
    assert first["length"] == len(HARBOUR)
    assert first["sha256"] == hashlib.sha256(HARBOUR.encode()).hexdigest()
    assert [HARBOUR[a:b] for a, b in first["sentences"]][-1] == "Work begins in March 2024."
    assert first["outlet"] is None


def test_articles_say_which_source_they_are_and_what_tells_their_values(story: Path) -> None:
    first = analyzed(story)["articles"][0]
    assert first["source"] == {"uri": (story / "one.txt").resolve().as_uri(), "member": None}
    assert (first["media_type"], first["language"], first["author"], first["url"]) == (
        "text/plain", "en", None, None,
    )  # fmt: skip
    told = first["provenance"]
    assert (told["name"], told["language"], told["outlet"]) == ("file name", "text", None)


def test_what_a_container_and_its_format_say_is_in_the_document() -> None:
    source = SourceId("file:///export.mbox", "<1@example.org>")
    article = Article(
        HARBOUR, "one", source=source, structure=(Structure(0, 3, "heading"),), marks=(Mark("cut", "at 200"),)
    )
    (found,) = document([Story([article])], [article])["articles"]
    jsonschema.validate(found, {**SCHEMA, **SCHEMA["$defs"]["article"]})
    assert found["source"] == {"uri": "file:///export.mbox", "member": "<1@example.org>"}
    assert found["structure"] == [{"start": 0, "end": 3, "kind": "heading"}]
    assert found["marks"] == [{"kind": "cut", "detail": "at 200"}]


def test_the_schema_knows_what_a_format_may_say_and_what_may_be_wrong() -> None:
    defined = SCHEMA["$defs"]
    assert defined["structure"]["properties"]["kind"]["enum"] == list(STRUCTURES)
    assert defined["mark"]["properties"]["kind"]["enum"] == list(MARKS)
    assert defined["problem"]["properties"]["kind"]["enum"] == list(WORDS)
    assert defined["provenance"]["required"] == list(Provenance._fields)


def test_problems_of_the_inputs_are_in_the_document(story: Path) -> None:
    (story / "old.txt").write_bytes("Für den Plan, sagte der Rat.".encode("latin-1"))
    done = run("analyze", str(story), str(story / "none.txt"), "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["problems"] == [
        {"source": str(story / "old.txt"), "kind": "encoding", "detail": "Windows-1252"},
        {"source": str(story / "none.txt"), "kind": "missing", "detail": ""},
    ]
    assert done.stderr.splitlines() == [
        f"seedreader: {story / 'none.txt'}: does not exist.",
        f"seedreader: {story / 'old.txt'}: is not UTF-8, so it was read as Windows-1252; check its letters.",
    ]


def test_the_readers_word_wins_unless_the_notebook_is_left_out(story: Path) -> None:
    one, two = (read_file(story / f"{name}.txt").articles[0] for name in ("one", "two"))
    notebook = Notebook(paths.notebook_file())
    (before,) = [link for link in analyzed(story)["links"] if link["relation"] == "conflict"]
    ends = [[(before[end]["start"], before[end]["end"])] for end in ("a", "b")]
    notebook.add(one, ends[0], "verdict", "agree", other=(two, ends[1]))
    start = HARBOUR.index("About 300")
    notebook.add(one, [(start, start + 50)], "boilerplate")
    found = analyzed(story)
    (said,) = [link for link in found["links"] if link["verdict"]]
    assert (said["relation"], said["verdict"], said["a"], said["b"]) == (
        "agree",
        "agree",
        before["a"],
        before["b"],
    )
    assert start in [span["start"] for span in found["articles"][0]["boilerplate"]]
    assert "Verdict of the reader" in run("report", str(story)).stdout
    without = json.loads(run("analyze", str(story), "--json", "--no-notebook").stdout)
    assert before in without["links"]
    assert start not in [span["start"] for span in without["articles"][0]["boilerplate"]]
    assert "Verdict of" not in run("report", str(story), "--no-notebook").stdout


def test_what_the_reader_says_of_a_source_and_of_a_speaker_wins_everywhere(story: Path) -> None:
    one = read_file(story / "one.txt").articles[0]
    assert one.source is not None
    (before, *_) = analyzed(story)["articles"][0]["claims"]
    notebook = Notebook(paths.notebook_file())
    for fact, value in (("outlet", "Bergen Bell"), ("title", "The pier"), ("published", "2024-02-05")):
        notebook.correct_source(SourceCorrection(one.source, fact, value))
    notebook.add(one, [(before["start"], before["end"])], "speaker", "the harbour master")
    found = analyzed(story)["articles"][0]
    assert [found[fact] for fact in ("outlet", "title", "published")] == [
        "Bergen Bell",
        "The pier",
        "2024-02-05",
    ]
    assert found["provenance"]["outlet"] == "reader"
    assert found["claims"][0]["speaker"]["text"] == "the harbour master"
    report = run("report", str(story), "--full").stdout
    assert "Bergen Bell" in report
    assert "the harbour master" in report
    without = json.loads(run("analyze", str(story), "--json", "--no-notebook").stdout)["articles"][0]
    assert (without["outlet"], without["claims"][0]["speaker"]) == (one.outlet, before["speaker"])
    assert "Bergen Bell" not in run("report", str(story), "--no-notebook").stdout


def test_what_is_said_of_a_source_is_cited_listed_and_exported(story: Path) -> None:
    one = read_file(story / "one.txt").articles[0]
    assert one.source is not None
    notebook = Notebook(paths.notebook_file())
    notebook.correct_source(SourceCorrection(one.source, "outlet", "Bergen Bell"))
    notebook.add(one, [(0, 20)], "note", "Who?")
    assert "Bergen Bell" in run("cite", str(story)).stdout
    assert "Bergen Bell" not in run("cite", str(story), "--no-notebook").stdout
    listed = run("notes", "list", str(story)).stdout.splitlines()
    assert listed[-1] == f"source: outlet of {story / 'one.txt'} is Bergen Bell"
    assert "Bergen Bell" in run("notes", "export", "--format", "markdown").stdout
    native = json.loads(run("notes", "export", "--format", "json").stdout)
    assert [each["value"] for each in native["corrections"]] == ["Bergen Bell"]
    elsewhere = run("notes", "export", "--format", "json", str(story / "two.txt")).stdout
    assert json.loads(elsewhere)["corrections"] == []
    assert run("notes", "check").returncode == 0


def test_two_sources_that_the_reader_says_are_one_count_once(story: Path) -> None:
    assert len(analyzed(story)["origins"]) == 2
    one, two = (read_file(story / f"{name}.txt").articles[0].source for name in ("one", "two"))
    assert one is not None
    Notebook(paths.notebook_file()).correct_source(SourceCorrection(one, ANOTHER_READING, YES, two))
    assert len(analyzed(story)["origins"]) == 1


def test_a_notebook_that_cannot_be_read_is_told_and_the_rest_is_done(story: Path) -> None:
    paths.notebook_file().write_bytes(b"no notebook" * 99)
    done = run("analyze", str(story), "--json")
    assert done.returncode == 1
    assert len(json.loads(done.stdout)["articles"]) == 2
    assert "Your verdicts and corrections are left out." in done.stderr


def test_every_range_of_the_document_lies_in_its_article(story: Path) -> None:
    document = analyzed(story, SEEDS)
    lengths = {article["id"]: article["length"] for article in document["articles"]}
    for article in document["articles"]:
        for part in ("boilerplate", "claims"):
            assert all(0 <= x["start"] < x["end"] <= article["length"] for x in article[part])
        assert all(0 <= a < b <= article["length"] for a, b in article["sentences"])
    for link in document["links"]:
        for end in (link["a"], link["b"]):
            assert 0 <= end["start"] < end["end"] <= lengths[end["article"]]


def test_the_conflict_of_two_figures_is_in_both_outputs(story: Path) -> None:
    (conflict,) = [link for link in analyzed(story)["links"] if link["relation"] == "conflict"]
    assert "4 million" in conflict["why"]
    assert "6 million" in conflict["why"]
    report = run("report", str(story)).stdout
    assert "1.1 4 million euros ≠ 6 million euros" in report
    assert conflict["why"] in " ".join(report.split())


def test_the_report_is_plain_text_of_readable_width(story: Path) -> None:
    (story / "bad.txt").write_text("\x1b[31mThe council\x07 met 12 people on Monday, the mayor said.\n")
    report = run("report", str(story), str(SEEDS)).stdout
    assert "\x1b" not in report
    assert "\x07" not in report
    assert max(len(line) for line in report.splitlines() if not line.endswith(".txt")) <= 80


def test_one_article_alone_can_be_analyzed(story: Path) -> None:
    document = analyzed(story / "one.txt")
    assert document["links"] == []
    assert document["origins"] == [["a1"]]


BAD = {
    "missing.txt": (None, "missing.txt: does not exist."),
    "empty.txt": (b"", "empty.txt: is empty."),
    "binary.txt": (bytes(range(256)) * 8, "binary.txt: is a binary file, not text."),
}


@pytest.mark.parametrize("command", ["analyze", "report"])
@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_one_sentence_and_status_2(tmp_path: Path, command: str, name: str) -> None:
    data, sentence = BAD[name]
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = run(command, str(tmp_path / name), *(["--json"] if command == "analyze" else []))
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == f"seedreader: {tmp_path}/{sentence}\n"


def test_an_empty_folder_gets_one_sentence(tmp_path: Path) -> None:
    done = run("report", str(tmp_path))
    assert (done.returncode, done.stderr) == (
        2, f"seedreader: {tmp_path}: holds no file that can be read ({READ}).\n",
    )  # fmt: skip


def test_a_web_address_gets_one_sentence_as_it_was_given() -> None:
    done = run("report", "https://me:secret@example.org/story")
    assert done.returncode == 2
    assert done.stderr == (
        "seedreader: https://me:secret@example.org/story: is not a web address that can be fetched: it holds "
        "a user name or a password, and these are never sent; leave them out.\n"
    )


def test_a_file_name_cannot_drive_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b]0;owned\x07.txt").write_bytes("Der Rat hat für den Plan gestimmt.".encode("latin-1"))
    done = run("report", str(tmp_path))
    assert "Windows-1252" in done.stderr
    assert "\x1b" not in done.stderr + done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "utf-8", "latin-1"])
def test_any_output_encoding_and_any_file_name_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", f"{encoding}:strict")
    file = os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt")
    Path(file).write_text("The café said that 12 people came on Monday.\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "seedreader", "analyze", file, "--json"], capture_output=True, check=True
    )
    assert json.loads(done.stdout)["articles"][0]["path"] == file
    for command in (["report", file], ["keys"]):
        subprocess.run([sys.executable, "-m", "seedreader", *command], capture_output=True, check=True)


def test_what_can_be_read_is_read_with_status_1(story: Path) -> None:
    done = run("report", str(story), str(story / "missing.txt"))
    assert done.returncode == 1
    assert "2 sources of 2 origins" in done.stdout
    assert "missing.txt" in done.stderr


def test_a_closed_pipe_is_no_error() -> None:
    code = (
        "import subprocess, sys\n"
        f"p = subprocess.Popen([sys.executable, '-m', 'seedreader', 'report', {str(SEEDS)!r}],"
        " stdout=subprocess.PIPE, stderr=subprocess.PIPE)\n"
        "p.stdout.read(10); p.stdout.close(); print(p.stderr.read().decode())"
    )
    assert run(code=code).stdout.strip() == ""


def test_without_a_terminal_the_reader_says_what_to_do() -> None:
    done = run(str(SEEDS))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "seedreader report" in done.stderr


def test_a_terminal_too_small_gets_one_sentence() -> None:
    status, written = in_terminal([str(SEEDS)], (20, 5))
    assert status == 2
    assert written.strip() == "seedreader: the terminal is 20×5, and the reader needs 40×10; make it larger."


def test_a_missing_path_gets_one_sentence_in_a_terminal_too(tmp_path: Path) -> None:
    status, written = in_terminal([str(tmp_path / "no.txt")], (80, 24))
    assert status == 2
    assert written.strip() == f"seedreader: {tmp_path}/no.txt: does not exist."


@pytest.mark.parametrize("arguments", [[], ["given"]])
def test_the_reader_opens_in_a_terminal_and_quits(story: Path, arguments: list[str]) -> None:
    paths = [str(story)] if arguments else []
    status, written = in_terminal(paths, (120, 36), wait_for="sentence", keys="jq")
    assert status == 0
    assert ("harbour council" if paths else "sample story") in written


def test_keys_and_paths_are_printed() -> None:
    assert "reader.next_claim" in run("keys").stdout
    paths = run("paths").stdout
    assert "notebook.sqlite" in paths
    assert str(SEEDS) in paths


def test_the_settings_change_the_keys_that_are_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.toml"
    monkeypatch.setenv("SEEDREADER_CONFIG", str(file))
    file.write_text('colour = "red"\n[keys]\n"reader.next_claim" = "F6"\n"reader.follow" = "j"\n')
    done = run("keys")
    assert done.returncode == 0
    assert "F6                 Next claim  (reader.next_claim)" in done.stdout
    told = done.stderr.splitlines()
    assert told[0].startswith(f"seedreader: {file}, line 1: colour: there is no such setting")
    assert told[1].startswith(f"seedreader: {file}, line 4: reader.follow: j is the key of")
    assert str(file) in run("paths").stdout


def test_the_printed_settings_are_a_file_that_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.toml"
    monkeypatch.setenv("SEEDREADER_CONFIG", str(file))
    usual = run("keys").stdout
    file.write_text(run("settings").stdout)
    done = run("keys")
    assert (done.stdout, done.stderr) == (usual, "")


def test_a_theme_is_asked_for_by_its_name(story: Path) -> None:
    status, written = in_terminal(["--theme", "plain", str(story)], (120, 36), wait_for="sentence", keys="q")
    assert (status, "\x1b[38" in written) == (0, False)
    assert "high-contrast" in run("--theme", "pink").stderr


def test_nothing_is_written_but_where_the_reader_was(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = story / "data"
    monkeypatch.setenv("SEEDREADER_DATA", str(folder))
    for command in (["paths"], ["keys"], ["report", str(story)]):
        assert run(*command).returncode == 0
    in_terminal([str(story)], (120, 36), wait_for="sentence", keys="q")
    assert not folder.exists()
    in_terminal([str(story)], (120, 36), wait_for="sentence", keys="jjq")
    assert [path.name for path in folder.iterdir()] == ["places"]


@pytest.mark.parametrize("command", ["report", "analyze", "notes export", "notes codebook import", "cite"])
def test_an_unknown_option_is_answered_with_the_usage_of_its_own_subcommand(command: str) -> None:
    found = run(*command.split(), "--n\x9bt\u202eebook", *(["--json"] if command == "analyze" else []), "x")
    assert found.returncode == 2
    assert found.stderr.startswith(f"usage: seedreader {command} ")
    assert "unrecognized arguments: --n\ufffdt\ufffdebook" in found.stderr


@pytest.mark.parametrize("command", ["report", "analyze", "fetch", "refresh", "notes", "cite"])
def test_the_help_gives_each_exit_status_a_line(command: str) -> None:
    shown = run(command, "--help").stdout
    assert "\n  0  done\n  1  done, but some of the inputs could not be read\n" in shown


@pytest.mark.parametrize("command", ["paths", "settings"])
def test_the_name_of_a_folder_drives_no_terminal(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SEEDREADER_DATA", "SEEDREADER_CONFIG"):
        monkeypatch.setenv(name, "/no\u202ewhere\x9b31m")
    said = run(command).stdout
    assert "/no\ufffdwhere\ufffd31m" in said
    assert not {"\u202e", "\x9b"} & set(said)
