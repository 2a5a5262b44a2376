#!/usr/bin/env bash
# bibtexparser with its LaTeX decoding cuts the address of a source at the first percent sign.
#
# Version    bibtexparser 2.1.0, pylatexenc 2.11 (Python 3.11)
# Input      one BibTeX entry of a newspaper page whose address has escaped spaces ("%20"), as most archives have.
#            BibLaTeX reads the field `url` verbatim, so the percent sign stands there as it is.
# Behaviour  Parsed plainly, the address is whole. With `LatexDecodingMiddleware`, which is there to turn {\"o}
#            into ö, every field is read as LaTeX, `url` too: a percent sign begins a comment, and the rest of the
#            address is gone, with no word said. The title, where \% is a percent sign, is right.
# Do         Decode all fields but `url`, `doi` and `file`, or take the address from the entry parsed plainly.
# Seen       30 November 2026:
#> plain    https://gazette.example/news/a%20mill%20closed?id=7
#> decoded  https://gazette.example/news/a
#> title    Mill closed, 7% out of work in Köln
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet bibtexparser==2.1.0 pylatexenc==2.11 || exit 2

cat >"$dir/try.py" <<'PY'
import bibtexparser
from bibtexparser.middlewares import LatexDecodingMiddleware

ENTRY = r"""@article{mill,
  title = {Mill closed, 7\% out of work in K{\"o}ln},
  url = {https://gazette.example/news/a%20mill%20closed?id=7},
}
"""
plain = bibtexparser.parse_string(ENTRY).entries[0]
decoded = bibtexparser.parse_string(ENTRY, append_middleware=[LatexDecodingMiddleware()]).entries[0]
print("plain   ", plain["url"])
print("decoded ", decoded["url"])
print("title   ", decoded["title"])
PY
"$dir/venv/bin/python" "$dir/try.py" >"$dir/seen"
diff -u --label stated --label seen <(sed -n 's/^#> //p' "$0") "$dir/seen"
