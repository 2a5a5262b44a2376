from seedreader.article import Article
from seedreader.session import Session, StoryPassage, open_session
from seedreader.session.carry_over import carry_over

PIER = "The council approved the pier.\nIt costs 4 million.\nWork begins in March.\n"
MILL = "The mill closed in May.\nForty people lost work.\n"
MORE = "Rain fell all week.\n" + PIER


def session(*texts: str) -> Session:
    made = open_session([Article(text, f"source {number}") for number, text in enumerate(texts)])
    for source in made.sources:
        lines = source.article.text.splitlines(keepends=True)
        ends = [sum(map(len, lines[: i + 1])) for i in range(len(lines))]
        source.learn([(end - len(line), end - 1) for end, line in zip(ends, lines, strict=True)])
    return made


def test_one_stands_on_the_same_words_with_the_columns_as_they_were() -> None:
    before = session(PIER, MILL)
    before.move_sentence(1)
    before.columns.hidden, before.columns.pinned, before.follow = {1}, {0}, False
    now = session(MORE, MILL, PIER)
    carry_over(before, now)
    start, end = now.here.cursor
    assert MORE[start:end] == "It costs 4 million."
    assert (now.focus, now.follow) == (0, False)
    assert (now.columns.order, now.columns.hidden, now.columns.pinned) == ([0, 1, 2], {1}, {0})


def test_jumps_lead_back_where_the_words_are_the_same() -> None:
    before = session(PIER, MILL)
    before.go(StoryPassage(1, 24, 47))
    before.go(StoryPassage(0, 31, 50))
    now = session(MORE, MILL)
    carry_over(before, now)
    assert now.back()
    assert now.place == StoryPassage(1, 24, 47)
    assert not now.back()


def test_a_source_with_other_words_is_unread_again() -> None:
    before = session(PIER, MILL)
    for source in before.sources:
        source.read = True
    now = session(MORE, MILL, PIER)
    carry_over(before, now)
    assert [source.read for source in now.sources] == [False, True, False]
