"""Reading entities out of all sources: each source's version of one, joined into one record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from graph import statement as say
from graph.mapping import all_of, classes, entity_from, evidence_from, predicates, record_from
from graph.merge_records import combined, renamed
from graph.merges import Merges
from graph.model import Document, Entity, Evidence, Organization, Service
from graph.rows import Rows
from graph.source import Sources
from graph.store import Store
from ontology.terms import DCTERMS, RDF

__all__ = ["Reading"]

E = TypeVar("E", bound=Entity)
_KINDS_FIRST = (Service, Organization)
"""When an id means several entities, the likeliest to be meant comes first."""


class Reading:
    """The sources at one revision, newest first: where two disagree, the newer holds."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.revision = store.revision
        found = Sources(store).documents()
        newest = sorted(found, key=lambda d: d.iri)
        newest.sort(key=lambda d: d.updated or d.retrieved, reverse=True)
        self.documents: dict[str, Document] = {document.iri: document for document in newest}
        self.merges = Merges(store)
        self.canonicals = self.merges.canonicals()

    def rows(self, *kinds: type[Any], evidence: bool = False) -> list[Rows]:
        """What each source says of these kinds."""
        wanted, named = predicates(*kinds, evidence=evidence), classes(*kinds)
        return [self.store.rows(graph, wanted, named) for graph in self.documents]

    def all(self, kind: type[E], sources: Sequence[Rows] | None = None) -> Iterator[E]:
        """Every entity of one kind, in the order of their canonical IRIs."""
        versions: dict[str, list[tuple[Rows, str]]] = defaultdict(list)
        for rows in self.rows(kind) if sources is None else sources:
            for member in all_of(rows, kind):
                versions[self.canonicals.get(member, member)].append((rows, member))
        for iri in sorted(versions):
            yield self._joined([record_from(rows, kind, m) for rows, m in versions[iri]], iri)

    def one(self, iri: str) -> Entity | None:
        """The entity with this IRI, or the one that it was merged into."""
        members = self.merges.members(iri)
        found = [
            record
            for member in members
            for rows in self.about(member)
            if (record := entity_from(rows, member))
        ]
        same = [record for record in found if type(record) is type(found[0])]
        return self._joined(same, members[0]) if same else None

    def about(self, iri: str) -> Iterator[Rows]:
        """What each source says of exactly this IRI."""
        if iri in self.documents:
            yield self.store.about(iri, iri)
            return
        query = f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ {say.ref(iri)} a ?t }} }}"
        said = {graph for (graph,) in self.store.select(query)}
        yield from (self.store.about(graph, iri) for graph in self.documents if graph in said)

    def evidence(self, iri: str) -> tuple[Evidence, ...]:
        """The passages of every source that says something of the entity."""
        members = self.merges.members(iri)
        found = (e for m in members for rows in self.about(m) for e in evidence_from(rows, m))
        return tuple(dict.fromkeys(found))

    def by_id(self, id_: str) -> str:
        """IRI of the entity with this id; empty when there is none."""
        said = f"?s <{DCTERMS('identifier')}> {say.literal(id_)} ; <{RDF('type')}> ?t"
        query = f"SELECT ?g ?s ?t WHERE {{ GRAPH ?g {{ {said} }} }}"
        found = [(t, s) for g, s, t in self.store.select(query) if g in self.documents]
        ranks = {name: rank for rank, name in enumerate(classes(*_KINDS_FIRST))}
        found.sort(key=lambda row: (ranks.get(row[0], len(ranks)), row[1]))
        return found[0][1] if found else ""

    def who_has(self, predicate: str, iri: str) -> tuple[str, ...]:
        """Canonical IRIs of the entities that name this one (or one merged with it)."""
        found = set()
        for member in self.merges.members(iri):
            query = f"SELECT ?g ?s WHERE {{ GRAPH ?g {{ ?s <{predicate}> {say.ref(member)} }} }}"
            rows = self.store.select(query)
            found |= {self.canonicals.get(s, s) for g, s in rows if g in self.documents}
        return tuple(sorted(found))

    def _joined(self, versions: list[E], iri: str) -> E:
        if len(versions) > 1:  # what is said of the canonical entity itself comes first
            versions = sorted(versions, key=lambda record: record.iri != iri)
        return renamed(combined(versions, iri), self.canonicals)
