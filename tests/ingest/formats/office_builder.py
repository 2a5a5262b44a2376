"""Word, OpenDocument and RTF documents, made up."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD = f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:v" xmlns:wps="urn:wps"'
_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)


def zipped(members: Mapping[str, str | bytes], first: str = "") -> bytes:
    """A zip archive of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word document with this XML as its body; ``parts`` are further ones of ``word/``."""
    members = {"word/document.xml": f"<w:document {_WORD}><w:body>{body}</w:body></w:document>"}
    members |= {
        f"word/{name}.xml": f"<w:{name} {_WORD}>{content}</w:{name}>" for name, content in parts.items()
    }
    return zipped(members)


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs, each plain text or XML."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(run if run.startswith('<') else r(run) for run in runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text; ``\\n`` is a line break."""
    inner = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def marked(lines: list[tuple[str, str]]) -> str:
    """Paragraphs with bookmarks."""
    return "".join(
        p(f'<w:bookmarkStart w:id="0" w:name="{name}"/>' if name else "<w:proofErr/>", r(text))
        for text, name in lines
    )


def odt(body: str, styles: str = "") -> bytes:
    """An OpenDocument text."""
    kind = "application/vnd.oasis.opendocument.text"
    content = (
        f"<office:document-content {_ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": kind, "content.xml": content}, first="mimetype")


def rtf(body: str, head: str = r"\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}}") -> bytes:
    """An RTF document; the body is RTF of ASCII characters."""
    return ("{\\rtf1" + head + body + "}").encode("latin-1")


def rtf_lines(lines: list[tuple[str, str]]) -> bytes:
    """Paragraphs with bookmarks as RTF."""
    made = []
    for text, name in lines:
        mark = f"{{\\*\\bkmkstart {name}}}{{\\*\\bkmkend {name}}}" if name else ""
        words = "".join(letter if letter.isascii() else f"\\u{ord(letter)}?" for letter in text).replace(
            "\n", "\\line "
        )
        made.append(f"{mark}{words}\\par\n")
    return rtf("".join(made))
