"""References as BibTeX, in UTF-8, with the fields of BibLaTeX that Zotero and JabRef read too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from seedreader.report.references.reference import Name, Reference
from seedreader.text import languages

_TYPES = {
    "article-newspaper": "article",
    "webpage": "online",
    "post": "online",
    "personal_communication": "misc",
    "document": "misc",
}
_ESCAPED = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#",
    "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip
_BRACES = {"{": r"\{", "}": r"\}"}
_SPACE = re.compile(r"(\s+)")


def write(references: Sequence[Reference]) -> str:
    """An entry for each reference, with a blank line between two."""
    return "\n".join(map(_entry, references))


def escaped(text: str, named: bool = True) -> str:
    """A text that LaTeX sets as it stands.

    Braces are ``named`` where they are not in pairs: BibTeX counts those behind a backslash, too. Where they
    are, they stay braces, as fewer programs know their names.
    """
    letters = _ESCAPED if named else _ESCAPED | _BRACES
    return "".join(letters.get(letter, letter) for letter in text)


def _entry(reference: Reference) -> str:
    fields = {
        "author": " and ".join(map(_name, reference.authors)),
        "title": _title(reference.title),
        "journal": escaped(reference.outlet),
        "entrysubtype": "newspaper" if reference.kind == "article-newspaper" else "",
        "date": str(reference.published or ""),
        "year": str(reference.published.year) if reference.published else "",
        "url": _address(reference.url),
        "urldate": str(reference.accessed or ""),
        "langid": languages.name(reference.language).lower() if reference.language else "",
        "language": languages.name(reference.language).lower() if reference.language else "",
        "note": escaped(reference.note),
    }
    if _TYPES[reference.kind] != "article":
        # BibLaTeX has one of these for what is online, Zotero reads the other
        fields["organization"] = fields["journaltitle"] = fields.pop("journal")
    lines = [f"  {field} = {{{value}}}" for field, value in fields.items() if value]
    return f"@{_TYPES[reference.kind]}{{{reference.key},\n" + ",\n".join(lines) + "\n}\n"


def _name(name: Name) -> str:
    """A person as "family, given"; a body in braces of its own, so that it is not taken apart."""
    if name.family:
        return f"{escaped(name.family)}, {escaped(name.given)}"
    return f"{{{escaped(name.literal)}}}"


def _title(title: str) -> str:
    """A title whose words with capitals stand in braces, so that no style makes them small."""
    named = not _is_paired(title)
    words = ((word, escaped(word, named)) for word in _SPACE.split(title))
    return "".join(said if word == word.lower() else f"{{{said}}}" for word, said in words)


def _is_paired(text: str) -> bool:
    """Whether each brace that opens is closed, and none that did not open."""
    depths = list(accumulate((letter == "{") - (letter == "}") for letter in text))
    return not depths or (min(depths) >= 0 and depths[-1] == 0)


def _address(url: str) -> str:
    """An address as `url` takes it: nothing is escaped in it, so that what would end the field is encoded."""
    return url.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D").replace(" ", "%20")
