import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import matching, matching_events, sentences
from seedreader.analysis.matching import Document

STORM = (
    "Storm {name} tore roofs off houses in {place} on {day}. "
    "{count} people were hurt, police in {place} said."
)
ONE = {"name": "Ada", "place": "Elmport", "day": "Monday", "count": "40"}
TWO = {"name": "Brun", "place": "Oakhaven", "day": "Friday", "count": "70"}
OPENINGS = ["Residents fled.", "Schools were shut.", "Trains stood still.", "Power was lost."]


@st.composite
def likenesses(draw: st.DrawFn) -> list[list[float]]:
    count = draw(st.integers(0, 7))
    result = [[1.0] * count for _ in range(count)]
    for i in range(count):
        for j in range(i):
            result[i][j] = result[j][i] = draw(st.floats(0, 1))
    return result


def test_accounts_of_look_alike_events_are_told_apart() -> None:
    texts = [f"{opening} {STORM.format(**event)}" for event in (ONE, TWO) for opening in OPENINGS]
    index = matching.build([Document(text, sentences.split(text)) for text in texts])
    within = [index.sameness[i][j] for i in range(8) for j in range(8) if i != j and i // 4 == j // 4]
    across = [index.sameness[i][j] for i in range(4) for j in range(4, 8)]
    assert min(within) > 0.8 > 0.7 > max(across)


@pytest.mark.parametrize("likeness", [0.0, 0.05, 0.9])
def test_two_documents_alone_are_not_told_apart(likeness: float) -> None:
    assert matching_events.sameness([[1.0, likeness], [likeness, 1.0]])[0][1] == 1.0


@given(likenesses())
def test_sameness_is_mutual_and_never_negative(alike: list[list[float]]) -> None:
    found = matching_events.sameness(alike)
    assert len(found) == len(alike)
    assert all(found[i][j] == found[j][i] >= 0 for i in range(len(alike)) for j in range(len(alike)))
