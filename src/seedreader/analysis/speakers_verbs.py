"""The verbs by which English news tells that someone says, reports or believes something."""

from __future__ import annotations

import re
from collections.abc import Iterator

SAY = """
    say says said saying tell tells told telling add adds added adding state states stated stating
    announce announces announced announcing warn warns warned warning claim claims claimed claiming
    insist insists insisted insisting confirm confirms confirmed deny denies denied denying acknowledge
    acknowledges acknowledged argue argues argued arguing note notes noted noting explain explains
    explained explaining declare declares declared declaring write writes wrote writing tweet tweets
    tweeted reply replies replied respond responds responded comment comments commented remark remarks
    remarked stress stresses stressed stressing emphasise emphasises emphasised emphasize emphasizes
    emphasized emphasizing emphasising assert asserts asserted asserting allege alleges alleged alleging
    admit admits admitted admitting reveal reveals revealed revealing disclose discloses disclosed
    concede concedes conceded maintain maintains maintained contend contends contended suggest suggests
    suggested suggesting predict predicts predicted complain complains complained complaining recall
    recalls recalled boast boasts boasted joke jokes joked promise promises promised promising vow vows
    vowed vowing pledge pledges pledged pledging conclude concludes concluded observe observes observed
    continue continued testify testifies testified reiterate reiterates reiterated exclaim exclaimed
    quip quipped lament laments lamented caution cautions cautioned urge urges urged urging recount
    recounts recounted proclaim proclaims proclaimed clarify clarifies clarified mention mentions
    mentioned retort retorted post posted opine opined ask asks asked asking swear swore indicate
    indicates indicated
"""

REPORT = """
    report reports reported reporting quote quotes quoted quoting cite cites cited citing announce
    publish published
"""
HEDGE = """
    believe believes believed think thinks thought suspect suspects suspected estimate estimates
    estimated fear fears feared expect expects expected hope hopes hoped feel feels felt doubt doubts
    doubted assume assumes assumed guess figure conclude speculate speculated know knows knew understand
    understands understood agree agrees agreed wonder wonders wondered decide decided want wants wanted
    plan plans planned planning intend intends intended seek seeks sought refuse refuses refused decline
    declines declined offer offers offered prefer prefers preferred
"""

SHOW = "show shows showed find finds found finding"
OBJECT = """
    accuse accuses accused accusing call calls called calling describe describes described describing
    praise praises praised criticize criticizes criticized criticise criticised condemn condemns
    condemned condemning demand demands demanded demanding threaten threatens threatened threatening
    reject rejects rejected rejecting blame blames blamed dismiss dismisses dismissed slam slams slammed
    blast blasts blasted propose proposes proposed oppose opposes opposed denounce denounces denounced
    defend defends defended question questions questioned mock mocks mocked point points pointed
    encourage encourages encouraged refer refers referred label labels labeled labelled dub dubs dubbed
    plan plans planned want wants wanted refuse refuses refused express expresses expressed endorse
    endorses endorsed declined declines
"""

_NOUNS_WORDS = """
    state states report reports claim claims plan plans call calls demand demands request question
    questions fear fears hope hopes estimate estimates comment comments remark remarks promise promises
    doubt doubts figure post posts note notes show shows find finds feel point points blast blasts label
    slam tweet tweets question mention mentions view quote quotes pledge pledges vow vows charge charges
    guess swear wonder joke jokes complaint blame warning feeling saying finding thought order orders
    boast suspect suspects stress reply caution defend defends estimated known understand expected
    thought felt plan plans offer offers offered planned"""
NOUNS = frozenset(_NOUNS_WORDS.split())
"""Forms that are as often nouns or adjectives: they attribute only with a clear clause after them."""
_QUOTING_WORDS = """
    continue continues continued ask asks asked asking observe observes observed respond responds
    responded comment commented remark remarked reply replied replies exclaim exclaimed quip quipped
    mention mentioned mentions post posted recall recalls recalled recounted proclaimed joked jokes joke
    opined retort retorted"""
QUOTING = frozenset(_QUOTING_WORDS.split())
"""Verbs that attribute only beside a quotation or before "that"."""

_MANNERS: dict[str, str] = {}
for _name, _words in (("object", OBJECT), ("show", SHOW), ("hedge", HEDGE), ("report", REPORT), ("say", SAY)):
    _MANNERS.update(dict.fromkeys(_words.split(), _name))

_WORD = re.compile(r"(?<![\w-])(?:according to|[a-z]{3,15})(?:[ ](?:out|down on)\b)?(?![\w-])", re.I)


def cues(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Each verb form, or "according to", that may attribute what stands beside it."""
    for word in _WORD.finditer(text, start, end):
        said = word[0].lower()
        if said.partition(" ")[0] in _MANNERS or said == "according to":
            yield word


def manner(cue: str) -> str:
    """Which group a cue belongs to: "say", "report", "hedge", "show", "object" or "according"."""
    word = cue.lower().split()[0]
    return "according" if word == "according" else _MANNERS[word]
