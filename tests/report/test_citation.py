from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import sentences
from seedreader.article import Article
from seedreader.report import citation

TEXT = 'The council agreed.  "We will\nbuild it," mayor Ana Ruiz said. Work begins in May.'
RANGES = [(0, 19), (21, 61), (62, 80)]


def article(**known: object) -> Article:
    return Article(**{"text": TEXT, "name": "harbour", **known})  # type: ignore[arg-type]


def cite(words: str, known: Article | None = None, full: bool = False) -> str:
    known = known or article(outlet="Harbour News", published=date(2025, 3, 1))
    start = known.text.index(words)
    return citation.citation(known, start, start + len(words), RANGES, full)


def test_a_whole_sentence_with_its_outlet_and_date() -> None:
    assert cite("The council agreed.") == "“The council agreed.” — Harbour News, 1 March 2025"


def test_quotation_marks_inside_become_single_and_lines_one() -> None:
    cited = cite('"We will\nbuild it," mayor Ana Ruiz said.')
    assert cited == "“‘We will build it,’ mayor Ana Ruiz said.” — Harbour News, 1 March 2025"


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("mayor Ana Ruiz said.", "… mayor Ana Ruiz said."),
        ("The council", "The council …"),
        ("The council agreed", "The council agreed"),
        ("ayor An", "…ayor An…"),
        ("Work begins in May", "Work begins in May"),
        ("build it", "… build it …"),
    ],
)
def test_where_words_of_the_sentence_are_left_out_there_is_an_ellipsis(words: str, quote: str) -> None:
    assert cite(words).startswith(f"“{quote}” — ")


@pytest.mark.parametrize(
    ("known", "source"),
    [
        (article(), "harbour"),
        (article(outlet="Harbour News"), "Harbour News"),
        (article(published=date(2024, 12, 31)), "harbour, 31 December 2024"),
    ],
)
def test_what_is_not_known_is_left_out(known: Article, source: str) -> None:
    assert cite("The council agreed.", known) == f"“The council agreed.” — {source}"


def test_in_full_with_title_and_path() -> None:
    known = article(outlet="Harbour News", title='A "new" pier', path="story/harbour.txt")
    cited = cite("The council agreed.", known, full=True)
    assert cited == "“The council agreed.” — Harbour News, “A ‘new’ pier”, story/harbour.txt"


def test_words_whose_article_is_not_open() -> None:
    assert citation.quoted('We\n"will"', "") == "“We ‘will’”"
    assert citation.quoted("We will", "a.txt") == "“We will” — a.txt"


@pytest.mark.parametrize(
    ("inside", "single"),
    [
        ("“We will,” he said", "‘We will,’ he said"),
        ('he said: "no" ("never")', "he said: ‘no’ (‘never’)"),
        ("«Non», dit-il", "‘Non’, dit-il"),
        ("„Nein“, sagte er", "‘Nein’, sagte er"),
        ('"', "’"),
        ("it's the council’s", "it's the council’s"),
    ],
)
def test_single_quotation_marks(inside: str, single: str) -> None:
    assert citation.single_quotes(inside) == single


def test_what_could_drive_a_terminal_is_left_out() -> None:
    assert citation.plain("a\x1b[2J\x07b\tc\nd\x9b\u202ee\ud800f") == "a[2Jb\tc\ndef"


@given(st.text(), st.data())
def test_no_text_is_too_strange_to_cite(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    known = Article(text, text, title=text, outlet=text, path=text)
    cited = citation.citation(known, start, end, sentences.split_sentences(text), full=True)
    cited.encode()
    assert not any(c in cited for c in "\x1b\n\r\x00\x07\x9b\u202e")


def test_a_citation_is_added_to_a_private_file(tmp_path: Path) -> None:
    path = tmp_path / "citations.txt"
    assert citation.append(path, "one")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not citation.append(path, "two")
    assert path.read_text() == "one\ntwo\n"


def test_what_stood_in_a_file_stays_and_keeps_its_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("mine, without an end")
    path.chmod(0o644)
    assert not citation.append(path, "one")
    assert path.read_text() == "mine, without an end\none\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_why_a_file_can_not_be_added_to_is_told(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    for path in (tmp_path, fifo, tmp_path / "none" / "a.txt", tmp_path / "a\x00b"):
        with pytest.raises(OSError, match="can't be written"):
            citation.append(path, "one")
