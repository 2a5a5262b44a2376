from __future__ import annotations

from datetime import date
from itertools import chain, zip_longest

import pytest

from seedreader.article import SourceId
from seedreader.ingest import registry
from seedreader.ingest.errors import IngestError, sentence
from seedreader.ingest.formats.pdf import read
from seedreader.ingest.raw_document import RawDocument
from tests.ingest.formats.pdf_maker import At, column, filled, pdf

SOURCE = SourceId("file:///a.pdf")
LEFT = (
    "The harbour of Vellmar was closed on Monday after a crane fell into the basin, and the port"
    " authority said that ships would be sent to other places until the wreck had been lifted."
)
RIGHT = (
    "Fishermen in the town said they had not been told of the closure and that their catch would"
    " spoil before the week was over, for which nobody had offered to pay them anything."
)


def _one(data: bytes) -> RawDocument:
    (document,), problems = read(data, SOURCE)
    assert problems == ()
    return document


def _kinds(document: RawDocument, kind: str) -> list[str]:
    return [document.text[each.start : each.end] for each in document.structure if each.kind == kind]


def _two_columns(row_by_row: bool) -> bytes:
    left, right = column(50, 700, filled(LEFT, 38)), column(320, 700, filled(RIGHT, 38))
    body = [at for row in zip_longest(left, right) for at in row if at] if row_by_row else [*left, *right]
    return pdf([[At(50, 740, "Crane falls into Vellmar basin", 20, bold=True), *body]])


@pytest.mark.parametrize("row_by_row", [False, True])
def test_a_column_is_read_to_its_end_however_the_page_draws_it(row_by_row: bool) -> None:
    document = _one(_two_columns(row_by_row))
    assert document.text == f"Crane falls into Vellmar basin\n\n{LEFT}\n\n{RIGHT}"
    assert _kinds(document, "heading") == ["Crane falls into Vellmar basin"]
    assert document.declared["title"].value == "Crane falls into Vellmar basin"


def test_letters_drawn_one_by_one_are_words() -> None:
    line = "The mill has closed."
    page = [At(50 + 6 * i, 700, letter) for i, letter in enumerate(line) if letter != " "]
    assert _one(pdf([page])).text == line


def test_hyphens_at_lines_ends_are_mended_by_the_words_of_the_document() -> None:
    lines = [
        "The well-known harbour and its port authority spoke of the news-",
        "paper and of the well-",
        "known mayor of the town in the year of the flood, at the har-",
        "bour gate, of ships and Anglo-",
        "Danish trade in the long and dark autumn of the North- and",
        "Baltic seas, as the newspaper wrote.",
    ]
    text = _one(pdf([column(50, 700, lines)])).text
    for word in (
        "newspaper and",
        "well-known mayor",
        "the harbour gate",
        "Anglo-Danish",
        "North- and Baltic",
    ):
        assert word in text
    assert "\ufffe" not in text and "\n" not in text


def test_a_paragraph_goes_on_over_the_page_and_its_furniture_stands_behind() -> None:
    first, second = "Ships were sent to other places", "until the wreck had been lifted."
    pages = [
        [
            At(50, 770, "The Vellmar Herald"),
            *column(50, 700, [LEFT[:90], first]),
            At(300, 30, str(number)),
        ]
        if number == 1
        else [At(50, 770, "The Vellmar Herald"), *column(50, 700, [second]), At(300, 30, str(number))]
        for number in (1, 2)
    ]
    document = _one(pdf(pages))
    assert document.text.startswith(f"{LEFT[:90]} {first} {second}\n\n")
    assert _kinds(document, "header") == ["The Vellmar Herald"] * 2
    assert _kinds(document, "footer") == ["1", "2"]


def test_a_table_is_read_row_by_row() -> None:
    rows = [("Austria", "8.9", "Vienna"), ("Belgium", "11.5", "Brussels"), ("Denmark", "5.8", "Copenhagen")]
    cells = [
        At(x, 700 - 14 * i, cell)
        for i, row in enumerate(rows)
        for x, cell in zip((50, 200, 300), row, strict=True)
    ]
    document = _one(pdf([[*cells, *column(50, 600, filled(LEFT, 80))]]))
    assert _kinds(document, "table") == ["\n".join(" | ".join(row) for row in rows)]


def test_raised_figures_do_not_make_numbers_longer() -> None:
    page = [
        At(50, 700, "They sent 11,000"),
        At(146, 704, "12", 6),
        At(158, 700, "men over 40 km"),
        At(242, 704, "2", 6),
    ]
    assert _one(pdf([page])).text == "They sent 11,000¹² men over 40 km²"


def test_paragraphs_captions_and_lists_are_told_apart() -> None:
    body = column(50, 700, filled(LEFT, 60))
    indented = filled(RIGHT, 60)
    page = [
        *body,
        At(62, 700 - 12 * len(body), indented[0]),
        *column(50, 700 - 12 * (len(body) + 1), indented[1:]),
        At(50, 560, "Figure 1: The basin of Vellmar"),
        At(50, 530, "- the crane"),
        At(50, 518, "- the basin"),
    ]
    document = _one(pdf([page]))
    assert document.text.split("\n\n")[0] == LEFT
    assert " ".join(_kinds(document, "caption")) == "Figure 1: The basin of Vellmar"
    assert _kinds(document, "list") == ["- the crane", "- the basin"]


def test_a_great_first_letter_belongs_to_its_word_and_a_title_to_itself() -> None:
    lines = filled(LEFT, 60)
    page = [
        At(50, 760, "A crane has fallen into the", 18),
        At(50, 738, "basin of Vellmar", 18),
        At(50, 682, lines[0][0], 30),
        At(70, 700, lines[0][1:]),
        At(70, 688, lines[1]),
        *column(50, 676, lines[2:]),
    ]
    document = _one(pdf([page]))
    assert document.text == f"A crane has fallen into the basin of Vellmar\n\n{LEFT}"


def test_the_first_page_is_believed_before_the_info_dictionary() -> None:
    page = [
        At(100, 740, "Crane falls into Vellmar basin", 20),
        At(100, 710, "By Maria Lindqvist"),
        At(100, 690, "3 May 2021"),
        *column(50, 650, filled(LEFT, 80)),
    ]
    info = {"Title": "Microsoft Word - crane_v2.doc", "Author": "user17", "CreationDate": "D:20230704120000Z"}
    declared = _one(pdf([page], info)).declared
    assert {name: each.value for name, each in declared.items()} == {
        "title": "Crane falls into Vellmar basin", "author": "Maria Lindqvist", "published": date(2021, 5, 3),
    }  # fmt: skip


def test_what_a_page_does_not_show_is_taken_from_the_info_dictionary() -> None:
    info = {"Title": "On cranes", "Author": "user17", "CreationDate": "D:20230704120000Z"}
    declared = _one(pdf([column(50, 650, filled(LEFT, 80))], info)).declared
    assert {name: each.value for name, each in declared.items()} == {
        "title": "On cranes", "published": date(2023, 7, 4),
    }  # fmt: skip


def test_what_a_browser_prints_on_pages_is_furniture_and_tells_the_address() -> None:
    url = "https://herald.example/crane"
    pages = [
        [
            *column(50, 700, filled(text, 80)),
            At(20, 785, "3/5/21, 10:14 AM", 8),
            At(200, 785, "Crane falls | The Herald", 8),
            At(20, 12, url, 8),
            At(560, 12, f"{n}/2", 8),
        ]
        for n, text in enumerate((LEFT, RIGHT), 1)
    ]
    document = _one(pdf(pages, {"Producer": "Skia/PDF m137", "CreationDate": "D:20210503101400Z"}))
    assert document.declared["url"].value == url
    assert "published" not in document.declared
    beside = {*_kinds(document, "header"), *_kinds(document, "footer")}
    assert beside == {"3/5/21, 10:14 AM Crane falls | The Herald", f"{url} 1/2", f"{url} 2/2"}


def test_a_printed_page_of_one_sheet_has_its_title_and_site() -> None:
    url = "https://herald.example/crane"
    page = [
        At(20, 785, "Crane falls into basin | The Herald", 8),
        At(400, 785, url, 8),
        At(50, 730, "The Herald", 24),
        At(50, 700, "Crane falls into basin", 16),
        *column(50, 660, filled(LEFT, 80)),
        At(20, 12, "1 of 1", 8),
        At(500, 12, "03.05.21, 10:14", 8),
    ]
    info = {
        "Title": "Crane falls into basin | The Herald",
        "Producer": "cairo 1.16",
        "CreationDate": "D:20210503",
    }
    document = _one(pdf([page], info))
    assert {name: each.value for name, each in document.declared.items()} == {
        "title": "Crane falls into basin", "outlet": "The Herald", "url": url,
    }  # fmt: skip
    assert document.text.startswith(f"The Herald\n\nCrane falls into basin\n\n{LEFT}")
    assert len(_kinds(document, "header") + _kinds(document, "footer")) == 2


def test_text_turned_aside_stands_behind_the_page() -> None:
    page = [At(30, 300, "arXiv 2101.00001", 10, turned=True), *column(50, 700, filled(LEFT, 80))]
    assert _one(pdf([page])).text == f"{LEFT}\n\narXiv 2101.00001"


def test_pictures_of_pages_are_no_text() -> None:
    with pytest.raises(IngestError, match="pictures of pages and no text"):
        read(pdf([[], []], pictures=True), SOURCE)
    with pytest.raises(IngestError, match="is empty"):
        read(pdf([[]]), SOURCE)


def test_a_locked_file_says_so() -> None:
    with pytest.raises(IngestError, match="locked with a password"):
        read(pdf([column(50, 700, [LEFT])], locked=True), SOURCE)


@pytest.mark.parametrize("data", [b"%PDF-1.4\nnothing", b"%PDF-1.4"])
def test_a_broken_file_says_so(data: bytes) -> None:
    with pytest.raises(IngestError, match="broken PDF"):
        read(data, SOURCE)


def _review(source: str = "{outlet} {day:%d-%m-%Y} (p. {page})", titles: tuple[str, ...] = ()) -> bytes:
    articles = [
        ("Harbour of Vellmar closed after crane falls", "Herald", LEFT),
        ("Fishermen were not told", "ANP", RIGHT),
        ("Mayor promises a new crane", "De Avond", LEFT[::1].replace("Monday", "Tuesday")),
    ]
    index = [
        At(50, 740, "Contents", 16, bold=True),
        *(
            At(50, 700 - 14 * i, f"{title} ({outlet}) {'.' * 20} {i + 2}")
            for i, (title, outlet, _) in enumerate([*articles, *((title, "Post", "") for title in titles)])
        ),
    ]
    pages = [
        [
            At(50, 780, "Press review of the ministry"),
            At(50, 740, title, 12, bold=True),
            At(50, 724, source.format(outlet=outlet, day=date(2013, 6, 20), page=i), 9),
            *column(50, 700, filled(text, 40)),
            At(300, 20, str(i + 2)),
        ]
        for i, (title, outlet, text) in enumerate(articles)
    ]
    return pdf([index, *pages])


def test_a_press_review_is_split_where_its_index_shows_it() -> None:
    documents, problems = read(_review(), SOURCE)
    assert problems == ()
    assert [
        (d.member, d.declared["title"].value, d.declared["outlet"].value, d.declared["published"].value)
        for d in documents
    ] == [
        ("1", "Harbour of Vellmar closed after crane falls", "Herald", date(2013, 6, 20)),
        ("2", "Fishermen were not told", "ANP", date(2013, 6, 20)),
        ("3", "Mayor promises a new crane", "De Avond", date(2013, 6, 20)),
    ]
    assert documents[1].text.startswith(f"Fishermen were not told\n\n{RIGHT}")
    assert not any("20-06-2013" in d.text or "....." in d.text for d in documents)


def test_an_article_of_the_index_that_is_not_found_is_told() -> None:
    documents, problems = read(_review(titles=("The ferry sails again",)), SOURCE)
    assert len(documents) == 3
    assert [sentence(each) for each in problems] == [
        ": holds article 4 of its index, “The ferry sails again”, that was not told apart."
    ]


def test_a_report_with_a_table_of_contents_is_one_article() -> None:
    assert len(read(_review(source="On cranes and basins"), SOURCE).documents) == 1


def test_the_registry_knows_pdf() -> None:
    data = _two_columns(row_by_row=False)
    for junk in (b"", b"\n" * 40):
        assert registry.format_of(junk + data).name == "pdf"


def test_reading_order_does_not_lose_or_repeat_words() -> None:
    from hypothesis import given, settings
    from hypothesis import strategies as st

    place = st.builds(
        At,
        st.integers(0, 500),
        st.integers(10, 780),
        st.from_regex(r"[a-z]{2,9}( [a-z]{2,9}){0,3}", fullmatch=True),
        st.sampled_from([6, 10, 14, 30]),
        st.booleans(),
        st.booleans(),
    )

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.lists(place, max_size=12), min_size=1, max_size=3))
    def check(pages: list[list[At]]) -> None:
        if not any(pages):
            return
        letters = sorted(chain.from_iterable(at.text.replace(" ", "") for page in pages for at in page))
        text = " ".join(each.text for each in read(pdf(pages), SOURCE).documents)
        got = sorted(letter for letter in text if not letter.isspace())
        assert set(got) == set(letters)

    check()
