"""What a kept story may be called, and which one a name means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

from seedreader.notebook.annotation_model import NotebookError
from seedreader.notebook.storage.kept_stories import name_key
from seedreader.notebook.story_model import KeptStory
from seedreader.text.sanitize import one_line
from seedreader.text.web_address import is_address

LONGEST = 80
"""Characters of a name."""
SUGGESTED = 3
"""Names that are suggested in place of one that is not there."""


def checked(name: str) -> str:
    """The name as it is kept: without white space around it. Raises NotebookError for one that is none."""
    found = " ".join(name.split())
    if not found or not name_key(found):
        raise NotebookError("A story needs a name: give it one or a few words.")
    if one_line(found) != found:
        raise NotebookError("The name has characters in it that can't be shown: leave them out.")
    if len(found) > LONGEST:
        raise NotebookError(f"The name has {len(found)} characters; {LONGEST} at most fit into the list.")
    if is_address(found) or any(sign in found for sign in "/\\") or found[0] in ".~-":
        raise NotebookError(
            f"“{found}” looks like a path, an address or an option: a story's name has no slash and no "
            "backslash, and begins with no dot, tilde or hyphen."
        )
    return found


def could_be(name: str) -> bool:
    """Whether something given in place of a path may be a story's name."""
    try:
        checked(name)
    except NotebookError:
        return False
    return True


def find(name: str, stories: Iterable[KeptStory]) -> KeptStory | None:
    """The story that a name means; case, accents and white space make no difference."""
    key = name_key(name)
    return next((story for story in stories if name_key(story.name) == key), None)


def named(name: str, stories: Sequence[KeptStory]) -> KeptStory:
    """The story that a name means. Raises NotebookError, which says which names are like it."""
    if found := find(name, stories):
        return found
    raise NotebookError(unknown(name, stories))


def unknown(name: str, stories: Sequence[KeptStory]) -> str:
    """The sentence on a name that no story has."""
    said = f"No story “{one_line(name)}” is kept"
    near = like(name, stories)
    if near:
        return f"{said}; did you mean {' or '.join(f'“{each}”' for each in near)}?"
    if not stories:
        return f"{said}, and no other: `seedreader new NAME PATH…` keeps one."
    hint = ", and a PATH of that name is no story" if Path(name).exists() else ""
    return f"{said}{hint}: `seedreader list` lists those that are."


def like(name: str, stories: Iterable[KeptStory]) -> list[str]:
    """The names that are most like one that is not there."""
    by_key = {name_key(story.name): story.name for story in stories}
    key = name_key(name)
    inside = [each for each in by_key if key and key in each]
    close = get_close_matches(key, by_key, SUGGESTED, 0.6)
    return [by_key[each] for each in dict.fromkeys([*close, *inside])][:SUGGESTED]
