"""Files and folders that are private, and on disk once a call has returned; what kind of disk it is."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NETWORK = (
    *(
        "9p",
        "acfs",
        "afp",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "gfs",
        "gfs2",
        "glusterfs",
        "gpfs",
    ),
    *("lustre", "ncp", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "pvfs2", "smb2", "smb3", "smbfs"),
    *("fuse.ceph", "fuse.curlftpfs", "fuse.davfs2", "fuse.gcsfuse", "fuse.glusterfs", "fuse.gvfsd-fuse"),
    *("fuse.google-drive-ocamlfuse", "fuse.juicefs", "fuse.mfs", "fuse.mount.davfs", "fuse.rclone"),
    *("fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs"),
)
"""Linux's names of file systems that are on another machine, where locks and syncing can't be relied on."""

ACCOMPANYING = ("-journal", "-wal", "-shm")
"""What SQLite puts behind a file's name for what it has not written into the file yet."""


def real(path: Path) -> Path:
    """The file that a path leads to, through symbolic links; a path that leads in a circle as it is."""
    return Path(os.path.realpath(path))


def is_begun(path: Path) -> bool:
    """Whether there is anything at a path; an empty file is nothing yet."""
    return path.exists() and not (path.is_file() and path.stat().st_size == 0)


def create_folder(folder: Path) -> None:
    """Make a private folder, and those above it, where there is none."""
    if folder.is_dir():
        return
    create_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync_folder(folder.parent)


def create_file(path: Path) -> bool:
    """Make an empty private file unless something is there; whether it was made.

    What is there is never opened: closing it would let go of the locks that this process has on it. A link
    that leads to nothing yet leads to the file made.
    """
    path = real(path)
    create_folder(path.parent)
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        return False
    return True


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on disk, where the platform can do that."""
    with suppress(PermissionError, IsADirectoryError), _opened(folder) as descriptor:
        os.fsync(descriptor)


def sync_file(path: Path) -> None:
    """Have a file's content on disk. Never of a file that a connection is open to (see `create_file`)."""
    with _opened(path) as descriptor:
        os.fsync(descriptor)


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def accompanying(path: Path) -> list[Path]:
    """What SQLite has left beside a file that belongs to it, or beside the one that a link leads to."""
    path = real(path)
    beside = (path.with_name(path.name + suffix) for suffix in ACCOMPANYING)
    return [each for each in beside if each.exists()]


def aside(path: Path, what: str) -> Path:
    """A name beside a file for what it was until now: ``notebook.damaged-20260102T030405.678901Z.sqlite``."""
    return path.with_name(f"{path.stem}.{what}-{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}{path.suffix}")


def replace(new: Path, path: Path, aside: Path) -> Path | None:
    """Put the file ``new`` in place of ``path``; what was there is kept as ``aside``, journal and all.

    Killed at any point, either the one or the other is in place, and never the new file beside a journal
    of the old one, which SQLite would play into it. Returns ``aside``, or None where nothing was there.
    A symbolic link stays one, and what it leads to is replaced. The caller keeps others from writing
    meanwhile (`locks.alone`), and has made ``new`` beside the file itself.
    """
    path = real(path)
    aside = path.with_name(aside.name)
    kept = path.exists()
    old = accompanying(path)
    if kept:
        for each in (path, *old):
            _keep(each, aside.with_name(aside.name + each.name.removeprefix(path.name)))
        sync_folder(path.parent)
    for each in old:
        each.unlink()
    new.replace(path)
    sync_folder(path.parent)
    return aside if kept else None


def _keep(path: Path, aside: Path) -> None:
    try:
        os.link(path, aside)
    except OSError:  # a file system without links; who saves notices by itself that the file was replaced
        create_file(aside)
        shutil.copyfile(path, aside)
        sync_file(aside)


def unwritable(path: Path) -> str | None:
    """Why nothing can be saved in a file ("the file is read-only"), or None; a file may be yet to come."""
    path = real(path)
    folder = path.parent
    while not folder.exists():
        folder = folder.parent
    if not folder.is_dir():
        return f"{folder} is not a folder"
    if hasattr(os, "statvfs") and os.statvfs(folder).f_flag & os.ST_RDONLY:
        return "the disk is read-only"
    if path.exists() and not os.access(path, os.W_OK):
        return "the file is read-only"
    if not os.access(folder, os.W_OK | os.X_OK):
        return "the folder is read-only"
    return None


def kind(path: Path, mounts: str | None = None) -> str | None:
    """The name of the file system that a path is on, as Linux calls it ("ext4"); None where unknown.

    ``mounts`` is the text of ``/proc/self/mountinfo`` (proc(5)).
    """
    if mounts is None:
        try:
            mounts = Path("/proc/self/mountinfo").read_text(errors="surrogateescape")
        except OSError:  # not Linux
            return None
    place = path.parent.resolve()
    found: tuple[int, str | None] = (-1, None)
    for line in mounts.splitlines():
        before, separator, after = line.partition(" - ")
        fields = before.split()
        if not separator or len(fields) < 5 or not after.split():
            continue
        point = Path(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[4]))
        if place.is_relative_to(point) and len(point.parts) >= found[0]:
            found = (len(point.parts), after.split()[0])
    return found[1]


def is_network(kind: str | None) -> bool:
    """Whether a file system of this kind is on another machine."""
    return kind in NETWORK
