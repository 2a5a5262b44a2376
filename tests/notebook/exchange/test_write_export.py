"""What the command line and the palette say of an export."""

from __future__ import annotations

from dataclasses import replace

import pytest

from seedreader.notebook import Annotation, Code, NotebookContents, Target, version_of
from seedreader.notebook.exchange import write_export as module
from seedreader.notebook.exchange.write_export import write_codebook, write_export

TEXT = "The pier opened."
NOW = "2025-03-21T08:00:00.000000+00:00"
TARGET = Target(version_of(TEXT), ((4, 8),), "pier")
NOTE = Annotation("1", "note", "seen", TARGET, created=NOW, changed=NOW, written=NOW)
GONE = replace(NOTE, id="2", deleted=NOW)
MARK = replace(NOTE, id="3", kind="highlight", body="green")
CONTENTS = NotebookContents(
    annotations=(NOTE, GONE, MARK), texts={TARGET.version: TEXT}, codes=(Code("harbour", "of the port"),)
)


@pytest.mark.parametrize(
    ("format", "said"),
    [
        ("json", "3 annotations exported as json, 1 of them deleted to notes."),
        ("csv", "2 annotations exported as csv to notes."),
        (
            "claimreview",
            "1 annotation exported as claimreview (1 annotation left out: not supported by claimreview)"
            " to notes.",
        ),
    ],
)
def test_it_is_said_what_went_out_and_what_was_left_out(format: str, said: str) -> None:
    assert write_export(CONTENTS, format).to("notes") == said


def test_a_codebook_is_counted_by_its_rows() -> None:
    assert write_codebook(CONTENTS).said == "1 tag exported as csv"


def test_an_export_too_large_to_come_back_is_warned_of(monkeypatch: pytest.MonkeyPatch) -> None:
    assert write_export(CONTENTS, "json").warning == ""
    monkeypatch.setattr(module, "MAX_BYTES", 10)
    assert "notes merge" in write_export(CONTENTS, "json").warning
    assert write_export(CONTENTS, "csv").warning == ""
