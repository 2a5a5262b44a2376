from __future__ import annotations

import base64
import os
import re
from pathlib import Path

import pytest

from seedreader.ui.parts import clipboard

OSC = re.compile("\x1b]52;c;([A-Za-z0-9+/=]*)\x07")


def named(**environ: str) -> list[str]:
    return [program.name for program in clipboard.programs(environ, "linux", lambda name: name)]


def program(folder: Path, name: str, script: str) -> dict[str, str]:
    """An environment in which a program of this name runs a shell script."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return {"PATH": f"{folder}:{os.environ['PATH']}"}


def test_only_programs_that_reach_the_readers_screen_are_used() -> None:
    assert named() == []
    assert named(DISPLAY=":0") == ["xclip", "xsel"]
    assert named(DISPLAY=":0", WAYLAND_DISPLAY="wayland-0") == ["wl-copy", "xclip", "xsel"]
    assert named(TMUX="socket,1,0") == ["tmux"]
    assert named(WSL_DISTRO_NAME="Ubuntu") == ["clip.exe"]
    assert clipboard.programs({}, "darwin", lambda name: name)[0].name == "pbcopy"
    assert clipboard.programs({"SSH_CONNECTION": "1"}, "darwin", lambda name: name) == []
    assert clipboard.programs({"DISPLAY": ":0"}, "linux", lambda _: None) == []


def test_the_terminal_is_sent_the_whole_text() -> None:
    plain = clipboard.sequence("naïve “quote”", {"TERM": "xterm-256color"})
    (sent,) = OSC.findall(plain)
    assert base64.b64decode(sent).decode() == "naïve “quote”"


def test_tmux_and_screen_pass_it_on() -> None:
    osc = clipboard.sequence("text " * 100, {"TERM": "xterm"})
    tmux = clipboard.sequence("text " * 100, {"TMUX": "socket,1,0"})
    assert tmux == osc + "\x1bPtmux;" + osc.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    screen = clipboard.sequence("text " * 100, {"TERM": "screen-256color"})
    pieces = re.findall("\x1bP(.*?)\x1b\\\\", screen, re.DOTALL)
    assert "".join(pieces) == osc
    assert all(len(piece) <= 76 for piece in pieces)


def test_without_a_program_the_terminal_gets_it_and_no_more_is_claimed() -> None:
    said, sequence = clipboard.copy("text", {"TERM": "xterm"})
    assert said.startswith("Sent to the terminal’s clipboard (OSC 52), which may ignore it")
    assert OSC.fullmatch(sequence)


@pytest.mark.parametrize("term", ["linux", "dumb", ""])
def test_a_terminal_without_a_clipboard_is_sent_nothing(term: str) -> None:
    said, sequence = clipboard.copy("text", {"TERM": term})
    assert said.startswith("Not copied")
    assert not sequence


def test_a_text_too_long_for_terminals_is_not_sent() -> None:
    said, sequence = clipboard.copy("é" * 50_000, {"TERM": "xterm"})
    assert said.startswith("Not copied: 50,000 letters")
    assert not sequence


def test_a_program_gets_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environ = program(tmp_path, "xclip", f"cat > {tmp_path}/got; sleep 30 >/dev/null &")
    monkeypatch.setenv("PATH", environ["PATH"])
    said, sequence = clipboard.copy("naïve\ntext", {"DISPLAY": ":0", "TERM": "xterm"})
    assert (said, sequence) == ("Copied with xclip.", "")
    assert (tmp_path / "got").read_text() == "naïve\ntext"


def test_a_program_that_fails_is_told_and_the_next_one_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", program(tmp_path, "xclip", "echo Error: no display >&2; exit 1")["PATH"])
    monkeypatch.setattr(clipboard, "programs", lambda _: [clipboard.ClipboardProgram(("xclip",))])
    said, sequence = clipboard.copy("text", {"TERM": "xterm"})
    assert said.startswith("xclip failed: Error: no display. Sent to the terminal")
    assert sequence


def test_a_program_that_hangs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", program(tmp_path, "xclip", "exec sleep 30")["PATH"])
    monkeypatch.setattr(clipboard, "PATIENCE", 0.05)
    monkeypatch.setattr(clipboard, "programs", lambda _: [clipboard.ClipboardProgram(("xclip",))])
    said, _ = clipboard.copy("text", {"TERM": "xterm"})
    assert said.startswith("xclip failed: it gave no answer")


def test_a_program_that_is_gone_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "programs", lambda _: [clipboard.ClipboardProgram(("no-such-program",))])
    said, _ = clipboard.copy("text", {"TERM": "linux"})
    assert said.startswith("no-such-program failed: no such file or directory. Not copied")


def test_what_tmux_takes_is_told_with_what_the_terminal_may_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    environ = program(tmp_path, "tmux", "cat >/dev/null")
    monkeypatch.setenv("PATH", environ["PATH"])
    outcome = clipboard.copy("words", {"TMUX": "socket,1,0"})
    assert outcome.said == "Copied to tmux (and to the clipboard if your terminal allows)."
