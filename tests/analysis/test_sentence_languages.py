from __future__ import annotations

import pytest

from seedreader.analysis import sentences
from seedreader.text import language

TEXTS = {
    "en": "The council met on Monday. Mr. Ruiz said that the pier was for the people of the town.",
    "de": "Der Rat tagte am 3. Juni 2022 in Berlin. Dr. Weber sagte, das sei nicht der Fall und ernst.",
    "es": "El Sr. Pérez llegó ayer. La Sra. López dijo que no había ido con los otros por la mañana.",
    "it": "Il sig. Rossi è arrivato con la moglie. Il dott. Bianchi non è venuto per la riunione.",
    "pt": "O Sr. Silva não chegou com os outros. A Dra. Costa disse que foi para casa.",
    "ru": "В 2022 г. погибли 14 человек. Иванов И. И. заявил, что это не так, и уехал на север.",
    "el": "Ο κ. Παπαδόπουλος ήρθε στην πόλη. Δεν είναι γνωστό από πού και για ποιο λόγο.",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_a_text_is_split_by_the_rules_of_its_language(code: str, text: str) -> None:
    assert language.detect(text) == code
    assert len(sentences.split_sentences(text)) == 2


@pytest.mark.parametrize("text", ["", "12 34", "Council meets", "Mr. Ruiz left. Ms. Sol stayed."])
def test_a_text_that_nothing_tells_about_is_split_as_english_is(text: str) -> None:
    assert language.detect(text) is None
    assert len(sentences.split_sentences(text)) == (2 if "." in text else bool(text))


def test_chinese_sentences_end_at_their_own_full_stop() -> None:
    assert len(sentences.split_sentences("北京消息。警方说。")) == 2
