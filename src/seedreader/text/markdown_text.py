"""Any text as Markdown that shows its very characters: nothing in it is markup, a link or a formula.

What is escaped is what one of CommonMark, GitHub's Markdown and pandoc's would read as markup where it
stands, and nothing else, so that the source of a file stays readable, too.
"""

from __future__ import annotations

import re

from seedreader.text.harmless import one_line

_MARKUP = re.compile(
    r"""
    [\\`*\[{^]                            # code, emphasis, links and footnotes, attributes, superscripts
    | (?<![^\W_])_ | _(?![^\W_])                # emphasis; within a word it is none
    | <(?![\s\d=])                        # a tag, an address
    | &(?=\#?\w+;)                        # a character's name
    | (?<!\s)~ | ~(?!\d)                  # struck out, a subscript; "~300" is a number
    | \$(?!\d)                            # a formula's end, or its beginning but for "$4 million"
    | @(?!\s)                             # a person, a mail address, a citation
    | \#(?=\d) | \#+\Z                    # an issue; the end of a heading
    | (?<=[hH][tT][tT][pP]): | (?<=[hH][tT][tT][pP][sS]): | (?<=[fF][tT][pP]): | (?<=mailto): | (?<=xmpp):
    | :(?=[a-z+_-][\w+-]*:)               # an emoji by its name
    | (?<=[wW]{3})\.                      # an address without its scheme
    """,
    re.VERBOSE,
)
_ESCAPES = {"<": "&lt;"}
"""What a backslash does not do for: pandoc takes "\\<!--" in a list for a comment's beginning."""
_BEGINS = re.compile(
    r"""
    \A(?:
        >                                 # a quote
        | [-+:|~](?=\s|\Z)                # an item of a list, a term's meaning, a line of verse
        | \#{1,6}(?=\s|\Z)                # a heading
        | [-+=:|](?=[-+=:|\s]*\Z)         # a rule, a heading's underline, a table's
    )
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(r"\A(\(?(?:\d+|[a-zA-Z]|[ivxlcdmIVXLCDM]+|\#|\\@\w*))([.)])(?=\s|\Z)")
"""What begins an item of a list: "1.", "(2)", "a)", "iv."."""


def escaped(text: str) -> str:
    """One line of any text such that Markdown shows these characters and no others, wherever it stands."""
    return begun(inline(text))


def inline(text: str) -> str:
    """The same for a text that stands behind other words of its line, or in a heading."""
    return _MARKUP.sub(lambda found: _ESCAPES.get(found[0], f"\\{found[0]}"), one_line(text))


def begun(line: str) -> str:
    """A whole line, escaped so far as `inline` does it, as one that begins no list, quote, rule or table."""
    return _NUMBERED.sub(r"\1\\\2", _BEGINS.sub(lambda found: f"\\{found[0]}", line))
