"""Completion in bash, also as old as that of macOS, which has no arrays by name."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from seedreader.subcommands.command_tree import Command, Value

_SCRIPT = """\
# bash completion for seedreader, made by `seedreader completion bash`
_seedreader() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} at=seedreader takes= depth=1 place word words= files=
    for ((place = 1; place < COMP_CWORD; place++)); do
        word=${{COMP_WORDS[place]}}
        [[ $word == = ]] && continue
        if [[ -n $takes ]]; then
            takes=
            continue
        fi
        if ((place == depth)); then
            case "$at $word" in
{below}
                at="$at $word"
                ((depth++))
                continue
                ;;
            esac
        fi
        case "$at $word" in
{taking}
            takes=$word
            ;;
        esac
    done
    [[ $current == = ]] && current=
    if [[ -n $takes ]]; then
        case "$at $takes" in
{values}
        esac
    elif [[ $current == -* ]]; then
        case "$at" in
{options}
        esac
    else
        ((COMP_CWORD == depth)) && case "$at" in
{commands}
        esac
        case "$at" in
{arguments}
        esac
    fi
    COMPREPLY=()
    while IFS= read -r word; do
        [[ -n $word ]] && COMPREPLY+=("$word")
    done < <(compgen -W "$words" -- "$current"; [[ -n $files ]] && compgen -f -- "$current")
    # a folder gets its slash, and a name with spaces its backslashes
    [[ -n $files ]] && compopt -o filenames 2>/dev/null
    return 0
}}
complete -F _seedreader seedreader
"""


def script(root: Command) -> str:
    """The script."""
    every = list(root.every())
    return _SCRIPT.format(
        below=_alternatives(f'"{below.name}"' for command in every for below in command.commands),
        taking=_alternatives(
            f'"{command.name} {name}"'
            for command in every
            for option in command.options
            if option.value
            for name in option.names
        ),
        values="\n".join(
            _case([f"{command.name} {name}" for name in option.names], _offer(option.value))
            for command in every
            for option in command.options
            if option.value and _offer(option.value)
        ),
        options="\n".join(
            _case([command.name], f"words={shlex.quote(' '.join(_names(command)))}") for command in every
        ),
        commands="\n".join(
            _case([command.name], f"words={shlex.quote(' '.join(each.word for each in command.commands))}")
            for command in every
            if command.commands
        ),
        arguments="\n".join(
            _case([command.name], offer)
            for command in every
            if (offer := "; ".join(dict.fromkeys(filter(None, (_offer(a.value) for a in command.arguments)))))
        ),
    )


def _names(command: Command) -> Iterator[str]:
    for option in command.options:
        yield from option.names


def _offer(value: Value) -> str:
    if value.words:
        return f"words={shlex.quote(' '.join(value.words))}"
    return "files=1" if value.is_file else ""


def _case(patterns: list[str], does: str) -> str:
    meant = " | ".join(f'"{each}"' for each in patterns)
    return f"            {meant}) {does} ;;"


def _alternatives(patterns: Iterator[str]) -> str:
    return " | \\\n".join(f"                {each}" for each in patterns) + ")"
