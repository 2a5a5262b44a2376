from __future__ import annotations

import os
from pathlib import Path

import pytest

from seedreader.text.atomic_write import write_atomically


def test_a_file_is_put_in_place_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "state"
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new" and path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_one(tmp_path: Path) -> None:
    link, real = tmp_path / "link", tmp_path / "elsewhere" / "real"
    real.parent.mkdir()
    link.symlink_to(real)
    for content in (b"one", b"two"):
        write_atomically(link, content)
        assert (link.readlink(), real.read_bytes()) == (real, content)


def test_where_it_fails_the_old_file_stays_and_nothing_is_left_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "state"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"new", sync=True)
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]
