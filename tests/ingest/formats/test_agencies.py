"""NewsML-G2, NewsML 1 and NITF: which items are articles, and what is declared of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.formats.reading import format_of, is_sound, notices, read, value

G2 = "http://iptc.org/std/nar/2006-10-01/"
BODY = (
    "<p>HARBOURTON (Wire) - The mayor said on Friday that 12,000 crates had arrived.</p>"
    "<p>Nobody was hurt.</p>"
)


def g2_item(
    body: str = f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>{BODY}</body></html></inlineXML>',
    *,
    guid: str = "tag:wire.example:1",
    version: str = "1",
    kind: str = "ninat:text",
    meta: str = "",
    headline: str = "<headline>Crates arrive in Harbourton</headline>",
) -> str:
    return f"""<newsItem guid="{guid}" version="{version}" xml:lang="en-GB"><itemMeta><itemClass"
    B" qcode="{kind}"/>
      <provider literal="wire.example"/><versionCreated>2026-03-02T09:00:00+01:00</versionCreated>
      <firstCreated>2026-03-01T23:30:00-05:00</firstCreated><pubStatus qcode="stat:usable"/>{meta}</itemMeta>
      <contentMeta><slugline>BC-CRATES</slugline>{headline}<by>By Ann Lee and Bo Ray</by>
      <creditline>Example Wire</creditline></contentMeta><contentSet>{body}</contentSet></newsItem>"""


def g2_message(*items: str) -> str:
    inside = "".join(items)
    return f'<?xml version="1.0"?><newsMessage xmlns="{G2}"><itemSet>{inside}</itemSet></newsMessage>'


def test_an_item_of_g2_declares_what_it_is() -> None:
    (article,), problems = read(g2_message(g2_item()))
    assert article.text.split("\n\n") == [
        "Crates arrive in Harbourton",
        "HARBOURTON (Wire) - The mayor said on Friday that 12,000 crates had arrived.",
        "Nobody was hurt.",
    ]
    assert {name: str(each.value) for name, each in article.declared.items()} == {
        "title": "Crates arrive in Harbourton", "author": "Ann Lee and Bo Ray", "outlet": "Example Wire",
        "published": "2026-03-01", "updated": "2026-03-02", "language": "en",
    }  # fmt: skip
    assert (article.member, problems) == ("tag:wire.example:1", ())


def test_several_items_of_a_message_are_several_articles_and_the_others_are_told() -> None:
    picture = g2_item('<remoteContent href="x.jpg"/>', guid="p", kind="ninat:picture")
    package = '<packageItem guid="k"><itemMeta><itemClass qcode="ninat:composite"/></itemMeta></packageItem>'
    found = read(g2_message(g2_item(), g2_item(guid="b"), picture, package))
    assert [each.member for each in found.documents] == ["tag:wire.example:1", "b"]
    assert [(each.kind, each.detail) for each in found.problems] == [
        ("besides", "1 picture, 1 package of links")
    ]


def test_a_message_without_text_holds_no_article() -> None:
    found = read(g2_message(g2_item('<remoteContent href="x.jpg"/>', kind="icls:picture")))
    assert found.documents == ()
    assert found.problems[0].kind == "nothing"


def test_versions_corrections_kills_and_embargoes_are_marks() -> None:
    meta = (
        '<signal qcode="sig:correction"/><embargoed>2026-03-03T06:00:00Z</embargoed>'
        '<edNote>Corrects the number.</edNote><edNote role="x:private">for us</edNote>'
    )
    (article,), _ = read(g2_message(g2_item(version="3", meta=meta)))
    assert notices(article) == [
        "version 3", "correction", "embargo until 2026-03-03T06:00:00Z", "Corrects the number.",
    ]  # fmt: skip
    (killed,), _ = read(g2_message(g2_item(meta='<signal qcode="stat:canceled"/>')))
    assert "kill" in notices(killed)


def test_what_a_headline_says_of_the_version_is_a_mark_and_stays() -> None:
    (article,), _ = read(g2_message(g2_item(headline="<headline>UPDATE 2-Crates arrive</headline>")))
    assert value(article, "title") == "UPDATE 2-Crates arrive"
    assert notices(article) == ["UPDATE 2"]


def test_the_main_headline_is_the_title() -> None:
    told = '<headline role="h:sub">Mayor pleased</headline><headline role="h:main">Crates arrive</headline>'
    (article,), _ = read(g2_message(g2_item(headline=told)))
    assert value(article, "title") == "Crates arrive"
    assert "Mayor pleased" in article.text


def test_plain_text_inside_is_cut_into_its_paragraphs() -> None:
    wrapped = (
        "\n   Harbourton's mayor has said that twelve thousand crates\nhave arrived, and that more of them"
        " will be there"
        "\nsoon.\n   A spokesman said that the harbour was full and could\nnot take any more of them.\n"
    )
    (article,), _ = read(
        g2_message(g2_item(f'<inlineData contenttype="text/plain">&lt;p&gt;{wrapped}&lt;/p&gt;</inlineData>'))
    )
    assert article.text.split("\n\n")[1:] == [
        "Harbourton's mayor has said that twelve thousand crates have arrived, and that more of them will"
        " be there soon.",
        "A spokesman said that the harbour was full and could not take any more of them.",
    ]


def nitf(
    body: str = BODY, head: str = "", title: str = "<hl1>Crates arrive</hl1>", root: str = "nitf"
) -> str:
    return (
        f"<{root}><head><title>1 CITY Crates</title><docdata><date.issue norm='20260302T090000Z'/>"
        f"<doc.copyright holder='Example"
        f" Wire'/></docdata></head><body><body.head><hedline>{title}</hedline>{head}"
        f"</body.head><body.content>{body}</body.content></body></{root.split()[0]}>"
    )


@pytest.mark.parametrize(
    "root", ["nitf", 'nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"', 'nitf baselang="en-US"']
)
def test_nitf_with_and_without_a_namespace(root: str) -> None:
    (article,), _ = read(nitf(root=root))
    assert (value(article, "title"), value(article, "published"), value(article, "outlet")) == (
        "Crates arrive", "2026-03-02", "Example Wire",
    )  # fmt: skip
    assert article.text.endswith("Nobody was hurt.")
    assert format_of(nitf(root=root)) == "nitf"


def test_a_slug_in_the_head_is_the_title_only_where_there_is_no_headline() -> None:
    assert value(read(nitf(title="")).documents[0], "title") == "1 CITY Crates"


def test_a_name_and_its_function_are_kept_apart() -> None:
    (article,), _ = read(nitf(head="<byline>By BERTA COLE<byttl>Wire Writer</byttl></byline>"))
    assert value(article, "author") == "BERTA COLE, Wire Writer"
    assert "By BERTA COLE, Wire Writer" in article.text


def test_signs_of_editors_are_no_author() -> None:
    (article,), _ = read(nitf(head="<byline>gr/bp</byline>"))
    assert value(article, "author") is None


def test_lines_broken_at_a_width_are_joined_and_tables_are_not() -> None:
    wrapped = (
        "<p>   The mayor of Harbourton has announced that the crates<br/>of which everybody had"
        " spoken had arrived there.</p>"
    )
    table = "<pre>Team A      3   1   9\nTeam B      2   2   8\nTeam C      1   3   5\n</pre>"
    (article,), _ = read(nitf(wrapped + table))
    assert "the crates of which" in article.text
    assert "Team A      3   1   9\nTeam B" in article.text


def test_a_body_of_plain_text_and_one_of_escaped_markup() -> None:
    assert read(nitf("Just words.\n\nMore words.")).documents[0].text.endswith("Just words.\n\nMore words.")
    escaped = "&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p&gt;Three.&lt;/p&gt;"
    assert read(nitf(escaped)).documents[0].text.endswith("One & two.\n\nThree.")


def test_nitf_without_text_is_no_article() -> None:
    found = read(nitf("<p/>"))
    assert (found.documents, found.problems[0].kind) == ((), "nothing")


def newsml(*components: str, meta: str = "") -> str:
    return f"""<?xml version="1.0" encoding="iso-8859-1"?><NewsML Version="1.2"><NewsItem"
    " xml:lang="fr"><Identification>
      <NewsIdentifier><ProviderId>wire.example</ProviderId><NewsItemId>N1</NewsItemId><RevisionId>2</RevisionId>
      </NewsIdentifier></Identification><NewsManagement><FirstCreated>20260302T090000Z</FirstCreated>
      <ThisRevisionCreated>20260302T100000Z</ThisRevisionCreated>{meta}</NewsManagement><NewsComponent>
      {"".join(components)}</NewsComponent></NewsItem></NewsML>"""


def component(text: str, headline: str = "Décès à Ville", media: str = "Text") -> str:
    return (
        f"<NewsComponent><NewsLines><HeadLine>{headline}</HeadLine><DateLine>VILLE, 2 mars 2026 (Wire)"
        f" -</DateLine>"
        f"</NewsLines><AdministrativeMetadata><Provider><Party"
        f" FormalName='AFP'/></Provider></AdministrativeMetadata>"
        f"<ContentItem><MediaType"
        f" FormalName='{media}'/><DataContent>{text}</DataContent></ContentItem></NewsComponent>"
    )


def test_newsml_reads_the_text_and_tells_the_pictures() -> None:
    data = newsml(component("<p>Un maire est décédé.</p>"), component("<p>Légende</p>", "Photo", "Photo"))
    (article,), problems = read(data.encode())
    assert article.text == "Décès à Ville\n\nVILLE, 2 mars 2026 (Wire) - Un maire est décédé."
    assert (value(article, "outlet"), value(article, "language"), value(article, "published")) == (
        "AFP",
        "fr",
        "2026-03-02",
    )
    assert notices(article) == ["version 2"]
    assert problems[0].detail == "1 picture"


def test_two_texts_of_one_item_are_two_articles() -> None:
    found = read(
        newsml(component("<p>The first of them.</p>", "One"), component("<p>The second of them.</p>", "Two"))
    )
    assert [(value(each, "title"), each.member) for each in found.documents] == [
        ("One", "N1"),
        ("Two", "N1#2"),
    ]


def test_an_agency_s_own_xml_is_read_by_its_names() -> None:
    data = (
        "<?xml version='1.0'?><XNews><NewsID>9</NewsID><PublishDate>2026-03-02T09:00:00</PublishDate>"
        "<headline>Kasser</headline>"
        "<origin>/ritzau/</origin><content>&lt;p&gt;Tolv tusind"
        " kasser.&lt;/p&gt;</content><Korrektion>true</Korrektion>"
        "<ContentShort>Tolv...</ContentShort></XNews>"
    )
    (article,), _ = read(data)
    assert article.text == "Kasser\n\nTolv tusind kasser."
    assert (value(article, "published"), value(article, "outlet"), notices(article)) == (
        "2026-03-02",
        "ritzau",
        ["correction"],
    )


def test_xml_inside_xml_is_read() -> None:
    inner = "<XNews><headline>H</headline><content>Some words of it.</content></XNews>".replace("<", "&lt;")
    (article,), _ = read(f"<?xml version='1.0'?><Response><Result>{inner}</Result></Response>")
    assert article.text == "H\n\nSome words of it."


whole = st.sampled_from([g2_message(g2_item(), g2_item(guid="b")), nitf(), newsml(component(BODY))]).map(
    str.encode
)


@given(whole, st.integers(0, 3000), st.integers(0, 40), st.binary(max_size=8))
def test_damaged_messages_are_read_as_far_as_they_go(data: bytes, at: int, gone: int, put: bytes) -> None:
    is_sound(data[:at] + put + data[at + gone :])
    is_sound(data[:at])


def test_of_the_versions_in_one_message_the_last_is_the_article() -> None:
    found = read(g2_message(g2_item(version="2"), g2_item(version="10"), g2_item(version="1")))
    assert [notices(each)[0] for each in found.documents] == ["version 10"]
    assert found.problems[0].detail == "2 earlier versions"
