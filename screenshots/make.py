"""Drives the program on the sample story: writes a picture of each screen and a strip of the main flow."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from textual.pilot import Pilot

from seedreader import paths
from seedreader.ingest.errors import Problem
from seedreader.ingest.load_files import load
from seedreader.ui.app import SeedreaderApp

HERE = Path(__file__).parent
STORIES = Path("tests/benchmarks/truth/stories")
SECONDS = 3
"""How long each picture of the strip is shown."""


class Shot(NamedTuple):
    """A picture: the terminal's size, the keys pressed before it, and the theme."""

    size: tuple[int, int]
    keys: Sequence[str]
    theme: str = "dark"
    problems: Sequence[Problem] = ()
    several: bool = False
    """Whether several stories are opened: the invented ones that the tests have."""


class Step(NamedTuple):
    """A picture of the strip: the keys pressed, as people write them, and what they did."""

    keys: Sequence[str]
    told: str


CLAIM = ["n", "n"]
NOTED = [*CLAIM, "a", *"Who counted?", "enter", "n", "t", *"figures", "enter"]
MIDDLE = (120, 36)
PROBLEMS = (
    Problem("story/export.html", "lost", "holds article 3 of its list, which has no text", lost=1),
    Problem("story/scan.pdf", "scanned"),
    Problem("story/memo.docx", "encrypted"),
    Problem("story/old.txt", "encoding", "Windows-1251"),
)
SHOTS = {
    "reader": Shot((160, 42), CLAIM),
    "narrow": Shot((80, 24), CLAIM),
    "small": Shot((40, 16), CLAIM),
    "alone": Shot(MIDDLE, [*CLAIM, "z"]),
    "folded": Shot(MIDDLE, ["g", "d"]),
    "jump": Shot(MIDDLE, [*CLAIM, *CLAIM, "enter"]),
    "find": Shot(MIDDLE, ["slash", *"troops"]),
    "hits": Shot(MIDDLE, ["slash", *"troops", "tab"]),
    "note": Shot(MIDDLE, [*CLAIM, "a", *"Who counted them, and when?"]),
    "select": Shot(MIDDLE, [*CLAIM, "v", "w", "w", "l", "l"]),
    "verdict": Shot(MIDDLE, [*CLAIM, "n", "y", "j"]),
    "notes": Shot((120, 30), [*NOTED, *"yyjcok"]),
    "tags": Shot((120, 24), [*NOTED, "n", "t", *"troops", "enter", "T"]),
    "matrix": Shot((160, 42), [*CLAIM, "m"]),
    "versions": Shot((140, 42), ["4", "V", "n"]),
    "timeline": Shot((120, 40), ["D"]),
    "sources": Shot((120, 36), ["s", "j", "j", "j"]),
    "jumps": Shot((120, 24), [*CLAIM, "enter", "n", "enter", "J", "k"]),
    "problems": Shot((120, 24), ["exclamation_mark", "j"], problems=PROBLEMS),
    "facts": Shot((120, 24), ["E"]),
    "stories": Shot((120, 30), ["j", "j", "l", "j"], several=True),
    "help": Shot((100, 60), ["question_mark"]),
    "palette": Shot(MIDDLE, ["ctrl+p", *"claim"]),
    "light": Shot(MIDDLE, CLAIM, "light"),
    "high-contrast": Shot(MIDDLE, CLAIM, "high-contrast"),
    "colour-blind": Shot(MIDDLE, CLAIM, "colour-blind"),
    "terminal": Shot(MIDDLE, CLAIM, "terminal"),
    "plain": Shot(MIDDLE, CLAIM, "plain"),
}
FLOW_SIZE = (132, 32)
FLOW = (
    Step([], "five articles on one story, side by side; what is not the article is dimmed"),
    Step(
        ["right_curly_bracket"], "}  the next conflict: 12,000 here, 11,000 there; every source keeps level"
    ),
    Step(["enter"], "Enter  to the passage that contradicts it; Backspace leads back"),
    Step(["a", *"Who counted them?"], "a  a note on exactly these words"),
    Step(["enter", "y"], "y  a verdict on a link: confirm, reject, or say what it is"),
    Step(["escape", "m"], "m  every claim against every source, conflicts first"),
    Step(["escape", "D"], "D  all dates on one line: an old text among new ones stands out"),
    Step(["escape", "4", "V"], "V  two near-copies, word by word"),
)


async def analysed(pilot: Pilot[None], app: SeedreaderApp) -> None:
    """Wait until the story is worked out and drawn."""
    while app.session.story is None and not (app.collection and app.collection.stories.finished):
        await pilot.pause()
    await pilot.pause()


async def press(pilot: Pilot[None], app: SeedreaderApp, keys: Sequence[str]) -> None:
    """Press keys, and wait until what was written is saved."""
    for key in keys:
        await pilot.press(key)
        while key == "enter" and app.collection is None and app.reader.writing.is_open:
            await pilot.pause()
        await pilot.pause(0.05)
    await pilot.pause(0.2)


def opened(
    folder: str, theme: str = "dark", problems: Sequence[Problem] = (), several: bool = False
) -> SeedreaderApp:
    """The program on the samples, with a notebook in this folder, and what is wrong with others."""
    story = paths.samples().relative_to(HERE.parent)
    articles = load(sorted(STORIES.glob("*/*.txt")) if several else [story]).articles
    name = "invented news" if several else "sample story"
    return SeedreaderApp(articles, name, lambda: Path(folder) / "notebook.sqlite", problems, theme=theme)


async def shoot(name: str, shot: Shot) -> None:
    """Press some keys and save what the screen shows."""
    with tempfile.TemporaryDirectory() as folder:
        app = opened(folder, shot.theme, shot.problems, shot.several)
        async with app.run_test(size=shot.size) as pilot:
            await analysed(pilot, app)
            await press(pilot, app, shot.keys)
            (HERE / f"{name}.svg").write_text(app.export_screenshot(), "utf-8")


async def flow() -> None:
    """Save the strip: one picture that shows the steps one after another."""
    with tempfile.TemporaryDirectory() as folder:
        app = opened(folder)
        pictures = []
        async with app.run_test(size=FLOW_SIZE) as pilot:
            await analysed(pilot, app)
            for number, step in enumerate(FLOW):
                await press(pilot, app, step.keys)
                picture = app.export_screenshot(title=step.told)
                pictures.append(re.sub(r"terminal-\d+", f"step-{number}", picture))
    (HERE / "flow.svg").write_text(strip(pictures), "utf-8")


def strip(pictures: Sequence[str]) -> str:
    """Pictures of one size as one, each shown for `SECONDS` in turn, by CSS alone."""
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', pictures[0])
    assert size is not None
    width, height = size.groups()
    total, share = SECONDS * len(pictures), 100 / len(pictures)
    style = (
        f"@keyframes turn {{ 0%, {share:.3f}% {{ visibility: visible }} "
        f"{share + 0.001:.3f}%, 100% {{ visibility: hidden }} }}\n"
        f".turn {{ visibility: hidden; animation: turn {total}s step-end infinite }}"
    )
    turns = [
        f'<g class="turn" style="animation-delay: {SECONDS * number}s">{picture}</g>'
        for number, picture in enumerate(pictures)
    ]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"><style>{style}</style>'
    return head + "\n".join(turns) + "</svg>\n"


async def main(names: Sequence[str]) -> None:
    """Take the pictures named, or every one, of paths as they are from the project's folder."""
    os.chdir(HERE.parent)
    for name, shot in SHOTS.items():
        if not names or name in names:
            await shoot(name, shot)
    if not names or "flow" in names:
        await flow()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
