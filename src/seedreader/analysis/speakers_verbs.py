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
c: say add remark respond reply quip+ retort joke muse recall recount boast continue ask testify
    opine post tweet comment conclude observe exclaim lament caution signal hint imply counter inquire
    sing chant yell scream mutter murmur affirm attest confess confide divulge insinuate intimate lecture marvel moan mumble narrate preach profess
    reaffirm reason reassure relate scoff snap+ stipulate theorise theorize underline wager document
    complain warn put read describe inform notify remind assure tell repeat shout whisper learn
cn: state announce confirm deny assert allege acknowledge concede disclose reveal declare predict
    emphasise emphasize stress reiterate proclaim explain claim maintain note mention write forecast
    clarify specify argue contend insist suggest admit+ indicate report underscore
ct: promise vow pledge swear threaten demand
c: ask propose
cn: demand advocate
c: recommend
op: urge ask tell order warn advise instruct direct remind encourage call
"""
_THINKING = """
c: believe think consider suspect estimate fear hope feel doubt assume guess figure speculate know understand
    agree wonder worry reckon imagine realise realize recognise recognize suppose presume anticipate
    envision foretell gather perceive sense surmise resolve
    expect regret hear remember decide determine rule judge conclude calculate
cn: suspect fear doubt anticipate expect question dispute regret foresee
ot: expect consider
t: want plan+ intend seek hope expect decide wish aim prefer+
    promise vow pledge threaten fear like
on: want
"""
_JUDGING = """
t: try attempt refuse decline agree vote decide seek opt+ offer aspire consent volunteer long yearn resolve
n: reject oppose support propose recommend back question promise appreciate assail
    berate castigate chide chronicle contemplate contradict debunk detest discount discredit doubt envision envy excoriate forgive glorify honor honour impugn insult interpret laud like
    loathe love malign misunderstand outline overestimate perceive pillory ponder prioritise prioritize
    reaffirm rebuff recognise recognize relish respect revile shun+ spurn stigmatise tease trumpet
    highlight lambast lambaste underestimate underline vilify ignore prefer+ covet
p: vote campaign respond side vouch
n: accuse blame criticise criticize condemn praise denounce dismiss oppose endorse
    mock ridicule deride deplore decry applaud welcome hail commend compliment congratulate
    admire despise resent chastise rebuke scold fault dispute contest describe characterise characterize
    portray depict compare liken label+0 brand dub+ discuss debate favor favour disavow renounce
    repudiate protest criticise disapprove tout slam+ embrace echo express voice
    want seek discuss question cite quote reference refute rebut+ downplay justify address
    advocate mourn thank articulate retweet signal question
a: put
q: call dub+ label brand
j: rate rank hail defend attack blast see view regard cast paint treat charge pan+
p: call refer+ comment talk speak complain warn worry apologise apologize argue agree disagree object
    insist point push rule allude boast joke testify write hint plead appeal press hope plan+ preach elaborate reflect brag+ balk bristle
"""
_SHOWING = """
d: show reveal indicate suggest
c: show find prove demonstrate suggest indicate reveal conclude
"""

PARTICLES = {
    "respond": "to",
    "be": "of about to with over by in at",
    "call": "for on", "refer": "to", "comment": "on about", "talk": "about of",
    "speak": "about of against out", "complain": "about of", "warn": "of against about",
    "worry": "about over", "argue": "for against", "agree": "with on", "disagree": "with",
    "object": "to", "insist": "on", "point": "to out", "push": "for",
    "rule": "out against",     "plead": "for", "appeal": "for to", "press": "for", "hope": "for",     "apologise": "for", "apologize": "for", "balk": "at", "bristle": "at",
    "charge": "with", "hint": "at", "reflect": "on", "elaborate": "on", "plan": "for on",
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


class Verb(NamedTuple):
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
    double, lemma = lemma.endswith("+"), lemma.removesuffix("+").removesuffix("+0")
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


def _lexicon() -> dict[str, Verb]:
    out: dict[str, Verb] = {}
    for group, table in (("object", _JUDGING), ("hedge", _THINKING), ("show", _SHOWING), ("say", _SAYING)):
        frames = ""
        for word in table.split():
            if word.endswith(":"):
                frames = word[:-1]
                continue
            for form, tense in forms(word).items():
                known = out.get(form)
                both = frames if known is None else "".join(sorted({*frames, *known.frames}))
                out[form] = Verb(word.rstrip("+0"), both, tense, group)
    return out


LEXICON = _lexicon()
"""Every attributing form, lower-case."""

MANNERS = ("say", "quote", "according", "report", "hedge", "show", "object")
"""How something can be attributed, the surest first."""

NOUNS = bag(
    "plans claims reports states calls demands offers tweets posts notes points comments remarks fears hopes"
    " doubts estimates votes questions promises vows pledges figures guesses judges shows finds forecasts"
    " views appeals"
    " hits targets casts aims backs labels brands mentions references addresses praises quotes quips jokes"
    " wishes urges orders charges voices protests complements regards"
)
"""Third persons that are as often plural nouns."""

REPORTING = frozenset(["report", "quote", "cite"])
HEARD = frozenset(["tell", "ask", "warn", "remind", "inform", "notify", "assure", "advise", "urge"])
"""Verbs whose hearer may stand between them and what is said."""

QUOTING = bag(
    "continue ask observe respond reply comment remark exclaim quip mention post recall joke opine retort"
    " sing chant yell scream mutter murmur put read describe decide determine judge calculate rule repeat shout whisper write note counter muse signal hint hear learn remember"
)
"""Verbs that attribute a clause only beside a quotation or "that"."""
