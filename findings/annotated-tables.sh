#!/usr/bin/env bash
# inscriptis' annotations cover a neighbour's words as soon as a table cell has a line break.
#
# Version    inscriptis 2.7.6 with lxml 6.1.3 (Python 3.11)
# Input      HTML of one table row, twice: with and without a <br> in its first cell, and rules that ask for the
#            ranges of <td> and <b>. get_annotated_text() gives the text and (start, end, label) for each of them.
# Behaviour  A cell of two lines is laid out as two lines of the text, side by side with its neighbours, but its
#            range is still one: the start of its first line plus the length of the cell. So the range of
#            "North / quay" reads "North  11 ", with the neighbour's figure and without "quay"; that of "closed on
#            Friday / open on Sunday" ends in the middle of a word, as the indent is counted too. Without the break
#            all ranges are right. Nothing warns.
# Do         Where a note or a citation rests on such a range, compare text[start:end] with the element's own words,
#            and don't use ranges of cells that hold <br>, <p> or lists.
# Seen       30 November 2026:
#> one line
#>   cell 'North quay'
#>   cell '11 guards'
#>   bold 'guards'
#> a break in the first cell
#>   cell 'North  11 '
#>   cell '11 guards'
#>   bold 'guards'
#> a break in the second cell
#>   cell 'North quay'
#>   cell 'closed on Friday\n            op'
#>   bold 'on Friday'
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet inscriptis==2.7.6 lxml==6.1.3 || exit 2

"$dir/venv/bin/python" - >"$dir/seen" <<'PY'
from inscriptis import get_annotated_text
from inscriptis.model.config import ParserConfig

ROWS = {
    "one line": "<td>North quay</td><td>11 <b>guards</b></td>",
    "a break in the first cell": "<td>North<br>quay</td><td>11 <b>guards</b></td>",
    "a break in the second cell": "<td>North quay</td><td>closed <b>on Friday</b><br>open on Sunday</td>",
}
for name, cells in ROWS.items():
    print(name)
    found = get_annotated_text(
        f"<table><tr>{cells}</tr></table>", ParserConfig(annotation_rules={"td": ["cell"], "b": ["bold"]})
    )
    order = {"cell": 0, "bold": 1}
    for start, end, label in sorted(found["label"], key=lambda item: (order[item[2]], item[0])):
        print(" ", label, repr(found["text"][start:end]))
PY
diff -u --label stated --label seen <(sed -n 's/^#> //p' "$0") "$dir/seen"
