"""What every theme promises: text that can be read on all it may lie on, relations that can be told apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

import pytest

from seedreader.article import RELATIONS
from seedreader.ui.themes import THEMES, Palette, after, palette
from seedreader.ui.themes.startup_theme import RGB as TRUE_COLOURS
from seedreader.ui.themes.style_key import StyleKey
from seedreader.ui.themes.styles import Styles
from tests.ui.themes.seeing import EYES, VGA, XTERM, coarse, contrast, distance

RGB = sorted(TRUE_COLOURS)
READABLE, HIGH = 4.5, 7.0
"""WCAG 2's contrast for text, AA and AAA."""
HIGHLIGHTS = {"yellow", "green", "blue", "red", "violet"}


def pairs(shown: Palette) -> Iterator[tuple[str, str, str]]:
    """Every text colour on every background that it can lie on, with a name."""
    voice = shown.voice.split()[-1]
    marks = {f"mark of {relation}": tone.mark for relation, tone in shown.tones.items()}
    inks = {"text": shown.text, "faint": shown.faint, "strong": shown.strong, "accent": shown.accent,
            "note": shown.note, "voice": voice, **marks}  # fmt: skip
    papers = {"background": shown.background, "bar": shown.bar, "cursor": shown.cursor}
    for (paper, behind), (ink, colour) in product(papers.items(), inks.items()):
        yield f"{ink} on {paper}", colour, behind
    for name, colour in {"text": shown.text, "strong": shown.strong, "voice": voice}.items():
        yield f"{name} on match", colour, shown.match
    for paper in ("background", "match"):
        yield f"boilerplate on {paper}", shown.boilerplate, getattr(shown, paper)
    for relation, tone in shown.tones.items():
        inside = {"text": shown.text, "strong": shown.strong, "voice": voice, "mark": tone.mark}
        for name, colour in inside.items():
            yield f"{name} on {relation}", colour, tone.behind
    for name, behind in shown.highlights.items():
        yield f"strong on {name}", shown.strong, behind
        yield f"note's mark on {name}", shown.note, behind
    yield "strong on found", shown.strong, shown.found
    yield "here", *shown.here.split(" on ")  # type: ignore[misc]


@pytest.mark.parametrize("theme", RGB)
def test_every_text_can_be_read_on_all_it_lies_on(theme: str) -> None:
    needed = HIGH if theme == "high-contrast" else READABLE
    poor = {name: round(contrast(a, b), 2) for name, a, b in pairs(palette(theme)) if contrast(a, b) < needed}
    assert poor == {}


@pytest.mark.parametrize("theme", RGB)
def test_so_it_can_in_256_colours(theme: str) -> None:
    shown = [(name, coarse(a), coarse(b)) for name, a, b in pairs(palette(theme, coarse=True))]
    assert {name: round(contrast(a, b), 2) for name, a, b in shown if contrast(a, b) < READABLE} == {}


@pytest.mark.parametrize("in_256", [False, True], ids=["rgb", "256"])
@pytest.mark.parametrize("theme", RGB)
def test_what_is_painted_differs_from_what_it_lies_on(theme: str, in_256: bool) -> None:
    shown = palette(theme, coarse=in_256)
    tones = {tone.behind for tone in shown.tones.values()}
    assert len(tones) == len(RELATIONS)  # related and a lone claim share one: their marks tell them apart
    papers = [shown.background, shown.bar, shown.cursor, shown.match, shown.found]
    painted = [coarse(colour) if in_256 else colour for colour in papers]
    assert len(set(painted)) == len(painted)
    assert len({coarse(colour) if in_256 else colour for colour in shown.highlights.values()}) == 5


@pytest.mark.parametrize("eyes", EYES)
def test_relations_stay_apart_for_every_eye(eyes: str) -> None:
    tones = [palette("colour-blind").tones[relation] for relation in RELATIONS]
    for one, other in combinations(tones, 2):
        assert distance(one.mark, other.mark, eyes) > 15
        assert distance(one.behind, other.behind, eyes) > 12


def painted(shown: Palette) -> Iterator[tuple[str, str]]:
    """The backgrounds of the sixteen colours that bring their text colour."""
    for behind in (shown.match, shown.found, shown.here, *shown.highlights.values()):
        before, paper = behind.split(" on ")
        yield before.split()[-1], paper


@pytest.mark.parametrize("colours", [XTERM, VGA], ids=["xterm", "vga"])
def test_sixteen_colours_are_painted_with_text_that_can_be_read(colours: dict[str, str]) -> None:
    """Text on the terminal's own background has the terminal's own colour, whatever they are."""
    shown = palette("terminal")
    for ink, paper in painted(shown):
        assert contrast(colours[ink], colours[paper]) >= READABLE, (ink, paper)
    assert {shown.text, shown.faint, shown.strong, shown.boilerplate, shown.background} == {"default"}
    assert {shown.cursor, shown.bar} == {"reverse"}


def looks() -> list[StyleKey]:
    """One look of each kind that has to be told from the others."""
    relations = [StyleKey(tone=relation, figure=True) for relation in (*RELATIONS, None)]
    highlights = [StyleKey(colour=colour) for colour in sorted(HIGHLIGHTS)]
    return [
        StyleKey(),
        *relations[:4],
        *highlights,
        StyleKey(cursor=True),
        StyleKey(match=True),
        StyleKey(find=True),
        StyleKey(found=True),
    ]


def test_sixteen_colours_tell_everything_apart() -> None:
    styles = Styles(palette("terminal"))
    shown = [styles.look(look) for look in looks()]
    assert len(set(shown)) == len(shown)
    assert not any(style.bold for style in shown if style.color and style.color.name == "black")


def test_without_colour_there_is_none_and_the_cursor_is_seen() -> None:
    styles = Styles(palette("plain"))
    for look in looks():
        style = styles.look(look)
        assert (style.color, style.bgcolor, style.dim) == (None, None, None)
    cursor, match, text = (
        styles.look(look) for look in (StyleKey(cursor=True), StyleKey(match=True), StyleKey())
    )
    assert (cursor.reverse, match.bold, match.reverse, text.reverse) == (True, True, False, False)
    found, here = (
        styles.look(StyleKey(find=True, cursor=True)),
        styles.look(StyleKey(found=True, cursor=True)),
    )
    assert len({cursor, match, text, found, here}) == 5
    assert styles.of(styles.palette.text, styles.palette.bar).reverse


@pytest.mark.parametrize("theme", THEMES)
def test_a_field_shows_its_cursor(theme: str) -> None:
    styles = Styles(palette(theme))
    shown = styles.palette
    assert styles.of(shown.bar, shown.strong) != styles.of(shown.strong, shown.bar)


@pytest.mark.parametrize("theme", THEMES)
def test_a_palette_is_complete(theme: str) -> None:
    shown = palette(theme)
    assert set(shown.tones) == {*RELATIONS, None}
    assert set(shown.highlights) == HIGHLIGHTS


def test_the_key_goes_through_all_themes() -> None:
    seen, name = [], THEMES[0]
    for _ in THEMES:
        seen.append(name)
        name = after(name)
    assert (seen, name) == (list(THEMES), THEMES[0])


def test_every_theme_of_true_colours_is_measured() -> None:
    assert {name for name in THEMES if palette(name).background.startswith("#")} == TRUE_COLOURS


@pytest.mark.parametrize("theme", THEMES)
def test_who_says_it_is_italic_and_a_figure_bold_whatever_the_theme(theme: str) -> None:
    looks = Styles(palette(theme))
    said, counted = map(looks.look, (StyleKey(None, voice=True), StyleKey(None, figure=True)))
    assert (said.italic, bool(counted.italic)) == (True, False)
    assert counted.bold
