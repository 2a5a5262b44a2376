"""The texts that annotations were made on, and where each was seen."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from seedreader.article import Article
from seedreader.notebook.anchoring import text_sketch
from seedreader.notebook.annotation_model import EarlierText, NotebookError, SeenSource, version_of
from seedreader.notebook.storage import hashed_rows, records
from seedreader.notebook.storage.hashed_rows import SEEN, VERSIONS

SKETCHED = 500_000
"""Characters of a text that its sketch is made of: sketching takes .3 s for each million."""


def seen_as(article: Article, at: str) -> SeenSource:
    """How an article is seen now, without what the reader said of it, which can be taken back."""
    text, article = article.text, article.uncorrected or article
    uri, member = article.source or ("", None)
    return SeenSource(
        version=version_of(text),
        name=_storable(article.name),
        uri=_storable(uri),
        member=_storable(member or ""),
        outlet=_storable(article.outlet or ""),
        title=_storable(article.title or ""),
        published=article.day.isoformat() if article.day else "",
        seen=at,
    )


def keep(connection: sqlite3.Connection, article: Article, at: str) -> None:
    """Keep an article's text, once, and where it was seen."""
    keep_text(connection, article.text)
    hashed_rows.put(connection, SEEN, records.seen_row(seen_as(article, at)))


def keep_text(connection: sqlite3.Connection, text: str) -> None:
    """Keep a text, once; one that a disk has damaged is made good."""
    key = {"sha256": version_of(text)}
    if hashed_rows.get(connection, VERSIONS, key) is None:
        hashed_rows.put(
            connection, VERSIONS, {**key, "text": text, "sketch": text_sketch.sketch(text[:SKETCHED])}
        )


def text(connection: sqlite3.Connection, version: str) -> str | None:
    """The text of a version; None where it was never kept. Raises NotebookError for a damaged one."""
    stored = connection.execute("select * from versions where sha256 = ?", (version,)).fetchone()
    if stored is None:
        return None
    if not hashed_rows.is_sound(VERSIONS, stored):
        raise NotebookError(f"The article text {version[:12]}… in the notebook is damaged: restore a backup.")
    return str(stored["text"])


def seen(connection: sqlite3.Connection, versions: Collection[str] | None) -> tuple[SeenSource, ...]:
    """Where these versions (None: all) were seen, the last time first."""
    found = hashed_rows.every(connection, SEEN)
    kept = (records.seen(row) for row in found if versions is None or row["version"] in versions)
    return tuple(sorted(kept, key=lambda seen: seen.seen, reverse=True))


def earlier(connection: sqlite3.Connection, article: Article) -> tuple[EarlierText, ...]:
    """The versions that are other texts of this article and carry annotations, the likeliest first.

    Those seen as its source, the newest first; then those that are like it in content, wherever they were
    seen, unless they are known to be another outlet's.
    """
    carrying = {
        str(row[0])
        for field in ("version", "other_version")
        for row in connection.execute(f"select distinct {field} from annotations where {field} is not null")  # noqa: S608
    }
    carrying.discard(version_of(article.text))
    if not carrying:
        return ()
    now = seen_as(article, "")
    here = _seen_where(connection, uri=now.uri, member=now.member) if now.uri else []
    sketch = text_sketch.sketch(article.text[:SKETCHED])
    alike = sorted(
        (
            (text_sketch.likeness(row["sketch"], sketch), str(row["sha256"]))
            for row in connection.execute("select sha256, sketch from versions")
            if row["sha256"] in carrying
        ),
        reverse=True,
    )
    same = (version for like, version in alike if like >= text_sketch.SAME)
    own = dict.fromkeys(seen.version for seen in here if seen.version in carrying)
    others = (v for v in same if v not in own and not _of_another(connection, v, now.outlet))
    return (
        *(EarlierText(version, True) for version in own),
        *(EarlierText(version, False) for version in others),
    )


def _of_another(connection: sqlite3.Connection, version: str, outlet: str) -> bool:
    """Whether a version is known to be another outlet's."""
    outlets = {seen.outlet for seen in _seen_where(connection, version=version) if seen.outlet}
    return bool(outlet and outlets and outlet not in outlets)


def _seen_where(connection: sqlite3.Connection, **values: str) -> list[SeenSource]:
    """Where versions were seen, of those with these values; the last time first."""
    where = " and ".join(f"{field} = ?" for field in values)
    query = f"select * from seen where {where} order by seen desc"  # noqa: S608
    stored = connection.execute(query, tuple(values.values()))
    return list(map(records.seen, hashed_rows.sound(SEEN, stored)))


def _storable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()
