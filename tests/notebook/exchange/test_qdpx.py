from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

from hypothesis import given, settings

from seedreader.notebook import NotebookContents, exchange
from seedreader.notebook.exchange.annotated_passages import living, targets
from seedreader.notebook.exchange.export_text import shown
from tests.notebook.exchange.made import MILL, PAPER, SMALL, notebooks

Q = "{urn:QDA-XML:project:1.0}"
ORDER = {
    "Project": ["Users", "CodeBook", "Sources", "Notes", "Links"],
    "Code": ["Description", "Code"],
    "TextSource": ["Description", "PlainTextSelection"],
    "PlainTextSelection": ["Description", "Coding", "NoteRef"],
    "Note": ["PlainTextContent"],
    "Users": ["User"],
    "CodeBook": ["Codes"],
    "Codes": ["Code"],
    "Sources": ["TextSource"],
    "Notes": ["Note"],
    "Links": ["Link"],
    "Coding": ["CodeRef"],
}
"""What an element may have in it, in the order of the published schema."""

NEVER_EMPTY = {"Users", "CodeBook", "Codes", "Sources", "Notes", "Links", "Coding"}
GUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def opened(contents: NotebookContents) -> tuple[ElementTree.Element, dict[str, str]]:
    """The project and the texts by their guid."""
    with zipfile.ZipFile(io.BytesIO(exchange.export(contents, "qdpx"))) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        texts = {name[8:-4]: archive.read(name).decode() for name in names if name.startswith("sources/")}
        return ElementTree.fromstring(archive.read("project.qde")), texts  # noqa: S314


@settings(max_examples=40)
@given(notebooks())
def test_every_project_has_the_form_of_the_schema(contents: NotebookContents) -> None:
    project, texts = opened(contents)
    guids = [e.attrib["guid"] for e in project.iter() if "guid" in e.attrib]
    assert len(guids) == len(set(guids))
    for element in project.iter():
        name = element.tag.removeprefix(Q)
        children = [child.tag.removeprefix(Q) for child in element]
        order = ORDER.get(name, [])
        assert children == sorted(children, key=order.index)
        assert children or name not in NEVER_EMPTY
        for attribute, value in element.attrib.items():
            if attribute in ("guid", "targetGUID", "originGUID", "creatingUser", "creatingUserGUID"):
                assert GUID.fullmatch(value)
                assert value in guids
    for source in project.iter(f"{Q}TextSource"):
        text = texts.pop(source.attrib["plainTextPath"].removeprefix("internal://").removesuffix(".txt"))
        for selection in source.iter(f"{Q}PlainTextSelection"):
            assert (
                0
                <= int(selection.attrib["startPosition"])
                < int(selection.attrib["endPosition"])
                <= len(text)
            )
    assert texts == {}
    notes = [a.body for a in living(contents).annotations if a.kind == "note"]
    assert len(list(project.iter(f"{Q}Note"))) == len(notes)
    bodies = {note.findtext(f"{Q}PlainTextContent") for note in project.iter(f"{Q}Note")}
    assert bodies == {shown(body) or " " for body in notes}
    assert len(list(project.iter(f"{Q}Link"))) == sum(
        len(targets(a)) == 2 for a in living(contents).annotations
    )


def test_the_same_contents_give_the_same_bytes() -> None:
    assert exchange.export(SMALL, "qdpx") == exchange.export(SMALL, "qdpx")


def test_tags_are_codes_with_their_meaning_on_the_words_that_they_are_on() -> None:
    project, texts = opened(SMALL)
    codes = {code.attrib["name"]: code for code in project.iter(f"{Q}Code")}
    assert list(codes) == [
        "=cmd()", "jobs", "seedreader", "highlight: green", "marked as no claim", "verdict: contradicts",
    ]  # fmt: skip
    assert codes["jobs"].findtext(f"{Q}Description") == "Work lost or won"
    assert codes["jobs"].attrib["color"] == "#cf222e"
    found = []
    for source in project.iter(f"{Q}TextSource"):
        text = texts[source.attrib["guid"]]
        for selection in source.iter(f"{Q}PlainTextSelection"):
            for ref in selection.iter(f"{Q}CodeRef"):
                if ref.attrib["targetGUID"] == codes["jobs"].attrib["guid"]:
                    at = selection.attrib
                    found.append(text[int(at["startPosition"]) : int(at["endPosition"])])
    assert found == ["Forty people lost work."]
    assert sorted(texts.values()) == sorted([MILL, PAPER])


def test_the_folders_of_the_reader_are_not_in_it() -> None:
    project, _ = opened(SMALL)
    assert b"/home/someone" not in ElementTree.tostring(project)


def test_a_program_that_reads_descriptions_alone_gets_the_words_of_every_note() -> None:
    project, _ = opened(SMALL)
    described = [each.findtext(f"{Q}Description") for each in project.iter(f"{Q}PlainTextSelection")]
    assert described.count("Who counted?\r\n=1+1") == 1
