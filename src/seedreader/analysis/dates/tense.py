"""Whether a sentence tells of a day that is to come or of one that is over, by its verbs."""

from __future__ import annotations

import re

_AHEAD = (
    r"(?P<was>(?:had|was|were)\s(?:been\s)?(?=(?:due|scheduled|slated|set|expected|planned|supposed)\b))?"
    r"(?P<ahead>"
    r"(?P<sure>will|shall|would|won['’]t|must|should|may|might|has to|have to|needs? to"
    r"|going to|could (?:come|be\b|happen|take|start|begin|reach|vote|rule|open|face|hit)"
    r"|(?:is|are) (?:holding|meeting|playing|travell?ing|flying|heading|visiting|hosting|leaving|arriving)"
    r"|(?<=['’])ll\b|(?<!not )due(?! to\s(?!be\b|appear|begin|start|meet|open|go\b|speak|face|vote"
    r"|arrive|leave|return|end\b|publish|report|hear|rule|decide|release|stand|give|make|take))|expects?"
    r"|(?:poised|likely|in line|on track|on course|about|bound|braced) to [a-z]+|plans(?= on\b| for\b)"
    r"|(?:is|are) (?:running|standing|competing|vying)|up for (?:re-?)?election"
    r"|(?<!was )(?<!were )(?<!been )(?:ask|urg|order|invit|instruct|summon|call|press)(?:e?d|e?s|ing)?"
    r" (?:[\w’'.-]+ ){1,6}to (?!the\b|an?\b|his\b|her\b|its\b|their\b)[a-z]+"
    r"|(?:scheduled|slated|set|expected|is|are|was|were|planned|ready|supposed) to [a-z]+"
    r"|(?:re)?scheduled|slated|set (?:\w+\s){0,4}for|upcoming|forthcoming|(?<!than )expected|(?<!as )planned"
    r"|(?:plan|hope|want|aim|intend|vow|pledge|promise|agree|prepare)"
    r"(?:s|d|ed|ned)? to (?!the\b|an?\b|his\b|her\b|its\b|their\b)[a-z]+"
    r"|next (?:hearing|meeting|match|game|vote|election|round|session|summit))"
    r"|deadline|(?<!the )(?<!a )meets?|begins|starts|opens|closes|ends|faces|resumes|expires|kicks off"
    r"|takes? place|(?:runs|goes|lasts)(?= (?:$|from|until|through|to|on\b))"
    r"|takes effect|comes into force|goe?s? on (?:sale|trial|show)|(?:go|goes|heads?) to the polls)\b"
)
_BEHIND = (
    r"\b(?:was|were|had|said|told|met|held|won|lost|took|came|went|began|(?P<weak>[a-z]{3,}ed)|heard|found|fell|rose"
    r"|grew|broke|left|sent|gave|made|saw|struck|hit|killed|burst|shot|sank|ran|led|fled|drew|drove|flew|bought|sold"
    r"|paid|spent|brought|caught|taught|thought|fought|beat|lit|spoke|wrote|chose|rode|swept|threw|tore|wore|sought"
    r"|stood|sat|slid|slept|stole|swam|blew|froze|became|got|knew|kept|felt|dealt|built|burnt|hurt|quit|laid|shook"
    r"|hung|withdrew|overturned|underwent|did|has|have|been|withstood|cost|cut|shut|spread|let)\b"
)
_PERFECT = r"\b(?:(?:may|might|must|would|should|will) have|could not)\b"
_CUE = re.compile(rf"{_PERFECT}|\b{_AHEAD}|{_BEHIND}", re.I)
_BREAK = re.compile(r"[.!?](?=\s+[\"“‘’”A-Z])|[;\n]|[.!?][\"”’]\s")
_LEADS = re.compile(
    r"(?:^|[,:—–]\s|\b(?:and|but|while|that|as)\s)(?:(?:early|late|on|in|by|from)\s)*(?:the\s)?$", re.I
)
"""What stands before a date that begins a clause: its verb follows it."""

_UNTIL = re.compile(r"\b(?:until|till|by|through|no later than|ahead of)\s(?:the\s)?$", re.I)
_IS_ON = re.compile(r"\b(?:is|are)\s(?:on\s|for\s)?$", re.I)
_AFTER_ALL = re.compile(r"\s?,?\s?but\b")
_PASSIVE = re.compile(
    r"\b(?:be|being|get|the|an?|his|her|its|their|our|of|by|with|for|newly|more)\s(?:\w+ly\s)?$", re.I
)
"""What stands before a participle that is no past tense: "must be signed by Friday"."""

_LOOK, _ONWARD = 110, 90
"""Characters before and after a date in which the verb that it goes with stands."""


def ahead(text: str, at: int, end: int, start: int, stop: int) -> bool | None:
    """Whether the date at ``[at, end)`` is to come; False where it is over, None where no word tells.

    The last verb before a date tells, or the first one after it where the date begins its clause.
    """
    before = _BREAK.split(text[max(start, at - _LOOK) : at])[-1]
    after = _BREAK.split(text[end : min(stop, end + _ONWARD)])[0]
    told: bool | None
    if _LEADS.search(before):
        told = _first(after)
        return told if told is not None else _last(before)
    if _IS_ON.search(before):
        return True
    told = _last(before)
    if told and _AFTER_ALL.match(after) and _first(after) is False:
        return False
    if told is None:
        told = _first(after)
    if _UNTIL.search(before) and told is not False:
        return True
    return told


def _last(words: str) -> bool | None:
    told: bool | None = None
    sure = False
    for m in _CUE.finditer(words):
        if m["ahead"]:
            told = not (m["was"] and "had" in m["was"].lower())
            sure = told and m["sure"] is not None
        elif not (m["weak"] and sure and _PASSIVE.search(words, max(0, m.start() - 20), m.start())):
            told = False
    return told


def _first(words: str) -> bool | None:
    m = _CUE.search(words)
    return None if m is None else bool(m["ahead"] and not m["was"])
