"""The engine against public gold standards: who said it, what is worth checking, what matches.

Needs the development data and the scorers beside the project (``../shared/eval``), and numpy. Boilerplate is
not here, since its model was trained on that data: ``make model ARGS=--check`` measures it on unseen sites.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.figures import Figure, quality

TITLE = "Gold standards, development part: PolNeAR and ClaimBuster (claims), ECB+ (matching)"
RUN = Path(__file__).parents[3] / "shared" / "eval" / "run.py"

CLAIMS = (
    ("attributed sentences, F1", "sent_f1", 0.88),
    ("attributed sentences, MCC", "sent_mcc", 0.62),
    ("who said it, F1", "who_f1", 0.65),
    ("speech found", "speech_r", 0.75),
    ("speaker and statement together, F1", "rel_f1", 0.48),
    ("worth checking, average precision", "claimbuster_ap", 0.70),
)
MATCHING = (
    ("best match is right", "hit1", 0.76),
    ("has a match, AUROC", "auroc", 0.92),
    ("links, F1", "link_f1", 0.66),
)
LOOK_ALIKE = ("links to a look-alike event at 90 % recall", "false_sub", 0.20)


def measure() -> list[Figure]:
    """Run both scorers, each in a process of its own."""
    claims, match = _scored("claims"), _scored("match")
    label, key, most = LOOK_ALIKE
    return [
        *(quality(label, claims[key], bar) for label, key, bar in CLAIMS),
        *(quality(label, match[key], bar) for label, key, bar in MATCHING),
        quality(label, match[key], most, at_least=False),
    ]


def _scored(what: str) -> dict[str, float]:
    """The line of JSON that a scorer ends with."""
    if not RUN.exists():
        raise FileNotFoundError(f"{RUN} is not there")
    done = subprocess.run([sys.executable, RUN, what], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError((done.stderr.splitlines() or ["the scorer failed"])[-1])
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found
