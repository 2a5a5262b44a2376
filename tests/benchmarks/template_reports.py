# ruff: noqa: E501  # sentences
"""Invented reports such as programs write: one template for each kind, only names and figures differ."""

from __future__ import annotations

from random import Random

from tests.benchmarks import invented_events

KINDS = {
    "quake": (
        "A magnitude {size} earthquake was recorded near {place} at {hour} on {day}, the {firm} seismological survey reported. "
        "The quake had a depth of {depth} kilometres and its epicentre was {few} kilometres from {village} and {mid} kilometres from {district}. "
        "There were no immediate reports of damage or casualties, said {who}, who is on duty at the survey. "
        "In the last ten days there have been {low} earthquakes of magnitude three and greater nearby, the strongest of them close to {river}. "
        "Residents who felt the shaking are asked to fill in the form on the survey's website. This report was written by a program."
    ),
    "earnings": (
        "{firm} on {day} reported a profit of {mid} million in its latest quarter. "
        "The company, which is based in {place}, said it had net income of {depth} cents per share; earnings, adjusted for costs of the plant in {village}, came to {age} cents. "
        "The results beat what analysts had expected; {who} of {river} Research had forecast {few} cents. "
        "The maker of industrial pumps posted revenue of {high} million in the period, which also topped the forecasts. "
        "For the current quarter, {chief}, the chief executive, expects revenue in the range of {crowd} thousand. "
        "Shares of {firm} have climbed {share} percent since the beginning of the year."
    ),
    "weather": (
        "The weather office in {place} has issued a warning of storms for {district} and {village} until {hour} on {day}. "
        "Gusts of up to {mid} kilometres per hour and {low} millimetres of rain are expected, with hail in places. "
        "Drivers should slow down, keep away from trees and expect delays on the road from {river} to {village}. "
        "The fire service of {district} was called out {few} times in the past night, said its spokesman {who}. "
        "It is the {depth}th warning of the season; the worst storm, in {past}, cost {high} households their power. "
        "Updates will be given every three hours on the website of the office and by telephone."
    ),
    "market": (
        "Shares in {country} closed higher on {day}, with the index of leading companies up {share} points at {high}. "
        "{firm} was the best performer, rising {few} percent after it had won an order from {place}. "
        "The worst was {river} Holdings, which lost {age} cents or {depth} percent, to close at {mid}. "
        "Rising stocks outnumbered declining ones on the exchange by {turnout} to {low}, and {crowd} lots changed hands. "
        "Traders were waiting for figures on employment that are due later in the week, said {who}, a broker with {village} Securities. "
        "Crude oil for delivery next month was down slightly; gold was almost unchanged."
    ),
    "league": (
        "{place} beat {village} {goals} at home on {day} and moved up to place {few} in the table of the second division. "
        "{who} opened the scoring in minute {low} before {other} added another from the penalty spot after the break. "
        "{village} had the better of the opening half hour but could not make use of its chances, the best of which fell to {chief}. "
        "{crowd} spectators saw the game at the ground in {district}, where the home side has not been beaten since {past}. "
        "Next week {place} travel to {river} while {village} are at home again. The kick-off is at {hour}."
    ),
    "police": (
        "Police in {place} are looking for witnesses after a break-in at a house in {village} on {day}. "
        "Unknown persons forced a window at about {hour} and searched all rooms, a spokeswoman, {who}, said. "
        "They took jewellery and cash worth {high} and fled in the direction of {district} in a dark car with the number {crowd}. "
        "The owner, {age}, was away at the time. It is the {few}th break-in in the street since {past}; {low} were reported in the whole district last month. "
        "Anyone who has seen something suspicious is asked to call inspector {chief} at extension {mid}."
    ),
}  # fmt: skip
"""Kind -> its template."""


def reports(kind: str, count: int, seed: int = 3) -> list[str]:
    """So many reports of one kind."""
    random = Random(f"{kind}{seed}")
    return [
        KINDS[kind].format(
            **invented_events.details(random),
            day=random.choice(invented_events.DAYS),
            hour=f"{random.randrange(24)}:{random.randrange(60):02}",
        )
        for _ in range(count)
    ]
