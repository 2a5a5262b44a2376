from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis.analysed_article import analysed
from seedreader.article import Article
from seedreader.session.speaker_candidates import speaker_candidates

TEXT = (
    "Divers looked for survivors, the Wethen coast guard said. "
    "Minister Arne Lodd told the Adlam Courier that the ferry of Caldmar Lines sank. "
    "Rain fell. Bishop Ana Ruiz prayed."
)


def offered(words: str, text: str = TEXT) -> list[str]:
    article = analysed(Article(text, "x"))
    start = text.index(words)
    return list(speaker_candidates(text, (start, start + len(words)), article.sentences, article.claims))


def test_those_in_the_sentence_come_first_then_those_beside_it_then_the_rest() -> None:
    found = offered("the ferry of Caldmar Lines sank")
    assert found[0] == "Minister Arne Lodd"
    assert {"Adlam Courier", "Caldmar Lines"} < set(found[:4])
    assert found.index("Caldmar Lines") < found.index("the Wethen coast guard")
    assert "Bishop Ana Ruiz" not in found


def test_each_is_offered_once() -> None:
    found = offered("Divers looked for survivors")
    assert len({name.casefold() for name in found}) == len(found)
    assert "Divers" not in found


@given(st.text(max_size=200))
def test_any_text_can_be_asked(text: str) -> None:
    found = speaker_candidates(text, (0, len(text)), analysed(Article(text, "x")).sentences, ())
    assert all(1 < len(name) <= 80 for name in found)
