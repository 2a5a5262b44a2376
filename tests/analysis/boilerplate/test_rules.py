"""Every rule finds something that no other rule finds, and leaves what only looks like it.

A new rule needs a line in `EXAMPLES`: a text in which ⟦ and ⟧ stand around what it finds, and a near miss, in
which no rule may find anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType

import pytest

from seedreader.analysis import boilerplate
from seedreader.analysis.boilerplate import infer_kind, phrases, rules, words
from seedreader.analysis.boilerplate.rules import Rule

BEFORE = (
    "The council voted on Tuesday to close the old bridge for repairs, which will take until the end of the "
    "year, officials said at a meeting in the town hall."
)
AFTER = (
    "Engineers found cracks in two of its seven arches in spring, and lorries have been kept off it since, "
    "because nobody could say how much weight it would bear."
)

TABLES: tuple[tuple[ModuleType, str], ...] = (
    (rules, "LINE"),
    (rules, "FRONT"),
    (rules, "END"),
    (phrases, "SENTENCE"),
)
RULES: list[tuple[ModuleType, str, Rule]] = [
    (module, table, rule) for module, table in TABLES for rule in getattr(module, table)
]
each_rule = pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.name) for _, _, rule in RULES])

EXAMPLES: Mapping[str, tuple[str, str]] = {
    # LINE
    "trail of sections": ("⟦Regions > North > Port Elm⟧", "Regions > north of Port Elm"),
    "day and hour": ("⟦4 March 2024, 18:05⟧", "4 March 2024 it was"),
    "stamp without a year": ("⟦Updated March 4 at noon⟧", "Updated plans for the bridge"),
    "reading time or age": ("⟦Culture desk, 3 hours ago⟧", "The ferry left 3 hours ago."),
    "counter or tags": ("⟦Topics: bridges, ferries⟧", "Topics ranged from ferries to tolls."),
    "day beside a name": ("⟦The Courier – 4 March 2024⟧", "The Courier – 4 March, at noon"),
    "share buttons": ("⟦Print, Tweet and WhatsApp⟧", "Print and radio both covered it"),
    "like us on": ("⟦Like us on Instabook⟧", "Like us, on Monday they waited."),
    "reaction with its count": ("⟦Wow! (12)⟧", "Port Elm (12 miles)"),
    "buttons and labels": ("⟦Toggle navigation⟧", "Toggle switches were found"),
    "footer links": ("⟦Privacy policy⟧", "Privacy policy of the council questioned"),
    "comment form": ("⟦Save my name for the next time I comment⟧", "Save my street, she asked"),
    "read more": ("⟦Continue reading: The bridge in pictures⟧", "Continue reading lessons, parents ask"),
    "related in brackets": ("⟦[See also: The bridge in pictures]⟧", "[The bridge: in pictures]"),
    "our live coverage": ("⟦Follow our live ferry map⟧", "Follow our lives, they asked"),
    "initials of editors": ("⟦JD/abc⟧", "JD/34"),
    "headline marked as sponsored": (
        "⟦Seven boats for a small purse (Sponsored)⟧",
        "Seven boats (one sponsored)",
    ),
    "more great stories": ("⟦More great Courier stories⟧", "More great storms expected"),
    "recommended headline": ("⟦Up next: The ferry's last winter⟧", "Up the river: the ferry's last winter"),
    "subscription form": ("⟦Get unlimited access for a crown⟧", "Get limited access, drivers are told"),
    "sign up": ("⟦Subscribe here!⟧", "Subscribe they did"),
    "follow on a network": (
        "⟦Connect with Jane Doe on LinkedIn⟧",
        "Connect with Jane Doe on Port Elm's quay",
    ),
    "rights reserved": ("⟦(c) 2024 The Courier⟧", "(c) the bridge is closed"),
    "by-line or contributors": ("⟦By Jane Doe and John Roe⟧", "By noon and by night"),
    "photographer, agency or post": ("⟦Jane Doe, transport correspondent⟧", "Jane Doe, transport minister"),
    "by-line with its day": ("⟦By Jane Doe on 4 March 2024⟧", "By land on 4 March"),
    "who the author is": (
        "⟦Jane Doe is a reporter at the Courier, where she covers bridges.⟧",
        "Jane Doe is a ferry pilot at the quay, where she covers nights.",
    ),
    "what is seen, with its day": (
        "⟦Mayor Ida Voss of Port Elm, left, speaks on the quay, March 4, 2024.⟧",
        "Mayor Ida Voss of Port Elm left for Oslo with her staff on March 4, 2024.",
    ),
    "no past tense, with a weekday": (
        "⟦Lorries in a queue before the old bridge, Monday, March 4, 2024.⟧",
        "Lorries queued before the old bridge, Monday, March 4, 2024.",
    ),
    "file photo": ("⟦FILE - The old bridge before the flood.⟧", "Filed - and forgotten before the flood."),
    "note on the article": (
        "⟦Editor's note: The name of the bridge was added.⟧",
        "Editor turned mayor writes notes on a bridge",
    ),
    # FRONT
    "day before the text": (
        "⟦2024-03-04⟧ The ferry sails again from the quay at Port Elm.",
        "4 March was the day when the ferry sailed again from Port Elm.",
    ),
    "day and bar before the text": (
        "⟦Reading time: 4 minutes⟧ The ferry sails again from Port Elm.",
        "Reading time is 4 minutes shorter in Port Elm, a study found.",
    ),
    "home and section before the text": (
        "⟦Home > Regions⟧ The ferry sails again from the quay at Port Elm.",
        "Home and away, the ferry sails again from the quay at Port Elm.",
    ),
    "trail from home before the text": (
        "⟦Home > north > ferries >⟧ what sails from the quay at Port Elm",
        "Home > north of here",
    ),
    "caption before the text": (
        "⟦Photo: The ferry at her quay (Jane Doe)⟧ The ferry sails again on Monday.",
        "Photo of the ferry at her quay (in winter) The ferry sails again on Monday.",
    ),
    "read more before the text": (
        "⟦Read more⟧ The ferry sails again.",
        "Read more than half of the log, he said.",
    ),
    "label before the text": (
        "⟦Advertisement⟧ The ferry sails again from the quay at Port Elm.",
        "Advertisement boards on the ferry will be taken down on Monday.",
    ),
    # END
    "reporting credit at the end": (
        "The ferry sails again. ⟦(Writing by Jane Doe)⟧",
        "The ferry sails again. (Rewriting history, Jane Doe called it)",
    ),
    "read more at the end": (
        "The ferry sails again. ⟦Keep reading⟧",
        "The ferry's boys and girls keep reading",
    ),
    "share this at the end": (
        "The ferry sails again. ⟦Share this story⟧",
        "The ferry sails again. Many share this story of hers.",
    ),
    "label at the end": ("The ferry sails again. ⟦Back to top⟧", "The ferry sails again, back to top speed"),
    # SENTENCE
    "newsletter offered": (
        "The ferry sails again. ⟦Get the quay in your inbox.⟧ She is white.",
        "The ferry sails again. He got her log by e-mail. She is white.",
    ),
    "subscribe, sign in or write": (
        "The ferry sails again. ⟦Already a subscriber?⟧ She is white.",
        "The ferry sails again. Her pilot is already a member. She is white.",
    ),
    "rights": (
        "The ferry sails again. ⟦This text may not be reproduced.⟧ She is white.",
        "The ferry sails again. Her copyright lawyer may not be there. She is white.",
    ),
    "cookies and terms": (
        "The ferry sails again. ⟦We may earn a small commission.⟧ She is white.",
        "The ferry sails again. A commission of five looks at her. She is white.",
    ),
    "this article, or whose views": (
        "The ferry sails again. ⟦A previous version of this story had another quay.⟧ She is white.",
        "The ferry sails again. The story of this version of her is long. She is white.",
    ),
    "contributed to": (
        "The ferry sails again. ⟦He contributed to this report.⟧ She is white, with two funnels and a bell.",
        "The ferry sails again. The storm contributed to this, experts report. She is white, with a bell.",
    ),
    "read more, by itself": (
        "The ferry sails again. ⟦Read our interview with her pilot.⟧ She is white.",
        "The ferry sails again. The article tells what to read of her pilot. She is white.",
    ),
}


def page(line: str) -> str:
    return f"{BEFORE}\n\n{line}\n\n{AFTER}"


def marked(line: str) -> tuple[str, str]:
    """The line without its marks, and what stands between them."""
    return line.replace("⟦", "").replace("⟧", ""), line.partition("⟦")[2].partition("⟧")[0]


def found(text: str) -> list[tuple[str, float, str]]:
    return [
        (span.kind, span.score, text[span.start : span.end])
        for span in boilerplate.by_rules(boilerplate.read(text))
    ]


def example(rule: Rule) -> tuple[str, str]:
    if rule.name not in EXAMPLES:
        pytest.fail(f"The rule {rule.name!r} has no example and near miss in {__file__}.", pytrace=False)
    return EXAMPLES[rule.name]


def test_every_rule_has_its_own_name_and_every_example_its_rule() -> None:
    assert sorted(rule.name for _, _, rule in RULES) == sorted(EXAMPLES)


@each_rule
def test_a_rule_finds_its_example(rule: Rule) -> None:
    line, piece = marked(example(rule)[0])
    assert found(page(line)) == [(rule.kind, rule.score, piece)]
    assert rule.kind in boilerplate.KINDS


@pytest.mark.parametrize(
    ("module", "table", "rule"), [pytest.param(*found, id=found[2].name) for found in RULES]
)
def test_no_other_rule_finds_the_example(
    module: ModuleType, table: str, rule: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    line, piece = marked(example(rule)[0])
    monkeypatch.setattr(module, table, tuple(other for other in getattr(module, table) if other != rule))
    assert (rule.kind, rule.score, piece) not in found(page(line))


@each_rule
def test_no_rule_finds_the_near_miss(rule: Rule) -> None:
    assert found(page(example(rule)[1])) == []


CUE_EXAMPLES = (
    ("Printed under copyright of the Courier", "Printed under the old bridge at night by the Courier."),
    ("Donors keep our presses running", "Readers keep the old presses of the paper running."),
    ("Unsubscribe whenever it pleases", "Stop whenever it pleases and have a look around."),
    ("Clarification: the ferry has two bells.", "What is clear: the ferry has two bells."),
    (
        "Tell everyone on Facebook",
        "That the bridge would be closed was first told on Facebook by a pilot of the ferry on her day off.",
    ),
    (
        "Follow the pilot of the ferry",
        "The lorries follow the pilot of the ferry to the quay, where they wait for her until the night.",
    ),
    ("This place remembers people by cookies.", "This baker is remembered for his plum cakes."),
    (
        "Click on the bell of the ferry",
        "A click is heard whenever the pilot of the ferry turns the wheel to the left before the old bridge.",
    ),
    ("7 comments so far", "He made seven comments on the bridge so far."),
)
"""For each of the cues that name what the model finds, in order, a piece and one that it must not name."""

each_cue = pytest.mark.parametrize(("cue", "examples"), list(zip(infer_kind.CUES, CUE_EXAMPLES, strict=True)))


def named(piece: str) -> str:
    return infer_kind.kind(piece, words.tokens(words.folded(piece)), before_credit=False)


@each_cue
def test_a_cue_names_its_example_and_no_other_does(
    cue: tuple[str, int, set[str]], examples: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    piece, near_miss = examples
    assert named(piece) == cue[0]
    assert named(near_miss) != cue[0]
    others = tuple(other for other in infer_kind.CUES if other != cue)
    monkeypatch.setattr(infer_kind, "CUES", others)
    assert named(piece) != cue[0]


def test_the_button_of_a_gallery_makes_its_line_a_caption() -> None:
    line = "Open image in gallery The ferry at her quay in winter"
    assert found(page(line)) == [("caption", 0.95, line)]
    assert found(page("Open images in galleries show the ferry at her quay in winter")) == []


@pytest.mark.parametrize(
    "line",
    [
        "Editors noted that the ferry was late.",
        "Editor's noteworthy ferry sails again on Monday.",
        "Editors note that prices rose.",
        "Read more the ferry's log than its maps, he told her.",
        "The museum holds a concert for the ferry in its hall on March 4, 2024.",
        "The pilot who walks the quay at night will have left it by Monday, March 4, 2024.",
        "The town hall of Port Elm stands empty and was sold on Monday, March 4, 2024.",
    ],
)
def test_no_rule_finds_a_sentence_of_the_article(line: str) -> None:
    assert found(page(line)) == []


def test_who_contributed_is_found_without_the_sentences_before() -> None:
    line = "The ferry sails again. Its pilot was glad. Jane Doe in Oslo contributed to this report."
    assert [piece for _, _, piece in found(page(line))] == ["Jane Doe in Oslo contributed to this report."]
