"""Files that are not what they should be: one sentence, and nothing is taken."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.notebook import NotebookContents, NotebookError, exchange
from tests.notebook.exchange.made import NOW, SMALL, any_text

NATIVE = exchange.export(SMALL, "json")
W3C = exchange.export(SMALL, "jsonld")


def refused(data: bytes) -> str:
    """Why a file is refused."""
    with pytest.raises(NotebookError) as error:
        exchange.read(data, "bad.json", SMALL, (), NOW)
    sentence = str(error.value)
    assert sentence.startswith("bad.json ")
    assert sentence.endswith("Nothing was changed.")
    assert "\n" not in sentence
    assert len(sentence) < 300
    return sentence


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../escape.txt", "x")
    return out.getvalue()


BAD = {
    "empty": (b"", "is empty"),
    "white space": (b" \n", "is empty"),
    "binary": (bytes(range(256)), "is not UTF-8 text"),
    "UTF-16": (NATIVE.decode().encode("utf-16"), "is not UTF-8 text"),
    "truncated": (NATIVE[: len(NATIVE) // 2], "is not whole JSON"),
    "plain text": (b"Dear editor, the mill closed.", "is not whole JSON"),
    "a number": (b"7", "in a form that is not known here"),
    "a list of nothing": (b'[1, "a"]', "in a form that is not known here"),
    "another program's JSON": (b'{"annotations": 1}', "in a form that is not known here"),
    "NaN": (b'{"a": NaN}', "has NaN in it"),
    "infinity": (b"[-Infinity]", "has -Infinity in it"),
    "a number of ten thousand digits": (b"1" * 10_000, "far too long"),
    "nested lists": (b"[" * 100_000 + b"]" * 100_000, "nested too deeply"),
    "nested objects": (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "nested too deeply"),
    "a zip that climbs": (zipped(), "is a zip or .qdpx file, which can only be written"),
    "SQLite": (b"SQLite format 3\0" + bytes(84), "use `seedreader notes merge`"),
    "100 MB": (b" " * 100 * 2**20, "is 100 MB, more than the 64 MB"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_no_notebook_gets_one_sentence(name: str) -> None:
    data, said = BAD[name]
    assert said in refused(data)


def test_targets_nested_deeply_in_an_annotation_are_refused() -> None:
    for inner in (b'{"type":"List","items":[', b"[["):
        outer = b"]}" if inner.startswith(b"{") else b"]]"
        target = inner * 300 + b'"x"' + outer * 300
        data = b'{"type":"Annotation","body":"b","target":' + target + b"}"
        assert exchange.read(data, "file", SMALL, (), NOW).contents.annotations == ()


@given(st.integers(0, len(NATIVE) - 2), st.booleans())
def test_a_file_cut_off_anywhere_is_refused(end: int, native: bool) -> None:
    data = NATIVE if native else W3C
    refused(data[: end * (len(data) - 2) // len(NATIVE)])


@given(st.integers(0, 2**32), st.binary(min_size=1, max_size=3), st.sampled_from((NATIVE, W3C)))
def test_a_file_with_other_bytes_in_it_is_read_or_refused_in_one_sentence(
    at: int, byte: bytes, data: bytes
) -> None:
    at %= len(data)
    try:
        exchange.read(data[:at] + byte + data[at + len(byte) :], "bad.json", SMALL, (), NOW)
    except NotebookError as error:
        assert "\n" not in str(error)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | any_text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(any_text, inner, max_size=3),
    max_leaves=6,
)


@given(st.data())
def test_any_value_anywhere_is_read_or_refused_in_one_sentence(data: st.DataObject) -> None:
    """Members of a good file replaced by anything."""
    format = data.draw(st.sampled_from(("json", "jsonld", "hypothesis")))
    document = json.loads(exchange.export(SMALL, format))
    places = list(_places(document))
    for _ in range(data.draw(st.integers(1, 3))):
        holder, key = data.draw(st.sampled_from(places))
        holder[key] = data.draw(json_values)
    try:
        exchange.read(json.dumps(document).encode(), "bad.json", NotebookContents(), (), NOW)
    except NotebookError as error:
        assert "\n" not in str(error)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every member of a JSON value with what holds it."""
    if isinstance(value, dict | list):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from _places(value[key])
