from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import boilerplate, claims, dates, quantities, sentences
from seedreader.article import Claim, DateMention, Quantity, Span

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
DAY = date(2021, 9, 15)


def counted(text: str) -> tuple[tuple[Quantity, ...], tuple[DateMention, ...]]:
    return quantities.find_quantities(text), dates.find_dates(text, DAY)


def find(text: str, *spans: Span) -> tuple[Claim, ...]:
    return claims.find_claims(text, sentences.split_sentences(text), spans, *counted(text))


def words(text: str) -> list[str]:
    return [text[c.start : c.end] for c in find(text)]


@pytest.mark.parametrize(
    ("text", "claim", "speaker"),
    [
        ("According to police, 1,250 cars were stolen.", "1,250 cars were stolen", "police"),
        ("Two men were arrested, police said late on Friday.", "Two men were arrested", "police"),
        ("Two men were arrested, the Met Police said.", "Two men were arrested", "the Met Police"),
        ("Police, citing 1,250 complaints, said two men were arrested.", "two men were arrested", "Police"),
    ],
)
def test_figures_days_and_names_do_not_cut_a_statement(text: str, claim: str, speaker: str) -> None:
    (found,) = find(text)
    assert (text[found.start : found.end], found.speaker and found.speaker.text) == (claim, speaker)


def test_speaker_and_verb_stand_outside_the_claim() -> None:
    text = "Ann Ray said on Monday that the port of Aarhus hired up to 900 dockers last year."
    (claim,) = find(text)
    assert text[claim.start : claim.end] == "the port of Aarhus hired up to 900 dockers last year"
    assert claim.speaker is not None
    assert claim.speaker.text == "Ann Ray"
    assert {"quantity", "date", "attribution"} <= set(claim.kinds)
    assert [q.high for q in claim.quantities] == [900]
    assert [d.first for d in claim.dates] == [date(2020, 1, 1)]


def test_two_clauses_are_two_claims() -> None:
    text = "The storm killed 14 sailors in Bergen, while the flood destroyed 300 houses in Oslo."
    assert words(text) == ["The storm killed 14 sailors in Bergen", "the flood destroyed 300 houses in Oslo"]


def test_a_claim_without_a_speaker_is_the_outlet_s_own() -> None:
    (claim,) = find("The storm killed 14 sailors in Bergen on Monday.")
    assert claim.speaker is None
    assert "attribution" not in claim.kinds


def test_a_dateline_is_no_part_of_a_claim() -> None:
    assert words("OSLO, Norway (XY) — The storm killed 14 sailors on Monday.") == [
        "The storm killed 14 sailors on Monday"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "What do you think?",
        "Thank you, and good night.",
        "I love this wonderful song.",
        "Sailing",
        "Perhaps we should go.",
    ],
)
def test_questions_and_opinions_are_no_claims(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("worthier", "less"),
    [
        ("The firm sold 4,000 cars in Norway in 2019.", "The firm could perhaps sell cars in Norway."),
        ("Ann Ray said the firm sold 4,000 cars.", "The firm sold some nice cars."),
        ("Police arrested 12 men in Oslo.", "Did police arrest 12 men in Oslo?"),
    ],
)
def test_what_can_be_checked_scores_higher(worthier: str, less: str) -> None:
    def best(text: str) -> float:
        return max((c.score for c in find(text)), default=0.0)

    assert best(worthier) > best(less)


def test_a_clause_that_only_says_who_spoke_is_no_claim() -> None:
    assert words("A senior Danish official told XYZ.") == []


def test_claims_keep_out_of_boilerplate_inside_a_line() -> None:
    text = "Share this page The storm killed 14 sailors in Bergen on Monday."
    (claim,) = find(text, Span(0, 15, "share widget", 0.9))
    assert text[claim.start : claim.end] == "The storm killed 14 sailors in Bergen on Monday"


def test_a_role_and_a_quotation_are_told() -> None:
    (claim,) = find("“We counted 14 boats in the harbour,” said Ann Ray.")
    assert "quote" in claim.kinds
    (claim,) = find("President Ann Ray visited the harbour of Bergen on Monday.")
    assert "role" in claim.kinds


_WORDS = st.sampled_from(
    ["Ann", "Ray", "said", "that", ",", "“", "”", ".", "the", "told", "according to",
     "and has", "but", "killed", "14",
     "sailors", "\n", "—", "on Monday", "?", "while", "however", "OSLO (XY) —", "adding", "was", ";", ":"]
)  # fmt: skip


@given(
    st.lists(_WORDS, max_size=50), st.lists(st.tuples(st.integers(0, 200), st.integers(1, 30)), max_size=3)
)
def test_claims_are_sorted_apart_in_one_sentence_and_clear_of_boilerplate(
    parts: list[str], holes: list[tuple[int, int]]
) -> None:
    text = " ".join(parts)
    ranges = sentences.split_sentences(text)
    spans = [Span(s, min(s + n, len(text)), "menu", 1.0) for s, n in holes if s < len(text)]
    found = claims.find_claims(text, ranges, spans, *counted(text))
    assert all(a.end <= b.start for a, b in pairwise(found))
    for c in found:
        assert any(s <= c.start < c.end <= e for s, e in ranges)
        assert not any(s.start < c.end and c.start < s.end for s in spans)
        assert c.kinds and 0 <= c.score <= 1
        parts_of = [(q.start, q.end) for q in c.quantities] + [(d.start, d.end) for d in c.dates]
        assert all(c.start <= start < end <= c.end for start, end in parts_of)
        if c.speaker:
            assert c.speaker.end <= c.start or c.end <= c.speaker.start


@pytest.mark.parametrize(
    "text", ["", "\0", "\0\0 . \n", "🙂" * 50, "a" * 200_000, "and has, " * 40_000], ids=range(6)
)
def test_any_text_is_read(text: str) -> None:
    find(text)


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.name)
def test_the_samples_have_claims_outside_boilerplate(path: Path) -> None:
    text = path.read_text("utf-8")
    skip = boilerplate.find_boilerplate(text)
    found = claims.find_claims(text, sentences.split_sentences(text), skip, *counted(text))
    assert len(found) >= 8
    assert any(c.speaker for c in found)
    for c in found:
        assert "\n" not in text[c.start : c.end]
        assert not any(s.start < c.end and c.start < s.end for s in skip)


def test_an_accusation_reads_from_its_verb_on() -> None:
    text = "The mayor accused the port of hiding 40 leaks from its inspectors."
    (claim,) = find(text)
    assert text[claim.start : claim.end] == "accused the port of hiding 40 leaks from its inspectors"
    assert claim.speaker is not None and claim.speaker.text == "The mayor"


def test_an_opening_while_clause_is_a_claim_of_its_own() -> None:
    assert words("While the old dam held in the storm of 1987, the bridge was lost within nine hours.") == [
        "the old dam held in the storm of 1987",
        "the bridge was lost within nine hours",
    ]


def test_a_participle_with_its_own_figure_is_a_claim_of_its_own() -> None:
    assert words("The fire spread to 40 homes in Elm on Friday, killing at least six people there.") == [
        "The fire spread to 40 homes in Elm on Friday",
        "killing at least six people there",
    ]
    assert len(words("The fire spread to 40 homes in Elm on Friday, worrying the people there.")) == 1


def test_so_far_stays_with_its_claim() -> None:
    assert words("So far, the navy has seized 31 boats in the gulf.")[0].startswith("So far")


def test_two_things_done_by_one_subject_are_two_claims() -> None:
    assert words("The navy has sent 40 boats to the gulf and continues to search the coast of Elm.") == [
        "The navy has sent 40 boats to the gulf",
        "continues to search the coast of Elm",
    ]
    assert words("Ann Ray said the dam held at noon and that the road was lost.") == [
        "the dam held at noon",
        "the road was lost",
    ]


def test_a_clause_that_adds_something_is_a_claim_of_its_own() -> None:
    assert words("The dam at Elm was built in 1983, which makes it 41 years old today.") == [
        "The dam at Elm was built in 1983",
        "which makes it 41 years old today",
    ]


def test_a_list_of_names_is_not_cut() -> None:
    text = "New tools for farming, industry, and consumer goods are expected in Elm this year."
    assert words(text) == [text.rstrip(".")]


def test_what_is_judged_reads_from_its_verb_on() -> None:
    (claim,) = find("The council condemned the raid on the port of Elm.")
    assert claim.speaker is not None and claim.speaker.text == "The council"


def test_what_happens_is_an_event_without_a_name() -> None:
    (claim,) = find("Officers used tear gas to clear the street.")
    assert claim.kinds == ("event",)


@pytest.mark.parametrize(
    "text",
    [
        "ELM (Coast News), 21 March 2023 - The storm killed 14 sailors on Monday.",
        "Elm, Norway (Coast News) - The storm killed 14 sailors on Monday.",
    ],
)
def test_a_dateline_in_either_case_is_no_part_of_a_claim(text: str) -> None:
    assert words(text) == ["The storm killed 14 sailors on Monday"]


def test_what_i_think_and_you_should_do_is_no_claim() -> None:
    assert find("I think it is a good idea.") == ()
    assert find("You should plan to spend more time there.") == ()


def test_a_figure_that_somebody_tells_is_a_claim() -> None:
    assert words("The hospital told us 18,000.") == ["The hospital told us 18,000"]
    assert words("The hospital told the paper.") == []


def test_a_share_of_people_who_report_a_complaint_is_no_speaker() -> None:
    (claim,) = find("Headache was reported by one patient in nine.")
    assert claim.speaker is None
    assert [q.unit for q in claim.quantities] == ["percent"]


VERBS = """
    Four miners died|The bridge cost 3 million euros|The fire spread to Tarn|Two ministers quit
    The party split in two|The dam burst|The firm shed 300 jobs|The mine shut|Anna Lind led the race
    The kitchen fed 300 people|The blast hurt nobody|Tarn beat Varn 3-1|The firm cut 300 jobs
    Parliament put off the vote|The bus hit a tree|The guards let prisoners go
    The bank lost 3 million euros|Lind won the seat|Sales fell by 3 percent|The ferry sank
    The truck struck a bridge|Three men fled|The river froze|The storm tore the roof off|The widow wept
    The minister lied|Tarn tied the game|Troops used gas|The car sped away|The pair wed in May
    Two sailors swam ashore|The pipe broke|The boys drank the water|The man drove off
    Two boys hid in a barn|Rebels held Tarn|Rebels laid mines|Three men lay dead|The phone rang
    A quake shook Tarn|The guard shot two men|The bus slid into a lake|The wall stood firm
    Thieves stole 300 cars|Floods swept Tarn|The men wore masks|The ruling upset the crowd
    The dog bit a child|The firm bid 3 million euros|The beam bent|Prices crept up|Divers found a body
    Residents felt the quake|Sales leapt 3 percent|The family sought refuge|The men swore an oath
    The ship sprang a leak|The bear slew two men|Rebels overran the base|The firm rebuilt the dam
    The firm foresaw a loss|Lind understood the risk|The board backed Lind|Three boys need help
    Voters want out|Two families live there
"""


@pytest.mark.parametrize("clause", [c.strip() for c in VERBS.replace("\n", "|").split("|") if c.strip()])
@pytest.mark.parametrize(
    ("frame", "speaker"),
    [
        ("{}, the company said.", "the company"),
        ("{}, Bo Rahl told the Bell.", "Bo Rahl"),
        ("{}, police said on Monday.", "police"),
        ("{}, said Ida Brunn, the mayor.", "Ida Brunn, the mayor"),
    ],
)
def test_a_short_statement_before_its_speaker_is_a_claim(clause: str, frame: str, speaker: str) -> None:
    text = frame.format(clause)
    assert [(text[c.start : c.end], c.speaker and c.speaker.text) for c in find(text)] == [(clause, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Lund tweeted late Sunday.",
        "She added on Friday.",
        "Lund wrote on Telegram.",
        "The keeper replied.",
        "Lund told the Bell.",
        "The mayor said in a statement on Monday.",
        "“Sell the boat today! Now!” Lund posted early Monday.",
    ],
)
def test_what_only_says_that_someone_spoke_is_no_claim(text: str) -> None:
    assert all("Lund" not in w and "said" not in w and "added" not in w for w in words(text))


@pytest.mark.parametrize(
    "text",
    [
        "At the same time, Lund said, the road to Tarn was lost.",
        "In the end, the mayor said, 300 houses fell.",
        "In all, police said, 300 houses fell.",
    ],
)
def test_a_scrap_beside_a_statement_is_no_claim_of_its_own(text: str) -> None:
    (claim,) = find(text)
    assert "lost" in text[claim.start : claim.end] or "fell" in text[claim.start : claim.end]


def test_a_statement_keeps_its_subject_where_that_believes_or_knows_something() -> None:
    text = "The mayor said a clerk at the port recognized the boat and rang the police in Tarn."
    assert words(text)[0].startswith("a clerk at the port recognized the boat")


def test_an_aside_ends_before_the_next_verb_of_saying() -> None:
    text = (
        "Lund, fearing a leak, said in a letter that two pumps had failed, and claimed that a third was old."
    )
    assert words(text) == ["two pumps had failed", "a third was old"]
