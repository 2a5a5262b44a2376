"""Where reading an article begins, as far as its format tells, which is known before any analysis."""

from __future__ import annotations

import re

from seedreader.article import Article, Structure

BESIDE = frozenset({"navigation", "header", "footer", "comment", "caption", "hidden"})
"""Kinds of structure that are no article."""

_MENUS = frozenset({"navigation", "comment", "hidden"})
"""Kinds in which the headline does not stand, though its words may: the way to this page in a menu."""

SHORTEST = 15
"""Characters of a heading at least by which a title that has more words is known."""

_WORD = re.compile(r"\S")


def opening(article: Article) -> int:
    """The offset of the headline; or else of the first word that is not in a menu or other such structure.

    0 where the format tells nothing, or puts everything beside the article.
    """
    headline = _headline(article)
    if headline is not None:
        return headline.start
    text, at = article.text, 0
    for each in _of_kinds(article, BESIDE):
        word = _WORD.search(text, at)
        if word is None or word.start() < each.start:
            break
        at = max(at, each.end)
    found = _WORD.search(text, at) if at else None
    return found.start() if found else 0


def _headline(article: Article) -> Structure | None:
    """The first heading that is the title, outside of menus."""
    title = _words(article.title or "")
    menus = _of_kinds(article, _MENUS)
    for each in article.structure if title else ():
        if each.kind != "heading":
            continue
        heading = _words(article.text[each.start : each.end])
        is_title = heading == title or (len(heading) >= SHORTEST and (heading in title or title in heading))
        if is_title and not any(menu.start <= each.start and each.end <= menu.end for menu in menus):
            return each
    return None


def _of_kinds(article: Article, kinds: frozenset[str]) -> list[Structure]:
    return sorted(each for each in article.structure if each.kind in kinds)


def _words(text: str) -> str:
    return " ".join(text.casefold().split())
