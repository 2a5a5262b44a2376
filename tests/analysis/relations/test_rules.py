"""Each rule by which two passages are compared, on made-up pairs from the language of news."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import dates, quantities
from seedreader.analysis.relations import polarity, vaguer_figures
from seedreader.analysis.relations.passage_features import PassageFeatures
from seedreader.analysis.relations.passage_pair import PassagePair
from seedreader.article import Claim, Quantity, Speaker
from seedreader.text import reason_sentence
from tests.analysis.relations.comparing import compared

DAY = date(2021, 9, 15)


def side(text: str, speaker: str | None = None) -> PassageFeatures:
    named = Speaker(0, 1, speaker) if speaker else None
    claim = Claim(0, len(text), ("event",), 1.0, named)
    return PassageFeatures(text, claim, quantities.find_quantities(text), dates.find_dates(text, DAY))


def relation(a: str, b: str) -> str:
    return compared(side(a), side(b))[0]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The crash killed 14 people", "In the crash 17 people lost their lives"),
        ("The number of people known to have died has risen to 17", "The flood killed at least 14 people"),
        ("A ferry carrying 212 people sank", "There were 214 people on board the ferry"),
        ("The navy rescued 167 people", "In all, 169 people were brought ashore alive"),
        ("Police arrested 23 demonstrators", "41 people were detained, a lawyer said"),
        ("About 18,000 people marched in Elm", "More than 60,000 people took part in the march in Elm"),
        ("It will lead to up to 600 job cuts", "The firm will cut as many as 900 jobs"),
        ("The firm expects savings of about 90 million euros", "It puts the savings at 60 million euros"),
        (
            "The Roth family owns 34% of the brewery",
            "The Roth family holds a 36 percent stake in the brewery",
        ),
        ("In the trial 1,204 patients were treated", "The study had 1,240 patients"),
        ("Shares in Roth fell 4.1% on Monday", "Shares in Roth fell 6% on Monday"),
        ("The prosecutor demanded seven years for Roth", "The prosecutor asked for six years for Roth"),
        ("There were 214 people aboard, not 212", "The ferry had 212 people aboard"),
        ("The firm hired up to 900 nurses", "The firm hired about 800 nurses"),
    ],
)
def test_two_figures_for_one_thing_conflict(a: str, b: str) -> None:
    found, reason = compared(side(a), side(b))
    assert found == "conflict"
    assert (reason.kind, reason.sign) == ("figure", "≠")
    assert relation(b, a) == "conflict"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("More than 200 people were on board", "There were 214 people on board"),
        ("Shares in Roth fell 4%", "Shares in Roth fell 4.1%"),
        ("Roth employs around 9,000 people", "Roth employs 9,400 people"),
        ("The family owns just over a third of Roth", "The family owns 34% of Roth"),
        ("The firm hired 700 to 900 nurses", "The firm hired 900 nurses"),
        ("The firm hired dozens of nurses", "The firm hired 60 nurses"),
        ("Nearly 80 people were arrested", "Police arrested 77 people"),
    ],
)
def test_a_vaguer_or_wider_figure_refines(a: str, b: str) -> None:
    assert relation(a, b) == relation(b, a) == "refine"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("At least 4,000 soldiers were killed", "4,000 soldiers were killed"),
        ("Up to 600 jobs will be cut at Roth", "There will be 600 redundancies at Roth"),
        ("Police arrested 41 people", "41 people were detained"),
        ("Roth employs 9,400 people", "The 9,400 employees of Roth"),
    ],
)
def test_one_figure_in_other_words_agrees(a: str, b: str) -> None:
    assert relation(a, b) == relation(b, a) == "agree"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The ferry may carry 240 passengers", "The ferry sank with 212 people on board"),
        ("The flood left 31 people missing", "The flood killed 14 people"),
        ("Roth had sales of 1.7 billion euros", "Roth was bought for 2.4 billion euros"),
        ("The wall cost 4 million euros", "The wall brings the town 5 million euros"),
        ("Roth rejected an offer of 1.9 billion euros in 2019", "Roth accepted a bid of 2.4 billion euros"),
        ("In November 2018 a ship ran aground with 186 passengers", "The ferry sank with 212 passengers"),
        ("The ferry costs 2.4 billion euros", "The ferry costs 2.6 billion euros including debt"),
        ("The 13-inch model costs more", "The 15-inch model costs more"),
        ("The models cost 1,199 and 1,799 dollars", "The model costs 1,499 dollars"),
        ("35-year-old Roth was arrested", "61-year-old Ada Roth was found dead"),
        ("The previous quake struck at a depth of 3 miles", "The quake struck at a depth of 2 miles"),
        ("Roth shares fell 4.1%", "Roth shares slipped a further 1.5%"),
        ("Two of the three mines were closed by Roth", "Roth closed three mines in spring"),
        ("Roth signed the deal in 2020", "Ray signed the book in 2021"),
    ],
)
def test_figures_for_different_things_or_times_do_not_conflict(a: str, b: str) -> None:
    assert relation(a, b) != "conflict"
    assert relation(b, a) != "conflict"


def test_one_of_the_deaths_is_not_the_deaths() -> None:
    two, one = side("Two patients died of flu"), side("one of the two deaths was due to flu")
    assert PassagePair(two, one).figures is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The ministry closed the old harbour", "The ministry never closed the old harbour"),
        ("The council approved the tunnel plan", "The council rejected the tunnel plan"),
        ("The court freed the mayor of Elm", "The court jailed the mayor of Elm"),
    ],
)
def test_the_same_words_with_the_opposite_meaning_conflict(a: str, b: str) -> None:
    assert relation(a, b) == relation(b, a) == "conflict"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The court cleared the former mayor of Elm of fraud",
            "The court jailed the former mayor of Elm for theft",
        ),
        (
            "Service may not be back till Monday in Elm",
            "It could take until Monday to bring back service in Elm",
        ),
        ("He got life without the chance of parole", "The term is life in prison without parole"),
    ],
)
def test_a_denial_or_an_opposite_in_other_words_is_no_conflict_and_no_agreement(a: str, b: str) -> None:
    assert relation(a, b) not in ("conflict", "copy")


def test_a_denial_is_never_called_agreement() -> None:
    denied, stated = "No rubber bullets were fired in Elm", "Police fired rubber bullets at a crowd in Elm"
    assert relation(denied, stated) in ("related", "conflict")


def test_who_denies_a_report_contradicts_it() -> None:
    text = "The union denied reports that the guards had fired rubber bullets in Elm"
    start = text.index("the guards")
    denied = PassageFeatures(text[start:], None, offset=start, context=text)
    found, reason = compared(denied, side("The guards fired rubber bullets in Elm"))
    assert (found, reason.kind, reason.only_a) == ("conflict", "denial", ("denied",))


def test_a_hedge_on_one_side_refines() -> None:
    a, b = (
        "The mayor of Elm took bribes from Roth",
        "The mayor of Elm is believed to have taken bribes from Roth",
    )
    assert relation(a, b) == "refine"
    assert relation("Roth left in May", "Roth left Elm in May") != "refine"


@pytest.mark.parametrize(
    ("mine", "theirs", "told"),
    [
        ("the mayor", None, "attributed in one source only: the mayor"),
        (None, "police", "attributed in one source only: police"),
        ("the mayor", "police", "said by the mayor and by police"),
        ("Mayor Ida Voss", "Voss", None),
        ("the Elm Road Authority", "ERA", None),
        (None, None, None),
    ],
)
def test_a_speaker_dropped_or_changed_is_told(mine: str | None, theirs: str | None, told: str | None) -> None:
    text = "The old bridge of Elm was closed after the flood on Monday"
    found, reason = compared(side(text, mine), side(text, theirs))
    why = reason_sentence.sentence(reason, text, text)
    assert found == "copy"
    assert why == ("word for word" if told is None else f"word for word; {told}")


def exact(figure: float) -> Quantity:
    return Quantity(0, 1, figure, figure, figure, "boat")


@pytest.mark.parametrize(
    ("vague", "other", "sign"),
    [
        (Quantity(0, 1, 200.0, 200.0, None, "boat"), exact(214), "⊃"),
        (Quantity(0, 1, 200.0, 200.0, None, "boat"), exact(340), None),
        (Quantity(0, 1, 200.0, None, 200.0, "boat"), exact(186), "⊃"),
        (
            Quantity(0, 1, 12_000.0, None, 12_000.0, "boat"),
            Quantity(0, 1, 11_000.0, 9_900.0, 12_100.0, "boat"),
            None,
        ),
        (Quantity(0, 1, 9_000.0, 8_100.0, 9_900.0, "boat"), exact(9_400), "⊃"),
        (Quantity(0, 1, 9_000.0, 8_100.0, 9_900.0, "boat"), exact(9_600), None),
        (Quantity(0, 1, 80.0, 72.0, 80.0, "boat"), exact(77), "⊃"),
        (exact(20), exact(18), None),
        (exact(4), exact(4.1), "⊃"),
        (exact(0), exact(3), None),
    ],
)
def test_a_rounder_figure_is_vaguer_where_its_wording_allows(
    vague: Quantity, other: Quantity, sign: str | None
) -> None:
    assert vaguer_figures.vaguer(vague, other) == sign
    assert vaguer_figures.vaguer(other, vague) == (sign and "⊂")


@given(st.floats(-1e15, 1e15), st.floats(-1e15, 1e15))
def test_no_two_figures_are_vaguer_than_each_other(one: float, two: float) -> None:
    a, b = exact(one), exact(two)
    assert vaguer_figures.vaguer(a, a) is None
    assert (vaguer_figures.vaguer(a, b) is None) == (vaguer_figures.vaguer(b, a) is None)


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=60))
def test_polarity_of_any_text(text: str, lead: str, other: str) -> None:
    one, two = PassageFeatures(text, offset=len(lead), context=lead + text), PassageFeatures(other)
    denial = polarity.denial(one, two)
    assert denial is None or all(said in lead + text for said in denial.only_a)
    assert denial is None or all(said in other for said in denial.only_b)
    found, turned = polarity.opposite(one, two), polarity.opposite(two, one)
    assert (found and found.turned()) == turned


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "Roth was given a suspended sentence of 18 months",
            "Roth got a year and a half on probation",
            "agree",
        ),
        (
            "Roth was sentenced to 4.5 years in prison",
            "Roth was jailed for four years and six months",
            "agree",
        ),
        ("Roth was sentenced to seven years in prison", "Roth was jailed for six years", "conflict"),
        ("Roth was jailed for two years", "Roth was jailed for 24 months", "agree"),
        ("Roth was jailed for two years", "Roth was jailed for 18 months", "conflict"),
        ("The rescue at Elm took 48 hours", "The rescue at Elm took two days", "agree"),
        (
            "They demanded seven years in prison for Roth",
            "Roth was sentenced to six years in prison",
            "related",
        ),
    ],
)
def test_lengths_of_time_are_compared_in_any_unit(a: str, b: str, expected: str) -> None:
    assert relation(a, b) == relation(b, a) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The pill cut admissions by 30 per cent", "The pill cut admissions by about a third"),
        ("The Roth family owns 34% of the brewery", "The Roth family owns just over a third of the brewery"),
        ("The Roth family owns 26% of the brewery", "The Roth family owns a quarter of the brewery"),
        ("Dizziness was reported by 12% of patients", "Dizziness was reported by one patient in eight"),
    ],
)
def test_a_share_in_words_is_a_vaguer_percentage(a: str, b: str) -> None:
    assert relation(a, b) == relation(b, a) == "refine"


def test_two_measures_that_both_fall_are_not_one() -> None:
    assert relation("Sales at Roth fell by 12 per cent", "Profits at Roth fell by 9 per cent") == "related"


def test_a_kind_of_people_is_a_part_of_the_people() -> None:
    assert relation("Three people were injured in Elm", "Two officers were injured in Elm") == "refine"
    assert relation("Two people were injured in Elm", "Three officers were injured in Elm") == "conflict"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Ruiz has the 41 votes needed to block the bill",
            "It takes 60 votes to overcome a block of the bill",
        ),
        (
            "The town set aside 3 million euros to repair the bridge",
            "The town has 5 million euros to replace the bridge",
        ),
        (
            "The firm hired 40 guards to watch the port",
            "The firm hired 60 guards to escort ships from the port",
        ),
        ("The court gave them 30 days to appeal the ruling", "The court gave them 45 days to leave the flat"),
    ],
)
def test_figures_for_other_ends_are_no_conflict(a: str, b: str) -> None:
    assert relation(a, b) != "conflict"


def test_figures_for_one_end_in_other_words_conflict() -> None:
    assert relation("The town set aside 3 million euros to repair the bridge",
                    "The town set aside 5 million euros to fix the bridge") == "conflict"  # fmt: skip


@pytest.mark.parametrize("told", ["Norda reported", "Norda said", "according to Norda"])
def test_where_both_have_it_from_is_nothing_that_both_state(told: str) -> None:
    a, b = f"The envoy praised the harvest on a visit, {told}", f"A visit by the minister is planned, {told}"
    assert relation(a, b) == "related"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "A 6.1 magnitude earthquake hit the north coast",
            "A 7.4 magnitude earthquake on the north coast in 2004 swept villages away",
        ),
        (
            "The plant made 40,000 pumps in 2023",
            "The plant made 55,000 pumps at its two halls in Ostrand in May 2019",
        ),
        (
            "The storm of 2011 left 14 people dead on the coast of Bergen",
            "It was the worst since 19 people were left dead by a storm on the coast of Bergen in 1998",
        ),
    ],
)
def test_a_year_told_behind_a_figure_is_of_it(a: str, b: str) -> None:
    assert relation(a, b) != "conflict"
