"""A quotation and a long sentence behind it are told in little time."""

from __future__ import annotations

from time import process_time

import seedreader

SECONDS = 2.0
"""Far more than a moment; a pattern that tries every way to part the words needs longer than a life."""


def test_a_long_sentence_behind_a_quotation_is_read_at_once() -> None:
    told = " ".join(f"ward{i}" for i in range(60))
    text = f'"The roof fell in." She said in {told}.'
    begin = process_time()
    article = seedreader.read_text(text)
    assert article.claims is not None
    assert process_time() - begin < SECONDS
