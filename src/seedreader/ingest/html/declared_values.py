"""Values that a page declares of itself, cleaned; the first that is one is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin, urlsplit

from seedreader.ingest import declared_day
from seedreader.ingest.html import captured
from seedreader.ingest.raw_document import Declared

if TYPE_CHECKING:
    pass

LONGEST = 2_000
"""Characters of a value that are looked at."""
_LANGUAGE = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_]|\s*\Z)")
_THREE = {
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "por": "pt",
    "nld": "nl",
    "dut": "nl", "rus": "ru", "ukr": "uk", "pol": "pl", "zho": "zh", "chi": "zh", "jpn": "ja", "kor": "ko",
    "ara": "ar",
}  # fmt: skip
_PLACEHOLDER = re.compile(
    r"\{\{.*\}\}|\{%.*%\}|\$?\{[\w.]+\}|<%.*%>|\[\[.*\]\]|%%?[\w.]+%%?|__\w+__|\[object Object\]"
    r"|undefined|null|NaN",
    re.IGNORECASE,
)
"""What a template or a script leaves where it has no value."""
_EPOCH = date(1970, 1, 1)
BY_PREFIX = re.compile(
    r"\A\s*(?:(?:written |posted |reported |story |text )?by|von|par|por|da|di|door|av|af|text"
    r"|autor(?:in|en)?|author|автор|от)\b\s*:?\s+",
    re.IGNORECASE,
)
ADDRESS_LIKE = re.compile(r"\A\s*(?:https?:)?//|\A\s*www\.|\A\s*@\w+\s*\Z", re.IGNORECASE)
_NO_NAME = frozenset(
    (
        "admin",
        "administrator",
        "editor",
        "author",
        "staff",
        "unknown",
        "none",
        "null",
        "undefined",
        "n/a",
        "webmaster",
        "root",
    )
)
_TOP_LEVELS = re.compile(r"\A(?:www\d?|m|mobile|amp|web|edition|beta)\.")
Values = dict[str, Declared]


def first_value(metas: Mapping[str, list[str]], key: str) -> str | None:
    return next(iter(metas.get(key, ())), None)


def is_address(value: str) -> bool:
    return value.lower().startswith(("http://", "https://"))


def take(found: Values, name: str, value: object, told_by: str) -> None:
    """Keep a value, unless a surer one is known or this is none."""
    if name in found:
        return
    taken: str | date | None
    if name in ("published", "updated"):
        taken = declared_day.day(value)
    elif name == "author":
        taken = _names(value)
    elif name == "language":
        taken = language_code(value)
    elif name == "outlet":
        taken = plain_value(value.get("name") if isinstance(value, dict) else value)
        taken = None if taken and (ADDRESS_LIKE.match(taken) or len(taken) > 80) else taken
    elif name == "url":
        taken = captured.own_address(plain_value(value) or "")
    else:
        taken = plain_value(value)
    if taken and not (isinstance(taken, date) and _is_impossible(taken)):
        found[name] = Declared(taken, told_by)


def _is_impossible(day: date) -> bool:
    """Whether a day is none that something can have appeared on: one to come, or the zero of computers."""
    return day == _EPOCH or day > datetime.now(UTC).date() + timedelta(days=1)


def plain_value(value: object) -> str | None:
    """A string without markup and with single spaces, None for an empty one or none."""
    if isinstance(value, list):
        value = next((each for each in value if each), None)
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if not isinstance(value, str):
        return None
    value = value[:LONGEST]
    text = unescape(value) if "&" in value else value
    if "<" in text:
        text = re.sub(r"</?[a-zA-Z][^>]*>", "", text)
    text = " ".join(text.split())
    return None if _PLACEHOLDER.fullmatch(text) else text or None


def _names(value: object) -> str | None:
    """The authors in the order given, without "By", addresses and names of no one."""
    found: list[str] = []
    for each in value if isinstance(value, list) else [value]:
        name = plain_value(each)
        if name is None or ADDRESS_LIKE.match(name) or name.lower() in _NO_NAME or len(name) > 200:
            continue
        name = BY_PREFIX.sub("", name).strip(" ,;|")
        if name and not name.isdigit() and name not in found:
            found.append(name)
    return ", ".join(found) or None


def language_code(value: object) -> str | None:
    match = _LANGUAGE.match(value) if isinstance(value, str) else None
    if not match:
        return None
    code = match[1].lower()
    return code if len(code) == 2 else _THREE.get(code)


def _parts(address: str) -> SplitResult | None:
    """The parts of a web address, None for anything else."""
    try:
        return urlsplit(address) if is_address(address) else None
    except ValueError:
        return None


def joined_address(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def bare_address(address: str) -> str:
    parts = _parts(address)
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}" if parts else address.strip("/")


def host_of(address: str) -> str | None:
    parts = _parts(address)
    host = parts.hostname if parts else None
    return _TOP_LEVELS.sub("", host) if host else None
