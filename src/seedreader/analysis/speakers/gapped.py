"""Whose a figure is where the verb is said once: "Police spoke of 18,000 people, the unions of 60,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from seedreader.analysis.speakers.sentence_attributions import Attribution, trim
from seedreader.article import Speaker

_FIGURE = r"(?:(?:about|around|some|roughly|nearly|almost|over|at least|up to|more than|fewer than) )?\d"
_ONCE = re.compile(
    r"\b(?:sp(?:oke|eaks?|oken) (?P<of>of)"
    r"|(?:number|toll|figure|count|turnout|crowd|attendance|damage|losses|it)(?: of [a-z]+)? (?P<at>at))"
    rf" {_FIGURE}"
)
_NEXT = (
    r",? (?:and |while |but )?(?P<who>(?:the )?[^\W\d_][^,;:.\d]{{1,50}}?) (?P<said>{} {}(?:[^,;]|,(?=\d))*)"
)
_OF, _AT = (re.compile(_NEXT.format(word, _FIGURE)) for word in ("of", "at"))


def parted(text: str, attribution: Attribution) -> Iterator[Attribution]:
    """The attribution, and one for each speaker who follows with a figure of their own and no verb.

    Only for figures that are spoken of, or at which a number, a toll, a crowd is put: "put growth at 3
    percent, prices at 2 percent" names no second speaker.
    """
    if attribution.verb is None or len(attribution.contents) != 1:
        yield attribution
        return
    (start, end), begin = attribution.contents[0], min(attribution.verb[0], attribution.contents[0][0])
    once = _ONCE.search(text, begin, end)
    found = list((_OF if once["of"] else _AT).finditer(text, once.end(), end)) if once else []
    first = trim(text, start, found[0].start()) if found else None
    if first is None:
        yield attribution
        return
    yield replace(attribution, contents=(first,))
    for each in found:
        if said := trim(text, *each.span("said"), least=1):
            speaker = Speaker(*each.span("who"), each["who"])
            yield replace(attribution, contents=(said,), speaker=speaker)
