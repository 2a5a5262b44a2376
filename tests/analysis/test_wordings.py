"""Figures and dates as news of many fields has them: see `tests.analysis.wordings`."""

from datetime import date

import pytest

from seedreader.analysis import dates, quantities
from tests.analysis import wordings
from tests.analysis.wordings import Line

WEDNESDAY = date(2023, 3, 15)


def cases(*names: str) -> list[object]:
    """The sentences of some files, those that are known to be read wrongly marked so."""
    return [
        pytest.param(line, id=line.text[:60], marks=[pytest.mark.xfail(strict=True)] if line.missed else [])
        for name in names
        for line in wordings.read(name)
    ]


@pytest.mark.parametrize("line", cases("quantities.txt", "quantities_heldout.txt", "quantities_unseen.txt"))
def test_each_figure_has_its_value_interval_unit_and_wording(line: Line) -> None:
    assert wordings.wrong_quantities(line)[1] == []


@pytest.mark.parametrize("line", cases("dates.txt", "dates_heldout.txt", "dates_unseen.txt"))
def test_each_date_has_its_days(line: Line) -> None:
    assert wordings.wrong_dates(line)[1] == []


def figures(text: str) -> list[tuple[float | None, str | None]]:
    return [(q.figure, q.unit) for q in quantities.find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("The board approved the merger 9-4.", (9, 4)),
        ("The board backed the merger by nine votes to four.", (9, 4)),
        ("The parish voted 41-12 to sell the organ.", (41, 12)),
        ("The motion on the reservoir fell by 41 votes to 12.", (12, 41)),
        ("Shareholders rejected the bid in a 12-to-41 vote.", (12, 41)),
        ("The panel voted 41-12 against the new dose.", (12, 41)),
        ("The judges ruled 2–1 that the ship must stay in port.", (2, 1)),
    ],
)
def test_a_vote_is_two_quantities_for_and_against(text: str, votes: tuple[int, int]) -> None:
    found = {q.unit: q.figure for q in quantities.find_quantities(text)}
    assert (found["votes for"], found["votes against"]) == votes


@pytest.mark.parametrize(
    "text",
    [
        "Halland won 3-2 in the cup.",
        "The hosts beat Norby 21-14 after a quarter of an hour.",
        "The panel said children aged 10-12 should sleep more.",
        "The council will meet 5-6 May.",
        "The house at 12-14 Mill Lane burned.",
    ],
)
def test_scores_ages_and_addresses_are_no_votes(text: str) -> None:
    assert not any((unit or "").startswith("votes") for _, unit in figures(text))


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("The bank took over 14 branches from a rival.", 14),
        ("The crew handed over 14 parcels.", 14),
        ("Police pulled over 14 lorries.", 14),
        ("The storm knocked over 14 pylons.", 14),
    ],
)
def test_over_may_belong_to_its_verb(text: str, low: float) -> None:
    (found,) = quantities.find_quantities(text)
    assert (found.figure, found.low, found.high) == (low, low, low)


@pytest.mark.parametrize(
    "text", ["The bank owns over 14 branches.", "Tests took over 14 months.", "Over 14 died."]
)
def test_over_is_a_hedge_elsewhere(text: str) -> None:
    (found,) = quantities.find_quantities(text)
    assert (found.figure, found.low, found.high) == (14, 14, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales minus 3 million euros in fees came to 9 million euros.", [3e6, 9e6]),
        ("The reading was -3.", [-3]),
        ("- 12 people were hurt", [12]),
        ("Harlow -12 people were hurt when a tram left the rails.", [12]),
        ("The study ran from 2012–13 and had 40 patients.", [40]),
        ("On 4 May 300 sailors left.", [300]),
        ("On May 4 300 sailors left.", [300]),
        ("In 2019 300 sailors left.", [300]),
        ("It grew by 1.125 percent.", [1.125]),
        ("He ran it in 51.375 seconds.", [51.375]),
        ("Fuel costs $1.459 a litre.", [1.459]),
        ("The bridge cost 1.500.000 euros.", [1_500_000]),
        ("Between 500 and 1,000 geese came.", [None]),
        ("They called 911 twice.", []),
        ("Four three-storey houses burned.", [4]),
    ],
)
def test_signs_spaces_and_points_are_only_read_where_they_belong_to_a_figure(
    text: str, expected: list[float | None]
) -> None:
    assert [figure for figure, _ in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("A third of the old fleet sank.", "percent"),
        ("One of them fled.", None),
        ("One trawler sank off Varn.", "trawler"),
        ("Of 900 birds, 40 fell ill.", "birds"),
        ("It gave 300 million dollars.", "USD"),
        ("It gave $300 million.", "USD"),
        ("It gave 300 million Canadian dollars.", "CAD"),
        ("It lost billions of dollars.", "USD"),
        ("It paid 300 million roubles.", "RUB"),
        ("It paid ₽300 million.", "RUB"),
    ],
)
def test_a_unit_is_a_noun_and_money_has_one_unit(text: str, unit: str | None) -> None:
    assert [u for _, u in figures(text)][-1:] == ([unit] if unit else [])


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The union asked the harbour to reopen on Monday.", "2023-03-20"),
        ("The harbour was asked to reopen on Monday.", "2023-03-13"),
        ("She is running for mayor in November.", "2023-11-01"),
        ("She ran for mayor in November.", "2022-11-01"),
        ("He agreed to a new contract on Monday.", "2023-03-13"),
        ("He agreed to play on Monday.", "2023-03-20"),
        ("The lab, expected to close, burned down on Monday.", "2023-03-13"),
        ("The order must be filled by Monday.", "2023-03-20"),
        ("He stayed in charge until May.", "2022-05-01"),
        ("He will stay in charge until May.", "2023-05-01"),
        ("The reef may have died on Monday.", "2023-03-13"),
        ("He left, and on Monday his deputy will follow.", "2023-03-20"),
        ("The match was moved from Monday to Friday.", "2023-03-13"),
    ],
)
def test_a_day_is_to_come_only_where_its_own_words_say_so(text: str, first: str) -> None:
    assert str(dates.find_dates(text, WEDNESDAY)[0].first) == first


@pytest.mark.parametrize("text", ["The concert of 2 April, at the town hall", "For the 3 June regatta"])
def test_a_day_of_which_no_word_tells_the_year_stays_open(text: str) -> None:
    assert [(d.first, d.last) for d in dates.find_dates(text, WEDNESDAY)] == [(None, None)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The talks ran from Monday to Friday.", 1),
        ("The plant shut between March 2020 and May 2021.", 1),
        ("He was hurt in March 2020 and May 2021.", 2),
        ("It met on 3 and 9 February.", 1),
        ("The final was put back from Monday to Friday.", 2),
    ],
)
def test_two_dates_are_one_interval_only_where_they_are_its_ends(text: str, count: int) -> None:
    assert len(dates.find_dates(text, WEDNESDAY)) == count


@pytest.mark.parametrize(
    "text",
    [
        "She appeared on “Next Year” with her band.",
        "The Monday Observer first told of the leak.",
        "The market feared a Black Monday.",
        "Mrs May has led the choir since May resigned.",
        "Fans of Sheffield Wednesday sang.",
        "The surgery is open every Monday.",
        "He was born in Mar Chiquita.",
    ],
)
def test_names_and_habits_are_no_dates(text: str) -> None:
    assert dates.find_dates(text, WEDNESDAY) == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("In a letter of 3 May 1998 the captain wrote: “We sail tomorrow.”", "1998-05-04"),
        ("In a letter of May 1998 the captain wrote: “We sail tomorrow.”", "None"),
        ("“We sail tomorrow,” the captain said on Tuesday.", "2023-03-16"),
        ("The ship sank in 1998. “We sail tomorrow,” said the captain.", "2023-03-16"),
    ],
)
def test_a_quotation_of_long_ago_has_its_own_today(text: str, first: str) -> None:
    at = text.index("tomorrow")
    assert [str(d.first) for d in dates.find_dates(text, WEDNESDAY) if d.start == at] == [first]
