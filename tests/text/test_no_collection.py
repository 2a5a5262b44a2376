from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from seedreader.text.no_collection import collection_paused


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    yield
    gc.enable()


def test_cycles_wait_only_while_the_work_is_done() -> None:
    with collection_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_work_that_fails_leaves_the_search_for_cycles_on() -> None:
    with pytest.raises(ValueError, match="stopped"), collection_paused():
        raise ValueError("stopped")
    assert gc.isenabled()


def test_who_has_turned_it_off_finds_it_off() -> None:
    gc.disable()
    with collection_paused():
        pass
    assert not gc.isenabled()
