from __future__ import annotations

import seedreader
from seedreader.analysis.relations.whole_names import joined_words, whole


def test_a_reason_tells_a_joined_name_as_one() -> None:
    one = "Postal inspectors offered a reward for postal workers in Opa-locka, Florida."
    two = "The reward of postal inspectors for workers in Opa-locka, Florida, grew."
    story = seedreader.Story([seedreader.read_text(one, name="a"), seedreader.read_text(two, name="b")])
    shared = [word for link in story.links for word in (link.reason.shared if link.reason else ())]
    assert "locka" not in shared
    assert len({word.casefold() for word in shared}) == len(shared)


def test_parts_are_joined_where_both_texts_have_the_whole() -> None:
    def told(words: list[str], one: str, two: str) -> tuple[str, ...]:
        return whole(words, joined_words(one), joined_words(two))

    assert told(["Opa", "locka", "Brien"], "Opa-locka and O’Brien", "O’Brien of Opa-Locka") == (
        "Opa-locka",
        "O’Brien",
    )
    assert told(["Opa", "locka"], "Opa-locka", "Opa, locka") == ("Opa", "locka")
    assert told(["Postal", "postal"], "Postal postal", "postal") == ("Postal",)
