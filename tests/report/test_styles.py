from __future__ import annotations

from datetime import date

import pytest

from seedreader.report.references.reference import Name, Reference
from seedreader.report.references.styles import STYLES, line, text

RUIZ, OTERO = Name("Ana María Ruiz", "Ruiz", "Ana María"), Name("Jean-Luc Otero", "Otero", "Jean-Luc")
NEWS = Reference(
    "ruiz2025harbour", "article-newspaper", "Harbour council says “yes”", "Harbour News", (RUIZ, OTERO),
    date(2025, 3, 1), "https://example.org/pier", date(2025, 3, 9),
)  # fmt: skip


URL = "https://example.org/pier"
READ = f"Accessed March 9, 2025. {URL}."
RETRIEVED = f"Retrieved March 9, 2025, from {URL}"
TITLE = "“Harbour council says ‘yes’.”"
BARE = Reference("a", "document", "a")


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (NEWS, f"Ruiz, Ana María, and Jean-Luc Otero. {TITLE} Harbour News, March 1, 2025. {READ}"),
        (NEWS._replace(authors=(), published=None), f"Harbour News. {TITLE} n.d. {READ}"),
        (NEWS._replace(outlet="", kind="webpage", authors=()), f"{TITLE} March 1, 2025. {READ}"),
        (
            NEWS._replace(title="Who pays?", authors=(Name("NPA staff"),)),
            f"NPA staff. “Who pays?” Harbour News, March 1, 2025. {READ}",
        ),
        (NEWS._replace(authors=(RUIZ,), outlet=""), f"Ruiz, Ana María. {TITLE} March 1, 2025. {READ}"),
        (BARE, "“a.” n.d."),
        (BARE._replace(title=""), "n.d."),
    ],
)
def test_chicago(known: Reference, said: str) -> None:
    assert text(known, "chicago") == said


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (
            NEWS,
            "Ruiz, A. M., & Otero, J.-L. (2025, March 1). Harbour council says “yes”. Harbour News. "
            + RETRIEVED,
        ),
        (
            NEWS._replace(authors=(), published=None),
            f"Harbour council says “yes”. (n.d.). Harbour News. {RETRIEVED}",
        ),
        (NEWS._replace(authors=(), title="", accessed=None), f"Harbour News. (2025, March 1). {URL}"),
        (BARE, "a. (n.d.)."),
    ],
)
def test_apa(known: Reference, said: str) -> None:
    assert text(known, "apa") == said


def test_plain() -> None:
    assert text(NEWS, "plain") == (
        "Harbour News, 1 March 2025, by Ana María Ruiz, Jean-Luc Otero, “Harbour council says ‘yes’”, "
        f"{URL}, accessed 9 March 2025"
    )
    assert text(BARE, "plain") == "“a”"


def test_a_newspaper_s_name_is_in_italics() -> None:
    for style in ("chicago", "apa"):
        assert [each.text for each in line(NEWS, style) if each.italic] == ["Harbour News"]
    page = NEWS._replace(kind="webpage")
    assert [each.text for each in line(page, "apa") if each.italic] == ["Harbour council says “yes”."]


def test_many_authors_are_as_many_as_the_style_gives() -> None:
    many = NEWS._replace(authors=tuple(Name(f"A B{n}", f"B{n}", "A") for n in range(25)))
    assert text(many, "chicago").startswith("B0, A, A B1, A B2, A B3, A B4, A B5, A B6, et al. “")
    assert ", B18, A., . . . B24, A. (2025" in text(many, "apa")


def test_every_style_takes_any_reference() -> None:
    for style in STYLES:
        assert "".join(each.text for each in line(NEWS, style)) == text(NEWS, style)
