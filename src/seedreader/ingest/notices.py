"""What has to be said of a source wherever it is named: a text that is not whole, or not to be used yet."""

from __future__ import annotations

import re

from seedreader.article import Article

_NOTICES = (
    ("kill", r"kill(?:ed)?|retract(?:ed|ion)|storno|annullierung|annul[eé]"),
    ("withdrawn", r"withdrawn|withdrawal"),
    ("withheld", r"withheld"),
    ("embargo", r"embargo(?:ed)?|sperrfrist"),
    ("correction", r"correct(?:ion|ed)|korr(?:ektur)?|berichtigung|rectificatif|correctif|rettelse|oikaisu"),
    ("draft", r"draft|pending review|scheduled"),
    ("private", r"private|password-protected"),
)
"""What an agency or an editor can say of a text, gravest first, and how that begins."""
_BEGINS = tuple((word, re.compile(rf"\s*(?:{begins})\b", re.IGNORECASE)) for word, begins in _NOTICES)


def words(article: Article) -> tuple[str, ...]:
    """One word for each: "kill", "embargo", "correction", … and "excerpt" or "cut"; empty for most sources.

    An update that corrects nothing, and a note to editors, is no such word: `Article.marks` has them all.
    """
    said = [mark.detail for mark in article.marks if mark.kind == "notice"]
    noted = [word for word, begins in _BEGINS if any(map(begins.match, said))]
    return (*noted, *([article.partial] if article.partial else []))
