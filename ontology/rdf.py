"""Reading and writing RDF files, by the parser of Oxigraph (``pyoxigraph``).

Terms are pyoxigraph's; ``graph.store`` is the only other module that knows that library.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from ontology.errors import InputError
from ontology.terms import PREFIXES

__all__ = ["FORMATS", "Iri", "Row", "Term", "iri_objects", "literals", "read", "write"]

Iri = ox.NamedNode
Term = ox.NamedNode | ox.Literal
Row = tuple[str, Term]
"""Predicate IRI and object."""

FORMATS: dict[str, ox.RdfFormat] = {
    "turtle": ox.RdfFormat.TURTLE,
    "nquads": ox.RdfFormat.N_QUADS,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "trig": ox.RdfFormat.TRIG,
}
"""Syntax names of the contract and the parser's own."""


def read(path: Path) -> Iterator[tuple[str, str, Term]]:
    """Triples of a Turtle file as (subject IRI, predicate IRI, term), without blank nodes."""
    try:
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(
                quad.object, ox.NamedNode | ox.Literal
            ):
                yield quad.subject.value, quad.predicate.value, quad.object
    except SyntaxError as error:
        raise InputError(
            f"not valid Turtle: {error}", place=str(path), way_out="Mend the line it names."
        ) from None


def write(quads: Iterable[ox.Quad], syntax: str) -> bytes:
    """``quads`` in the named syntax (a key of ``FORMATS``), with our prefixes where it has any."""
    written = ox.serialize(quads, format=FORMATS[syntax], prefixes=PREFIXES)
    return written or b""


def literals(rows: Iterable[Row], predicate: str) -> list[str]:
    """Values of the literals that stand under ``predicate`` in (predicate, object) rows."""
    return [o.value for p, o in rows if p == predicate and isinstance(o, ox.Literal)]


def iri_objects(rows: Iterable[Row], predicate: str) -> tuple[str, ...]:
    """IRIs that stand under ``predicate`` in (predicate, object) rows."""
    return tuple(o.value for p, o in rows if p == predicate and isinstance(o, ox.NamedNode))
