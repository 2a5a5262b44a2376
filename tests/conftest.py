"""What every test shares: no real home directory, no user settings, the sample folder."""

from __future__ import annotations

from pathlib import Path

import pytest

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(autouse=True)
def private_surroundings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test gets a data directory of its own and a plain environment."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("SEEDREADER_DATA", str(folder))
    monkeypatch.setenv("SEEDREADER_CONFIG", str(folder / "settings.toml"))
    monkeypatch.setenv("COLORTERM", "truecolor")
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_DIM_FACTOR", "TEXTUAL_FILTERS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def seeds() -> list[Path]:
    """The sample articles."""
    return sorted(SEEDS.glob("*.txt"))
