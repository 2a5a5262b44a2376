"""Figures that a wording puts just below what it names."""

from __future__ import annotations

import pytest

from seedreader.analysis import quantities


@pytest.mark.parametrize("hedge", ["nearly", "almost", "just under", "just short of", "not quite"])
def test_a_figure_that_is_not_reached_has_no_lower_bound_and_is_not_exact(hedge: str) -> None:
    text = f"The mill lost {hedge} 300 workers in the spring."
    found = next(q for q in quantities.find(text) if q.figure == 300)
    assert found.low != found.high
    assert found.high is not None and found.high <= 300
    exact = next(q for q in quantities.find(text.replace(f"{hedge} ", "")) if q.figure == 300)
    assert exact.low == exact.high == 300
