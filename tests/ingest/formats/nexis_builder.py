"""Exports of Nexis, made up: as text, page and Word document of one list of documents."""

from __future__ import annotations

import textwrap
from typing import NamedTuple

BODY = (
    "The harbour of Sandvik was closed on Monday after 1,200 litres of oil ran out of a ferry that lay at its"
    " northern quay, the port authority said.",
    "Divers found a crack of two metres in the hull. No one was hurt, and the ferry is to be towed to a yard in"
    " Lyngdal on Wednesday.",
    "The company that owns it would not say how old it is.",
)
COVER = """Download Request: Selected Items: 1-3
Time Of Request: Friday, March 20, 2018  16:51:31

Send To:
SECRET, PERSON
HIDDEN STREET 12
NOWHERE


Terms: (oil and ferry) and SECRETQUERY


Source: All of them
Project ID: None


"""


class Doc(NamedTuple):
    """A document: ``head`` are its centred paragraphs, ``top`` what stands above the text, ``tail`` below."""

    head: tuple[str, ...] = ("The Sandvik Post", "January 11, 2010 Monday")
    top: tuple[str, ...] = ("Oil closes a harbour", "BYLINE: Ann Berg", "LENGTH: 63 words")
    body: tuple[str, ...] = BODY
    tail: tuple[str, ...] = (
        "LOAD-DATE: January 12, 2010",
        "LANGUAGE: ENGLISH",
        "PUBLICATION-TYPE: Newspaper",
    )
    foot: tuple[str, ...] = ("Copyright 2010 Sandvik Press Ltd.\nAll Rights Reserved",)


def txt(docs: list[Doc], count: str = "{n} of {m} DOCUMENTS", cover: str = COVER) -> str:
    """The older layout as text: wrapped lines, centred heads."""
    parts = [cover]
    for number, doc in enumerate(docs, 1):
        parts.append(count.format(n=number, m=len(docs) + 40).center(79).rstrip() + "\n\n\n")
        parts += [_centred(text) for text in doc.head]
        parts += [_wrapped(text) for text in (*doc.top, *doc.body, *doc.tail)]
        parts += ["\n", *(_centred(text) for text in doc.foot), "\n"]
    return "\n".join(parts)


def page(docs: list[Doc]) -> str:
    """The older layout as a page."""
    parts = [
        '<HTML><HEAD><STYLE TYPE="text/css">\n<!--\n.c0 { text-align: center; }\n.c1 { text-align: left; }\n'
        ".c2 { font-size: 14pt; font-weight: bold; }\n-->\n</STYLE></HEAD><BODY>"
    ]
    for number, doc in enumerate(docs):
        parts.append(
            f'<A NAME="DOC_ID_0_{number}"></A><!-- Hide XML section from browser\n<DOC NUMBER={number}>\n-->'
        )
        parts.append(f'<BR><DIV CLASS="c0"><P>{number + 1} of {len(docs)} DOCUMENTS</P></DIV>')
        parts += [f'<BR><DIV CLASS="c0"><P><SPAN>{_html(text)}</SPAN></P></DIV>' for text in doc.head]
        parts += [f'<BR><DIV CLASS="c1"><P><SPAN>{_html(text)}</SPAN></P></DIV>' for text in doc.top]
        parts.append('<DIV CLASS="c1">' + "".join(f"<P>{_html(text)}</P>" for text in doc.body) + "</DIV>")
        parts += [f'<BR><DIV CLASS="c1"><P>{_html(text)}</P></DIV>' for text in doc.tail]
        parts += [f'<BR><DIV CLASS="c0"><P>{_html(text)}</P></DIV>' for text in doc.foot]
    return "\n".join([*parts, "</BODY></HTML>"])


class NewDoc(NamedTuple):
    """A document of the newer layout."""

    title: str = "Oil closes a harbour; Divers find a crack"
    outlet: str = "The Sandvik Post"
    day: str = "January 11, 2010 Monday 9:03 AM GMT"
    labels: tuple[str, ...] = ("Section:\u00a0NEWS; Pg. 3", "Length:\u00a063 words", "Byline:\u00a0Ann Berg")
    body: tuple[str, ...] = BODY
    tail: tuple[str, ...] = (
        "Language:\u00a0ENGLISH",
        "\nSubject:\u00a0FERRIES (93%); OIL (90%)",
        "\nLoad-Date:\u00a0January 12, 2010",
    )
    heading: str = "Body"
    below: str = "Classification"
    end: str = "\nEnd of Document"


def new_lines(docs: list[NewDoc], cover: bool = True) -> list[tuple[str, str]]:
    """Paragraphs of the newer layout, each with the bookmark that begins in it."""
    found: list[tuple[str, str]] = []
    if cover:
        found += [
            ("User Name: SECRET PERSON", ""),
            ("Date and Time: Friday, 5 July 2019 09:31", ""),
            ("Job Number: 7", ""),
        ]
        found.append((f"Documents ({len(docs)})", ""))
        for number, doc in enumerate(docs, 1):
            found += [
                (f"{number}. {doc.title}", ""),
                ("Client/Matter: -None-", ""),
                ("Search Terms: SECRETQUERY", ""),
            ]
            found += [
                ("Search Type: Natural Language", ""),
                ("Narrowed by:", ""),
                ("Content Type", ""),
                ("Narrowed by", ""),
            ]
            found += [("News", ""), ("Sources: The Sandvik Post", "")]
    for number, doc in enumerate(docs):
        mark = "" if number == 0 else f"_{number - 1}"
        found += [("", f"Bookmark_{number + 1}"), (doc.title, ""), (doc.outlet, ""), (doc.day, ""), ("", "")]
        found += [
            ("\nCopyright 2010 Sandvik Press Ltd. All Rights Reserved", ""),
            *((text, "") for text in doc.labels),
        ]
        found += [(doc.heading, f"Body{mark}"), ("", ""), *((text, "") for text in doc.body)]
        if doc.below:
            found.append((doc.below, f"Classification{mark}"))
        found += [("", ""), *((text, "") for text in doc.tail), ("", ""), (doc.end, "")]
    return found


def _centred(text: str) -> str:
    return "\n".join(line.center(79).rstrip() for line in text.split("\n")) + "\n"


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.fill(line, 78) for line in text.split("\n")) + "\n"


def _html(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<BR>")
    return "".join(letter if letter.isascii() else f"&#{ord(letter)};" for letter in escaped)
