"""Which column of a table means what: the header is found by its words, below any titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from ingest.extract.header_words import HEADER_WORDS
from ingest.model import Block
from ontology.text import fold, tokens

__all__ = ["Sheet", "field_of", "sheets"]

_HEADER_ROWS = 25
"""The header stands in the first rows of a sheet or nowhere."""

_KEY_FIELDS = frozenset({"name", "service"})
_PARTIAL_WORDS = 2
"""A heading that only contains a known one counts when the known one has so many words."""

_NUMBERED = re.compile(r"^\W*\d+[.)]\s*")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a known header: which column holds which field, and its rows."""

    name: str
    header: tuple[str, ...]
    columns: Mapping[int, str]
    rows: tuple[Block, ...]
    header_place: str = ""
    title: tuple[Block, ...] = field(default=(), repr=False)

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(self.columns.values())

    def values(self, row: Block) -> dict[str, str]:
        """Field to text of one row; columns that mean the same are joined by line breaks."""
        found: dict[str, str] = {}
        for at, name in self.columns.items():
            if at < len(row.cells) and (text := row.cells[at].strip()):
                found[name] = f"{found[name]}\n{text}" if name in found else text
        return found


def field_of(heading: str) -> str:
    """The field a column heading means; empty when we do not know it."""
    words = _folded(heading)
    if not words:
        return ""
    known = _known()
    if words in known:
        return known[words]
    padded = f" {words} "
    parts = [w for w in known if f" {w} " in padded and len(w.split()) >= _PARTIAL_WORDS]
    if parts:
        return known[max(parts, key=len)]
    first = re.split(r"[,/(:;\n]| - ", heading, maxsplit=1)[0]
    return known.get(_folded(first), "")


def sheets(blocks: Sequence[Block]) -> Iterator[Sheet]:
    """The tables among the blocks whose header we understand, one for each run of rows."""
    name = ""
    run: list[Block] = []
    for block in (*blocks, Block("heading", "", "")):
        if block.kind == "row":
            run.append(block)
            continue
        if run and (sheet := _sheet(name, run)):
            yield sheet
        run = []
        if block.kind == "heading":
            name = block.text


def _sheet(name: str, rows: list[Block]) -> Sheet | None:
    best = max(range(min(len(rows), _HEADER_ROWS)), key=lambda at: _score(rows[at].cells))
    if not _score(rows[best].cells):
        return None
    header = rows[best].cells
    columns: dict[int, str] = {}
    for at, heading in enumerate(header):
        if found := field_of(heading):
            columns[at] = found
    return Sheet(
        name, header, columns, tuple(rows[best + 1 :]), rows[best].place, tuple(rows[:best])
    )


def _score(cells: Sequence[str]) -> int:
    """How many fields a row names; 0 unless one says who and there are two."""
    fields = {found for cell in cells if len(cell) < 80 and (found := field_of(cell))}
    return len(fields) if fields & _KEY_FIELDS and len(fields) > 1 else 0


@cache
def _known() -> Mapping[str, str]:
    return {
        _folded(heading): name for name, row in HEADER_WORDS.items() for heading in row.split("|")
    }


def _folded(heading: str) -> str:
    plain = _NUMBERED.sub("", heading)
    return " ".join(fold(token.text) for token in tokens(plain.replace("’", " ").replace("'", " ")))
