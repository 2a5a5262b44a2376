"""A source as a line of a bibliography: in the style of Chicago, of APA, or plain.

A line is made of stretches, since both styles set the name of a newspaper in italics; plain text leaves that
out. What is not known of a source is left out, or said as the style says it ("n.d.").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from seedreader.report.references.reference import Name, Reference
from seedreader.text.format_dates import long_day
from seedreader.text.months import MONTHS

CHICAGO, APA, PLAIN = "chicago", "apa", "plain"


class Stretch(NamedTuple):
    """Words of a line, and whether they are set in italics."""

    text: str
    italic: bool = False


def line(reference: Reference, style: str) -> tuple[Stretch, ...]:
    """A source in one of `STYLES`."""
    return STYLES[style](reference)


def text(reference: Reference, style: str) -> str:
    """A source in one of `STYLES`, as plain text."""
    return "".join(each.text for each in line(reference, style))


# -- Chicago ------------------------------------------------------------------------------------------


def chicago(reference: Reference) -> tuple[Stretch, ...]:
    """As the bibliography of the Chicago Manual of Style (17th edition, 14.191 and 14.206) has it.

    A newspaper's article without an author begins with the newspaper, any other source with its title.
    """
    title = [Stretch(f"“{_ended(_inner(reference.title), '.')}”")] if reference.title else []
    outlet = Stretch(reference.outlet, italic=reference.kind == "article-newspaper")
    day = _american(reference.published) if reference.published else "n.d."
    read = [Stretch(f"Accessed {_american(reference.accessed)}.")] if reference.accessed else []
    url = [Stretch(f"{reference.url}.")] if reference.url else []
    if reference.authors:
        dated = _joined(outlet, f", {day}.") if reference.outlet else (Stretch(_sentence(day)),)
        parts = [(Stretch(_ended(_chicago_names(reference.authors), ".")),), *_each(title), dated]
    elif reference.outlet:
        parts = [_joined(outlet, "" if reference.outlet.endswith(".") else "."), *_each(title)]
        parts.append((Stretch(_sentence(day)),))
    else:
        parts = [*_each(title), (Stretch(_sentence(day)),)]
    return _spaced([*parts, *_each(read), *_each(url)])


def _chicago_names(names: Sequence[Name]) -> str:
    """ "Ruiz, Ana, and Tom Otero": the first by the family name; of more than ten the first seven."""
    shown = names if len(names) <= 10 else names[:7]
    first = _by_family(shown[0])
    others = [f"{each.given} {each.family}".strip() if each.family else each.literal for each in shown[1:]]
    if len(shown) < len(names):
        return ", ".join((first, *others, "et al."))
    return f"{', '.join((first, *others[:-1]))}, and {others[-1]}" if others else first


def _american(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


# -- APA ----------------------------------------------------------------------------------------------


def apa(reference: Reference) -> tuple[Stretch, ...]:
    """As the Publication Manual of the APA (7th edition, 10.1 and 10.16) has it.

    A newspaper's name is in italics, of a page elsewhere its title. Without an author the title comes first.
    """
    newspaper = reference.kind == "article-newspaper"
    day = f"({_year_first(reference.published)})." if reference.published else "(n.d.)."
    title: list[tuple[Stretch, ...]] = []
    title += [(Stretch(_ended(reference.title, "."), italic=not newspaper),)] if reference.title else []
    by: list[tuple[Stretch, ...]] = []
    by += [(Stretch(_ended(_apa_names(reference.authors), ".")),)] if reference.authors else []
    if not by and title:
        by, title = title, []
    outlet = [_joined(Stretch(reference.outlet, italic=newspaper), ".")] if reference.outlet else []
    if not by:
        by, outlet = outlet, []
    read = f"Retrieved {_american(reference.accessed)}, from " if reference.accessed else ""
    url = [(Stretch(f"{read}{reference.url}"),)] if reference.url else []
    return _spaced([*by, (Stretch(day),), *title, *outlet, *url])


def _year_first(day: date) -> str:
    return f"{day.year}, {MONTHS[day.month - 1]} {day.day}"


def _apa_names(names: Sequence[Name]) -> str:
    """ "Ruiz, A., & Otero, T.": given names as initials; of more than twenty the first 19 and the last."""
    said = [
        f"{each.family}, {_initials(each.given)}" if each.given else each.family or each.literal
        for each in names
    ]
    if len(said) > 20:
        return f"{', '.join(said[:19])}, . . . {said[-1]}"
    return f"{', '.join(said[:-1])}, & {said[-1]}" if len(said) > 1 else said[0]


def _initials(given: str) -> str:
    """ "Ana María" as "A. M."; "Jean-Luc" as "J.-L."."""
    parts = ("-".join(f"{part[:1]}." for part in word.split("-") if part) for word in given.split())
    return " ".join(parts)


# -- plain --------------------------------------------------------------------------------------------


def plain(reference: Reference) -> tuple[Stretch, ...]:
    """Outlet, day, author, title, address, day of access: what is known of them."""
    told = [reference.outlet] if reference.outlet else []
    told += [long_day(reference.published)] if reference.published else []
    told += [f"by {', '.join(name.literal for name in reference.authors)}"] if reference.authors else []
    told += [f"“{_inner(reference.title)}”"] if reference.title else []
    told += [reference.url] if reference.url else []
    told += [f"accessed {long_day(reference.accessed)}"] if reference.accessed else []
    return (Stretch(", ".join(told)),)


STYLES: dict[str, Callable[[Reference], tuple[Stretch, ...]]] = {CHICAGO: chicago, APA: apa, PLAIN: plain}
"""The styles by name."""


def _by_family(name: Name) -> str:
    return f"{name.family}, {name.given}".rstrip(", ") if name.family else name.literal


def _inner(title: str) -> str:
    """A title that stands in quotation marks, its own made single."""
    from seedreader.report.citation import single_quotes

    return single_quotes(title)


def _sentence(words: str) -> str:
    return words if words.endswith(".") else f"{words}."


def _ended(words: str, mark: str) -> str:
    """Words with a mark behind them, unless one that ends a sentence is there."""
    return words if words.rstrip("”’'\")").endswith((".", "?", "!", "…")) else f"{words}{mark}"


def _joined(one: Stretch, after: str) -> tuple[Stretch, ...]:
    return (one, Stretch(after)) if after else (one,)


def _each(parts: Sequence[Stretch]) -> list[tuple[Stretch, ...]]:
    return [(part,) for part in parts]


def _spaced(parts: Sequence[tuple[Stretch, ...]]) -> tuple[Stretch, ...]:
    """Parts with a space between each two."""
    found: list[Stretch] = []
    for part in parts:
        found += [Stretch(" "), *part] if found else part
    return tuple(found)
