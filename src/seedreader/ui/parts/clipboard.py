"""The clipboard, by a program where there is one, else by the terminal; says what it knows of the outcome."""

from __future__ import annotations

import base64
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from typing import NamedTuple

PATIENCE = 3.0
"""Seconds that a program may take."""
LONGEST = 74_994
"""Bytes that terminals are known to take by OSC 52: 100,000 letters of base64 with the sequence around it."""
PIECE = 76
"""Letters of a sequence that GNU screen is handed at a time."""
WITHOUT = ("linux", "dumb", "unknown", "")
"""Terminals that have no clipboard."""


class CopyOutcome(NamedTuple):
    """What to say, and what is still to be sent to the terminal."""

    said: str
    sequence: str = ""


class ClipboardProgram(NamedTuple):
    """A program that takes the text on its standard input, in this encoding; ``into`` is where it puts it."""

    argv: tuple[str, ...]
    encoding: str = "utf-8"
    into: str = ""

    @property
    def name(self) -> str:
        """What people call it."""
        return self.argv[0]


def programs(
    environ: Mapping[str, str],
    platform: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
) -> list[ClipboardProgram]:
    """The programs that can reach the clipboard of the reader's own screen, the best first."""
    found: list[ClipboardProgram] = []
    if environ.get("WAYLAND_DISPLAY"):
        found.append(ClipboardProgram(("wl-copy",)))
    if environ.get("DISPLAY"):
        found.append(ClipboardProgram(("xclip", "-selection", "clipboard", "-in")))
        found.append(ClipboardProgram(("xsel", "--clipboard", "--input")))
    if platform == "darwin" and not environ.get("SSH_CONNECTION"):
        found.append(ClipboardProgram(("pbcopy",)))
    if environ.get("WSL_DISTRO_NAME"):
        found.append(ClipboardProgram(("clip.exe",), "utf-16-le"))
    if environ.get("TMUX"):
        into = "tmux (and to the clipboard if your terminal allows)"
        found.append(ClipboardProgram(("tmux", "load-buffer", "-w", "-"), into=into))
    return [program for program in found if which(program.name)]


def sequence(text: str, environ: Mapping[str, str]) -> str:
    """The OSC 52 that hands a text to the terminal, through tmux or screen where the reader is in one."""
    osc = f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\x07"
    if environ.get("TMUX"):
        return osc + "\x1bPtmux;" + osc.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    if environ.get("STY") or environ.get("TERM", "").startswith("screen"):
        pieces = (osc[at : at + PIECE] for at in range(0, len(osc), PIECE))
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return osc


def copy(text: str, environ: Mapping[str, str], otherwise: str = "") -> CopyOutcome:
    """Put a text on the clipboard; takes as long as the programs that it runs.

    ``otherwise`` is told, as part of a sentence, where it is not sure to be there.
    """
    instead = f"; {otherwise}." if otherwise else "."
    failed: list[str] = []
    for program in programs(environ):
        problem = _run(program, text)
        if not problem:
            said = f"Copied to {program.into}." if program.into else f"Copied with {program.name}."
            return CopyOutcome(" ".join([said, *failed]))
        failed.append(f"{program.name} failed: {problem}.")
    if environ.get("TERM", "") in WITHOUT:
        last = CopyOutcome(f"Not copied: this terminal has no clipboard{instead}")
    elif len(text.encode()) > LONGEST:
        last = CopyOutcome(
            f"Not copied: {len(text):,} letters are too many for a terminal’s clipboard{instead}"
        )
    else:
        said = f"Sent to the terminal’s clipboard (OSC 52), which may ignore it{instead}"
        last = CopyOutcome(said, sequence(text, environ))
    return last._replace(said=" ".join([*failed, last.said]))


def said_of_page(problem: str, otherwise: str = "") -> str:
    """What to say once a browser's page was asked to copy: ``problem`` is why it could not, or ""."""
    if not problem:
        return "Copied to the browser’s clipboard."
    return f"Not copied: {problem.rstrip('.')}{f'; {otherwise}.' if otherwise else '.'}"


def _run(program: ClipboardProgram, text: str) -> str:
    """Hand a text to a program; says why it did not take it, or nothing.

    What it tells goes to a file: some go on in the background and would keep a pipe open.
    """
    try:
        with tempfile.TemporaryFile() as told:
            status = subprocess.run(  # noqa: S603
                program.argv,
                input=text.encode(program.encoding),
                stdout=subprocess.DEVNULL,
                stderr=told,
                timeout=PATIENCE,
                check=False,
                start_new_session=True,
            ).returncode
            told.seek(0)
            said = told.read(200).decode(errors="replace").split("\n")[0].strip()
    except subprocess.TimeoutExpired:
        return f"it gave no answer in {PATIENCE:.0f} seconds"
    except OSError as error:
        return (error.strerror or str(error)).lower()
    return "" if status == 0 else said.rstrip(".") or f"status {status}"
