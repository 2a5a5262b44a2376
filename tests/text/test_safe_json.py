from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.notebook import exchange
from seedreader.report.references import csl_json
from seedreader.report.references.reference import Reference
from seedreader.text.safe_json import safe_json
from tests.notebook.exchange.made import FORTY, SMALL, annotation

HOSTILE = "</script><!--&\x7f\x9b31m\u202e\u2066\u200f\u061c\ufeff"


@given(st.text())
def test_the_value_is_the_same(text: str) -> None:
    assert json.loads("".join(safe_json({text: [text]}))) == {text: [text]}
    assert "".join(safe_json(text, ascii=True)).isascii()


def test_nothing_in_it_drives_a_terminal_or_ends_a_script() -> None:
    written = "".join(safe_json({HOSTILE: HOSTILE}))
    assert written.isascii()
    assert not set("<>&\x7f") & set(written)
    assert json.loads(written) == {HOSTILE: HOSTILE}


@pytest.mark.parametrize("format", ["json", "jsonld", "hypothesis", "claimreview"])
def test_every_export_in_json_may_stand_in_a_page(format: str) -> None:
    note = annotation(1, "note", HOSTILE, FORTY)
    verdict = SMALL.annotations[2]
    data = exchange.export(replace(SMALL, annotations=(note, verdict)), format)
    assert not set("<>&\x9b\u202e") & set(data.decode())
    assert "script" in data.decode()


def test_references_may_stand_in_a_page() -> None:
    assert "<" not in csl_json.write([Reference("a", "webpage", HOSTILE)])
