"""The addresses of copies that web archives keep, as those of the pages they are copies of."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_COPY = re.compile(
    r"\A(?:https?:)?//(?:web\.archive\.org/web|(?:www\.)?webarchive\.(?:org\.uk|nationalarchives\.gov\.uk|loc\.gov)"
    r"(?:/wayback)?(?:/archive|/all)?|(?:www\.)?arquivo\.pt/(?:no[fF]rame/)?wayback|wayback\.archive-it\.org/\w+"
    r"|archive\.(?:today|ph|is|li|vn|md|fo)(?:/o/\w+)?)"
    r"(?:/(?P<time>\d[\d.-]{3,16})(?:[a-z]{2}_)?)?/(?P<own>https?:/{1,2}\S+)",
    re.IGNORECASE,
)


def own_address(address: str) -> str:
    """The address of the page that one in a web archive is a copy of; any other as it is."""
    match = _COPY.match(address.strip())
    return re.sub(r"\A(https?:)/+", r"\1//", match["own"]) if match else address


def time(address: str) -> datetime | None:
    """When a web archive made the copy at an address, in UTC; None for other addresses, and where it is not
    told."""
    match = _COPY.match(address.strip())
    digits = re.sub(r"\D", "", match["time"] or "") if match else ""
    try:
        return (
            datetime.strptime(digits[:14].ljust(14, "0"), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
            if len(digits) >= 8
            else None
        )
    except ValueError:
        return None
