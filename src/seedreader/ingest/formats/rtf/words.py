"""The words of RTF that say something about its text."""

from __future__ import annotations

CHARACTERS = {
    "tab": "\t", "line": "\n", "softline": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f",
    "cell": "",
    "zwbo": "\u200b", "zwnbo": "\u2060",
}  # fmt: skip
SIGNS = {"~": "\u00a0", "_": "-", "-": "", "{": "{", "}": "}", "\\": "\\", "\n": "\n", "\r": "\n"}

PARAGRAPH = frozenset(("par", "sect", "page", "column", "softpage"))
"""What ends a paragraph."""

OUT = frozenset((
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "generator", "listtable", "listoverridetable",
    "rsidtbl", "themedata",
    "colorschememapping", "latentstyles", "datastore", "xmlnstbl", "mmathPr", "fldinst", "annotation",
    "atnid",
    "atnauthor", "atntime", "atndate", "atnicn", "atnref", "atnparent", "atrfstart", "atrfend", "xe", "tc",
    "tcn", "rxe", "objdata", "objclass",
    "objname", "nonshppict", "shprslt", "sn", "sv", "pn", "pntxta", "pntxtb", "bkmkend", "revtbl", "filetbl",
    "template", "passwordhash", "userprops", "docvar", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc",
    "aftncn",
    "nonesttables", "upr", "falt", "panose", "fname", "fontemb", "fontfile", "listname", "blipuid",
    "picprop", "private",
    "do", "background", "keycode", "formfield", "ffname", "datafield", "htmltag", "mhtmltag",
    "wgrffmtfilter", "protusertbl",
))  # fmt: skip
"""Destinations whose words are no text of the document."""

IN = frozenset(
    (
        "shpinst",
        "shptxt",
        "dptxbxtext",
        "ud",
        "bkmkstart",
        "listtext",
        "pntext",
        "fldrslt",
        "result",
        "field",
        "shppict",
        "shpgrp",
    )
)
"""Destinations that may be marked as to be skipped by who doesn't know them, and are not."""

MARGINS = {
    "header": "header", "headerl": "header", "headerr": "header", "headerf": "header",
    "footer": "footer", "footerl": "footer", "footerr": "footer", "footerf": "footer",
}  # fmt: skip

CODE_PAGES = {
    0: None, 1: None, 77: "mac_roman", 78: "cp932", 79: "cp949", 80: "gbk", 81: "big5", 128: "cp932",
    129: "cp949",
    130: "johab", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp437",
}  # fmt: skip
"""The code page of a font by its character set; None for the document's own."""

SYMBOL_SET = 2
"""The character set of fonts with pictures in the places of letters."""
