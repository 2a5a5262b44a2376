"""The one line that tells a reason, which way round it is read, and that it is made of the texts."""

from __future__ import annotations

from datetime import date

import pytest

from seedreader.article import Mention, Reason, Speaker
from seedreader.text import reason_sentence

A, B = "It hit at least 40 homes on Monday", "Some 52 houses burned on 14 May 2024"
HOMES, HOUSES = Mention(7, 24), Mention(0, 14)
MONDAY, FOURTEENTH = (
    Mention(28, 34, date(2024, 5, 13), date(2024, 5, 13)),
    Mention(25, 36, date(2024, 5, 14), date(2024, 5, 14)),
)


@pytest.mark.parametrize(
    ("reason", "line"),
    [
        (Reason("figure", HOMES, HOUSES, "≠"), "at least 40 homes ≠ Some 52 houses"),
        (Reason("date", MONDAY, FOURTEENTH, "≠", ("hit",)), "hit Monday (2024-05-13) ≠ 14 May 2024"),
        (Reason("words", shared=("fire", "homes")), "both say fire, homes"),
        (Reason("subject"), "about the same subject"),
        (Reason("copy", likeness=100), "word for word"),
        (Reason("copy", likeness=94), "94 % of the words are the same"),
        (Reason("copy"), "one contains the other word for word"),
        (Reason("hedge", only_b=("may",)), "only one says “may”"),
        (Reason("opposite", only_a=("rose",), only_b=("fell",)), "rose ≠ fell"),
        (Reason("events"), "in articles on different events"),
    ],
)
def test_a_reason_is_one_line(reason: Reason, line: str) -> None:
    assert reason_sentence.sentence(reason, A, B) == line


def test_whose_words_they_are_comes_last() -> None:
    who = Speaker(0, 9, "Ana\n Ruiz")
    said = Reason("words", shared=("fire",))
    assert reason_sentence.sentence(said._replace(speakers=(who, None)), A, B) == (
        "both say fire; attributed in one source only: Ana Ruiz"
    )
    assert said._replace(speakers=(None, who)).dropped and not said.dropped


def test_from_the_other_passage_the_sides_change() -> None:
    reason = Reason("figure", HOMES, HOUSES, "⊂", only_a=("may",), likeness=3)
    turned = reason.turned()
    assert (turned.a, turned.b, turned.sign, turned.only_a, turned.only_b) == (
        HOUSES,
        HOMES,
        "⊃",
        (),
        ("may",),
    )
    assert turned.turned() == reason
