from pathlib import Path
from random import Random

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from seedreader.notebook.anchoring.reanchor import STATES, Anchor, reanchor
from seedreader.paths import samples

PARAGRAPHS = (
    "The harbour authority closed the eastern pier on Monday after divers found cracks in its pillars.",
    "Repairs will take eleven weeks, the chief engineer said, and ferries will leave from the fish market.",
    "Shopkeepers near the pier fear a quiet summer; two cafés have already cut their opening hours.",
    "A petition for a faster repair has 1,400 signatures, although the council has not discussed it yet.",
)
OLD = "\n\n".join(PARAGRAPHS)


def carried(quote: str, new: str, old: str = OLD) -> tuple[str, list[str]]:
    start = old.index(quote)
    (anchor,) = reanchor(old, new, [(start, start + len(quote))])
    return anchor.state, [new[slice(*found)] for found in anchor.ranges]


@pytest.mark.parametrize("quote", ["two cafés have already", "Repairs", PARAGRAPHS[1], "1,400"])
def test_text_before_it_leaves_a_passage_exact(quote: str) -> None:
    assert carried(quote, f"Read this and much more in our app.\n\n{OLD}") == ("exact", [quote])


def test_the_right_one_of_two_equal_passages() -> None:
    second = OLD.rindex("pier")
    new = OLD.replace("Monday", "a rainy Monday")
    (anchor,) = reanchor(OLD, new, [(second, second + 4)])
    assert anchor == Anchor("exact", ((new.rindex("pier"), new.rindex("pier") + 4),))


def test_a_moved_paragraph_takes_its_passages_along() -> None:
    new = "\n\n".join(PARAGRAPHS[i] for i in (2, 0, 1, 3))
    assert carried("quiet summer", new) == ("moved", ["quiet summer"])
    assert carried("eleven weeks", new) == ("exact", ["eleven weeks"])


SENTENCES = (
    "The harbour pilot left Orr on Monday.",
    "Nine boats in Varn burned down.",
    "It rained.",
    "Rain is forecast for the weekend, and the pier will be watched.",
    "The union called it a disgrace!",
    "Who pays for the pier?",
    "“We ran,” Bo Ray said.",
    "The court in Varn will rule on Friday.",
    "No one was hurt.",
)


@pytest.mark.parametrize("between", [" ", "\n", "\n\n"])
@pytest.mark.parametrize("seed", range(8))
def test_sentences_that_change_places_stay_whole(between: str, seed: int) -> None:
    rng = Random(seed)
    first = rng.sample(SENTENCES, rng.randint(2, len(SENTENCES)))
    second = rng.sample(first, len(first))
    old, new = between.join(first), between.join(second)
    found = [carried(sentence, new, old) for sentence in first]
    assert [ranges for _, ranges in found] == [[sentence] for sentence in first]
    assert {state for state, _ in found} <= {"moved", "exact"}
    if first != second:
        assert "moved" in {state for state, _ in found}


def test_paragraphs_that_change_places_stay_whole() -> None:
    paragraphs = [" ".join(SENTENCES[i : i + 3]) for i in range(0, 9, 3)]
    old, new = "\n\n".join(paragraphs), "\n\n".join((paragraphs[2], paragraphs[0], paragraphs[1]))
    assert carried(paragraphs[2], new, old) == ("moved", [paragraphs[2]])


def test_a_short_sentence_in_quite_another_text_is_not_surely_the_same() -> None:
    quote = "It rained."
    old, new = " ".join(SENTENCES), f"A strike began at the mill. {quote} Trains to Oslo were late all day."
    assert carried(quote, new, old)[0] in ("uncertain", "orphan")


LIVE = [
    ("18:20", "Roads closed near Orr.", "Police gave no details."),
    ("17:55", "Bridge shut in Varn.", "Police gave no details."),
    ("17:10", "Two boats collide off Holm.", "More soon."),
    ("16:40", "Power fails in Orr.", "More soon."),
]


def entries(*chosen: tuple[str, str, str]) -> str:
    return "\n\n".join("\n".join(entry) for entry in chosen) + "\n"


@pytest.mark.parametrize(
    "other",
    [
        ("19:10", "School cleared in Norby.", "Police gave no details."),
        ("19:10", "A tram has left the rails at the market in Norby.", "Police gave no details."),
        ("18:20", "Fire.", "Police gave no details."),
        ("18:50", "Three people are held in the capital.", "Police gave no details."),
        ("18:25", "Mayor: stay at home.", "Police gave no details."),
    ],
)
def test_a_sentence_of_another_entry_is_not_surely_the_one(other: tuple[str, str, str]) -> None:
    old, new = entries(*LIVE), entries(other, *LIVE[1:])
    quote = LIVE[0][2]
    first, second = reanchor(
        old, new, [(at, at + len(quote)) for at in (old.index(quote), old.rindex(quote))]
    )
    assert first.state in ("uncertain", "orphan")
    assert second == Anchor("exact", ((new.rindex(quote), new.rindex(quote) + len(quote)),))


def test_new_entries_above_leave_the_sentences_of_the_others_exact() -> None:
    quote = LIVE[0][2]
    assert carried(quote, entries(("19:10", "School cleared.", quote), *LIVE), entries(*LIVE)) == (
        "exact",
        [quote],
    )


@pytest.mark.parametrize(
    "quote", ["representative", "development", "of the union said", "The representative of"]
)
@pytest.mark.parametrize("backwards", [False, True])
def test_a_word_that_is_parted_at_the_end_of_a_line_is_the_same_word(quote: str, backwards: bool) -> None:
    plain = (
        "The council met. The representative of the union said that development of the well-known pier ended."
    )
    parted = plain.replace("representative", "repre-\nsentative").replace("development", "develop-\n  ment")
    parted = parted.replace("well-known", "well-\nknown")
    old, new = (parted, plain) if backwards else (plain, parted)
    words = [
        quote.replace("representative", "repre-\nsentative").replace("development", "develop-\n  ment"),
        quote,
    ]
    was, now = words if backwards else words[::-1]
    assert carried(was, new, old) == ("exact" if was == now else "edited", [now])
    known = "well-\nknown pier", "well-known pier"
    assert carried(known[not backwards], new, old)[1] == [known[backwards]]


def test_a_hyphen_at_the_end_of_a_line_joins_no_words_that_stand_apart() -> None:
    old = "He sold the red-\nbrick house near the pier in May."
    assert carried("red-\nbrick house", f"Read on.\n\n{old}", old) == ("exact", ["red-\nbrick house"])


def test_a_moved_line_without_sentences_takes_its_passages_along() -> None:
    rng = Random(1)
    lines = ["".join(rng.choices("กขคงจชซญดตถทธนบปผพมยรลวสหอ", k=300)) for _ in range(3)]
    old, new = " ".join(lines), " ".join((lines[1], lines[2], lines[0]))
    assert carried(lines[0][100:140], new, old) == ("moved", [lines[0][100:140]])


def test_white_space_is_no_change() -> None:
    assert carried("closed the eastern pier", OLD.replace(" eastern", "\neastern")) == (
        "exact",
        ["closed the\neastern pier"],
    )


def test_a_changed_number_is_an_edit() -> None:
    new = OLD.replace("1,400", "1,900")
    assert carried("has 1,400 signatures", new) == ("edited", ["has 1,900 signatures"])


def test_a_respelt_word_is_an_edit() -> None:
    assert carried("Shopkeepers", OLD.replace("Shopkeepers", "Shopkeeprs")) == ("edited", ["Shopkeeprs"])


def test_other_quotation_marks_are_an_edit_in_place() -> None:
    old = OLD + ' "We were never asked," one owner said.'
    new = OLD + " “We were never asked,” one owner said."
    assert carried('"We were never asked,"', new, old) == ("edited", ["“We were never asked,”"])


def test_words_put_in_and_words_put_in_their_place() -> None:
    new = OLD.replace("eleven weeks", "eleven long weeks").replace("quiet summer", "quiet winter")
    assert carried("Repairs will take eleven weeks", new)[1] == ["Repairs will take eleven long weeks"]
    assert carried("fear a quiet summer", new) == ("edited", ["fear a quiet winter"])


def test_a_passage_may_end_in_two_pieces() -> None:
    advertisement = " ".join(f"offer{i} today" for i in range(30))
    new = OLD.replace("\n\nShop", f"\n\n{advertisement}\n\nShop")
    state, found = carried(f"{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}", new)
    assert (state, found) == ("edited", [PARAGRAPHS[1], PARAGRAPHS[2]])


@pytest.mark.parametrize("k", range(4))
def test_a_deleted_paragraph_is_an_orphan(k: int) -> None:
    new = "\n\n".join(PARAGRAPHS[:k] + PARAGRAPHS[k + 1 :])
    assert carried(PARAGRAPHS[k], new) == ("orphan", [])


def test_a_deleted_copy_is_an_orphan_and_the_other_is_not() -> None:
    line = "Send us your photos of the pier."
    old = f"{line}\n\n{OLD}\n\n{line}"
    gone, kept = reanchor(old, f"{OLD}\n\n{line}", [(0, len(line)), (len(old) - len(line), len(old))])
    assert gone.state == "orphan"
    assert kept == Anchor("exact", ((len(OLD) + 2, len(OLD) + 2 + len(line)),))


def test_one_of_two_neighbours_that_are_the_same_is_not_surely_the_one() -> None:
    line = "Send us your photos of the pier."
    old = f"{PARAGRAPHS[0]}\n\n{line}\n\n{line}\n\n{PARAGRAPHS[1]}"
    first = old.index(line)
    spans = [(at, at + len(line)) for at in (first, first + len(line) + 2)]
    found = reanchor(old, f"{PARAGRAPHS[0]}\n\n{line}\n\n{PARAGRAPHS[1]}", spans)
    assert sorted(anchor.state for anchor in found) == ["orphan", "uncertain"]


@pytest.mark.parametrize("quote", ["the pier", "pier", "1,400", "quiet", "the council"])
def test_words_of_a_deleted_sentence_are_not_found_in_another(quote: str) -> None:
    old = f"{OLD}\n\nThe council says that the quiet beach beside the pier had 1,400 visitors a day in June."
    new = f"{PARAGRAPHS[1]}\n\nThe weather stays warm until Friday.\n\n" + old.split("\n\n")[-1]
    start = OLD.index(quote, OLD.index(PARAGRAPHS[2]))
    assert reanchor(old, new, [(start, start + len(quote))]) == [Anchor("orphan", ())]


@pytest.mark.parametrize("quote", ["in the Gulf of Aden", "cracks in its pillars", "the eastern pier"])
def test_a_sentence_on_the_same_subject_is_another_sentence(quote: str) -> None:
    theirs = (
        "Two men swam under the eastern pier and took photographs of cracks in its pillars off the coast."
    )
    old = (
        f"{PARAGRAPHS[1]} In the Gulf of Aden divers found cracks in its pillars on the eastern pier. Quiet."
    )
    new = f"{PARAGRAPHS[1]} {theirs} Quiet."
    start = old.lower().index(quote.lower())
    (anchor,) = reanchor(old, new, [(start, start + len(quote))])
    assert anchor.state in ("orphan", "uncertain", "edited")


def test_a_copy_elsewhere_does_not_take_the_place_of_an_edited_sentence() -> None:
    new = f"{OLD.replace('two cafés', 'three cafés')}\n\nAlso:\n\n{PARAGRAPHS[2]}"
    assert carried(PARAGRAPHS[2], new) == ("edited", [PARAGRAPHS[2].replace("two", "three")])


def test_what_was_only_a_figure_is_followed_to_the_new_figure() -> None:
    assert carried("two", OLD.replace("two cafés", "three cafés")) == ("uncertain", ["three"])
    assert carried("1,400", OLD.replace("1,400", "1,900")) == ("edited", ["1,900"])


def test_a_deleted_end_of_a_passage_is_not_what_stands_there_now() -> None:
    new = OLD.replace("; two cafés have already cut their opening hours", "")
    assert carried(PARAGRAPHS[2], new)[1] == ["Shopkeepers near the pier fear a quiet summer."]
    new = OLD.replace(PARAGRAPHS[2], "Rain is expected until the weekend in the whole district.")
    assert carried(f"{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}", new) == ("edited", [PARAGRAPHS[1]])


@pytest.mark.parametrize("span", [(-1, 3), (3, 2), (0, len(OLD) + 1), (len(OLD) + 1, len(OLD) + 1)])
def test_a_range_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no passage"):
        reanchor(OLD, OLD, [(0, 3), span])


def test_an_empty_range_is_an_orphan() -> None:
    assert reanchor(OLD, OLD, [(0, 0), (len(OLD), len(OLD))]) == [Anchor("orphan", ())] * 2


def test_edges_inside_words() -> None:
    start, end = OLD.index("arbour"), OLD.index("arbour") + len("arbour author")
    (anchor,) = reanchor(OLD, "New: " + OLD, [(start, end)])
    assert anchor == Anchor("exact", ((start + 5, end + 5),))


def test_scripts_without_spaces() -> None:
    old, new = "东港码头周一关闭。维修需要十一周。", "快讯：东港码头周一关闭。维修需要十二周。"
    assert carried("码头周一", new, old) == ("exact", ["码头周一"])
    assert carried("维修需要十一周", new, old) == ("edited", ["维修需要十二周"])


def test_nothing_in_common() -> None:
    assert carried("harbour", "Quite another story altogether") == ("orphan", [])
    assert reanchor(OLD, "", [(0, 5)]) == reanchor("", OLD, [(0, 0)]) == [Anchor("orphan", ())]


@pytest.mark.parametrize("path", sorted(samples().glob("*.txt")), ids=lambda p: p.name[:3])
def test_every_passage_of_an_unchanged_text_is_exact(path: Path) -> None:
    text = path.read_text("utf-8")
    for width in (7, 40, 300):
        spans = [(i, min(i + width, len(text))) for i in range(0, len(text), width)]
        for span, anchor in zip(spans, reanchor(text, text, spans), strict=True):
            if any(text[slice(*span)].split()):
                assert anchor.state == "exact"
                assert text[slice(*anchor.ranges[0])].split() == text[slice(*span)].split()


TEXTS = st.lists(
    st.sampled_from(["the", "pier", "11", "Ä", ". ", "\n", " ", "港", "\0", "🙂", "\ud800", "é"])
).map("".join) | st.text(max_size=60)


@settings(max_examples=300)
@given(TEXTS, TEXTS, st.data())
def test_any_texts(old: str, new: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(old))
    spans = data.draw(st.lists(st.tuples(ends, ends).map(lambda pair: (min(pair), max(pair))), max_size=5))
    anchors = reanchor(old, new, spans)
    assert len(anchors) == len(spans)
    for span, anchor in zip(spans, anchors, strict=True):
        assert anchor.state in STATES
        assert bool(anchor.ranges) == (anchor.state != "orphan")
        edges = [edge for found in anchor.ranges for edge in found]
        assert all(0 <= start < end <= len(new) for start, end in anchor.ranges)
        assert edges == sorted(edges)
        if anchor.state in ("exact", "moved"):
            assert new[slice(*anchor.ranges[0])].split() == old[slice(*span)].split()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 100_000, "a " * 90_000),
        ("a b " * 30_000, "b a a " * 25_000),
        ("x" * 1_000_000, "x" * 1_000_001),
        (".,;" * 20_000, ";,." * 20_000),
        (" ".join(map(str, range(30_000))), " ".join(map(str, range(30_000, 0, -1)))),
    ],
    ids=["one word", "two words", "one long word", "marks", "reversed"],
)
def test_large_texts_take_no_more_than_seconds(old: str, new: str) -> None:
    spans = [(start, start + 10) for start in range(0, len(old) - 10, len(old) // 2000)]
    assert len(reanchor(old, new, spans)) == len(spans)


SHUFFLED = (
    "The council approved the new pier in the old harbour on Monday.",
    "It will cost about 4 million euros, mayor Ana Ruiz told the newspaper.",
    "More than 300 residents came.",
    "Some had asked for a park, with trees.",
    "Fishermen fear that the nets will be in the way!",
    "“We lost,” he said.",
    "Nobody was hurt.",
    "The ferry stays shut until Monday, the operator said.",
)


@pytest.mark.parametrize("between", [" ", "\n\n"])
@given(st.permutations(SHUFFLED))
def test_sentences_in_any_other_order_are_found_whole(between: str, order: list[str]) -> None:
    old, new = between.join(SHUFFLED), between.join(order)
    spans = [(old.index(each), old.index(each) + len(each)) for each in SHUFFLED]
    for sentence, anchor in zip(SHUFFLED, reanchor(old, new, spans), strict=True):
        assert anchor.state in ("exact", "moved")
        assert [new[a:b] for a, b in anchor.ranges] == [sentence]


@pytest.mark.parametrize("dropped", [0, 1, 2])
def test_a_short_sentence_of_several_entries_is_sure_in_none_where_its_own_entry_is_gone(
    dropped: int,
) -> None:
    entries = [
        "10:00 The fire began at the depot. Nobody was hurt.",
        "11:00 Smoke came from the mill. Nobody was hurt.",
        "12:00 A wall fell on the road to the school. Nobody was hurt.",
    ]
    old = "\n\n".join(entries)
    new = "\n\n".join(each for number, each in enumerate(entries) if number != dropped)
    start = old.index("Nobody", old.index(entries[dropped]))
    (anchor,) = reanchor(old, new, [(start, start + len("Nobody was hurt."))])
    assert anchor.state in ("uncertain", "orphan")
