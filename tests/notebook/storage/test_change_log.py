"""Any sequence of changes, undo and redo does what a list of states would do."""

import tempfile
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import given, settings

from seedreader.article import Article
from seedreader.notebook import Annotation, Notebook, version_of

TEXT = "The mill closed in May. Forty people lost work 🙂."
State = dict[str, Annotation]

BODIES = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), BODIES, st.integers(0, 40)),
        st.tuples(st.just("edit"), BODIES, st.integers(0, 40)),
        st.tuples(st.just("delete"), st.just(""), st.integers(0, 40)),
        st.tuples(st.sampled_from(["undo", "redo"]), st.just(""), st.just(0)),
    ),
    max_size=20,
)


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_changes_undo_and_redo(steps: list[tuple[str, str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notebook.sqlite"
        states: list[State] = [{}]
        now = 0
        for action, body, number in steps:
            notebook = Notebook(path)
            live = states[now]
            before = now
            if action == "undo":
                now = max(0, now - 1)
                assert (notebook.undo([version_of(TEXT)]) is None) == (now == before)
            elif action == "redo":
                now = min(len(states) - 1, now + 1)
                assert (notebook.redo([version_of(TEXT)]) is None) == (now == before)
            elif (after := changed(notebook, live, action, body, number)) != live:
                states[now + 1 :] = [after]
                now += 1
            assert {a.id: a for a in notebook.annotations()} == states[now]
            in_order = sorted(
                states[now].values(), key=lambda a: (a.target.start, a.target.end, a.created, a.id)
            )
            assert notebook.annotations([version_of(TEXT)]) == tuple(in_order)
            assert notebook.damaged() == ()


def changed(notebook: Notebook, live: State, action: str, body: str, number: int) -> State:
    if action == "add":
        made = notebook.add(Article(TEXT, "Mill", None), [(number, number + 3)], "note", body)
        return {**live, made.id: made}
    if not live:
        return live
    id = sorted(live)[number % len(live)]
    if action == "edit":
        return {**live, id: notebook.edit(live[id], body)}
    notebook.delete([live[id]])
    return {key: value for key, value in live.items() if key != id}
