from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from seedreader.article import Article
from seedreader.ingest.load_files import load
from seedreader.report.pictures import PICTURES, inline, standalone
from seedreader.report.pictures.grid import DARK, DARK_FAINT, DARK_INK, DARK_PAPER, FAINT, INK, PAPER, TONES
from tests.report.hostile import HOSTILE, hostile
from tests.report.made import harbour, reported

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {f"{SVG}{name}" for name in ("svg", "title", "desc", "style", "rect", "path", "text", "g")}


def drawn(name: str, articles: list[Article]) -> ElementTree.Element:
    return ElementTree.fromstring(standalone(reported(articles).stories[0], name))  # noqa: S314


def words(picture: ElementTree.Element) -> list[str]:
    return ["".join(each.itertext()) for each in picture.iter(f"{SVG}text")]


def test_the_matrix_shows_who_contradicts_whom() -> None:
    picture = drawn("matrix", harbour())
    assert picture.attrib["role"] == "img"
    names = picture.attrib["aria-labelledby"].split()
    assert [picture.find(f".//*[@id='{name}']") is not None for name in names] == [True, True]
    desc = picture.find(f"{SVG}desc")
    assert desc is not None and (desc.text or "").startswith("1 disagreement and 1 fact of several origins")
    said = words(picture)
    assert "4 million euros ≠ 6 million euros" in said
    assert said[:2] == ["1", "2"] and "1 Harbour News" in said
    row = said[said.index("4 million euros ≠ 6 million euros") :][:3]
    assert row[1:] == ["●", "≠"]
    titles = ["".join(each.itertext()) for each in picture.iter(f"{SVG}title")]
    assert "2 Gazette: 6 million euros" in titles


def test_the_timeline_has_a_row_for_each_day() -> None:
    said = words(drawn("timeline", harbour()))
    assert any(each.startswith("8 Jan 2024: ") for each in said)
    assert said.count("P") == 3 and "10 Jan 2024" in said  # two pages, and the key


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_there_even_of_nothing(name: str, seeds: list[Path]) -> None:
    assert drawn(name, [Article("", "a")]).tag == f"{SVG}svg"
    whole = drawn(name, list(load([str(seed) for seed in seeds]).articles))
    wide, tall = (float(whole.attrib[side]) for side in ("width", "height"))
    for rect in whole.iter(f"{SVG}rect"):
        assert float(rect.attrib.get("x", 0)) + float(rect.attrib["width"]) <= wide
        assert float(rect.attrib.get("y", 0)) + float(rect.attrib["height"]) <= tall


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("words_", HOSTILE)
def test_nothing_that_others_wrote_becomes_an_element(name: str, words_: str) -> None:
    said = standalone(hostile(words_).stories[0], name)
    picture = ElementTree.fromstring(said)  # noqa: S314
    assert {each.tag for each in picture.iter()} <= ELEMENTS
    assert not any(key.startswith("on") or "href" in key for each in picture.iter() for key in each.attrib)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said)


def test_in_a_page_the_styles_are_the_page_s_and_the_ids_are_given() -> None:
    said = inline(reported(harbour()).stories[0], "matrix", "pic7")
    assert "<style>" not in said and 'id="pic7-t"' in said and "xmlns" not in said


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_every_sign_and_word_can_be_read_in_light_and_dark() -> None:
    pairs = [(INK, PAPER), (FAINT, PAPER), (DARK_INK, DARK_PAPER), (DARK_FAINT, DARK_PAPER)]
    pairs += [
        pair for tone in TONES.values() for pair in ((tone.ink, tone.fill), (tone.dark_ink, tone.dark_fill))
    ]
    assert min(contrast(*pair) for pair in pairs) >= 4.5
    assert all(f".{name}{{fill:{tone.dark_fill}}}" in DARK for name, tone in TONES.items())
