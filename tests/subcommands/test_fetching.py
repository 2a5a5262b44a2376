"""``seedreader fetch`` and ``refresh`` as a person uses them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from seedreader import cli
from seedreader.web import fetcher
from seedreader.web.limits import USUAL
from tests.web.pages import AFTER, BEFORE, GONE, page
from tests.web.server import Reply, Server, served


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    plain = fetcher.Fetcher.__init__
    quick = USUAL._replace(interval=0)

    def hurried(self: fetcher.Fetcher, allow_private: bool = False, **others: object) -> None:
        plain(self, allow_private, quick, **others)  # type: ignore[arg-type]

    monkeypatch.setattr(fetcher.Fetcher, "__init__", hurried)
    with served() as running:
        yield running


def said(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> tuple[str, str]:
    assert cli.main(arguments) == status
    out, err = capsys.readouterr()
    return " ".join(out.split()), err


def test_refresh_says_what_changed(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    address = f"{server.address}/mill"
    server.replies["/mill"] = Reply(BEFORE)
    _, told = said(capsys, "report", "--allow-private", address)
    assert told == f"seedreader: fetching {address}\n"
    out, _ = said(capsys, "refresh", "--allow-private")
    assert out.startswith(f"{address}: nothing changed since the copy kept on ")
    server.replies["/mill"] = Reply(AFTER)
    out, _ = said(capsys, "refresh", "--allow-private", address)
    assert "1 passage reworded, 1 sentence present then, absent now since the copy kept" in out
    assert "figures that changed: ≠ then 12,000, now 11,000" in out
    assert f"present then, absent now: - {GONE}" in out
    report, told = said(capsys, "report", address)
    assert "up to 11,000" in report.lower()
    assert "is the copy that was fetched on" in told


def test_a_page_that_is_gone_leaves_its_copy(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    address = f"{server.address}/mill"
    server.replies["/mill"] = Reply(BEFORE)
    said(capsys, "fetch", "--allow-private", address)
    del server.replies["/mill"]
    _, told = said(capsys, "refresh", "--allow-private", status=1)
    assert f"{address}: was not fetched: answered 404 (Not Found); check the address." in told
    assert f"{address}: present on " in told
    assert "absent now; that copy stays." in told
    assert "deleted" not in told
    out, _ = said(capsys, "report", address)
    assert "Mill closes" in out


def test_a_saved_page_is_compared_with_what_its_address_gives(
    server: Server, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    link = f'<link rel="canonical" href="{server.address}/mill">'.encode()
    (tmp_path / "mill.html").write_bytes(BEFORE.replace(b"</title>", b"</title>" + link))
    (tmp_path / "none.html").write_bytes(BEFORE)
    server.replies["/mill"] = Reply(AFTER)
    out, told = said(capsys, "refresh", "--allow-private", str(tmp_path), status=1)
    assert f"absent now since {tmp_path / 'mill.html'} was saved" in out
    assert "“Mill closes” does not tell the address it is from." in told


def test_fetch_gets_what_a_list_holds_and_the_list_opens_with_it(
    server: Server, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "list.jsonl"
    file.write_text("".join(f'{{"url": "{server.address}/{name}"}}\n' for name in "abc"))
    server.replies |= {"/a": Reply(BEFORE), "/b": Reply(page(GONE, GONE, title="The owner"))}
    out, told = said(capsys, "fetch", "--allow-private", str(file), status=1)
    assert out == f"{server.address}/a: Mill closes {server.address}/b: The owner"
    assert f"{server.address}/c: was not fetched: answered 404" in told
    asked = len(server.asked)
    out, told = said(capsys, "report", str(file), status=1)
    assert "2 sources of 1 origin" in out
    assert f"`seedreader fetch {file}` fetches the 1 not kept yet" in told
    assert len(server.asked) == asked


def test_no_more_is_fetched_than_is_asked_for(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    server.replies |= {f"/{name}": Reply(BEFORE) for name in "abc"}
    given = [f"{server.address}/{name}" for name in "abc"]
    _, told = said(capsys, "fetch", "--allow-private", "--most", "2", *given)
    assert "1 of 3 addresses are left out; --most 3 takes all." in told
    assert "/c" not in server.paths


def test_refresh_of_nothing_says_how_to_begin(capsys: pytest.CaptureFixture[str]) -> None:
    _, told = said(capsys, "refresh", status=2)
    assert told == "seedreader: nothing was fetched yet; `seedreader ADDRESS` fetches and opens a page.\n"
