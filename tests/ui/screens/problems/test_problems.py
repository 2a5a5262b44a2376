from __future__ import annotations

from seedreader.ui.work_messages import ProblemFound
from tests.stories import HARBOUR, articles
from tests.ui.driving import app_of, reading, rows, send, shows, until
from tests.ui.provenance import PROBLEMS


async def test_the_first_message_counts_them_and_names_the_key() -> None:
    async with reading(articles(HARBOUR), problems=PROBLEMS) as pilot:
        assert shows(
            pilot,
            "5 problems in opening: 1 article lost, 2 files not read, 1 file read in part; ! lists them.",
        )


async def test_each_tells_what_it_cost_where_it_is_and_what_to_do() -> None:
    async with reading(articles(HARBOUR), problems=PROBLEMS) as pilot:
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: shows(pilot, "story/export.html"))
        listed = [row for row in rows(pilot) if "story/" in row and "where" not in row]
        assert [row.split("story/")[0].strip(" ▌") for row in listed] == [
            "1 article lost", "not read", "part lost", "not read", "nothing lost",
        ]  # fmt: skip
        await pilot.press("j", "j", "j")
        assert shows(pilot, "where     story/secret.docx")
        assert shows(pilot, "what      is locked with a password")
        assert shows(pilot, "to do     open it in its program and save it without one")


async def test_what_went_wrong_since_is_listed_too_and_can_be_filtered() -> None:
    async with reading(articles(HARBOUR), problems=PROBLEMS[:1]) as pilot:
        pilot.app.post_message(ProblemFound("The notebook is damaged."))
        await until(pilot, lambda: app_of(pilot).reader.message.text.endswith("damaged. (! lists 1 more)"))
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: shows(pilot, "The notebook is damaged"))
        await pilot.press("slash")
        await send(pilot, *"notebook", "enter")
        assert not shows(pilot, "story/export.html")
        assert shows(pilot, "The notebook is damaged")


async def test_without_any_it_says_so_and_closes() -> None:
    async with reading(articles(HARBOUR)) as pilot:
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: shows(pilot, "Nothing went wrong: everything that was given was read."))
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)
