"""What ingest found and a person decides about: pending, accepted, rejected, with who and when.

A proposal's entity waits in a graph of its own, which is no source, so that no view shows it.
Accepting copies it with its evidence into the graph of its document.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from graph.difference import entities_in, entity_in, replace
from graph.mapping import entity_from, evidence_from, statements
from graph.model import Document, Entity, Proposal, Status
from graph.proposal_book import PROPOSALS, Book, Decision, proposal_iri
from graph.rows import Rows
from graph.source import Change, write_document
from graph.store import Store
from graph.writer import Writer
from ontology.errors import NotFoundError, UsageError

__all__ = ["Proposals", "Put"]


@dataclass(frozen=True, slots=True)
class Put:
    """What became of the proposals of one document."""

    pending: tuple[str, ...] = ()
    """Ids that wait for a person and did not before, or say something else now."""
    unchanged: tuple[str, ...] = ()
    """Ids that were pending or accepted as they are."""
    remembered: tuple[str, ...] = ()
    """Ids that a person has rejected; they stay so."""
    dropped: tuple[str, ...] = ()
    """Ids that nobody had decided about and the document no longer says."""


class Proposals:
    """Keeps proposals and carries out what people decide."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def put(self, document: Document, proposals: Iterable[Proposal]) -> Put:
        """Let these be the document's proposals; decisions that were made about them stand."""
        book = self._book()
        offered = {proposal.id: proposal for proposal in proposals}
        sorted_out: dict[str, list[str]] = {name: [] for name in Put.__slots__}
        with self._store.write(f"Proposals from {document.key}.") as writer:
            write_document(self._store, writer, document)
            for proposal in offered.values():
                status, lines = book.status(proposal.id), _entity_lines(proposal)
                if status is Status.REJECTED:
                    sorted_out["remembered"].append(proposal.id)
                elif status and set(lines) == set(self._store.lines(proposal_iri(proposal.id))):
                    sorted_out["unchanged"].append(proposal.id)
                else:
                    sorted_out["pending"].append(proposal.id)
                    self._drop(writer, book, proposal.id)
                    writer.add(proposal_iri(proposal.id), lines)
                    book.open(writer, document.iri, proposal)
            for id_ in book.of_document(document.iri):
                if id_ not in offered and book.status(id_) is Status.PENDING:
                    sorted_out["dropped"].append(id_)
                    self._drop(writer, book, id_)
        return Put(**{name: tuple(ids) for name, ids in sorted_out.items()})

    def list(self, status: Status | None = None, *, document: str = "") -> tuple[Proposal, ...]:
        """Proposals, those that are least sure last."""
        book = self._book()
        ids = book.of_document(document) if document else book.ids
        chosen = [id_ for id_ in ids if status in (None, book.status(id_))]
        found = [self._read(book, id_) for id_ in chosen]
        return tuple(sorted(found, key=lambda proposal: (-proposal.confidence, proposal.id)))

    def counts(self) -> dict[Status, int]:
        """How many there are of each status."""
        book = self._book()
        found = [book.status(id_) for id_ in book.ids]
        return {status: found.count(status) for status in Status}

    def get(self, id_: str) -> Proposal:
        """One proposal; ``NotFoundError`` when there is none."""
        book = self._book()
        book.require(id_)
        return self._read(book, id_)

    def decision(self, id_: str) -> Decision:
        """What was decided about it, by whom and when."""
        book = self._book()
        return book.decision(book.require(id_))

    def document(self, id_: str) -> str:
        """IRI of the document that it comes from."""
        book = self._book()
        return book.document(book.require(id_))

    def edit(self, id_: str, entity: Entity, *, who: str = "") -> None:
        """Replace what is proposed, before it is accepted; its passages stay."""
        old = self.get(id_)
        if old.status is not Status.PENDING or entity.iri != old.entity.iri:
            raise UsageError(f"proposal {id_} can no longer be edited", way_out="Edit the entity.")
        edited = Proposal(id_, entity, old.evidence, old.status, old.needs)
        with self._store.write(f"Edited proposal {id_}.", who=who) as writer:
            writer.clear(proposal_iri(id_))
            writer.add(proposal_iri(id_), _entity_lines(edited))

    def accept(self, ids: Sequence[str], who: str) -> Change:
        """Let the documents say what was proposed, and what that cannot stand without."""
        book = self._book()
        chosen = book.with_needs(ids)
        added: set[str] = set()
        changed: set[str] = set()
        with self._store.write(f"Accepted {len(chosen)} proposals.", who=who) as writer:
            for document in dict.fromkeys(book.document(id_) for id_ in chosen):
                mine = [id_ for id_ in chosen if book.document(id_) == document]
                new, other, _ = self._move(writer, document, mine)
                added |= set(new)
                changed |= set(other)
            for id_ in chosen:
                book.decide(writer, id_, Decision(Status.ACCEPTED, who, _now()))
        return Change(tuple(sorted(added)), tuple(sorted(changed)), revision=self._store.revision)

    def reject(self, ids: Sequence[str], who: str, reason: str = "") -> int:
        """Decide against them, and remember that; how many were pending."""
        book = self._book()
        pending = [id_ for id_ in ids if book.status(book.require(id_)) is Status.PENDING]
        if pending:
            with self._store.write(f"Rejected {len(pending)} proposals.", who=who) as writer:
                for id_ in pending:
                    book.decide(writer, id_, Decision(Status.REJECTED, who, _now(), reason))
        return len(pending)

    def _move(
        self, writer: Writer, document: str, ids: Sequence[str]
    ) -> tuple[tuple[str, ...], ...]:
        proposed = [line for id_ in ids for line in self._store.lines(proposal_iri(id_))]
        entities = entities_in(proposed)
        before = set(self._store.lines(document))
        kept = {line for line in before if entity_in(line) not in entities}
        return replace(writer, document, before, kept | set(proposed))

    def _read(self, book: Book, id_: str) -> Proposal:
        rows = Rows.of(self._store.triples(proposal_iri(id_)))
        entity = entity_from(rows, book.entity(id_))
        if entity is None:
            raise NotFoundError(f"proposal {id_} has lost its entity", way_out="Ingest it again.")
        evidence = evidence_from(rows, entity.iri)
        status = book.status(id_) or Status.PENDING
        return Proposal(id_, entity, evidence, status, book.needs(id_))

    def _drop(self, writer: Writer, book: Book, id_: str) -> None:
        if book.status(id_):
            book.strike(writer, id_)
            writer.clear(proposal_iri(id_))

    def _book(self) -> Book:
        return Book(self._store.lines(PROPOSALS), Rows.of(self._store.triples(PROPOSALS)))


def _entity_lines(proposal: Proposal) -> list[str]:
    return statements(proposal.entity, proposal.evidence)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
