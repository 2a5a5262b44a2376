from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from seedreader.analysis import dates, quantities
from seedreader.analysis.relations.passage_features import PassageFeatures
from seedreader.article import RELATIONS
from seedreader.text import reason_sentence
from tests.analysis.relations.comparing import compared

DAY = date(2021, 9, 15)


def side(text: str, offset: int = 0) -> PassageFeatures:
    """A passage with the quantities and dates that are found in it."""
    padded = "\n" * offset + text
    return PassageFeatures(
        text, None, quantities.find_quantities(padded), dates.find_dates(padded, DAY), offset
    )


def compare(a: str, b: str) -> tuple[str, str]:
    relation, reason = compared(side(a), side(b, 7))
    return relation, reason_sentence.sentence(reason, a, "\n" * 7 + b)


@pytest.mark.parametrize(
    ("a", "b", "relation", "why"),
    [
        (
            "The firm hired up to 900 nurses last spring",
            "About 800 nurses were hired by the firm",
            "conflict",
            "up to 900 nurses ≠ About 800 nurses",
        ),
        (
            "The flood killed 14 people in Bergen",
            "Some 20 people were killed in the flood in Bergen",
            "conflict",
            "14 people ≠ Some 20 people",
        ),
        (
            "The firm hired 900 nurses",
            "At least 900 nurses were hired",
            "agree",
            "900 nurses ≈ At least 900 nurses",
        ),
        ("The firm hired 900 nurses", "It hired 900 nurses in all", "agree", "900 nurses = 900 nurses"),
        (
            "The firm hired 900 nurses",
            "It hired 700 to 900 nurses",
            "refine",
            "900 nurses ⊂ 700 to 900 nurses",
        ),
        ("The firm hired dozens of nurses", "It hired 60 nurses", "refine", "dozens of nurses ⊃ 60 nurses"),
    ],
)
def test_figures_for_one_thing_are_compared(a: str, b: str, relation: str, why: str) -> None:
    assert compare(a, b) == (relation, why)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The firm hired 900 nurses in Oslo", "The firm hired 40 doctors in Oslo"),
        ("The firm hired 900 nurses in Oslo", "The firm hired another 40 nurses in Oslo"),
        ("The firm hired 900 nurses in Oslo", "The firm hired an additional 40 nurses in Oslo"),
        ("The flood killed 14 people in Bergen", "The flood injured 60 people in Bergen"),
        ("The flood killed 14 people on Monday", "The flood killed 9 people on Tuesday"),
        ("It waited 14 years for the treaty", "The minister, 30 years old, signed the treaty"),
        ("It paid $4 million for the harbour", "The tower cost $9 million"),
        ("Ann Ray met Bo Lind in Oslo in 2017", "Ann Ray met Bo Lind in Oslo in 2019"),
        (
            "The storm reached Oslo",
            "The storm did not reach many towns that lie further in the south of the country",
        ),
    ],
)
def test_no_conflict_without_evidence(a: str, b: str) -> None:
    assert compare(a, b)[0] != "conflict"


def test_days_of_an_event_that_happens_once_conflict() -> None:
    relation, why = compare(
        "Norway signed the fish treaty in May 2018", "The treaty on fish, signed in 2016, ended"
    )
    assert (relation, why) == ("conflict", "signed May 2018 ≠ 2016")


def test_days_inside_days_refine() -> None:
    relation, why = compare("Norway signed the treaty last year", "Norway signed the treaty in June 2020")
    assert relation == "refine"
    assert "last year (2020)" in why


def test_a_denial_of_the_same_words_conflicts() -> None:
    relation, why = compare(
        "The ministry closed the harbour of Bergen", "The ministry did not close the harbour of Bergen"
    )
    assert relation == "conflict"
    assert "not" in why


def test_the_same_words_are_a_copy() -> None:
    text = "The ministry closed the harbour of Bergen after the storm"
    assert compare(text, text)[0] == "copy"
    assert compare(text, f"On Monday, {text}, and many boats had to turn")[0] == "copy"


def test_a_changed_figure_is_never_a_copy() -> None:
    text = "The ministry closed the old harbour of Bergen after the storm had sunk {} boats and a ferry there"
    assert compare(text.format(14), text.format(19)) == ("conflict", "14 boats ≠ 19 boats")


def test_the_same_fact_in_other_words_agrees_and_a_hedge_refines() -> None:
    fact = "The ministry closed the harbour of Bergen"
    assert compare(fact, "Bergen harbour was closed by order of the ministry")[0] == "agree"
    assert compare(fact, "Bergen harbour was reportedly closed by the ministry")[0] == "refine"


_TEXT = st.lists(
    st.sampled_from(
        ["up to", "about", "900", "40", "nurses", "doctors", "killed", "signed", "the treaty",
        "in 2018", "last year",
         "Norway", "Sweden", "did not", "reportedly", "on Monday", "another", "close", "harbour"]
    ),
    max_size=16,
).map(" ".join)  # fmt: skip


@given(_TEXT, _TEXT)
@example("Norway Norway Norway", "up to Norway Norway Norway")
def test_the_relation_is_the_same_both_ways(a: str, b: str) -> None:
    one, why = compare(a, b)
    two, _ = compare(b, a)
    assert one == two
    assert one in RELATIONS
    assert why and "\n" not in why


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_compare(a: str, b: str) -> None:
    assert compare(a, b)[0] in RELATIONS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The 59-year-old Ann Ray was hurt in the fire", "The fire hurt the 36-year-old Tom Ray"),
        ("The court jailed the 59-year-old driver", "The court jailed a 36-year-old nurse"),
        ("The navy has seized 31 boats so far", "The navy seized 12 boats"),
        ("Three of the seven boats were seized by the navy", "The navy seized eight boats"),
        ("The navy seized 12 boats", "The navy seized 90 boats"),
        ("One man was seen near the bridge", "Three men were seen near the bridge"),
        ("The club won its last 10 games", "The club took Elm to six games"),
        ("Fuel for the ferry costs 40 percent more", "Rents in Elm rose by 25 percent"),
        ("The navy seized 12 boats in January", "The navy seized 15 boats on Friday"),
    ],
)
def test_figures_of_different_things_are_no_conflict(a: str, b: str) -> None:
    one, two = (
        PassageFeatures(text, None, quantities.find_quantities(text), dates.find_dates(text, None))
        for text in (a, b)
    )
    assert compared(one, two)[0] != "conflict"


def test_ages_of_one_person_may_conflict() -> None:
    assert compare("The 59-year-old Ann Ray was hurt", "The fire hurt 58-year-old Ray")[0] == "conflict"


def test_yet_to_denies_as_not_yet_does() -> None:
    a, b = "Ann Ray had not yet left the ward on Monday", "Ann Ray had yet to leave the ward on Monday"
    assert compare(a, b)[0] != "conflict"


def test_a_year_that_names_an_event_dates_no_other() -> None:
    a, b = "Tom Lee of the 1972 Elm Games died", "Tom Lee of the Elm Games died in 2004"
    assert compare(a, b)[0] != "conflict"


def test_people_count_alike_where_they_fared_alike() -> None:
    a, b = "It lost at least 400 dead and wounded", "Of 900 soldiers, 400 were killed or wounded"
    assert compare(a, b) == ("agree", "at least 400 dead ≈ 400")
