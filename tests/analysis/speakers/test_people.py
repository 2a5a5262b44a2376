"""Whom a pronoun means, and the turns of those who speak by turns."""

import pytest

from seedreader.analysis import sentences, speakers
from seedreader.analysis.speakers import people


def speaker_of(text: str, words: str) -> str | None:
    at = text.index(words)
    found = speakers.find_attributions(text, sentences.split_sentences(text))
    return next(
        (a.speaker.text for a in found if a.speaker and any(s <= at < e for s, e in a.contents)), None
    )


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        (
            "In a letter to Mr. Falk, the board said he had lied. Falk resigned.\n\n“A lie,” he said.",
            "A lie",
            "Falk",
        ),
        (
            "Police were slow. Moen told the Bell that a call came. “We ran at once,” he said.",
            "We ran",
            "Moen",
        ),
        (
            "Witnesses ran off. Moen told the Bell that a call came. “We ran at once,” he said.",
            "We ran",
            "Moen",
        ),
        (
            "Coach Lena Strand praised keeper Tom Berg. “We needed that save,” she said.",
            "We needed",
            "Coach Lena Strand",
        ),
        ("Tom Berg thanked coach Lena Strand. “She believed in me,” he said.", "She believed", "Tom Berg"),
        ("Mr. Vik met Ms. Lund at noon. “The mine is shut,” she said.", "The mine", "Lund"),
        ("Ms. Lund met Mr. Vik at noon. “The mine is shut,” he said.", "The mine", "Vik"),
        ("On “Tonight with Carl Moss,” actress Dina Frey wept. “I ran,” she said.", "I ran", "Dina Frey"),
        ("Dina Frey wept. “Carl Moss and Ida Moss saved me,” she said.", "saved me", "Dina Frey"),
        (
            "In Suva Maru a slope slid. Bo Lied told the Bell that he ran. “It fell,” he said.",
            "It fell",
            "Bo Lied",
        ),
        ("On Twitter on Friday night, Norvid rose. Bo Lied left. “It fell,” he said.", "It fell", "Bo Lied"),
        (
            "Spokeswoman Kim Aas met Bo Lied. Sam Aas slept. “It fell at noon,” she said.",
            "It fell",
            "Kim Aas",
        ),
    ],
)
def test_a_pronoun_means_a_person_whom_it_fits(text: str, said: str, name: str) -> None:
    assert speaker_of(text, said) == name


@pytest.mark.parametrize(
    "text",
    [
        "The letter was long. “It fell at noon,” he said.",
        "Authorities met. “It fell at noon,” he said.",
        "In Port Ellis, a slope slid. “It fell at noon,” he said.",
        "On Monday, the Late Show ran. “It fell at noon,” he said.",
        "Ms. Lund slept. “It fell at noon,” he said.",
    ],
)
def test_a_pronoun_that_fits_nobody_stays_what_it_is(text: str) -> None:
    assert speaker_of(text, "It fell") == "he"


def test_persons_are_told_from_bodies_places_and_roles() -> None:
    text = "Senate Leader Bo Lied and Ms. Lund met the Port Authority in Suva Maru. Lund left; Lied slept."
    found = people.find_people(text)
    assert [(p.name, p.gender) for p in found.mentions] == [
        ("Bo Lied", ""),
        ("Lund", "f"),
        ("Lund", "f"),
        ("Lied", ""),
    ]


@pytest.mark.parametrize(
    ("said", "name"),
    [("The gas leaked", "Moe"), ("It leaked twice", "Dahl"), ("Nobody told us", "Moe")],
)
@pytest.mark.parametrize("marks", ["“”", '""'])
def test_turns_of_one_paragraph_have_a_speaker_each(said: str, name: str, marks: str) -> None:
    text = "Moe: “The gas leaked.” Dahl: “It leaked twice in May.” Moe: “Nobody told us.”"
    text = text.replace("“", marks[0]).replace("”", marks[1])
    assert speaker_of(text, said) == name


def test_turns_in_capitals_need_no_marks() -> None:
    text = "MOE: We saw smoke. We left. DAHL: The gas leaked twice. It was May."
    assert [speaker_of(text, w) for w in ("We left", "The gas", "It was May")] == ["MOE", "DAHL", "DAHL"]


def test_a_colon_inside_prose_is_no_turn() -> None:
    assert speaker_of("There are two plans. Plan Boat: leave the town at once.", "leave the town") is None


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        (
            "“The roof came down,” said Ann Moe, a cleaner. “I ran for the door.”",
            "I ran",
            "Ann Moe, a cleaner",
        ),
        ("“The test — the third one — failed,” Krog said. “We stopped.”", "We stopped", "Krog"),
        ("“The team is tired; the bench is thin; we need rest,” Strand said.", "we need rest", "Strand"),
        ("“Sell the boat today. Now!” Strand tweeted late Sunday.", "Sell the boat", "Strand"),
        (
            "“Who sold the boat?” Ida Lund asked at a meeting with the crew of the Bell in May.",
            "Who sold",
            "Ida Lund",
        ),
        ('“We lost the boat," Lund said. “It was old—and slow."', "It was old", "Lund"),
    ],
)
def test_a_quotation_that_is_split_or_goes_on_has_one_speaker(text: str, said: str, name: str) -> None:
    assert speaker_of(text, said) == name
