"""A PDF with text at given places, in a face whose letters are all 0.6 of their size wide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 600, 800


class At(NamedTuple):
    """A line of text, its left end and base line in points from the page's lower left."""

    x: float
    y: float
    text: str
    size: float = 10
    bold: bool = False
    turned: bool = False


def pdf(
    pages: Sequence[Sequence[At]],
    info: Mapping[str, str] | None = None,
    pictures: bool = False,
    locked: bool = False,
) -> bytes:
    """A PDF whose pages draw their lines in the order given, each with a picture if so wanted."""
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(pages), b" ".join(b"%d 0 R" % (7 + 2 * i) for i in range(len(pages)))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding >>",
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        b" /Length 1 >>\nstream\n0\nendstream",
        b"<< %s >>" % b" ".join(b"/%s %s" % (k.encode(), _string(v)) for k, v in (info or {}).items()),
    ]
    for page in pages:
        drawn = b"\n".join(map(_drawn, page)) + (b"\nq 500 0 0 700 50 50 cm /Im Do Q" if pictures else b"")
        objects += (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources << /Font"
            b" << /F1 3 0 R /F2 4 0 R >> /XObject << /Im 5 0 R >> >> >>" % (WIDTH, HEIGHT, len(objects) + 2),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        )
    lock = b" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (%s) /U (%s) >> /ID [(a) (a)]" % (
        b"o" * 32,
        b"u" * 32,
    )
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R /Info 6 0 R%s >>\n"
        b"startxref\n%d\n%%%%EOF\n"
    ) % (
        len(objects) + 1, table, len(objects) + 1, lock if locked else b"", len(body),
    )  # fmt: skip


def _string(text: str) -> bytes:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return b"(" + escaped.encode("cp1252", "replace") + b")"


def _drawn(at: At) -> bytes:
    turn = b"0 1 -1 0" if at.turned else b"1 0 0 1"
    return b"BT /F%d %g Tf %s %g %g Tm %s Tj ET" % (
        2 if at.bold else 1,
        at.size,
        turn,
        at.x,
        at.y,
        _string(at.text),
    )


def column(x: float, y: float, lines: Sequence[str], size: float = 10, leading: float = 12) -> list[At]:
    """Lines one below the other."""
    return [At(x, y - i * leading, line, size) for i, line in enumerate(lines)]


def filled(text: str, letters: int) -> list[str]:
    """A text broken into lines of at most so many letters."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) + 1 > letters and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
