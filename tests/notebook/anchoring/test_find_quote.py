from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from seedreader.notebook.anchoring.find_quote import find_quote
from seedreader.notebook.anchoring.reanchor import ORPHAN, STATES
from seedreader.paths import samples

PARAGRAPHS = (
    "The harbour authority closed the eastern pier on Monday after divers found cracks in its pillars.",
    "Repairs will take eleven weeks, the chief engineer said, and ferries will leave from the fish market.",
    "Shopkeepers near the pier fear a quiet summer; two cafés have already cut their opening hours.",
    "A petition for a faster repair has 1,400 signatures, although the council has not discussed it yet.",
)
TEXT = "\n\n".join(PARAGRAPHS)
AROUND = 32


def find(
    quote: str, new: str, old: str = TEXT, context: bool = True, place: bool = False
) -> tuple[str, list[str]]:
    start = old.index(quote)
    end = start + len(quote)
    prefix, suffix = (old[max(0, start - AROUND) : start], old[end : end + AROUND]) if context else ("", "")
    found = find_quote(new, quote, prefix, suffix, start if place else None)
    return found.state, [new[slice(*each)] for each in found.ranges]


@pytest.mark.parametrize(
    "quote", ["two cafés", "pier fear", "1,400", PARAGRAPHS[2], TEXT, "arbour author", "s"]
)
def test_a_quote_in_its_context_is_exact(quote: str) -> None:
    assert find(quote, TEXT) == find(quote, f"{TEXT}\n\nThe ferries are full.") == ("exact", [quote])


def test_its_context_tells_which_of_several_it_is() -> None:
    second = TEXT.rindex("pier")
    found = find_quote(f"A pier. {TEXT}", "pier", TEXT[second - AROUND : second], TEXT[second + 4 :][:AROUND])
    assert (found.state, found.ranges) == ("exact", ((second + 8, second + 12),))


def test_its_old_place_tells_which_of_several_it_is() -> None:
    old = f"{TEXT}\n\n{TEXT}\n\n{TEXT}"
    quote = "two cafés have already cut"
    assert find(quote, old) == ("orphan", [])
    at = old.rindex(quote)
    context = old[at - AROUND : at], old[at + len(quote) :][:AROUND]
    assert find_quote(old, quote, *context, at).ranges == ((at, at + len(quote)),)
    assert find_quote(old, quote, *context, at).state == "exact"
    later = find_quote(f"Now: {old}", quote, *context, at)
    assert (later.state, later.ranges) == ("uncertain", ((at + 5, at + 5 + len(quote)),))


def test_without_context_a_long_quote_and_one_at_its_old_place_are_exact() -> None:
    assert find(PARAGRAPHS[1], TEXT, context=False) == ("exact", [PARAGRAPHS[1]])
    assert find("1,400", TEXT, context=False) == ("uncertain", ["1,400"])
    assert find("1,400", TEXT, context=False, place=True) == ("exact", ["1,400"])
    assert find("pier", TEXT, context=False) == ("orphan", [])


def test_white_space_makes_no_difference() -> None:
    assert find(PARAGRAPHS[1], TEXT.replace(" ", "\n"))[0] == "exact"


def test_other_marks_and_case_are_edits() -> None:
    old = f'{TEXT} "It\'s our harbour - not theirs," one owner said.'
    new = f"{TEXT} “It’s our Harbour – not theirs,” one owner said."
    assert find('"It\'s our harbour - not theirs,"', new, old) == (
        "edited",
        ["“It’s our Harbour – not theirs,”"],
    )


def test_a_reworded_quote_is_found_between_its_context() -> None:
    new = TEXT.replace("eleven weeks", "twelve long weeks").replace("fish market", "northern quay")
    assert find(PARAGRAPHS[1], new) == ("edited", [new.split("\n\n")[1]])
    assert find("market", TEXT.replace("market", "quay")) == ("uncertain", ["quay"])


@pytest.mark.parametrize("quote", [PARAGRAPHS[1], "eleven weeks", "the chief engineer", "market"])
def test_a_deleted_passage_is_an_orphan(quote: str) -> None:
    new = f"{TEXT.replace(PARAGRAPHS[1], '')}\n\nLast year the market was closed for eleven weeks."
    assert find(quote, new) == ("orphan", [])


def test_nothing_to_find_or_to_find_it_in() -> None:
    assert find_quote(TEXT, "") == find_quote(TEXT, " \n", "authority", "closed") == ORPHAN
    assert find_quote("", "pier") == find_quote("Quite another story", "pier", "the", "fear") == ORPHAN


def test_scripts_without_spaces() -> None:
    old, new = "东港码头周一关闭。维修需要十一周。", "快讯：东港码头周一关闭。维修需要十二周。"
    assert find("码头周一", new, old) == ("exact", ["码头周一"])
    assert find("维修需要十一周", new, old) == ("edited", ["维修需要十二周"])


@pytest.mark.parametrize("path", sorted(samples().glob("*.txt")), ids=lambda p: p.name[:3])
def test_passages_of_an_unchanged_text_are_never_found_elsewhere(path: Path) -> None:
    text = path.read_text("utf-8")
    for start in range(0, len(text), 211):
        end = min(start + 60, len(text))
        found = find_quote(
            text, text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND]
        )
        if found.state == "exact":
            assert text[slice(*found.ranges[0])].split() == text[start:end].split()
        if found.ranges and text.count(text[start:end].strip()) == 1:
            assert found.ranges[0][0] < end
            assert start < found.ranges[-1][1]


PARTS = st.lists(
    st.sampled_from(["the", "pier", "11", "Ä", ". ", "\n", " ", "港", "\0", "🙂", "\ud800", "é", "ﬁ"])
)
TEXTS = PARTS.map("".join) | st.text(max_size=60)


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, TEXTS, TEXTS, st.none() | st.integers(-5, 10**30))
def test_any_texts(text: str, exact: str, prefix: str, suffix: str, start: int | None) -> None:
    found = find_quote(text, exact, prefix, suffix, start)
    assert found.state in STATES
    assert bool(found.ranges) == (found.state != "orphan")
    assert all(0 <= a < b <= len(text) for a, b in found.ranges)
    if found.state == "exact":
        assert text[slice(*found.ranges[0])].split() == exact.split()


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("a " * 100_000, "a"),
        ("a b " * 50_000, "b a " * 20_000),
        ("x" * 500_000, "x" * 400_000),
        (" ".join(map(str, range(60_000))), " ".join(map(str, range(20_000, 0, -1)))),
    ],
    ids=["one word", "two words", "one long word", "reversed"],
)
def test_large_texts_take_no_more_than_seconds(text: str, quote: str) -> None:
    assert find_quote(text, quote, "some words before", "and some behind it").state in STATES
