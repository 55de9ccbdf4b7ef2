"""Blocks of metadata: a key on one line and its value on the next, or both on one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from graph.model import Text
from ingest.extract.context import Context
from ingest.extract.kinds import concepts_in
from ingest.model import Block
from ingest.phrases import LANGUAGES, Phrases, phrases_for
from ontology.terms import SM

__all__ = [
    "PROPERTIES",
    "Statement",
    "as_concepts",
    "as_facts",
    "date_in",
    "key_values",
    "statements",
]

_KEY_CHARACTERS = 60
_VALUE_CHARACTERS = 300
_FEWEST_PAIRS = 2
"""One known word on a line of its own is a heading; two with values are a block of metadata."""

_SCHEMES = {
    "kind": "document-kind",
    "education": "education-level",
    "level": "level",
    "intensity": "intensity",
    "funding": "funding",
    "target": "target-group",
}
PROPERTIES = {
    "kind": SM("documentKind"),
    "country": SM("country"),
    "language": SM("availableLanguage"),
    "education": SM("educationLevel"),
    "level": SM("level"),
    "intensity": SM("intensity"),
    "funding": SM("funding"),
    "target": SM("targetGroup"),
    "ages": SM("ages"),
    "area": SM("area"),
    "tags": SM("keyword"),
    "difficulty": SM("difficulty"),
}
"""What each key says of the document."""

_PRIVATE = frozenset({"author", "organization"})
_VALUES = re.compile(r"\s*[;\n|]\s*")
_COMMAS = re.compile(r"\s*,\s*")
_DATE = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|"
    r"(?P<d2>\d{1,2})[./ ]\s?(?P<m2>\d{1,2})[./ ]\s?(?P<y2>\d{4})"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of a key: as read, the concepts it names, and the block that says so."""

    key: str
    text: str
    concepts: tuple[str, ...]
    block: Block


def date_in(text: str) -> str:
    """The first date in a text as ISO 8601; day before month; empty when there is none."""
    match = _DATE.search(text)
    if not match:
        return ""
    parts = (match["y"] or match["y2"], match["m"] or match["m2"], match["d"] or match["d2"])
    try:
        return date(*(int(part) for part in parts)).isoformat()
    except ValueError:
        return ""


def key_values(blocks: Sequence[Block], language: str) -> dict[int, tuple[str, str, int]]:
    """Place of a key among the blocks to (key, value, place of the value)."""
    found: dict[int, tuple[str, str, int]] = {}
    heads = 0
    for at, block in enumerate(blocks):
        if block.kind == "pair" and (key := _key(block.cells[0], language)):
            found[at] = (key, block.cells[1], at)
        elif block.kind == "row" and len(block.cells) == 2 and _key(block.cells[0], language):
            found[at] = (_key(block.cells[0], language), block.cells[1], at)
        elif (
            at + 1 < len(blocks)
            and _is_key_line(block, blocks[at + 1])
            and (key := _key(block.text, language))
        ):
            found[at] = (key, blocks[at + 1].text, at + 1)
            heads += block.kind == "heading"
    lines = [at for at, (_, _, value_at) in found.items() if value_at != at]
    if len(lines) < _FEWEST_PAIRS + heads:
        for at in lines:
            if blocks[at].kind != "heading":
                del found[at]
    return {at: row for at, row in found.items() if at - 1 not in found or found[at - 1][2] != at}


def _is_key_line(block: Block, following: Block) -> bool:
    return (
        block.kind in ("paragraph", "heading")
        and len(block.text) <= _KEY_CHARACTERS
        and not block.text.endswith((".", "!", "?"))
        and following.kind in ("paragraph", "heading")
        and len(following.text) <= _VALUE_CHARACTERS
        and not following.text.endswith((".", "!", "?"))
    )


def _key(text: str, language: str) -> str:
    plain = text.strip(" :*_")
    for code in dict.fromkeys((language, "en")):
        if code in LANGUAGES:
            found = _match(phrases_for(code), plain)
            if found:
                return found
    return ""


def _match(phrases: Phrases, text: str) -> str:
    for key, pattern in phrases.keys.items():
        if re.fullmatch(pattern, text, re.IGNORECASE):
            return key
    return ""


def statements(
    pairs: dict[int, tuple[str, str, int]], blocks: Sequence[Block], context: Context
) -> Iterator[Statement]:
    """Every value with its concepts; who wrote the document is nobody's business here."""
    for key, value, at in pairs.values():
        if key in _PRIVATE:
            continue
        for text in _split(key, value):
            scheme = _SCHEMES.get(key, "")
            languages = (blocks[at].language or context.language,)
            found = concepts_in(text, languages, scheme, context.vocabulary) if scheme else ()
            yield Statement(key, text, found, blocks[at])


def _split(key: str, value: str) -> list[str]:
    parts = [part for part in _VALUES.split(value) if part]
    if len(parts) == 1 and key in ("tags", "education", "funding", "language", "country"):
        parts = [part for part in _COMMAS.split(value) if part]
    return parts


def as_facts(found: Sequence[Statement], language: str) -> tuple[tuple[str, Text], ...]:
    """The statements as facts of the document."""
    return tuple((PROPERTIES[item.key], Text(item.text, language)) for item in found)


def as_concepts(found: Sequence[Statement]) -> tuple[tuple[str, str], ...]:
    """The statements' concepts."""
    return tuple((PROPERTIES[item.key], iri) for item in found for iri in item.concepts)
