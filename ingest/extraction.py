"""One file, read and extracted: what it is, and what it says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from graph.model import Document, Text
from ingest.extract.capacities import add_partners
from ingest.extract.columns import sheets
from ingest.extract.context import Collector, Context
from ingest.extract.cooperation import add_cooperation, is_cooperation
from ingest.extract.hsds import add_records, sample_text
from ingest.extract.prose import add_prose
from ingest.identity import Minter
from ingest.languages import language_of, parts_by_language, with_languages
from ingest.model import Found, Reading
from ingest.readers import HsdsReading
from ontology.errors import InputError
from ontology.vocabulary import Vocabulary

__all__ = ["Extraction", "extract", "kind_of"]

_TABLES = ("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
_LISTED = frozenset({"list", "hsds"})
"""Extractors of what a user vouches for."""

_KINDS = {
    "application/json": "hsds",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "text/csv": "csv",
    "text/html": "html",
    "text/markdown": "markdown",
    "text/plain": "text",
}


@dataclass(frozen=True, slots=True)
class Extraction:
    """The document and what was found in it: in lists, and in prose."""

    document: Document
    listed: tuple[Found, ...]
    said: tuple[Found, ...]


def kind_of(media_type: str) -> str:
    """Short name of a format."""
    return _KINDS.get(media_type, media_type)


def extract(reading: Reading | HsdsReading, minter: Minter, vocabulary: Vocabulary) -> Extraction:
    """Everything that a file says, lists apart from prose."""
    if isinstance(reading, HsdsReading):
        language = language_of(sample_text(reading))
        context = _context(reading, minter, vocabulary, language)
        heap = Collector()
        add_records(reading, context, heap)
        found = heap.found()
        if not found:
            what = "no service or organization with a name in it"
            raise InputError(what, place=str(reading.path), way_out="Export it as HSDS 3 JSON")
    else:
        reading = with_languages(reading)
        context = _context(reading, minter, vocabulary, reading.language)
        found = _from_blocks(reading, context)
    said = tuple(item for item in found if not _is_listed(item))
    about = next((item.entity for item in said if isinstance(item.entity, Document)), None)
    document = replace(about, facts=(), concepts=()) if about else context.document
    listed = tuple(item for item in found if _is_listed(item))
    return Extraction(document, listed, said)


def _is_listed(item: Found) -> bool:
    return any(evidence.extractor in _LISTED for evidence in item.evidence)


def _context(
    reading: Reading | HsdsReading, minter: Minter, vocabulary: Vocabulary, language: str
) -> Context:
    name = minter.key.rsplit("/", 1)[-1]
    iri, own = minter.by_name("document", name)
    title = (Text(reading.title, language),) if reading.title else (Text(name),)
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    document = Document(
        iri, own, minter.key, title, language, reading.digest, reading.media_type, now
    )
    return Context(document, minter, vocabulary)


def _from_blocks(reading: Reading, context: Context) -> list[Found]:
    heap = Collector()
    tables = [sheet for sheet in sheets(reading.blocks) if sheet.rows]
    for sheet in sorted(tables, key=is_cooperation):
        add = add_cooperation if is_cooperation(sheet) else add_partners
        add(sheet, context, heap)
    if reading.media_type in _TABLES:
        if not heap.found():
            raise _no_header(reading)
        return heap.found()
    rows = {row.place for sheet in tables for row in sheet.rows} | {
        sheet.header_place for sheet in tables
    }
    prose = replace(
        reading,
        blocks=tuple(b for b in reading.blocks if b.kind != "row" or b.place not in rows),
    )
    for part in parts_by_language(prose):
        document = replace(context.document, language=part.language)
        add_prose(part, replace(context, document=document), heap)
    return heap.found()


def _no_header(reading: Reading) -> InputError:
    return InputError(
        "no row of column names says which column holds the partner",
        place=str(reading.path),
        way_out='Name the columns, e.g. "Name of the partner", "Main fields, activities", "Phone"',
    )
