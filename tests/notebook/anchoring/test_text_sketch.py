import hashlib
import random
from itertools import combinations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from seedreader.notebook.anchoring.text_sketch import SAME, likeness, sketch
from seedreader.paths import samples

RNG = random.Random(5)
SENTENCES = [" ".join(RNG.choices([f"word{i}" for i in range(300)], k=15)) + "." for _ in range(40)]


def like(a: str, b: str) -> float:
    return likeness(sketch(a), sketch(b))


def other_words(text: str, share: float, seed: int) -> str:
    rng = random.Random(seed)
    return " ".join(f"other{i}" if rng.random() < share else word for i, word in enumerate(text.split()))


@given(st.text(), st.text())
def test_of_any_texts(a: str, b: str) -> None:
    assert 0 <= like(a, b) == like(b, a) <= 1
    assert like(a, a) == (len(sketch(a)) > 1)


def test_a_sketch_is_the_same_on_every_machine() -> None:
    made = sketch("The harbour authority closed the eastern pier on Monday: 1,400 people had signed.")
    assert hashlib.sha256(made).hexdigest()[:16] == "1b54fba5422fef49"


def test_a_sketch_has_an_upper_size() -> None:
    assert (
        len(sketch(" ".join(map(str, range(20_000)))))
        == len(sketch(" ".join(map(str, range(9_000)))))
        == 2049
    )


def test_appearance_makes_no_difference() -> None:
    a = "“The pier’s pillars”, she said — all 12 of them — “are cracked.”"
    b = '"THE PIER\'S PILLARS", she said -\nall １２ of them - "are cracked".'
    assert like(a, b) == like("naïve plan to mend it", "nai\u0308ve plan  to mend it") == 1


def test_short_texts() -> None:
    assert like("", "") == like("", "Fire!") == like("…", "…") == 0
    assert like("Fire!", "fire") == like("A fire", "a fire.") == 1
    assert like("Fire!", "Flood!") == like("one two", "two one") == 0
    assert like("the pier is closed", "the pier is open") == 0.5


def test_scripts_without_spaces() -> None:
    old = "东港码头周一关闭，因为潜水员在柱子上发现了裂缝。维修需要十一周，渡轮将从鱼市场出发。"
    assert (
        like(old, old.replace("十一周", "十二周"))
        > SAME
        > like(old, "商店老板担心夏天会很安静，两家咖啡馆缩短了营业时间。")
    )


def test_versions_of_an_article_are_the_same_and_parts_of_it_are_not() -> None:
    text = " ".join(SENTENCES)
    random.Random(1).shuffle(shuffled := SENTENCES[:])
    assert like(text, " ".join(shuffled)) > 0.8
    assert like(text, other_words(text, 0.1, seed=2)) > SAME
    assert like(text, " ".join(SENTENCES[15:])) > SAME
    assert like(text, SENTENCES[0]) < SAME / 2


def test_a_long_text_is_estimated_well() -> None:
    words = [str(i) for i in range(30_000)]
    assert like(" ".join(words), " ".join(words[10_000:])) == pytest.approx((2 / 3) ** 0.5, abs=0.07)
    assert like(" ".join(words[:20_000]), " ".join(words[10_000:])) == pytest.approx(0.5, abs=0.07)


def test_bytes_that_are_no_sketch_are_like_nothing() -> None:
    made = sketch("the pier is closed")
    for bad in (b"", b"\1", b"\2" + made[1:], made[:-1], b"\1\0"):
        assert likeness(made, bad) == likeness(bad, made) == likeness(bad, bad) == 0


def test_the_samples_are_different_articles() -> None:
    sketches = [sketch(path.read_text("utf-8")) for path in sorted(samples().glob("*.txt"))]
    assert all(likeness(a, a) == 1 for a in sketches)
    assert all(likeness(a, b) < SAME for a, b in combinations(sketches, 2))
