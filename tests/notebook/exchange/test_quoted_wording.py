"""Confirmed and reworded passages, editions of one article, and quotation marks, in the forms for people."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from seedreader.article import Article, Range
from seedreader.notebook import Notebook, NotebookContents, exchange
from seedreader.notebook.exchange.annotated_passages import living, passages, sources
from seedreader.notebook.exchange.export_text import one_line, quoted
from seedreader.notebook.exchange.quoted_wording import reworded, wording
from seedreader.notebook.exchange.text_lines import lines
from seedreader.notebook.storage.merging import MergeResult
from tests.notebook.exchange.made import MILL, NOW, SMALL, annotation, any_text, notebooks, target

WAS = (
    "The storm came at night.\n\n"
    "At least 14 people were hurt, the mayor said. The harbour wall broke in two places.\n\n"
    "Nobody was at sea, for the crews had been warned by radio at noon.\n\n"
    "The ferry stays shut until Monday.\n\n"
    "Two schools were opened for those who could not go home, and the town gave them soup and beds.\n\n"
    "This page is renewed as news comes in.\n"
)
IS = (
    "The storm came at night.\n\n"
    "At least 19 people were hurt, the mayor said. The harbour wall broke in two places.\n\n"
    "Two schools were opened for those who could not go home, and the town gave them soup and beds.\n\n"
    "Nobody was at sea, for the crews had been warned by radio at noon.\n\n"
    "This page is renewed as news comes in.\n"
)
OTHER = "“We were lucky.” About 15 people were hurt, a nurse said.\n"
WORDS, NEW_WORDS = "At least 14 people were hurt", "At least 19 people were hurt"
CHANGED = f"“{WORDS}”, 14 → 19"


def at(text: str, words: str) -> list[Range]:
    start = text.index(words)
    return [(start, start + len(words))]


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    """A note and a verdict made on 14 and confirmed on 19, and others on the earlier edition."""
    made = Notebook(tmp_path / "notebook.sqlite")
    was = Article(WAS, "bay", path=str(tmp_path / "bay.txt"), title="Storm")
    now = replace(was, text=IS, title="Storm hits the bay")
    other = Article(OTHER, "nurse", path=str(tmp_path / "nurse.txt"))
    hurt = at(OTHER, "About 15 people were hurt")
    put = [
        made.add(was, at(WAS, WORDS), "note", "Who counted?"),
        made.add(was, at(WAS, WORDS), "verdict", "conflict", other=(other, hurt)),
    ]
    for each in put:
        made.confirm(each, now, at(IS, NEW_WORDS))
    made.add(was, at(WAS, WORDS), "tag", "count")
    made.add(was, at(WAS, "The harbour wall broke in two places."), "tag", "damage")
    made.add(was, at(WAS, "The ferry stays shut until Monday."), "tag", "ferry")
    made.add(was, at(WAS, "Nobody was at sea, for the crews had been warned by radio"), "tag", "sea")
    made.add(now, at(IS, "The harbour wall broke"), "highlight", "red")
    return made


def part(report: str, heading: str) -> list[str]:
    """The lines of the report from the passage that is quoted so to the next heading."""
    return report.partition(f"> {heading}\n")[2].partition("\n#")[0].splitlines()


def test_the_report_quotes_what_the_edition_says_and_what_it_said_then(notebook: Notebook) -> None:
    report = exchange.export(notebook.contents(), "markdown").decode()
    confirmed = part(report, f"“{NEW_WORDS}”")
    assert "> — bay — Storm hits the bay, edition 2 of 2" in confirmed
    assert f"- **When annotated** (bay): “{WORDS}” (**14 → 19**)" in confirmed
    assert f"> “{WORDS}”\n>\n> — bay — Storm, edition 1 of 2" in report


def test_the_report_says_what_became_of_passages_in_the_later_edition(notebook: Notebook) -> None:
    report = exchange.export(notebook.contents(), "markdown").decode()
    for words, became in (
        (WORDS, f"“{NEW_WORDS}” (**14 → 19**)"),
        ("The harbour wall broke in two places.", "the same words"),
        ("The ferry stays shut until Monday.", "not found"),
        ("Nobody was at sea, for the crews had been warned by radio", "the same words, elsewhere"),
    ):
        assert f"- **In edition 2 of 2**: {became}" in part(report, f"“{words}”")
    assert report.count("**In edition") == 4


def test_an_article_is_one_source_with_its_editions_under_it(notebook: Notebook) -> None:
    report = exchange.export(notebook.contents(), "markdown").decode()
    assert "\n2 sources, 7 passages, 1 verdict.\n" in report
    listed = report.partition("## Sources\n\n")[2].partition("\n\n")[0].splitlines()
    assert [line.partition("; annotated")[0] for line in listed] == [
        "1. bay — Storm hits the bay; no date; bay.txt",
        "   - edition 1 of 2; Storm",
        "   - edition 2 of 2",
        "2. nurse; no date; nurse.txt",
    ]


def test_editions_stay_together_whatever_changed_and_an_excerpt_is_never_the_newest() -> None:
    first, excerpt = SMALL.seen[0], f"x{MILL}"
    later = f"{MILL} It will meet again."
    on = [target(later, "It will meet again."), target(excerpt, "Forty people lost work.")]
    contents = replace(
        SMALL,
        annotations=(*SMALL.annotations, annotation(8, "note", "", on[0]), annotation(9, "note", "", on[1])),
        seen=(
            *SMALL.seen,
            replace(
                first, version=on[0].version, outlet="The Gazette", published="2025-05-01", seen="2025-05-02"
            ),
            replace(
                first,
                version=on[1].version,
                name="Excerpt of example.org",
                uri=f"{first.uri}#top",
                seen="2026",
            ),
        ),
        texts={**SMALL.texts, on[0].version: later, on[1].version: excerpt},
    )
    known = sources(contents)
    assert [(s.label, s.edition) for s in known.values()] == [
        ("Harbour Gazette", "edition 1 of 3"),
        ("Harbour Gazette", "edition 2 of 3"),
        ("The Gazette", "edition 3 of 3"),
        ("paper", ""),
    ]
    assert next(iter(known)) == on[1].version


def test_where_only_some_were_made_on_other_words_it_says_which() -> None:
    tag = SMALL.annotations[1]
    old = replace(tag, target=replace(tag.target, quote="Thirty people lost work."))
    contents = replace(SMALL, annotations=(SMALL.annotations[0], old))
    report = exchange.export(contents, "markdown").decode()
    assert "- **When annotated** (tag): “Thirty people lost work.” (**Thirty → Forty**)" in report


def test_the_spreadsheet_has_a_cell_for_what_it_said_then(notebook: Notebook) -> None:
    text = exchange.export(notebook.contents(), "csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    for row in rows:
        stands = IS if row["edition"] == "2 of 2" else WAS if row["edition"] else OTHER
        assert row["quote"] == stands[int(row["start"]) : int(row["end"])]
    then = [(r["kind"], r["quote when annotated"], r["numbers changed"]) for r in rows]
    assert sorted(each for each in then if each[1]) == [
        ("note", WORDS, "14 → 19"), ("verdict", WORDS, "14 → 19"),
    ]  # fmt: skip


def test_the_second_passage_of_a_verdict_is_told_as_the_first_is(notebook: Notebook) -> None:
    turned = [replace(a, target=a.other, other=a.target) for a in notebook.annotations() if a.other]
    contents = replace(notebook.contents(), annotations=tuple(turned))
    (row,) = csv.DictReader(io.StringIO(exchange.export(contents, "csv").decode("utf-8-sig"), newline=""))
    assert (row["other quote"], row["other quote when annotated"]) == (NEW_WORDS, WORDS)
    assert row["other numbers changed"] == "14 → 19"
    drafts = json.loads(exchange.export(contents, "claimreview"))
    said = [draft["reviewRating"]["alternateName"] for draft in drafts]
    assert f"Contradicted by bay: “{NEW_WORDS}” (when annotated: {CHANGED})" in said
    (going,) = json.loads(exchange.export(contents, "hypothesis"))["annotations"]
    assert going["text"] == f"Contradicts: “{NEW_WORDS}” (bay; when annotated: {CHANGED})"


def test_a_line_says_what_stands_there_and_what_did(notebook: Notebook) -> None:
    assert (
        f"note: Who counted? — on “{NEW_WORDS}” (bay, edition 2 of 2; when annotated: {CHANGED})"
    ) in list(lines(notebook.contents()))


def test_a_draft_reviews_the_words_that_stand_there(notebook: Notebook) -> None:
    drafts = {d["claimReviewed"]: d for d in json.loads(exchange.export(notebook.contents(), "claimreview"))}
    assert drafts[NEW_WORDS]["description"] == f"When annotated: {CHANGED}"


def test_a_draft_on_an_earlier_edition_says_what_the_later_one_has(notebook: Notebook) -> None:
    (tag,) = [a for a in notebook.annotations() if a.body == "count"]
    contents = notebook.contents()
    note = replace(tag, id="n", kind="note", body="Still so?")
    contents = replace(contents, annotations=(*contents.annotations, note))
    drafts = {d["claimReviewed"]: d for d in json.loads(exchange.export(contents, "claimreview"))}
    assert drafts[WORDS]["description"] == f"In the later edition: “{NEW_WORDS}”, 14 → 19"


def test_a_selection_is_named_by_the_words_that_stand_there(notebook: Notebook) -> None:
    with zipfile.ZipFile(io.BytesIO(exchange.export(notebook.contents(), "qdpx"))) as archive:
        project = ElementTree.fromstring(archive.read("project.qde"))  # noqa: S314
    described = {
        each.attrib["name"]: each.findtext("{*}Description")
        for each in project.iterfind(".//{*}PlainTextSelection")
    }
    assert described[NEW_WORDS] == f"Who counted?\n\nWhen annotated: {CHANGED}"
    assert described[WORDS] is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the mill closed", "“the mill closed”"),
        ("“We went.”", "‘“We went.”’"),
        ("“We went,” she\nsaid.", "‘“We went,” she said.’"),
        ('he said "no"', '‘he said "no"’'),
        ("«Non»", "‘«Non»’"),
        ("‘We went.’", "“‘We went.’”"),
        ("‘He said “no”", "‘He said “no”"),
        ("", "“”"),
    ],
)
def test_no_quotation_mark_is_doubled(text: str, said: str) -> None:
    assert quoted(text) == said


def test_the_report_doubles_no_quotation_mark(notebook: Notebook) -> None:
    nurse = Article(OTHER, "nurse")
    notebook.add(nurse, at(OTHER, "“We were lucky.”"), "note", "nice")
    contents = notebook.contents()
    assert "\n> ‘“We were lucky.”’\n" in exchange.export(contents, "markdown").decode()
    assert "““" not in "\n".join(lines(contents))


@settings(max_examples=40)
@given(notebooks())
def test_each_form_for_people_quotes_what_stands_there(contents: NotebookContents) -> None:
    contents = living(contents)
    known = sources(contents)
    said = list(lines(contents))
    for passage in passages(contents, known):
        text = contents.texts[passage.source.version]
        stands = " … ".join(text[start:end] for start, end in passage.target.ranges)
        assert wording(passage.target, contents.texts).now == stands
        assert any(one_line(stands) in line for line in said)
        for words in reworded(passage, contents.texts):
            assert words.then.split() != stands.split()


@given(any_text)
def test_a_quoted_text_keeps_its_own_characters(text: str) -> None:
    assert one_line(text) in quoted(text)
    assert quoted(text).count("\n") == 0


def test_a_text_that_is_not_at_hand_is_quoted_from_the_annotation() -> None:
    contents = replace(SMALL, texts={})
    assert wording(SMALL.annotations[0].target, {}).now == "Forty people lost work."
    report = exchange.export(contents, "markdown").decode()
    assert "“Forty people lost work.”" in report
    assert "When annotated" not in report


def test_hypothesis_brings_back_what_it_said_then(notebook: Notebook) -> None:
    contents = notebook.contents()
    data = exchange.export(contents, "hypothesis")
    articles = (Article(WAS, "bay"), Article(IS, "bay"), Article(OTHER, "nurse"))
    again = exchange.read(data, "file", NotebookContents(), articles, NOW).contents
    there = {a.id: a.target for a in again.annotations}
    assert there == {a.id: a.target for a in contents.annotations if a.kind != "verdict"}
    assert notebook.merge(exchange.read(data, "file", contents, (), NOW).contents) == MergeResult(0, 0)


@pytest.mark.parametrize("format", ["json", "jsonld"])
def test_what_it_said_then_comes_back(notebook: Notebook, format: str) -> None:
    contents = notebook.contents()
    again = exchange.read(exchange.export(contents, format), "file", NotebookContents(), (), NOW).contents
    assert set(again.annotations) == set(contents.annotations)
