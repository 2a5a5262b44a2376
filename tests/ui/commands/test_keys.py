from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import _character_to_key

from seedreader.ui.commands import TABLE, example, key_name, listing
from seedreader.ui.commands.key_names import parse_key
from seedreader.ui.commands.remapping import remapped
from seedreader.ui.themes.marks import DARK
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets import bars

NAMES = [command.name for command in TABLE.commands]


@pytest.mark.parametrize("character", string.printable[:95])
def test_a_character_is_the_key_that_textual_calls_it(character: str) -> None:
    assert parse_key(character) == _character_to_key(character)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("PgDn", "pagedown"), ("Page Down", "pagedown"), ("pagedown", "pagedown"), ("Esc", "escape"),
        ("Ctrl-P", "ctrl+p"), ("ctrl+P", "ctrl+p"), ("C-p", "ctrl+p"), ("^P", "ctrl+p"), ("F5", "f5"),
        ("Shift-Tab", "shift+tab"), ("Shift+n", "N"), ("N", "N"), ("n", "n"), ("{", "left_curly_bracket"),
        ("question_mark", "question_mark"), ("↑", "up"), ("Ctrl-Shift-Up", "ctrl+shift+up"), (" ", "space"),
        ("Return", "enter"), ("é", "é"), ("alt+x", "alt+x"), ("minus", "minus"), ("-", "minus"),
    ],
)  # fmt: skip
def test_keys_are_known_as_people_write_them(written: str, key: str) -> None:
    assert parse_key(written) == key


@pytest.mark.parametrize(
    "written",
    ["", "foo", "n, m", "ctrl+i", "ctrl+m", "Ctrl-[", "ctrl+5", "ctrl+shift+a", "shift+1", "\x00", "f13",
     "^" * 10_000, "ctrl+" * 10_000, "ctrl+", "--", "\ud800"],
)  # fmt: skip
def test_what_no_terminal_sends_is_no_key(written: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_key(written)


@given(st.text(max_size=60))
def test_any_text_is_a_key_or_is_told(written: str) -> None:
    try:
        key = parse_key(written)
    except ValueError as wrong:
        assert str(wrong)
    else:
        assert len(written) == 1 or parse_key(key) == key


def test_every_key_of_the_table_can_be_written_as_it_is_shown() -> None:
    for key in {key for command in TABLE.commands for key in command.keys}:
        assert parse_key(key_name(key)) == key
        assert parse_key(key) == key


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"reader.nextclaim": ["x"]}, "there is no such command; is “reader.next_claim” meant?"),
        ({"reader.next_claim": ["foo"]}, "there is no key “foo”."),
        ({"reader.next_claim": ["n, m"]}, "several keys are a list"),
        ({"reader.next_claim": ["j"]}, "j is the key of reader.next_sentence (Next sentence)"),
        ({"reader.next_claim": ["ctrl+z"]}, "Ctrl-Z is the key of everywhere.suspend_process"),
        ({"reader.next_claim": ["ctrl+a"]}, "may be taken by screen"),
        ({"reader.next_claim": ["ctrl+w"]}, "may be taken by a browser"),
        ({"reader.next_claim": ["3"]}, "the digits choose sources"),
        ({"reader.source": ["x"]}, "goes by the digits"),
        ({"reader.help": []}, "needs a key"),
        ({"reader.quit": []}, "needs a key"),
        ({"filter.keep_filter": ["x"]}, "x is typed there"),
    ],
)
def test_a_key_that_cannot_hold_is_told_and_the_usual_one_stays(
    keys: dict[str, list[str]], told: str
) -> None:
    table, ((name, reason),) = remapped(TABLE, keys)
    assert (name, told in reason) == (next(iter(keys)), True), reason
    assert table == TABLE


def test_a_screen_keeps_a_way_out() -> None:
    table, problems = remapped(TABLE, {"notes.close": [], "notes.step_back": []})
    assert table == TABLE
    assert len(problems) == 2
    table, problems = remapped(TABLE, {"notes.close": []})
    assert problems == ()
    assert table.key("notes", "close") == "no key"


@pytest.mark.parametrize(("old", "new"), [("dim", "cycle_boilerplate_display"), ("let_go", "clear_pending")])
def test_settings_may_call_a_command_by_the_name_of_before(old: str, new: str) -> None:
    table, problems = remapped(TABLE, {f"reader.{old}": ["F6"]})
    assert (table.key("reader", new), problems) == ("F6", ())
    _, ((name, _),) = remapped(TABLE, {f"reader.{old}": ["j"]})
    assert name == f"reader.{old}", "the name that stands in the file"


def test_two_commands_may_change_their_keys() -> None:
    swapped = {"reader.next_sentence": ["k"], "reader.previous_sentence": ["j"]}
    table, problems = remapped(TABLE, swapped)
    assert problems == ()
    assert (table.key("reader", "next_sentence"), table.key("reader", "previous_sentence")) == ("k", "j")


def test_a_key_taken_elsewhere_may_stand_beside_another() -> None:
    table, problems = remapped(TABLE, {"reader.next_claim": ["n", "ctrl+n"]})
    assert problems == ()
    assert "n Ctrl-N" in listing(table)


def test_of_two_settings_with_one_key_the_later_is_told() -> None:
    table, problems = remapped(TABLE, {"reader.next_claim": ["F6"], "reader.follow": ["F6"]})
    assert [name for name, _ in problems] == ["reader.follow"]
    assert (table.key("reader", "next_claim"), table.key("reader", "follow")) == ("F6", "F")


def test_the_footer_shows_the_keys_that_hold() -> None:
    table, _ = remapped(TABLE, {"reader.next_sentence": ["F6"], "reader.previous_sentence": ["F7"]})
    footer = "".join(text for text, _ in bars.footer(table, "reader", Styles(DARK), 200))
    assert "F6/F7 sentence" in footer


def test_a_key_stands_for_the_one_that_it_replaces() -> None:
    table, _ = remapped(TABLE, {"filter.keep_filter": ["F6", "enter"], "filter.drop_filter": ["ctrl+g"]})
    pressed = {key: table.stands_for("filter", key) for key in ("f6", "enter", "ctrl+g", "escape", "x")}
    assert pressed == {"f6": "enter", "enter": "enter", "ctrl+g": "escape", "escape": "", "x": "x"}


@given(
    st.dictionaries(
        st.sampled_from(NAMES),
        st.lists(
            st.sampled_from(["a", "N", "{", "F6", "ctrl+n", "escape", "1", "zz", "q", "enter"]), max_size=2
        ),
        max_size=6,
    )
)
def test_no_setting_makes_two_commands_of_a_screen_clash(keys: dict[str, list[str]]) -> None:
    table, problems = remapped(TABLE, keys)
    assert {name for name, _ in problems} <= keys.keys()
    for screen in {command.screen for command in table.commands}:
        taken = [key for command in table.on_screen(screen) for key in command.keys]
        assert len(taken) == len(set(taken))
    held, again = remapped(TABLE, {name: each for name, each in keys.items() if name not in dict(problems)})
    assert (held, again) == (table, ())


def test_a_way_out_that_comes_back_takes_its_key_from_another_setting() -> None:
    table, problems = remapped(TABLE, {"editor.save": ["escape"], "editor.leave": []})
    assert {name for name, _ in problems} == {"editor.save", "editor.leave"}
    assert table.key("editor", "leave") == "Esc" and table.key("editor", "save") != "Esc"


def test_the_example_gives_every_command_the_keys_that_it_has() -> None:
    import tomllib

    lines = [line[2:] if line.startswith('# "') else line for line in example(TABLE).splitlines()]
    keys = tomllib.loads("\n".join(lines))["keys"]
    assert {c.name for c in TABLE.commands if not c.numbered} == keys.keys()
    assert remapped(TABLE, keys) == (TABLE, ())
