from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import quantities
from seedreader.article import Quantity

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def only(text: str) -> tuple[str, Quantity]:
    (found,) = quantities.find_quantities(text)
    return text[found.start : found.end], found


@pytest.mark.parametrize(
    ("text", "words", "figure", "low", "high", "unit"),
    [
        ("It hired up to 900 nurses.", "up to 900 nurses", 900, None, 900, "nurses"),
        ("Rents went up to 900 euros.", "900 euros", 900, 900, 900, "EUR"),
        ("Prices rose by 4 to 6 percent.", "4 to 6 percent", None, 4, 6, "percent"),
        ("As many as 70 farmers came.", "As many as 70 farmers", 70, None, 70, "farmers"),
        ("It hired twice as many as the 70 farmers.", "70 farmers", 70, 70, 70, "farmers"),
        ("No more than 5 ships sailed.", "No more than 5 ships", 5, None, 5, "ships"),
        ("At least 40 houses burned.", "At least 40 houses", 40, 40, None, "houses"),
        ("It lost more than 2,500 sheep dogs.", "more than 2,500 sheep dogs", 2500, 2500, None, "dogs"),
        (
            "They saw about 200 young Danish sailors.",
            "about 200 young Danish sailors",
            200,
            180,
            220,
            "sailors",
        ),
        ("Nearly 100 cows escaped.", "Nearly 100 cows", 100, 90, 100, "cows"),
        ("Just under 100 cows escaped.", "Just under 100 cows", 100, 90, 100, "cows"),
        ("Just short of 100 cows escaped.", "Just short of 100 cows", 100, 90, 100, "cows"),
        ("Just shy of 100 cows escaped.", "Just shy of 100 cows", 100, 90, 100, "cows"),
        ("Not quite 100 cows escaped.", "Not quite 100 cows", 100, 90, 100, "cows"),
        ("Under 100 cows escaped.", "Under 100 cows", 100, None, 100, "cows"),
        ("Just over 100 cows escaped.", "Just over 100 cows", 100, 100, 110, "cows"),
        ("He served four and a half years.", "four and a half years", 4.5, 4.5, 4.5, "years"),
        ("He served four years and six months.", "four years and six months", 4.5, 4.5, 4.5, "years"),
        ("He served a year and a half.", "a year and a half", 1.5, 1.5, 1.5, "year"),
        ("He served 4½ years.", "4½ years", 4.5, 4.5, 4.5, "years"),
        ("It took two hours, 30 minutes.", "two hours, 30 minutes", 2.5, 2.5, 2.5, "hours"),
        ("A four-and-a-half-year war.", "four-and-a-half-year", 4.5, 4.5, 4.5, "year"),
        ("It took two and a half million euros.", "two and a half million euros", 2.5e6, 2.5e6, 2.5e6, "EUR"),
        ("Nearly half voted.", "Nearly half", 50, 45, 50, "percent"),
        ("Costs fell by half.", "half", 50, 47.5, 52.5, "percent"),
        ("Two thirds voted.", "Two thirds", 66.7, 0.95 * 66.7, 1.05 * 66.7, "percent"),
        ("It hurt one adult in five.", "one adult in five", 20, 19, 21, "percent"),
        ("A boat with 60 aboard sinks.", "60 aboard", 60, 60, 60, "people"),
        ("Fourteen were arrested.", "Fourteen", 14, 14, 14, "people"),
        ("Six died.", "Six", 6, 6, 6, "people"),
        ("It takes 5-6 days.", "5-6 days", None, 5, 6, "days"),
        ("It sold 300 to 400 tickets.", "300 to 400 tickets", None, 300, 400, "tickets"),
        ("Between 300 and 400 tickets went.", "Between 300 and 400 tickets", None, 300, 400, "tickets"),
        ("It cost 2 to 3 million euros.", "2 to 3 million euros", None, 2e6, 3e6, "EUR"),
        ("It gave $3 million away.", "$3 million", 3e6, 3e6, 3e6, "USD"),
        ("Sales fell 4.5 per cent.", "4.5 per cent", 4.5, 4.5, 4.5, "percent"),
        ("Sales fell 4%.", "4%", 4, 4, 4, "percent"),
        ("A 62-year-old man fell.", "62-year-old", 62, 62, 62, "years old"),
        ("The 12-day strike ended.", "12-day", 12, 12, 12, "day"),
        ("Dozens of goats died.", "Dozens of goats", None, 24, 120, "goats"),
        ("Fourteen divers drowned.", "Fourteen divers", 14, 14, 14, "divers"),
        (
            "It bought 80 pieces of 155mm artillery shells.",
            "80 pieces of 155mm artillery shells",
            80,
            80,
            80,
            "shells",
        ),
        ("It bought 60 155 mm howitzers.", "60 155 mm howitzers", 60, 60, 60, "howitzers"),
        ("They need 90 or more volunteers.", "90 or more volunteers", 90, 90, None, "volunteers"),
        ("Another 30 bakers left.", "Another 30 bakers", 30, 30, 30, "bakers"),
        ("It has 1.2m members.", "1.2m members", 1_200_000, 1_200_000, 1_200_000, "members"),
        ("It lost 300k readers.", "300k readers", 300_000, 300_000, 300_000, "readers"),
        ("One in five adults smokes.", "One in five adults", 20, 19, 21, "percent"),
        ("A few hundred people came.", "A few hundred people", None, 200, 1000, "people"),
        ("It owns a 12-storey tower.", "12-storey", 12, 12, 12, "storey"),
        ("It burned 20 square miles.", "20 square miles", 20, 20, 20, "square miles"),
        ("It was 40°C there.", "40°C", 40, 40, 40, "°c"),
        ("The driver, 45, was hurt.", "45", 45, 45, 45, "years old"),
        ("A man aged 25 and his dog fell.", "25", 25, 25, 25, "years old"),
    ],
)
def test_wording_gives_figure_interval_and_unit(
    text: str, words: str, figure: float | None, low: float | None, high: float | None, unit: str
) -> None:
    said, found = only(text)
    assert said == words
    assert found.figure == figure
    assert found.low == pytest.approx(low)
    assert found.high == pytest.approx(high)
    assert found.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "It was a 155mm howitzer.",
        "A Boeing 737 landed.",
        "An F-16 landed.",
        "It opened on Oct. 6.",
        "It opened on 6 October.",
        "It opened in 2019.",
        "At 10:30 they left.",
        "At 9 p.m. they left.",
        "It was the 70th anniversary.",
        "Call 555-0134 now.",
        "The date is 2019-04-03.",
        "1. Open the door",
        "They met in room 12.",
        "Article 5 was invoked.",
        "The two sides met.",
        "No one came.",
        "This one is better.",
        "The 1939-45 war ended.",
        "They won 107-89 at home.",
        "They won by 3 to 2 at home.",
        "Take Route 66 west.",
        "She led it between 2009 and 2013.",
        "He lives at 410 Elm Street in town.",
        "The lift stops at floor 12.",
    ],
)
def test_names_dates_labels_and_pronouns_are_no_quantities(text: str) -> None:
    assert quantities.find_quantities(text) == ()


def test_a_part_counts_what_its_whole_counts() -> None:
    text = "Of the 900 guests invited, 40 are believed to have fallen ill."
    assert [q.unit for q in quantities.find_quantities(text)] == ["guests", "guests"]


def test_the_number_of_something_counts_it() -> None:
    (found,) = quantities.find_quantities(
        "Papers put the number of newly hired Polish nurses at about 20 to 30."
    )
    assert (found.unit, found.low, found.high) == ("nurses", 20, 30)


@given(st.text(max_size=80) | st.text(alphabet="0123456789 ,.-$%aboutmrehndilsp\n", max_size=120))
def test_quantities_lie_in_the_text_in_order_and_never_overlap(text: str) -> None:
    found = quantities.find_quantities(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.integers(1, 9_999_999))
def test_a_hedge_allows_its_own_figure(n: int) -> None:
    for hedge in ("up to", "at least", "about", "nearly", "exactly", "more than"):
        (found,) = quantities.find_quantities(f"They counted {hedge} {n:,} doors there")
        assert found.figure == n
        assert (found.low is None or found.low <= n) and (found.high is None or n <= found.high)


@pytest.mark.parametrize(
    "text", ["9" * 100_000, "1," * 50_000, "one hundred " * 20_000, "about " * 50_000], ids=range(4)
)
def test_a_huge_line_takes_no_quadratic_time(text: str) -> None:
    quantities.find_quantities(text)


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.name)
def test_the_samples_have_quantities_with_units(path: Path) -> None:
    text = path.read_text("utf-8")
    for q in quantities.find_quantities(text):
        assert "\n" not in text[q.start : q.end]
        assert q.low is None or q.high is None or q.low <= q.high


def test_a_change_has_both_its_figures() -> None:
    assert [q.figure for q in quantities.find_quantities("Output fell from 300 to 200 last year.")] == [
        300,
        200,
    ]


def test_a_long_row_of_figures_is_a_table_and_states_nothing() -> None:
    row = "1,200 900 1,150 870 640 1,020 455 310 2,040 980 760 515 "
    assert quantities.find_quantities(row) == ()
    (found,) = quantities.find_quantities(f"{row}\nIn all, the firm hired 900 nurses.")
    assert found.figure == 900


def test_a_part_counts_what_its_whole_does() -> None:
    found = quantities.find_quantities("The keeper saved 178 of 369 shots.")
    assert [(q.figure, q.unit) for q in found] == [(178, "shots"), (369, "shots")]


def test_the_first_word_of_a_paragraph_is_no_name() -> None:
    text = "Storm\nOf 900 soldiers, 400 were hurt."
    assert [(q.figure, q.unit) for q in quantities.find_quantities(text)] == [
        (900, "soldiers"),
        (400, "soldiers"),
    ]


@pytest.mark.parametrize(
    "text",
    ["He worked for three days, two hours a day.", "He got two years in prison and six months on probation."],
)
def test_two_lengths_beside_each_other_are_two(text: str) -> None:
    assert len(quantities.find_quantities(text)) == 2


def test_a_change_by_one_figure_to_another_is_no_range() -> None:
    found = quantities.find_quantities("The budget grows by 8 billion to 62 billion crowns.")
    assert [q.figure for q in found] == [8e9, 62e9]
