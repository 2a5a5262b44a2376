"""Figures that a wording puts just below what it names."""

from __future__ import annotations

import pytest

from seedreader.analysis import quantities


@pytest.mark.parametrize("hedge", ["nearly", "almost", "just under", "just short of", "not quite"])
def test_a_figure_that_is_not_quite_reached_is_near_it(hedge: str) -> None:
    """Unlike "under 300", which may be 3."""
    text = f"The mill lost {hedge} 300 workers in the spring."
    (found,) = quantities.find_quantities(text)
    assert text[found.start : found.end].startswith(hedge)
    assert (found.figure, found.high) == (300, 300)
    assert found.low is not None and 200 < found.low < 300
