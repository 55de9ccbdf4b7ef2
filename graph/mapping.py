"""Every record of ``graph.model`` as statements, and back; face of the ``mapping_*`` modules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar, cast

from graph import mapping_entities as entities
from graph.field import ORDER
from graph.mapping_evidence import PREDICATES as EVIDENCE_PREDICATES
from graph.mapping_evidence import evidence_from, write_evidence
from graph.model import Entity, Evidence
from graph.rows import Rows
from graph.shape import Shape
from ontology.terms import RDF

__all__ = [
    "SHAPES",
    "all_of",
    "classes",
    "entity_from",
    "evidence_from",
    "predicates",
    "record_from",
    "statements",
]

E = TypeVar("E", bound=Entity)
_TYPE = RDF("type")

SHAPES: dict[type[Any], Shape[Any]] = {
    shape.record: shape
    for shape in (
        entities.ORGANIZATION,
        entities.SERVICE,
        entities.OFFER,
        entities.HOPE,
        entities.COLLABORATION,
        entities.PATHWAY,
        entities.DOCUMENT,
    )
}
_BY_CLASS = {shape.classes[0]: shape for shape in SHAPES.values()}


def statements(entity: Entity, evidence: Sequence[Evidence] = ()) -> list[str]:
    """Everything that the record says, and the passages that say it."""
    out: list[str] = []
    SHAPES[type(entity)].write(entity.iri, entity, out)
    write_evidence(entity.iri, evidence, out)
    return out


def entity_from(rows: Rows, iri: str) -> Entity | None:
    """The record of ``iri``, whatever kind it is; ``None`` when ``rows`` do not know it."""
    for item in rows.values(iri, _TYPE):
        if shape := _BY_CLASS.get(item.value):
            return cast("Entity", shape.record(iri=iri, **shape.values(rows, iri)))
    return None


def all_of(rows: Rows, record: type[Any]) -> Iterator[str]:
    """IRIs of all records of one kind."""
    return rows.subjects(_TYPE, SHAPES[record].classes[0])


def record_from(rows: Rows, record: type[E], iri: str) -> E:
    """The record of ``iri``, which is known to be of this kind."""
    shape = SHAPES[record]
    return cast("E", shape.record(iri=iri, **shape.values(rows, iri)))


def classes(*records: type[Any]) -> tuple[str, ...]:
    """The RDF class of each kind."""
    return tuple(SHAPES[record].classes[0] for record in records)


def predicates(*records: type[Any], evidence: bool = False) -> tuple[str, ...]:
    """Predicates that reading these kinds looks at, their classes aside."""
    found = [ORDER]
    for record in records:
        found += SHAPES[record].predicates()
    if evidence:
        found += EVIDENCE_PREDICATES
    return tuple(dict.fromkeys(found))
