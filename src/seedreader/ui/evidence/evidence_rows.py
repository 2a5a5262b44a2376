"""What one origin says of the passage under the cursor, in one row or in a few."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.style import Style

from seedreader.ui.evidence import marked_words
from seedreader.ui.evidence.marked_words import MarkedRanges
from seedreader.ui.terminal_text import fit
from seedreader.ui.themes import marks
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.row_widget import Row, cells_of
from seedreader.ui.widgets.source_numbers import numbers

if TYPE_CHECKING:
    from seedreader.story.origin_evidence import OriginEvidence

UNATTRIBUTED = "unattributed"
SCORE = 6
"""Cells of the score."""
SPEAKER_FROM = 100
"""Panel width from which the speaker has a column."""
COLUMNS_FROM = 80
"""Panel width from which the words stand beside the reason; in less they stand below it."""


class EvidenceColumns(NamedTuple):
    """Cells of mark and numbers, of the reason, of the words, and of the speaker: 0 for no column."""

    lead: int
    why: int
    words: int
    speaker: int


class VoiceStyles(NamedTuple):
    """The styles of a voice's rows: its mark, its reason, the words, what is beside them, what differs."""

    mark: Style
    why: Style
    plain: Style
    faint: Style
    differing: Style
    fact: Style


def columns(voices: Sequence[OriginEvidence], width: int, several: bool = False) -> EvidenceColumns:
    """The columns for these voices.

    The reason has the room it needs, up to the half, less where each voice may take ``several`` rows,
    and more where it is narrow.
    """
    lead = max((cell_len(_lead(voice)) for voice in voices), default=0) + 2
    room = max(0, width - lead - SCORE)
    needed = max((cell_len(_reason(voice)) for voice in voices), default=0) + 2
    named = 0 if width < SPEAKER_FROM else room // 5
    share = 2 / 3 if width < COLUMNS_FROM else 2 / 5 if several else 1 / 2
    why = min(needed, int(room * share))
    return EvidenceColumns(lead, why, room - why - named, named)


def pen(relation: str, styles: Styles, chosen: bool = False) -> VoiceStyles:
    """The styles of a voice with this relation."""
    palette = styles.palette
    behind = palette.cursor if chosen else palette.background
    tone = palette.tones[relation].mark
    return VoiceStyles(
        styles.of(tone, behind, bold=True),
        styles.of(tone, behind),
        styles.of(palette.text, behind),
        styles.of(palette.faint, behind),
        styles.of(palette.strong, behind, bold=True),
        styles.of(tone, behind, bold=True, underline=True),
    )


def rows(
    voice: OriginEvidence, passage: str, cells: EvidenceColumns, styles: Styles, most: int, chosen: bool
) -> list[Row]:
    """At most ``most`` rows of a voice; the words that differ from ``passage`` are marked in them."""
    # the analysis is imported beside the keys, after the first frame
    from seedreader.story.origin_evidence import speaker

    style = pen(voice.link.relation, styles, chosen)
    lead = marks.CURSOR + _lead(voice)[1:] if chosen else _lead(voice)
    differing = _marks(voice, passage, style)
    if sum(cells) + SCORE < COLUMNS_FROM and most > 1:
        return _below(voice, lead, differing, cells, style, most)
    text, name = voice.link.b.text, speaker(voice.link) or UNATTRIBUTED
    parts = (
        [[(lead, style.mark)]],
        marked_words.rows(_reason(voice), cells.why - 1, min(2, most), style.why),
        marked_words.rows(text, cells.words - 1, most, style.plain, *differing),
        marked_words.rows(name, cells.speaker - 1, min(2, most), style.faint),
        [[(_score(voice), style.faint)]],
    )
    lines: Iterator[tuple[Row, ...]] = zip_longest(*parts, fillvalue=[])
    return [_joined(line, (*cells, SCORE), style) for line in lines]


def unlinked(
    source: int, words: str, width: int, styles: Styles, most: int, chosen: bool, before: str
) -> list[Row]:
    """At most ``most`` rows of a passage of a source that is not linked and may be, which ``before`` says."""
    palette = styles.palette
    behind = palette.cursor if chosen else palette.background
    style = styles.of(palette.strong if chosen else palette.text, behind)
    lead = f"{marks.CURSOR if chosen else ' '}  {source + 1}  "
    told = [(before, styles.of(palette.faint, behind))]
    room = width - cell_len(lead) - cell_len(told[0][0])
    rows = []
    for number, row in enumerate(marked_words.rows(words, room - 1, most, style)):
        leading = [(lead, style), *told] if number == 0 else [(" " * (width - room), style)]
        full = [*leading, *row]
        rows.append([*full, (" " * max(0, width - cells_of(full)), style)])
    return rows


def _joined(parts: Sequence[Row], sizes: Sequence[int], style: VoiceStyles) -> Row:
    return [cell for part, size in zip(parts, sizes, strict=True) for cell in _filled(part, size, style)]


def _below(
    voice: OriginEvidence,
    lead: str,
    marks: Sequence[MarkedRanges],
    cells: EvidenceColumns,
    style: VoiceStyles,
    most: int,
) -> list[Row]:
    """The reason in the first row, below it the words, and the speaker after them if there is room."""
    from seedreader.story.origin_evidence import speaker

    room = sum(cells[1:])
    reason = [(fit(_reason(voice), room - 1), style.why)]
    words = marked_words.rows(voice.link.b.text, room + SCORE, most - 1, style.plain, *marks)
    if words and (named := speaker(voice.link)):
        name: Row = [(fit(f"— {named}", room), style.faint)]
        if cells_of(words[-1]) + cells_of(name) + 1 < room + SCORE:
            words[-1] = [*words[-1], (" ", style.plain), *name]
        elif len(words) < most - 1:
            words.append(name)
    first = [(lead, style.mark)]
    return [
        [*_filled(first, cells.lead, style), *_filled(reason, room, style), (_score(voice), style.faint)],
        *([*_filled([], cells.lead, style), *_filled(row, room + SCORE, style)] for row in words),
    ]


def _marks(voice: OriginEvidence, passage: str, style: VoiceStyles) -> list[MarkedRanges]:
    """What differs from the passage; nothing where there is nothing to compare."""
    if voice.link.relation == "related":
        return []
    from seedreader.analysis.differences import passage_diff

    found = passage_diff.compare_passages(passage, voice.link.b.text)
    return [MarkedRanges(found.two_facts, style.fact), MarkedRanges(found.two, style.differing)]


def _lead(voice: OriginEvidence) -> str:
    verdict = marks.VERDICT if voice.link.verdict else " "
    return f" {marks.MARKS[voice.link.relation]}{verdict}{numbers(i + 1 for i in voice.sources)}"


def _reason(voice: OriginEvidence) -> str:
    return f"{voice.link.relation}: {voice.link.why}"


def _score(voice: OriginEvidence) -> str:
    return f"{voice.link.score:.2f} ".rjust(SCORE)


def _filled(row: Row, width: int, style: VoiceStyles) -> Row:
    """A row with spaces up to a width."""
    return [*row, (" " * max(0, width - cells_of(row)), style.plain)]
