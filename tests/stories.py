"""Small made-up stories for tests."""

from __future__ import annotations

from seedreader.article import Article

HARBOUR = (
    "The harbour council approved the new pier on Monday. "
    "It will cost 4 million euros, mayor Ana Ruiz said.\n"
    "About 300 people came to the meeting in Porto Sul.\n"
    "Work begins in March 2024.\n"
)
GAZETTE = (
    "Porto Sul will get a new pier. The harbour council approved the new pier on Monday evening.\n"
    "It will cost 6 million euros, mayor Ana Ruiz said.\n"
    "Some residents want a park instead.\n"
)
WEATHER = "Rain fell over the northern hills all week. Farmers there said that the fields are under water.\n"


def articles(*texts: str) -> list[Article]:
    """An article for each text, named after its number."""
    return [Article(text, name=f"source {number}") for number, text in enumerate(texts, 1)]
