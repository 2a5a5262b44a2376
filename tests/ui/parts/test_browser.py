from __future__ import annotations

import os
from pathlib import Path

import pytest

from seedreader.ui.parts import browser

URL = "https://harbour.example/pier?a=1&b=2#c"


def xdg(folder: Path, script: str) -> dict[str, str]:
    """An environment with a screen, in which xdg-open runs a shell script."""
    path = folder / "xdg-open"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    os.environ["PATH"] = f"{folder}:{os.environ['PATH']}"
    return {"PATH": os.environ["PATH"], "DISPLAY": ":0"}


@pytest.fixture(autouse=True)
def own_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.environ["PATH"])


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://harbour.example/a", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("--version", "only http and https"),
        ("https:///a", "names no host"),
        ("https://user:secret@harbour.example/", "may not hold"),
        ("https://harbour.example/a\x1b[2J", "may not hold"),
        ("https://harbour.example/a b", "may not hold"),
        ("https://[::1/", "not an address"),
    ],
)
def test_what_is_no_web_address_is_not_opened(url: str, why: str, tmp_path: Path) -> None:
    environ = xdg(tmp_path, f"touch {tmp_path}/opened")
    said = browser.open_address(url, environ)
    assert said.startswith("Not opened: ")
    assert why in said
    assert not (tmp_path / "opened").exists()


def test_a_web_address_is_handed_over_whole_without_a_shell(tmp_path: Path) -> None:
    environ = xdg(tmp_path, f'printf %s "$1" > {tmp_path}/opened')
    assert browser.open_address(f"{URL};$(id)", environ) == f"Opened with xdg-open: {URL};$(id)"
    assert (tmp_path / "opened").read_text() == f"{URL};$(id)"


def test_a_program_that_fails_is_said(tmp_path: Path) -> None:
    said = browser.open_address(URL, xdg(tmp_path, "exit 3"))
    assert said.startswith("xdg-open failed: status 3.")


def test_without_a_screen_no_browser_takes_the_terminal() -> None:
    assert browser.programs({}, "linux", lambda name: name) == []
    assert browser.open_address(URL, {}).startswith("Not opened: no browser can be reached")
    assert browser.programs({"BROWSER": "/x/open"}, "linux", lambda name: name) == ["/x/open"]
    assert browser.programs({}, "darwin", lambda name: name) == ["open"]
    assert browser.programs({"WAYLAND_DISPLAY": "w"}, "linux", lambda name: name)[0] == "xdg-open"
