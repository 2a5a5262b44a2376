"""The contents of a notebook as people read them: sources, and the passages in them that carry something."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from seedreader.article import Article, Range
from seedreader.notebook.annotation_model import Annotation, Code, NotebookContents, SeenSource, Target
from seedreader.text import uris

_CALLED = ("outlet", "title", "published")
"""The facts of a source that the reader's word replaces."""

EXCERPT = "Excerpt of "
"""Begins the name of a text that is made of a quote and the words around it."""


@dataclass(frozen=True, slots=True)
class AnnotatedSource:
    """What is known of the article that a version is a text of. Unknown values are empty.

    ``uri`` and ``member`` are those of its `SourceId`. ``seen`` is when it was annotated last. It is the
    ``number``-th, from 1, ``of`` the editions at hand.
    """

    version: str
    name: str = ""
    outlet: str = ""
    title: str = ""
    published: str = ""
    uri: str = ""
    member: str = ""
    seen: str = ""
    number: int = 1
    of: int = 1

    @property
    def label(self) -> str:
        """What to call it."""
        return self.outlet or self.name or self.title or f"text {self.version[:8]}"

    @property
    def article(self) -> tuple[str, ...]:
        """What all editions of the article have in common: its source, or else what is known of it."""
        if self.uri:
            return source_key(self.uri, self.member)
        facts = (self.name, self.outlet, self.title, self.published)
        return facts if any(facts) else (self.version,)

    @property
    def edition(self) -> str:
        """Which edition of the article it is; empty where it is the only one."""
        return f"edition {self.number} of {self.of}" if self.of > 1 else ""

    @property
    def address(self) -> str:
        """Its address on the web; empty where it is not known to have one."""
        return self.uri if self.uri.startswith(("http://", "https://")) else ""

    @property
    def path(self) -> str:
        """Its file's path, or its address."""
        return uris.to_path(self.uri)

    @property
    def shown_place(self) -> str:
        """Its address, or else the name of its file without the folders, which are nobody else's business.

        With what the file calls it, where the file holds several articles.
        """
        where = self.address or self.path.replace("\\", "/").rpartition("/")[2]
        return f"{where}, {self.member}" if self.member else where


@dataclass(frozen=True, slots=True)
class AnnotatedPassage:
    """Words of a source, and all that was put on exactly these: several annotations share a passage."""

    source: AnnotatedSource
    target: Target
    annotations: list[Annotation] = field(default_factory=list)

    def bodies(self, kind: str) -> list[str]:
        """The bodies of its annotations of a kind, each once, in the order made."""
        return list(dict.fromkeys(a.body for a in self.annotations if a.kind == kind))

    def of_kind(self, kind: str) -> list[Annotation]:
        """Its annotations of a kind, in the order made."""
        return [a for a in self.annotations if a.kind == kind]


PassageKey = tuple[str, tuple[Range, ...]]
"""What tells one passage from another: its version and its ranges."""


def place(target: Target) -> PassageKey:
    """Where a target is."""
    return target.version, target.ranges


def living(contents: NotebookContents) -> NotebookContents:
    """``contents`` without what is deleted, and without texts that nothing living stands on."""
    annotations = tuple(a for a in contents.annotations if a.deleted is None)
    codes = tuple(code for code in contents.codes if code.deleted is None)
    used = {target.version for a in annotations for target in targets(a)} | set(contents.newest)
    return NotebookContents(
        annotations=annotations,
        codes=codes,
        seen=tuple(seen for seen in contents.seen if seen.version in used),
        texts={version: text for version, text in contents.texts.items() if version in used},
        newest=contents.newest,
        corrections=tuple(each for each in contents.corrections if each.deleted is None),
    )


def only(
    contents: NotebookContents, versions: Collection[str], articles: Iterable[Article] = ()
) -> NotebookContents:
    """What of ``contents`` stands on these versions of articles, with the other side of its verdicts.

    With it comes what was said of the sources of these, and of those of ``articles``.
    """
    annotations = tuple(a for a in contents.annotations if any(t.version in versions for t in targets(a)))
    used = {target.version for a in annotations for target in targets(a)}
    tags = {a.body for a in annotations if a.kind == "tag"}
    seen = tuple(seen for seen in contents.seen if seen.version in used)
    known = {(each.uri, each.member) for each in seen}
    known |= {(article.source.uri, article.source.member or "") for article in articles if article.source}
    return NotebookContents(
        annotations=annotations,
        codes=tuple(code for code in contents.codes if code.name in tags),
        seen=seen,
        texts={version: text for version, text in contents.texts.items() if version in used},
        corrections=tuple(each for each in contents.corrections if (each.uri, each.member) in known),
    )


def across(verdict: Annotation, here: Target) -> Target:
    """The other passage of a verdict, seen from one of them."""
    assert verdict.other is not None, "a verdict is on two passages"
    return verdict.target if place(verdict.other) == place(here) else verdict.other


def standing(target: Target, texts: Mapping[str, str]) -> str:
    """What stands at a target's place; its quote where its text is not at hand."""
    text = texts.get(target.version)
    return target.quote if text is None else " … ".join(text[start:end] for start, end in target.ranges)


def stands(target: Target, texts: Mapping[str, str]) -> bool:
    """Whether a target's quote is what stands at its place, as far as its text is known."""
    return standing(target, texts) == target.quote


def targets(annotation: Annotation) -> tuple[Target, ...]:
    """Both passages of a verdict, the one of anything else."""
    return (annotation.target, annotation.other) if annotation.other else (annotation.target,)


def sources(contents: NotebookContents) -> dict[str, AnnotatedSource]:
    """The source of each version that is annotated or newest: by article, the earliest published first.

    What the reader said of a source stands in place of what was seen.

    The editions of an article, the texts seen of one source, are in the order in which they were
    seen there last; an excerpt comes before them.
    """
    seen: dict[str, list[SeenSource]] = {}
    for each in sorted(
        contents.seen, key=lambda s: (s.seen, s.name, s.uri, s.member, s.outlet, s.title, s.published)
    ):
        seen.setdefault(each.version, []).append(each)
    annotated = {target.version for a in contents.annotations for target in targets(a)}
    versions = annotated | set(contents.newest)
    said = _said(contents)
    found = [_source(version, seen.get(version, [])) for version in versions]
    found = [_as_said(each, said.get(source_key(each.uri, each.member), {})) for each in found]
    found.sort(key=lambda s: (s.article, not s.name.startswith(EXCERPT), s.seen, s.published, s.version))
    articles = [list(group) for _, group in groupby(found, key=lambda s: s.article)]
    articles.sort(key=_in_order)
    return {
        source.version: replace(source, number=number, of=len(article))
        for article in articles
        for number, source in enumerate(article, 1)
    }


def _said(contents: NotebookContents) -> dict[tuple[str, str], dict[str, str]]:
    """What the reader says of each source that is called by it, by the source's key."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for each in contents.corrections:
        if each.fact in _CALLED and each.deleted is None:
            found.setdefault(source_key(each.uri, each.member), {})[each.fact] = each.value
    return found


def _as_said(source: AnnotatedSource, said: Mapping[str, str]) -> AnnotatedSource:
    return replace(
        source,
        outlet=said.get("outlet", source.outlet),
        title=said.get("title", source.title),
        published=said.get("published", source.published),
    )


def source_key(uri: str, member: str = "") -> tuple[str, str]:
    """What tells one source from another: its member, and its URI without what doesn't change its meaning."""
    uri = uris.of_absolute(uri)
    plain = uri.partition("#")[0].partition("://")[2].rstrip("/") if "://" in uri else uri
    return plain, member


def passages(contents: NotebookContents, known: Mapping[str, AnnotatedSource]) -> list[AnnotatedPassage]:
    """The passages of all annotations, by source and place; a verdict is on both of its passages."""
    order = {version: number for number, version in enumerate(known)}
    found: dict[PassageKey, AnnotatedPassage] = {}
    for annotation in sorted(contents.annotations, key=lambda a: (a.created, a.id)):
        for target in {place(target): target for target in targets(annotation)}.values():
            passage = found.setdefault(place(target), AnnotatedPassage(known[target.version], target))
            passage.annotations.append(annotation)
    return sorted(found.values(), key=lambda p: (order[p.source.version], p.target.ranges))


def codes_used(contents: NotebookContents) -> list[Code]:
    """A codebook entry for each tag on a passage, by name; an empty one where the codebook has none."""
    known = {code.name: code for code in contents.codes}
    names = {a.body for a in contents.annotations if a.kind == "tag"}
    return [known.get(name) or Code(name) for name in sorted(names, key=lambda name: (name.casefold(), name))]


def _in_order(editions: list[AnnotatedSource]) -> tuple[str, ...]:
    newest = editions[-1]
    published = min(source.published or "9999" for source in editions)
    return published, newest.label.casefold(), newest.uri, newest.member, newest.version


def _source(version: str, seen: list[SeenSource]) -> AnnotatedSource:
    source = AnnotatedSource(version)
    for each in seen:
        known = source if not each.uri or (source.address and "://" not in each.path) else each
        source = replace(
            source,
            uri=known.uri,
            member=known.member,
            name=each.name or source.name,
            outlet=each.outlet or source.outlet,
            title=each.title or source.title,
            published=each.published or source.published,
            seen=each.seen or source.seen,
        )
    return source
