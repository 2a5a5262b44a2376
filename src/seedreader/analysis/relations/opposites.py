"""Words that cannot both be said of one subject at one time, written by hand as facts of English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from seedreader.analysis import word_tokens

_OPPOSITES = """
won win wins victory victorious | lost lose loses losing
rise rose rising increase increased grew jumped climbed soared | fall fell drop dropped declined sank plunged
approve approved accept accepted pass passed backed cleared | reject rejected refuse refused opposed blocked
open opened reopened | close closed shut
released freed | arrested detained jailed held
arrived | left departed
begin began started | end ended stopped
raise raised | cut lower lowered reduced
lifted ended scrapped | extended imposed tightened
accident accidental accidentally | deliberately deliberate arson
succeeded succeed successful | failed fail failure unsuccessful
acquitted acquit acquittal cleared exonerated innocent | convicted convict conviction guilty
survived survive survivor alive unhurt | died dead killed death
unhurt unharmed unscathed uninjured | injured injuries wounded hurt
postponed postpone delayed rescheduled | proceeded proceed
north northern northward | south southern southward
east eastern eastward | west western westward
northeast northeastern | southwest southwestern
northwest northwestern | southeast southeastern
northbound | southbound
eastbound | westbound
inbound incoming | outbound outgoing
stable stabilised stabilized | critical critically
accidental accident accidentally unintentional | deliberate deliberately intentional intentionally arson
admitted admits admit confessed confession | denied denies deny denial
surplus | deficit shortfall
profit profitable | loss losses unprofitable
doubled double tripled trebled | halved halve
strengthened strengthening intensified | weakened weakening downgraded
exceeded topped surpassed | missed undershot
overestimated exaggerated overstated | underestimated understated
premature prematurely | overdue belated
resigned resign resignation quit | sacked fired dismissed
resigned resign resignation quit | stay staying
reelected retained | ousted unseated
reinstated reinstate | dismissed expelled
upheld uphold affirmed | overturned quashed reversed
granted grant | denied rejected refused
constitutional | unconstitutional
permitted permit allowed authorised authorized | banned forbidden prohibited barred
authorised authorized | unauthorised unauthorized
eligible | ineligible disqualified
ratified ratify enacted | vetoed veto repealed
resumed resume restarted | suspended halted paused
extended extend prolonged | shortened curtailed
renewed renew | expired lapsed cancelled canceled
jailed imprisoned incarcerated | spared probation
sober | drunk intoxicated
benign | malignant cancerous
curable | incurable terminal
fatal fatally | nonfatal survivable
vaccinated | unvaccinated
sane | insane
married wed | divorced unmarried
reconciled reunited | separated split estranged
genuine authentic | fake forged counterfeit hoax
accurate truthful | false untrue inaccurate fabricated
verified confirmed | unverified unconfirmed
substantiated proven | unsubstantiated unproven unfounded baseless
suicide | accident accidental
onshore | offshore
upstream | downstream
won win victory | drew draw tied
unbeaten undefeated | beaten defeated
eliminated | qualified advanced
attended attend | skipped boycotted absent
complied comply obeyed | defied flouted disobeyed
mandatory compulsory obligatory | optional voluntary
insured | uninsured
solvent | bankrupt insolvent
repaid repay | defaulted default
empty deserted vacant | packed crowded
intact undamaged unscathed | destroyed damaged demolished
contained extinguished | raging uncontrolled
afloat | sank sunk sunken
alone unaccompanied | accompanied
apologised apologized apology | unapologetic unrepentant
"""

_PHRASES = {
    "turned down": "rejected", "threw out": "rejected", "thrown out": "rejected", "voted down": "rejected",
    "went well": "succeeded", "gone well": "succeeded", "went wrong": "failed", "fell through": "failed",
    "struck down": "overturned", "called off": "cancelled", "went ahead": "proceeded",
    "set free": "released", "let go": "released", "went up": "rose", "gone up": "rose", "went down": "fell",
    "gone down": "fell", "shut down": "closed", "set fire": "arson", "set on fire": "arson",
}  # fmt: skip
"""Phrases whose words say little by themselves, with a word that means the same."""

_PHRASE = re.compile(rf"\b(?:{'|'.join(_PHRASES)})\b", re.I)

Opposed = Mapping[int, tuple[int, str]]
"""The pairs of opposites that a passage has a word of: which side of each, and the word's stem."""


def find_opposites(text: str, stems: Iterable[str]) -> Opposed:
    """The opposites among the words of a passage; a pair of which it has both sides tells nothing."""
    found: dict[int, tuple[int, str]] = {}
    both: set[int] = set()
    phrases = [word_tokens.stemmed(_PHRASES[m[0].lower()]) for m in _PHRASE.finditer(text)]
    for stem in (*stems, *phrases):
        for pair, side in _table().get(stem, ()):
            if pair in found and found[pair][0] != side:
                both.add(pair)
            found.setdefault(pair, (side, stem))
    return {pair: word for pair, word in found.items() if pair not in both}


def between(mine: Opposed, theirs: Opposed) -> tuple[str, str] | None:
    """Two stems of opposite meaning, one of each passage."""
    if not mine or not theirs:
        return None
    for pair in sorted(mine.keys() & theirs.keys()):
        (one, word), (two, other) = mine[pair], theirs[pair]
        if one != two:
            return word, other
    return None


@cache
def _table() -> Mapping[str, list[tuple[int, int]]]:
    table: dict[str, list[tuple[int, int]]] = {}
    for number, line in enumerate(_OPPOSITES.strip().splitlines()):
        for side, wording in enumerate(line.split("|")):
            for stem in sorted({word_tokens.stemmed(word) for word in wording.split()} - {""}):
                table.setdefault(stem, []).append((number, side))
    return table
