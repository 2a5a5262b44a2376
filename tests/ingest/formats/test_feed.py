from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.formats.reading import format_of, is_sound, notices, read, value

CONTENT = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
LONG = "".join(
    f"<p>Paragraph {i} tells of the crates that came to Harbourton, and of those that did not.</p>"
    for i in range(30)
)


def rss(
    *items: str,
    version: str = "2.0",
    names: str = CONTENT,
    head: str = "<title>The Harbour News - RSS Feed</title><language>en-gb</language>",
) -> str:
    inside = head + "".join(items)
    return f'<?xml version="1.0"?><rss version="{version}" {names}><channel>{inside}</channel></rss>'


def item(
    inner: str = "",
    title: str = "<title>Crates &amp;amp; more</title>",
    teaser: str = "<description>A &lt;b&gt;teaser&lt;/b&gt; of it.</description>",
) -> str:
    return (
        f"<item>{title}<link>https://harbour.example/1</link>{teaser}<guid isPermaLink='false'>g1</guid>"
        f"<pubDate>Mon, 02 Mar 2026 23:30:00 -0500</pubDate><dc:creator>Ann Lee</dc:creator>{inner}</item>"
    )


def atom(*entries: str) -> str:
    inside = "<title>Hafen</title><author><name>Redaktion</name></author>" + "".join(entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">{inside}</feed>'


def test_a_teaser_is_an_excerpt() -> None:
    (article,), problems = read(rss(item()))
    assert article.text == "Crates & more\n\nA teaser of it."
    assert {name: str(each.value) for name, each in article.declared.items()} == {
        "title": "Crates & more", "author": "Ann Lee", "outlet": "The Harbour News",
        "published": "2026-03-02",
        "language": "en", "url": "https://harbour.example/1",
    }  # fmt: skip
    assert (article.member, notices(article), problems) == ("g1", ["excerpt"], ())


def test_content_is_the_text_and_no_excerpt() -> None:
    (article,), _ = read(rss(item(f"<content:encoded><![CDATA[{LONG}]]></content:encoded>")))
    assert article.text.endswith("those that did not.")
    assert "teaser" not in article.text
    assert article.marks == ()


@pytest.mark.parametrize("end", ["[…]", "... ", "Continue reading “Crates” →", "Read more"])
def test_content_that_is_cut_off_is_an_excerpt(end: str) -> None:
    (article,), _ = read(
        rss(item(f"<content:encoded><![CDATA[<p>It began well. {end}</p>]]></content:encoded>"))
    )
    assert notices(article) == ["excerpt"]


def test_a_long_description_is_the_whole_text() -> None:
    (article,), _ = read(rss(item(teaser=f"<description><![CDATA[{LONG}]]></description>")))
    assert article.marks == ()


def test_items_with_a_title_only_are_told_with_their_addresses() -> None:
    found = read(rss(item(), item(teaser="")))
    assert len(found.documents) == 1
    assert [(each.kind, each.detail, each.addresses) for each in found.problems] == [
        ("besides", "1 item with a title only", ("https://harbour.example/1",))
    ]


def test_a_list_of_other_outlets_headlines_is_no_text() -> None:
    links = "".join(
        f'<li><a href="https://x.example/{i}">Crates come to Harbourton {i}</a>&nbsp;<font'
        f' color="#6f6f6f">Paper</font></li>'
        for i in range(4)
    )
    found = read(rss(item(teaser=f"<description><![CDATA[<ol>{links}</ol>]]></description>")))
    assert (found.documents, found.problems[0].detail) == ((), "1 item with a title only")


def test_a_picture_s_title_and_text_are_not_the_item_s() -> None:
    media = (
        "<media:content xmlns:media='http://search.yahoo.com/mrss/'><media:title>Photo</media:title>"
        "<media:description>A photo</media:description></media:content>"
    )
    (article,), _ = read(rss(item(media)))
    assert "hoto" not in article.text


def test_the_source_of_an_item_is_its_outlet() -> None:
    (article,), _ = read(rss(item("<source url='https://o.example'>Other Paper</source>")))
    assert value(article, "outlet") == "Other Paper"


def test_rss_1_and_undeclared_prefixes_and_broken_xml() -> None:
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>C</title></channel>'
        '<item rdf:about="https://c.example/1"><title>T</title><description>Words of'
        " it.</description><dc:date>2026-03-02</dc:date></item></rdf:RDF>"
    )
    (article,), _ = read(rdf)
    assert (article.member, value(article, "published"), value(article, "outlet")) == (
        "https://c.example/1",
        "2026-03-02",
        "C",
    )
    broken = (
        "<rss><channel><title>N & M</title><item><title>T&nbsp;1</title><content:encoded>Some"
        " words.</content:encoded></item><item><title>U</title><description>Cut of"
    )
    found = read(broken)
    assert [each.text for each in found.documents] == ["T 1\n\nSome words.", "U\n\nCut of"]
    assert [each.kind for each in found.problems] == ["truncated"]


def test_atom() -> None:
    entry = (
        '<entry><title type="html">Kisten &amp;amp; Co</title><id>tag:1</id><link rel="alternate" href="https://h.example/k"/>'
        "<published>2026-03-02T00:10:00+01:00</published><updated>2026-03-04T00:10:00+01:00</updated>"
        "<author><name>Bo Ray</name></author>"
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Eins.</p><p>Zwei &lt;'
        " drei.</p></div></content><summary>Kurz</summary></entry>"
    )
    (article,), _ = read(atom(entry))
    assert article.text == "Kisten & Co\n\nEins.\n\nZwei < drei."
    assert {name: str(each.value) for name, each in article.declared.items()} == {
        "title": "Kisten & Co", "author": "Bo Ray", "outlet": "Hafen", "published": "2026-03-02",
        "updated": "2026-03-04",
        "language": "de", "url": "https://h.example/k",
    }  # fmt: skip


def test_a_feed_s_own_author_is_nobody_s_byline() -> None:
    (article,), _ = read(atom("<entry><title>T</title><summary>Words.</summary></entry>"))
    assert value(article, "author") is None


def test_one_guid_twice_gives_two_members() -> None:
    assert [each.member for each in read(rss(item(), item())).documents] == ["g1", "g1#2"]


def test_encodings_that_are_told_wrongly_or_not_at_all() -> None:
    russian = rss(
        item(
            title="<title>Правительство объявило о мерах</title>",
            teaser="<description>По словам министра, они коснутся многих предприятий страны.</description>",
        )
    ).replace('<?xml version="1.0"?>', "")
    found = read(russian.encode("koi8-r"))
    assert value(found.documents[0], "title") == "Правительство объявило о мерах"
    assert found.problems[0].kind == "encoding"
    declared = russian.replace("<rss", '<?xml version="1.0" encoding="windows-1251"?><rss', 1)
    assert value(read(declared.encode()).documents[0], "title") == "Правительство объявило о мерах"


WP = (
    CONTENT
    + ' xmlns:wp="http://wordpress.org/export/1.2/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'
)


def post(text: str, kind: str = "post", status: str = "publish", more: str = "") -> str:
    return (
        f"<item><title>Post</title><link>https://b.example/p</link><dc:creator>al</dc:creator><guid>w</guid><description/>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded><wp:post_date>2026-03-02"
        f" 10:00:00</wp:post_date>"
        f"<wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>{more}</item>"
    )


def wxr(*items: str) -> str:
    login = (
        "<wp:author><wp:author_login>al</wp:author_login><wp:author_display_name>Ann"
        " Lee</wp:author_display_name></wp:author>"
    )
    return rss(*items, names=WP, head=f"<title>Blog</title>{login}")


def test_wordpress_posts_without_short_codes_and_with_their_paragraphs() -> None:
    (article,), _ = read(
        wxr(post('[dropcap]T[/dropcap]he first [sic].\n\nThe second\nline. [gallery ids="1,2"]'))
    )
    assert article.text == "Post\n\nThe first [sic].\n\nThe second\nline."
    assert (value(article, "author"), value(article, "published"), article.marks) == (
        "Ann Lee",
        "2026-03-02",
        (),
    )


def test_drafts_are_marked_and_what_is_no_post_is_told() -> None:
    found = read(
        wxr(
            post("A draft of it.", status="draft"),
            post("A caption", "attachment", "inherit"),
            post("x", "nav_menu_item"),
            post("gone", status="trash"),
        )
    )
    assert [notices(each) for each in found.documents] == [["draft"]]
    assert found.problems[0].detail == "1 attachment, 1 menu entry, 1 post in the bin"


def test_lists_of_feeds_and_references_hold_addresses() -> None:
    opml = '<?xml version="1.0"?><opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/rss"/></body></opml>'
    zotero = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<bib:Article rdf:about="https://z.example/1"><dc:title>T</dc:title></bib:Article></rdf:RDF>'
    )
    for data, address in ((opml, "https://a.example/rss"), (zotero, "https://z.example/1")):
        found = read(data)
        assert (found.documents, found.problems[0].detail) == ((), "1 address and no text")
        assert found.problems[0].addresses == (address,)


def test_it_is_known_by_its_content() -> None:
    assert {format_of(each) for each in (rss(item()), atom(), wxr())} == {"feed"}


@given(
    st.sampled_from(
        [rss(item(), item(LONG)), atom("<entry><summary>x</summary></entry>"), wxr(post("[a]b[/a]"))]
    ),
    st.integers(0, 1500),
    st.integers(0, 30),
    st.binary(max_size=8),
)
def test_damaged_feeds(feed: str, at: int, gone: int, put: bytes) -> None:
    data = feed.encode()
    is_sound(data[:at] + put + data[at + gone :])
