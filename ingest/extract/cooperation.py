"""Rows of a cooperation sheet: who works with whom, how, since when."""

from __future__ import annotations

from graph.model import Collaboration, Organization, Text
from ingest.extract.columns import Sheet
from ingest.extract.context import Collector, Context
from ingest.extract.kinds import partner_types, relation_in
from ingest.extract.split import parts
from ingest.model import Block
from ontology.terms import concept_iri, slug_of

__all__ = ["add_cooperation", "is_cooperation"]

_EXTRACTOR = "list"
_FIELDS = frozenset({"name", "with"})
_SYMMETRIC = concept_iri("relation", "delivers-with")
"""The relation of partners who only say that they work together."""


def is_cooperation(sheet: Sheet) -> bool:
    """Whether its rows say who works with whom."""
    return sheet.fields >= _FIELDS


def add_cooperation(sheet: Sheet, context: Context, heap: Collector) -> None:
    """A collaboration for each row and partner named in it."""
    for block in sheet.rows:
        values = sheet.values(block)
        subject = values.get("name", "")
        if not subject or not values.get("with"):
            continue
        first = _organization(subject, block, context, heap)
        for name in parts(values["with"]):
            second = _organization(name, block, context, heap)
            if first != second:
                _add(values, (first, second), block, (context, heap))


def _organization(name: str, block: Block, context: Context, heap: Collector) -> str:
    """The partner's IRI: the one of the partner sheet, or one that is only named here."""
    plain = " ".join(name.split())
    iri, own = context.minter.by_name("organization", plain)
    if heap.entity(iri) is None:
        types = partner_types(plain, (context.language,), context.vocabulary)
        entity = Organization(iri, own, (Text(plain, context.language),), types)
        heap.add(entity, context.evidence(block.text, block.place, _EXTRACTOR, 0.9))
    return iri


def _add(
    values: dict[str, str], ends: tuple[str, str], block: Block, into: tuple[Context, Collector]
) -> None:
    context, heap = into
    said = values.get("relation", "")
    relation = relation_in(said, (context.language,), context.vocabulary) if said else ""
    notes = [note for note in (values.get("note", ""), "" if relation else said) if note]
    relation = relation or _SYMMETRIC
    name = f"{slug_of(ends[0])} {slug_of(relation)} {slug_of(ends[1])}"
    iri, own = context.minter.by_name("collaboration", name)
    entity = Collaboration(
        iri=iri,
        id=own,
        subject=ends[0],
        relation=relation,
        object=ends[1],
        notes=tuple(Text(note, context.language) for note in notes),
        since=values.get("since", ""),
        until=values.get("until", ""),
    )
    heap.add(entity, context.evidence(block.text, block.place, _EXTRACTOR), ends)
