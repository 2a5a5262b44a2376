"""Completion in zsh: a function for each command, with what every word is for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seedreader.subcommands.command_tree import Argument, Command, Option, Value

_SCRIPT = """\
#compdef seedreader
# zsh completion for seedreader, made by `seedreader completion zsh`
{functions}

if [[ $funcstack[1] == _seedreader ]]; then
    _seedreader "$@"
else
    compdef _seedreader seedreader
fi
"""


def script(root: Command) -> str:
    """The script."""
    return _SCRIPT.format(functions="\n\n".join(map(_function, root.every())))


def _function(command: Command) -> str:
    return f"{_name(command)}() {{\n{''.join(_body(command))}}}"


def _body(command: Command) -> Iterator[str]:
    if command.commands:
        yield "    local -a commands=(\n"
        for below in command.commands:
            yield f"        {_quoted(f'{below.word}:{_one_line(below.help)}')}\n"
        yield "    )\n    if (( CURRENT > 2 )); then\n        case $words[2] in\n"
        for below in command.commands:
            yield f"        {below.word}) shift words; (( CURRENT-- )); {_name(below)}; return ;;\n"
        yield "        esac\n    else\n        _describe -t commands subcommand commands\n    fi\n"
    yield "    _arguments -s -S"
    for option in command.options:
        yield f" \\\n        {_option(option)}"
    for argument in command.arguments:
        yield f" \\\n        {_argument(argument)}"
    yield "\n"


def _option(option: Option) -> str:
    told = f"[{_escaped(_one_line(option.help))}]"
    taken = f":{_escaped(option.value.name)}:{_values(option.value)}" if option.value else ""
    others = f"({' '.join(option.names)})" if len(option.names) > 1 else ""
    if len(option.names) == 1:
        return _quoted(f"{option.names[0]}{told}{taken}")
    return f"{_quoted(others)}{{{','.join(option.names)}}}{_quoted(told + taken)}"


def _argument(argument: Argument) -> str:
    value = argument.value
    many = "*" if "…" in value.usage else ""
    return _quoted(f"{many}:{_escaped(value.name)}:{_values(value)}")


def _values(value: Value) -> str:
    if value.words:
        return f"({' '.join(value.words)})"
    return "_files" if value.is_file else ""


def _name(command: Command) -> str:
    return "_" + re.sub(r"\W", "_", command.name)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _escaped(text: str) -> str:
    return re.sub(r"([\[\]:\\])", r"\\\1", text)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
