"""Filters of the templates that turn values into links and anchors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any
from urllib.parse import quote, urlsplit
from zlib import crc32

from markupsafe import Markup

from search.model import Reason

__all__ = ["FILTERS", "anchor", "bare", "dial", "grouped", "partner", "web"]

_NOT_DIALLED = re.compile(r"[^+\d*#]")
_HOST = re.compile(r"^[\w-]+(\.[\w-]+)+(/|$)")


def dial(number: str) -> str:
    """A telephone number as a ``tel:`` link wants it; a second number or a note is cut off."""
    return _NOT_DIALLED.sub("", re.split(r"[;/,]|\bext", number)[0])


def web(address: str) -> str:
    """A web address as a link, empty for anything but http: a source may write anything there."""
    found = f"https://{address}" if _HOST.match(address) else address
    return found if urlsplit(found).scheme in ("http", "https") else ""


def bare(address: str) -> str:
    """A web address as people read it."""
    return re.sub(r"^https?://(www\.)?", "", address).rstrip("/")


def partner(id_: str) -> str:
    """Path of a partner's page."""
    return f"/partner/{quote(id_, safe='')}"


def anchor(iri: str) -> str:
    """A short name for an element about something."""
    return f"{crc32(iri.encode()):08x}"


def grouped(reasons: Iterable[Reason]) -> list[tuple[str, list[Reason]]]:
    """Reasons by kind, in the order of first appearance."""
    kinds = list(dict.fromkeys(reason.kind for reason in reasons))
    ordered = sorted(reasons, key=lambda reason: kinds.index(reason.kind))
    return [(kind, list(found)) for kind, found in groupby(ordered, key=lambda reason: reason.kind)]


def _in_order(contact: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Telephone first: it is what helps within the hour."""
    order = ("phone", "email", "url")
    return sorted(contact, key=lambda way: order.index(way[0]) if way[0] in order else len(order))


def _breakable(email: str) -> Markup:
    """An e-mail address that may be broken after its @ only, where the line is short."""
    return Markup("@<wbr>").join(email.split("@"))


def _base(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1]


FILTERS: dict[str, Callable[..., Any]] = {
    "anchor": anchor,
    "bare": bare,
    "base": _base,
    "breakable": _breakable,
    "dial": dial,
    "groupby_kind": grouped,
    "in_order": _in_order,
    "partner": partner,
    "web": web,
}
