from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from seedreader.notebook import NotebookContents, exchange
from seedreader.notebook.exchange.export_text import one_line
from seedreader.text import uris
from seedreader.text.markdown_text import escaped
from tests.notebook.exchange.made import ADDRESS, MILL, SMALL, annotation, any_text, notebooks, target

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {
    "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "blockquote_open",
    "blockquote_close", "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "text",
    "ordered_list_open", "ordered_list_close", "softbreak", "hardbreak", "strong_open", "strong_close",
}  # fmt: skip
HOSTILE = (
    "# Head", "- item", "+ item", "1. one", "2) two", "    code", "> quote", "---", "===", "***", "```sh",
    "~~~", "<script>alert(1)</script>", "<!-- x", "&amp; &#35;", "[a](http://evil.example)", "![a](b)",
    "[x]: http://b", "<http://evil.example>", "http://evil.example", "www.evil.example", "a@evil.example",
    "*a* __b__ ~~c~~ `d`", "| a | b |\n| - | - |", "\\*a\\*", "a\\", "$x$ $$y$$", ":smile:", "[^1]", "\tx",
    "a  \nb", "#tag @name",
)  # fmt: skip


def parsed(contents: NotebookContents) -> list[Token]:
    tokens = PARSER.parse(exchange.export(contents, "markdown").decode())
    return [part for token in tokens for part in (token, *(token.children or ()))]


def words(tokens: list[Token]) -> list[str]:
    """The text of each paragraph and heading."""
    inline = [token.children or () for token in tokens if token.type == "inline"]
    return ["".join(part.content if part.type == "text" else "\n" for part in parts) for parts in inline]


def test_a_report_reads_like_one() -> None:
    report = exchange.export(SMALL, "markdown").decode()
    for line in (
        "2 sources, 3 passages, 1 verdict.",
        f"1. Harbour Gazette — The mill closes; 21 March 2025; <{ADDRESS}>",
        "2. paper; no date; paper.txt",
        "> “Forty people lost work.”",
        "> — Harbour Gazette — The mill closes, 21 March 2025",
        "**contradicts** (verdict, 27 March 2025):",
        "- Tags: jobs",
        "- Note (27 March 2025):",
        "  > Who counted?\\",
        "- Highlighted: green",
        "- **jobs** Work lost or won (red)",
    ):
        assert line in report.splitlines()
    sides = report.partition("### Verdict 1\n\n")[2].partition("\n\n**contradicts**")
    assert sides[0].startswith("> “Forty people lost work.”")
    assert sides[2].startswith(" (verdict, 27 March 2025):\n\n> “About 60 people lost work”\n>\n> — paper\n")
    assert report.count("contradicts") == 1
    assert "secret" not in report
    assert "/home/someone" not in report
    assert "The council met twice." not in report


def test_two_versions_of_an_article_are_one_source() -> None:
    later = f"{MILL} It will meet again."
    on = target(later, "It will meet again.")
    contents = replace(
        SMALL,
        annotations=(*SMALL.annotations, annotation(8, "note", "when?", on)),
        seen=(*SMALL.seen, replace(SMALL.seen[0], version=on.version)),
        texts={**SMALL.texts, on.version: later},
    )
    report = exchange.export(contents, "markdown").decode()
    assert "2 sources, 4 passages, 1 verdict." in report
    assert report.count("## 1. Harbour Gazette") == 1


def test_an_empty_notebook_makes_a_report_too() -> None:
    assert (
        exchange.export(NotebookContents(), "markdown")
        == b"# Notes on a story\n\n0 sources, 0 passages, 0 verdicts.\n"
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_a_person_wrote_becomes_markup(text: str) -> None:
    article = f"{text}\n{text} and more"
    on = target(article, text)
    contents = NotebookContents(
        (annotation(1, "note", f"{text}\n\n{text}\n{text}", on), annotation(2, "tag", text, on)),
        seen=(
            replace(
                SMALL.seen[0],
                version=on.version,
                title=text,
                outlet=text,
                uri=uris.of_absolute(f"/a/{text}"),
                member=text,
            ),
        ),
        texts={on.version: article},
    )
    tokens = parsed(contents)
    assert {token.type for token in tokens} <= OURS
    assert sum(token.type == "heading_open" for token in tokens) == 4
    assert any(f"“{one_line(text)}”" in paragraph for paragraph in words(tokens))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("@someone", "\\@someone"),
        ("a@evil.example", "a\\@evil.example"),
        ("www.evil.example", "www\\.evil.example"),
        ("see #12", "see \\#12"),
        (":smile:", "\\:smile:"),
        ("$x$", "\\$x\\$"),
        ("x[^1]", "x\\[\\^1]"),
    ],
)
def test_what_markdown_of_other_programs_would_link_or_draw_is_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


@settings(max_examples=40)
@given(notebooks())
def test_no_notebook_makes_other_markup(contents: NotebookContents) -> None:
    tokens = parsed(contents)
    assert {token.type for token in tokens} <= OURS
    assert not {"\x1b", "\x9b", "\u202e", "\0"} & set(exchange.export(contents, "markdown").decode())


@given(st.text() | any_text | st.lists(st.sampled_from(HOSTILE)).map(" ".join))
def test_escaped_text_shows_its_own_characters(text: str) -> None:
    for before in ("", "> “", "- Tags: "):
        (shown,) = words(PARSER.parse(f"{before}{escaped(text)}|")) or [""]
        assert shown.endswith(one_line(text).rstrip() + "|") or one_line(text) != one_line(text).strip()


@given(any_text)
def test_the_lines_of_a_note_stay_apart(body: str) -> None:
    on = SMALL.annotations[0].target
    contents = replace(SMALL, annotations=(annotation(1, "note", f"first\n{body}\nlast", on),))
    shown = "\n".join(words(parsed(contents)))
    assert all(one_line(line) in shown for line in body.splitlines())
