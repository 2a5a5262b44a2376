"""Files of very many records, cut into pieces: together these hold what the whole file does."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from seedreader.article import Article
from seedreader.ingest import load_files, pieces
from seedreader.ingest.errors import Problem
from seedreader.ingest.pieces import Piece

PAGE = "<html><head><title>{0}</title></head><body><h1>{0}</h1><p>{1}</p></body></html>"


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "SMALLEST", dict.fromkeys(pieces.SMALLEST, 1))
    monkeypatch.setattr(pieces, "PIECE", dict.fromkeys(pieces.PIECE, 2_000))


def lines(own_ids: bool = False) -> bytes:
    made = []
    for number in range(60):
        record = {"title": f"Report {number}", "text": f"The council met on day {number}. " * 3}
        made.append(json.dumps({"id": f"r{number}", **record} if own_ids else record))
    return "\n".join(made).encode() + b"\n"


def archive() -> bytes:
    made = b""
    for number in range(12):
        body = PAGE.format(f"Report {number}", f"The council met on day {number}, and said so. " * 8)
        http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{number}\r\n"
            f"WARC-Date: 2025-03-0{number % 9 + 1}T00:00:00Z\r\nContent-Type: application/http\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        made += head.encode() + http + b"\r\n\r\n"
    return made


def in_pieces(file: Path) -> tuple[list[Article], list[Problem], int]:
    articles: list[Article] = []
    problems: list[Problem] = []
    number = 0
    for piece in pieces.cut(file) or ():
        if isinstance(piece, Piece):
            assert piece.number == number
            number += 1
            found = load_files.read_piece(file, piece)
            articles += found.articles
            problems += found.problems
        else:
            problems.append(piece)
    return articles, problems, number


def told(articles: list[Article]) -> list[tuple[object, ...]]:
    return [(each.source, each.title, each.text, each.url, each.retrieved, each.name) for each in articles]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@pytest.mark.parametrize(
    ("name", "data"), [("a.jsonl", lines()), ("a.jsonl", lines(own_ids=True)), ("a.warc", archive())]
)
def test_pieces_hold_what_the_file_holds(name: str, data: bytes, pack: object, tmp_path: Path) -> None:
    file = tmp_path / (name if pack is bytes else f"{name}.gz")
    file.write_bytes(pack(data))  # type: ignore[operator]
    articles, problems, number = in_pieces(file)
    whole = load_files.read_file(file)
    assert number > 2
    assert told(articles) == told(list(whole.articles))
    assert len(articles) in (12, 60)
    assert problems == list(whole.problems) == []


def test_what_is_not_whole_records_is_not_cut(tmp_path: Path) -> None:
    for name, content in (
        ("a.json", json.dumps([{"title": "A", "text": "B"}], indent=1)),
        ("a.txt", "One.\nTwo.\nThree.\n"),
        ("a.csv", "title,text\na,b\n"),
        ("a.jsonl", '{"title": "A", "text": "B"}\n'),
    ):
        (tmp_path / name).write_text(content)
        assert pieces.cut(tmp_path / name) is None
    assert pieces.cut(tmp_path / "none") is None


def test_bad_lines_and_a_cut_off_end_are_told(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(lines() + b"no JSON\n" + lines())
    articles, problems, _ = in_pieces(file)
    assert len(articles) == 120
    assert [problem.kind for problem in problems] == ["lost"]
    packed = tmp_path / "a.jsonl.gz"
    packed.write_bytes(gzip.compress(lines())[:-60])
    _, problems, _ = in_pieces(packed)
    assert "truncated" in {problem.kind for problem in problems}
    assert {problem.source for problem in problems} == {str(packed)}
