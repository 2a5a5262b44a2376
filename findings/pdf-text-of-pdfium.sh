#!/usr/bin/env bash
# One PDF page has two texts in PDFium: they differ at each line-end hyphen; Arabic ligatures come reversed in both.
#
# Version    pypdfium2 5.15.2 with the PDFium that its wheel holds (Python 3.11)
# Input      PDF pages written by hand, without a font file: a ToUnicode map gives the characters, as in any PDF.
#            The Arabic word is drawn from left to right, last glyph first, as WeasyPrint 70 draws it too; one of its
#            glyphs is the ligature lam-alef, which the map spells in reading order: U+0644 U+0627.
# Behaviour  1. get_text_range() has U+FFFE for the hyphen of "inter-national" and drops the line end. The text of
#               get_text_bounded(), and the characters one by one (FPDFText_GetUnicode), have U+0002 there. A
#               hyphen after a digit ("12-", next line "page") is left alone, with its line end, in all three.
#            2. PDFium turns the drawn order round character by character, inside the ligature too: the word
#               U+0645 [U+0644 U+0627] U+062D comes as U+0645 U+0627 U+0644 U+062D. No search for the word finds it.
#            3. FPDFText_GetCharAngle runs clockwise: a line that climbs (turned by 90° to the left) is at 270°.
# Do         Fold U+0002 and U+FFFE alike. In a run of Arabic letters a lam after an alef may be a turned ligature:
#            compare with the other spelling before you say that a word is not there.
# Seen       30 November 2026:
#> get_text_range:   'inter\ufffenational 12-\r\npage.'
#> get_text_bounded: 'inter\x02national 12-\r\npage.'
#> one by one:       'inter\x02national 12-\r\npage.'
#> word drawn:       '\u0645\u0644\u0627\u062d'
#> word read:        '\u0645\u0627\u0644\u062d'
#> climbing line:    270
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet pypdfium2==5.15.2 || exit 2

"$dir/venv/bin/python" - >"$dir/seen" <<'PY'
import math

import pypdfium2
from pypdfium2 import raw

TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Hand def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
3 beginbfchar <41> <0645> <42> <06440627> <43> <062D> endbfchar
endcmap end end"""


def stream(body):
    return b"<</Length %d>>\nstream\n%s\nendstream" % (len(body), body)


def pdf(drawing):
    """The bytes of a PDF of one page with this drawing."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        stream(drawing),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        stream(TO_UNICODE),
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 7\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + table + b"trailer<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)


def text_page(drawing):
    document = pypdfium2.PdfDocument(pdf(drawing))
    return document[0].get_textpage()


lines = text_page(b"BT /F 20 Tf 50 100 Td (inter-) Tj 0 -24 Td (national 12-) Tj 0 -24 Td (page.) Tj ET")
print("get_text_range:  ", ascii(lines.get_text_range()))
print("get_text_bounded:", ascii(lines.get_text_bounded()))
letters = (chr(raw.FPDFText_GetUnicode(lines, index)) for index in range(lines.count_chars()))
print("one by one:      ", ascii("".join(letters)))
print("word drawn:      ", ascii("\u0645" + "\u0644\u0627" + "\u062d"))
print("word read:       ", ascii(text_page(b"BT /F 20 Tf 50 100 Td (CBA) Tj ET").get_text_range()))
climbing = text_page(b"BT /F 20 Tf 0 1 -1 0 100 50 Tm (up) Tj ET")
print("climbing line:   ", round(math.degrees(raw.FPDFText_GetCharAngle(climbing, 0))))
PY
diff -u --label stated --label seen <(sed -n 's/^#> //p' "$0") "$dir/seen"
