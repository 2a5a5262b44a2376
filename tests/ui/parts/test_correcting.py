"""Who says a claim, corrected from the keyboard."""

from __future__ import annotations

from textual.pilot import Pilot

from seedreader.notebook import Notebook
from tests.stories import GAZETTE, HARBOUR, articles
from tests.ui.driving import app_of, notebook_file, paste, reading, rows, shows, until

COST = "It will cost 4 million euros"


async def at_the_cost(pilot: Pilot[None]) -> None:
    session = app_of(pilot).session
    session.move_to(HARBOUR.index(COST))
    app_of(pilot).reader.sync()
    await pilot.pause()


def speaker(pilot: Pilot[None]) -> str | None:
    claim = app_of(pilot).session.claim
    assert claim is not None
    return claim.speaker.text if claim.speaker else None


async def test_the_reader_says_who_says_it_and_takes_that_back() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await at_the_cost(pilot)
        before = speaker(pilot)
        assert before is not None and "Ana Ruiz" in before
        await pilot.press("i")
        assert shows(pilot, f"who says it? (now: {before}; nothing: nobody)")
        await paste(pilot, "Porto Sul")
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, "“Porto Sul” says it, by you; u takes it back."))
        await until(pilot, lambda: speaker(pilot) == "Porto Sul")
        assert shows(pilot, "— Porto Sul, by you")
        assert any("±" in row and "It will cost" in row for row in rows(pilot))
        await pilot.press("u")
        await until(pilot, lambda: speaker(pilot) == before)
        assert not shows(pilot, "by you")


async def test_nothing_written_means_that_nobody_says_it_and_another_word_takes_its_place() -> None:
    notebook = Notebook(notebook_file())
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await at_the_cost(pilot)
        await pilot.press("i", "enter")
        await until(pilot, lambda: speaker(pilot) is None)
        assert shows(pilot, "unattributed, by you")
        await pilot.press("i")
        await paste(pilot, "the council")
        await pilot.press("enter")
        await until(pilot, lambda: speaker(pilot) == "the council")
    (made,) = notebook.annotations()
    assert (made.kind, made.body) == ("speaker", "the council")


async def test_those_named_around_it_are_offered_by_digit_and_by_tab() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await at_the_cost(pilot)
        await pilot.press("i")
        assert any("1 " in row and "Ana Ruiz" in row and "Porto Sul" in row for row in rows(pilot))
        await pilot.press(*"porto", "tab", "enter")
        await until(pilot, lambda: speaker(pilot) == "Porto Sul")
        await pilot.press("i", "1")
        await until(pilot, lambda: "Ana Ruiz" in (speaker(pilot) or ""))


async def test_leaving_the_field_says_nothing() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await at_the_cost(pilot)
        before = speaker(pilot)
        await pilot.press("i", "escape")
        assert speaker(pilot) == before
        assert not notebook_file().exists()


async def test_what_is_no_claim_has_no_speaker() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        session = app_of(pilot).session
        session.move_to(HARBOUR.index("It will"))
        await pilot.press("C")
        await until(pilot, lambda: session.claim is None)
        await pilot.press("i")
        assert shows(pilot, "This is no claim, so nobody says it; C marks it as one.")


async def test_the_last_annotation_is_put_again_on_other_passages() -> None:
    notebook = Notebook(notebook_file())
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.press("ampersand")
        assert shows(pilot, "Nothing was put on a passage since the story was opened.")
        await pilot.press("t", *"money", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
        await pilot.press("j", "ampersand")
        await until(pilot, lambda: shows(pilot, "Again: tag “money”; u takes it back."))
        await pilot.press("ampersand")
        assert shows(pilot, "It has tag “money” already.")
        await pilot.press("c")
        await until(pilot, lambda: shows(pilot, "Highlighted in"))
        await pilot.press("j", "ampersand")
        await until(pilot, lambda: shows(pilot, "Again: highlight"))
        await pilot.press("B")
        await until(pilot, lambda: shows(pilot, "Marked as boilerplate."))
        await pilot.press("j", "ampersand")
        await until(pilot, lambda: shows(pilot, "Again: the mark “boilerplate”"))
    kinds = sorted(made.kind for made in notebook.annotations())
    assert kinds == ["boilerplate", "boilerplate", "highlight", "highlight", "tag", "tag"]
