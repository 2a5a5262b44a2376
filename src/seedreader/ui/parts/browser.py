"""An address opened in the reader's browser, only when a key asks for it; says what was done."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

PATIENCE = 2.0
"""Seconds in which a program that can't open anything says so; a browser may stay."""
SCHEMES = ("http", "https")


def refusal(url: str) -> str:
    """Why an address is not opened, as a sentence; empty for one that may be."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return "Not opened: it is not an address that can be read."
    if parts.scheme not in SCHEMES:
        return f"Not opened: only http and https addresses are, and this one begins with “{parts.scheme}:”."
    if not host or not url.isprintable() or " " in url or "@" in parts.netloc:
        return "Not opened: it names no host, or holds what an address may not hold."
    return ""


def programs(
    environ: Mapping[str, str],
    platform: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
) -> list[str]:
    """The programs that can show an address outside of this terminal, the best first.

    What the reader chose (BROWSER) is taken at its word; a browser that draws in a terminal is none of them.
    """
    chosen = environ.get("BROWSER", "")
    found = [chosen] if chosen and " " not in chosen and "%" not in chosen and ":" not in chosen else []
    if platform == "darwin":
        found.append("open")
    if environ.get("WSL_DISTRO_NAME"):
        found += ["wslview", "explorer.exe"]
    if environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        found += ["xdg-open", "x-www-browser"]
    return [program for program in found if which(program)]


def open_address(url: str, environ: Mapping[str, str]) -> str:
    """Open an address; says with what, or why not. Takes as long as a program needs to refuse."""
    if why := refusal(url):
        return why
    failed: list[str] = []
    for program in programs(environ):
        problem = _run(program, url, environ)
        if not problem:
            return " ".join([f"Opened with {program}: {url}", *failed])
        failed.append(f"{program} failed: {problem}.")
    return " ".join([*failed, "Not opened: no browser can be reached from this terminal; copy the address."])


def _run(program: str, url: str, environ: Mapping[str, str]) -> str:
    """Hand an address to a program that has no part of this terminal; says why it failed, or nothing."""
    try:
        running = subprocess.Popen(  # noqa: S603
            [program, url],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env=dict(environ),
        )
        status = running.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        return ""  # it shows the page, and stays
    except OSError as error:
        return (error.strerror or str(error)).lower()
    return "" if status == 0 else f"status {status}"
