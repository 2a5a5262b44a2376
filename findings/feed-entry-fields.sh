#!/usr/bin/env bash
# feedparser's entry.link may be the translation, and entry.author another person than entry.author_detail.
#
# Version    feedparser 6.0.14 (Python 3.11)
# Input      an Atom entry with an alternate link for each language (hreflang, as RFC 4287 allows), and an RSS item
#            with two dc:creator elements.
# Behaviour  1. link is the LAST alternate link: the German page of the English entry, whose title is English. links
#               has both, but an index that keeps link as the source has the wrong page.
#            2. author is the last dc:creator, author_detail the first of them; authors has both, in order.
# Do         Choose among links by hreflang and type, and read authors alone.
# Seen       30 November 2026:
#> link: https://paper.example/de/wachen
#> links: ['https://paper.example/en/guards', 'https://paper.example/de/wachen']
#> author Bob Ray, author_detail Ann Lee, authors ['Ann Lee', 'Bob Ray']
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet feedparser==6.0.14 || exit 2

"$dir/venv/bin/python" - >"$dir/seen" <<'PY'
import feedparser

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Paper</title><id>urn:example:paper</id><updated>2024-03-05T10:00:00Z</updated><author><name>Desk</name></author>
<entry><title>Guards leave</title><id>urn:example:1</id><updated>2024-03-05T10:00:00Z</updated>
<link rel="alternate" type="text/html" hreflang="en" href="https://paper.example/en/guards"/>
<link rel="alternate" type="text/html" hreflang="de" href="https://paper.example/de/wachen"/></entry></feed>"""
RSS = """<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Paper</title><link>https://paper.example/</link><description>Daily</description>
<item><title>Guards leave</title><description>The whole report.</description>
<dc:creator>Ann Lee</dc:creator><dc:creator>Bob Ray</dc:creator><guid>https://paper.example/17</guid></item></channel></rss>"""

entry = feedparser.parse(ATOM).entries[0]
print("link:", entry.link)
print("links:", [link.href for link in entry.links])
item = feedparser.parse(RSS).entries[0]
people = [author.name for author in item.authors]
print(f"author {item.author}, author_detail {item.author_detail.name}, authors {people}")
PY
diff -u --label stated --label seen <(sed -n 's/^#> //p' "$0") "$dir/seen"
