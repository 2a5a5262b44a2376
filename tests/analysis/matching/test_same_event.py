import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import matching, sentences
from seedreader.analysis.matching import Document, event_clustering, same_event

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
    index = matching.build([Document(text, sentences.split_sentences(text)) for text in texts])
    within = [index.sameness(i, j) for i in range(8) for j in range(8) if i != j and i // 4 == j // 4]
    across = [index.sameness(i, j) for i in range(4) for j in range(4, 8)]
    assert min(within) > 0.8 > 0.7 > max(across)


@pytest.mark.parametrize("likeness", [0.0, 0.05, 0.9])
def test_two_documents_alone_are_not_told_apart(likeness: float) -> None:
    assert same_event.sameness([[1.0, likeness], [likeness, 1.0]])[0][1] == 1.0


@given(likenesses())
def test_sameness_is_mutual_and_never_negative(alike: list[list[float]]) -> None:
    found = same_event.sameness(alike)
    assert len(found) == len(alike)
    assert all(found[i][j] == found[j][i] >= 0 for i in range(len(alike)) for j in range(len(alike)))


def blocks(*sizes: int, within: float, across: float) -> list[list[float]]:
    """Likenesses of articles that fall into groups of the given sizes."""
    group = [number for number, size in enumerate(sizes) for _ in range(size)]
    return [
        [1.0 if i == j else within if a == b else across for j, b in enumerate(group)]
        for i, a in enumerate(group)
    ]


@pytest.mark.parametrize("sizes", [(2, 2), (3, 3), (8, 3), (10, 10)])
def test_articles_that_fall_into_two_events_are_parted(sizes: tuple[int, int]) -> None:
    found = event_clustering.events(blocks(*sizes, within=0.4, across=0.1))
    assert [found[0] == number for number in found] == [i < sizes[0] for i in range(sum(sizes))]


def test_three_events_are_parted_too() -> None:
    found = event_clustering.events(blocks(4, 4, 4, within=0.5, across=0.05))
    assert len(set(found)) == 3


@pytest.mark.parametrize("count", [0, 1, 2, 5, 12])
def test_accounts_of_one_event_are_not_parted(count: int) -> None:
    assert len(set(event_clustering.events(blocks(count, within=0.3, across=0.0)))) <= 1


def test_two_reprints_make_no_event_of_their_own() -> None:
    alike = blocks(2, 4, within=0.3, across=0.3)
    alike[0][1] = alike[1][0] = 0.95
    assert len(set(event_clustering.events(alike))) == 1


@given(likenesses())
def test_every_article_has_one_event(alike: list[list[float]]) -> None:
    found = event_clustering.events(alike)
    assert len(found) == len(alike)
    assert set(found) == set(range(len(set(found))))
