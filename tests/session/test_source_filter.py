from datetime import date

import pytest

from seedreader.article import Article
from seedreader.session.source_filter import SourceFilter, source_filter

TIMES = Article(
    "The pier costs 4 million.", "a", outlet="The Times", published=date(2025, 3, 21), title="Pier"
)
HERALD = Article("A tram is planned.", "b", outlet="Herald", updated=date(2025, 5, 2))
UNDATED = Article("Der Café-Streit geht weiter.", "notes")


def allowed(chosen: SourceFilter) -> list[str]:
    return [article.name for article in (TIMES, HERALD, UNDATED) if chosen.allows(article)]


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        (source_filter(), ["a", "b", "notes"]),
        (source_filter(since="2025-04"), ["b"]),
        (source_filter(until="2025-03-21"), ["a"]),
        (source_filter(until="2025-03"), ["a"]),
        (source_filter("2025-03-22", "2025-05-01"), []),
        (source_filter(outlets=["times", "herald"]), ["a", "b"]),
        (source_filter(outlets=["note"]), ["notes"]),
        (source_filter(words=["CAFE"]), ["notes"]),
        (source_filter(words=["pier", "tram"]), []),
        (source_filter("2025", words=["tram"]), ["b"]),
    ],
)
def test_sources_are_chosen_by_date_outlet_and_word(chosen: SourceFilter, names: list[str]) -> None:
    assert allowed(chosen) == names


def test_a_filter_says_what_it_asks_for_and_refuses_what_is_no_day() -> None:
    assert str(source_filter("2025", "2025-03", ["Times"], ["Pier"])) == (
        "since:2025-01-01 until:2025-03-31 outlet:times pier"
    )
    assert source_filter().is_empty
    with pytest.raises(ValueError, match="“yesterday” is no day"):
        source_filter(since="yesterday")
