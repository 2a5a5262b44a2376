from __future__ import annotations

from seedreader.session import Place
from seedreader.session.trail import Trail

A, B, C = Place(0, 0, 5), Place(1, 3, 9), Place(2, 0, 4)


def test_a_jump_is_gone_back_and_forth() -> None:
    trail = Trail()
    trail.leave(A)
    trail.leave(B)
    assert trail.back(C) == B
    assert trail.forward(B) == C
    assert trail.back(C) == B
    assert trail.back(B) == A
    assert trail.back(A) is None


def test_a_new_jump_forgets_what_was_ahead() -> None:
    trail = Trail()
    trail.leave(A)
    trail.back(B)
    trail.leave(A)
    assert trail.forward(C) is None


def test_the_trail_is_told_in_order() -> None:
    trail = Trail()
    trail.leave(A)
    trail.leave(B)
    assert trail.places(C) == [A, B, C]
    trail.back(C)
    assert trail.places(B) == [A, B, C]
    trail.back(B)
    assert trail.places(A) == [A, B, C]


def test_any_place_of_the_trail_can_be_gone_to() -> None:
    trail = Trail()
    trail.leave(A)
    trail.leave(B)
    assert trail.go(0, C) == A
    assert trail.places(A) == [A, B, C]
    assert trail.go(2, A) == C
    assert trail.places(C) == [A, B, C]
