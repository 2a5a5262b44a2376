"""One quotation in two texts: the same, cut shorter, or another one."""

from __future__ import annotations

import pytest

from seedreader.analysis import quantities
from seedreader.analysis.relations import copies
from seedreader.analysis.relations.passage_features import PassageFeatures

WHOLE = "“We will keep the bridge open to lorries through the winter and close it in May,” Ruiz said"


def side(text: str) -> PassageFeatures:
    return PassageFeatures(text, quantities=quantities.find_quantities(text))


def test_a_quotation_in_other_company_is_a_copy() -> None:
    reason = copies.cut(side(WHOLE), side(f"Asked by reporters, Ruiz answered: {WHOLE.split('Ruiz')[0]}"))
    assert reason and reason.kind == "copy"


def test_a_quotation_cut_short_tells_what_is_left_out() -> None:
    short = "Ruiz: “We will keep the bridge open to lorries through the winter”"
    reason = copies.cut(side(WHOLE), side(short))
    assert reason and (reason.kind, reason.only_a, reason.only_b) == (
        "quotation", ("and close it in …",), (),
    )  # fmt: skip
    turned = copies.cut(side(short), side(WHOLE))
    assert turned == reason.turned()


@pytest.mark.parametrize(
    "other",
    [
        "“Nobody asked the people of the village before the works began,” Ruiz said",
        "Ruiz said they would keep the bridge open to lorries through the winter and close it in May",
        "“keep the bridge open”, Ruiz said",
    ],
)
def test_other_quotations_reports_and_scraps_are_not_one(other: str) -> None:
    assert copies.cut(side(WHOLE), side(other)) is None


def test_quotations_with_other_figures_are_not_one() -> None:
    one, two = (f"“We will keep {n} bridges open to lorries through the winter,” Ruiz said" for n in (3, 7))
    assert copies.cut(side(one), side(two)) is None


@pytest.mark.parametrize("more", ["", ", as traders of the region had said for some days that they would"])
def test_one_opposite_word_makes_no_copy_of_a_long_sentence(more: str) -> None:
    text = (
        "Shares of the company that runs the old harbour of the town of Porto Sul rose on the news late "
        "on Monday, when the council told of its plan for a new pier"
    )
    assert copies.copied(side(text), side(text + more))
    assert copies.copied(side(text), side(text.replace("rose", "fell") + more)) is None
