#!/usr/bin/env bash
# A WARC made from a browser's HAR is hours off and no longer in the charset that it declares.
#
# Versions   har2warc 1.0.4, read back with warcio 1.8.1 and with FastWARC 2.0.1 (Python 3.11)
# Input      a HAR 1.2 log. Its time is written with an offset, as the format's own example is
#            (here "2024-03-05T10:00:00.000+02:00", that is 08:00 UTC). Its text is already decoded, as the format asks;
#            the header is still the one that the server sent: charset=iso-8859-1.
# Behaviour  1. WARC-Date must be UTC. har2warc cuts the time after the seconds and puts a "Z" there: 10:00 UTC.
#               Two captures of one instant from two time zones sort by hours apart.
#            2. The body is written as UTF-8 under the old header, so a reader that believes the header makes two
#               characters of each accented letter. Both WARC readers tell the same wrong charset.
# Do         Read HAR itself: parse the time with its offset, and take the text as text. For a WARC of which
#            warcinfo says "software: har2warc", try UTF-8 first.
# Seen       30 November 2026:
#> WARC-Date: 2024-03-05T10:00:00Z
#> header: text/html; charset=iso-8859-1
#> FastWARC charset: iso-8859-1
#> by the header: HafenwÃ¤rter
#> as UTF-8: Hafenwärter
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
export PYTHONUTF8=1
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet har2warc==1.0.4 warcio==1.8.1 FastWARC==2.0.1 || exit 2

cat >"$dir/page.har" <<'JSON'
{"log": {"version": "1.2", "creator": {"name": "hand", "version": "1"},
 "pages": [{"startedDateTime": "2024-03-05T10:00:00.000+02:00", "id": "page_1", "title": "Hafen", "pageTimings": {}}],
 "entries": [{"pageref": "page_1", "startedDateTime": "2024-03-05T10:00:00.000+02:00", "time": 1,
  "request": {"method": "GET", "url": "https://paper.example/hafen", "httpVersion": "HTTP/1.1", "cookies": [],
   "headers": [{"name": "Host", "value": "paper.example"}], "queryString": [], "headersSize": -1, "bodySize": 0},
  "response": {"status": 200, "statusText": "OK", "httpVersion": "HTTP/1.1", "cookies": [],
   "headers": [{"name": "Content-Type", "value": "text/html; charset=iso-8859-1"}],
   "content": {"size": 11, "mimeType": "text/html; charset=iso-8859-1", "text": "Hafenwärter"},
   "redirectURL": "", "headersSize": -1, "bodySize": 11},
  "cache": {}, "timings": {"send": 0, "wait": 1, "receive": 0}}]}}
JSON
"$dir/venv/bin/har2warc" "$dir/page.har" "$dir/page.warc"
"$dir/venv/bin/python" - "$dir/page.warc" >"$dir/seen" <<'PY'
import sys

import fastwarc.warc
import warcio

with open(sys.argv[1], "rb") as stream:
    for record in warcio.ArchiveIterator(stream):
        if record.rec_type == "response":
            print("WARC-Date:", record.rec_headers.get_header("WARC-Date"))
            print("header:", record.http_headers.get_header("Content-Type"))
            body = record.content_stream().read()
with open(sys.argv[1], "rb") as stream:
    for record in fastwarc.warc.ArchiveIterator(stream, record_types=fastwarc.warc.WarcRecordType.response):
        print("FastWARC charset:", record.http_charset)
print("by the header:", body.decode("iso-8859-1"))
print("as UTF-8:", body.decode("utf-8"))
PY
diff -u --label stated --label seen <(sed -n 's/^#> //p' "$0") "$dir/seen"
