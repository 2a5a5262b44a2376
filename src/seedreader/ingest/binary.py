"""What a file that holds no text is, by its first bytes, and what to do instead."""

from __future__ import annotations

_PICTURE = "a picture ({}); open the text that belongs to it, or read the picture with OCR first"
_ARCHIVE = "a {} archive; unpack it and open the folder"
_SOUND = "a sound or film file ({}); open its subtitles or a transcript"
_PROGRAM = "a program ({}), not a text"
_BASE = "a database ({}); export its articles as JSON or CSV"

_KINDS = (
    (b"\xff\xd8\xff", _PICTURE.format("JPEG")),
    (b"\x89PNG\r\n\x1a\n", _PICTURE.format("PNG")),
    (b"GIF87a", _PICTURE.format("GIF")),
    (b"GIF89a", _PICTURE.format("GIF")),
    (b"II*\x00", _PICTURE.format("TIFF")),
    (b"MM\x00*", _PICTURE.format("TIFF")),
    (b"8BPS", _PICTURE.format("Photoshop")),
    (b"AT&TFORM", _PICTURE.format("DjVu")),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE.format("7-Zip")),
    (b"Rar!\x1a\x07", _ARCHIVE.format("RAR")),
    (b"MSCF", _ARCHIVE.format("Cabinet")),
    (b"\x1f\x9d", _ARCHIVE.format("compress (.Z)")),
    (b"\x1f\xa0", _ARCHIVE.format("compress (.Z)")),
    (b"ID3", _SOUND.format("MP3")),
    (b"OggS", _SOUND.format("Ogg")),
    (b"fLaC", _SOUND.format("FLAC")),
    (b"\x1aE\xdf\xa3", _SOUND.format("Matroska or WebM")),
    (b"\x7fELF", _PROGRAM.format("ELF")),
    (b"\xca\xfe\xba\xbe", _PROGRAM.format("Java or macOS")),
    (b"\xcf\xfa\xed\xfe", _PROGRAM.format("macOS")),
    (b"SQLite format 3\x00", _BASE.format("SQLite")),
    (b"PAR1", "a Parquet table; export it as CSV or JSON Lines"),
    (b"ITSF", "a compiled help file (CHM); export it as HTML"),
    (b"!BDN", "an Outlook data file (PST); export its messages as .eml or .mbox"),
    (b"bplist00", "a property list, such as a Safari web archive; save the page as HTML instead"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)  # fmt: skip
_BOXED = {
    b"heic": _PICTURE.format("HEIC"), b"heix": _PICTURE.format("HEIC"), b"mif1": _PICTURE.format("HEIF"),
    b"avif": _PICTURE.format("AVIF"),
}  # fmt: skip


def kind(head: bytes) -> str | None:
    """What a file with these first bytes is, as the rest of a sentence; None for what may be text."""
    for magic, told in _KINDS:
        if head.startswith(magic):
            return told
    if head[4:8] == b"ftyp":
        return _BOXED.get(head[8:12], _SOUND.format("MP4"))
    if head.startswith(b"RIFF"):
        return _PICTURE.format("WebP") if head[8:12] == b"WEBP" else _SOUND.format("WAV or AVI")
    if head.startswith(b"MZ") and b"\x00\x00" in head[:64]:
        return _PROGRAM.format("Windows")
    if head[60:68] in (b"BOOKMOBI", b"TEXtREAd"):
        return "a Kindle book (MOBI); convert it to EPUB"
    return None
