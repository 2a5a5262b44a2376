from __future__ import annotations

import pytest

from seedreader.ingest.errors import ADVICE, WORDS, Problem, sentence, summary, told


def test_a_problem_in_its_parts() -> None:
    assert told(Problem("a.docx", "encrypted")) == (
        "a.docx", "is locked with a password", "open it in its program and save it without one", "not read",
    )  # fmt: skip
    assert (
        told(Problem("a.html", "lost", "holds article 3, which has no text", lost=2)).cost
        == "2 articles lost"
    )
    assert told(Problem("a.pdf", "lost", "holds page 3 that could not be read")).cost == "part lost"
    assert told(Problem("a.txt", "encoding", "windows-1251")).cost == "nothing lost"


@pytest.mark.parametrize("kind", WORDS)
def test_every_kind_has_words_and_says_what_to_do(kind: str) -> None:
    problem = Problem("a", kind, "what is said; what to do" if kind in ("large", "many", "extra") else "what")
    assert sentence(problem).startswith("a: ")
    assert told(problem).advice or kind in ("extra",)


def test_advice_is_of_kinds_that_exist() -> None:
    assert set(ADVICE) <= set(WORDS)


def test_a_summary_counts_articles_files_and_parts() -> None:
    lost = Problem("a", "lost", "x", lost=3)
    assert summary([lost]) == "1 problem in opening: 3 articles lost"
    assert summary([lost, Problem("b", "empty"), Problem("c", "truncated", "x")]) == (
        "3 problems in opening: 3 articles lost, 1 file not read, 1 file read in part"
    )
    assert summary([Problem("a", "encoding", "x")]) == "1 problem in opening: nothing lost"
