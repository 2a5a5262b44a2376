"""What a part of a screen is, and what each is given when the screen is made."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from textual.geometry import Size

    from seedreader.session import Session
    from seedreader.session.story_notebook import StoryNotebook
    from seedreader.settings import Settings
    from seedreader.ui.commands import CommandTable
    from seedreader.ui.themes.styles import Styles

Handler = Callable[..., Awaitable[None] | None]
"""Does a command; that of a numbered one is given the number."""


KeyTaker = Callable[[str, str | None], bool]
"""Is given a key by Textual's name and the character that it types; False where its command is to be done."""


class Mode(Enum):
    """What the keys of a screen do. A screen is in exactly one."""

    READING = auto()
    SELECTING = auto()
    JUDGING = auto()
    TYPING = auto()
    """A line is typed in the screen's own rows."""
    EDITING = auto()
    """A note or a tag is written in the editor."""


class Part(Protocol):
    """A capability of a screen."""

    def commands(self) -> Mapping[str, Handler]:
        """What it does for each of its commands, by the command's id."""


class ScreenView(Protocol):
    """What a part may ask of the screen that it is a part of."""

    @property
    def size(self) -> Size:
        """Columns and lines of the screen."""

    @property
    def is_open(self) -> bool:
        """Whether the screen is still there: what was begun on it may end after it was closed."""

    def show(self) -> None:
        """Draw what changed."""


class ScreenOpener(Protocol):
    """Opens screens by their names (`seedreader.ui.screen_router.Router`)."""

    async def open(self, name: str, *given: Any, then: Callable[[Any], object] | None = None) -> None:
        """Open a screen; ``then`` is given what it closes with, in place of the reader's going there."""

    def push(self, name: str, *given: Any, then: Callable[[Any], object] | None = None) -> object:
        """Open a screen so that the next key is its own, without looking for what others wrote meanwhile."""


@dataclass(frozen=True)
class PartContext:
    """What the parts of one screen share. The screen makes it once.

    ``say`` tells the reader something until the next key. ``change`` changes the notebook off the screen's
    thread and returns "" once it is on disk, or why it could not be. ``take_key`` has the next key go to
    somebody in place of its command. ``run_alone`` does work beside the keys; work of its group that goes on
    is cancelled, begun or not. ``copy_on_page`` copies in a browser: None where there is none, "" once it is
    copied, or why it could not be.
    """

    session: Session
    notebook: StoryNotebook
    table: CommandTable
    looks: Styles
    settings: Settings
    say: Callable[[str], None]
    change: Callable[[Callable[[], object]], Awaitable[str]]
    take_key: Callable[[KeyTaker], None]
    view: ScreenView
    run_alone: Callable[[Callable[[], Awaitable[None]], str], None]
    router: ScreenOpener
    copy_on_page: Callable[[str], Awaitable[str | None]]


def handlers(parts: Iterable[Part]) -> dict[str, Handler]:
    """The handlers of all parts by the ids of their commands. Raises ValueError where two have one id."""
    found: dict[str, Handler] = {}
    for part in parts:
        for id, handler in part.commands().items():
            if id in found:
                raise ValueError(
                    f"two parts of a screen have the command {id!r}, one is {type(part).__name__}"
                )
            found[id] = handler
    return found
