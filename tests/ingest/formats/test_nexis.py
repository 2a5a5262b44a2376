from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.article import SourceId
from seedreader.ingest import exports, registry
from seedreader.ingest.raw_document import Documents, RawDocument
from tests.ingest.formats.nexis_builder import BODY, Doc, NewDoc, new_lines, page, txt
from tests.ingest.formats.office_builder import docx, marked, odt, rtf_lines

DAY = date(2010, 1, 11)
TEXT = "\n\n".join(BODY)


def read(data: str | bytes, name: str = "a.txt") -> Documents:
    return registry.read(data.encode() if isinstance(data, str) else data, SourceId(f"file:///{name}"))


def values(document: RawDocument) -> dict[str, object]:
    return {name: each.value for name, each in document.declared.items()}


def one(doc: Doc) -> RawDocument:
    (document,) = read(txt([doc])).documents
    assert read(page([doc])).documents[0].declared == document.declared
    return document


def test_each_document_is_an_article_and_the_cover_is_none() -> None:
    documents, problems = read(txt([Doc(), Doc(top=("Another", "LENGTH: 3 words"))]))
    assert [document.member for document in documents] == ["1", "2"]
    assert values(documents[0]) == {
        "title": "Oil closes a harbour", "outlet": "The Sandvik Post", "author": "Ann Berg", "published": DAY,
        "language": "en",
    }  # fmt: skip
    assert documents[0].text == f"Oil closes a harbour\n\nAnn Berg\n\n{TEXT}"
    assert documents[1].text == f"Another\n\n{TEXT}"
    assert problems == ()


@pytest.mark.parametrize(
    "head",
    [
        ("Copyright 2010 Sandvik Press\nAll Rights Reserved", "The Sandvik Post", "January 11, 2010 Monday"),
        (
            "The Sandvik Post",
            "Content provided under licence by Sandvik\nSyndication",
            "January 11, 2010 Monday",
        ),
        ("The Sandvik Post", "January 11, 2010 Monday\n1 - State Edition"),
        ("The Sandvik Post", "January 11, 2010 Monday", "1 - State Edition"),
        ("The Sandvik Post", "11. Januar 2010\nJanuary 11, 2010"),
        ("The Sandvik Post", "Mittwoch 11. Januar 2010"),
        ("The Sandvik Post", "Mandag 11. Januar 2010"),
        ("The Sandvik Post", "January 11, 2010, Monday, Late Edition - Final"),
        ("The Sandvik Post", "lundi 11 janvier 2010 12:30 PM GMT"),
    ],
)
def test_what_stands_between_the_paper_and_the_day_does_not_matter(head: tuple[str, ...]) -> None:
    document = one(Doc(head=head))
    found = values(document)
    assert (found["outlet"], found["published"], found["title"]) == (
        "The Sandvik Post",
        DAY,
        "Oil closes a harbour",
    )
    assert document.text.endswith(TEXT)


def test_a_headline_between_the_paper_and_the_day() -> None:
    doc = Doc(
        head=("dpa", "Öl schließt einen Hafen", "11. Januar 2010 Montag"),
        top=("LÄNGE: 63 Wörter",),
        tail=("UPDATE: 12. Januar 2010", "SPRACHE: GERMAN; DEUTSCH"),
    )
    assert values(one(doc)) == {
        "title": "Öl schließt einen Hafen", "outlet": "dpa", "published": DAY, "language": "de",
    }  # fmt: skip


def test_a_headline_behind_the_labels() -> None:
    doc = Doc(
        head=("De Haven", "11 januari 2010 maandag"),
        top=(
            "RUBRIEK: BINNENLAND",
            "LENGTE: 63 woorden",
            "KOP: Olie sluit een haven",
            "VAN ONZE: man",
            "TEKST:",
        ),
        tail=("LAAD-DATUM: 12 januari 2010", "TAAL: DUTCH"),
    )
    document = one(doc)
    assert values(document) == {
        "title": "Olie sluit een haven",
        "outlet": "De Haven",
        "published": DAY,
        "language": "nl",
    }
    assert document.text == f"Olie sluit een haven\n\n{TEXT}"


def test_an_address_is_the_articles() -> None:
    doc = Doc(head=("AD", "http://www.example.com/haven/olie-\nsluit-een-haven.html", "11 januari 2010"))
    (document,) = read(txt([doc])).documents
    assert document.declared["url"].value == "http://www.example.com/haven/olie-sluit-een-haven.html"


@pytest.mark.parametrize(
    ("top", "tail", "language"),
    [
        (
            ("El petróleo", "AUTOR: Ana", "LONGITUD: 3 palabras"),
            ("FECHA-DE-CARGA: 12 de enero de 2010", "IDIOMA: SPANISH"),
            "es",
        ),
        (("Il petrolio", "AUTORE: Ana", "LUNGHEZZA: 3 parole"), ("LINGUA: ITALIAN; ITALIANO",), "it"),
        (("O petróleo", "AUTOR: Ana", "COMPRIMENTO: 3 palavras"), ("IDIOMA: PORTUGUESE",), "pt"),
        (
            ("Le pétrole", "AUTEUR: Ana", "LONGUEUR: 3 mots"),
            ("DATE-CHARGEMENT: 12 janvier 2010", "LANGUE: FRENCH"),
            "fr",
        ),
        (("Olien", "FORFATTER: Ana", "LÆNGDE: 3 ord"), ("OPDATERET: 12. januar 2010", "SPROG: DANISH"), "da"),
        (("Oljan", "FÖRFATTARE: Ana", "LÄNGD: 3 ord"), ("SPRÅK: SWEDISH",), "sv"),
    ],
)
def test_labels_of_other_languages(top: tuple[str, ...], tail: tuple[str, ...], language: str) -> None:
    document = one(Doc(top=top, tail=tail))
    found = values(document)
    assert (found["title"], found["author"], found["language"]) == (top[0], "Ana", language)
    assert document.text == f"{top[0]}\n\nAna\n\n{TEXT}"


def test_speakers_in_capitals_are_no_labels() -> None:
    body = (*BODY, "SPIEGEL: Why was it old?", "BERLIN: The ferry lay there.")
    assert one(Doc(body=body)).text.endswith("SPIEGEL: Why was it old?\n\nBERLIN: The ferry lay there.")


def test_a_headline_over_several_lines_and_paragraphs_put_together_again() -> None:
    document = one(Doc(top=("Oil closes a harbour;\nDivers find a crack", "LENGTH: 3 words")))
    assert document.declared["title"].value == "Oil closes a harbour; Divers find a crack"
    assert TEXT in document.text


def test_corrections_are_noted_and_captions_are_kept_as_such() -> None:
    tail = (
        "LOAD-DATE: January 12, 2010", "CORRECTION-DATE: January 13, 2010",
        "CORRECTION: An article misstated the age of the ferry.", "It is 40 years.",
        "GRAPHIC: Photo: A ferry",
    )  # fmt: skip
    document = one(Doc(tail=tail))
    (mark,) = document.marks
    assert mark.detail == "An article misstated the age of the ferry. It is 40 years."
    assert document.declared["updated"].value == date(2010, 1, 13)
    caption = document.structure[-1]
    assert (caption.kind, document.text[caption.start : caption.end]) == ("caption", "Photo: A ferry")


def test_documents_without_text_are_told_by_their_numbers() -> None:
    sorry = "We are sorry but there is an error in this document and it is not possible to display it."
    docs = [
        Doc(),
        Doc(top=(), body=(), tail=()),
        Doc(body=(), tail=("GRAPHIC: A ferry",)),
        Doc(top=(), body=(sorry,), tail=()),
        Doc(),
    ]
    for data in (txt(docs), page(docs)):
        documents, problems = read(data)
        assert [document.member for document in documents] == ["1", "5"]
        assert [(problem.kind, problem.detail) for problem in problems] == [
            ("lost", "holds documents without text (numbers 2, 3, 4)")
        ]


def test_delimiters_of_two_languages_in_one_file() -> None:
    both = txt([Doc()]) + txt([Doc()], "Dokument {n} von {m}", cover="")
    assert len(read(both).documents) == 2


NEW = [
    NewDoc(),
    NewDoc(
        title="Ein Riss im Rumpf", outlet="Die Welt", day="Montag 11. Januar 2010",
        labels=("Länge:\u00a063 Wörter", "Autor:\u00a0Anna Berg", "Highlight:\u00a0Die Fähre."),
        heading="Textkörper",
        tail=("Sprache:\u00a0GERMAN; DEUTSCH", "\nUpdate:\u00a012. Januar 2010"), end="\nEnde des Dokuments",
    ),
    NewDoc(
        outlet="The Guardian - Final Edition", body=("ABSTRACT", "Oil ran out.", "FULL TEXT", *BODY),
        below="Graphic",
        tail=("", "PHOTO: A ferry", "\nLoad-Date:\u00a0January 12, 2010"),
    ),
    NewDoc(day="", labels=("Length:\u00a03 words",)),
]  # fmt: skip


def _odt(lines: list[tuple[str, str]]) -> bytes:
    return odt("".join(f"<text:p>{text}</text:p>".replace("\n", "<text:line-break/>") for text, _ in lines))


@pytest.mark.parametrize("cover", [True, False])
@pytest.mark.parametrize("make", [
    lambda lines: docx(marked(lines)),
    lambda lines: docx(marked([(text, "") for text, _ in lines])),
    lambda lines: docx(marked([(text, name) for text, name in lines if "End" not in text])),
    rtf_lines,
    _odt,
    lambda lines: "\n".join(text for text, _ in lines).encode(),
    lambda lines: "\n\n".join(text.strip() for text, _ in lines).encode(),
], ids=["docx", "without bookmarks", "without ends", "rtf", "odt", "txt", "txt apart"])  # fmt: skip
def test_the_newer_layout_in_any_file(make, cover: bool) -> None:  # type: ignore[no-untyped-def]
    documents, problems = read(make(new_lines(NEW, cover)))
    assert problems == ()
    assert [values(document) for document in documents] == [
        {
            "title": NEW[0].title,
            "outlet": "The Sandvik Post",
            "author": "Ann Berg",
            "published": DAY,
            "language": "en",
        },
        {
            "title": "Ein Riss im Rumpf",
            "outlet": "Die Welt",
            "author": "Anna Berg",
            "published": DAY,
            "language": "de",
        },
        {"title": NEW[0].title, "outlet": "The Guardian", "author": "Ann Berg", "published": DAY},
        {
            "title": NEW[0].title,
            "outlet": "The Sandvik Post",
            "published": date(2010, 1, 12),
            "language": "en",
        },
    ]
    assert documents[0].text == f"{NEW[0].title}\n\nAnn Berg\n\n{TEXT}"
    assert documents[1].text == f"Ein Riss im Rumpf\n\nAnna Berg\n\nDie Fähre.\n\n{TEXT}"
    assert documents[2].text == f"{NEW[0].title}\n\nAnn Berg\n\nOil ran out.\n\n{TEXT}\n\nPHOTO: A ferry"


def test_an_article_that_was_not_found_is_missed() -> None:
    lines = new_lines([NewDoc(), NewDoc()])
    first_end = next(i for i, (text, _) in enumerate(lines) if "End of Document" in text)
    (problem,) = read(docx(marked(lines[: first_end + 1]))).problems
    assert (problem.kind, problem.detail) == ("lost", "holds 1 document, but its cover names 2")


def test_a_list_of_results_shows_no_query() -> None:
    lines = new_lines([NewDoc()])[:13]
    documents, problems = read(docx(marked(lines)))
    assert documents == ()
    assert [problem.kind for problem in problems] == ["nothing"]


def test_an_ordinary_document_is_no_export() -> None:
    (document,), _ = read("Body\n\nAt the end of document 2 of 3 documents stands:\n\nEnd of Document\n")
    assert document.member is None


def test_nothing_of_the_reader_is_shown() -> None:
    for data in (txt([Doc()]), docx(marked(new_lines(NEW))), rtf_lines(new_lines(NEW))):
        found = read(data)
        assert not any(word in repr(found) for word in ("SECRET", "HIDDEN", "NOWHERE"))


@settings(max_examples=60)
@given(st.text(max_size=3000), st.integers(0, 3000))
def test_whatever_stands_in_it_is_read_without_harm(noise: str, at: int) -> None:
    for whole in (txt([Doc()]), "\n".join(text for text, _ in new_lines([NewDoc()]))):
        for document in read(
            (whole[:at] + noise + whole[at:]).replace("\x00", "").encode("utf-8", "replace") or b"x"
        ).documents:
            assert all(0 <= each.start < each.end <= len(document.text) for each in document.structure)


def test_lines_that_printed_pages_put_together_are_taken_apart() -> None:
    title, outlet, day = NewDoc()[:3]
    head = f"{title}\n{outlet}\n{day}\n\nLength: 63 words\n\nBody"
    margin = f"\n\nPage 2 of 3\n\n{title}\n\n"
    whole = f"{head}\n\n{BODY[0]}{margin}{BODY[1]}\n\nLoad-Date: January 12, 2010\nEnd of Document\n"
    for text in (whole, whole + whole):
        documents, _ = read(text)
        assert {document.text for document in documents} == {f"{title}\n\n{BODY[0]}\n\n{BODY[1]}"}
        assert documents[-1].declared["outlet"].value == outlet


def test_a_papers_name_in_two_paragraphs() -> None:
    lines = new_lines([NewDoc()], cover=False)
    lines.insert(3, ("(Harbour Blog)", ""))
    (document,) = read(docx(marked(lines))).documents
    assert document.declared["outlet"].value == "The Sandvik Post (Harbour Blog)"
    assert document.declared["title"].value == NewDoc().title


def test_a_very_long_export_is_still_one_and_a_very_long_text_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Only the front of a very long text is looked at to tell whether it is an export."""
    monkeypatch.setattr(exports, "LONG", 20_000)
    monkeypatch.setattr(exports, "FRONT", 5_000)
    docs = [Doc(top=(f"Ferry {number} closes a harbour", "LENGTH: 63 words")) for number in range(60)]
    long = txt(docs)
    assert len(long) > exports.LONG
    found = exports.of_text(long, "text/plain")
    assert found is not None
    assert len(found.documents) == len(docs)
    assert exports.of_text(f"{BODY[0]}\n" * 300, "text/plain") is None
