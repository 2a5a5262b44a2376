from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.server import Server, served


@pytest.fixture
def server() -> Iterator[Server]:
    with served() as running:
        yield running
