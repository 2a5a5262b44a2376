from itertools import pairwise
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import boilerplate
from seedreader.analysis.boilerplate import dimming_policy, features, infer_kind, model, word_model, words
from seedreader.article import Range

ARTICLE = [
    "The council voted on Tuesday to close the old bridge for repairs, which will take until the end of the "
    "year, officials said at a meeting in the town hall.",
    "Engineers found cracks in two of its seven arches in spring, and lorries have been kept off it since.",
    "“We would rather close it for a few months than see it fall,” the mayor told reporters after the vote.",
    "Shopkeepers on the east bank said that they feared for their trade, because most of their customers "
    "cross the river on foot.",
    "The work will cost about nine million pounds, of which the region pays two thirds.",
    "The bridge was built in 1907 and was last repaired after the flood of 1953.",
]

FOREIGN = [
    "Der Rat beschloss am Dienstag, die alte Brücke wegen Reparaturen bis zum Ende des Jahres zu schließen.",
    "Ingenieure fanden im Frühling Risse in zwei der sieben Bögen, und seitdem fahren keine Laster mehr.",
    "Die Arbeiten kosten etwa neun Millionen, wovon die Region zwei Drittel zahlt, sagte der Bürgermeister.",
]


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in boilerplate.find_boilerplate(text)]


def test_an_article_by_itself_is_kept() -> None:
    assert found("\n\n".join(["Old bridge to close for repairs", *ARTICLE])) == []


def test_a_page_around_the_article_is_found_and_its_headline_kept() -> None:
    headline = "Old bridge to close for repairs until the end of the year"
    above = [
        "Sign in",
        "Home",
        "News",
        "Sport",
        "Weather",
        "Newsletters",
        "Kitten stuck in chimney is rescued",
    ]
    below = ["Most popular", "Recipe of the week: plum cake", "Terms of use", "Privacy policy", "Contact us"]
    noise = found("\n".join([*above, headline, *ARTICLE, *below]))
    assert {*above, *below} <= set(noise)
    assert not {headline, *ARTICLE} & set(noise)


@pytest.mark.parametrize(
    "line",
    [
        "Enter your email to get the day's top stories every morning",
        "Have your say: join the conversation in the comments below",
        "You have reached your limit of free articles this month",
    ],
)
def test_a_line_to_the_reader_below_an_article_is_found(line: str) -> None:
    assert found("\n\n".join([*ARTICLE, line])) == [line]


def pieces(text: str) -> list[Range]:
    return [piece for line in boilerplate.read(text).lines for piece in line.pieces]


def taught(known: str, weight: int, chance: float = 0.9) -> model.BoilerplateWeights:
    """Weights that take pieces with these words for boilerplate, by the word model's verdict alone."""
    table = bytearray([128]) * word_model.SIZE
    for place, *_ in word_model.terms([[word] for word in known.split()]):
        table[place] += weight
    lexical = features.NAMES.index("lexical")
    split = (lexical, 1.0, -5.0, log(chance / (1 - chance)))
    return model.BoilerplateWeights(word_model.WeightTable(bytes(table), 0.1, 0.0), [split])


def test_what_no_rule_names_is_scored_by_the_model() -> None:
    line = "podium wednesday orange tangerine tomorrow."
    [span] = boilerplate.find_boilerplate("\n\n".join([*ARTICLE, line]), taught(line[:-1], 50))
    assert span.kind == "other"
    assert dimming_policy.LIKELY <= span.score <= 1


@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        ("Reproduced under copyright", "copyright"),
        ("Donate today and keep us going", "appeal"),
        ("Join thousands of subscribers every morning", "newsletter"),
        ("Disclosure: the author owns a boat.", "editor"),
        ("Tell us on Facebook", "share"),
        ("This site remembers you by cookies.", "navigation"),
        ("Enter search words", "navigation"),
        ("Sport Weather", "navigation"),
        ("7 comments so far", "metadata"),
        ("4 March, 11:05", "metadata"),
        ("(Jane Doe/Getty)", "credit"),
        ("Jane Doe is our transport correspondent.", "credit"),
        ("The mayor is seen beside the bridge on a cold winter's morning.", "caption"),
        ("The bridge by night, with the old mill behind it. Photo of the week", "caption"),
        ("Recommended for readers of this article.", "related"),
        ("Ten plum cakes that every village baker should know", "related"),
        ("Notify me when anyone comments on this.", "navigation"),
        ("The cream should also be whipped before it is folded in with a spoon.", "other"),
        ("I have lived here for years and it never worked.", "other"),
    ],
)
def test_the_words_of_a_piece_tell_its_kind(piece: str, kind: str) -> None:
    assert infer_kind.kind(piece, words.tokens(words.folded(piece)), before_credit=False) == kind


def test_what_stands_before_a_credit_is_a_caption() -> None:
    piece = "Workers on the old bridge"
    assert infer_kind.kind(piece, words.tokens(words.folded(piece)), before_credit=True) == "caption"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Workers on the bridge. (Jane Doe/Getty Images)", " The council met on Tuesday."),
        ("MAYOR ACCUSED OF SELLING THE OLD TOWN CLOCK", " The council met on Tuesday."),
        ("The council met on Tuesday.", " MAYOR ACCUSED OF SELLING THE OLD TOWN CLOCK"),
        ("Jane Doe - March 4, 2024, 8:15 pm", " The council met on Tuesday."),
        ("Workers on the bridge via Getty Images", " The council met on Tuesday."),
        ("The council met in the town hall", " Click here to learn who voted."),
        ("Jane Doe, The Courier", " PORT ELM, Maine (AP) — The council met on Tuesday."),
        ("The council met on Tuesday", "Mayor Ida Voss was away."),
    ],
)
def test_a_piece_ends_where_something_else_is_glued_on(left: str, right: str) -> None:
    text = f"{left}{right}\nIt met on Tuesday evening."
    cuts = {place for piece in pieces(text) for place in piece}
    assert len(left) in cuts


@pytest.mark.parametrize(
    "sentence",
    [
        "On March 4, 2024 President Voss opened the bridge.",
        "The Associated Press President spoke first.",
        "The YouTube channel of the town showed it live.",
        "He works for Reuters in Oslo.",
        "The council (or what was left of it) Tuesday agreed.",
        "He told The Associated Press (AP) that the bridge was safe.",
        "OSLO, Norway (AP) — The council met.",
    ],
)
def test_a_sentence_stays_whole(sentence: str) -> None:
    assert pieces(sentence) == [(0, len(sentence))]


@pytest.mark.parametrize(
    ("article", "chance", "dimmed"),
    [
        (ARTICLE, 0.6, False),
        (ARTICLE, 0.7, True),
        (2 * FOREIGN, 0.4, False),
        (2 * FOREIGN, 0.5, True),
        (ARTICLE[:1], 0.85, False),
        (ARTICLE[:1], 0.95, True),
    ],
)
def test_more_is_left_to_the_article_the_less_sure_the_model_is(
    article: list[str], chance: float, dimmed: bool
) -> None:
    line = "podium wednesday orange tangerine tomorrow"
    found = boilerplate.find_boilerplate("\n\n".join([*article, f"{line}."]), taught(line, 50, chance))
    assert len(found) == dimmed


def test_nothing_in_nothing() -> None:
    assert model.judge("", [], [], [], model.weights()) == []


def test_a_pull_quote_is_found_and_the_paragraph_that_says_it_kept() -> None:
    quote = "“We would rather close it for a few months than see it fall.”"
    assert found("\n\n".join([*ARTICLE[:2], quote, *ARTICLE[2:]])) == [quote]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Workers stand on the old bridge in Port Elm, Monday, March 4, 2024.", "caption"),
        ("FILE - Mayor Ida Voss looks on at a meeting in the town hall.", "caption"),
        ("The bridge at dawn [Jane Doe via Example Wire]", "caption"),
        ("[Related: Ten bridges to see this summer]", "related"),
        ("MAYOR SAYS TWO NGOs MAY TAKE OVER THE TOWN CLOCK", "related"),
        ("Please enter a valid email address.", "newsletter"),
        ("By signing up, you agree to our terms of use and privacy policy.", "newsletter"),
        ("By Jane Doe , John Roe on Monday, March 4th, 2024 at 11:08 a.m.", "credit"),
        ("Write to Jane Doe at jane.doe@example.org", "newsletter"),
        ("License this content", "navigation"),
    ],
)
def test_lines_that_a_rule_names(line: str, kind: str) -> None:
    text = "\n\n".join([*ARTICLE[:3], line, *ARTICLE[3:]])
    assert [(span.kind, text[span.start : span.end]) for span in boilerplate.find_boilerplate(text)] == [
        (kind, line)
    ]


def test_a_sentence_with_a_full_date_that_tells_what_happened_is_kept() -> None:
    line = "The bridge was closed on Monday, March 4, 2024, after a lorry hit it."
    assert found("\n\n".join([*ARTICLE[:3], line, *ARTICLE[3:]])) == []


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt hat am Dienstag beschlossen, die alte Brücke bis zum Jahresende zu sperren.\n"
        "Ingenieure hatten im Frühjahr Risse in zwei der sieben Bögen gefunden.\nMehr zum Thema",
        "Le conseil a voté mardi la fermeture du vieux pont jusqu'à la fin de l'année.\n"
        "Des fissures avaient été trouvées au printemps dans deux arches.\nÀ lire aussi",
        "Городской совет во вторник решил закрыть старый мост на ремонт до конца года.\nЧитайте также",
    ],
)
def test_prose_in_other_languages_is_kept(text: str) -> None:
    prose = text[: text.rfind("\n")]
    assert all(span.start > len(prose) for span in boilerplate.find_boilerplate(text))


@given(
    st.lists(
        st.sampled_from([*ARTICLE, "Share", "\n", "\n\n", " ", "(Photo: x)", "?", "Ǆ İ", "\x00"]), max_size=20
    )
)
def test_units_cover_every_word_once(parts: list[str]) -> None:
    text = "".join(parts)
    page = boilerplate.read(text)
    spans, units, tokens = boilerplate.apply_rules(page)
    assert all(one.end <= two.start and one.line <= two.line for one, two in pairwise(units))
    inside = "".join(page.text[unit.start : unit.end] for unit in units)
    assert "".join(inside.split()) == "".join(page.text.split())
    for unit in units:
        assert all(unit.end <= s.start or s.end <= unit.start or unit[:2] == s[:2] for s in spans)
    chances = model.judge(page.text, units, tokens, model.words_of(tokens), model.weights())
    assert len(chances) == len(units)
    assert all(0 <= chance <= 1 for chance in chances)


@pytest.mark.parametrize(
    "unit", ["The old bridge was closed on Tuesday, he said. ", "Bridge (Photo: x) ", "Share\nThe\n"]
)
def test_the_model_reads_a_huge_text_to_its_end(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    assert all(0 <= span.start < span.end <= len(text) for span in boilerplate.find_boilerplate(text))
