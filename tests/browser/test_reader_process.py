from __future__ import annotations

import pytest

from seedreader.browser import reader_process
from seedreader.browser.reader_process import Size
from seedreader.visitor import VARIABLE


@pytest.mark.parametrize(
    "width, height, meant",
    [
        ("120", "40", (120, 40)),
        (90, 24, (90, 24)),
        (0, -5, (1, 1)),
        (10**9, "99999", (1000, 1000)),
        (None, "40", (80, 24)),
        ("1e3", [], (80, 24)),
        (2.5, 3, (80, 24)),
        ("9" * 5000, 3, (80, 24)),
    ],
)
def test_a_page_gets_a_size_within_reason(width: object, height: object, meant: tuple[int, int]) -> None:
    assert reader_process.size(width, height) == meant


def test_what_is_read_is_taken_for_no_option_and_no_subcommand_and_its_folder_for_no_code() -> None:
    argv = reader_process.command(["--theme", "dark"], ["report", "--version", "a; rm -rf $HOME"])
    assert argv[1:4] == ["-P", "-m", "seedreader"]  # -P: nothing is imported from where one is
    assert argv[4:] == ["--theme", "dark", "--", "report", "--version", "a; rm -rf $HOME"]


def test_a_reader_takes_the_terminal_and_the_clipboard_of_the_server_for_no_ones() -> None:
    given = {
        "TERM": "dumb",
        "TMUX": "x",
        "DISPLAY": ":0",
        "LANG": "C",
        "SEEDREADER_DATA": "/d",
        "NO_COLOR": "1",
    }
    made = reader_process.environment(given, "tab", Size(100, 30))
    assert not {"TMUX", "DISPLAY", "LANG"} & made.keys()
    assert made["TERM"] == "xterm-256color" and made["COLORTERM"] == "truecolor"
    assert (made["COLUMNS"], made["ROWS"], made[VARIABLE]) == ("100", "30", "tab")
    assert made["SEEDREADER_DATA"] == "/d" and made["NO_COLOR"] == "1"
    assert given["TERM"] == "dumb"
