"""Finding words in the texts of a story and in what the reader wrote.

`query` reads what was typed, a `Finder` finds it in all texts. White space of any length, line breaks
included, matches any; case counts where an upper-case letter is typed; accents and typographic quotation
marks, apostrophes and dashes match plain ones. Every hit is a range of the canonical text.
"""

from seedreader.session.find.finder import Finder, FindResults, LocatedHit
from seedreader.session.find.hits import Hit, Hits
from seedreader.session.find.query import TAKES, Query, query

__all__ = ["TAKES", "FindResults", "Finder", "Hit", "Hits", "LocatedHit", "Query", "query"]
