"""Keeping what is open as a story: asks for the name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from seedreader.article import Article
from seedreader.text.plurals import count
from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.parts.writing import Writing


class StoryKeeping:
    """Keeps ``articles`` under a name; ``writing`` has the field for it.

    ``folders`` are those that were opened, whose new files are offered later. ``kept`` hears the story's id.
    """

    def __init__(
        self,
        context: PartContext,
        writing: Writing,
        articles: Sequence[Article],
        folders: Sequence[str] = (),
        kept: Callable[[str], None] | None = None,
    ) -> None:
        self._context, self._writing, self._kept = context, writing, kept
        self._articles, self._folders = articles, folders

    def commands(self) -> Mapping[str, Handler]:
        return {}

    def ask(self, name: str) -> None:
        """Ask for the name to keep the articles under; ``name`` is suggested."""
        self.ask_for(self._articles, self._folders, name)

    def ask_for(self, articles: Sequence[Article], folders: Sequence[str], name: str) -> None:
        """The same for other articles."""
        if not articles:
            self._context.say("No story is open that could be kept.")
            return
        # what checks names is imported when one is asked for
        from seedreader.shelf import names

        suggested = name if names.could_be(name) else ""
        heading = f"keep these {count(len(articles), 'source')} under which name?"
        self._writing.ask(heading, suggested, partial(self._keep, articles, folders))

    def _keep(self, articles: Sequence[Article], folders: Sequence[str], name: str) -> str:
        """Keep them; says so. Raises NotebookError."""
        from seedreader.shelf import keeping, names

        id = keeping.keep(self._context.notebook.notebook, name, articles, folders)
        if self._kept is not None:
            self._kept(id)
        shown = names.checked(name)
        return f"Kept as “{shown}”; `seedreader open` and {self._where} list it."

    @property
    def _where(self) -> str:
        return self._context.table.key("reader", "kept")
