"""Which source says what of which fact: facts down, sources across."""

from __future__ import annotations

from seedreader.report.measured import IN_WORDS, MARKS
from seedreader.report.pictures.grid import Grid, GridCell, GridRow
from seedreader.report.values import Disagreement, Fact, StoryReport
from seedreader.text.plurals import count

MOST_ROWS = 30
"""Facts that are drawn."""

FIRST = GridCell("●", "first", "says it in the words that stand for the fact")
_TONES = {"conflict": "against", "copy": "same", "agree": "same", "refine": "same"}


def grid(story: StoryReport) -> Grid:
    """The disagreements, then the facts of several origins, each with what every source says of it."""
    facts = [fact for fact in story.facts if fact.origins > 1 and fact.disagreement is None]
    rows = [_disagreement(story, each) for each in story.disagreements]
    rows += [_fact(story, each) for each in facts]
    left_out = len(rows) - MOST_ROWS
    more = f" {left_out} more are not drawn." if left_out > 0 else ""
    key = [(FIRST, FIRST.said)]
    key += [(GridCell(MARKS[each], _TONES[each], IN_WORDS[each]), IN_WORDS[each]) for each in _TONES]
    return Grid(
        "Sources and facts",
        f"{count(len(story.disagreements), 'disagreement')} and {count(len(facts), 'fact')} of several "
        f"origins, and what each of {count(len(story.sources), 'source')} says of them; the report tells the "
        f"same in words.{more}",
        [source.name for source in story.sources],
        rows[:MOST_ROWS],
        key,
    )


def _disagreement(story: StoryReport, each: Disagreement) -> GridRow:
    """The first position's sources agree with each other; those of the others stand against it."""
    cells: dict[int, GridCell] = {}
    for place, position in enumerate(each.positions):
        for source in position.sources:
            mark, tone = ("●", "first") if not place else (MARKS["conflict"], "against")
            cells.setdefault(source, GridCell(mark, tone, f"{_name(story, source)}: {position.value}"))
    return GridRow(each.title, [cells.get(source.number) for source in story.sources])


def _fact(story: StoryReport, fact: Fact) -> GridRow:
    cells: dict[int, GridCell] = {}
    for each in fact.sources:
        number = each.quote.source
        sign, tone = (MARKS[each.relation], _TONES[each.relation]) if each.relation else ("●", "first")
        said = IN_WORDS[each.relation] if each.relation else FIRST.said
        cells[number] = GridCell(sign, tone, f"{_name(story, number)} {said}: {each.quote.text}")
    return GridRow(fact.quote.text, [cells.get(source.number) for source in story.sources])


def _name(story: StoryReport, number: int) -> str:
    return f"{number} {story.sources[number - 1].name}"
