"""A report as headings, paragraphs, lists and quotes, the same ones in whatever format it is written."""

from __future__ import annotations

from seedreader.report.outline import sections, wording
from seedreader.report.outline.blocks import INTERNAL, Block, Run, Section, bullets, paragraph
from seedreader.report.values import Report, StoryReport


def outline(report: Report, brief: bool) -> Section:
    """The whole report. ``brief``: what sources say of a fact in a few words, not all of their own."""
    head: list[Block] = [paragraph(wording.made(report))]
    if len(report.stories) == 1:
        story = report.stories[0]
        return Section(1, story.name, story_id(story), (*_story(report, story, brief, 2, head),))
    listed = [
        [paragraph(Run(f"{story.number}. {story.name}", INTERNAL, story_id(story)), f": {line}")]
        for story in report.stories
        for line in (wording.story_line(story),)
    ]
    blocks = [*head, Section(2, "Contents", "contents", (bullets(listed),))] if report.stories else head
    if report.problems:
        blocks.append(Section(2, "Problems in opening", "problems", (sections.problems(report),)))
    for story in report.stories:
        title = f"Story {story.number}: {story.name}"
        blocks.append(Section(2, title, story_id(story), (*_story(report, story, brief, 3, []),)))
    if report.stories:
        right = (sections.legend(), *sections.measured())
        blocks.append(Section(2, "How right the marks are", "marks", right))
    number = f"{len(report.stories):,} stories" if report.stories else "No story"
    return Section(1, number, "report", tuple(blocks))


def story_id(story: StoryReport) -> str:
    """The id of a story's section."""
    return f"s{story.number}"


def _story(report: Report, story: StoryReport, brief: bool, level: int, head: list[Block]) -> list[Block]:
    made = sections.StorySections(report, story, brief, level)
    return [paragraph(wording.overview(story.overview, len(story.disagreements))), *head, *made.every()]
