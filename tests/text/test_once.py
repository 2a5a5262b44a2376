from seedreader.text.once import Once


class Counter:
    def __init__(self) -> None:
        self.asked = 0

    @Once
    def value(self) -> int:
        """How often it was worked out."""
        self.asked += 1
        return self.asked


def test_a_value_is_worked_out_once_for_each_object_and_not_before() -> None:
    one, two = Counter(), Counter()
    assert (one.asked, one.value, one.value) == (0, 1, 1)
    assert two.asked == 0 and two.value == 1


def test_it_has_the_words_of_what_it_is_made_of() -> None:
    assert Counter.value.__doc__ == "How often it was worked out."
