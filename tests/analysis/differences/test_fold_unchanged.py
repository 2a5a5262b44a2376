from __future__ import annotations

from seedreader.analysis.differences.diff_values import ADDED, DROPPED, REWORDED, SAME, ChangedFact, DiffBlock
from seedreader.analysis.differences.fold_unchanged import FACTS, MoreFacts, UnchangedBlocks, is_change, items
from seedreader.analysis.differences.text_diff import TextDiff


def blocks(*kinds: str, boilerplate: tuple[int, ...] = ()) -> tuple[DiffBlock, ...]:
    return tuple(
        DiffBlock(kind, (10 * k, 10 * k + 9), (10 * k, 10 * k + 9), is_boilerplate=k in boilerplate)
        for k, kind in enumerate(kinds)
    )


def test_what_is_the_same_is_folded_but_for_what_stands_next_to_a_change() -> None:
    found = blocks(SAME, SAME, SAME, REWORDED, SAME, SAME, SAME, DROPPED)
    assert items(TextDiff(found)) == [
        UnchangedBlocks(0, 2, False),
        *found[2:5],
        found[5],
        *found[6:],
    ]


def test_boilerplate_is_always_folded_and_is_no_change() -> None:
    found = blocks(ADDED, ADDED, SAME, REWORDED, DROPPED, boilerplate=(0, 1, 4))
    assert items(TextDiff(found)) == [
        UnchangedBlocks(0, 2, True),
        found[2],
        found[3],
        UnchangedBlocks(4, 5, True),
    ]
    assert [is_change(block) for block in found] == [False, False, False, True, False]


def test_whole_folds_nothing() -> None:
    found = blocks(SAME, SAME, SAME, ADDED, ADDED, boilerplate=(4,))
    assert items(TextDiff(found), whole=True) == list(found)


def test_texts_without_changes_are_one_fold() -> None:
    assert items(TextDiff(blocks(SAME, SAME, SAME))) == [UnchangedBlocks(0, 3, False)]
    assert items(TextDiff()) == []


def test_numbers_come_first_and_many_facts_are_cut() -> None:
    changed = tuple(
        ChangedFact(kind, (k, k + 1), None, 0) for k, kind in enumerate(("name", "date", "number") * 10)
    )
    found = TextDiff(blocks(REWORDED), changed)
    listed = items(found)
    assert [item.kind for item in listed if isinstance(item, ChangedFact)] == ["number"] * 10 + ["date"] * 2
    assert listed[FACTS] == MoreFacts(30 - FACTS)
    assert len(items(found, whole=True)) == 31
