import pytest

from seedreader.analysis import boilerplate

BEFORE = (
    "The council voted on Tuesday to close the old bridge for repairs, which will take until the end of the "
    "year, officials said at a meeting in the town hall."
)
AFTER = (
    "Engineers found cracks in two of its seven arches in spring, and lorries have been kept off it since, "
    "because nobody could say how much weight it would bear."
)


def found(text: str) -> list[tuple[str, str]]:
    return [(span.kind, text[span.start : span.end]) for span in boilerplate.find_boilerplate(text)]


@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        ("MAYOR ACCUSED OF SELLING THE OLD TOWN CLOCK TO A CIRCUS", "related"),
        ("CLICK HERE TO GET THE COURIER APP", "newsletter"),
        ("Enter your email to get the day's top stories every morning.", "newsletter"),
        ("Workers stand on the old bridge in Port Elm, Monday, March 4, 2024.", "caption"),
        ("(Photo: Jane Doe/Getty Images)", "credit"),
    ],
)
def test_what_rules_say_of_lines_holds_for_pieces_of_a_line(piece: str, kind: str) -> None:
    assert (kind, piece) in found(f"{BEFORE} {piece} {AFTER}")


def test_a_caption_and_its_credit_in_a_paragraph_are_parted_from_it() -> None:
    text = f"{BEFORE} Workers on the old bridge, Monday, March 4, 2024. (Jane Doe/Getty Images) {AFTER}"
    dimmed = " ".join(piece for _, piece in found(text))
    assert dimmed == "Workers on the old bridge, Monday, March 4, 2024. (Jane Doe/Getty Images)"


@pytest.mark.parametrize(
    "sentence",
    [
        "“THE BRIDGE MUST STAY OPEN FOR ALL OF US,” his placard read.",
        "He called it an ACT OF WAR on small shops.",
        "In a rare step the mayor holds a key and invited the town to see it on Monday, March 4, 2024.",
        "He told The Associated Press (AP) that the bridge was safe.",
        "NATO, the EU, the UN and the OECD sent experts.",
        "She read more.",
        "The vote, held on March 4, 2024, was close.",
    ],
)
def test_sentences_of_a_paragraph_are_kept(sentence: str) -> None:
    assert found(f"{BEFORE} {sentence} {AFTER}") == []
