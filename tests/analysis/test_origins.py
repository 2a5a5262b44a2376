from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import origins
from seedreader.analysis.matching import Document

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def prose(seed: int, length: int = 120) -> str:
    """Made-up prose that shares no run of words with that of another seed."""
    draw = Random(seed)
    return " ".join("".join(draw.choices("abcdefghij", k=6)) for _ in range(length))


def docs(*texts: str) -> list[Document]:
    return [Document(text, ()) for text in texts]


def test_unrelated_articles_are_origins_of_their_own() -> None:
    assert origins.group(docs(prose(1), prose(2), prose(3))) == ((0,), (1,), (2,))


def test_a_reprint_shares_its_origin_even_when_cut_and_extended() -> None:
    story = prose(1)
    reprint = story[: len(story) // 2] + " " + prose(2, 40)
    assert origins.group(docs(prose(3), story, reprint)) == ((0,), (1, 2))


def test_case_and_punctuation_do_not_hide_a_copy() -> None:
    assert origins.group(docs(prose(1), prose(1).upper().replace(" ", ", "))) == ((0, 1),)


def test_copies_of_a_copy_share_the_origin() -> None:
    one, two, three = prose(1, 60), prose(2, 60), prose(3, 60)
    assert origins.group(docs(f"{one} {two}", f"{two} {three}", three)) == ((0, 1, 2),)


def test_shared_boilerplate_makes_no_copy() -> None:
    notice = prose(9, 200)
    texts = [f"{prose(i)}\n{notice}" for i in (1, 2)]
    marked = [Document(text, (), ((len(text) - len(notice), len(text)),)) for text in texts]
    assert origins.group(marked) == ((0,), (1,))


def test_quoting_one_statement_makes_no_copy() -> None:
    statement = prose(9, 60)
    for left, right in ("“”", '""'):
        texts = [f"{prose(i, 70)} {left}{statement}{right} {prose(i + 10, 20)}" for i in (1, 2)]
        assert origins.group(docs(*texts)) == ((0,), (1,))


def test_a_speech_in_full_is_a_copy_of_itself() -> None:
    speech = "\n".join(f"“{prose(i, 40)}”" for i in range(5))
    assert origins.group(docs(f"{prose(11, 8)}\n{speech}", f"{prose(12, 8)}\n{speech}")) == ((0, 1),)


def test_a_changed_headline_and_a_new_end_do_not_hide_a_reprint() -> None:
    story = prose(1, 100)
    texts = [f"{prose(2, 9)}\n{story}", f"{prose(3, 9)}\n{story[:400]}\n{prose(4, 30)}", prose(5, 100)]
    assert origins.group(docs(*texts)) == ((0, 1), (2,))


def test_three_reprints_of_a_brief_are_one_origin() -> None:
    brief = prose(1, 16)
    assert origins.group(docs(brief, f"{brief} {prose(2, 6)}", f"{prose(3, 6)} {brief}")) == ((0, 1, 2),)


def test_a_page_of_many_quotation_marks_is_read_in_time() -> None:
    assert origins.group(docs('"' * 200_000, "“" * 200_000, '"a ' * 100_000)) == ((0,), (1,), (2,))


def test_texts_too_short_to_tell_stay_apart() -> None:
    assert origins.group(docs("", "", "Short.", "Short.")) == ((0,), (1,), (2,), (3,))


def test_many_copies_do_not_cost_all_pairs() -> None:
    assert origins.group(docs(*[prose(1)] * 400)) == (tuple(range(400)),)


@given(st.lists(st.text("ab \n", max_size=80), max_size=6))
def test_each_index_occurs_once_in_order_of_first_index(texts: list[str]) -> None:
    groups = origins.group(docs(*texts))
    assert sorted(i for group in groups for i in group) == list(range(len(texts)))
    assert [group[0] for group in groups] == sorted(group[0] for group in groups)
    assert all(list(group) == sorted(group) for group in groups)


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_every_sample_is_a_copy_of_itself(path: Path) -> None:
    text = path.read_text("utf-8")
    assert origins.group(docs(text, prose(1), text)) == ((0, 2), (1,))


@pytest.mark.parametrize(("words", "told"), [(11, False), (12, True)])
def test_eight_runs_of_words_tell_a_copy_and_fewer_do_not(words: int, told: bool) -> None:
    brief = prose(1, words)
    assert (len(origins.group(docs(brief, brief))) == 1) == told


def test_a_brief_cut_from_a_long_report_shares_its_origin() -> None:
    report = prose(1, 400)
    assert origins.group(docs(report, report[:280])) == ((0, 1),)


def test_two_texts_in_one_roundup_share_its_origin() -> None:
    one, two = prose(1, 60), prose(2, 60)
    assert origins.group(docs(one, two, f"{one} {two}")) == ((0, 1, 2),)
