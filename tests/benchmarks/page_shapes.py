"""Web pages of many shapes with what is the article's known word by word: written, not copied from any site."""

# ruff: noqa: E501  # markup reads best unbroken

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import count
from random import Random
from typing import NamedTuple

NOUNS = [
    "harbour",
    "council",
    "ferry",
    "bridge",
    "mayor",
    "union",
    "strike",
    "budget",
    "tunnel",
    "station",
    "market",
    "school",
    "river",
    "dam",
    "court",
    "minister",
    "fleet",
    "hospital",
    "museum",
    "festival",
    "airport",
    "pipeline",
    "refinery",
    "orchard",
    "vineyard",
    "glacier",
    "lighthouse",
]
VERBS = [
    "approved",
    "delayed",
    "rejected",
    "inspected",
    "closed",
    "opened",
    "repaired",
    "funded",
    "doubled",
    "halved",
    "questioned",
    "defended",
]
PLACES = [
    "Oslo",
    "Bergen",
    "Harlow",
    "Trieste",
    "Lund",
    "Porto",
    "Malaga",
    "Ghent",
    "Turku",
    "Riga",
    "Split",
    "Cork",
]
TAILS = (
    "after months of talks", "on Thursday evening", "in a vote of 12 to 9", "despite a warning from engineers",
    "for the third time in a year", "before the summer season", "at a cost of 4.2 million euros",
    "while residents looked on", "as the last boats left the quay", "without naming a date",
)  # fmt: skip
NAMES = ["Ana Ruiz", "Jonas Berg", "Mira Holt", "Tomas Vik", "Ida Lund", "Karl Moen"]


class Page(NamedTuple):
    """A page: its shape's name, its markup, its headline, and its article's text below that."""

    shape: str
    markup: str
    title: str
    body: str


class _Writer:
    """Prose that is like no other's, made of a few words."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def sentence(self) -> str:
        pick = self.random.choice
        who = pick(
            (
                "The " + pick(NOUNS) + " of " + pick(PLACES),
                pick(NAMES),
                "A " + pick(NOUNS) + " near " + pick(PLACES),
            )
        )
        end = pick(TAILS)
        said = pick((".", f", {pick(NAMES)} said.", f", according to the {pick(NOUNS)}.", "."))
        return f"{who} {pick(VERBS)} the {pick(NOUNS)} and the {pick(NOUNS)} {end}{said}"

    def paragraph(self, most: int = 4) -> str:
        return " ".join(self.sentence() for _ in range(self.random.randint(2, most)))

    def headline(self) -> str:
        pick = self.random.choice
        return f"{pick(PLACES)} {pick(NOUNS)} {pick(VERBS)} as {pick(NOUNS)} waits for {pick(NOUNS)}"


MENU = "".join(
    f'<li><a href="/{name}">{name.title()}</a></li>'
    for name in ["news", "politics", "sport", "culture", "weather", "jobs"]
)
FOOT = (
    '<footer><p>© 2026 The Harbour Gazette. All rights reserved. Do not republish.</p><ul><li><a href="/imprint">Imprint'
    '</a></li><li><a href="/privacy">Privacy policy</a></li><li><a href="/contact">Contact us</a></li></ul></footer>'
)
COOKIES = (
    '<div class="cookie-consent" role="dialog"><p>We and our 812 partners store cookies on your device to measure '
    "and show advertisements. You can change your choice at any time in the settings of this site.</p>"
    "<button>Accept all</button><button>Settings</button></div>"
)
SHARE = (
    '<div class="share-bar"><a href="#f">Facebook</a><a href="#w">WhatsApp</a><a href="#m">E-mail</a></div>'
)
LETTER = (
    '<div class="newsletter-signup"><h3>The morning briefing</h3><p>Get the five stories of the day in your inbox every '
    "morning at seven. It is free and you can leave at any time.</p><form><input><button>Subscribe</button></form></div>"
)


def teasers(write: _Writer, many: int, box: str = "article", name: str = "teaser") -> str:
    """Other stories, each a headline that is a link and a sentence."""
    return "".join(
        f'<{box} class="{name}"><h3><a href="/s{i}">{write.headline()}</a></h3><p>{write.sentence()}</p></{box}>'
        for i in range(many)
    )


def head(title: str, site: str = "The Harbour Gazette") -> str:
    return f'<head><meta charset="utf-8"><title>{escape(title)} | {site}</title><meta property="og:title" content="{escape(title)}"></head>'


def pages(each: int = 3) -> Iterator[Page]:
    """Pages of every shape, ``each`` of them."""
    number = count(1)
    for shape in SHAPES:
        for _ in range(each):
            write = _Writer(next(number))
            title = write.headline()
            markup, body = shape(write, title)
            yield Page(shape.__name__, f"<!doctype html><html lang=en>{markup}</html>", title, body)


def _paragraphs(write: _Writer, many: int) -> list[str]:
    return [write.paragraph() for _ in range(many)]


def semantic(write: _Writer, title: str) -> tuple[str, str]:
    own = _paragraphs(write, 8)
    inner = "".join(f"<p>{p}</p>" for p in own[:4]) + LETTER + "".join(f"<p>{p}</p>" for p in own[4:])
    return (
        f'{head(title)}<body><header><nav><ul>{MENU}</ul></nav></header><main><article><h1>{title}</h1><p class="byline">'
        f'By Ana Ruiz</p><time datetime="2026-03-04">4 March 2026</time>{SHARE}{inner}</article><aside>'
        f"<h2>Most read</h2>{teasers(write, 5)}</aside></main>{FOOT}{COOKIES}</body>",
        "\n".join(own),
    )


def soup(write: _Writer, title: str) -> tuple[str, str]:
    own = _paragraphs(write, 7)
    inner = "".join(
        f'<div class="css-1x2{i} e1b"><div><span>{p}</span></div></div>' for i, p in enumerate(own)
    )
    side = "".join(
        f'<div class="css-77"><a href="/a{i}"><div>{write.headline()}</div></a></div>' for i in range(8)
    )
    return (
        f'{head(title)}<body><div id="root"><div class="css-1"><div>{MENU}</div></div><div class="css-2"><div class="css-3"><h1>'
        f'{title}</h1><div class="css-4">Jonas Berg</div><div class="css-5">Updated 2 hours ago</div></div><div class="css-6">'
        f"{inner}</div>{side}</div><div class=css-9>{side}</div></div></body>",
        "\n".join(own),
    )


def breaks(write: _Writer, title: str) -> tuple[str, str]:
    own = _paragraphs(write, 6)
    return (
        f"{head(title)}<body><table width=900><tr><td colspan=2><font size=6>The Harbour Gazette</font></td></tr><tr><td width=160>{MENU}"
        f'</td><td><h1>{title}</h1><b>Mira Holt</b><br><br>{"<br><br>".join(own)}<br><br><a href="/">Back to front page</a></td></tr>'
        f"<tr><td>(c) Harbour Gazette 2004</td></tr></table></body>",
        "\n".join(own),
    )


def blog(write: _Writer, title: str) -> tuple[str, str]:
    own = _paragraphs(write, 6)
    said = "".join(
        f'<li class="comment"><div class="comment-author">reader{i}</div><p>{write.paragraph(3)}</p><a href="#r">Reply</a></li>'
        for i in range(6)
    )
    return (
        f'{head(title, "Quay Notes")}<body class="single single-post with-comments"><div id="page" class="hfeed site"><header id="masthead">'
        f'<p class="site-title"><a href="/">Quay Notes</a></p><ul class="menu">{MENU}</ul></header><div id="content"><article class="post hentry">'
        f'<header class="entry-header"><h1 class="entry-title">{title}</h1><div class="entry-meta">Posted on March 4, 2026 by <a href="/author/ida">'
        f'Ida Lund</a></div></header><div class="entry-content">{"".join(f"<p>{p}</p>" for p in own)}</div><footer class="entry-footer">Posted in '
        f'<a href="/c">Harbour</a> Tagged <a href="/t">ferries</a></footer></article><div id="comments" class="comments-area"><h2>6 thoughts on this</h2>'
        f'<ol class="comment-list">{said}</ol></div></div><div id="secondary" class="widget-area"><section class="widget"><h2>Recent posts</h2><ul>'
        + "".join(f'<li><a href="/{i}">{write.headline()}</a></li>' for i in range(5))
        + f"</ul></section></div></div>{FOOT}</body>",
        "\n".join(own),
    )


def widgets(write: _Writer, title: str) -> tuple[str, str]:
    own = _paragraphs(write, 9)
    inner = ""
    for i, p in enumerate(own):
        inner += f'<div class="widget widget--type-text"><div class="widget__inner"><p>{p}</p></div></div>'
        if i in (2, 5):
            inner += f'<div class="widget widget--type-teaser"><h4>Also interesting</h4><a href="/x{i}"><div>{write.headline()}</div></a></div>'
    return (
        f'{head(title)}<body><div class="page"><div class="page__header">{MENU}</div><div class="article has-ads paywall"><h1>{title}</h1>'
        f'<div class="widget widget--type-meta">Tomas Vik · 3 min read</div>{inner}</div>{teasers(write, 4, "div", "teaser-card")}</div>{FOOT}</body>',
        "\n".join(own),
    )


def marked(write: _Writer, title: str) -> tuple[str, str]:
    """Words in elements that extractors lose: quotations in a line, edits, lists, tables, text in bare boxes."""
    own = _paragraphs(write, 4)
    bare, quoted = write.paragraph(), write.sentence()
    points = [write.sentence() for _ in range(3)]
    rows = (("Year", "Passengers"), ("2024", "12,400"), ("2025", "11,900"))
    table = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows)
    body = (
        f"<p>{own[0]}</p><div>{bare}</div><p>{own[1]} The mayor called it <q>a very long winter</q> on the radio.</p>"
        f"<p>It cost <del>12,000</del> <ins>11,000</ins> kroner, or about 10<sup>4</sup> in all.</p><ul>"
        f"{''.join(f'<li>{p}</li>' for p in points)}</ul><blockquote><p>{quoted}</p></blockquote><table>{table}</table><p>{own[2]}</p><p>{own[3]}</p>"
    )
    return (
        f"{head(title)}<body><nav>{MENU}</nav><article><h1>{title}</h1>{body}</article>{FOOT}</body>",
        "\n".join([
            own[0], bare, own[1] + " The mayor called it a very long winter on the radio.",
            "It cost 12,000 11,000 kroner, or about 10 4 in all.", *points, quoted,
            " ".join(cell for row in rows for cell in row), own[2], own[3],
        ]),
    )  # fmt: skip


def live(write: _Writer, title: str) -> tuple[str, str]:
    entries = [(f"{9 + i}:1{i}", write.headline(), _paragraphs(write, 2)) for i in range(6)]
    inner = "".join(
        f'<article class="live-card card"><time>{at}</time><h2>{name}</h2>{"".join(f"<p>{p}</p>" for p in own)}{SHARE}</article>'
        for at, name, own in entries
    )
    lead = write.paragraph()
    return (
        f'{head(title)}<body><nav>{MENU}</nav><main><header><h1>{title}</h1><p>{lead}</p></header><div class="live-feed">{inner}</div></main>'
        f"{teasers(write, 6)}{FOOT}</body>",
        "\n".join([lead, *(line for _, name, own in entries for line in (name, *own))]),
    )


def short(write: _Writer, title: str) -> tuple[str, str]:
    """A brief item among much more of other text."""
    own = [write.sentence(), write.sentence(), "Nobody was hurt."]
    return (
        f'{head(title)}<body><header><ul>{MENU}</ul></header><div class="content"><div class="story"><h1>{title}</h1><div class="lead"><p>{own[0]}'
        f'</p></div><div class="text"><p>{own[1]}</p><p>{own[2]}</p></div></div><div class="more-stories"><h2>More from Harlow</h2>'
        f"{teasers(write, 9, 'li', 'item')}</div></div>{COOKIES}{FOOT}</body>",
        "\n".join(own),
    )


def pictures(write: _Writer, title: str) -> tuple[str, str]:
    own = _paragraphs(write, 6)
    figure = "<figure><img src=x><figcaption>{}<span class=credit>Photo: Mira Holt/Agency</span></figcaption></figure>"
    inner = "".join(
        f"<p>{p}</p>" + (figure.format(write.sentence()) if i % 2 else "") for i, p in enumerate(own)
    )
    return (
        f'{head(title)}<body><header class="site-header">{MENU}</header><main><article itemscope itemtype="https://schema.org/NewsArticle"><div class='
        f'"article-header"><span class="kicker">Harbour</span><h1 itemprop="headline">{title}</h1><p class="standfirst">{own[0]}</p></div>'
        f'<div itemprop="articleBody">{inner[len(own[0]) + 7 :]}<p><em><a href="/a">Read also: {write.headline()}</a></em></p></div>'
        f'<div class="author-bio"><p>Mira Holt has reported on harbours since 1999. {write.sentence()}</p></div></article></main>{FOOT}</body>',
        "\n".join(own),
    )


def ministry(write: _Writer, title: str) -> tuple[str, str]:
    own = _paragraphs(write, 5)
    items = [write.sentence() for _ in range(4)]
    return (
        f'{head(title, "Ministry of Harbours")}<body><form id="aspnetForm"><div id="s4-workspace"><div class="breadcrumbs"><a href="/">Home</a> &gt; <a href="/p">Press</a> &gt; '
        f'{title}</div><div id="ctl00_Menu">{MENU}</div><div class="ms-rtestate-field"><h2>{title}</h2><p>Date: 4 March 2026</p>'
        f"<p>{own[0]}</p><p>{own[1]}</p><ol>{''.join(f'<li>{p}</li>' for p in items)}</ol><p>{own[2]}</p><p>{own[3]}</p><p>{own[4]}</p>"
        f'</div></div><div class="footer">Ministry of Harbours, 1 Quay Street, 0150 Oslo. Telephone +47 22 00 00 00</div></form></body>',
        "\n".join([own[0], own[1], *items, own[2], own[3], own[4]]),
    )


def interview(write: _Writer, title: str) -> tuple[str, str]:
    turns = [(f"Why was the {write.random.choice(NOUNS)} closed?", write.paragraph()) for _ in range(6)]
    lead = write.paragraph()
    inner = "".join(f"<p><strong>{ask}</strong></p><p>{answer}</p>" for ask, answer in turns)
    return (
        f'{head(title)}<body><nav>{MENU}</nav><div class="wrapper"><section class="article-section"><div class="headline"><h1>{title}</h1></div><p class='
        f'"intro">{lead}</p><div class="article-content">{inner}<p>Yes.</p></div><div class="tags"><a href="/t">Ferries</a><a href="/t2">Strikes</a></div>'
        f'</section><section class="related-articles">{teasers(write, 3)}</section></div>{FOOT}</body>',
        "\n".join([lead, *(line for turn in turns for line in turn), "Yes."]),
    )


SHAPES = (semantic, soup, breaks, blog, widgets, marked, live, short, pictures, ministry, interview)
