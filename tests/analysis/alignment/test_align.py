from itertools import combinations, pairwise

import hypothesis.strategies as st
from hypothesis import given

from seedreader.analysis.alignment.align import Run, align, heaviest_series, runs
from seedreader.analysis.alignment.word_sequence import split_words

WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=40).map(" ".join)


@given(WORDS, WORDS)
def test_matches_are_one_to_one_and_of_one_word(old_text: str, new_text: str) -> None:
    ids: dict[str, int] = {}
    old, new = split_words(old_text, ids), split_words(new_text, ids)
    alignment = align(old, new)
    pairs = [(i, j) for i, j in enumerate(alignment.new_of) if j >= 0]
    assert len({j for _, j in pairs}) == len(pairs)
    assert all(old.ids[i] == new.ids[j] for i, j in pairs)
    in_place = [j for i, j in pairs if not alignment.moved[i]]
    assert in_place == sorted(in_place)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 4)), max_size=8))
def test_the_heaviest_series_is_the_heaviest(places: list[tuple[int, int]]) -> None:
    found: list[Run] = [(10 * i, j, count) for i, (j, count) in enumerate(places)]

    def in_order(series: tuple[Run, ...]) -> bool:
        return all(a[1] + a[2] <= b[1] for a, b in pairwise(series))

    every = (series for n in range(len(found) + 1) for series in combinations(found, n))
    best = max(sum(run[2] for run in series) for series in every if in_order(series))
    series = heaviest_series(found)
    assert in_order(tuple(series))
    assert sum(run[2] for run in series) == best


@given(st.lists(st.integers(-1, 9), max_size=30))
def test_runs_cover_each_match_once(new_of: list[int]) -> None:
    covered = [(i + k, j + k) for i, j, count in runs(new_of) for k in range(count)]
    assert covered == [(i, j) for i, j in enumerate(new_of) if j >= 0]


def test_what_was_deleted_or_put_in_begins_where_a_sentence_does() -> None:
    ids: dict[str, int] = {}
    gone = "The mayor said that taxes rise."
    long = split_words(f"It rained all day. {gone} The mayor said that schools open again soon.", ids)
    short = split_words("It rained all day. The mayor said that schools open again soon.", ids)
    without = [i for i, j in enumerate(align(long, short).new_of) if j < 0]
    put_in = [i for i in range(len(long.ids)) if i not in align(short, long).new_of]
    assert without == put_in
    assert long.text[long.starts[without[0]] : long.ends[without[-1]]] == gone
