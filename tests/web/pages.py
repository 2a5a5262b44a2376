"""Pages that tests fetch."""

from __future__ import annotations

FIRST = "Up to 12,000 tons of flour were made there in a year, officials said on Monday."
SECOND = "Up to 11,000 tons of flour were made there in a year, officials said on Monday."
GONE = "The owner of the mill called the decision painful and asked the bank for patience."
LEFT = (
    "The mill at the river closed in May 2024, the company said in a statement.",
    "Forty people lost their work in the town, and the council met twice to talk about that.",
    "The mayor said that she would fight for the mill for as long as there was hope.",
    "A meeting of all those who worked there is planned for the second week of June.",
)


def page(*sentences: str, title: str = "Mill closes", head: str = "") -> bytes:
    """A page with these paragraphs."""
    body = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title>{head}'
        f'<meta property="og:site_name" content="The Gazette"></head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


BEFORE = page(FIRST, *LEFT, GONE)
AFTER = page(SECOND, *LEFT)
