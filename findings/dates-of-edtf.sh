#!/usr/bin/env bash
# edtf's text_to_edtf makes a month of any small number beside a year: "3 dead in 1985" is March 1985.
#
# Version    edtf 5.0.2 (Python 3.11)
# Input      wording as it stands in captions, archive lists and notes, given to the function that the library has
#            for it: "natural language" to Extended Date/Time Format (ISO 8601-2).
# Behaviour  1. A number up to 12 in the same phrase becomes the month: dead, guards, a page, an issue. 40 guards
#               give no date at all, and "12,000 guards in 2024" a 12th day without month and year.
#            2. "1990-91" is an interval of two years, "2001-02" is February, "1914-18" the whole war.
#            3. "before 2024" is open to the left but ends WITH 2024; "until 1990" is 1990; "5.3.2024" is 3 May.
#            4. An approximate month is wider than an uncertain one by a month each side: the fuzzy limits of
#               "2024-03~" (level 1) run from 1 February 2023 to 30 April 2025, those of "?2024-03" (level 2)
#               from 1 March 2023 to 31 March 2025. Both pad a month by a whole year.
# Do         Give it only phrases that you know to be dates and nothing else, and compute the fuzz of months yourself.
# Seen       30 November 2026:
#> 3 dead in 1985 -> 1985-03
#> 12 guards left in 2024 -> 2024-12
#> page 7, 1984 -> 1984-07
#> No. 11, 1984 -> 1984-11
#> 40 guards left in 2024 -> None
#> 12,000 guards in 2024 -> XXXX-XX-12
#> 1990-91 -> 1990/1991
#> 2001-02 -> 2001-02
#> 1914-18 -> 1914/1918
#> before 2024 -> /2024
#> until 1990 -> 1990
#> 5.3.2024 -> 2024-05-03
#> 2024-03~ is (2023, 2, 1) to (2025, 4, 30)
#> ?2024-03 is (2023, 3, 1) to (2025, 3, 31)
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet edtf==5.0.2 || exit 2

"$dir/venv/bin/python" - >"$dir/seen" <<'PY'
from edtf import parse_edtf, text_to_edtf

for phrase in (
    "3 dead in 1985",
    "12 guards left in 2024",
    "page 7, 1984",
    "No. 11, 1984",
    "40 guards left in 2024",
    "12,000 guards in 2024",
    "1990-91",
    "2001-02",
    "1914-18",
    "before 2024",
    "until 1990",
    "5.3.2024",
):
    print(phrase, "->", text_to_edtf(phrase))
for date in ("2024-03~", "?2024-03"):
    value = parse_edtf(date)
    print(date, "is", tuple(value.lower_fuzzy()[:3]), "to", tuple(value.upper_fuzzy()[:3]))
PY
diff -u --label stated --label seen <(sed -n 's/^#> //p' "$0") "$dir/seen"
