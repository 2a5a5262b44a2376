"""A chat that an export writes as several pages is one article."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from seedreader.ingest.load_files import load


def page(chat: str, *said: str, sender: str = "Ana") -> str:
    """A page of Telegram's export; a message without a sender in its page is by the one before."""
    messages = "".join(
        f'<div class="message default clearfix joined"><div class="body">'
        f'<div class="date details" title="13.07.2017 20:{words[-2:]}:00">20:{words[-2:]}</div>'
        + (f'<div class="from_name">{sender}</div>' if sender and not number else "")
        + f'<div class="text">{words}</div></div></div>'
        for number, words in enumerate(said)
    )
    return (
        f'<!DOCTYPE html><html><body><div class="page_wrap"><div class="page_header"><div class="text bold">'
        f'{chat}</div></div><div class="history">{messages}</div></div></body></html>'
    )


def export(folder: Path) -> list[Path]:
    """Eleven pages, the last of which is before the second by its name."""
    for number in range(1, 12):
        name = f"messages{number if number > 1 else ''}.html"
        sender = "" if number == 2 else "Bo"
        (folder / name).write_text(page("Mill News", f"Message {number + 10}", sender=sender))
    return sorted(folder.iterdir())


SAID = [f"Message {number}" for number in range(11, 22)]


def said(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("Message")]


def test_the_pages_of_a_folder_are_one_chat_in_order(tmp_path: Path) -> None:
    export(tmp_path)
    (tmp_path / "other.txt").write_text("A sentence to read.")
    loaded = load([tmp_path])
    chat, other = loaded.articles
    assert (said(chat.text), other.text, loaded.problems) == (SAID, "A sentence to read.", ())
    assert (chat.title, Path(chat.path or "").name) == ("Mill News", "messages.html")
    assert "Bo, 20:12" in chat.text


def test_pages_named_one_by_one_are_one_chat_too(tmp_path: Path) -> None:
    (chat,) = load(export(tmp_path)).articles
    assert said(chat.text) == SAID


def test_pages_in_an_archive_are_one_chat(tmp_path: Path) -> None:
    pages = export(tmp_path)
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        for each in pages:
            archive.write(each, f"ChatExport/{each.name}")
    (chat,) = load([tmp_path / "export.zip"]).articles
    assert said(chat.text) == SAID


@pytest.mark.parametrize("other", [page("Pier News", "Message 30"), "<p>A page about messages.</p>"])
def test_files_with_such_names_that_are_of_no_one_chat_stay_apart(tmp_path: Path, other: str) -> None:
    (tmp_path / "messages.html").write_text(page("Mill News", "Message 20"))
    (tmp_path / "messages2.html").write_text(other)
    assert len(load([tmp_path]).articles) == 2


def test_pages_of_two_folders_are_two_chats(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        export(tmp_path / name)
    assert [said(article.text) for article in load([tmp_path]).articles] == [SAID, SAID]
