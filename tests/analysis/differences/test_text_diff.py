from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.analysis import sentences
from seedreader.analysis.differences import wording_diff
from seedreader.analysis.differences.diff_values import ADDED, DROPPED, LEFT, MOVED, REWORDED, SAME
from seedreader.analysis.differences.text_diff import DiffText, TextDiff, compare_texts
from seedreader.ingest.load_files import load

PIER = "The council approved the new pier in the old harbour on Monday."
COST = "It will cost about 4 million euros, mayor Ana Ruiz told the newspaper of the town."
CROWD = "More than 300 residents came to the meeting, and most of them were against the plan."
TRAM = "A tram will run along the whole length of it from the second summer on."
PARK = "Some of those who live nearby had asked for a park with many trees instead."
FISH = "Fishermen fear that the nets which they leave there overnight will be in the way."


def text(*parts: str, boilerplate: tuple[tuple[int, int], ...] = ()) -> DiffText:
    whole = "\n".join(parts)
    return DiffText(whole, sentences.split_sentences(whole), boilerplate)


def kinds(found: TextDiff) -> list[str]:
    return [block.kind for block in found.blocks]


def facts(old: DiffText, new: DiffText) -> list[tuple[str, str | None, str | None]]:
    return [
        (
            fact.kind,
            old.text[slice(*fact.old)] if fact.old else None,
            new.text[slice(*fact.new)] if fact.new else None,
        )
        for fact in compare_texts(old, new).changed
    ]


def test_one_text_is_the_same_throughout() -> None:
    found = compare_texts(text(PIER, COST, CROWD), text(PIER, COST, CROWD))
    assert kinds(found) == [SAME, SAME, SAME]
    assert found.alike == 1.0 and not found.changed


def test_a_sentence_is_added_and_another_dropped() -> None:
    old, new = text(PIER, COST, CROWD), text(PIER, TRAM, CROWD)
    found = compare_texts(old, new)
    assert kinds(found) == [SAME, DROPPED, ADDED, SAME]
    assert old.text[slice(*found.blocks[1].old)] == COST
    assert new.text[slice(*found.blocks[2].new)] == TRAM
    assert 0.5 < found.alike < 0.9


def test_a_reworded_sentence_has_its_words() -> None:
    old, new = text(PIER, COST), text(PIER, COST.replace("4 million", "6 million").replace("told", "said to"))
    found = compare_texts(old, new)
    assert kinds(found) == [SAME, REWORDED]
    changes = found.blocks[1].changes
    assert [old.text[slice(*change.old)] for change in changes] == ["4 million", "told"]
    assert [new.text[slice(*change.new)] for change in changes] == ["6 million", "said to"]
    assert facts(old, new) == [("number", "4 million", "6 million")]


def test_a_sentence_that_moved_is_told_in_both_places() -> None:
    old, new = text(PIER, COST, CROWD, TRAM, PARK), text(PIER, CROWD, TRAM, PARK, COST)
    found = compare_texts(old, new)
    assert kinds(found) == [SAME, LEFT, SAME, SAME, SAME, MOVED]
    assert found.blocks[1].old == found.blocks[5].old
    assert found.blocks[1].down and found.blocks[5].down
    back = compare_texts(new, old)
    assert kinds(back) == [SAME, MOVED, SAME, SAME, SAME, LEFT]
    assert not back.blocks[1].down and not back.blocks[5].down


def test_sentences_that_moved_together_are_one_block() -> None:
    old, new = text(PIER, COST, CROWD, TRAM, PARK, FISH), text(PIER, TRAM, PARK, FISH, COST, CROWD)
    found = compare_texts(old, new)
    assert found.count(MOVED) == 1
    moved = next(block for block in found.blocks if block.kind == MOVED)
    assert new.text[slice(*moved.new)] == f"{COST}\n{CROWD}"


def test_what_moved_may_be_reworded_too() -> None:
    old = text(PIER, COST, CROWD, TRAM, PARK)
    new = text(PIER, CROWD, TRAM, PARK, COST.replace("Ana Ruiz", "Eva Holm"))
    assert facts(old, new) == [("name", "Ana Ruiz", "Eva Holm")]


def test_a_sentence_split_in_two_stays_one_block() -> None:
    joined = "The council approved the pier on Monday evening, and the mayor said that work begins at once."
    parted = "The council approved the pier on Monday evening. The mayor said that work begins at once."
    found = compare_texts(text(joined, COST), text(parted, COST))
    assert kinds(found) == [REWORDED, SAME]


def test_lines_broken_elsewhere_are_the_same() -> None:
    words = f"{PIER} {COST} {CROWD}".split()
    old = "\n".join(" ".join(words[k : k + 7]) for k in range(0, len(words), 7))
    new = "\n".join(" ".join(words[k : k + 9]) for k in range(0, len(words), 9))
    found = compare_texts(
        DiffText(old, sentences.split_sentences(old)), DiffText(new, sentences.split_sentences(new))
    )
    assert set(kinds(found)) == {SAME} and found.alike == 1.0


def test_case_punctuation_and_quotation_marks_are_light() -> None:
    old = text(PIER, 'The mayor said: "We are glad" and left.')
    new = text(PIER, "The Mayor said, “we are glad” and left.")
    found = compare_texts(old, new)
    assert kinds(found) == [SAME, SAME] and found.alike == 1.0
    changes = found.blocks[1].changes
    assert all(change.light for change in changes)
    assert [new.text[slice(*change.new)] for change in changes] == ["Mayor", ",", "we"]


def test_a_number_spelt_otherwise_is_no_change() -> None:
    assert facts(text(CROWD), text(CROWD.replace("300", "three hundred"))) == []


def test_boilerplate_does_not_count() -> None:
    old, new = text(PIER, COST), text("Sign up here for news.", PIER, COST, boilerplate=((0, 22),))
    found = compare_texts(old, new)
    assert found.blocks[0].is_boilerplate and found.blocks[0].kind == ADDED
    assert found.count(ADDED) == 0 and found.alike == 1.0


def test_texts_with_nothing_in_common() -> None:
    found = compare_texts(text(PIER, COST), text(FISH, PARK))
    assert set(kinds(found)) == {DROPPED, ADDED}
    assert found.alike < 0.1


@pytest.mark.parametrize("one", ["", "\n \n", PIER, "\x00", "。" * 5])
@pytest.mark.parametrize("two", ["", " ", PIER, "\ud800\u202e"])
def test_empty_and_odd_texts(one: str, two: str) -> None:
    holds(text(one), text(two))


def holds(old: DiffText, new: DiffText) -> None:
    """The blocks are both texts, sentence by sentence, and what does not differ in them is the same."""
    found = compare_texts(old, new)
    for side, of in ((0, old), (1, new)):
        here = [b for b in found.blocks if (b.in_old, b.in_new)[side]]
        spans = [(b.old, b.new)[side] for b in here]
        assert "".join("".join(of.text[a:b].split()) for a, b in spans) == "".join(of.text.split())
        assert all(one[1] <= two[0] for one, two in pairwise(spans))
    for block in found.blocks:
        assert 0 <= block.old[0] <= block.old[1] <= len(old.text)
        assert 0 <= block.new[0] <= block.new[1] <= len(new.text)
        if block.kind in (SAME, REWORDED, MOVED):
            reconstructs(old.text, new.text, block.old, block.new, block.changes)
    moves = {LEFT: [], MOVED: []}  # type: dict[str, list[object]]
    for block in found.blocks:
        if block.kind in moves:
            moves[block.kind].append((block.old, block.new))
    assert 0.0 <= found.alike <= 1.0
    for fact in found.changed:
        block = found.blocks[fact.block]
        for part, span in ((fact.old, block.old), (fact.new, block.new)):
            assert part is None or span[0] <= part[0] < part[1] <= span[1]


def reconstructs(old: str, new: str, a: tuple[int, int], b: tuple[int, int], changes: object) -> None:
    """Between the changes both texts have the same words."""
    assert isinstance(changes, tuple)
    at, there = a[0], b[0]
    for change in (*changes, None):
        one, two = (change.old, change.new) if change else ((a[1], a[1]), (b[1], b[1]))
        assert at <= one[0] <= one[1] <= a[1] and there <= two[0] <= two[1] <= b[1]
        assert plain(old[at : one[0]]) == plain(new[there : two[0]])
        at, there = one[1], two[1]


def plain(text: str) -> str:
    import unicodedata

    marks = str.maketrans("‘’‚‛“”„‟«»′″‐‑‒–—―−", '\'\'\'\'""""""\'"-------')
    return unicodedata.normalize("NFKC", "".join(text.split())).translate(marks).casefold()


PIECES = st.sampled_from(
    [PIER, COST, CROWD, TRAM, PARK, FISH, "Yes.", "“No,” he said.", "12,000 came.", "Über 3 Jahre", "\n", "…"]
)


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=8), st.data())
def test_blocks_reconstruct_both_texts(parts: list[str], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(parts))))
    other = [parts[k] for k in order]
    words = " ".join(other).split(" ")
    if data.draw(st.booleans()) and words:
        words[data.draw(st.integers(0, len(words) - 1))] = data.draw(st.sampled_from(["", "7", "Anna", "x"]))
    holds(text(*parts), text(" ".join(words)))


@settings(max_examples=100)
@given(st.text(max_size=120), st.text(max_size=120))
def test_any_two_texts_are_compared(one: str, two: str) -> None:
    holds(text(one), text(two))


def test_the_samples_are_reconstructed(seeds: list[Path]) -> None:
    read = [text(article.text) for article in load(seeds).articles]
    for one, two in pairwise([*read, read[0]]):
        holds(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Turnout was 31.55 percent there.", "Turnout was $13,625,777 there."),
        (
            "The party took 31 of the seats in the north of the country last autumn, she said.",
            "The party paid 13 workers to clean every wall along one canal behind stations.",
        ),
    ],
)
def test_figures_that_nothing_ties_together_are_not_one_that_changed(one: str, two: str) -> None:
    told = wording_diff.compare_wordings(one, (0, len(one)), two, (0, len(two))).facts
    assert told
    assert all(was is None or now is None for kind, was, now in told if kind == "number")


def test_a_figure_that_was_corrected_or_got_its_unit_is_one_that_changed() -> None:
    for one, two in (("Some 412 people came.", "Some 430 people came."), ("It cost 5.", "It cost $6.")):
        ((_, was, now),) = wording_diff.compare_wordings(one, (0, len(one)), two, (0, len(two))).facts
        assert was
        assert now
