"""What WordPress's export has that no feed has: kinds and states of posts, logins, short codes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from seedreader.article import Mark
from seedreader.ingest.xml import all_of, first, text_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Values = Mapping[str, Sequence["Element"]]

_OTHERS = {
    "attachment": "attachment", "nav_menu_item": "menu entry", "revision": "revision",
    "custom_css": "style sheet",
    "customize_changeset": "change of the site's look", "oembed_cache": "cached embed", "wp_block": "block",
    "wp_template":
    "template", "wp_template_part": "template", "wp_global_styles": "style sheet", "wp_navigation": "menu",
    "wp_font_family": "font", "wp_font_face": "font", "feedback": "form entry", "acf-field": "field",
    "acf-field-group": "field",
    "elementor_library": "template", "scheduled-action": "task", "shop_order": "order",
    "user_request": "request",
}  # fmt: skip
_BINNED = {"trash": "post in the bin", "auto-draft": "empty draft"}
_STATES = {"draft": "draft", "pending": "pending review", "future": "scheduled", "private": "private"}
_BLOCK = re.compile(
    r"<(?:p|div|h\d|ul|ol|table|blockquote|pre|figure|hr|section|article|iframe|script|style)\b|<!-- /?wp:",
    re.IGNORECASE,
)
_CODE = re.compile(r"\[(/?)([a-z][a-z0-9_-]{1,40})(?:\s[^\[\]]{0,2000})?/?\]")
_KNOWN = re.compile(
    r"(?:gallery|caption|wp_caption|audio|video|playlist|embed|dropcap|contact-form.*|vc_.+|et_pb_.+|fusion_.+|av_.+|td_.+"
    r"|sc_.*|su_.+|rev_slider|embedyt|youtube|vimeo|twitter|soundcloud|googlemaps|advanced_iframe|ad|ads|adrotate|toc"
    r"|wpdevart.*|tablepress|table|ninja_form.*|gravityform|mc4wp_form|newsletter.*|social.*|share.*|button|divider|spacer"
    r"|column|columns|row|one_half.*|one_third.*|two_third.*|clear|raw|nextpage|more)\Z"
)


def authors(root: Element) -> dict[str, str]:
    """Display names by logins."""
    return {
        text_of(first(each, "author_login")): text_of(first(each, "author_display_name"))
        for each in all_of(root, "author")
        if first(each, "author_login") is not None and text_of(first(each, "author_display_name"))
    }


def left_out(values: Values) -> str:
    """What an entry of an export is in place of an article, "" for an article."""
    kind, state = _value(values, "wp:post_type"), _value(values, "wp:status")
    if kind in _OTHERS or kind.startswith("wp_"):
        return _OTHERS.get(kind, "part of the site")
    if state == "inherit" and "wp:attachment_url" in values:
        return "attachment"
    return _BINNED.get(state, "")


def notices(values: Values) -> list[Mark]:
    """What an export says of a post: that it is no published one."""
    state = _STATES.get(_value(values, "wp:status"))
    secret = ["password-protected"] if _value(values, "wp:post_password") else []
    return [Mark("notice", each) for each in (*([state] if state else []), *secret)]


def markup(text: str) -> str:
    """A post as WordPress shows it: short codes out, and a paragraph where a blank line is."""
    closed = {name for end, name in ((m[1], m[2]) for m in _CODE.finditer(text)) if end}
    text = _CODE.sub(lambda m: "" if m[2] in closed or _KNOWN.fullmatch(m[2]) else m[0], text)
    if "<!-- wp:" in text:
        return text
    parts = re.split(r"\n[^\S\n]*\n\s*", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(map(_paragraph, parts))


def _paragraph(part: str) -> str:
    part = part.strip()
    if not _BLOCK.match(part):
        part = f"<p>{part}</p>"
    return part.replace("\n", "<br>") if len(_BLOCK.findall(part)) == 1 and part.startswith("<p") else part


def _value(values: Values, name: str) -> str:
    return next((text_of(each) for each in values.get(name, ())), "").casefold()
