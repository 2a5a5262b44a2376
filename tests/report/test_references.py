from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.article import Article, Mark, Provenance, SourceId
from seedreader.report.references import FORMATS, bibtex
from seedreader.report.references.reference import Name, names, references

PIER = Article(
    "The council agreed on the pier.",
    "harbour",
    path="story/mails.mbox",
    source=SourceId("file:///story/mails.mbox", "<7@harbour>"),
    title="Council & Mayor agree: 50% of a {new} pier_1",
    outlet="Harbour News",
    author="Ana Ruiz",
    published=date(2025, 3, 1),
    updated=date(2025, 3, 2),
    url="https://harbour.example/pier?a=1%20b#c_d",
    language="en",
    retrieved=datetime(2026, 11, 30, 9, tzinfo=UTC),
    marks=(Mark("excerpt"),),
)
_LETTERS = {
    r"\textbackslash{}": "\\", r"\textbraceleft{}": "{", r"\textbraceright{}": "}",
    r"\textasciicircum{}": "^", r"\textasciitilde{}": "~",
    r"\{": "{", r"\}": "}", r"\$": "$", r"\&": "&", r"\%": "%", r"\#": "#", r"\_": "_",
}  # fmt: skip


def parsed(written: str) -> list[dict[str, str]]:
    """BibTeX read back as BibTeX reads it: by counting braces, whatever stands before them."""
    found = []
    at = 0
    while match := re.compile(r"@(\w+)\{([^,\s]+),").search(written, at):
        entry = {"": match[1], "key": match[2]}
        at = match.end()
        while field := re.compile(r"\s*(\w+)\s*=\s*\{").match(written, at):
            depth, end = 1, field.end()
            while depth:
                depth += {"{": 1, "}": -1}.get(written[end], 0)
                end += 1
            entry[field[1]] = written[field.end() : end - 1]
            at = end + (written[end] == ",")
        assert written[at : at + 2] == "\n}"
        found.append(entry)
    return found


def shown(value: str) -> str:
    """What LaTeX sets for a value."""
    pattern = "|".join(map(re.escape, _LETTERS)) + r"|[{}]"
    return re.sub(pattern, lambda match: _LETTERS.get(match[0], ""), value)


def bib(*articles: Article) -> list[dict[str, str]]:
    return parsed(FORMATS["bibtex"].write(articles))


def test_bibtex_has_what_there_is_to_cite() -> None:
    (entry,) = bib(PIER)
    assert (entry[""], entry["key"]) == ("article", "ruiz2025council")
    assert entry["author"] == "Ruiz, Ana"
    assert shown(entry["title"]) == PIER.title
    assert (entry["journal"], entry["date"], entry["year"]) == ("Harbour News", "2025-03-01", "2025")
    assert (entry["url"], entry["urldate"]) == (PIER.url, "2026-11-30")
    assert entry["language"] == "english"
    assert shown(entry["note"]) == (
        "marked: excerpt; updated 2025-03-02; read from story/mails.mbox › <7@harbour>"
    )


def test_words_with_capitals_keep_them() -> None:
    (entry,) = bib(replace(PIER, title="EU and iPhone: a new pier"))
    assert entry["title"] == "{EU} and {iPhone:} a new pier"


def test_what_zotero_reads_of_an_article_and_of_a_chat() -> None:
    assert bib(PIER)[0]["entrysubtype"] == "newspaper"
    channel = Article("a", "a", outlet="Pier News", title="A pier", provenance=Provenance(title="telegram"))
    (entry,) = bib(channel)
    assert (entry["organization"], entry["journaltitle"]) == ("Pier News", "Pier News")


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("a {new} pier", r"a \{new\} pier"),
        ("{New Pier}", r"{\{New} {Pier\}}"),
        ("a }new{ pier", r"a \textbraceright{}new\textbraceleft{} pier"),
        ("a {new pier", r"a \textbraceleft{}new pier"),
    ],
)
def test_braces_that_are_in_pairs_stay_braces(title: str, written: str) -> None:
    (entry,) = bib(replace(PIER, title=title))
    assert entry["title"] == written
    assert shown(entry["title"]) == title


def test_an_address_can_not_end_its_field() -> None:
    (entry,) = bib(replace(PIER, url="https://harbour.example/}{x"))
    assert entry["url"] == "https://harbour.example/%7D%7Bx"


def test_csl_has_what_there_is_to_cite() -> None:
    (item,) = json.loads(FORMATS["csl"].write([PIER]))
    assert item == {
        "id": "ruiz2025council",
        "type": "article-newspaper",
        "title": PIER.title,
        "container-title": "Harbour News",
        "author": [{"family": "Ruiz", "given": "Ana"}],
        "issued": {"date-parts": [[2025, 3, 1]]},
        "URL": PIER.url,
        "accessed": {"date-parts": [[2026, 11, 30]]},
        "language": "en",
        "note": "marked: excerpt; updated 2025-03-02; read from story/mails.mbox › <7@harbour>",
    }


def test_what_is_not_known_is_left_out() -> None:
    bare = Article("A text.", "a")
    assert json.loads(FORMATS["csl"].write([bare])) == [{"id": "a", "type": "document", "title": "a"}]
    assert bib(bare) == [{"": "misc", "key": "a", "title": "a"}]


@pytest.mark.parametrize(
    ("known", "kind", "entry"),
    [
        (Article("a", "a", outlet="News", url="https://a.example/b"), "article-newspaper", "article"),
        (Article("a", "a", url="https://a.example/b"), "webpage", "online"),
        (Article("a", "a", "https://a.example/b"), "webpage", "online"),
        (Article("a", "a", media_type="message/rfc822"), "personal_communication", "misc"),
        (Article("a", "a", provenance=Provenance(title="telegram")), "post", "online"),
    ],
)
def test_kinds(known: Article, kind: str, entry: str) -> None:
    assert json.loads(FORMATS["csl"].write([known]))[0]["type"] == kind
    assert bib(known)[0][""] == entry


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Ana Ruiz", [("Ruiz", "Ana")]),
        ("Ana Ruiz and Jon Bo", [("Ruiz", "Ana"), ("Bo", "Jon")]),
        ("Ana Ruiz, Jon Bo; Eva Lind", [("Ruiz", "Ana"), ("Bo", "Jon"), ("Lind", "Eva")]),
        ("Ida van der Berg", [("van der Berg", "Ida")]),
    ],
)
def test_persons_are_told_apart(said: str, found: list[tuple[str, str]]) -> None:
    assert [(name.family, name.given) for name in names(said)] == found


@pytest.mark.parametrize(
    "said",
    ["Associated Press", "Reuters Staff", "Ruiz, Ana", "AFP/dpa", "our correspondent in Porto Sul today"],
)
def test_what_is_not_surely_a_person_stays_as_it_is(said: str) -> None:
    assert names(said) == (Name(said),)


def test_a_body_is_not_taken_apart_by_bibtex() -> None:
    assert bib(replace(PIER, author="News and Views Desk"))[0]["author"] == "{News and Views Desk}"


def test_keys_are_the_same_in_any_company_and_order() -> None:
    other = replace(PIER, source=SourceId("file:///story/b.txt"), path="story/b.txt")
    third = replace(PIER, title="Something else", source=SourceId("file:///story/c.txt"))
    one, two, three = (each.key for each in references([PIER, other, third]))
    assert len({one, two, three}) == 3
    assert [each.key for each in references([third, other, PIER])] == [three, two, one]
    assert three == references([third])[0].key == "ruiz2025something"


def test_one_source_twice_has_two_keys() -> None:
    assert len({each.key for each in references([PIER, PIER, PIER])}) == 3


@given(st.text(), st.text(), st.text())
def test_any_text_comes_back(title: str, outlet: str, author: str) -> None:
    known = Article("a", "a", title=title, outlet=outlet, author=author, path="a")
    (reference,) = references([known])
    (entry,) = parsed(bibtex.write([reference]))
    assert shown(entry.get("title", "")) == reference.title
    assert shown(entry.get("journal", "")) == reference.outlet
    (item,) = json.loads(FORMATS["csl"].write([known]))
    assert (item.get("title", ""), item["id"]) == (reference.title, entry["key"])


def test_plain_is_a_line_for_each(tmp_path: Path) -> None:
    assert FORMATS["plain"].write([PIER, Article("a", "b", str(tmp_path))]).splitlines() == [
        "Harbour News, 1 March 2025, by Ana Ruiz, “Council & Mayor agree: 50% of a {new} pier_1”, "
        "https://harbour.example/pier?a=1%20b#c_d, accessed 30 November 2026, story/mails.mbox",
        f"b, {tmp_path}",
    ]
