"""What a corpus comes to, in figures."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple


class Totals(NamedTuple):
    """``inputs`` were read of ``listed``; ``stories`` have several articles, ``alone`` are articles without.

    ``families`` are of near-copies, of ``copies`` articles in all. ``compared`` stories are done, ``failed``
    could not be compared. ``problems`` is what was wrong with inputs.
    """

    listed: int
    inputs: int
    articles: int
    stories: int
    alone: int
    families: int
    copies: int
    compared: int
    failed: int
    claims: int
    conflicts: int
    problems: int

    @property
    def finished(self) -> bool:
        """Whether everything is done."""
        return self.inputs == self.listed and self.compared + self.failed == self.stories


def totals(database: sqlite3.Connection) -> Totals:
    """Count everything."""
    asked = (
        "SELECT count(*), coalesce(sum(done), 0) FROM inputs",
        "SELECT count(*) FROM articles",
        "SELECT coalesce(sum(articles > 1), 0), coalesce(sum(articles = 1), 0) FROM stories",
        "SELECT count(DISTINCT family), count(family) FROM articles WHERE family IS NOT NULL",
        "SELECT coalesce(sum(compared > 0), 0), coalesce(sum(failure IS NOT NULL), 0) FROM stories",
        "SELECT count(*) FROM claims",
        "SELECT coalesce(sum(conflicts), 0) FROM stories",
        "SELECT count(*) FROM problems",
    )
    return Totals(*(value for each in asked for value in database.execute(each).fetchone()))
