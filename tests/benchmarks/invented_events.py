# ruff: noqa: E501, SIM905  # sentences and lists of words
"""Any number of invented articles, three on each event on average, with the truth; one seed, one result.

Events of one field are alike: the same words, the same country, the same agency; who, where, when and how
many differ. Each event has an agency's report and, by chance, what other papers make of it: a reprint, a
rewording, a follow-up with other figures. Each outlet ends its articles with a sentence of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from seedreader.article import Article, Provenance

FIELDS: dict[str, tuple[str, tuple[tuple[str, ...], ...], tuple[str, ...]]] = {
    "quake": (
        "Magnitude {size} quake hits {place}, {low} dead|At least {low} killed as earthquake shakes {place}"
        "|{place} quake: rescuers search for survivors",
        (
            (
                "An earthquake of magnitude {size} struck {place} in {country} on {day}, killing at least {low} people.",
                "At least {low} people died when a quake of magnitude {size} shook {place} on {day}.",
                "The ground shook in {place}: a magnitude {size} tremor has left {low} people dead, officials say.",
            ),
            (
                "More than {high} people were injured, said {who}, who leads the rescue work in {district}.",
                "{who}, head of the emergency service of {district}, spoke of {high} injured.",
                "Hospitals in {district} treated {high} people, according to {who}.",
            ),
            (
                "The epicentre lay {few} kilometres north of {place} at a depth of {depth} kilometres.",
                "It was felt as far as {district}; its centre was {depth} kilometres below the ground.",
            ),
            (
                "In the village of {village} some {mid} houses collapsed.",
                "{mid} homes were destroyed in {village} alone.",
                "The worst damage was reported from {village}, where {mid} buildings fell down.",
            ),
            (
                "President {chief} promised help and said he would visit {village}.",
                "{chief} cancelled a trip abroad and is expected in {village}.",
            ),
        ),
        (
            "Rescue workers searched for survivors under the rubble with dogs and heavy machines.",
            "Residents ran into the streets in panic and spent the night outdoors.",
            "Aftershocks were felt through the night and hampered the work of rescue teams.",
            "The country lies in a zone where earthquakes are common.",
        ),
    ),
    "trial": (
        "{who} jailed for {few} years over {mid} million fraud|Court in {place} sentences {who}"
        "|{who} trial ends with prison term",
        (
            (
                "A court in {place} sentenced {who}, {age}, to {few} years in prison on {day} for fraud.",
                "{who} must go to prison for {few} years, the court in {place} ruled on {day}.",
                "Judges in {place} have found {who}, {age}, guilty and imposed a term of {few} years.",
            ),
            (
                "Prosecutors said that {who} had taken {mid} million from the accounts of {firm}.",
                "The money, {mid} million in all, came from {firm}, according to the indictment.",
            ),
            (
                "Judge {chief} called the case one of the worst that the court had seen.",
                "In her ruling judge {chief} spoke of a breach of trust without example.",
            ),
            (
                "The defence, led by {other}, will appeal.",
                "{other}, counsel for the defence, said the verdict was wrong and announced an appeal.",
            ),
            (
                "The trial heard {high} witnesses and began in {village} before it moved to {place}.",
                "{high} witnesses were heard, many of them from {village}.",
            ),
        ),
        (
            "The defendant followed the reading of the sentence without emotion.",
            "Prosecutors had asked for a longer term.",
            "The verdict is not yet final and can be challenged before a higher court.",
            "Dozens of people waited outside the court building for the ruling.",
        ),
    ),
    "flood": (
        "Floods in {place} force {high} from their homes|River {river} bursts its banks, {low} missing"
        "|{place} under water after days of rain",
        (
            (
                "The river {river} burst its banks in {place} on {day} and forced {high} people from their homes.",
                "{high} people had to leave their homes in {place} when the {river} rose on {day}.",
                "After days of rain {place} is under water; {high} residents were taken to safety.",
            ),
            (
                "{low} people are missing, the mayor, {who}, said.",
                "Mayor {who} put the number of the missing at {low}.",
            ),
            (
                "The water stood {few} metres high in the streets of {village}.",
                "In {village} the flood reached {few} metres, a mark not seen since {past}.",
            ),
            (
                "Damage is estimated at {mid} million by the insurer {firm}.",
                "{firm}, an insurer, expects claims of {mid} million.",
            ),
            (
                "Governor {chief} sent soldiers from {district} to fill sandbags.",
                "Soldiers from {district} came to help on the orders of governor {chief}.",
            ),
        ),
        (
            "Helicopters lifted people from the roofs of their houses.",
            "Schools stay closed and trains do not run until further notice.",
            "Meteorologists expect more rain at the weekend.",
            "Drinking water was handed out by volunteers.",
        ),
    ),
    "election": (
        "{who} wins {place} election with {share} percent|{place} elects {who} as mayor"
        "|{who} beats {other} in {place}",
        (
            (
                "{who} won the election for mayor of {place} on {day} with {share} percent of the vote.",
                "Voters in {place} chose {who} as their mayor; {share} percent voted for the candidate.",
                "With {share} percent {who} is the new mayor of {place}, results showed on {day}.",
            ),
            (
                "{other}, who had held the office since {past}, conceded defeat.",
                "The incumbent, {other}, in office since {past}, accepted the result.",
            ),
            (
                "Turnout was {turnout} percent, the electoral office in {district} said.",
                "{turnout} percent of those entitled to vote did so, according to officials in {district}.",
            ),
            (
                "The winner promised {mid} new flats and a tram to {village}.",
                "A tram line to {village} and {mid} flats were the main promises of the campaign.",
            ),
            (
                "Party leader {chief} spoke of a signal for the whole country.",
                "{chief}, who leads the party, congratulated by telephone.",
            ),
        ),
        (
            "Observers called the vote free and fair.",
            "Supporters celebrated in front of the town hall until late at night.",
            "Polls had predicted a close race.",
            "The new mayor takes office next month.",
        ),
    ),
    "match": (
        "{place} beat {village} {goals} to win the cup|{who} strike gives {place} victory over {village}"
        "|{village} lose final to {place}",
        (
            (
                "{place} beat {village} {goals} in the final on {day} with a late goal by {who}.",
                "A late goal by {who} gave {place} a {goals} victory over {village} on {day}.",
                "{who} was the hero for {place}, who won {goals} against {village}.",
            ),
            (
                "The striker, {age}, scored in minute {minute} in front of {crowd} spectators.",
                "{crowd} people saw the decisive goal in minute {minute}.",
            ),
            (
                "{other} had put {village} ahead from a penalty.",
                "{village} led through a penalty that {other} converted.",
            ),
            (
                "It is the first trophy for the club since {past}, coach {chief} said.",
                "Coach {chief} called it the greatest day since {past}.",
            ),
            (
                "The referee from {district} sent off two players.",
                "Two players were sent off by the referee, who comes from {district}.",
            ),
        ),
        (
            "Fans stormed the pitch after the final whistle.",
            "The losing side had the better chances in the first half.",
            "The trophy was presented by the president of the association.",
            "Both teams missed good chances before the break.",
        ),
    ),
}  # fmt: skip
"""Field -> titles; facts, each in several wordings; sentences that every event of the field has."""

OUTLETS = {
    "Daily Courier": "Read more news in the Daily Courier app, free for thirty days.",
    "Morning Ledger": "The Morning Ledger is funded by its readers; support our work with a donation.",
    "Northern Press": "Reporting by the Northern Press newsroom; editing by the foreign desk.",
    "Radio Nine": "Listen to Radio Nine every morning from six for all the news of the day.",
    "The Observer's Voice": "Sign up for our newsletter and never miss a story from our correspondents.",
    "City Gazette": "Copyright City Gazette. This text may not be printed or sent without permission.",
}
"""Outlet -> what stands beneath its articles."""

_SYLLABLES = (
    "bar ben cal dor el fen gar hol is jar kel lan mor nor os pel quin ros sar tor ul van wes yor zan"
).split(" ")
_ENDINGS = ("burg dale field ford ham holm mar mouth ona port stad stow ton vale ville wick").split(" ")
_THINGS = (
    "bakery bridge candle carpet cellar chapel clinic clock coat cradle dentist dog driver envelope farmer "
    "fiddle fisherman gardener garage ladder lamp lantern laundry letter library mattress miller mirror museum "
    "neighbour nurse orchard painter pharmacy photograph piano plumber porter potato printer puppet quarry "
    "radio saddle sailor school sewing shepherd shoemaker sledge smith stove student suitcase surgeon tailor "
    "teacher theatre tractor trumpet umbrella violin waiter wardrobe weaver whistle widow window workshop"
).split(" ")
_ASIDES = (
    "Seen there: a {}, a {}, a {}, a {}, a {} and a {}.",
    "Some spoke of a {}, others of the {}, the {}, the {} or the {} behind the {}.",
    "Neither {} nor {} nor {} were left, only a {}, a {} and the {}.",
)
"""What a reporter saw by the way, on every event another thing."""

_COUNTRIES = ("Wethen", "Lauria", "Marenland", "Ostrovia", "Belmark")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_BEGIN = date(2024, 1, 1)


@dataclass(frozen=True)
class Invented:
    """Articles in mixed order, and the number of the event that each tells of."""

    articles: list[Article]
    events: list[int]


def invented(count: int, seed: int = 7) -> Invented:
    """So many articles of a third as many events."""
    random = Random(seed)
    told: list[tuple[Article, int]] = []
    event = 0
    while len(told) < count:
        told += [(article, event) for article in _event(random, f"{event}")][: count - len(told)]
        event += 1
    random.shuffle(told)
    return Invented([article for article, _ in told], [number for _, number in told])


def _event(random: Random, name: str) -> list[Article]:
    """An agency's report, and up to four other articles."""
    titles, facts, common = FIELDS[random.choice(list(FIELDS))]
    known = details(random)
    day = _BEGIN + timedelta(random.randrange(400))
    outlets = random.sample(list(OUTLETS), 5)
    report = _text(random, facts, common, known, day)
    made = [(outlets[0], day, report)]
    for outlet in outlets[1 : 1 + random.randrange(5)]:
        kind = random.random()
        if kind < 0.25:
            made.append((outlet, day, report))
        elif kind < 0.75:
            made.append(
                (outlet, day + timedelta(random.randrange(2)), _text(random, facts, common, known, day))
            )
        else:
            later = known | {"low": str(int(known["low"]) + random.randrange(1, 5))}
            made.append(
                (outlet, day + timedelta(random.randrange(1, 4)), _text(random, facts, common, later, day))
            )
    return [
        Article(
            f"{text}\n{OUTLETS[outlet]}",
            f"{name}-{number}",
            title=random.choice(titles.split("|")).format(**known),
            outlet=outlet,
            published=when,
            language="en",
            provenance=Provenance(published="given"),
        )
        for number, (outlet, when, text) in enumerate(made)
    ]


def _text(
    random: Random,
    facts: tuple[tuple[str, ...], ...],
    common: tuple[str, ...],
    known: dict[str, str],
    day: date,
) -> str:
    """Most of the facts in some wording, some asides, and a sentence that every such event has."""
    first, *rest = facts
    told = [first, *random.sample(rest, random.randrange(3, len(rest) + 1))]
    lead, *others = [random.choice(wordings) for wordings in told]
    asides = random.sample([known[f"aside {number}"] for number in range(5)], 3)
    others += [*asides, random.choice(common)]
    random.shuffle(others)
    return " ".join([lead, *others]).format(**known, day=DAYS[day.weekday()])


def details(random: Random) -> dict[str, str]:
    asides = {
        f"aside {number}": random.choice(_ASIDES).format(*random.sample(_THINGS, 6)) for number in range(5)
    }
    return asides | {
        "place": _place(random), "village": _place(random), "district": _place(random),
        "river": random.choice(_SYLLABLES).title() + random.choice(_SYLLABLES),
        "country": random.choice(_COUNTRIES), "firm": _place(random)[:-2] + random.choice(("ex", "co", "a", "is")),
        "who": _person(random), "other": _person(random), "chief": _person(random),
        "size": f"{random.randrange(45, 80) / 10}", "low": str(random.randrange(3, 60)),
        "high": f"{random.randrange(110, 4000):,}", "mid": str(random.randrange(12, 400)),
        "few": str(random.randrange(2, 12)), "depth": str(random.randrange(5, 90)),
        "age": str(random.randrange(19, 70)), "past": str(random.randrange(1950, 2020)),
        "share": f"{random.randrange(400, 650) / 10}", "turnout": f"{random.randrange(400, 800) / 10}",
        "goals": f"{random.randrange(2, 5)}-{random.randrange(2)}", "minute": str(random.randrange(60, 120)),
        "crowd": f"{random.randrange(8000, 70000):,}",
    }  # fmt: skip


def _place(random: Random) -> str:
    return (random.choice(_SYLLABLES) + random.choice(_ENDINGS)).title()


def _person(random: Random) -> str:
    first, last = (random.choice(_SYLLABLES) + random.choice(_SYLLABLES) for _ in range(2))
    return f"{first.title()}a {last.title()}"
