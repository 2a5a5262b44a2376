"""Whose words they are, where the name and its verb stand apart or the sentence says several things."""

import pytest

from seedreader.analysis import speakers
from seedreader.article import Speaker


def speaker_of(text: str, words: str) -> Speaker | None:
    """Who says ``words``, the last and innermost attribution that they belong to."""
    at = text.index(words)
    found = speakers.find_attributions(text, [(0, len(text))])
    holding = [a for a in found if any(s <= at < e for s, e in a.contents)]
    return max(holding, key=lambda a: a.manner in ("say", "according")).speaker if holding else None


def name_of(text: str, words: str) -> str | None:
    speaker = speaker_of(text, words)
    return speaker.text if speaker else None


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        ("The coach, whose captain, Tove Ek, limped off, said the cup was lost.", "the cup", "The coach"),
        ("Inga Vale, whose firm, Norvid, went under, said 40 jobs went.", "40 jobs", "Inga Vale"),
        ("Oskar Brandt, who, after the crash, ran off, said two cars burned.", "two cars", "Oskar Brandt"),
        (
            "The surgeon, a man who, in 2019, treated Lise Holm -- who later died -- said the drug failed.",
            "the drug",
            "The surgeon, a man",
        ),
        (
            "Prosecutor Dag Lie, asked whether he slept, said the man was awake.",
            "the man",
            "Prosecutor Dag Lie",
        ),
        ("Bo Lind, injured in the fall, said the rope broke.", "the rope", "Bo Lind"),
        ("The pilot, whose wife, hurt in May, was aboard, said the wing iced up.", "the wing", "The pilot"),
        ("The ship sank, and its owner, Bo Lied, said the crew was safe.", "the crew", "its owner, Bo Lied"),
        (
            "The dead include Bo Lied, whose mother, Ida Lied, said the rope broke.",
            "the rope",
            "mother, Ida Lied",
        ),
        (
            "It was led by Oskar Brandt, who, after the crash, said two cars burned.",
            "two cars",
            "Oskar Brandt",
        ),
        (
            "Lund, the mayor, and Rahl, her deputy, said the pier was shut.",
            "the pier",
            "Lund, the mayor, and Rahl, her deputy",
        ),
        ("According to Lund, who left in May, the firm lied.", "the firm", "Lund, who left in May"),
    ],
)
def test_an_insertion_is_no_subject(text: str, said: str, name: str) -> None:
    assert name_of(text, said) == name


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        (
            "Hanna Roos said that the engine failed and warned the line would stay shut.",
            "the line",
            "Hanna Roos",
        ),
        (
            "The chemist said that the lab spoilt 30 samples, and added that two were lost.",
            "two",
            "The chemist",
        ),
        (
            "Coach Bo Strand noted that the club sold its keeper and predicted a hard spring.",
            "a hard",
            "Coach Bo Strand",
        ),
        ("Rolf Dahl wrote that the test was flawed and claimed the board knew.", "the board", "Rolf Dahl"),
        ("Analysts say that Norvid cut costs, and believe the plant will close.", "the plant", "Analysts"),
        ("He was for a time seen as an heir, and told the Bell that the firm was broke.", "the firm", "He"),
        (
            "Mia Holt called the match “a farce, from first to last,” and said it was fixed.",
            "it was",
            "Mia Holt",
        ),
    ],
)
def test_a_second_verb_has_the_first_one_s_subject(text: str, said: str, name: str) -> None:
    assert name_of(text, said) == name


def test_a_second_clause_has_its_own_subject() -> None:
    text = "The driver was charged with theft, and police said he had fled."
    assert name_of(text, "he had fled") == "police"


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        ("“The line was late,” Sen. Tor Aas, R-Ala., said.", "The line", "Sen. Tor Aas, R-Ala."),
        (
            "Rep. Mia Holt, D-N.M., head of the water panel, said on Tuesday that the pipes were lead.",
            "the pipes",
            "Rep. Mia Holt, D-N.M., head of the water panel",
        ),
        ("Sen. Ulf Roth (I-Vt.) told reporters the vote was close.", "the vote", "Sen. Ulf Roth (I-Vt.)"),
        ("Gov. Lia Sand, D-Conn., tweeted that the bridge was safe.", "the bridge", "Gov. Lia Sand, D-Conn."),
        (
            "Former Rep. Jon Beck, R-W.Va., who left in 2012, said the deal stank.",
            "the deal",
            "Former Rep. Jon Beck, R-W.Va.",
        ),
    ],
)
def test_a_party_and_state_belong_to_the_name(text: str, said: str, name: str) -> None:
    found = name_of(text, said)
    assert found is not None
    assert found.rstrip(".") == name.rstrip(".")


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        (
            "The striker said in an interview with the Bell on Sunday that his knee was torn.",
            "his knee",
            "The striker",
        ),
        (
            "The ministry confirmed to the Bell late on Friday that 12 barrels leaked.",
            "12 barrels",
            "The ministry",
        ),
        ("Norvid announced in a filing to the exchange on Monday that profits fell.", "profits", "Norvid"),
        (
            "The keeper said on “Sport Tonight” on Sunday that the ball crossed the line.",
            "the ball",
            "The keeper",
        ),
        ("The keeper himself said late Saturday that the penalty was “a gift.”", "the penalty", "The keeper"),
        ("Norvid itself admitted in March that the valve had cracked.", "the valve", "Norvid"),
        ("Krog elaborated in a post that each dose held 5 milligrams.", "each dose", "Krog"),
        ("Moe made clear on Tuesday that the strike would go on.", "the strike", "Moe"),
        ("Officials say at least 24 miners were hurt.", "at least", "Officials"),
        ("Officials say up to three boats were lost.", "up to", "Officials"),
        ("“The mine is unsafe,” wrote former inspector Ida Lund.", "The mine", "former inspector Ida Lund"),
        ("“The vaccine works,” said researchers at Norvid.", "The vaccine", "researchers at Norvid"),
        ("Separately, Norvid said the plant would close.", "the plant", "Norvid"),
        ("Supposedly Lund said the plant would close.", "the plant", "Lund"),
        (
            "Speaking in Oslo, the head of the port said the pier was shut.",
            "the pier",
            "the head of the port",
        ),
        (
            "Ida Lund, head of the port and former mayor said the pier was shut.",
            "the pier",
            "Ida Lund, head of the port and former mayor",
        ),
        ("Despite Norvid insisting that the valve was sound, it was shut.", "the valve", "Norvid"),
        (
            "In a string of posts, Mr. Falk attacked the club, writing: “They sold our men.”",
            "They",
            "Mr. Falk",
        ),
        ("The fan dubbed the offer made in May “an insult.”", "dubbed", "The fan"),
        ("The valve was never tested, the regulator’s ruling said.", "The valve", "the regulator’s ruling"),
        ("“The test failed,” Krog told the Bell during a call that was cut short.", "The test", "Krog"),
        ("“Yes, the test failed,” Krog said when asked whether it had.", "the test", "Krog"),
        ("“And if we had won” the tie, he said, “nobody would care.”", "if we had", "he"),
        ("It was a plan engineers say was doomed.", "was doomed", "engineers"),
        (
            "Called in by Norvid, the tug swung round, a ministry release said.",
            "Called in",
            "a ministry release",
        ),
        ("The clerk came in a hood, Rolf Dahl said when the court rose.", "The clerk", "Rolf Dahl"),
        (
            "A man who lives in a nearby building told the Bell that he slept.",
            "he slept",
            "A man who lives in a nearby building",
        ),
    ],
)
def test_words_between_the_name_and_what_is_said_are_stepped_over(text: str, said: str, name: str) -> None:
    assert name_of(text, said) == name


@pytest.mark.parametrize(
    "name", ["Per Eikum", "Or Levin", "An Tran", "Will May", "Rose", "Drew", "May", "Rose Friday", "Grant Do"]
)
def test_a_name_may_look_like_another_word(name: str) -> None:
    assert name_of(f"{name} said the lab was shut.", "the lab") == name
    assert name_of(f"The lab was shut, {name} said.", "The lab") == name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The collapse of the talks seemed to confirm that the deal was dead.", "the deal"),
        ("Her silence appeared to suggest that the figures were wrong.", "the figures"),
        ("The firm's refusal to comment indicated that the sale was near.", "the sale"),
        ("The keeper's departure showed that the club was broke.", "the club"),
        ("The owners should say that the ship was unsafe.", "the ship"),
        ("The storm was casting a long shadow over the cup.", "a long shadow"),
        ("It sounds like a market hall at noon.", "a market hall"),
    ],
)
def test_acts_and_what_should_be_said_are_no_speech(text: str, said: str) -> None:
    assert name_of(text, said) is None


def test_a_document_speaks() -> None:
    assert name_of("The statement confirmed that the deal was dead.", "the deal") == "The statement"


def test_what_someone_may_say_within_a_statement_is_the_outer_speaker_s() -> None:
    text = "Dahl said the firm would admit that it lied."
    assert name_of(text, "it lied") == "Dahl"
