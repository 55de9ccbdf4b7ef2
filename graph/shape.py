"""How a whole record stands in RDF: its classes and its fields, and records inside records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from graph import statement as say
from graph.field import Field, Lines
from graph.rows import Rows
from ontology.terms import RDF

__all__ = ["Node", "Nodes", "Shape"]

R = TypeVar("R")
_TYPE = RDF("type")


@dataclass(frozen=True, slots=True)
class Shape(Generic[R]):
    """A record's class, its RDF classes (the first one tells it) and its fields."""

    record: type[R]
    classes: tuple[str, ...]
    fields: tuple[Field[Any], ...]

    def write(self, subject: str, record: R, out: Lines) -> None:
        """Append the statements that say the record of ``subject``."""
        out += [say.link(subject, _TYPE, name) for name in self.classes]
        for field in self.fields:
            field.write(subject, getattr(record, field.attribute), out)

    def values(self, rows: Rows, subject: str) -> dict[str, Any]:
        """The record's fields, as ``rows`` have them."""
        return {field.attribute: field.read(rows, subject) for field in self.fields}

    def predicates(self) -> Iterator[str]:
        """Predicates that reading looks at, those of inner records included."""
        for field in self.fields:
            yield from field.predicates


@dataclass(frozen=True, slots=True)
class Nodes(Generic[R]):
    """Records that belong to a record, each a node of its own below the entity's IRI."""

    attribute: str
    predicate: str
    kind: str
    shape: Shape[R]

    @property
    def predicates(self) -> tuple[str, ...]:
        """The link and all that the nodes say."""
        return (self.predicate, *self.shape.predicates())

    def write(self, subject: str, value: tuple[R, ...], out: Lines) -> None:
        """A node for each."""
        for position, record in enumerate(value, 1):
            node = say.node_iri(subject, self.kind, position, record)
            out.append(say.link(subject, self.predicate, node))
            self.shape.write(node, record, out)

    def read(self, rows: Rows, subject: str) -> tuple[R, ...]:
        """The records in their order."""
        found = [item.value for item in rows.values(subject, self.predicate)]
        if not found:
            return ()
        nodes = sorted(found, key=say.node_number) if len(found) > 1 else found
        return tuple(self.shape.record(**self.shape.values(rows, node)) for node in nodes)


@dataclass(frozen=True, slots=True)
class Node(Generic[R]):
    """One record that belongs to a record; its empty form is not written."""

    attribute: str
    predicate: str
    kind: str
    shape: Shape[R]

    @property
    def predicates(self) -> tuple[str, ...]:
        """The link and all that the node says."""
        return (self.predicate, *self.shape.predicates())

    def write(self, subject: str, value: R, out: Lines) -> None:
        """A node, unless there is nothing to say."""
        if value != self.shape.record():
            node = say.node_iri(subject, self.kind, 1, value)
            out.append(say.link(subject, self.predicate, node))
            self.shape.write(node, value, out)

    def read(self, rows: Rows, subject: str) -> R:
        """The record; its empty form when nothing is said."""
        node = rows.value(subject, self.predicate)
        return self.shape.record(**self.shape.values(rows, node)) if node else self.shape.record()
