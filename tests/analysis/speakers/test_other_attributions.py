from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import sentences, speakers
from seedreader.analysis.speakers import coreference, people, quotations, word_classes
from seedreader.article import Speaker


def said(text: str) -> list[tuple[str | None, list[str]]]:
    """Who says what in a text, in reading order."""
    found = speakers.find_attributions(text, sentences.split_sentences(text))
    return [(a.speaker.text if a.speaker else None, [text[s:e] for s, e in a.contents]) for a in found]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Ann Ray, 59, of Elm, said the dam held.", "Ann Ray, 59, of Elm", "the dam held"),
        ("One of the clerks, Bo Lind, said the dam held.", "One of the clerks, Bo Lind", "the dam held"),
        ("Ann Ray, who runs the port, said the dam held.", "Ann Ray", "the dam held"),
        ("“The dam held,” said Ann Ray, the mayor.", "Ann Ray, the mayor", "“The dam held,”"),
        ("The men who had built it said the dam held.", "The men who had built it", "the dam held"),
        ("A study published in May found the dam had held.", "A study published in May", "the dam had held"),
        ("The mayor left early and said the dam held.", "The mayor", "the dam held"),
        ("Those close to him say that the dam held.", "Those close to him", "the dam held"),
        ("The mayor isn't saying that the dam held.", "The mayor", "isn't saying that the dam held"),
        ("The mayor is warning that the dam may break.", "The mayor", "the dam may break"),
        ("The mayor appeared to suggest that the dam held.", "The mayor", "the dam held"),
        ("The mayor is confident that the dam will hold.", "The mayor", "the dam will hold"),
        ("The mayor's claim that the dam had held.", "The mayor", "the dam had held"),
        ("The dam held, per the port's own report.", "the port's own report", "The dam held"),
        ("Bo Lind was quoted as saying that the dam held.", "Bo Lind", "the dam held"),
        ("The owners put the damage at 400,000 crowns.", "The owners", "the damage at 400,000 crowns"),
        ("As Ann Ray put it, the dam was a sieve.", "Ann Ray", "the dam was a sieve"),
        ("The police accused him of theft.", "The police", "accused him of theft"),
        ("The mayor called for a new dam there.", "The mayor", "called for a new dam there"),
        ("The mayor vowed to build a new dam.", "The mayor", "vowed to build a new dam"),
        ("The mayor urged residents to leave at once.", "The mayor", "urged residents to leave at once"),
        ("A US court ruled that the dam must go.", "A US court", "the dam must go"),
    ],
)
def test_every_form_of_saying_names_its_speaker(text: str, speaker: str, content: str) -> None:
    assert said(text) == [(speaker, [content])]


def test_a_source_between_dashes_leaves_the_statement_whole() -> None:
    text = "The mayor confirmed – according to the Bell – that the dam held."
    assert said(text) == [("The mayor", ["the dam held"])]


def test_a_statement_goes_on_after_its_speaker() -> None:
    assert said("The fee, she said, would be 300 crowns.") == [("she", ["The fee", "would be 300 crowns"])]


def test_who_stands_for_the_name_before_it() -> None:
    text = "This is Ann Ray, who said the dam held."
    (found,) = speakers.find_attributions(text, sentences.split_sentences(text))
    assert found.speaker is not None
    assert (found.speaker.text, text[found.speaker.start : found.speaker.end]) == ("Ann Ray", "who")


@pytest.mark.parametrize(
    "text",
    [
        "The men that seek to harm us fled.",
        "A poll shows just 26% of voters support the dam.",
        "The two states border the lake.",
        "The company's offers rose.",
    ],
)
def test_what_stands_inside_another_clause_attributes_nothing_of_its_own(text: str) -> None:
    assert all("26%" not in (who or "") and who != "that" for who, _ in said(text))
    assert all(not content[0].startswith(("seek", "border", "rose")) for _, content in said(text))


def test_a_quotation_left_open_runs_on_to_where_it_is_closed() -> None:
    text = 'One said: "I heard a bang.\nThen I heard a scream.\nIt was late. "\nThe dam held.'
    assert [who for who, _ in said(text)] == ["One"] * 3
    assert [text[s:e] for s, e in quotations.find_quotations(text)][-1] == 'It was late. "'


def test_a_quotation_opened_again_belongs_to_the_same_speaker() -> None:
    text = "“It broke,” said Ann Ray. “It was old.\n\n“We ran at once from there.”"
    assert {who for who, _ in said(text)} == {"Ann Ray"}


def test_a_pulled_quotation_is_signed_below() -> None:
    assert said("“We can build a better dam.”\n― Bo Lind") == [("Bo Lind", ["“We can build a better dam.”"])]


def test_a_headline_with_a_topic_names_no_speaker() -> None:
    assert said("Bo Lind: Port chief held after storm\nThe port was shut for a day.") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("One of them is Bo Lind, a driver. “I ran,” he said.", "Bo Lind"),
        ("Ann Ray said the dam held. Later she said it was old.", "Ann Ray"),
        ("Ann Ray left. He told Bo Lind so. She said it was old.", "Ann Ray"),
        ("The ministry said the dam held. It said it was old.", "The ministry"),
    ],
)
def test_a_pronoun_means_the_person_or_body_before_it(text: str, who: str) -> None:
    assert said(text)[-1][0] == who


@given(st.text(max_size=80))
def test_resolving_keeps_the_place_of_a_speaker(text: str) -> None:
    spiced = f"{text} Ann Ray left. She said so."
    place = spiced.index("She")
    given_ = Speaker(place, place + 3, "She")
    found = coreference.resolve_mentions(
        spiced, given_, (), sentences.split_sentences(spiced), people.find_people(spiced)
    )
    assert (found.start, found.end) == (place, place + 3)


@given(st.text(alphabet="aB. “”\"'\n", max_size=80))
def test_quotations_lie_in_the_text_within_their_lines(text: str) -> None:
    for start, end in quotations.find_quotations(text):
        assert 0 <= start < end <= len(text)
        assert "\n" not in text[start:end]


@given(st.text(max_size=80))
def test_words_lie_in_the_text_in_order(text: str) -> None:
    found = word_classes.tokens(text, 0, len(text))
    assert all(0 <= w.start < w.end <= len(text) for w in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
