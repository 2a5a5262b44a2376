from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader import paths, settings
from seedreader.settings import THEMES, Settings

FILE = Path("/somewhere/settings.toml")


def test_a_missing_file_is_no_problem(tmp_path: Path) -> None:
    assert settings.read_settings(tmp_path / "none.toml") == Settings(file=tmp_path / "none.toml")


def test_everything_can_be_set() -> None:
    text = """
        theme = "light"
        marks = "ascii"
        columns = 3
        context = 5
        follow = false
        panel = false
        boilerplate = "folded"
        editor = "code --wait"
        author = " Ana  Ruiz "
        [keys]
        "reader.next_claim" = ["n", "F5"]
        notes.close = "q"
    """
    held = settings.parse(text)
    assert held.problems == ()
    assert (held.theme, held.marks, held.columns, held.context) == ("light", "ascii", 3, 5)
    assert (held.follow, held.panel, held.boilerplate, held.editor) == (False, False, "folded", "code --wait")
    assert held.author == "Ana Ruiz"
    assert held.keys == {"reader.next_claim": ("n", "F5"), "notes.close": ("q",)}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('theme = "pink"', "line 2: theme: is one of dark, light, high-contrast"),
        ("columns = 0", "line 2: columns: is a number from 1 to 50, not 0."),
        ("columns = true", "line 2: columns: is a number"),
        ('context = "many"', "line 2: context: is a number from 0 to 50, not “many”."),
        ("follow = 1", "line 2: follow: is true or false, not 1."),
        ('editor = "\'"', "line 2: editor: is a command"),
        ("author = 1", "line 2: author: is a name of at most 100 letters, not 1."),
        ('author = " "', "line 2: author: is a name"),
        ("colour = 1", "line 2: colour: there is no such setting; there are theme, "),
        ("keys = 1", "line 2: keys: is a table"),
        ('[keys]\ntheme = "dark"', "line 3: keys.theme: stands below [keys]"),
        ('context = 2\n[keys]\n"reader.columns" = 3', "line 4: reader.columns: is a key or"),
        ("[keys]\nreader.quit = 3", "line 3: reader.quit: is a key or a list of keys"),
    ],
)
def test_a_wrong_setting_is_told_and_the_others_hold(line: str, told: str) -> None:
    held = settings.parse(f'marks = "unicode"\n{line}\n', FILE)
    (problem,) = held.problems
    assert problem.startswith(f"{FILE}, {told}")
    assert problem.endswith("This setting is ignored.")
    assert held.marks == "unicode"
    assert (held.theme, held.columns, held.editor) == (None, None, None)


def test_what_is_no_toml_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("theme = \n")
    (problem,) = settings.read_settings(file).problems
    assert problem.startswith(f"{file} is not TOML: ")
    assert "line 1" in problem


@pytest.mark.parametrize("data", [b"\xff\xfe", b"x" * (settings.LARGEST + 1)])
def test_a_file_that_is_no_text_is_told(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(data)
    assert len(settings.read_settings(file).problems) == 1


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (problem,) = settings.read_settings(tmp_path).problems
    assert "can't be read" in problem


def test_the_example_says_what_holds_without_it() -> None:
    text = settings.example()
    assert settings.parse(text).problems == ()
    lines = [line[2:] if " = " in line else line for line in text.splitlines()]
    held = settings.parse("\n".join(lines))
    assert held.problems == ()
    assert (held.context, held.follow, held.boilerplate) == (2, True, "dimmed")


@given(st.text(max_size=200))
def test_no_text_stops_the_program(text: str) -> None:
    held = settings.parse(text)
    assert all(isinstance(problem, str) for problem in held.problems)


_values = st.recursive(
    st.one_of(st.integers(), st.booleans(), st.text(max_size=8).map(lambda s: "'" + s + "'")),
    lambda inner: st.lists(inner, max_size=3).map(lambda each: "[" + ", ".join(map(str, each)) + "]"),
    max_leaves=5,
)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                [
                    "theme",
                    "marks",
                    "columns",
                    "context",
                    "follow",
                    "panel",
                    "boilerplate",
                    "editor",
                    "keys",
                    "x",
                ]
            ),
            _values,
        ),
        max_size=5,
    )
)
def test_no_value_stops_the_program(lines: list[tuple[str, object]]) -> None:
    held = settings.parse("\n".join(f"{name} = {value}" for name, value in lines))
    assert held.theme is None or held.theme in THEMES


@pytest.mark.parametrize("text", ["a=" + "[" * 100_000, "columns = 0x" + "f" * 10_000, "x = " + "9" * 5_000])
def test_deep_and_huge_values_are_told(text: str) -> None:
    assert len(settings.parse(text).problems) == 1


def test_the_environment_chooses_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SEEDREADER_CONFIG", str(tmp_path / "mine.toml"))
    assert paths.settings_file() == tmp_path / "mine.toml"
    monkeypatch.delenv("SEEDREADER_CONFIG")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert paths.settings_file().parts[-2:] == ("seedreader", "settings.toml")
    assert os.listdir(tmp_path) == []  # noqa: PTH208
