"""How right each mark is: README's table and the reports tell the same."""

from __future__ import annotations

from pathlib import Path

from seedreader.article import RELATIONS
from seedreader.report.measured import IN_WORDS, MARKS, MEASURED
from seedreader.ui.themes import marks

README = Path(__file__).parents[2] / "README.md"


def test_readme_has_these_figures() -> None:
    table = README.read_text().partition("| mark | right | what it misses |\n")[2].partition("\n\n")[0]
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()[1:]]
    told = [[f"`{each.mark}`" if each.relation else each.mark, each.right, each.misses] for each in MEASURED]
    assert rows == told


def test_the_marks_are_those_of_the_reader() -> None:
    assert {relation: marks.MARKS[relation] for relation in RELATIONS} == MARKS
    assert IN_WORDS.keys() == MARKS.keys()
    assert all(MARKS[each.relation] == each.mark for each in MEASURED if each.relation)
