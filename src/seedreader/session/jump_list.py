"""Where jumps came from, and how to get back and forth."""

from __future__ import annotations

from dataclasses import dataclass, field

from seedreader.session.positions import StoryPassage


@dataclass(slots=True)
class JumpList:
    """The places that jumps left, before and after the one where the reader is."""

    behind: list[StoryPassage] = field(default_factory=list)
    ahead: list[StoryPassage] = field(default_factory=list)

    def leave(self, place: StoryPassage) -> None:
        """A jump leaves this place; what was ahead is forgotten."""
        if not self.behind or self.behind[-1] != place:
            self.behind.append(place)
        self.ahead.clear()

    def back(self, place: StoryPassage) -> StoryPassage | None:
        """Where the last jump came from, leaving ``place``; None where there is nothing left."""
        return self._step(self.behind, self.ahead, place)

    def forward(self, place: StoryPassage) -> StoryPassage | None:
        """Where the last way back came from, leaving ``place``."""
        return self._step(self.ahead, self.behind, place)

    def places(self, here: StoryPassage) -> list[StoryPassage]:
        """The whole trail in order, ``here`` among it."""
        return [*self.behind, here, *reversed(self.ahead)]

    def go(self, index: int, here: StoryPassage) -> StoryPassage:
        """Go to one of `places` by its number; those after it are ahead then."""
        places = self.places(here)
        self.behind, self.ahead = places[:index], places[:index:-1]
        return places[index]

    @staticmethod
    def _step(out: list[StoryPassage], into: list[StoryPassage], place: StoryPassage) -> StoryPassage | None:
        if not out:
            return None
        into.append(place)
        return out.pop()
