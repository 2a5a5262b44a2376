"""What keys do while a link is judged."""

from __future__ import annotations

from seedreader.ui.commands.command import Command

COMMANDS = (
    Command("judge_confirmed", ("y",), "Confirm the link as it is", "Verdict", "yes", "verdict"),
    Command("judge_rejected", ("x",), "Reject it: the two are not linked", "Verdict", "no", "verdict"),
    Command("judge_agree", ("a",), "They agree", "Verdict", "agree", "verdict"),
    Command(
        "judge_refine",
        ("r",),
        "One says it more narrowly, more widely or with a hedge",
        "Verdict",
        "refine",
        "verdict",
    ),
    Command("judge_conflict", ("c",), "They conflict", "Verdict", "conflict", "verdict"),
    Command("judge_copy", ("p",), "One is a copy of the other", "Verdict", "copy", "verdict"),
    Command("judge_related", ("s",), "The same subject only", "Verdict", "subject", "verdict"),
    Command("next_pair", ("j", "down"), "The next link", "Verdict", "j/k next", "verdict"),
    Command("previous_pair", ("k", "up"), "The previous link", "Verdict", None, "verdict"),
    Command(
        "pair_of",
        tuple("123456789"),
        "The first link to this source",
        "Verdict",
        None,
        "verdict",
    ),
    Command("go_to_pair", ("enter",), "Go to that passage; no verdict", "Verdict", "go there", "verdict"),
    Command("leave_verdict", ("escape", "q"), "No verdict", "Verdict", "leave", "verdict"),
)
