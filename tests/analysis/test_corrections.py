from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis.analysed_article import AnalysedArticle, analysed
from seedreader.analysis.corrections import MARKED
from seedreader.article import CORRECTIONS, Article, Claim, Correction, Range, Span, Speaker

DAY = date(2021, 9, 15)
TEXT = """Flood hits Bergen

Subscribe to our newsletter and get the news in your inbox every morning.
The flood killed 14 people in Bergen on Monday, the mayor said.
The ministry closed the harbour of Bergen after the flood had sunk many boats.
What a sight the old town is at dusk!
"""
APPEAL = "Subscribe to our newsletter and get the news in your inbox every morning."
KILLED = "The flood killed 14 people in Bergen on Monday"
CLOSED = "The ministry closed the harbour of Bergen after the flood had sunk many boats"
SIGHT = "What a sight the old town is at dusk"


def place(words: str, text: str = TEXT) -> Range:
    start = text.index(words)
    return start, start + len(words)


def corrected(*said: tuple[str, str], text: str = TEXT) -> AnalysedArticle:
    """The article with corrections, each given as its kind and the words that it stands on."""
    marks = [Correction(*place(words, text), kind) for kind, words in said]
    return analysed(Article(text, "Bell", published=DAY), corrections=marks)


def boilerplate(article: AnalysedArticle) -> list[str]:
    return [article.text[span.start : span.end] for span in article.boilerplate]


def claims(article: AnalysedArticle) -> list[str]:
    return [article.text[claim.start : claim.end] for claim in article.claims]


def test_the_engine_alone_finds_this() -> None:
    assert boilerplate(corrected()) == [APPEAL]
    assert claims(corrected()) == [KILLED, CLOSED]


def said_by(article: AnalysedArticle, words: str) -> Speaker | None:
    return next(c.speaker for c in article.claims if (c.start, c.end) == place(words))


def test_the_reader_says_who_says_a_claim() -> None:
    named = Correction(*place(CLOSED), "speaker", "the  Mayor")
    article = analysed(Article(TEXT, "Bell", published=DAY), corrections=[named])
    assert said_by(article, CLOSED) == Speaker(*place("the mayor"), "the Mayor")
    closed = next(c for c in article.claims if (c.start, c.end) == place(CLOSED))
    assert "attribution" in closed.kinds
    assert said_by(article, KILLED) == said_by(corrected(), KILLED)


def test_nobody_says_it_but_the_article() -> None:
    nobody = Correction(*place(f"{KILLED}, the mayor said."), "speaker", " ")
    article = analysed(Article(TEXT, "Bell", published=DAY), corrections=[nobody])
    assert said_by(article, KILLED) is None
    assert "attribution" not in article.claims[0].kinds


def test_a_speaker_whom_the_text_does_not_name_stands_nowhere() -> None:
    named = Correction(*place(KILLED), "speaker", "Ann Lee (Tass)")
    article = analysed(Article(TEXT, "Bell", published=DAY), corrections=[named])
    start = place(KILLED)[0]
    assert said_by(article, KILLED) == Speaker(start, start, "Ann Lee (Tass)")


def test_the_last_speaker_said_counts_also_for_a_claim_marked_before() -> None:
    said = [
        Correction(*place(SIGHT), "claim"),
        *(Correction(*place(SIGHT), "speaker", n) for n in ("A", "B")),
    ]
    found = said_by(analysed(Article(TEXT, "Bell", published=DAY), corrections=said), SIGHT)
    assert found is not None
    assert found.text == "B"


def test_marked_boilerplate_is_one_span_and_makes_no_claim() -> None:
    article = corrected(("boilerplate", CLOSED))
    assert article.boilerplate[-1] == Span(*place(CLOSED), MARKED, 1.0)
    assert claims(article) == [KILLED]


def test_marked_boilerplate_is_cut_out_of_what_was_there() -> None:
    article = corrected(("boilerplate", "newsletter and get"))
    kinds = [span.kind for span in article.boilerplate]
    assert boilerplate(article) == [
        "Subscribe to our",
        "newsletter and get",
        "the news in your inbox every morning.",
    ]
    assert kinds == [kinds[0], MARKED, kinds[0]] and kinds[0] != MARKED


def test_what_is_the_article_is_cut_out_of_boilerplate() -> None:
    assert boilerplate(corrected(("article", "newsletter and get"))) == [
        "Subscribe to our",
        "the news in your inbox every morning.",
    ]
    assert boilerplate(corrected(("article", APPEAL))) == []


def test_claims_appear_in_what_is_the_article() -> None:
    text = TEXT.replace(APPEAL, "Subscribe to our newsletter: the company sold 1,250 boats in 2020.")
    line = "Subscribe to our newsletter: the company sold 1,250 boats in 2020."
    before = corrected(("boilerplate", line), text=text)
    after = corrected(("boilerplate", line), ("article", line), text=text)
    assert not [c for c in claims(before) if "1,250" in c]
    assert [c for c in claims(after) if "1,250" in c]


def test_a_claim_stands_on_exactly_the_marked_range() -> None:
    article = corrected(("claim", SIGHT))
    assert article.claims[-1] == Claim(*place(SIGHT), ("event",), 1.0)
    assert claims(article) == [KILLED, CLOSED, SIGHT]


def test_a_marked_claim_has_its_figures_dates_and_speaker() -> None:
    claim = corrected(("claim", "killed 14 people in Bergen on Monday")).claims[0]
    assert [q.figure for q in claim.quantities] == [14]
    assert [d.first for d in claim.dates] == [date(2021, 9, 13)]
    assert claim.speaker is not None and claim.speaker.text == "the mayor"
    assert {"quantity", "date", "attribution"} <= set(claim.kinds)


def test_a_marked_claim_stands_for_the_one_that_is_much_the_same() -> None:
    sentence = f"{KILLED}, the mayor said."
    assert claims(corrected(("claim", sentence))) == [sentence, CLOSED]


def test_a_marked_claim_leaves_those_that_are_another_thing() -> None:
    assert claims(corrected(("claim", "The ministry"))) == [KILLED, "The ministry", CLOSED]


def test_a_claim_in_boilerplate_is_the_article() -> None:
    article = corrected(("claim", "our newsletter"))
    assert "our newsletter" in claims(article)
    assert boilerplate(article) == ["Subscribe to", "and get the news in your inbox every morning."]


def test_no_claim_takes_away_those_that_lie_mostly_in_it() -> None:
    assert claims(corrected(("no claim", KILLED))) == [CLOSED]
    assert claims(corrected(("no claim", "The flood"))) == [KILLED, CLOSED]
    half = CLOSED[: (len(CLOSED) + 1) // 2]
    assert claims(corrected(("no claim", half))) == [KILLED]


@pytest.mark.parametrize(
    ("said", "is_boilerplate", "is_claim"),
    [
        (["boilerplate", "article"], False, True),
        (["article", "boilerplate"], True, False),
        (["boilerplate", "claim"], False, True),
        (["claim", "boilerplate"], True, False),
        (["claim", "no claim"], False, False),
        (["no claim", "claim"], False, True),
        (["no claim", "article"], False, False),
        (["claim", "boilerplate", "article"], False, True),
    ],
)
def test_the_last_word_counts(said: list[str], is_boilerplate: bool, is_claim: bool) -> None:
    article = corrected(*((kind, CLOSED) for kind in said))
    assert (CLOSED in boilerplate(article)) is is_boilerplate
    assert (CLOSED in claims(article)) is is_claim


def test_boilerplate_marked_in_a_claim_later_leaves_the_rest_of_it() -> None:
    credit = "after the flood had sunk many boats"
    assert claims(corrected(("claim", CLOSED), ("boilerplate", credit)))[-1] == CLOSED.removesuffix(
        f" {credit}"
    )
    assert claims(corrected(("claim", CLOSED), ("boilerplate", CLOSED[:-8]))) == [KILLED]


@pytest.mark.parametrize(
    "nothing",
    [
        Correction(5, 5, "boilerplate"),
        Correction(9, 2, "claim"),
        Correction(17, 19, "claim"),
        Correction(-9, 0, "boilerplate"),
        Correction(0, -1, "boilerplate"),
        Correction(10**9, 10**9 + 5, "boilerplate"),
        Correction(0, 17, "something that a newer program says"),
    ],
)
def test_what_says_nothing_is_ignored(nothing: Correction) -> None:
    article = analysed(Article(TEXT, "Bell", published=DAY), corrections=[nothing])
    assert article.boilerplate == corrected().boilerplate
    assert article.claims == corrected().claims


def test_a_range_beyond_the_text_is_clamped() -> None:
    article = analysed(Article(TEXT, "Bell"), corrections=[Correction(-5, 10**9, "boilerplate")])
    assert article.boilerplate == (Span(0, len(TEXT), MARKED, 1.0),)
    assert article.claims == ()


def test_an_article_with_its_corrections_comes_back_as_it_is() -> None:
    source = Article(TEXT, "Bell")
    marks = [Correction(0, 6, "no claim")]
    article = analysed(source, corrections=marks)
    assert analysed(article, corrections=marks) is article
    other = analysed(article)
    assert other is not article and other.corrections == ()
    assert other == article == source and len({other, article, source}) == 1


def test_a_huge_line_marked_as_a_claim_is_one() -> None:
    for text in ('"' * 100_000, "The flood killed 14 people. " * 2_000):
        article = analysed(
            Article(text, "long", sentences_given=()), corrections=[Correction(0, len(text), "claim")]
        )
        assert [(c.start, c.end) for c in article.claims] == [(0, len(text))]


marks = st.lists(
    st.builds(
        Correction,
        st.integers(-5, len(TEXT) + 20),
        st.integers(-5, len(TEXT) + 20),
        st.sampled_from(CORRECTIONS),
    ),
    max_size=8,
)


@given(marks)
def test_any_corrections_keep_spans_apart_and_claims_in_order(said: list[Correction]) -> None:
    article = analysed(Article(TEXT, "Bell", published=DAY), corrections=said)
    spans = article.boilerplate
    assert all(0 <= s.start < s.end <= len(TEXT) and TEXT[s.start : s.end].strip() for s in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    starts = [claim.start for claim in article.claims]
    assert starts == sorted(starts)
    assert all(0 <= c.start < c.end <= len(TEXT) for c in article.claims)
    assert not any(s.start < c.end and c.start < s.end for s in spans for c in article.claims)
    assert len({(c.start, c.end) for c in article.claims}) == len(article.claims)


@given(marks, st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.sampled_from(CORRECTIONS))
def test_the_last_correction_always_holds(said: list[Correction], one: int, two: int, kind: str) -> None:
    start, end = sorted((one, two))
    if not TEXT[start:end].strip():
        return
    last = Correction(start, end, kind)
    article = analysed(Article(TEXT, "Bell", published=DAY), corrections=[*said, last])
    touching = [s for s in article.boilerplate if s.start < end and start < s.end]
    if kind == "boilerplate":
        assert touching == [Span(start, end, MARKED, 1.0)]
    elif kind in ("article", "claim"):
        assert touching == []
    exact = [c for c in article.claims if (c.start, c.end) == (start, end)]
    assert len(exact) == (kind == "claim") or kind in ("article", "speaker")
    if kind == "no claim":
        inside = [(max(start, c.start), min(end, c.end), c) for c in article.claims]
        assert all(2 * (stop - first) < c.end - c.start for first, stop, c in inside)


@given(
    st.text(max_size=60),
    st.lists(st.builds(Correction, st.integers(), st.integers(), st.sampled_from(CORRECTIONS))),
)
def test_no_text_and_no_correction_raises(text: str, said: list[Correction]) -> None:
    article = analysed(Article(text, "any"), corrections=said)
    assert all(c.end <= len(text) for c in article.claims)
    assert all(s.end <= len(text) for s in article.boilerplate)
