"""The book of proposals: which document proposed what, what it needs, and who decided what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from graph import statement as say
from graph.model import Proposal, Status
from graph.rows import Rows
from graph.writer import Writer
from ontology.errors import NotFoundError, UsageError
from ontology.terms import DCTERMS, PROV, RDF, ROOT, SM

__all__ = ["PROPOSALS", "Book", "Decision", "proposal_iri"]

PROPOSALS = f"{ROOT}graph/proposals"
"""The graph that the book is kept in."""

_STATUS, _NEEDS, _PROPOSES = SM("status"), SM("needs"), SM("proposes")
_SOURCE, _ID = DCTERMS("source"), DCTERMS("identifier")
_WHO, _WHEN, _WHY = PROV("wasAttributedTo"), PROV("endedAtTime"), DCTERMS("description")


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided when, and why."""

    status: Status
    who: str = ""
    when: str = ""
    reason: str = ""


def proposal_iri(id_: str) -> str:
    """IRI of a proposal, and of the graph in which its entity waits."""
    return f"{PROPOSALS}/{quote(id_, safe='')}"


class Book:
    """The state of the book at one moment; changes go to a writer."""

    def __init__(self, lines: Iterable[str], rows: Rows) -> None:
        self._lines = list(lines)
        self._rows = rows
        nodes = rows.subjects(RDF("type"), SM("Proposal"))
        self._status = {rows.value(node, _ID): Status(rows.value(node, _STATUS)) for node in nodes}

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id, sorted."""
        return tuple(sorted(self._status))

    def of_document(self, document: str) -> tuple[str, ...]:
        """Ids of what one document proposed."""
        return tuple(id_ for id_ in self.ids if self.document(id_) == document)

    def status(self, id_: str) -> Status | None:
        """What became of it; ``None`` for an id that nobody has proposed."""
        return self._status.get(id_)

    def require(self, id_: str) -> str:
        """The id, if there is such a proposal."""
        if id_ not in self._status:
            raise NotFoundError(
                f"there is no proposal {id_}", way_out="See `socialmap proposals list`."
            )
        return id_

    def document(self, id_: str) -> str:
        """IRI of its document."""
        return self._rows.value(proposal_iri(id_), _SOURCE)

    def entity(self, id_: str) -> str:
        """IRI of the entity that it proposes."""
        return self._rows.value(proposal_iri(id_), _PROPOSES)

    def needs(self, id_: str) -> tuple[str, ...]:
        """Ids of what it cannot stand without."""
        found = self._rows.values(proposal_iri(id_), _NEEDS)
        return tuple(sorted(item.value for item in found))

    def decision(self, id_: str) -> Decision:
        """What was decided."""
        node = proposal_iri(id_)
        said = (self._rows.value(node, name) for name in (_WHO, _WHEN, _WHY))
        return Decision(self._status[id_], *said)

    def with_needs(self, ids: Sequence[str]) -> tuple[str, ...]:
        """``ids`` with all that they need; refuses what needs something rejected."""
        chosen: list[str] = []
        waiting = [self.require(id_) for id_ in ids]
        for id_ in waiting:
            if id_ in chosen:
                continue
            chosen.append(id_)
            for need in self.needs(id_):
                if self.status(need) is Status.REJECTED and need not in ids:
                    raise UsageError(
                        f"proposal {id_} needs {need}, which was rejected",
                        way_out=f"Accept {need} too, or reject {id_}.",
                    )
                if self.status(need) in (Status.PENDING, Status.REJECTED):
                    waiting.append(need)
        return tuple(id_ for id_ in chosen if self.status(id_) is not Status.ACCEPTED)

    def open(self, writer: Writer, document: str, proposal: Proposal) -> None:
        """Enter a new proposal as pending."""
        node = proposal_iri(proposal.id)
        writer.add(
            PROPOSALS,
            [
                say.link(node, RDF("type"), SM("Proposal")),
                say.statement(node, _ID, say.literal(proposal.id)),
                say.statement(node, _STATUS, say.literal(Status.PENDING)),
                say.link(node, _SOURCE, document),
                say.link(node, _PROPOSES, proposal.entity.iri),
                *(say.statement(node, _NEEDS, say.literal(need)) for need in proposal.needs),
            ],
        )

    def strike(self, writer: Writer, id_: str) -> None:
        """Forget a proposal."""
        writer.remove(PROPOSALS, self._of(id_))

    def decide(self, writer: Writer, id_: str, decision: Decision) -> None:
        """Enter a decision in place of the last one."""
        node = proposal_iri(id_)
        marks = tuple(f"<{node}> <{name}> " for name in (_STATUS, _WHO, _WHEN, _WHY))
        writer.remove(PROPOSALS, [line for line in self._of(id_) if line.startswith(marks)])
        said = ((_WHO, decision.who), (_WHY, decision.reason), (_STATUS, decision.status))
        lines = [say.statement(node, name, say.literal(value)) for name, value in said if value]
        writer.add(PROPOSALS, [*lines, say.statement(node, _WHEN, say.moment(decision.when))])

    def _of(self, id_: str) -> list[str]:
        mark = f"<{proposal_iri(id_)}> "
        return [line for line in self._lines if line.startswith(mark)]
