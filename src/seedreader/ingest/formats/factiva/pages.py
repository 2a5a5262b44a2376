"""The pieces of a page that Factiva made, whatever version of it and in whatever browser it was saved."""

from __future__ import annotations

import re

from seedreader.ingest.press.pieces import CUT, Piece, pieces

WRAPPED = 65_000
"""Factiva breaks its lines after 65 KB, in the middle of a word."""

_ARTICLE = re.compile(r"#article-(\w{16,40})")
"""What newer pages call the element around an article."""

_HEADLINE = re.compile(r"\.\w{0,8}[hH]eadline\Z")


def pieces_of(data: bytes) -> list[Piece]:
    """The pieces of a page, those of its headlines by themselves."""
    # imported where a page is read: a plain text, which may be an export too, needs no markup
    from seedreader.ingest import html

    return pieces(_unwrapped(html.decode(data).text), _cut)


def _unwrapped(markup: str) -> str:
    lines = markup.split("\n")
    return "".join(
        line.removesuffix("\r") if len(line) >= WRAPPED and i < len(lines) - 1 else f"{line}\n"
        for i, line in enumerate(lines)
    )


def _cut(tag: str, own: frozenset[str]) -> str:
    for name in own:
        numbered = _ARTICLE.fullmatch(name)
        if numbered:
            return numbered[1]
    return CUT if tag in ("b", "span") and any(map(_HEADLINE.match, own)) else ""


def is_headline(piece: Piece) -> bool:
    """Whether the page itself marks it as a headline."""
    return piece.within("#hd") or any(map(_HEADLINE.match, piece.names))


def is_paragraph(piece: Piece) -> bool:
    """Whether the page itself marks it as a paragraph of an article."""
    return piece.within(".articleParagraph", ".articlePre") or any(
        name.endswith(("articleParagraph", "articlePre")) for name in piece.names
    )


def is_byline(piece: Piece) -> bool:
    """Whether the page itself marks it as a by-line."""
    return piece.within(".author")


def is_marked(piece: Piece) -> bool:
    """Whether a page says what the piece is, as no text made of one does."""
    return is_headline(piece) or is_paragraph(piece)


def language(piece: Piece) -> str | None:
    """The language of the article that a piece stands in, as the page marks it ("deArticle")."""
    for name in piece.names:
        found = re.fullmatch(r"\.([a-z]{2})[a-z]{0,2}(?:Article|Headline|articleParagraph)", name)
        if found:
            return found[1]
    return None
