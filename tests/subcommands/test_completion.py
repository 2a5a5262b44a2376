"""Completion in the shells themselves, and the man page that is made from the same parsers."""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pyte
import pytest

from seedreader import cli
from seedreader.notebook.exchange import FORMATS
from seedreader.settings import THEMES
from seedreader.subcommands import man_page
from seedreader.subcommands.completion import SHELLS

PATIENCE = 30.0
PAGE = Path(__file__).parents[2] / "man/seedreader.1"


def there(shell: str) -> str:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here: apt-get install {shell}")
    return shell


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a story, and the three scripts."""
    for shell, script in SHELLS.items():
        (tmp_path / f"script.{shell}").write_text(script(cli._command_tree()))
    (tmp_path / "story of a mill").mkdir()
    (tmp_path / "storm.txt").touch()
    return tmp_path


CASES = [
    ("no", {"notes"}),
    ("sto", {"storm.txt", "story of a mill"}),
    ("--th", {"--theme"}),
    ("--theme ", {*THEMES}),
    ("--theme=da", {"dark"}),
    ("--theme dark sto", {"storm.txt", "story of a mill"}),
    ("notes ex", {"export"}),
    ("notes export --format ", {*FORMATS}),
    ("notes export --format json sto", {"storm.txt", "story of a mill"}),
    ("notes export -o sto", {"storm.txt", "story of a mill"}),
    ("notes codebook im", {"import"}),
    ("cite --format b", {"bibtex"}),
    ("cite storm.txt --forc", {"--force"}),
    ("completion ", {*SHELLS}),
    ("serve --port sto", set()),
    ("keys sto", set()),
    ("storm.txt no", set()),
]


def in_bash(folder: Path, typed: str) -> set[str]:
    """What bash offers, asked as its line editor asks; "=" is a word of its own there."""
    words = ["seedreader", *typed.replace("=", " = ").split(" ")]
    code = (
        '. ./script.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _seedreader\n'
        'for each in "${COMPREPLY[@]}"; do printf "%s\\n" "$each"; done'
    )
    command = [there("bash"), "--norc", "-c", code, "bash", *words]
    return _offered(command, folder)


def _offered(command: list[str], folder: Path) -> set[str]:
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=PATIENCE, check=False, cwd=folder,
        env=os.environ | {"HOME": str(folder)},
    )  # fmt: skip
    assert done.stderr == ""
    return set(done.stdout.splitlines())


@pytest.mark.parametrize("typed, offered", CASES)
def test_bash_offers_what_fits_here(folder: Path, typed: str, offered: set[str]) -> None:
    assert in_bash(folder, typed) == offered


def test_fish_offers_what_fits_here(folder: Path) -> None:
    """In one run: it takes its time to start."""
    there("fish")
    asked = "\n".join(f"echo '>{typed}'; complete -C 'seedreader {typed}'" for typed, _ in CASES)
    done = subprocess.run(
        ["fish", "--no-config", "-c", f"source script.fish\n{asked}"],
        capture_output=True, text=True, timeout=PATIENCE, check=False, cwd=folder,
        env=os.environ | {"HOME": str(folder)},
    )  # fmt: skip
    assert done.stderr == ""
    found: dict[str, set[str]] = {}
    for line in done.stdout.splitlines():
        if line.startswith(">"):
            here = found.setdefault(line[1:], set())
            continue
        word = line.partition("\t")[0].rstrip("/").replace("\\ ", " ")
        here.add(word.partition("=")[2] or word)
    assert found == dict(CASES)


def _typed(argv: list[str], folder: Path, keys: list[tuple[str, str]]) -> None:
    """Type into a shell on a terminal: each text once what is awaited before it is shown."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execvpe(argv[0], argv, os.environ | {"HOME": str(folder), "TERM": "xterm", "PS1": "ready> "})
    screen = pyte.Screen(120, 24)
    stream, deadline = pyte.ByteStream(screen), time.monotonic() + PATIENCE
    try:
        for awaited, text in keys:
            while awaited not in "\n".join(screen.display):
                assert time.monotonic() < deadline, (awaited, screen.display)
                if select.select([terminal], [], [], 0.1)[0]:
                    stream.feed(os.read(terminal, 1 << 16))
            os.write(terminal, text.encode())
    finally:
        os.close(terminal)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


@pytest.mark.parametrize(
    "shell, argv, begin",
    [
        ("bash", ["bash", "--norc", "--noprofile", "-i"], ". ./script.bash; echo be''gun\n"),
        (
            "zsh",
            ["zsh", "-f", "-i"],
            "autoload -U compinit; compinit -D -u; . ./script.zsh; echo be''gun\n",
        ),
    ],
)
def test_tab_completes_on_a_terminal(folder: Path, shell: str, argv: list[str], begin: str) -> None:
    there(shell)
    line = "seedreader notes export --format markdown"
    keys = [
        ("ready>", begin),
        ("begun", "seedreader not\t"),
        ("seedreader notes", "exp\t"),
        ("seedreader notes export", "--format m\t"),
        (line, "story\t"),
        (f"{line} story\\ of\\ a\\ mill/", "\x03"),
    ]
    _typed(argv, folder, keys)


def test_every_subcommand_and_option_is_in_every_script_and_in_the_man_page() -> None:
    tree = cli._command_tree()
    texts = {name: script(tree) for name, script in SHELLS.items()}
    texts["man"] = man_page.page(tree).replace("\\-", "-")
    assert [command.word for command in tree.commands] == list(cli.SUBCOMMANDS)
    for name, text in texts.items():
        for command in tree.every():
            assert command.word in text, (name, command.name)
            for option in command.options:
                long = option.names[-1 if option.names[-1].startswith("--") else 0]
                assert long in text or f"-l {long[2:]}" in text, (name, command.name, long)


def test_the_man_page_that_is_installed_is_the_one_of_these_parsers() -> None:
    made = man_page.page(cli._command_tree())
    assert PAGE.read_text() == made, "make it anew: make man"


def test_roff_takes_the_man_page_without_a_complaint(tmp_path: Path) -> None:
    (tmp_path / "seedreader.1").write_text(man_page.page(cli._command_tree()))
    for lint in (["mandoc", "-T", "lint", "-W", "warning"], ["groff", "-man", "-ww", "-Tutf8", "-z"]):
        if shutil.which(lint[0]) is None:
            continue
        done = subprocess.run(
            [*lint, str(tmp_path / "seedreader.1")], capture_output=True, text=True, check=False
        )
        said = [line for line in (done.stdout + done.stderr).splitlines() if "missing date" not in line]
        assert said == []
