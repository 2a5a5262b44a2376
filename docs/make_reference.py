"""The reference, made from the program: keys, commands, formats, settings, JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any


def write(folder: Path) -> None:
    """Write every page of the reference into a folder, which is made."""
    folder.mkdir(exist_ok=True)
    pages = {
        "keys": keys(),
        "commands": commands(),
        "formats": formats(),
        "settings": settings(),
        "json": schema(),
    }
    for name, page in pages.items():
        (folder / f"{name}.md").write_text(page, encoding="utf-8")


def keys() -> str:
    """Every key of every mode, from the command table."""
    return f"# Keys\n\nThe names in brackets are those that the settings take.\n\n{_block(_said('keys'))}"


def commands() -> str:
    """What each subcommand says of itself with ``--help``."""
    from seedreader.cli import SUBCOMMANDS

    parts = ["# Commands", "## seedreader", _block(_said("--help"))]
    for name in SUBCOMMANDS:
        parts += [f"## seedreader {name}", _block(_said(name, "--help"))]
    return "\n\n".join(parts) + "\n"


def formats() -> str:
    """The formats in the order in which they are recognised."""
    from seedreader.ingest.registry import FORMATS

    rows = [
        f"| {each.name} | {_listed(each.suffixes)} | {_listed(each.media_types)} | {each.extra or ''} |"
        for each in FORMATS
    ]
    head = "| reader | ends in | media types | extra |\n| --- | --- | --- | --- |"
    told = "A file is known by its content first and by its name second, in this order."
    return f"# Formats\n\n{told}\n\n" + "\n".join([head, *rows]) + "\n"


def settings() -> str:
    """The settings file to begin with."""
    told = "`seedreader paths` tells where this file belongs."
    return f"# Settings\n\n{told}\n\n{_block(_said('settings'), 'toml')}"


def schema() -> str:
    """What ``analyze --json`` prints, from its schema."""
    text = resources.files("seedreader").joinpath("analysis.schema.json").read_text(encoding="utf-8")
    whole: Mapping[str, Any] = json.loads(text)
    rows = "\n".join(_fields(whole, whole, ""))
    told = "`seedreader analyze PATH… --json` prints one document of this form; its schema is in the package."
    return f"# JSON\n\n{told}\n\n| field | type | what it is |\n| --- | --- | --- |\n{rows}\n"


def _fields(node: Mapping[str, Any], whole: Mapping[str, Any], path: str) -> Iterator[str]:
    node = _followed(node, whole)
    for name, each in node.get("properties", {}).items():
        found = _followed(each, whole)
        inner = f"{path}.{name}" if path else name
        what = each.get("description", found.get("description", ""))
        yield f"| `{inner}` | {_type(found)} | {_cell(what)} |"
        items = found.get("items")
        if items:
            yield from _fields(items, whole, f"{inner}[]")
        yield from _fields(found, whole, inner)


def _followed(node: Mapping[str, Any], whole: Mapping[str, Any]) -> Mapping[str, Any]:
    if "$ref" in node:
        for part in node["$ref"].removeprefix("#/").split("/"):
            whole = whole[part]
        return whole
    for choice in node.get("anyOf", node.get("oneOf", ())):
        if choice.get("type") != "null":
            return _followed(choice, whole)
    return node


def _type(node: Mapping[str, Any]) -> str:
    if "enum" in node:
        return " or ".join(f"`{each}`" for each in node["enum"])
    if "const" in node:
        return f"`{node['const']}`"
    given = node.get("type", "")
    return " or ".join(given) if isinstance(given, list) else str(given)


def _said(*arguments: str) -> str:
    run = subprocess.run(
        [sys.executable, "-m", "seedreader", *arguments], capture_output=True, text=True, check=True
    )
    return run.stdout


def _block(text: str, language: str = "text") -> str:
    return f"```{language}\n{text.rstrip()}\n```\n"


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(f"`{value}`" for value in values)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
