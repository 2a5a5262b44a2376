"""Which blocks of a page are its article's, by its boxes: their names, their links and where its prose lies.

The page's own semantic elements are few and often wrong: a `<header>` may hold the headline, a `<section>` of
teasers lies inside `<article>`. So the box with the page's prose is looked for, and what stands around it, or
inside it under a telling name or as nothing but links, is told apart.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from seedreader.ingest.html.blocks import Block, Box, Inline

SHARE = 0.7
"""A box that holds such a share of the prose of the one around it is the one with the article."""

MOST_NAMED = 0.4
"""A box with more of the page's prose than this share is the article's, whatever its name says."""

LINKED = 0.6
"""Share of a block's characters inside links from which on it is no prose."""

PROSE, PROSE_DENSE, LONG = 50, 18, 160
"""Characters of prose that ends as a sentence does, in alphabets and in other scripts, and of prose
anyhow."""

MOST_COUNTED = 800
TEASER = 450
"""Characters of prose under a headline that is a link, at most."""

KICKER = 40
"""Characters before the title in its own line."""

LEAST = 4
"""Paragraphs of an article whose last ones may tell of its author."""

SITE = 24
"""Characters of a site's name, at most."""

NEARLY_ALL = 0.85
"""Share of the prose that stands directly in one box, so that what comes in another one behind is no part
of it."""

LINK = 25
"""Characters of a link that is more than an entry of a menu."""

REPEATED = 30
"""Characters of a text that stands twice, once as what is beside the article."""

BYLINE = 120
"""Characters of a line between the headline and the text that is neither."""

_ENDED = re.compile(r"[.!?…:。！？؟۔।။｡」』][\"”’“»«)\]'›\s]{0,4}(?:\[[\w\s]{1,6}\])?\Z")
_DENSE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

_NEGATIVE = re.compile(
    r"(?:^|[\s_-])(?:"
    r"nav|navi|navigation|navbar|menu|menue|breadcrumbs?|crumbs?|pagination|pager|paging|sidebar|rail|footer|foot|copyright"
    r"|related|recommend(?:ed|ations?|er)?|more-(?:from|on|stories|articles|news)|read-?more|readmore|also|further|linklist|link-list"
    r"|teasers?|teaserlist|promos?|promotion|cards?|newsletter|subscribe|subscription|signup|sign-up|login|register|registration|paywall|abo|piano"
    r"|share|sharing|sharebar|socials?|social-?media|addthis|sharethis|shariff|follow|likes?|reactions?"
    r"|comments?|commentlist|disqus|kommentare?|discussion|forum|respond"
    r"|cookies?|consent|gdpr|cmp|banner|overlay|popup|pop-up|modal|dialog|lightbox|toast|notification|tooltip|dropdown|flyout"
    r"|ads?|adslot|advert|advertisement|advertising|adv|anzeige|werbung|sponsor(?:ed)?|outbrain|taboola|commercial|affiliate|shop|products?"
    r"|trending|popular|most-?(?:read|viewed|popular|shared)|top-?stories|latest|meistgelesen"
    r"|tags?|taglist|tag-list|topics?|keywords|categor(?:y|ies)|toc|widgets?|toolbar|tools|buttons?|btn|controls?|player|rating|poll|survey|quiz|feedback|search|searchbar"
    r"|author-?(?:bio|box|info|card|teaser|description)|about-?(?:the-)?author|bio|byline|by-line|dateline|timestamp|published|pubdate|reading-?time|readtime|article-?meta|post-?meta|entry-?meta|metadata|meta"
    r"|captions?|bildunterschrift|credits?|image-?(?:caption|credit|description)|figcaption|gallery|slideshow|carousel|slider|swiper"
    r"|skip-?(?:link|to-content|nav)|jump|print|printonly|print-only|no-?print|app-?(?:banner|promo)|push|weather|stock-?ticker|ticker"
    r"|recirc|recirculation|upsell|cta|callout-link|donate|donation|spenden"
    r")(?:$|[\s_-])|(?:Related|Teaser|Newsletter|Share|Social|Comment|Breadcrumb|Recommend|Sidebar|Navigation|Footer|Byline|Caption|Promo|Paywall|Advert|ArticleMeta|Pagination)",
)
_CREDITED = re.compile(
    r"(?:(?:\bFotos?|\bBild(?:er)?|\bPhotos?|\bImages?|\bCredits?|\bQuellen?|\bSources?|\bGrafik|\bFoto|\bFotografía|\bФото)\s?[:©]|©"
    r"|\((?:AFP|AP|Reuters|REUTERS|dpa|EPA|Getty|imago|APA|Keystone|ANP|EFE|ANSA)"
    r" ?[/|,])[^!?]{0,80}\)?\Z"
    r"|\b(?:picture alliance|Getty Images|imago images|AFP via Getty|REUTERS/[A-Z]\w+)[^.!?]{0,50}\Z"
)
_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|kommentare?|disqus|respond)(?:$|[\s_-])", re.IGNORECASE
)
_POSITIVE = re.compile(
    r"(?:^|[\s_-])(?:article-?_{0,2}(?:body|text|content)|story-?_{0,2}(?:body|text|content)|entry-?content|post-?_{0,2}(?:content|body)"
    r"|body-?(?:text|content|copy)|articlebody|article-main|rich-?text|content-?body|itemprop-articlebody|paragraphs?|field-name-body)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OUT = frozenset(("nav", "footer", "form", "aside", "button", "select", "dialog", "noscript", "search"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SHOWN = frozenset(("table", "blockquote", "pre"))
"""What a figure may hold beside a picture, and is then a part of the article."""
_KEPT_LAST = frozenset(("li", "td", "tr", "blockquote", "table", "pre", "dd", "dt"))


def kinds(
    found: Sequence[Block], title: str = "", author: str = "", *, is_cut: bool = False
) -> list[tuple[int, str]]:
    """What blocks of a page are beside its article: their places in ``found`` and kinds of structure.

    Empty for a page whose article can't be told apart: a front page, a page without prose. ``title`` and
    ``author`` are as declared; ``is_cut`` is whether the page's end is missing. What stands before the title
    in the headline's own line is told apart, too.
    """
    return _Layout(found, title, author, is_cut).kinds()


class _Layout:
    def __init__(self, found: Sequence[Block], title: str, author: str, is_cut: bool) -> None:
        self.found = found
        self.is_cut = is_cut
        self.title = " ".join(title.split()).casefold()
        self.authors = [name for name in re.split(r", | and | und | et | y | e ", author) if " " in name]
        self.prose = [_weight(block) for block in found]
        self.of_box = _sums(found, self.prose)
        self.whole = sum(self.prose)
        self.of_name: dict[str, int] = defaultdict(int)
        for box, weight in self.of_box.items():
            self.of_name[box.name] += weight
        self.head = self._headline()
        self.over = set(_way(found[self.head].box)) if self.head is not None else set()
        self.teasers = self._teasers()
        self.outside: dict[Box | None, str] = {None: ""}

    def kinds(self) -> list[tuple[int, str]]:
        found = self.found
        if not self.whole:
            return []
        told = [self._told(block.box) for block in found]
        clean = [0 if kind else weight for kind, weight in zip(told, self.prose, strict=True)]
        if not sum(clean):
            return []
        main = _main(found, clean)
        within: dict[Box | None, bool] = {main: True, None: False}
        inside = [i for i, block in enumerate(found) if _known(block.box, within)]
        first, last = inside[0], inside[-1]
        head = self.head if self.head is None or self.head <= last else None
        prose = [i for i in inside if clean[i]]
        after = self._behind(prose)
        shown = {
            block.text for block, kind in zip(found, told, strict=True) if kind and len(block.text) > REPEATED
        }
        added = []
        for i, block in enumerate(found):
            kind = told[i]
            if not kind:
                if i < first:
                    lead = head is not None and head < i and clean[i]
                    kind = "" if i == head or lead else "header"
                elif i > last:
                    kind = "footer"
                elif head is not None and i < head and not self._is_heading(block):
                    kind = "header"
                elif i != head:
                    kind = (
                        "footer"
                        if i >= after
                        else self._inside(i, prose) or ("caption" if block.text in shown else "")
                    )
            if kind and i != head:
                added.append((i, kind))
        if head is not None:
            self._kicker(found[head])
        return sorted([*added, *self._over_links(dict(added), head)])

    def _over_links(self, told: Mapping[int, str], head: int | None) -> Iterator[tuple[int, str]]:
        """Headings over nothing but links to something else."""
        kept = [i for i in range(len(self.found)) if i not in told]
        levels = Counter(level for i in kept if i != head and (level := self._level(i)))
        usual = levels.most_common(1)[0][0] if levels else ""
        for i, following in pairwise([*kept, len(self.found)]):
            level = self._level(i)
            if not level or i == head or told.get(i + 1) != "navigation":
                continue
            over = self._level(following) if following < len(self.found) else "h1"
            if (over and over <= level) or level > usual:
                yield i, "navigation"

    def _level(self, i: int) -> str:
        """The element of a heading, "" for any other block."""
        return next((tag for tag in _tags(self.found[i].box) if tag in _HEADINGS), "")

    def _is_short_prose(self, i: int, prose: Sequence[int]) -> bool:
        """Whether a block is a brief sentence beside the prose, or a point of a list above it."""
        block = self.found[i]
        near = self.found[prose[0] if i < prose[0] else prose[-1]]
        if block.box.tag == "li" and i < prose[0]:
            return len(block.text) > PROSE / 2 and self.head is not None and i > self.head
        same = block.box is near.box or (
            block.box.parent is near.box.parent and block.box.tag == near.box.tag
        )
        return (
            same
            and len(block.text.split()) > 2
            and _ENDED.search(block.text) is not None
            and block.text[-1] != ":"
        )

    def _goes_on(self, i: int, prose: Sequence[int]) -> bool:
        """Whether what stands behind the prose is its last paragraph, though it does not end as one: a long
        one, one over a list, one at which the page is cut."""
        last = len(self.found) - 1
        block, near = self.found[i], self.found[prose[-1]]
        if block.linked or block.box.tag != near.box.tag or block.box.parent is not near.box.parent:
            return False
        if i == last and self.is_cut:
            return True
        if block.box.name != near.box.name or i != prose[-1] + 1:
            return False
        if block.text.endswith(":") and i < last:
            listed = self.found[i + 1]
            return listed.box.tag == "li" and not listed.linked
        return len(block.text) >= PROSE

    def _behind(self, prose: Sequence[int]) -> int:
        """The place behind which prose stands in another box than nearly all of it does: a note, a policy."""
        held: dict[Box | None, int] = defaultdict(int)
        for i in prose:
            held[self.found[i].box.parent] += self.prose[i]
        most = max(held, key=held.__getitem__)
        own = [i for i in prose if self.found[i].box.parent is most]
        if held[most] < NEARLY_ALL * sum(held.values()) or len(own) <= LEAST:
            return len(self.found)
        behind = [i for i in prose if i > own[-1]]
        name = most.name if most else ""
        other = all(_is_note(self.found[i].box, name) for i in behind)
        return behind[0] if behind and other else len(self.found)

    def _kicker(self, block: Block) -> None:
        """Tell what stands before the title in its line: a section, a mark of paid articles."""
        at = block.text.casefold().find(self.title) if self.title else -1
        if 0 < at <= KICKER and len(block.text.casefold()) == len(block.text):
            block.inline.append(Inline(0, at, "header"))

    def _inside(self, i: int, prose: Sequence[int]) -> str:
        """What a block inside the article's box is besides the article."""
        block = self.found[i]
        text = block.text
        if len(text) <= TEASER and _CREDITED.search(text, max(0, len(text) - 90)):
            return "caption"
        if self.prose[i]:
            of_author = i in prose[-2:] and len(prose) > LEAST and len(text) <= TEASER
            return "footer" if of_author and any(name in text for name in self.authors) else ""
        linked = block.linked >= LINKED * len(text)
        if linked and (len(text) > 2) and not _in_table(block.box):
            return "navigation"
        if self._is_short_prose(i, prose) or (i > prose[-1] and self._goes_on(i, prose)):
            return ""
        if i < prose[0] and not self._is_heading(block) and len(text) <= BYLINE:
            return "header"
        if i > prose[-1] and block.box.tag not in _KEPT_LAST and len(text) <= BYLINE:
            return "footer"
        return ""

    def _headline(self) -> int | None:
        """The place of the headline: the one that says the title, else the last first-level one above the
        prose."""
        like = [
            i
            for i, block in enumerate(self.found)
            if self._is_heading(block) and self.title and _like(block.text, self.title)
        ]
        firsts = [i for i, block in enumerate(self.found) if "h1" in _tags(block.box)]
        best = next((i for i in like if i in firsts), None)
        if best is None and like and (not firsts or len(self.found[like[0]].text) > len(self.title) / 2):
            best = like[0]
        if best is None and firsts:
            prose = next((i for i, weight in enumerate(self.prose) if weight > LONG), len(self.found))
            best = next((i for i in reversed(firsts) if i < prose), firsts[0])
        return next((i for i in firsts if best is not None and i < best and self._is_over(i, best)), best)

    def _is_over(self, i: int, following: int) -> bool:
        """Whether a heading has an article's text under it, so that the title is that of a part, further
        down.

        A site's name is a link, or short with no more than a line under it.
        """
        block = self.found[i]
        under = [j for j in range(i + 1, following) if self.prose[j]]
        beside = [j for j in under if self.found[j].box.parent is block.box.parent]
        size = len(block.text)
        return block.linked < LINKED * size and (len(beside) > 1 or (bool(beside) and size > SITE))

    def _is_heading(self, block: Block) -> bool:
        return not _HEADINGS.isdisjoint(_tags(block.box))

    def _teasers(self) -> set[Box]:
        """Boxes that hold a link to something else, and no prose; under a headline that is one, a little."""
        found: set[Box] = set()
        for block in self.found if self.whole else ():
            size = len(block.text)
            if (
                size < LINK
                or block.linked < 0.8 * size
                or (self.head is not None and block is self.found[self.head])
            ):
                continue
            most = TEASER if self._is_heading(block) else 0
            held: Box | None = None
            for box in _way(block.box):
                if box in self.over or box in found or self.of_box.get(box, 0) > most or box.tag == "body":
                    break
                held = box
            if held is not None and self.of_box.get(held, 0) <= MOST_NAMED * self.whole:
                found.add(held)
        return found

    def _told(self, box: Box | None) -> str:
        """What a box is by its element and name and by those around it, "" where none tells."""
        way = []
        while box not in self.outside:
            way.append(box)
            box = box.parent  # type: ignore[union-attr]
        kind = self.outside[box]
        for each in reversed(way):
            assert each is not None
            kind = "" if kind == "caption" and each.tag in _SHOWN else kind or self._own(each)
            self.outside[each] = kind
        return kind

    def _own(self, box: Box) -> str:
        most = MOST_NAMED * self.whole
        if self.of_box.get(box, 0) > most:
            return ""
        if box.kind in ("hidden", "comment", "caption"):
            return box.kind
        telling = box.name and self.of_name[box.name] <= most
        if telling and _COMMENTS.search(box.name):
            return "comment"
        if (
            box.kind == "navigation"
            or box.tag in _OUT
            or box in self.teasers
            or (telling and _negative(box.name))
        ):
            return "footer" if box.tag == "footer" else "navigation"
        if box.tag == "figure":
            return "caption"
        return ""


@lru_cache(4096)
def _negative(name: str) -> bool:
    return _NEGATIVE.search(name) is not None


def _weight(block: Block) -> int:
    """The characters of a block that count as prose."""
    text = block.text
    size = len(text)
    if size < PROSE_DENSE or block.linked >= LINKED * size:
        return 0
    if size < PROSE and not (len(_DENSE.findall(text)) * 2 > size):
        return 0
    if not _ENDED.search(text, max(0, size - 12)) and size < LONG:
        return 0
    return min(size, MOST_COUNTED)


def _sums(found: Sequence[Block], weights: Sequence[int]) -> dict[Box, int]:
    """The weight in each box, with that in the boxes inside it."""
    sums: dict[Box, int] = {}
    for block, weight in zip(found, weights, strict=True):
        if weight:
            sums[block.box] = sums.get(block.box, 0) + weight
            for box in _way(block.box.parent):
                if box in sums:
                    break
                sums[box] = 0
    for box in sorted(sums, key=lambda box: -box.depth):
        if box.parent is not None:
            sums[box.parent] += sums[box]
    return sums


def _main(found: Sequence[Block], clean: Sequence[int]) -> Box:
    """The smallest box that holds most of the prose."""
    sums = _sums(found, clean)
    children: dict[Box, list[Box]] = defaultdict(list)
    top = next(iter(sums))
    for box in sums:
        if box.parent is None:
            top = box
        else:
            children[box.parent].append(box)
    at = top
    while inner := children.get(at):
        best = max(inner, key=sums.__getitem__)
        if sums[best] < SHARE * sums[at] and not (
            (_POSITIVE.search(best.name) or "articleBody" in best.key or best.tag in ("article", "main"))
            and sums[best] >= 0.4 * sums[at]
        ):
            break
        if best.tag in ("p", "blockquote", "li", *_HEADINGS) or (
            len(children.get(best, ())) == 0 and sums[best] < sums[at]
        ):
            break
        at = best
    return at


def _is_note(box: Box, name: str) -> bool:
    """Whether a paragraph's box is another kind than those that are called ``name``."""
    around = box.parent
    return (
        box.tag in ("p", "div")
        and around is not None
        and around.name != name
        and not _POSITIVE.search(around.name)
    )


def _way(box: Box | None) -> Iterator[Box]:
    """A box and those around it, from the inside."""
    while box is not None:
        yield box
        box = box.parent


def _known(box: Box | None, known: dict[Box | None, bool]) -> bool:
    """What is known of a box or of the nearest one around it."""
    way: list[Box | None] = []
    while box not in known:
        way.append(box)
        box = box.parent if box is not None else None
    for each in way:
        known[each] = known[box]
    return known[box]


def _tags(box: Box | None) -> tuple[str, ...]:
    """The element of a box and those of the two around it: a heading may hold boxes of its own."""
    found: list[str] = []
    while box is not None and len(found) < 3:
        found.append(box.tag)
        box = box.parent
    return tuple(found)


def _in_table(box: Box | None) -> bool:
    return "tr" in _tags(box)


def _like(text: str, title: str) -> bool:
    folded = " ".join(text.split()).casefold()
    return len(folded) > 3 and (folded in title or title in folded)
