from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

import seedreader
from seedreader import paths
from seedreader.article import SourceId
from seedreader.ingest.errors import IngestError, sentences
from seedreader.ingest.load_files import LoadResult
from seedreader.notebook import Notebook
from seedreader.notebook.resolver import AnnotationResolver
from seedreader.web.fetcher import Fetcher
from seedreader.web.limits import USUAL
from seedreader.web.loading import Web, load
from tests.stories import HARBOUR
from tests.web.pages import AFTER, BEFORE, FIRST, LEFT, SECOND, page
from tests.web.server import Reply, Server


def web(versions: bool = False, tell: Callable[[str], None] = lambda _: None) -> Web:
    quick = USUAL._replace(interval=0)
    return Web(versions=versions, tell=tell, make_fetcher=lambda: Fetcher(True, quick, tell=tell))


def opened(*given: str | Path, versions: bool = False) -> LoadResult:
    return load(given, web=web(versions))


def not_fetched() -> Fetcher:
    raise AssertionError("nothing is to be fetched")


def test_an_address_opens_as_an_article_that_tells_where_and_when_it_was_got(server: Server) -> None:
    canonical = '<link rel="canonical" href="https://gazette.example/mill">'
    server.replies["/mill?from=mail"] = Reply(page(FIRST, *LEFT, head=canonical))
    given = f"HTTP{server.address[4:]}/mill?from=mail#top"
    before = datetime.now(UTC)
    ((article,), problems) = opened(given)
    assert problems == ()
    assert article.source == SourceId(f"{server.address}/mill?from=mail")
    assert (article.path, article.url) == (given, "https://gazette.example/mill")
    assert (article.title, article.outlet, article.media_type) == ("Mill closes", "The Gazette", "text/html")
    assert article.retrieved is not None
    assert before <= article.retrieved <= datetime.now(UTC)
    assert FIRST in article.text


def test_a_page_that_names_no_address_has_the_one_that_it_was_found_at(server: Server) -> None:
    server.replies["/a"] = Reply(b"", {"Location": "/the-mill"}, 302)
    server.replies["/the-mill"] = Reply(HARBOUR.encode(), {"Content-Type": "text/plain"})
    ((article,), _) = opened(f"{server.address}/a")
    assert (article.url, article.provenance.url) == (f"{server.address}/the-mill", "address")
    assert article.text == HARBOUR


def test_the_same_address_opens_again_from_what_is_kept(server: Server) -> None:
    server.replies["/mill"] = Reply(BEFORE)
    ((first,), _) = opened(f"{server.address}/mill")
    asked = len(server.asked)
    ((again,), problems) = load([f"{server.address}/mill#x"], web=Web(make_fetcher=not_fetched))
    assert len(server.asked) == asked
    assert (again.text, again.retrieved, again.source) == (first.text, first.retrieved, first.source)
    (said,) = sentences(problems)
    assert f"is the copy that was fetched on {datetime.now().day} " in said
    assert said.endswith("; `seedreader refresh` fetches it again.")
    assert not LoadResult((), problems).lost


def test_addresses_and_files_mix_and_one_given_twice_is_one(server: Server, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HARBOUR)
    server.replies["/mill"] = Reply(BEFORE)
    found = opened(
        f"{server.address}/mill", tmp_path, f"{server.address}/mill#again", f"{server.address}/none"
    )
    assert found.articles[0].title == "Mill closes"
    assert len(found.articles) == 2
    assert [problem.kind for problem in found.problems] == ["refused"]


def test_older_copies_whose_words_differ_come_as_versions_where_these_are_wanted(server: Server) -> None:
    address = f"{server.address}/mill"
    with web() as fetching:
        for body in (BEFORE, AFTER, AFTER):
            server.replies["/mill"] = Reply(body)
            fetching.fetch(address)
    newest, older = opened(address, versions=True).articles
    assert SECOND in newest.text
    assert FIRST in older.text
    assert newest.source == older.source
    assert newest.retrieved is not None
    assert older.retrieved is not None
    assert newest.retrieved > older.retrieved
    assert [article.text for article in opened(address).articles] == [newest.text]


def test_notes_on_the_older_words_are_found_in_the_newer_ones(server: Server) -> None:
    address = f"{server.address}/mill"
    server.replies["/mill"] = Reply(BEFORE)
    ((older,), _) = opened(address)
    notebook = Notebook(paths.notebook_file())
    start = older.text.index(LEFT[1])
    notebook.add(older, [(start, start + len(LEFT[1]))], "note", "who?")
    server.replies["/mill"] = Reply(AFTER)
    with web() as fetching:
        fetching.fetch(address)
    ((newer,), _) = opened(address)
    (placed,) = AnnotationResolver(notebook, [newer]).read()
    (a, b) = placed.here.ranges[0]
    assert (placed.state, newer.text[a:b]) in (("exact", LEFT[1]), ("moved", LEFT[1]))


def test_where_the_notebook_can_not_be_written_the_article_still_opens(
    server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("SEEDREADER_DATA", str(tmp_path / "file" / "data"))
    server.replies |= {"/a": Reply(BEFORE), "/b": Reply(AFTER)}
    told: list[str] = []
    found = load([f"{server.address}/a", f"{server.address}/b"], web=web(tell=told.append))
    assert len(found.articles) == 2
    (said,) = [sentence for sentence in told if "not kept" in sentence]
    assert said.startswith("Can't write to the notebook")


# -- what servers send -------------------------------------------------------------------------------------

RUSSIAN = "Мельница у реки закрылась в мае, сообщила компания. Сорок человек потеряли работу."


def test_the_encoding_that_a_server_tells_goes_before_the_one_that_the_page_tells(server: Server) -> None:
    body = f'<html><head><meta charset="koi8-r"><title>М</title></head><body><p>{RUSSIAN}</p></body></html>'
    server.replies["/a"] = Reply(body.encode("cp1251"), {"Content-Type": "text/html; charset=windows-1251"})
    ((article,), _) = opened(f"{server.address}/a")
    assert RUSSIAN in article.text


def test_utf_8_is_known_whatever_a_server_tells(server: Server) -> None:
    body = f"<html><body><p>{RUSSIAN}</p></body></html>".encode()
    server.replies["/a"] = Reply(body, {"Content-Type": "text/html; charset=ISO-8859-1"})
    ((article,), _) = opened(f"{server.address}/a")
    assert RUSSIAN in article.text


@pytest.mark.parametrize("content_type", ["text/plain", "application/octet-stream", "application/json", ""])
def test_a_page_is_known_by_its_bytes_whatever_a_server_calls_it(server: Server, content_type: str) -> None:
    server.replies["/a"] = Reply(BEFORE, {"Content-Type": content_type})
    ((article,), _) = opened(f"{server.address}/a")
    assert (article.media_type, article.title) == ("text/html", "Mill closes")


def test_what_a_server_calls_it_decides_where_the_bytes_tell_nothing(server: Server) -> None:
    server.replies["/a"] = Reply(b"# Mill closes\n\n" + FIRST.encode(), {"Content-Type": "text/markdown"})
    ((article,), _) = opened(f"{server.address}/a")
    assert article.media_type == "text/markdown"


def test_a_picture_is_no_text(server: Server) -> None:
    server.replies["/a"] = Reply(b"\x89PNG\r\n\x1a\n" + bytes(100), {"Content-Type": "text/html"})
    (problem,) = opened(f"{server.address}/a").problems
    assert (problem.source, problem.kind) == (f"{server.address}/a", "not-text")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (page("Log in to continue.", "Forgot your password?"), "asks to sign in"),
        (b"<body><h1>Gazette</h1><form><input name=u><input type='password'></form>", "asks to sign in"),
        (page("We and our partners use cookies.", title="Your choice"), "asks for consent"),
        (page("One second.", title="Just a moment..."), "that you are not a program"),
        (page("You need to enable JavaScript to run this.", title="App"), "nothing without its scripts"),
        (b"<html><script src=x></script><body><div id=root></div></body>", "nothing without its scripts"),
    ],
)
def test_a_page_that_stands_before_an_article_is_told(server: Server, body: bytes, said: str) -> None:
    server.replies["/a"] = Reply(body)
    found = opened(f"{server.address}/a")
    assert found.articles == ()
    assert said in sentences(found.problems)[0]
    assert "save the page from a browser and open that file" in sentences(found.problems)[0]


def test_an_article_about_passwords_and_cookies_is_an_article(server: Server) -> None:
    server.replies["/a"] = Reply(
        page(*(f"{each} We use cookies, and forgot your password." for each in LEFT * 2))
    )
    assert len(opened(f"{server.address}/a").articles) == 1


# -- lists -------------------------------------------------------------------------------------------------


def listing(server: Server, folder: Path) -> Path:
    file = folder / "list.jsonl"
    file.write_text("".join(f'{{"url": "{server.address}/{name}"}}\n' for name in "ab"))
    return file


def test_opening_a_list_asks_nobody_and_says_what_would(server: Server, tmp_path: Path) -> None:
    file = listing(server, tmp_path)
    found = load([file], web=Web(make_fetcher=not_fetched))
    assert found.articles == ()
    assert f"2 addresses and no text; `seedreader fetch {file}` fetches them." in sentences(found.problems)[0]
    assert server.asked == []


def test_what_of_a_list_is_kept_opens_with_it(server: Server, tmp_path: Path) -> None:
    server.replies |= {"/a": Reply(BEFORE), "/b": Reply(AFTER)}
    file = listing(server, tmp_path)
    with web() as fetching:
        fetching.fetch(f"{server.address}/a")
    found = load([file], web=Web(make_fetcher=not_fetched))
    assert [article.source for article in found.articles] == [SourceId(f"{server.address}/a")]
    (problem,) = found.problems
    assert problem.addresses == (f"{server.address}/b",)
    assert "fetches the 1 not kept yet" in problem.detail


# -- programs ----------------------------------------------------------------------------------------------


def test_programs_read_addresses_too(server: Server) -> None:
    server.replies["/a"] = Reply(BEFORE)
    with pytest.raises(IngestError, match="add --allow-private"):
        seedreader.read(f"{server.address}/a")
    with web() as fetching:
        fetching.fetch(f"{server.address}/a")
    assert seedreader.read(f"{server.address}/a").title == "Mill closes"
    assert len(seedreader.read_all(f"{server.address}/a").articles) == 1


def test_what_lacks_its_scheme_is_told_and_not_guessed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (problem,) = load(["example.org/story"], web=Web(make_fetcher=not_fetched)).problems
    assert sentences([problem]) == (
        "example.org/story: does not exist; if it is a web address, write https://example.org/story.",
    )
    (tmp_path / "example.org").mkdir()
    (tmp_path / "example.org" / "story").write_text(HARBOUR)
    assert len(load(["example.org/story"]).articles) == 1
