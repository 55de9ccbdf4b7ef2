"""Sources: each document is one named graph that holds what it says.

The graph bears the document's IRI. The same version again changes nothing; a new version changes
exactly what differs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph import statement as say
from graph.difference import entity_in, formerly_reached, replace
from graph.mapping import entity_from as read_entity
from graph.mapping import statements
from graph.model import Document, Entity, Evidence
from graph.store import Store
from graph.writer import Writer
from ontology.errors import NotFoundError
from ontology.terms import FOAF, SM

__all__ = ["Change", "Sources", "Stated", "sources_of", "write_document"]

Stated = tuple[Entity, Sequence[Evidence]]
"""An entity and the passages that say it."""

_IS_DOCUMENT = "SELECT ?g ?d WHERE { GRAPH ?g { ?d a <" + FOAF("Document") + "> } }"


@dataclass(frozen=True, slots=True)
class Change:
    """IRIs of the entities that a change added, changed or removed from its source."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    is_unchanged: bool = False
    """Whether there was nothing to do: the same version is already there."""
    revision: int = 0


def sources_of(store: Store) -> tuple[str, ...]:
    """IRIs of the documents, which are the names of the graphs that hold facts."""
    return tuple(sorted(graph for graph, iri in store.select(_IS_DOCUMENT) if graph == iri))


class Sources:
    """Takes in what documents say, and takes it back."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def documents(self) -> tuple[Document, ...]:
        """Every document that the map has statements from, or has seen."""
        found = (self.by_iri(iri) for iri in sources_of(self._store))
        return tuple(document for document in found if document)

    def digests(self) -> dict[str, str]:
        """The digest of each document by its key."""
        return {document.key: document.digest for document in self.documents()}

    def by_key(self, key: str) -> Document | None:
        """The document that bears this key."""
        query = f"SELECT ?d WHERE {{ GRAPH ?d {{ ?d <{SM('key')}> {say.literal(key)} }} }}"
        return next((self.by_iri(iri) for (iri,) in self._store.select(query)), None)

    def by_iri(self, iri: str) -> Document | None:
        """The document with this IRI."""
        found = read_entity(self._store.about(iri, iri), iri)
        return found if isinstance(found, Document) else None

    def record(self, document: Document) -> bool:
        """Remember the document itself; ``False`` when this version is already known."""
        known = self.by_key(document.key)
        if known and known.digest == document.digest:
            return False
        with self._store.write(f"Read {document.key}.") as writer:
            write_document(self._store, writer, document)
        return True

    def accept(
        self, document: Document, stated: Iterable[Stated], *, is_anew: bool = False, who: str = ""
    ) -> Change:
        """Let the document say exactly ``stated``, in one transaction.

        The same version again is left alone unless ``is_anew``.
        """
        known = self.by_key(document.key)
        if known and known.digest == document.digest and not is_anew:
            return Change(is_unchanged=True, revision=self._store.revision)
        after = statements(document)
        for entity, evidence in stated:
            after += statements(entity, evidence)
        with self._store.write(f"Took in {document.key}.", who=who) as writer:
            if known and known.iri != document.iri:
                self._forget(writer, known.iri)
            before = set(self._store.lines(document.iri))
            change = replace(writer, document.iri, before, set(after))
        return Change(*change, revision=self._store.revision)

    def withdraw(self, document_iri: str, *, who: str = "") -> Change:
        """Forget the document and all that it says."""
        if self.by_iri(document_iri) is None:
            raise NotFoundError(f"there is no document {document_iri}")
        with self._store.write(f"Withdrew {document_iri}.", who=who) as writer:
            gone = self._forget(writer, document_iri)
        return Change(gone=gone, revision=self._store.revision)

    def _forget(self, writer: Writer, graph: str) -> tuple[str, ...]:
        _, _, gone = replace(Writer(), graph, before := set(self._store.lines(graph)), set())
        writer.touched |= formerly_reached(before)
        writer.gone |= set(gone)
        writer.clear(graph)
        return gone


def write_document(store: Store, writer: Writer, document: Document) -> None:
    """Replace what the document's graph says of the document itself."""
    before = {line for line in store.lines(document.iri) if entity_in(line) == document.iri}
    after = set(statements(document))
    writer.remove(document.iri, sorted(before - after))
    writer.add(document.iri, sorted(after - before))
