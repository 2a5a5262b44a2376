"""What stands in the evidence panel: for the passage under the cursor, what each other source says."""

from __future__ import annotations

from itertools import groupby

from rich.cells import cell_len
from rich.style import Style

from seedreader.article import RELATIONS, Link
from seedreader.session import Place, Session
from seedreader.ui import annotation_row, theme
from seedreader.ui.bars import count
from seedreader.ui.safe import fit
from seedreader.ui.styles import Styles
from seedreader.ui.widgets.rows import Row

UNNAMED = "no one named"
SCORE = 6
"""Cells of the score."""
SPEAKER_FROM = 100
"""Panel width from which the speaker has a column."""


def panel(
    session: Session, styles: Styles, width: int, height: int, chosen: Place | None = None
) -> list[Row]:
    """The passage, then a row for each origin that speaks of it, the silent sources, the notes.

    ``chosen`` is the passage whose row stands out, with each source of its origin in a row of its own.
    """
    palette = styles.palette
    faint = styles.of(palette.faint)
    rows: list[Row] = [_heading(session, styles, width)]
    if session.story is None:
        return [*rows, _told(session.failure or "reading the sources together …", faint, width)]
    groups: list[list[Link]] = []
    if len(session.sources) == 1:
        rows.append(_told("One source alone: there is nothing to compare it with.", faint, width))
    else:
        groups = _by_origin(session, session.evidence(), apart=chosen is not None)
        rows += _matches(session, groups, styles, width, chosen.source if chosen else None)
        if chosen and not any(_number(session, links[0]) == chosen.source + 1 for links in groups):
            rows.insert(1, _unlinked(session, chosen, styles, width))
        if silent := _silent(session, groups):
            rows.append(_told(silent, faint, width))
    notes = [annotation_row.row(placed, styles, width) for placed in session.annotations_here()]
    most = max(1, height // 3, height - len(rows))
    if len(notes) > most == 1:
        more = f" +{len(notes) - 1}: o "
        newest = annotation_row.row(session.annotations_here()[-1], styles, width - len(more))
        notes = [[*newest, (more, styles.of(palette.accent))]]
    elif len(notes) > most:
        older = count(len(notes) - most + 1, "older one")
        notes = [_told(f"… {older}: o lists them", faint, width), *notes[len(notes) - most + 1 :]]
    room = height - len(notes)
    if len(rows) > room and chosen is not None:
        rows = [rows[0], *_around(rows[1:], _chosen_row(session, groups, chosen.source), room - 1)]
    elif len(rows) > room:
        left_out = count(len(rows) - room + 1, "more row")
        rows = [*rows[: room - 1], _told(f"… {left_out}: Enter visits every match", faint, width)]
    return [*rows, *notes]


def _chosen_row(session: Session, groups: list[list[Link]], chosen: int) -> int:
    return next((i for i, links in enumerate(groups) if _number(session, links[0]) == chosen + 1), 0)


def _unlinked(session: Session, place: Place, styles: Styles, width: int) -> Row:
    """The row of a passage that is about to be linked and is not."""
    palette = styles.palette
    words = session.sources[place.source].article.text[place.start : place.end]
    lead = f"{theme.CURSOR}  {place.source + 1}  "
    told = f"{lead}not linked so far: {fit(words, max(1, width - cell_len(lead) - 20))}"
    return [(_column(told, width), styles.of(palette.strong, palette.cursor))]


def _around(rows: list[Row], at: int, room: int) -> list[Row]:
    """As many rows as there is room for, row ``at`` among them."""
    first = max(0, min(at - room // 2, len(rows) - room))
    return rows[first : first + room]


def _told(text: str, style: Style, width: int) -> Row:
    return [("   " + fit(text, width - 4), style)]


def _heading(session: Session, styles: Styles, width: int) -> Row:
    palette = styles.palette
    bar = styles.of(palette.strong, palette.bar)
    _, start, end = session.passage
    text = session.here.article.text[start:end]
    if (chosen := session.selection) is not None:
        edge = "end" if chosen.at_end else "beginning"
        tail = f" — selecting by {chosen.unit}, the {edge} moves "
        return [
            (f" {theme.CURSOR} ", styles.of(palette.accent, palette.bar, bold=True)),
            (fit(text, width - 3 - cell_len(tail)), bar),
            (tail, styles.of(palette.accent, palette.bar)),
        ]
    kinds = ", ".join(dict.fromkeys(span.kind for span in session.noise))
    if session.noise and session.noise[0].start <= start:
        lead, tail = f" {theme.NOISE} ", f" — boilerplate: {kinds} "
    else:
        claim = session.claim
        strongest = min((RELATIONS.index(link.relation) for link in session.evidence()), default=None)
        relation = None if strongest is None else RELATIONS[strongest]
        lead = f" {theme.MARKS[relation]} " if claim or relation else "   "
        said = claim.speaker.text if claim and claim.speaker else UNNAMED
        tail = f" — {fit(said, max(16, width // 2 - 8))} " if claim else ""
        tail += f" {theme.NOISE} {kinds} in it " if kinds else ""
    return [
        (lead, styles.of(palette.accent, palette.bar, bold=True)),
        (fit(text, width - cell_len(lead) - cell_len(tail)), bar),
        (tail, styles.of(palette.accent, palette.bar)),
    ]


def _by_origin(session: Session, links: tuple[Link, ...], apart: bool) -> list[list[Link]]:
    """Links of one origin together (or ``apart``), each group's most telling first, and so the groups."""
    assert session.story is not None
    if apart:
        return [[link] for link in links]
    groups: dict[int, list[Link]] = {}
    for link in sorted(links, key=lambda link: (RELATIONS.index(link.relation), -link.score)):
        origin = next(
            i for i, group in enumerate(session.story.origins) if any(a is link.b.article for a in group)
        )
        groups.setdefault(origin, []).append(link)
    return list(groups.values())


def _matches(
    session: Session, groups: list[list[Link]], styles: Styles, width: int, chosen: int | None
) -> list[Row]:
    """Mark and numbers, reason, words, speaker, score. The reason has the room it needs, up to the half."""
    palette = styles.palette
    leads = [
        f" {theme.MARKS[links[0].relation]}{theme.VERDICT if links[0].verdict else ' '}"
        f"{_numbers([_number(session, link) for link in links])}"
        for links in groups
    ]
    lead = max(map(cell_len, leads), default=0) + 2
    reasons = [f"{links[0].relation}: {links[0].why}" for links in groups]
    room = width - lead - SCORE
    why = min(max(map(cell_len, reasons), default=0) + 2, room // 2)
    speaker = 0 if width < SPEAKER_FROM else room // 6
    rows: list[Row] = []
    for links, numbers, reason in zip(groups, leads, reasons, strict=True):
        best = links[0]
        colour = palette.tones[best.relation].mark
        is_chosen = chosen is not None and _number(session, best) == chosen + 1
        behind = palette.cursor if is_chosen else palette.background
        numbers = theme.CURSOR + numbers[1:] if is_chosen else numbers
        rows.append(
            [
                (_column(numbers, lead), styles.of(colour, behind, bold=True)),
                (_column(reason, why), styles.of(colour, behind)),
                (_column(best.b.text, room - why - speaker), styles.of(palette.text, behind)),
                (_column(_speaker(session, best), speaker), styles.of(palette.faint, behind)),
                (f"{best.score:.2f} ".rjust(SCORE), styles.of(palette.faint, behind)),
            ]
        )
    return rows


def _column(text: str, width: int) -> str:
    """``text`` in exactly ``width`` cells, a space at its end; a lead may begin with one too."""
    if width <= 1:
        return " " * width
    lead = " " if text.startswith(" ") else ""
    shown = lead + fit(text, width - 1 - len(lead))
    return shown + " " * (width - cell_len(shown))


def _speaker(session: Session, link: Link) -> str:
    claims = session.sources[_number(session, link) - 1].claims
    inside = (c for c in claims if c.start < link.b.end and link.b.start < c.end)
    return next((c.speaker.text for c in inside if c.speaker), UNNAMED)


def _number(session: Session, link: Link) -> int:
    assert session.story is not None
    return next(i for i, article in enumerate(session.story.articles, 1) if article is link.b.article)


def _numbers(numbers: list[int]) -> str:
    """Source numbers in order, runs of three or more as a range: "1, 2, 4–9"."""
    parts: list[str] = []
    for _, run in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        parts += [f"{found[0]}–{found[-1]}"] if len(found) > 2 else map(str, found)
    return ", ".join(parts)


def _silent(session: Session, groups: list[list[Link]]) -> str:
    """Which other sources say nothing of the passage, and whether they are one origin."""
    assert session.story is not None
    heard = {_number(session, link) for links in groups for link in links} | {session.focus + 1}
    silent = [n for n in range(1, len(session.sources) + 1) if n not in heard]
    if not silent:
        return ""
    origins = sum(
        any(session.story.articles[n - 1] in group for n in silent) for group in session.story.origins
    )
    together = " (one origin)" if origins == 1 and len(silent) > 1 else ""
    return f"{_numbers(silent)} silent{together}"
