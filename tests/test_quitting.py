"""A key ends the program at any moment, however much it is doing."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.programs import Terminal

FILES = 600
SOON = 3.0
"""Seconds, of which it takes a quarter of one where nothing else runs; all the work would take longer."""

PLACES = ("Ashford", "Belling", "Corby", "Dunmore", "Elstree", "Fairlie", "Gorran", "Hythe", "Ilford")
WHAT = ("ferry sank", "bridge closed", "mill burned", "dam leaked", "school shut", "train derailed", "strike")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Stories of three articles each."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(FILES):
        story = number // 3
        place, what = PLACES[story % len(PLACES)], WHAT[story % len(WHAT)]
        told = [
            f"The {what} in {place} on day {story} and officials counted {story * 7 + line} people, "
            f"said inspector {place}son number {line} of district {story}."
            for line in range(30)
        ]
        (folder / f"{number}.txt").write_text(f"{what} in {place} {story}\n\n" + "\n\n".join(told))
    return folder


@pytest.mark.parametrize("moment", ["", "Reading", "Comparing stories"])
def test_q_ends_the_program_while_it_works_on_many_files(many: Path, moment: str) -> None:
    with Terminal([str(many)], (100, 30)) as terminal:
        if moment:
            terminal.until_written(moment)
        terminal.type("q")
        begin = time.monotonic()
        assert terminal.end() == 0
        assert time.monotonic() - begin < SOON
