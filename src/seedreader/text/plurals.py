"""Numbers with their nouns."""


def count(number: int, noun: str) -> str:
    """A number with its noun in the plural: "1 source", "5 sources", "1,200 stories"."""
    return f"{number:,} {noun if number == 1 else _plural(noun)}"


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"
