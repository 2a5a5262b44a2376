from __future__ import annotations

from pathlib import Path

from seedreader.article import Article, Correction, Passage, Verdict
from seedreader.notebook import Notebook
from seedreader.notebook.resolver import AnnotationResolver
from seedreader.session import user_overrides
from seedreader.story import Story
from tests.stories import GAZETTE, HARBOUR

HERE, THERE = Article(HARBOUR, "harbour", "h.txt"), Article(GAZETTE, "gazette", "g.txt")


def test_corrections_come_in_the_order_they_were_made(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "n.sqlite")
    for kind, start in (("claim", 20), ("boilerplate", 0), ("article", 0)):
        notebook.add(HERE, [(start, start + 5)], kind)
    notebook.add(HERE, [(0, 5)], "note", "no correction")
    found = user_overrides.corrections(AnnotationResolver(notebook, [HERE, THERE]).read(), [HERE, THERE])
    assert found == {
        HERE: (Correction(20, 25, "claim"), Correction(0, 5, "boilerplate"), Correction(0, 5, "article"))
    }


def test_verdicts_are_handed_on_and_a_rejection_has_no_relation(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "n.sqlite")
    for body in ("conflict", "none"):
        notebook.add(HERE, [(0, 11)], "verdict", body, other=(THERE, [(0, 9)]))
    ends = (Passage(HERE, 0, 11), Passage(THERE, 0, 9))
    found = user_overrides.verdicts(AnnotationResolver(notebook, [HERE, THERE]).read(), [HERE, THERE])
    assert found == (Verdict(*ends, "conflict"), Verdict(*ends, None))


def test_a_verdict_is_found_from_either_end(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "n.sqlite")
    made = notebook.add(HERE, [(0, 52)], "verdict", "agree", other=(THERE, [(0, 30)]))
    placed = AnnotationResolver(notebook, [HERE, THERE]).read()
    here, there = articles = Story([HERE, THERE]).articles
    for a, b in (
        (Passage(here, 0, 52), Passage(there, 0, 30)),
        (Passage(there, 2, 30), Passage(here, 0, 40)),
    ):
        found = user_overrides.verdict_on(placed, a, b, articles)
        assert found is not None
        assert found.annotation == made
    for a, b in (
        (Passage(here, 60, 80), Passage(there, 0, 30)),
        (Passage(here, 0, 52), Passage(there, 40, 60)),
    ):
        assert user_overrides.verdict_on(placed, a, b, articles) is None


def test_sources_with_one_text_share_what_was_said_of_it(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "n.sqlite")
    twin = Article(HARBOUR, "twin", "t.txt")
    notebook.add(twin, [(0, 5)], "claim")
    notebook.add(twin, [(0, 11)], "verdict", "agree", other=(THERE, [(0, 9)]))
    notebook.add(HERE, [(0, 11)], "verdict", "none", other=(twin, [(0, 11)]))
    articles = [HERE, twin, THERE]
    placed = AnnotationResolver(notebook, articles).read()
    assert set(user_overrides.corrections(placed, articles)) == {HERE, twin}
    ends = [(v.a.article, v.b.article) for v in user_overrides.verdicts(placed, articles)]
    assert ends == [(HERE, THERE), (twin, THERE), (HERE, twin), (twin, HERE)]


def test_what_is_uncertain_is_not_heeded_until_it_is_confirmed(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "n.sqlite")
    spans = [(0, 11), (HARBOUR.index("About 300"), HARBOUR.index("About 300") + 20)]
    notebook.add(HERE, spans, "boilerplate")
    now = Article(HARBOUR.replace("About 300 people came to the meeting in Porto Sul.\n", ""), "h", "h.txt")
    resolver = AnnotationResolver(notebook, [now])
    (placed,) = resolver.read()
    assert placed.state == "uncertain"
    assert user_overrides.corrections([placed], [now]) == {}
    notebook.confirm(placed.annotation, now, placed.here.ranges)
    assert user_overrides.corrections(resolver.read(), [now]) == {now: (Correction(0, 11, "boilerplate"),)}
