"""Opening a kept story: each source at its place, or where it went, or else as the notebook keeps it.

What was found where, what has other words and what is gone is told as problems that cost nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from seedreader.article import Article, SourceCorrection, SourceId
from seedreader.ingest import load_files
from seedreader.ingest.errors import Problem
from seedreader.ingest.load_files import LoadResult
from seedreader.notebook.annotation_model import SeenSource, version_of
from seedreader.notebook.story_model import KeptSource, KeptStory, SightedArticle
from seedreader.shelf import finding, sightings
from seedreader.shelf.finding import FoundFile
from seedreader.text import format_dates, uris
from seedreader.text.web_address import is_address

if TYPE_CHECKING:
    from seedreader.notebook import Notebook
    from seedreader.session.source_filter import SourceFilter

Open = Callable[[str], LoadResult]
"""Opens an address."""
PIPED = "urn:"
"""How the URI of a text begins that came from standard input: it opens as the notebook keeps it."""
GONE = "look where it went and add it to the story, or remove it"


@dataclass(slots=True)
class OpenedStory:
    """The articles of a kept story as they are now, in its order, and what is to be said of them.

    ``sources`` names which source of the story each article is, None for an earlier version of one.
    ``changed`` are those with other words than were seen last; ``seen`` is what the notebook should note.
    ``chosen`` says by what some of the sources were chosen; empty where they are all.
    """

    story: KeptStory
    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    sources: tuple[KeptSource | None, ...] = ()
    changed: tuple[KeptSource, ...] = ()
    missing: tuple[KeptSource, ...] = ()
    seen: list[tuple[SourceId, SightedArticle]] = field(default_factory=list)
    chosen: str = ""

    def only(self, sources: SourceFilter, said: Sequence[SourceCorrection] = ()) -> OpenedStory:
        """The same with those sources alone that a filter lets through, and their earlier versions.

        ``said`` is what the reader says of sources: it counts for the filter, and changes nothing here.
        """
        chosen = _members(self, sources, said)
        pairs = [
            (article, source)
            for article, source in zip(self.articles, self.sources, strict=True)
            if article.source in chosen
        ]
        return replace(
            self,
            articles=tuple(article for article, _ in pairs),
            sources=tuple(source for _, source in pairs),
            chosen=str(sources),
        )

    @property
    def name(self) -> str:
        """What it is called, with what its sources were chosen by."""
        return " · ".join(filter(None, (self.story.name, self.chosen)))

    @property
    def result(self) -> LoadResult:
        """The same as what paths give."""
        return LoadResult(self.articles, self.problems)


def _members(
    opened: OpenedStory, sources: SourceFilter, said: Sequence[SourceCorrection]
) -> set[SourceId | None]:
    """The sources that a filter lets through, as they are now and by the reader's word."""
    # the analysis is imported where sources are chosen
    from seedreader.analysis.source_corrections import correct

    pairs = zip(opened.articles, opened.sources, strict=True)
    return {
        article.source
        for article, source in pairs
        if source is not None and sources.allows(correct(article, said))
    }


def opened(
    story: KeptStory, notebook: Notebook, open_address: Open | None = None, versions: bool = False
) -> OpenedStory:
    """Read a kept story. With ``versions`` the text seen last comes with each source that has other words.

    Nothing is written: `OpenedStory.seen` is for whoever shows it.
    """
    told: list[Problem] = []
    gone = [
        source
        for source in story.sources
        if source.uri.startswith(sightings.FILE) and not Path(source.path).is_file()
    ]
    kept = {source.version: text for source in gone if (text := _text(notebook, source)) is not None}
    went = finding.find_files(story, gone, kept) if gone else {}
    named = [(_given(story, path), _named(path)) for path in _places(story, gone, went)]
    by_id: dict[SourceId, list[Article]] = {}
    by_uri: dict[str, list[Article]] = {}
    for found, _, _ in load_files.load_named(named, open_address=open_address):
        told += found.problems
        for article in found.articles:
            assert article.source is not None
            by_id.setdefault(article.source, []).append(article)
            by_uri.setdefault(article.source.uri, []).append(article)
    result = OpenedStory(story)
    articles: list[tuple[KeptSource | None, Article]] = []
    earlier: list[tuple[KeptSource | None, Article]] = []
    changed, missing = [], []
    for source in story.sources:
        place = went.get(source.uri)
        uri = uris.of_path(place.path) if place else source.uri
        here = by_id.get(SourceId(uri, source.member or None)) or _with_text(by_uri.get(uri, ()), source)
        if not here:
            copy = _copy(notebook, source)
            if copy is None or not source.uri.startswith(PIPED):
                missing.append(source)
                told.append(_gone(source, copy))
            if copy is not None:
                articles.append((source, copy))
            continue
        article, older = here[0], here[1:]
        is_other = version_of(article.text) != source.version
        if place:
            told.append(_moved(source, place, is_other))
        if is_other:
            changed.append(source)
            before = _copy(notebook, source) if versions else None
            if before is not None and all(each.text != before.text for each in here):
                older = [before, *older]
            if not place:
                told.append(_changed(source, bool(older)))
        articles.append((source, article))
        earlier += ((None, each) for each in older)
        _note(result, source, article, bool(place) or is_other, notebook)
    together = [*articles, *earlier]
    result.articles = tuple(article for _, article in together)
    result.sources = tuple(source for source, _ in together)
    result.problems, result.changed, result.missing = tuple(told), tuple(changed), tuple(missing)
    return result


def _places(story: KeptStory, gone: Sequence[KeptSource], went: dict[str, FoundFile]) -> list[str]:
    """What is to be opened: paths where files are now, and addresses; each once, in the story's order."""
    lost = {source.uri for source in gone}
    places = (
        went[source.uri].path if source.uri in went else source.path
        for source in story.sources
        if source.uri in went or (source.uri not in lost and not source.uri.startswith(PIPED))
    )
    return list(dict.fromkeys(places))


def _given(story: KeptStory, path: str) -> str | Path:
    """The folder that was given with a story and holds a file, for what ``story.toml`` says; else itself."""
    if is_address(path):
        return path
    above = (folder for folder in story.folders if Path(path).is_relative_to(folder))
    return next(above, path)


def _named(path: str) -> Path | str:
    return path if is_address(path) else Path(path)


def _with_text(articles: Iterable[Article], source: KeptSource) -> list[Article]:
    """Articles of the right file that have the source's text, by whatever name the file calls them now."""
    return [article for article in articles if version_of(article.text) == source.version]


def _note(
    result: OpenedStory, source: KeptSource, article: Article, is_news: bool, notebook: Notebook
) -> None:
    """Have noted how a source is seen, if that is another than it was seen last."""
    if not is_news and article.source is not None and article.source.uri.startswith(sightings.FILE):
        is_news = sightings.quick(uris.to_path(article.source.uri)) != (source.size, source.modified)
    if is_news and article.source is not None:
        now = sightings.sighting(article.source.uri, notebook)
        result.seen.append((source.source, SightedArticle(article, now)))


def _text(notebook: Notebook, source: KeptSource) -> str | None:
    found = notebook.shelf.text(source.version)
    return found and found[0]


def _copy(notebook: Notebook, source: KeptSource) -> Article | None:
    """A source as the notebook keeps it: its text, and what was known of it."""
    found = notebook.shelf.text(source.version)
    if found is None:
        return None
    text, seen = found
    known = seen or SeenSource(source.version, source.path)
    return Article(
        text,
        known.name,
        source.path if source.uri.startswith(sightings.FILE) or is_address(source.uri) else None,
        known.title or None,
        known.outlet or None,
        date.fromisoformat(known.published) if known.published else None,
        source=source.source,
    )


def _moved(source: KeptSource, place: FoundFile, is_other: bool) -> Problem:
    if place.sure and not is_other:
        said = f"the file is {place.path} now"
    elif place.sure:
        said = f"the file is {place.path} now, with other words"
    else:
        said = f"{place.path} seems to be it, with other words; look whether it is"
    return Problem(_called(source), "moved", said)


def _changed(source: KeptSource, has_older: bool) -> Problem:
    return Problem(
        _called(source),
        "changed",
        "the earlier text is opened with it, as a version" if has_older else "its notes are carried over",
    )


def _gone(source: KeptSource, copy: Article | None) -> Problem:
    if copy is None:
        return Problem(_called(source), "missing")
    seen = datetime.fromisoformat(source.written or source.added).astimezone().date()
    return Problem(_called(source), "gone", f"the text kept on {format_dates.day(seen)} is opened; {GONE}")


def _called(source: KeptSource) -> str:
    return " › ".join(filter(None, (source.path, source.member)))
