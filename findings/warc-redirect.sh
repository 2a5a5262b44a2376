#!/usr/bin/env bash
# warcio writes a redirect to an address with an accent as "http%3A//…", which no longer is an address.
#
# Version    warcio 1.8.1 (Python 3.11)
# Input      the answer of a server that redirects to "https://paper.example/über": some servers and proxies send
#            such a Location as it is, and a program that archives it hands it to warcio as a string.
# Behaviour  A header value that is all ASCII is written as it is. One non-ASCII letter, and the WHOLE value is
#            percent-encoded, also the colon after "https", the "?" and the spaces: what is read back has no scheme
#            and is followed as a path of the first site. A headline in another header (here X-Title, with an
#            en dash) loses its spaces. Nothing in the record tells that this was done; WARC-Target-URI, a header
#            of the record itself, stays as it was.
# Do         When you follow redirects inside a WARC, unquote a Location that begins with "http%3A" or "https%3A".
# Seen       30 November 2026:
#> target: https://paper.example/über
#> plain: https://paper.example/plain?page=1
#> accent: https%3A//paper.example/%C3%BCber%3Fpage%3D1
#> schemes: 'https' ''
#> title: Guards%20leave%20%E2%80%93%20harbour%20closed
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
export PYTHONUTF8=1
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet warcio==1.8.1 || exit 2

"$dir/venv/bin/python" - >"$dir/seen" <<'PY'
import io
from urllib.parse import urlsplit

from warcio import ArchiveIterator, StatusAndHeaders, WARCWriter

archive = io.BytesIO()
writer = WARCWriter(archive, gzip=False)
for location in ("https://paper.example/plain?page=1", "https://paper.example/über?page=1"):
    fields = [("Location", location), ("X-Title", "Guards leave – harbour closed")]
    headers = StatusAndHeaders("301 Moved Permanently", fields, protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record("https://paper.example/über", "response", payload=io.BytesIO(b""), http_headers=headers)
    )
archive.seek(0)
plain, accent = [(record.rec_headers, record.http_headers) for record in ArchiveIterator(archive)]
print("target:", accent[0].get_header("WARC-Target-URI"))
print("plain:", plain[1].get_header("Location"))
print("accent:", accent[1].get_header("Location"))
print("schemes:", *(repr(urlsplit(headers.get_header("Location")).scheme) for _, headers in (plain, accent)))
print("title:", accent[1].get_header("X-Title"))
PY
diff -u --label stated --label seen <(sed -n 's/^#> //p' "$0") "$dir/seen"
