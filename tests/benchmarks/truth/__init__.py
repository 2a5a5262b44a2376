"""Claims, speakers, boilerplate, links and origins against truth that a person wrote by reading.

``python -m tests.benchmarks.truth [FOLDER …] [--errors]``; without a folder, every story in ``stories/``.
A story is a folder with a ``truth.json``; `stories/README.md` tells its form.

- Two passages *meet* when they share at least half of the shorter; white space, quotation marks and
  punctuation at their ends don't count.
- A claim that matters is found when a found claim meets its tight wording. Its tightness is the best
  intersection over union with the tight wording or with one noted as equally right; its speaker and kinds
  are judged on that same found claim. A speaker is right when all words of one name stand in the other.
- A found claim is right when it meets a claim that matters or one that may be found; it is in boilerplate
  when it shares a character with it. Boilerplate is counted by letters and digits.
- A link is right when its ends meet those of a pair in the truth that allows its relation, when it calls
  ``related`` two passages on one subject, or when it calls ``copy`` or ``agree`` passages of one origin that
  share four of five words. A pair is missed when no link is right for it; claims of one origin in the same
  words are pairs without being listed. Pairs that may be linked count for precision only.
- A conflict to find is a pair that allows no other relation; a false one is a wrong link that says so.
- A look-alike error is a link that calls passages on two events one fact, or that the truth forbids.
"""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.figures import Figure

TITLE = "Engine: stories with hand-made truth"
STORIES = Path(__file__).with_name("stories")

LEAST = {
    "claims that matter, recall": 95,
    "claims, precision": 92,
    "claims, tightness (IoU)": 80,
    "speaker right": 90,
    "links, recall": 80,
    "links, precision": 85,
}
"""What is aimed at, in percent."""

MOST = {"claims in boilerplate": 0, "look-alike errors": 0, "stories with wrong origins": 0}


def measure() -> list[Figure]:
    """The figures of all stories together, shares as percentages."""
    from tests.benchmarks.truth.table import COUNTS, SHARES, measured, share

    counts = measured(stories(STORIES)).total
    shares = [(label, share(counts, part, whole)) for label, part, whole in SHARES]
    return [
        *(
            Figure(label, () if value is None else (100 * value,), "%", LEAST.get(label), at_least=True)
            for label, value in shares
        ),
        *(Figure(label, (counts[name],), "", MOST.get(label)) for label, name in COUNTS),
    ]


def stories(folder: Path) -> list[Path]:
    """The folders with a ``truth.json`` in ``folder``, by name."""
    return sorted(path.parent for path in folder.glob("*/truth.json"))
