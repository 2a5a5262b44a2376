"""Numbers with their nouns."""


def count(number: int, noun: str) -> str:
    """A number with its noun, which takes an s: "1 source", "5 sources", "1,200 lines"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
