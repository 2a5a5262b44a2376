from __future__ import annotations

import pytest

from seedreader.text.markdown_text import begun, escaped, inline


@pytest.mark.parametrize(
    "text",
    [
        "The ministry counted: 12,000 devices.", "$4 million of $6 million", "AT&T, R&D", "snake_case_name",
        "about ~300 people", "a < b", "(sic) 1950-53", "at 10:30:45", "Who? Me!", "no. 7 | no. 8", "50 %",
        "C# and F#.",
        "3 − 4 = -1", "1.5 times", "10.000 Menschen", "\u201cquoted\u201d", "https and www", "a: b",
    ],
)  # fmt: skip
def test_what_is_no_markup_stays_as_it_is(text: str) -> None:
    assert escaped(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("- a", "\\- a"), ("1. a", "1\\. a"), ("(2) a", "(2\\) a"), ("iv. a", "iv\\. a"), ("# a", "\\# a"),
        ("---", "\\---"), ("> a", "\\> a"), ("a *b*", "a \\*b\\*"), ("[a](b)", "\\[a](b)"), ("<b>", "&lt;b>"),
        ("&lt;", "\\&lt;"), ("__0__", "\\_\\_0\\_\\_"), ("x $y$", "x \\$y\\$"), ("+1", "+1"), (":-", "\\:-"),
        ("see https://a.b", "see https\\://a.b"), ("www.a.b", "www\\.a.b"), ("~~a~~", "\\~\\~a\\~\\~"),
        ("2019. A year", "2019\\. A year"),
    ],
)  # fmt: skip
def test_what_would_be_markup_is_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


def test_only_at_the_beginning_of_a_line_does_a_dash_begin_a_list() -> None:
    assert inline("- a") == "- a" and begun("- a") == "\\- a"
    assert begun("= 4 Post") == "= 4 Post"
