from __future__ import annotations

import pytest

from seedreader.text.plurals import count


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 sources"), (1, "1 source"), (2, "2 sources"), (1_200, "1,200 sources")]
)
def test_a_number_has_its_noun(number: int, said: str) -> None:
    assert count(number, "source") == said
