"""What every test shares: no real home directory, no user settings, no deadlines, the sample folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# No deadline: how long an example takes says how busy the machine is, not what broke. The suite tries the
# same examples each time, so that it judges the change; `make explore` looks for new ones, at length.
settings.register_profile(
    "same", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "explore", deadline=None, max_examples=2_000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same")

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(autouse=True)
def private_surroundings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test gets a data directory of its own and a plain environment."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("SEEDREADER_DATA", str(folder))
    monkeypatch.setenv("SEEDREADER_CONFIG", str(folder / "settings.toml"))
    monkeypatch.setenv("SEEDREADER_CACHE", str(folder / "cache"))
    monkeypatch.setenv("COLORTERM", "truecolor")
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_DIM_FACTOR", "TEXTUAL_FILTERS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def seeds() -> list[Path]:
    """The sample articles."""
    return sorted(SEEDS.glob("*.txt"))
