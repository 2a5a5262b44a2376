"""A notebook that remembers what it told."""

from __future__ import annotations

from pathlib import Path

import pytest

from seedreader.notebook import Notebook


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def notebook(tmp_path: Path, told: list[str]) -> Notebook:
    return Notebook(tmp_path / "data" / "notebook.sqlite", told.append)
