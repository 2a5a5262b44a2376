from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.article import SourceId, Structure
from seedreader.ingest import registry
from seedreader.ingest.errors import IngestError

SRT, VTT = SourceId("file:///a.srt"), SourceId("file:///a.vtt")


def text(data: str, source: SourceId = VTT) -> str:
    return registry.read(data.encode(), source).documents[0].text


def test_cues_are_joined_to_running_text() -> None:
    srt = (
        "\ufeff1\r\n00:00:00,000 --> 00:00:01,000\r\nThe mill\r\nin <i>Tarn</i>\r\n\r\n2\r\n"
        "00:00:01,000 --> 00:00:02,000\r\n{\\an8}closed.\r\n"
    )
    assert text(srt, SRT) == "The mill in Tarn closed."


def test_numbers_that_are_said_stay_and_those_of_cues_go() -> None:
    srt = (
        "1\n00:00:00,000 --> 00:00:01,000\nWe lost\n\n12\n\n2\n00:00:01,000 --> 00:00:02,000\nmen\n"
        "\n3\n00:00:03 --> bad\nx"
    )
    assert text(srt, SRT) == "We lost 12 men"


def test_rolling_captions_are_said_once() -> None:
    vtt = """WEBVTT
Kind: captions
Language: en-GB

00:00:00.160 --> 00:00:02.389 align:start position:0%
 
the<00:00:00.400><c> mill</c><00:00:00.640><c> closed</c>

00:00:02.389 --> 00:00:02.399 align:start position:0%
the mill closed
 

00:00:02.399 --> 00:00:04.309 align:start position:0%
the mill closed
on<00:00:02.600><c> Monday</c>

00:00:04.309 --> 00:00:04.319 align:start position:0%
on Monday
 
"""  # noqa: W293
    (document,), _ = registry.read(vtt.encode(), VTT)
    assert document.text == "the mill closed on Monday"
    assert document.declared["language"].value == "en"


def test_what_is_said_twice_at_different_times_stays() -> None:
    vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\nNo.\n\n00:10.000 --> 00:11.000\nNo.\n"
    assert text(vtt) == "No.\n\nNo."


def test_speakers_begin_paragraphs_and_sounds_are_marked() -> None:
    vtt = (
        "WEBVTT - a title\n\nSTYLE\n::cue { color: red }\n\nNOTE nobody\nsees this\n\nintro\n"
        "00:01.000 --> 00:02.000\n<v.loud Ana Ruiz>We &amp; they left.</v>\n\n"
        "00:02.000 --> 00:03.000\n[Applause]\n\n00:03.000 --> 00:04.000\n<v Bo>When?\n"
    )
    (document,), _ = registry.read(vtt.encode(), VTT)
    assert document.text == "Ana Ruiz: We & they left.\n\n[Applause]\n\nBo: When?"
    assert Structure(27, 37, "comment") in document.structure


def test_a_file_without_words_is_refused() -> None:
    with pytest.raises(IngestError, match="no article"):
        registry.read(b"WEBVTT\n\n00:01.000 --> 00:02.000\n\n", VTT)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("WEBVT\n 0123:.,-><cv/>ab[]{}"), max_size=200))
def test_any_text_is_read_or_refused(said: str) -> None:
    with contextlib.suppress(IngestError):
        registry.read(("WEBVTT\n\n00:01.000 --> 00:02.000\n" + said).encode(), VTT)
