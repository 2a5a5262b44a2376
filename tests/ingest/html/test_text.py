# ruff: noqa: E501  # markup reads best unbroken
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.ingest import html

PIECES = (
    "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<q>", "</q>", "<ul><li>", "</ul>", "<table><tr><td>", "</table>",
    "<br>", "<pre>", "</pre>", "<sup>", "</sup>", "<del>", "</del>", "<ins>", "<span hidden>", "</span>", "<h2>",
    "<template>", "</template>", "<a href=x>", "</a>", "<!--", "-->", "&shy;", "&nbsp;", " ", "word", "12", "é", "<",
)  # fmt: skip


def ranges(markup: str, kind: str) -> list[str]:
    text, structure = html.text_of(markup)
    return [text[each.start : each.end] for each in structure if each.kind == kind]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>A <b>bo</b>ld wo<i>rd</i>.</p><div>Bare <span>text</span></div>tail", "A bold word.\n\nBare text\n\ntail"),
        ("<p>12<!-- -->,<!-- -->000 men</p>", "12,000 men"),
        ("<p>one<br>two<br><br>three</p>", "one\ntwo\n\nthree"),
        ("<p>one       two \n\t   \n three&nbsp;&nbsp;four</p>", "one two three\xa0\xa0four"),
        ("<ul><li>a<li>b<ol start=3><li>c<li>d</ol></ul>", "• a\n• b\n\n3. c\n4. d"),
        ("<ul><li><a href=x>Home</a><li><a href=y>News</a></ul>", "Home\nNews"),
        ("<table><tr><th>Year<th>Men<tr><td>2024<td><p>12</p><p>500</p></table>", "Year | Men\n2024 | 12 500"),
        ("<table><tr><td><h2>Head</h2><p>One</p><td>Two</table>", "Head\n\nOne\n\nTwo"),
        ("10<sup>6</sup> m<sup>2</sup> H<sub>2</sub>O 2<sub>10</sub>", "10^6 m^2 H2O 2_10"),
        ("the 21<sup>st</sup> and 3<sup>1</sup>/<sub>2</sub> and said.<sup>4</sup>", "the 21st and 3 1/2 and said.^4"),
        ("He said <q>we <q>really</q> stay</q>.", "He said “we ‘really’ stay”."),
        ("<html lang=de><p>Er sagte: <q>Ja</q></p>", "Er sagte: „Ja“"),
        ("<pre>a  b\n  c\n\nd</pre>", "a  b\n  c\n\nd"),
        ("<p>a</p><svg><title>t</title><path d=x /></svg><svg><text>1,200 men</text></svg>", "a\n\n1,200 men"),
        ("<dialog>closed</dialog><p>seen", "closed\n\nseen"),
        ("<p>seen<!--> --> <!-- <script> --> too<SCRIPT>x('<p>no</p>')</Script > and <style>p{}</style>this", "seen --> too and this"),
        ("<script><!-- <script>x</script> --></script><p>seen", "seen"),
        ("<p>one<script>two", "one"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢(kan)"),
        ("Donau&shy;dampf<wbr>schiff", "Donaudampfschiff"),
        ("<a href=x>One</a><a href=y>Two</a>", "One Two"),
        ("<script>x</script><style>y</style><template>z</template><noscript>n</noscript><p>seen", "seen"),
        ("<div><template shadowrootmode=open><p>in the shadow</template></div>", "in the shadow"),
        ("<p>&nbsp;</p><p>a&nbsp;b</p>", "a\u00a0b"),
        ("<p>مرحبا <b>بالعالم</b></p>", "مرحبا بالعالم"),
        ('<p class="a" "="">after a broken attribute</p>', "after a broken attribute"),
        ("", ""),
    ],
)  # fmt: skip
def test_the_text_is_what_a_reader_sees(markup: str, text: str) -> None:
    assert html.text_of(markup).text == text


def test_deleted_and_inserted_figures_are_told_apart() -> None:
    markup = "<p>Some <del>12,000</del> <ins>11,000</ins> men, <s>9</s> boats</p>"
    assert html.text_of(markup).text == "Some 12,000 11,000 men, 9 boats"
    assert ranges(markup, "deleted") == ["12,000", "9"]
    assert ranges(markup, "inserted") == ["11,000"]


def test_an_inserted_range_may_hold_paragraphs() -> None:
    assert ranges("<ins><p>One</p><p>Two</p></ins>", "inserted") == ["One", "Two"]


@pytest.mark.parametrize(
    ("markup", "kind", "found"),
    [
        ("<h2>Head</h2><p>Text</p>", "heading", ["Head"]),
        ("<blockquote><p>Said</p></blockquote>", "quotation", ["Said"]),
        ("<figure><img><figcaption>The quay</figcaption></figure>", "caption", ["The quay"]),
        ("<nav><a href=x>Home</a></nav><p>Text", "navigation", ["Home"]),
        ("<table><tr><td>1<td>2</table>", "table", ["1 | 2"]),
        ("<p>Seen</p><p hidden>Not</p>", "hidden", ["Not"]),
        ("<p>Seen <span style='display: none'>not</span></p>", "hidden", ["not"]),
        ("<p>Seen <span class='sr-only'>not</span></p>", "hidden", ["not"]),
        ("<p>Seen well <i aria-hidden=true>not</i></p>", "hidden", ["not"]),
    ],
)  # fmt: skip
def test_structure_is_what_the_elements_say(markup: str, kind: str, found: list[str]) -> None:
    assert ranges(markup, kind) == found


def test_a_page_that_a_script_was_to_show_is_not_hidden() -> None:
    assert ranges("<body style='display:none'><p>All of the text", "hidden") == []


def test_a_header_that_holds_a_heading_may_hold_the_headline() -> None:
    assert ranges("<header><h1>Head</h1></header><p>x", "header") == []
    assert ranges("<header>Gazette</header><p>x", "header") == ["Gazette"]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_markup_has_a_text_with_ranges_inside_it(pieces: list[str]) -> None:
    text, structure = html.text_of("".join(pieces))
    assert text == text.strip("\n")
    assert "\n\n\n" not in text
    assert "<p>" not in text
    assert all(0 <= each.start < each.end <= len(text) for each in structure)
    assert list(structure) == sorted(structure, key=lambda each: (each.start, -each.end, each.kind))


def test_nesting_by_the_thousand_costs_no_more_than_its_size() -> None:
    assert html.text_of("<p>One</p>" + "<div>" * 100_000 + "two").text.split() == ["One", "two"]
    many = " ".join(f"a{i}" for i in range(50_000))
    assert html.text_of(f"<div {many}>text").text == "text"


def test_a_paragraph_of_nothing_but_what_shows_nothing_is_none() -> None:
    assert html.text_of("<p>&shy;&nbsp;</p>") == ("", ())
    assert html.text_of("<p>One.</p><p>&shy;&nbsp;</p><p>Two.</p>").text == "One.\n\nTwo."


def test_a_dialogue_that_is_not_open_is_hidden() -> None:
    assert ranges("<dialog>Buy now</dialog><dialog open>Hello</dialog><p>seen", "hidden") == ["Buy now"]
