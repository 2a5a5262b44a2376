"""Builds wheel and sdist and tries them in clean environments: `make dist-check`. Needs the package index.

Every Python that can be found and that the package is for, with each of pip, pipx and uv; extras with pip.
Minutes, so it is no part of the suite. ``--only pip`` (pipx, uv, extras) tries one way.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
LEAST = (3, 11)
NEWEST = 20
"""Minor versions of Python that are looked for, up to this one."""
PATIENCE = 900.0
HELD = (
    "seedreader/cli.py", "seedreader/analysis.schema.json", "seedreader/py.typed",
    "seedreader/browser/page/page.js", "seedreader/browser/page/index.html", "share/man/man1/seedreader.1",
)  # fmt: skip
"""Files of which the wheel has to have every one, by the ends of their names."""


class Installed(NamedTuple):
    """An installation: how it was made, its command, and its Python, where that is its own."""

    way: str
    command: Path
    python: Path | None
    environ: Mapping[str, str]


class WrongError(Exception):
    """What is not as it has to be."""


def main() -> int:
    """Try everything; the exit status is 1 where something failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=("pip", "pipx", "uv", "extras"))
    only = parser.parse_args().only
    with tempfile.TemporaryDirectory(prefix="seedreader-dist-") as name:
        folder = Path(name)
        tools = _tools(folder)
        wheel, sdist = _build(folder, tools)
        failed = not _tried("the files in wheel and sdist", lambda: _files(wheel, sdist, folder, tools))
        failed |= not _tried("an older Python refuses it", lambda: _refused(wheel, folder))
        ways: dict[str, Callable[[Path, Path, Path], Installed]] = {
            "pip": _pip,
            "pipx": lambda python, wheel, place: _pipx(python, wheel, place, tools),
            "uv": lambda python, wheel, place: _uv(python, wheel, place, tools),
        }
        for python, version in _pythons():
            for way, install in ways.items():
                place = folder / f"{way}-{version}"
                if only in (None, way):
                    failed |= not _tried(
                        f"{way} with Python {version}", lambda: _works(install(python, wheel, place))
                    )
            if only in (None, "extras"):
                place = folder / f"extras-{version}"
                failed |= not _tried(f"extras with Python {version}", lambda: _extras(python, wheel, place))
    return int(failed)


def _tried(what: str, act: Callable[[], str]) -> bool:
    try:
        said = act()
    except (WrongError, subprocess.SubprocessError, OSError) as error:
        detail = getattr(error, "stderr", "") or ""
        print(f"FAILED  {what}: {error} {detail[-2000:]}", flush=True)
        return False
    print(f"ok      {what}: {said}", flush=True)
    return True


# -- building ----------------------------------------------------------------------------------------------


def _tools(folder: Path) -> Path:
    """A place with what builds and installs."""
    _run([sys.executable, "-m", "venv", str(folder / "tools")])
    _run([str(folder / "tools/bin/python"), "-m", "pip", "install", "-q", "build", "pipx", "uv"])
    return folder / "tools/bin"


def _build(folder: Path, tools: Path) -> tuple[Path, Path]:
    """The wheel, which is built from the sdist."""
    _run([str(tools / "python"), "-m", "build", "--outdir", str(folder / "dist"), str(ROOT)])
    (wheel,), (sdist,) = (folder / "dist").glob("*.whl"), (folder / "dist").glob("*.tar.gz")
    sizes = " and ".join(f"{each.name} ({each.stat().st_size >> 10} KB)" for each in (wheel, sdist))
    print(f"built   {sizes}", flush=True)
    return wheel, sdist


def _files(wheel: Path, sdist: Path, folder: Path, tools: Path) -> str:
    held = zipfile.ZipFile(wheel).namelist()
    for name in HELD:
        _check(any(each.endswith(name) for each in held), f"the wheel lacks {name}")
    seeds = [each for each in held if each.startswith("seedreader/seeds/")]
    _check(len(seeds) == len(list((ROOT / "seeds").iterdir())), "the wheel lacks sample articles")
    code = {each for each in held if each.startswith("seedreader/") and each.endswith(".py")}
    ours = {f"seedreader/{each.relative_to(ROOT / 'src/seedreader').as_posix()}"
            for each in (ROOT / "src/seedreader").rglob("*.py")}  # fmt: skip
    _check(code == ours, f"the wheel and src differ: {code ^ ours}")
    strange = [each for each in held if "tests" in each or "__pycache__" in each]
    _check(not strange, f"the wheel has {strange}")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder / "sdist", filter="data")
    (source,) = (folder / "sdist").iterdir()
    _run([str(tools / "python"), "-m", "build", "--wheel", "--outdir", str(folder / "again"), str(source)])
    (again,) = (folder / "again").glob("*.whl")
    _check(sorted(zipfile.ZipFile(again).namelist()) == sorted(held), "the sdist makes another wheel")
    return f"{len(held)} files in the wheel, the sdist makes the same"


def _pythons() -> Iterator[tuple[Path, str]]:
    """Every Python that the package is for, once for each minor version."""
    for minor in range(LEAST[1], NEWEST):
        if python := _python(f"3.{minor}"):
            yield python, f"3.{minor}"


def _python(version: str) -> Path | None:
    installed = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
    for found in (shutil.which(f"python{version}"), *map(str, installed)):
        if found is None:
            continue
        code = "import sys; print(sys.version_info[:2], sys.executable)"
        done = subprocess.run([found, "-c", code], capture_output=True, text=True, check=False)
        if done.returncode == 0 and done.stdout.startswith(f"({version.replace('.', ', ')})"):
            return Path(done.stdout.split(") ")[1].strip())
    return None


# -- installing --------------------------------------------------------------------------------------------


def _pip(python: Path, wheel: Path, place: Path, *extras: str) -> Installed:
    _run([str(python), "-m", "venv", str(place)])
    wanted = f"{wheel}[{','.join(extras)}]" if extras else str(wheel)
    _run([str(place / "bin/python"), "-m", "pip", "install", "-q", "--disable-pip-version-check", wanted])
    return Installed("pip", place / "bin/seedreader", place / "bin/python", _environ(place))


def _pipx(python: Path, wheel: Path, place: Path, tools: Path) -> Installed:
    environ = _environ(place) | {
        "PIPX_HOME": str(place / "home"), "PIPX_BIN_DIR": str(place / "bin"),
        "PIPX_MAN_DIR": str(place / "man"),
    }  # fmt: skip
    _run([str(tools / "python"), "-m", "pipx", "install", "-q", "--python", str(python), str(wheel)], environ)
    _check((place / "man/man1/seedreader.1").exists(), "pipx did not find the man page")
    return Installed("pipx", place / "bin/seedreader", place / "home/venvs/seedreader/bin/python", environ)


def _uv(python: Path, wheel: Path, place: Path, tools: Path) -> Installed:
    environ = _environ(place) | {"UV_TOOL_DIR": str(place / "tools"), "UV_TOOL_BIN_DIR": str(place / "bin")}
    _run([str(tools / "uv"), "tool", "install", "-q", "--python", str(python), str(wheel)], environ)
    return Installed("uv", place / "bin/seedreader", place / "tools/seedreader/bin/python", environ)


def _environ(place: Path) -> dict[str, str]:
    """No home, no package of this checkout, nothing of the reader's."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("SEEDREADER", "PYTHON"))
    }
    cache = {"UV_CACHE_DIR": str(place.parent / "uv-cache"), "PIP_CACHE_DIR": str(Path.home() / ".cache/pip")}
    return kept | cache | {"HOME": str(place / "home-of-nobody"), "SEEDREADER_DATA": str(place / "data")}


# -- trying ------------------------------------------------------------------------------------------------


def _works(made: Installed) -> str:
    version = re.search(r'VERSION = "(.+?)"', (ROOT / "src/seedreader/text/version.py").read_text())
    assert version is not None
    told = f"seedreader {version[1]}"
    _check(_said(made, "--version").strip() == told, "--version says something else")
    if made.python:
        _check(
            _run([str(made.python), "-m", "seedreader", "--version"], made.environ).strip() == told,
            "-m fails",
        )
        code = "import seedreader; print(len(seedreader.read_text('Six ships sank on Monday.').claims))"
        _check(_run([str(made.python), "-c", code], made.environ).strip() == "1", "import seedreader fails")
    doctor = _said(made, "doctor")
    _check("Nothing is wrong." in doctor, doctor)
    samples = re.search(r"samples +(\S+)", doctor)
    _check(samples is not None and str(made.command.parent.parent) in samples[1], "the samples are elsewhere")
    assert samples is not None
    _check("SOURCES" in (report := _said(made, "report", samples[1])).upper(), report)
    _check(
        "_seedreader" in _said(made, "completion", "bash") and ".TH" in _said(made, "man"), "completion, man"
    )
    no_serve = subprocess.run(
        [str(made.command), "serve"], capture_output=True, text=True, check=False, env=dict(made.environ)
    )
    missing = no_serve.returncode == 2 and "pip install 'seedreader[serve]'" in no_serve.stderr
    _check(missing, f"serve without its extra: {no_serve}")
    return (
        f"version, -m, import, doctor, report of {len(report):,} characters, completion, man, serve refuses"
    )


def _extras(python: Path, wheel: Path, place: Path) -> str:
    made = _pip(python, wheel, place, "all", "serve")
    doctor = _said(made, "doctor")
    lacking = [line for line in doctor.splitlines() if "not installed" in line]
    _check(all(line.split()[0] == "cluster" for line in lacking), str(lacking))
    with _serving(made) as address:
        opener = "u.build_opener(u.HTTPCookieProcessor())"
        code = f"import urllib.request as u; print({opener}.open({address!r}).status)"
        _check(_run([str(made.python), "-c", code], made.environ).strip() == "200", "serve does not answer")
    return "pdf, warc and serve are there, serve answers and ends"


@contextmanager
def _serving(made: Installed) -> Iterator[str]:
    with subprocess.Popen(
        [str(made.command), "serve"], stdout=subprocess.PIPE, text=True, env=dict(made.environ)
    ) as process:
        assert process.stdout is not None
        try:
            yield next(line.strip() for line in process.stdout if line.startswith("http"))
        finally:
            process.terminate()


def _refused(wheel: Path, folder: Path) -> str:
    """The Python before the first that will do."""
    before = f"{LEAST[0]}.{LEAST[1] - 1}"
    python = _python(before)
    if python is None:
        return f"no Python {before} here"
    _run([str(python), "-m", "venv", str(folder / "older")])
    pip = [str(folder / "older/bin/python"), "-m", "pip", "install", "-q", "--no-deps", str(wheel)]
    done = subprocess.run(pip, capture_output=True, text=True, check=False)
    _check(done.returncode != 0 and "requires a different Python" in done.stderr, f"{before}: {done.stderr}")
    return f"Python {before}: {done.stderr.splitlines()[0]}"


def _said(made: Installed, *arguments: str) -> str:
    return _run([str(made.command), *arguments], made.environ)


def _run(command: Sequence[str], environ: Mapping[str, str] | None = None) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=PATIENCE, check=True, stdin=subprocess.DEVNULL,
        env=dict(environ) if environ else None,
    )  # fmt: skip
    return done.stdout


def _check(holds: bool, otherwise: str) -> None:
    if not holds:
        raise WrongError(otherwise)


if __name__ == "__main__":
    sys.exit(main())
