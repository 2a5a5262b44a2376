"""A story as plain text: reads well without colour, aloud, and through a pipe."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from textwrap import fill

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.article import RELATIONS, Claim, Link, Passage
from seedreader.corpus.found_story import FoundStory
from seedreader.ingest import notices
from seedreader.story import Story
from seedreader.text.plurals import count
from seedreader.text.sanitize import printable

WIDTH = 80


def report(stories: Sequence[Story]) -> str:
    """Of each story: the sources, the conflicts, then every claim with who says it and who else does."""
    if len(stories) == 1:
        return _story(stories[0])
    return "\n\n\n".join(
        [
            count(len(stories), "story"),
            *(f"{_title(story, number)}\n\n{_story(story)}" for number, story in enumerate(stories, 1)),
        ]
    )


def _title(story: Story, number: int) -> str:
    rule = "=" * WIDTH
    return f"{rule}\n{printable(f'Story {number}: {FoundStory(story.given).name}')}\n{rule}"


def _story(story: Story) -> str:
    conflicts = [link for link in story.links if link.relation == "conflict"]
    blocks = [
        f"{count(story.source_count, 'source')}, {count(len(story.origins), 'origin')}, "
        f"{count(sum(len(a.claims) for a in story.articles), 'claim')}, "
        f"{count(len(conflicts), 'conflict')}",
        _heading("Sources"),
        *(_source(article, number, story) for number, article in enumerate(story.articles, 1)),
    ]
    if conflicts:
        blocks += [_heading("Conflicts"), *(_conflict(link, story) for link in conflicts)]
    for number, article in enumerate(story.articles, 1):
        blocks.append(_heading(f"Claims of {number}, {_name(article)}"))
        blocks += [_claim(article, claim, story) for claim in article.claims] or ["None found."]
    return "\n\n".join(blocks)


def _source(article: AnalysedArticle, number: int, story: Story) -> str:
    kinds: dict[str, int] = defaultdict(int)
    for span in article.boilerplate:
        kinds[span.kind] += span.end - span.start
    share = 100 * sum(kinds.values()) / max(1, len(article.text))
    group = next(group for group in story.origins if any(other is article for other in group))
    others = [str(i) for i, other in enumerate(story.articles, 1) if other is not article and other in group]
    facts = [
        _day(article),
        f"{len(article.text):,} characters",
        f"{share:.0f} % boilerplate" + (f" ({', '.join(sorted(kinds))})" if kinds else ""),
        count(len(article.claims), "claim"),
    ]
    if versions := story.versions_of(article):
        numbers = ", ".join(str(story.index_of(version) + 1) for version in versions)
        facts.append(f"the same source as {numbers}, read at another time")
    elif others:
        facts.append(f"same origin as {', '.join(others)}")
    lines = [f"{number}. {_name(article)}"]
    lines += [article.title] if article.title else []
    lines += [article.dateline] if article.dateline else []
    lines += ["; ".join(facts)]
    lines += [f"marked: {', '.join(marked)}"] if (marked := notices.words(article)) else []
    lines += [article.path] if article.path else []
    return "\n   ".join(_wrapped(line, 3) for line in lines)


def _day(article: AnalysedArticle) -> str:
    if article.published:
        return f"published {article.published}"
    return f"updated {article.updated}" if article.updated else "no published date"


def _conflict(link: Link, story: Story) -> str:
    lines = [f"{link.why} (score {link.score:.2f})"]
    lines += [f"{story.index_of(end.article) + 1}: {_quote(end)}" for end in (link.a, link.b)]
    return "\n  ".join(_wrapped(line, 2) for line in lines)


def _claim(article: AnalysedArticle, claim: Claim, story: Story) -> str:
    speaker = f"said by {printable(claim.speaker.text)}" if claim.speaker else "unattributed"
    lines = [_quote(Passage(article, claim.start, claim.end)), f"{', '.join(claim.kinds)}; {speaker}"]
    links = sorted(
        story.evidence(article, claim.start, claim.end), key=lambda link: RELATIONS.index(link.relation)
    )
    told = {article, *story.versions_of(article), *(link.b.article for link in links)}
    others = [(number, other) for number, other in enumerate(story.articles, 1) if other not in told]
    without = [number for number, other in others if not other.partial]
    lines += [
        f"{link.relation} with {story.index_of(link.b.article) + 1}: {_quote(link.b)}"
        + (f" ({link.why})" if link.why else "")
        for link in links
    ]
    if without:
        lines.append(f"no match found in {', '.join(map(str, without))}")
    return "\n  ".join(_wrapped(line, 2) for line in lines)


def _heading(text: str) -> str:
    return f"{text}\n{'-' * len(text)}"


def _name(article: AnalysedArticle) -> str:
    return printable(article.outlet or article.name)


def _quote(passage: Passage) -> str:
    return f"“{printable(passage.text)}”"


def _wrapped(line: str, indent: int) -> str:
    return fill(
        printable(line), WIDTH - indent, subsequent_indent=" " * (indent + 2),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
