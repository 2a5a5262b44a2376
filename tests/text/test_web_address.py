import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.text.web_address import file_name, is_address, normalised, unschemed


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("HTTPS://Example.ORG:443", "https://example.org/"),
        ("http://example.org:80/a?b=%C3%A9#c", "http://example.org/a?b=%C3%A9"),
        ("https://example.org:8443/a/./b/../c", "https://example.org:8443/a/c"),
        ("https://example.org./é x?q=ü", "https://example.org/%C3%A9%20x?q=%C3%BC"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        (" https://[2001:DB8::1]/x ", "https://[2001:db8::1]/x"),
    ],
)
def test_an_address_has_one_spelling(given: str, wanted: str) -> None:
    assert normalised(given) == wanted == normalised(wanted)


@pytest.mark.parametrize(
    "given",
    ["ftp://example.org/", "file:///etc/passwd", "https://", "https://me@example.org/", "https://a:b/", "http://[x/",
     "https://:1/", "https://a b/", "javascript:alert(1)", f"https://{'ü' * 80}.example/"],
)  # fmt: skip
def test_what_can_not_be_fetched_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match=r"[a-z]"):
        normalised(given)


@given(st.text())
def test_any_text_is_refused_or_has_one_spelling(text: str) -> None:
    try:
        found = normalised(f"https://{text}")
    except ValueError:
        return
    assert normalised(found) == found
    assert found.isascii()


def test_what_lacks_only_its_scheme() -> None:
    assert unschemed("example.org/story") == "example.org/story"
    assert unschemed("example.org") == "example.org"
    for name in (
        "story.txt",
        "folder/example.org",
        "../example.org",
        "a.b.pdf",
        "story",
        "3.14",
        "/etc/hosts",
    ):
        assert unschemed(name) is None


def test_the_name_of_a_file_at_an_address_is_in_its_path() -> None:
    assert file_name("https://example.md/a/story.html?x=.pdf#y.txt") == "a/story.html"
    assert file_name("file:///a/story.md") == "file:///a/story.md"
    assert is_address("https://x")
    assert not is_address("a/b://c")
