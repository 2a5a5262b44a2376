from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import sentences, speakers
from seedreader.analysis.speakers import clause_attributions

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))


def said(text: str) -> list[tuple[str | None, list[str]]]:
    """Who says what in a text, in reading order."""
    found = speakers.find_attributions(text, sentences.split_sentences(text))
    return [(a.speaker.text if a.speaker else None, [text[s:e] for s, e in a.contents]) for a in found]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The mayor said that the bridge was closed.", "The mayor", "the bridge was closed"),
        ("The bridge was closed, the mayor said.", "the mayor", "The bridge was closed"),
        ("The bridge was closed, said Ann Ray, who runs the port.", "Ann Ray", "The bridge was closed"),
        ("The bridge was closed, according to Ann Ray.", "Ann Ray", "The bridge was closed"),
        ("According to Ann Ray, the bridge was closed.", "Ann Ray", "the bridge was closed"),
        ("Ann Ray told reporters that the bridge was closed.", "Ann Ray", "the bridge was closed"),
        ("Ann Ray said on Friday that the bridge was closed.", "Ann Ray", "the bridge was closed"),
        ("On Friday, Ann Ray said the bridge was closed.", "Ann Ray", "the bridge was closed"),
        ("“The bridge is closed,” Ann Ray said.", "Ann Ray", "“The bridge is closed,”"),
        ("“The bridge is closed,” said Ann Ray.", "Ann Ray", "“The bridge is closed,”"),
        (
            'The Daily Bell quoted Mr Ray as saying: "The bridge is closed."',
            "Mr Ray",
            '"The bridge is closed."',
        ),
        (
            "Bo Lind, a spokesman for the port, said the bridge was closed.",
            "Bo Lind, a spokesman for the port",
            "the bridge was closed",
        ),
        (
            "The port authority (PA) warned that prices could rise.",
            "The port authority (PA)",
            "prices could rise",
        ),
        (
            "The ships were lost, officials from Chile, Peru and Spain said.",
            "officials from Chile, Peru and Spain",
            "The ships were lost",
        ),
        (
            "Ships sank off the cape, according to sources in Chile, Peru and Spain.",
            "sources in Chile, Peru and Spain",
            "Ships sank off the cape",
        ),
        ("Divers believe the ship sank in May.", "Divers", "the ship sank in May"),
        (
            "Vane will not open the dam before Thursday, it said.",
            "Vane",
            "Vane will not open the dam before Thursday",
        ),
        ("The rebels took the bridge, they said.", "The rebels", "The rebels took the bridge"),
        ("Ann Ray took the bridge, it said.", "it", "Ann Ray took the bridge"),
    ],
)
def test_a_sentence_names_its_speaker(text: str, speaker: str, content: str) -> None:
    assert said(text) == [(speaker, [content])]


@pytest.mark.parametrize(
    "content",
    [
        "The rover weighs 96 kilograms",
        "The bridge over the river costs about 4 million euros",
        "The company now employs twelve people",
        "The law bans the sale of fireworks",
        "The virus kills 300 people a year",
        "The repair costs $4 million",
    ],
)
def test_a_verb_in_the_present_makes_a_statement(content: str) -> None:
    assert said(f"{content}, the institute said.") == [("the institute", [content])]


@pytest.mark.parametrize(
    "text",
    [
        "In past winters the port, which is old, said that the bridge was closed.",
        "At port meetings the port said that the bridge was closed.",
        "Two weeks later the port said that the bridge was closed.",
    ],
)
def test_a_plural_before_a_determiner_is_no_verb(text: str) -> None:
    assert said(text) == [("the port", ["the bridge was closed"])]


def test_two_speakers_in_a_sentence_have_their_own_words() -> None:
    found = said("Doctors suspect the water was bad, while the mayor says the wells are clean.")
    assert ("Doctors", ["the water was bad"]) in found
    assert ("the mayor", ["the wells are clean"]) in found


def test_a_quotation_of_several_sentences_has_one_speaker() -> None:
    text = "“We saw no one. We heard nothing at all,” Ann Ray said. “The door was locked.”"
    assert {speaker for speaker, _ in said(text)} == {"Ann Ray"}
    assert [c for _, contents in said(text) for c in contents] == [
        "“We saw no one",
        "We heard nothing at all,”",
        "“The door was locked.”",
    ]


def test_a_colon_introduces_a_quotation() -> None:
    assert ("Ann Ray", ["“The door was locked.”"]) in said(
        "Ann Ray had this to tell them: “The door was locked.”"
    )


def test_this_was_stated_by_speaks_of_the_sentence_before() -> None:
    found = said("The wells are clean and open to all. This was stated by Ann Ray.")
    assert found == [("Ann Ray", ["The wells are clean and open to all"])]


def test_a_pronoun_stands_for_the_last_named_speaker() -> None:
    text = "Ann Ray said the wells were clean. She said the pumps were new."
    found = speakers.find_attributions(text, sentences.split_sentences(text))
    second = found[1].speaker
    assert second is not None
    assert second.text == "Ann Ray"
    assert text[second.start : second.end] == "She"


def test_the_official_is_the_one_named_before() -> None:
    text = "A senior Danish official said the wells were clean. “The pumps are new,” the official said."
    assert [speaker for speaker, _ in said(text)] == ["A senior Danish official"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "The report was long.",
        "A drone attack hit the port.",
        "They plan nothing.",
        "The claim was false.",
        "Two states border the lake.",
        "Heavy fighting continued in the hills.",
        "Neither bank has confirmed the sale.",
    ],
)
def test_nouns_and_events_attribute_nothing(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("text", ["Ann said as saying", "Ann said by saying", "Ray was quoted as saying."])
def test_a_statement_that_is_cut_off_after_saying_is_none(text: str) -> None:
    assert said(text) == []


def test_a_transcript_names_its_speakers() -> None:
    text = "RAY: We saw no one there.\nLIND: The door was locked, then."
    assert said(text) == [("RAY", ["We saw no one there"]), ("LIND", ["The door was locked, then"])]


_WORDS = st.sampled_from(
    ["Ann", "Ray", "said", "that", ",", "“", "”", '"', ".", "the", "told", "according to",
     "who", "and", ":", "adding",
     "by", "was", "stated", "quoted", "as saying", "\n", "—", "(", ")", "''", "Monday", "he"]
)  # fmt: skip


@given(st.lists(_WORDS, max_size=40).map(" ".join) | st.text(max_size=60))
def test_contents_lie_in_one_sentence_and_speakers_in_the_text(text: str) -> None:
    ranges = sentences.split_sentences(text)
    for a in speakers.find_attributions(text, ranges):
        assert a.contents
        for start, end in a.contents:
            assert any(s <= start < end <= e for s, e in ranges)
        if a.speaker:
            assert 0 <= a.speaker.start < a.speaker.end <= len(text)
            assert a.speaker.text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "said " * 30_000,
        "“ " * 50_000,
        "according to " * 20_000,
        ", said Ann " * 10_000,
        "a, " * 50_000 + "said Bo.",
    ],
    ids=range(5),
)
def test_a_huge_sentence_takes_no_quadratic_time(text: str) -> None:
    speakers.find_attributions(text, [(0, len(text))])


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.name)
def test_speakers_in_the_samples_are_short_and_stand_apart_from_what_they_say(path: Path) -> None:
    text = path.read_text("utf-8")
    for a in speakers.find_attributions(text, sentences.split_sentences(text)):
        assert a.speaker is None or len(a.speaker.text.split()) < 20
        if a.speaker:
            assert not any(s < a.speaker.end and a.speaker.start < e for s, e in a.contents)


def test_a_quotation_belongs_to_whoever_spoke_last_in_its_paragraph() -> None:
    text = (
        "“We lost the roof,” said Ann Ray. The wind was strong that night. “It was the worst storm in years.”"
    )
    assert said(text)[-1] == ("Ann Ray", ["“It was the worst storm in years.”"])


def test_a_saying_that_a_splitter_cut_off_is_heard() -> None:
    text = "“The dam will hold,” Rep. Ann Ray (D-Elm.) said. “How long will it take?” Tom Lee asked."
    cuts = [(0, 42), (43, 48), (49, 74), (75, len(text))]
    found = speakers.find_attributions(text, cuts)
    assert [a.speaker.text for a in found if a.speaker] == ["Rep. Ann Ray (D-Elm.)", "Tom Lee"]
    assert all(any(s <= c[0] and c[1] <= e for s, e in cuts) for a in found for c in a.contents)


def test_a_person_spoken_to_is_no_speaker() -> None:
    assert all(name != "and let them" for name, _ in said("She rose and let them know that the dam held."))


def test_what_people_want_is_heard() -> None:
    assert said("The board wants to pay the fine.") == [("The board", ["wants to pay the fine"])]


def test_what_was_done_by_someone_is_the_outlet_s_own_telling() -> None:
    assert said("The march was called by the two largest unions.") == []


def test_a_sentence_of_nothing_but_sayings_is_soon_given_up() -> None:
    text = "he said that " * 300
    assert len(speakers.find_attributions(text, [(0, len(text))])) <= clause_attributions.MOST


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("The company lost 120 million euros.", "The company"),
        ("Vane accused the crew. The owner, Bay Shipping, rejected the accusation.", "The owner"),
        ("The mayor was cleared.", "It"),
    ],
)
def test_it_that_opens_a_sentence_is_the_subject_of_the_one_before(before: str, speaker: str) -> None:
    text = f"{before} It said it would cut 450 jobs."
    assert said(text)[-1] == (speaker, ["it would cut 450 jobs"])


def test_a_share_of_votes_says_nothing() -> None:
    assert said("Ann Ray has lost: 46.9 percent voted for her, 53.1 percent for Bo Lind.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Police spoke of 18,000 demonstrators, the unions of 60,000.",
            [("Police", ["spoke of 18,000 demonstrators"]), ("the unions", ["of 60,000"])],
        ),
        (
            "Police put the number at 18,000, organisers at more than 60,000.",
            [("Police", ["the number at 18,000"]), ("organisers", ["at more than 60,000"])],
        ),
        (
            "The minister spoke of 12 years of war, the start of peace.",
            [("The minister", ["spoke of 12 years of war, the start of peace"])],
        ),
    ],
)
def test_a_figure_that_follows_without_a_verb_has_its_own_speaker(
    text: str, told: list[tuple[str, list[str]]]
) -> None:
    assert said(text) == told


def test_a_title_after_a_colon_is_said_by_nobody() -> None:
    assert said("A painting worth 12 million euros has been stolen: “The Ferryman” by Jan Vane.") == []
    assert said("Ann Ray had this to tell them: “The bridge is closed now.”")[0][0] == "Ann Ray"


@pytest.mark.parametrize(
    "text",
    [
        "NordRail denied that the train had been too fast.",
        "The mayor denied taking 40,000 crowns from the club.",
    ],
)
def test_what_is_denied_is_not_what_its_speaker_says(text: str) -> None:
    ((_, (content,)),) = said(text)
    assert content.startswith("denied ")
