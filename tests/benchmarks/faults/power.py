"""A power cut: strace records what is written, and only what was synced by then is played back.

The content of a file is there as it was at its last fsync; its name as it was at the last fsync of its
folder. File systems keep more than that; none keeps less.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from seedreader.notebook import Notebook, NotebookError
from tests.benchmarks.faults.children import Child, Say
from tests.benchmarks.faults.outcome import Outcome, integrity, save
from tests.benchmarks.faults.scenes import backed_up, damaged, first_version, quiet, restoring, some

CALLS = "openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink,rename,link,mkdir,sendto"
_LINE = re.compile(r"\d+ +(\w+)\((.*)\) += (-?\d+)")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_OPEN = re.compile(r"^(\d+)<([^>]*)>")


class Disk:
    """What is on disk for good, as calls are played back. Paths are relative to ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._names: dict[str, int] = {}
        self._durable_names: dict[str, int] = {}
        self._live: dict[int, bytearray] = {}
        self._durable: dict[int, bytes] = {}
        for file in folder.rglob("*"):
            if file.is_file():
                inode = len(self._live)
                self._live[inode] = bytearray(file.read_bytes())
                self._durable[inode] = file.read_bytes()
                self._names[self._inside(str(file))] = inode
        self._durable_names = dict(self._names)

    def play(self, call: str, arguments: str) -> None:
        """Do what a call did."""
        names = [self._inside(_text(each)) for each in _STRING.findall(arguments)]
        descriptor = _OPEN.match(arguments)
        opened = self._inside(_plain(descriptor[2])) if descriptor else ""
        if call == "openat" and names[0] and "O_CREAT" in arguments and names[0] not in self._names:
            self._names[names[0]] = len(self._live)
            self._live[len(self._live)] = bytearray()
        elif call == "unlink":
            self._names.pop(names[0], None)
        elif call == "rename":
            self._names[names[1]] = self._names.pop(names[0])
        elif call == "link":
            self._names[names[1]] = self._names[names[0]]
        elif call in ("fsync", "fdatasync") and opened in self._names:
            self._durable[self._names[opened]] = bytes(self._live[self._names[opened]])
        elif call in ("fsync", "fdatasync"):
            self._sync_folder(opened)
        elif call == "pwrite64" and opened in self._names:
            self._write(self._names[opened], _STRING.search(arguments), int(arguments.rsplit(",", 1)[1]))
        elif call == "ftruncate" and opened in self._names:
            del self._live[self._names[opened]][int(arguments.rsplit(",", 1)[1]) :]
        elif call == "write" and opened in self._names:
            raise NotImplementedError("the notebook's files are written at an offset")

    def restart(self, folder: Path) -> None:
        """What is found after the power came back."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name, inode in self._durable_names.items():
            target = folder / name
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(self._durable.get(inode, b""))

    def _write(self, inode: int, data: re.Match[str] | None, offset: int) -> None:
        written, content = bytes.fromhex(data[1].replace("\\x", "")) if data else b"", self._live[inode]
        content.extend(bytes(max(offset - len(content), 0)))
        content[offset : offset + len(written)] = written

    def _sync_folder(self, folder: str) -> None:
        def inside(name: str) -> bool:
            return str(Path(name).parent) == (folder or ".")

        kept = {name: inode for name, inode in self._durable_names.items() if not inside(name)}
        self._durable_names = kept | {name: inode for name, inode in self._names.items() if inside(name)}

    def _inside(self, name: str) -> str:
        return name.removeprefix(self._folder).removeprefix("/") if name.startswith(self._folder) else ""


def run(folder: Path, quick: bool) -> Iterator[Outcome]:
    """After each acknowledgement, and at each sync between, of saves on files in several states."""
    for name, make in (("saves", backed_up), ("a migration and saves", first_version)):
        yield _cut(f"power cut in {name}", folder / name, make, 5 if quick else 40)
    yield _cut("power cut in a daily backup and saves", folder / "daily", some, 5 if quick else 20)
    yield _cut("power cut in a repair and saves", folder / "repair", damaged, 5 if quick else 20)
    yield _cut("power cut in a restore", folder / "restore", backed_up, 0)


def _cut(what: str, folder: Path, make, saves: int) -> Outcome:  # type: ignore[no-untyped-def]
    outcome = Outcome(what)
    path = folder / "run" / "notebook.sqlite"
    path.parent.mkdir(parents=True)
    acknowledged: set[str] = make(path)
    disk = Disk(path.parent)

    def work(say: Say) -> None:
        notebook = quiet(path)
        for number in range(saves):
            say(save(notebook, f"note {number} {'x' * (number * 997 % 9000)}"))
        if not saves:
            restoring(path, say)

    child = Child(work)
    log = folder / "log"
    tracer = child.traced(["-xx", "-y", "-s", "10000000", "-e", f"trace={CALLS}"], log)
    child.go()
    lines = iter(child.end().lines)
    tracer.wait()
    for line in log.open():
        found = _LINE.match(line)
        if not found or int(found[3]) < 0:
            continue
        if found[1] == "sendto":
            acknowledged |= {next(lines, "")} - {""}
        else:
            disk.play(found[1], found[2])
        if found[1] in ("sendto", "fsync", "fdatasync", "unlink", "rename"):
            disk.restart(folder / "after")
            _look(outcome, folder / "after" / path.name, acknowledged, restored=not saves)
    return outcome


def _look(outcome: Outcome, path: Path, acknowledged: set[str], restored: bool) -> None:
    outcome.points += 1
    try:
        found = {a.id for a in Notebook(path, lambda _: None).annotations()}
        for kept in path.parent.glob("notebook.replaced-*.sqlite") if restored else ():
            found |= {a.id for a in quiet(kept).annotations()}
    except NotebookError as error:
        outcome.unreadable += 1
        outcome.problems.append(str(error))
        return
    if missing := acknowledged - found:
        outcome.lost += len(missing)
        outcome.problems.append(f"{len(missing)} lost")
    if path.exists() and "repair" not in outcome.what and (fault := integrity(path)):
        outcome.problems.append(fault)


def _text(escaped: str) -> str:
    return bytes.fromhex(escaped.replace("\\x", "")).decode(errors="replace")


def _plain(shown: str) -> str:
    return _text(shown) if shown.startswith("\\x") else shown
