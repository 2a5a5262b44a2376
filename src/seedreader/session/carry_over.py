"""A reading that goes on with other words: where one was in each source is found again in them."""

from __future__ import annotations

from seedreader.session import resume
from seedreader.session.session import Session


def carry_over(before: Session, now: Session) -> None:
    """Bring ``now`` to where ``before`` is.

    Its first sources are those of ``before``, one for one, with these words or others; more come behind them.
    """
    for old, new in zip(before.sources, now.sources, strict=False):
        new.read = old.read and old.article.text == new.article.text
        if old.article.text == new.article.text:
            new.cursor, new.resumed = old.cursor, True
        elif not old.is_untouched:
            found = resume.found(new.article.text, resume.place(old.article, old.cursor))
            if found is not None:
                new.cursor, new.resumed = found, True
    more = range(len(before.sources), len(now.sources))
    columns = now.columns
    columns.order = [*before.columns.order, *more]
    columns.recent = [*before.columns.recent, *more]
    columns.hidden, columns.pinned = set(before.columns.hidden), set(before.columns.pinned)
    columns.maximised = before.columns.maximised
    now.focus, now.follow, now.moved = before.focus, before.follow, before.moved
    now.claim_filter = before.claim_filter
    same = {
        i
        for i, (old, new) in enumerate(zip(before.sources, now.sources, strict=False))
        if old.article.text == new.article.text
    }
    jumps = before.jump_list
    now.jump_list.behind = [place for place in jumps.behind if place.source in same]
    now.jump_list.ahead = [place for place in jumps.ahead if place.source in same]
