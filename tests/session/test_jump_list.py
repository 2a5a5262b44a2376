from __future__ import annotations

from seedreader.session import StoryPassage
from seedreader.session.jump_list import JumpList

A, B, C = StoryPassage(0, 0, 5), StoryPassage(1, 3, 9), StoryPassage(2, 0, 4)


def test_a_jump_is_gone_back_and_forth() -> None:
    jump_list = JumpList()
    jump_list.leave(A)
    jump_list.leave(B)
    assert jump_list.back(C) == B
    assert jump_list.forward(B) == C
    assert jump_list.back(C) == B
    assert jump_list.back(B) == A
    assert jump_list.back(A) is None


def test_a_new_jump_forgets_what_was_ahead() -> None:
    jump_list = JumpList()
    jump_list.leave(A)
    jump_list.back(B)
    jump_list.leave(A)
    assert jump_list.forward(C) is None


def test_the_trail_is_told_in_order() -> None:
    jump_list = JumpList()
    jump_list.leave(A)
    jump_list.leave(B)
    assert jump_list.places(C) == [A, B, C]
    jump_list.back(C)
    assert jump_list.places(B) == [A, B, C]
    jump_list.back(B)
    assert jump_list.places(A) == [A, B, C]


def test_any_place_of_the_trail_can_be_gone_to() -> None:
    jump_list = JumpList()
    jump_list.leave(A)
    jump_list.leave(B)
    assert jump_list.go(0, C) == A
    assert jump_list.places(A) == [A, B, C]
    assert jump_list.go(2, A) == C
    assert jump_list.places(C) == [A, B, C]
