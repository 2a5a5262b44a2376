"""Drives the program on the sample story and writes a picture of each screen beside this file."""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from seedreader import paths
from seedreader.ingest.files import load
from seedreader.ui.app import SeedreaderApp

HERE = Path(__file__).parent
SHOTS: dict[str, tuple[tuple[int, int], list[str]]] = {
    "reader": ((160, 42), ["n", "n"]),
    "narrow": ((80, 24), ["n", "n"]),
    "jump": ((120, 36), ["n", "n", "n", "n", "enter"]),
    "note": ((120, 36), ["n", "n", "a", *"Who counted them, and when?"]),
    "select": ((120, 36), ["n", "n", "v", "w", "w", "l", "l"]),
    "verdict": ((120, 36), ["n", "n", "n", "y", "j"]),
    "notes": (
        (120, 30),
        ["n", "n", "a", *"Who counted?", "enter", "n", "t", *"figures", "enter", *"yyjcok"],
    ),
    "tags": ((120, 24), ["n", "n", "t", *"troops", "enter", "n", "t", *"figures", "enter", "T"]),
    "help": ((100, 60), ["question_mark"]),
}


async def analysed(pilot: Pilot[None], app: SeedreaderApp) -> None:
    """Wait until the story is worked out and drawn."""
    while app.session.story is None:
        await pilot.pause()
    await pilot.pause()


async def shoot(name: str, size: tuple[int, int], keys: list[str]) -> None:
    """Press some keys and save what the screen shows."""
    with tempfile.TemporaryDirectory() as folder:
        articles = load([paths.samples().relative_to(HERE.parent)]).articles
        notebook_file = Path(folder) / "notebook.sqlite"
        app = SeedreaderApp(articles, "sample story", lambda: notebook_file)
        async with app.run_test(size=size) as pilot:
            await analysed(pilot, app)
            for key in keys:
                await pilot.press(key)
                while key == "enter" and app.reader.editing:
                    await pilot.pause()
                await pilot.pause(0.05)
            await pilot.pause()
            (HERE / f"{name}.svg").write_text(app.export_screenshot(), "utf-8")


async def main() -> None:
    """Take every picture, of paths as they are from the project's folder."""
    os.chdir(HERE.parent)
    for name, (size, keys) in SHOTS.items():
        await shoot(name, size, keys)


if __name__ == "__main__":
    asyncio.run(main())
