"""Words that try to be more than words, for every place of a report."""

from __future__ import annotations

from datetime import date

from seedreader.article import Article
from seedreader.report.values import Report
from tests.report.made import put, reported

HOSTILE = (
    "# Head", "- item", "1. one", "(2) two", "a) x", "    code", "> quote", "---", "===", "***", "```sh",
    "~~~", "<script>alert(1)</script>", "<!-- x", "--> ]]> &amp; &#35;", "[a](http://evil.example)",
    "![a](b)", "[x]: http://b", "<http://evil.example>", "http://evil.example/a", "www.evil.example",
    "a@evil.example", "*a* __b__ ~~c~~ `d`", "| a | b |\n| - | - |", "\\*a\\*", "a\\", "$x$ $$y$$",
    ":smile:", "[^1]", "[Sources]", "a  \nb", "#tag @name", "{#id .class}", "</title><svg onload=x>",
    "' onmouseover='x", '" onmouseover="x', "\x1b[31mred\x07", "\u202egnp.exe", "\u2066a\u2069",
    "\0\x85\u2028x", "\ufdd0\uffff", "\ud800", "{{x}}", "^a^",
)  # fmt: skip


def hostile(words: str) -> Report:
    """A report in which titles, names, authors, quotes, notes, tags and the story's name hold these words."""
    told = f"The council of Porto Sul approved the new pier {words} for 4 million euros, mayor Ruiz said.\n"
    given = [
        Article(
            told,
            words,
            path=f"/a/{words}",
            title=words,
            outlet=words,
            author=words,
            published=date(2024, 1, 9),
        ),
        Article(
            told.replace("4 million", "6 million"), "two", title=words, url=f"https://example.org/{words}"
        ),
        Article(f"Rain fell. {told}", words, title=words, language=words),
    ]
    placed = [
        put("note", f"{words}\n\n{words}\nx", given, 0, "4 million"),
        put("note", words, given, 1, "mayor Ruiz", author=words),
        put("tag", words, given, 1, "mayor Ruiz"),
        put("verdict", "conflict", given, 0, "4 million euros", (1, "6 million euros"), author=words),
        put("verdict", "none", given, 0, "pier", (1, "pier"), author=words),
        put("note", words, given, 2, f"gone {words}", state="orphan"),
        put("boilerplate", words, given, 2, "Rain fell."),
    ]
    return reported(given, placed, author=words, names=[words], full=True)
