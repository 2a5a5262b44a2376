"""An agency's item that comes again, in a file of its own, is a version of one source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from seedreader.article import Article
from seedreader.ingest.load_files import load
from seedreader.story import Story
from seedreader.story.source_versions import group
from seedreader.story.version_pairs import is_earlier, nearest
from tests.ingest.formats.test_agencies import g2_item, g2_message

SAID = "HARBOURTON (AP) _ The mayor said on Friday that {} crates had arrived in the harbour of the town."


def g2(version: int, said: str, name: str = "7") -> str:
    body = f'<inlineXML contenttype="text/plain"><body><p>{said}</p></body></inlineXML>'
    return g2_message(g2_item(body, guid=f"tag:wire.example:{name}", version=str(version)))


def newsml(version: int, said: str, name: str = "7") -> str:
    return (
        "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>wire.example</ProviderId>"
        f'<DateId>20260302</DateId><NewsItemId>{name}</NewsItemId><RevisionId PreviousRevision="0">{version}'
        "</RevisionId></NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>Crates</HeadLine>"
        '</NewsLines><ContentItem><MediaType FormalName="Text"/><DataContent>'
        f"<p>{said}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    )


def nitf(version: int, said: str, name: str = "7") -> str:
    return (
        f'<nitf><head><docdata><doc-id regsrc="WIRE" id-string="2026.{name}"/><du-key version="{version}"/>'
        f"</docdata></head><body><body.head><hedline><hl1>Crates</hl1></hedline></body.head>"
        f"<body.content><p>{said}</p></body.content></body></nitf>"
    )


def ninjs(version: int, said: str, name: str = "7") -> str:
    item = {"uri": f"urn:wire:{name}", "version": str(version), "type": "text", "headline": "Crates"}
    return json.dumps({**item, "versioncreated": "2026-03-02T09:00:00Z", "body_text": said})


def anpa(version: int, said: str, name: str = "7") -> str:
    writing = f", {version - 1}st Ld-Writethru" if version > 1 else ""
    return (
        "\x16\x16\x01W2870^_asian\nf l\x13\x11 BC-XX     3-02 1049\n\x02\x02"
        f"BC-XX--Crates{name}{writing},466<\n^Crates in the town <\n\t   {said} \n \n"
        "\t   \x03AP-WF-03-02-26 1509GMT<\n\n\x0c\n\x04"
    )


def opened(folder: Path, *files: str) -> list[Article]:
    for number, text in enumerate(files):
        (folder / f"{number}.txt").write_text(text)
    articles = list(load([folder]).articles)
    assert len(articles) == len(files)
    return articles


WRITERS = [g2, newsml, nitf, ninjs, anpa]


@pytest.mark.parametrize("write", WRITERS)
def test_what_an_agency_sends_again_is_a_version(tmp_path: Path, write) -> None:  # type: ignore[no-untyped-def]
    files = (
        write(2, SAID.format("12,000")),
        write(1, SAID.format("11,000"), "8"),
        write(1, SAID.format("11,000")),
    )
    articles = opened(tmp_path, *files)
    assert group(articles) == ((0, 2),)
    assert is_earlier(articles[2], articles[0]) and not is_earlier(articles[0], articles[2])
    story = Story(articles)
    assert nearest(story, 0)[0] == 2
    assert story.versions_of(story.articles[0]) == (story.articles[2],)


@pytest.mark.parametrize("write", WRITERS)
def test_another_item_is_another_source(tmp_path: Path, write) -> None:  # type: ignore[no-untyped-def]
    assert group(opened(tmp_path, write(1, SAID.format(3), "7"), write(2, SAID.format(4), "8"))) == ()


def test_an_item_that_names_nothing_but_a_number_may_be_another_agency_s(tmp_path: Path) -> None:
    one, two = (ninjs(number, SAID.format(3)).replace("urn:wire:", "") for number in (1, 2))
    assert group(opened(tmp_path, one, two)) == ()
