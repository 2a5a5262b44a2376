"""The block of keys at the top of a Markdown text: YAML between ``---``, TOML between ``+++``.

Of YAML only what such blocks hold: keys with words, lists, folded text; nothing in it is ever run.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

MOST = 65_536
"""Characters that such a block may have."""

_BLOCK = re.compile(
    r"\s*(---|\+\+\+)[ \t]*\n(?P<inside>.*?)^(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_KEY = re.compile(r"(?P<indent> *)(?P<key>[\w.-]+|\"[^\"]+\"|'[^']+')[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_ITEM = re.compile(r" *-(?:[ \t]+(?P<value>.*))?$")


def split(text: str) -> tuple[dict[str, Any], str]:
    """The values of the block at the top of a text, and the text below it; no values where there is none."""
    found = _BLOCK.match(text, 0, MOST)
    if not found:
        return {}, text
    inside = found["inside"]
    if found[1] == "+++":
        try:
            return tomllib.loads(inside), text[found.end() :]
        except (tomllib.TOMLDecodeError, RecursionError):
            return {}, text[found.end() :]
    values = _yaml(inside.split("\n"))
    return (values, text[found.end() :]) if values or not inside.strip() else ({}, text)


def _yaml(lines: list[str]) -> dict[str, Any]:
    """Keys at the margin and their values: words, a list, or the keys below one."""
    found: dict[str, Any] = {}
    at = 0
    while at < len(lines):
        key = _KEY.match(lines[at].rstrip())
        at += 1
        if not key or key["indent"]:
            continue
        below = []
        while at < len(lines) and (not lines[at].strip() or lines[at][0] in " \t" or _ITEM.match(lines[at])):
            below.append(lines[at])
            at += 1
        found[key["key"].strip("\"'")] = _value((key["value"] or "").strip(), below)
    return found


def _value(said: str, below: list[str]) -> Any:
    if said[:1] in ("|", ">") and len(said) <= 3:
        glue = "\n" if said[0] == "|" else " "
        return glue.join(line.strip() for line in below).strip()
    if said and not said.startswith("#"):
        if said[0] == "[":
            whole = " ".join([said, *(line.strip() for line in below)])
            return [_scalar(each) for each in _listed(whole.strip("[] ")) if each.strip()]
        folded = " ".join([said, *(line.strip() for line in below if not _ITEM.match(line))])
        return _scalar(folded.strip())
    items = [item["value"] or "" for line in below if (item := _ITEM.match(line))]
    if items:
        return [_named(item) for item in items]
    return _yaml([line.removeprefix(_indent(below)) for line in below]) if below else ""


def _named(item: str) -> Any:
    """An item of a list: words, or the name in ``- name: Ana Ruiz``."""
    key = _KEY.match(item)
    return _scalar(key["value"] or "") if key and key["key"] in ("name", "title") else _scalar(item)


def _indent(lines: list[str]) -> str:
    first = next((line for line in lines if line.strip()), "")
    return first[: len(first) - len(first.lstrip())]


def _scalar(said: str) -> str:
    said = said.strip()
    if said[:1] == '"' and (end := re.match(r'"((?:[^"\\]|\\.)*)"', said)):
        return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), end[1])
    if said[:1] == "'" and (end := re.match(r"'((?:[^']|'')*)'", said)):
        return end[1].replace("''", "'")
    said = re.split(r"\s#", said, maxsplit=1)[0].strip()
    return "" if said in ("null", "~") else said


def _listed(said: str) -> list[str]:
    return re.findall(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|[^,]+", said)
