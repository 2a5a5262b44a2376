"""Bits flipped, files cut off, pages zeroed: what comes back of the rows that were not touched."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from seedreader.notebook import Annotation, NotebookError
from seedreader.notebook.safety import backups
from tests.benchmarks.faults.outcome import Outcome, integrity, save
from tests.benchmarks.faults.scenes import quiet

PAGE = 4096
NOTES = 30


def run(folder: Path, quick: bool) -> Iterator[Outcome]:
    """Each fault with a backup of yesterday's state, and without one."""
    path = folder / "made" / "notebook.sqlite"
    notes = {save(quiet(path), f"note {number} {'x' * (number * 131 % 700)}") for number in range(NOTES)}
    notes |= {save(quiet(path), "long " + "y" * 20_000)}
    shutil.rmtree(backups.folder(path), ignore_errors=True)
    backups.make(path, "daily")
    whole = {a.id: a for a in quiet(path).annotations()}
    content = path.read_bytes()
    pages = len(content) // PAGE
    chance = random.Random(4)

    def flipped(_: int) -> bytes:
        changed = bytearray(content)
        changed[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        return bytes(changed)

    def zeroed(number: int) -> bytes:
        begin = number % pages * PAGE
        return content[:begin] + bytes(PAGE) + content[begin + PAGE :]

    def cut(_: int) -> bytes:
        return content[: chance.randrange(len(content))]

    kinds: list[tuple[str, Callable[[int], bytes], int]] = [
        ("a bit flipped", flipped, 50 if quick else 500),
        ("a page zeroed", zeroed, pages),
        ("cut off", cut, 10 if quick else 100),
    ]
    for backup in (True, False):
        for what, damage, times in kinds:
            yield _damaged(path, whole, what, damage, times, backup)


def _damaged(
    path: Path,
    whole: dict[str, Annotation],
    what: str,
    damage: Callable[[int], bytes],
    times: int,
    backup: bool,
) -> Outcome:
    outcome = Outcome(f"{what}, {'with' if backup else 'without'} a backup")
    gone = wrong = later = 0
    place = path.parents[1] / "damaged" / path.name
    for number in range(times):
        shutil.rmtree(place.parent, ignore_errors=True)
        shutil.copytree(path.parent, place.parent)
        if not backup:
            shutil.rmtree(backups.folder(place))
        changed = damage(number)
        place.write_bytes(changed)
        outcome.points += 1
        where = f"{what} {number}"
        try:
            seen = {a.id: a for a in quiet(place).annotations()}
            untouched = place.read_bytes() == changed
            made = save(quiet(place), "afterwards")
            kept = {a.id: a for a in quiet(place).annotations()}
        except NotebookError as error:
            outcome.unreadable += 1
            outcome.problems.append(f"{where}: {error}")
            continue
        if not untouched:
            outcome.problems.append(f"{where}: looking changed the file")
        if made not in kept:
            outcome.problems.append(f"{where}: the save afterwards is not there")
        later += bool(integrity(place))
        wrong += sum(whole.get(key) != a for key, a in kept.items() if key != made)
        gone += len(whole) - len(set(whole) & set(kept))
        if len(set(whole) & set(kept)) < len(whole) and backup:
            outcome.lost += len(whole) - len(set(whole) & set(kept))
            outcome.problems.append(
                f"{where}: {len(whole) - len(set(whole) & set(kept))} lost; saw {len(seen)}"
            )
    if wrong:
        outcome.problems.append(f"{wrong} annotations are not what was saved")
    if not backup:
        outcome.note = f"{gone} of {len(whole) * times:,} annotations could not be salvaged"
    if later:
        outcome.problems.append(f"{later} files are still damaged")
    return outcome
