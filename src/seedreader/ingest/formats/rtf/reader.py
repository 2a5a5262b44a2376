"""Reads RTF: groups, words and bytes to blocks, in one pass over the file.

Bytes are in the code page of their font, or of the document; where it names none and they are UTF-8, in that.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from seedreader.ingest.formats.rtf import words
from seedreader.ingest.formats.rtf.front import LOW, Font, decoded, read_front
from seedreader.ingest.formats.rtf.paragraphs import Paragraphs
from seedreader.ingest.office import TITLE
from seedreader.ingest.symbols import character
from seedreader.ingest.text_builder import Block

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\"
)
_HEADING = re.compile(r"heading \d|überschrift \d|titre \d|title|titel|subtitle|untertitel", re.IGNORECASE)
_TITLE = re.compile(r"title|titel|titre", re.IGNORECASE)

MAX_DEPTH = 5_000
"""Groups inside one another beyond which they count as one."""


class _State(NamedTuple):
    """What holds inside a group. ``out`` is whether its words are no text, ``into`` where they go."""

    out: bool = False
    into: str = ""
    unicode_skip: int = 1
    font: int = -1
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    struck: bool = False
    bold: bool = False
    raised: bool = False


class Reader:
    """Reads one document: `run` fills ``blocks``, ``notes`` and ``margins``.

    ``complete`` is whether every group that was opened is closed.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._state = _State()
        self._stack: list[tuple[_State, Paragraphs]] = []
        self._main = self._target = self._under = Paragraphs()
        self._front = read_front(data)
        self._bytes = bytearray()
        self._skip = 0
        self._surrogate = 0
        self._style = 0
        self._level = -1
        self._centred = self._in_table = False
        self._names = bytearray()
        self._told: set[str] = set()
        self.notes: list[Block] = []
        self.margins: list[Block] = []
        self.complete = True

    @property
    def blocks(self) -> list[Block]:
        """The paragraphs and tables of the text."""
        return self._main.blocks

    def run(self) -> None:
        """Read it all."""
        data = self._data
        at, size = 0, len(data)
        starts = False
        ignorable = False
        while at < size:
            match = _TOKEN.match(data, at)
            if match is None:
                at += 1
                continue
            at = match.end()
            word, number, code, sign, brace, text = match.groups()
            if brace == b"{":
                self._open()
                starts, ignorable = True, False
            elif brace:
                self._close()
                starts = ignorable = False
            elif word is not None:
                name = word.decode("ascii")
                value = int(number) if number is not None else None
                if name == "bin":
                    at = min(size, at + max(0, value or 0))
                else:
                    self._word(name, value, starts, ignorable)
                starts = ignorable = False
            elif code is not None:
                self._byte(int(code, 16))
                starts = False
            elif sign == b"*" and starts:
                ignorable = True
            elif sign is not None:
                self._sign(sign)
                starts = False
            elif text is not None:
                self._literal(text)
                starts = False
        self._flush()
        self._end_paragraph()
        self.complete = not self._stack
        while self._stack:
            self._close()
        self._main.flush_table()
        self._main.flush_cells()

    def _open(self) -> None:
        self._flush()
        self._skip = 0
        if len(self._stack) < MAX_DEPTH:
            self._stack.append((self._state, self._target))
        else:
            self._stack.append(self._stack[-1])

    def _close(self) -> None:
        self._flush()
        self._skip = 0
        if not self._stack:
            return
        state, target = self._stack.pop()
        self._under = target
        if self._target is not target:
            self._finish(self._target, self._state.into)
        elif self._state.into == "name" and state.into != "name":
            name = bytes(self._names).decode("latin-1").strip()
            self._names.clear()
            target.names.append(name)
        self._state, self._target = state, target

    def _finish(self, target: Paragraphs, into: str) -> None:
        """A note, box or margin ends."""
        if target.length:
            target.blocks.append(target.end("paragraph", False))
        target.flush_table()
        target.flush_cells()
        shown = [block for block in target.blocks if block.text.strip()]
        if into == "note" and shown:
            text = "\n".join(block.text.strip() for block in shown)
            self.notes.append(Block(f"[{len(self.notes) + 1}] {text}"))
        elif into == "box":
            self._under.boxes += shown
        elif into in ("header", "footer"):
            for block in shown:
                words = re.sub(r"[\d\s]+", " ", block.text).casefold()
                if words not in self._told and re.search(r"[^\W\d_]{3}", words):
                    self._told.add(words)
                    self.margins.append(Block(block.text, into))

    def _word(self, name: str, value: int | None, starts: bool, ignorable: bool) -> None:
        state = self._state
        if name == "u":
            self._unicode(value or 0)
            return
        if self._skip and name not in ("uc",):
            self._skip -= 1
            if name in words.CHARACTERS:
                return
        self._flush()
        on = value != 0
        if starts and self._destination(name, ignorable):
            return
        if name == "dptxbxtext":
            self._into("box")
        elif name in words.CHARACTERS and name != "cell":
            self._text(words.CHARACTERS[name])
        elif name in words.PARAGRAPH:
            if not state.out:
                self._end_paragraph(kept=self._in_table)
        elif name in ("cell", "nestcell"):
            if not state.out:
                self._end_cell()
        elif name in ("row", "nestrow"):
            if not state.out:
                self._end_row()
        elif name == "pard":
            self._style, self._level, self._centred, self._in_table = 0, -1, False, False
        elif name == "plain":
            self._state = state._replace(
                hidden=False, struck=False, bold=False, raised=False, deleted=False, inserted=False, font=-1
            )
        elif name == "s":
            self._style = value or 0
        elif name == "outlinelevel":
            self._level = -1 if value is None else value
        elif name in ("qc", "ql", "qr", "qj"):
            self._centred = name == "qc"
        elif name == "intbl":
            self._in_table = True
        elif name in ("f", "af"):
            if name == "f":
                self._state = state._replace(font=-1 if value is None else value)
        elif name == "uc":
            self._state = state._replace(unicode_skip=min(max(0, 1 if value is None else value), 20))
        elif name == "v":
            self._state = state._replace(hidden=on)
        elif name == "deleted":
            self._state = state._replace(deleted=on)
        elif name == "revised":
            self._state = state._replace(inserted=on)
        elif name in ("strike", "striked"):
            self._state = state._replace(struck=on)
        elif name == "b":
            self._state = state._replace(bold=on)
        elif name == "super":
            self._state = state._replace(raised=on)
        elif name in ("nosupersub", "sub"):
            self._state = state._replace(raised=False)
        elif name == "htmlrtf":
            self._state = state._replace(out=on)

    def _destination(self, name: str, ignorable: bool) -> bool:
        """Enter a group that its first word names; False where that is a word like others."""
        state = self._state
        if name in words.MARGINS:
            self._into(words.MARGINS[name])
        elif name == "footnote":
            if not state.out:
                self._text(f"[{len(self.notes) + 1}]")
                self._into("note")
        elif name == "bkmkstart":
            self._state = state._replace(into="name", out=False)
        elif name in ("shptxt", "dptxbxtext"):
            self._into("box")
        elif name == "ud":
            self._state = state._replace(out=False)
        elif name in ("shpinst", "shpgrp") or name in words.OUT or (ignorable and name not in words.IN):
            self._state = state._replace(out=True)
        else:
            return False
        return True

    def _into(self, where: str) -> None:
        self._target = Paragraphs()
        self._state = self._state._replace(out=False, into=where)

    def _unicode(self, value: int) -> None:
        self._flush()
        self._skip = self._state.unicode_skip
        value %= 0x10000
        if 0xD800 <= value < 0xDC00:
            self._surrogate = value
            return
        if 0xDC00 <= value < 0xE000:
            high, self._surrogate = self._surrogate, 0
            if not high:
                return
            value = 0x10000 + ((high - 0xD800) << 10) + (value - 0xDC00)
        self._surrogate = 0
        font = self._front.fonts.get(self._state.font)
        if font and font.pictures and 0xF000 <= value < 0xF100:
            self._text(character(value, font.pictures))
        elif value >= 32 or value in (9, 10):
            self._text(chr(value))

    def _sign(self, sign: bytes) -> None:
        if self._skip:
            self._skip -= 1
            return
        self._flush()
        if sign in (b"\n", b"\r"):
            if not self._state.out:
                self._end_paragraph(kept=self._in_table)
        elif (text := words.SIGNS.get(sign.decode("latin-1"))) is not None:
            self._text(text)

    def _byte(self, value: int) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._bytes.append(value)

    def _literal(self, text: bytes) -> None:
        if self._skip:
            skipped = min(self._skip, len(text))
            self._skip -= skipped
            text = text[skipped:]
        if not text:
            return
        if self._state.out:
            return
        if self._front.is_utf8 and text.translate(None, LOW):
            self._flush()
            self._text(text.decode("utf-8", "replace"))
        else:
            self._bytes += text

    def _flush(self) -> None:
        """Give out the bytes that wait for those that may belong to them."""
        if not self._bytes:
            return
        data = bytes(self._bytes)
        self._bytes.clear()
        if self._state.into == "name":
            self._names += data
            return
        if self._state.out:
            return
        number = self._state.font if self._state.font >= 0 else self._front.default_font
        font = self._front.fonts.get(number, Font())
        if font.pictures:
            self._text(
                "".join(character(byte + 0xF000 if byte > 32 else byte, font.pictures) for byte in data)
            )
            return
        self._text(decoded(data, font.encoding or self._front.encoding).replace("\r", "\n"))

    def _text(self, text: str) -> None:
        state = self._state
        if state.out or state.deleted or state.into == "name" or not text:
            return
        if state.raised and re.fullmatch(r"[-−]?\d+", text) and self._ends_in_figure():
            text = f"^{text}"
        kinds = tuple(
            kind
            for kind, is_so in (
                ("hidden", state.hidden),
                ("inserted", state.inserted),
                ("deleted", state.struck),
            )
            if is_so
        )
        self._target.add(text, kinds, state.bold)

    def _ends_in_figure(self) -> bool:
        return bool(self._target.parts) and self._target.parts[-1][-1:].isdigit()

    def _end_paragraph(self, kept: bool = False) -> None:
        target = self._target
        block = self._block()
        boxes, target.boxes = target.boxes, []
        if kept:
            target.cell += [block, *boxes]
            return
        if block.text.strip():
            target.flush_table()
        target.blocks += [block, *boxes]

    def _block(self) -> Block:
        style = self._front.styles.get(self._style, "")
        is_heading = _HEADING.match(style) or 0 <= self._level < 9
        if _TITLE.fullmatch(style):
            self._target.names.append(TITLE)
        return self._target.end("heading" if is_heading else "paragraph", self._centred)

    def _end_cell(self) -> None:
        target = self._target
        target.cell.append(self._block())
        target.cells.append(target.cell)
        target.cell = []

    def _end_row(self) -> None:
        target = self._target
        if target.cell:
            target.cells.append(target.cell)
            target.cell = []
        if target.cells:
            target.rows.append(target.cells)
            target.cells = []
