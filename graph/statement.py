"""Statements as lines of N-Triples, spelled the way Oxigraph spells them.

A statement is a plain string, ``<subject> <predicate> object .``: cheap to make, to compare with
what the store holds, and to hand to Oxigraph in one piece.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from urllib.parse import quote, unquote
from zlib import crc32

from graph.model import Text
from ontology.errors import InputError
from ontology.terms import ROOT, XSD

__all__ = [
    "AREA",
    "area_iri",
    "area_name",
    "entity_of",
    "integer",
    "is_iri",
    "language_tag",
    "link",
    "literal",
    "moment",
    "node_iri",
    "node_number",
    "number",
    "ref",
    "statement",
    "text",
]

AREA = f"{ROOT}area/"
"""Where areas live: what two lists call by one name is one area."""

_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\\ud800-\udfff]')
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ESCAPED = re.compile(r'[\x00-\x1f"\\\x7f\ufffe\uffff\ud800-\udfff]')
_SHORT = {
    "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\",
}  # fmt: skip
_TAG = re.compile(r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?\Z")
_NODE = re.compile(
    r"/(address|audience|concept|contact|evidence|fact|step|topic)-(\d+)-[0-9a-f]{8}\Z"
)
_MOMENTS = (
    (re.compile(r"(?!0000)\d{4}\Z"), f"{XSD}gYear"),
    (re.compile(r"\d{4}-\d{2}-\d{2}\Z"), f"{XSD}date"),
    (re.compile(r"\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ\Z"), f"{XSD}dateTime"),
)


def is_iri(value: str) -> bool:
    """Whether this can be an absolute IRI."""
    return bool(_ABSOLUTE.match(value)) and not _NOT_IN_IRI.search(value)


@lru_cache(maxsize=65_536)
def ref(iri: str) -> str:
    """``<iri>``; refuses what no IRI may hold."""
    if not is_iri(iri):
        raise InputError(f"{iri!r} is not an IRI", way_out="Give an absolute one without blanks.")
    return f"<{iri}>"


def statement(subject: str, predicate: str, term: str) -> str:
    """One statement; ``term`` is what the other functions of this module give."""
    return f"{ref(subject)} <{predicate}> {term} ."


def link(subject: str, predicate: str, other: str) -> str:
    """A statement whose object is an IRI."""
    return f"{ref(subject)} <{predicate}> {ref(other)} ."


def literal(value: str, datatype: str = "") -> str:
    """A literal without language."""
    if _ESCAPED.search(value):
        value = _ESCAPED.sub(_escape, value)
    return f'"{value}"^^<{datatype}>' if datatype else f'"{value}"'


def text(value: Text) -> str:
    """A literal in its language."""
    tag = language_tag(value.language)
    return f"{literal(value.value)}@{tag}" if tag else literal(value.value)


def language_tag(language: str) -> str:
    """The tag in lower case; empty when it is none (language, script and region are understood)."""
    tag = language.replace("_", "-").lower()
    return tag if _TAG.match(tag) else ""


def integer(value: int) -> str:
    """A whole number."""
    return f'"{value}"^^<{XSD}integer>'


def number(value: float) -> str:
    """A floating-point number without exponent."""
    written = f"{Decimal(repr(value)):f}"
    return literal(written.removesuffix(".0"), f"{XSD}double")


def moment(value: str) -> str:
    """A year, day or time in UTC as what it is; anything else as plain text."""
    for pattern, datatype in _MOMENTS:
        if pattern.match(value) and _is_day(value[:10]):
            return literal(value, datatype)
    return literal(value)


def area_iri(name: str) -> str:
    """The IRI of an area, from its name."""
    return AREA + quote(name, safe="")


def area_name(iri: str) -> str:
    """The name in an area's IRI."""
    return unquote(iri.removeprefix(AREA))


def node_iri(iri: str, kind: str, position: int, contents: object) -> str:
    """The IRI of a part of an entity: two sources that say different things never share one."""
    digest = crc32(repr(contents).encode("utf-8", "backslashreplace"))
    return f"{iri}/{kind}-{position}-{digest:08x}"


def node_number(iri: str) -> int:
    """The position of a part among its like."""
    found = _NODE.search(iri)
    return int(found[2]) if found else 0


def entity_of(iri: str) -> str:
    """The entity that a part belongs to; the IRI itself when it is none."""
    return _NODE.sub("", iri)


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if "\ud800" <= character <= "\udfff":
        return "\\uFFFD"
    return _SHORT.get(character) or f"\\u{ord(character):04X}"


def _is_day(value: str) -> bool:
    try:
        return len(value) < 10 or bool(date.fromisoformat(value))
    except ValueError:
        return False
