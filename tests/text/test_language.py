from __future__ import annotations

import pytest

from seedreader.text.language import detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The harbour was closed on Monday after oil ran out of a ferry, the port said.", "en"),
        (
            "Der Hafen wurde am Montag geschlossen, weil Öl aus einer Fähre lief und nicht zu stoppen war.",
            "de",
        ),
        ("Le port a été fermé lundi après que du pétrole s'est échappé d'un bac dans la nuit.", "fr"),
        ("De haven werd maandag gesloten omdat er olie uit een veerboot liep, zei het bedrijf.", "nl"),
        ("El puerto fue cerrado el lunes porque se escapó petróleo de un transbordador en la noche.", "es"),
        (
            "Il porto è stato chiuso lunedì per una perdita di petrolio, ha detto la società.",
            "it",
        ),
        (
            "O porto foi fechado na segunda-feira depois de uma fuga de petróleo, disse a empresa.",
            "pt",
        ),
        ("Порт был закрыт в понедельник: из парома вытекла нефть, сообщили власти.", "ru"),
        ("Порт було закрито в понеділок: з порома витекла нафта, повідомили.", "uk"),
        ("月曜日に港が閉鎖されました。", "ja"),
        ("周一港口关闭。", "zh"),
        ("أغلق الميناء يوم الاثنين", "ar"),
        ("Sandvik 12,000", None),
        ("", None),
    ],
)
def test_the_language_of_a_text(text: str, code: str | None) -> None:
    assert detect(text) == code
