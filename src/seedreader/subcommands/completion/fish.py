"""Completion in fish, with what every word is for."""

from __future__ import annotations

from collections.abc import Iterator

from seedreader.subcommands.command_tree import Command, Option

_HEAD = """\
# fish completion for seedreader, made by `seedreader completion fish`
function __seedreader_at --description 'Whether these commands were typed'
    set -l words (commandline -opc)
    test (count $words) -gt (count $argv); or return 1
    for place in (seq (count $argv))
        set -l next (math $place + 1)
        test "$words[$next]" = "$argv[$place]"; or return 1
    end
end

function __seedreader_next --description 'Whether these commands were typed, and nothing after them'
    test (count (commandline -opc)) -eq (math (count $argv) + 1); and __seedreader_at $argv
end

complete -c seedreader -f
"""


def script(root: Command) -> str:
    """The script."""
    return _HEAD + "".join(f"{line}\n" for command in root.every() for line in _lines(command))


def _lines(command: Command) -> Iterator[str]:
    at = " ".join(command.name.split()[1:])
    here = f"complete -c seedreader -n {_quoted(f'__seedreader_at {at}'.strip())}"
    if not at and command.commands:  # options and files of the reader itself come after no subcommand
        others = "; and not __seedreader_at ".join(["", *(below.word for below in command.commands)])
        here = f"complete -c seedreader -n {_quoted(f'__seedreader_at{others}')}"
    for below in command.commands:
        follows = f"__seedreader_next {at}".strip()
        yield f"complete -c seedreader -n {_quoted(follows)} -a {below.word} -d {_quoted(below.help)}"
    for option in command.options:
        yield f"{here} {_option(option)}"
    if command.takes_files:
        yield f"{here} -F"
    words = [word for argument in command.arguments for word in argument.value.words]
    if words:
        follows = f"__seedreader_next {at}"
        yield f"complete -c seedreader -n {_quoted(follows)} -a {_quoted(' '.join(words))}"


def _option(option: Option) -> str:
    names = (f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
    taken = ""
    if option.value:
        words = option.value.words
        taken = f" -x -a {_quoted(' '.join(words))}" if words else " -r -F" if option.value.is_file else " -x"
    return f"{' '.join(names)}{taken} -d {_quoted(option.help)}"


def _quoted(text: str) -> str:
    return "'" + " ".join(text.split()).replace("\\", "\\\\").replace("'", "\\'") + "'"
