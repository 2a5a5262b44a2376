"""KILL, EIO and ENOSPC injected by strace at each file-system call in turn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.faults.children import Child
from tests.benchmarks.faults.outcome import Outcome
from tests.benchmarks.faults.scenes import Scene, scenes

CHANGING = (
    "openat",
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "ftruncate",
    "unlink",
    "rename",
    "link",
    "mkdir",
)
LOOKING = (
    "read",
    "pread64",
    "close",
    "newfstatat",
    "stat",
    "lstat",
    "fstat",
    "lseek",
    "fcntl",
    "statfs",
    "fstatfs",
)
LOOKING_TOO = ("access", "getdents64", "rmdir", "unlinkat", "sendfile", "copy_file_range", "fchmod", "chmod")
FAULTS = {
    "signal=KILL": (*CHANGING, *LOOKING, *LOOKING_TOO),
    "error=EIO": (*CHANGING, *LOOKING, *LOOKING_TOO),
    "error=ENOSPC": CHANGING,
}
MOST = 400


def run(folder: Path, quick: bool) -> Iterator[Outcome]:
    """Each fault at each call of each scene; of a scene's calls only each fifth where ``quick``."""
    for scene in scenes(folder):
        for fault, calls in FAULTS.items():
            outcome = Outcome(f"{fault.split('=')[1]} at every call of {scene.name}")
            for call in calls:
                for when in range(1, MOST, 5 if quick else 1):
                    if not _inject(scene, outcome, folder, call, fault, when):
                        break
            yield outcome


def _inject(scene: Scene, outcome: Outcome, folder: Path, call: str, fault: str, when: int) -> bool:
    """Inject one fault; whether there were that many calls."""
    path = scene.copy(folder / "run")
    child = Child(scene.work(path))
    log = folder / "log"
    tracer = child.traced(["-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={when}"], log)
    child.go()
    ended = child.end()
    tracer.wait()
    if "(INJECTED)" not in log.read_text(errors="replace") and ended.how != "killed":
        return False
    where = f"{call} {when}"
    if ended.how.startswith("refused"):
        outcome.problems.append(f"{where}: not even when the fault was over: {ended.how}")
    if ended.how.startswith("raised"):
        outcome.problems.append(f"{where}: no sentence: {ended.how}")
    scene.look(outcome, path, {line for line in ended.lines if line.count("-") == 4}, where)
    return True
