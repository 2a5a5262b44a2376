"""The verbs by which English tells that someone says, believes, wants or judges something.

Classes follow what grammars call verbs of communication, cognition, volition and judgement.
`LEXICON` gives each written form the complements by which it attributes something:

``c`` a clause or quotation, ``t`` a to-infinitive, ``n`` a noun phrase, ``o`` someone and a to-infinitive,
``a`` something at a figure, ``q`` something and a name for it,
``d`` a noun phrase where a document tells, ``j`` someone and "as",
"for" or "over", ``p`` a preposition of `PARTICLES`.
"""

from __future__ import annotations

from typing import NamedTuple

_SAYING = """
c: add affirm ask assure attest boast caution chant comment complain conclude confess confide continue
    counter describe divulge document exclaim hint imply inform inquire insinuate intimate joke lament
    learn lecture marvel moan mumble murmur muse mutter narrate notify observe opine post preach profess
    propose put quip+ read reaffirm reason reassure recall recommend recount relate remark remind repeat
    reply respond retort say scoff scream shout signal sing snap+ stipulate tell testify theorise
    theorize tweet underline wager warn whisper yell blog charge deadpan elaborate fume gripe groan growl
    grumble gush interject intone quibble rant text thunder vent
cn: acknowledge admit+ advocate allege announce argue assert claim clarify concede confirm contend
    declare demand deny disclose emphasise emphasize explain forecast indicate insist maintain mention
    note predict proclaim reiterate report reveal specify state stress suggest underscore write
ct: demand pledge promise swear threaten vow
op: advise ask call direct encourage instruct order remind tell urge warn
"""
_THINKING = """
c: agree anticipate assume believe calculate conclude consider decide determine doubt envision estimate
    expect fear feel figure foretell gather guess hear hope imagine judge know perceive presume realise
    realize reckon recognise recognize regret remember resolve rule sense speculate suppose surmise
    suspect think understand wonder worry
cn: anticipate dispute doubt expect fear foresee question regret suspect
ot: consider expect
t: aim decide expect fear hope intend like plan+ pledge prefer+ promise seek threaten vow want wish
on: want
"""
_JUDGING = """
t: agree aspire attempt consent decide decline long offer opt+ refuse resolve seek try volunteer vote
    yearn
n: accuse address admire advocate applaud appreciate articulate assail back berate blame brand castigate
    characterise characterize chastise chide chronicle cite commend compare compliment condemn
    congratulate contemplate contest contradict covet criticise criticize debate debunk decry denounce
    depict deplore deride describe despise detest disapprove disavow discount discredit discuss dismiss
    dispute doubt downplay dub+ echo embrace endorse envision envy excoriate express fault favor favour
    forgive glorify hail highlight honor honour ignore impugn insult interpret justify label lambast
    lambaste laud like liken loathe love malign misunderstand mock mourn oppose outline overestimate
    perceive pillory ponder portray praise prefer+ prioritise prioritize promise propose protest
    question quote reaffirm rebuff rebuke rebut+ recognise recognize recommend reference refute reject
    relish renounce repudiate resent respect retweet revile ridicule scold seek shun+ signal slam+ spurn
    stigmatise support tease thank tout trumpet underestimate underline vilify voice want welcome
p: agree allude apologise apologize appeal argue balk boast brag+ bristle call campaign comment complain
    disagree elaborate hint hope insist joke object plan+ plead point preach press push refer+ reflect
    respond rule side speak talk testify vote vouch warn worry write
a: put
q: brand call dub+ label
j: attack blast charge defend hail identify paint pan+ rank rate regard see view
"""
_SHOWING = """
d: indicate reveal show suggest
c: conclude demonstrate find indicate prove reveal show suggest
"""

PARTICLES = {
    "agree": "with on", "apologise": "for", "apologize": "for", "appeal": "for to",
    "argue": "for against", "balk": "at", "be": "of about to with over by in at", "bristle": "at",
    "call": "for on", "campaign": "for against", "charge": "with", "comment": "on about",
    "complain": "about of", "disagree": "with", "elaborate": "on", "hint": "at", "hope": "for",
    "insist": "on", "object": "to", "plan": "for on", "plead": "for", "point": "to out", "press": "for",
    "push": "for", "refer": "to", "reflect": "on", "respond": "to", "rule": "out against",
    "side": "with", "speak": "about of against out", "talk": "about of", "vote": "for against",
    "vouch": "for", "warn": "of against about", "worry": "about over",
}  # fmt: skip
"""Prepositions and adverbs by which a verb of frame ``p`` attributes; "about" or "of" where none is named."""

_IRREGULAR = {
    "say": "says said saying said", "tell": "tells told telling told",
    "think": "thinks thought thinking thought",
    "know": "knows knew knowing known", "feel": "feels felt feeling felt",
    "find": "finds found finding found",
    "write": "writes wrote writing written", "show": "shows showed showing shown",
    "speak": "speaks spoke speaking spoken", "swear": "swears swore swearing sworn",
    "put": "puts put putting put", "read": "reads read reading read",
    "see": "sees saw seeing seen", "cast": "casts cast casting cast", "hit": "hits hit hitting hit",
    "understand": "understands understood understanding understood", "seek": "seeks sought seeking sought",
    "foresee": "foresees foresaw foreseeing foreseen", "hear": "hears heard hearing heard",
    "choose": "chooses chose choosing chosen",
    "learn": "learns learned learning learned", "forecast": "forecasts forecast forecasting forecast",
}  # fmt: skip


def bag(words: str) -> frozenset[str]:
    """The words of a list that is written as a sentence."""
    return frozenset(words.split())


class SayingVerb(NamedTuple):
    """A written form of an attributing verb.

    ``frames`` are its complements, ``tense`` is "base", "s", "past", "ing" or "part" (a participle only),
    ``group`` is "say", "hedge", "object" or "show".
    """

    lemma: str
    frames: str
    tense: str
    group: str


def forms(lemma: str) -> dict[str, str]:
    """The written forms of a lemma and the tense of each; a final ``+`` doubles the last consonant."""
    double, lemma = lemma.endswith("+"), lemma.removesuffix("+")
    if lemma in _IRREGULAR:
        third, past, ing, part = _IRREGULAR[lemma].split()
    else:
        stem = lemma + lemma[-1] if double else lemma
        if lemma.endswith("y") and lemma[-2] not in "aeiou":
            third, past, ing = lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
        elif lemma.endswith("e"):
            third, past, ing = lemma + "s", lemma + "d", lemma[:-1] + "ing"
        else:
            third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
            past, ing = stem + "ed", stem + "ing"
        part = past
    return {part: "part", lemma: "base", third: "s", ing: "ing", past: "past"}


def _lexicon() -> dict[str, SayingVerb]:
    out: dict[str, SayingVerb] = {}
    for group, table in (("object", _JUDGING), ("hedge", _THINKING), ("show", _SHOWING), ("say", _SAYING)):
        frames = ""
        for word in table.split():
            if word.endswith(":"):
                frames = word[:-1]
                continue
            for form, tense in forms(word).items():
                known = out.get(form)
                both = frames if known is None else "".join(sorted({*frames, *known.frames}))
                out[form] = SayingVerb(word.rstrip("+"), both, tense, group)
    return out


LEXICON = _lexicon()
"""Every attributing form, lower-case."""

NOUNS = bag(
    "addresses aims appeals backs brands calls casts charges claims comments complements demands doubts"
    " estimates fears figures finds forecasts guesses hits hopes jokes judges labels mentions notes"
    " offers orders plans pledges points posts praises promises protests questions quips quotes regrets"
    " references regards remarks reports shows states targets tweets urges views voices votes vows"
    " wishes"
)
"""Third persons that are as often plural nouns."""

REPORTING = frozenset(["report", "quote", "cite"])
HEARD = frozenset(["tell", "ask", "warn", "remind", "inform", "notify", "assure", "advise", "urge"])
"""Verbs whose hearer may stand between them and what is said."""

QUOTING = bag(
    "blog remind charge deadpan elaborate fume gripe groan growl grumble gush interject intone quibble"
    " rant text thunder vent ask calculate chant comment continue counter decide describe determine"
    " exclaim hear hint joke judge learn mention murmur muse mutter note observe opine post put quip"
    " read recall remark remember repeat reply respond retort rule scream shout signal sing whisper"
    " write yell"
)
"""Verbs that attribute a clause only beside a quotation or "that"."""
