"""Proposals as the page *Import* shows them: what is proposed, how surely, and the passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from graph.model import (
    Collaboration,
    Document,
    Entity,
    Hope,
    Offer,
    Organization,
    Pathway,
    Proposal,
    Service,
    Text,
)
from graph.view import View
from service.describe import kind_of
from service.web.choice import Choice
from service.web.sheet import Facts, Passage, passages, reach, service_facts
from service.web.words import Words

__all__ = ["Decided", "Item", "reviewed"]

_SHOWN = 50
"""Proposals shown at once; deciding about these brings the next."""


class Decided(BaseModel):
    """The form below the proposals."""

    ids: list[str] = []
    action: Literal["accept", "reject"]
    source: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One proposal."""

    id: str
    kind: str
    name: str
    language: str
    sureness: str
    needs: int
    facts: Facts
    passages: list[Passage]


def reviewed(
    pending: Sequence[Proposal], view: View, words: Words, *, source: str, kind: str
) -> dict[str, Any]:
    """What the templates want: the first proposals of a choice, and what to choose by."""
    documents = view.documents()
    chosen = [
        proposal
        for proposal in pending
        if (not source or any(e.document == source for e in proposal.evidence))
        and (not kind or kind_of(proposal.entity) == kind)
    ]
    names = _Names(view, pending, words)
    return {
        "waiting": len(chosen),
        "proposals": [_item(p, names, documents) for p in chosen[:_SHOWN]],
        "sources": _sources(pending, documents, words),
        "kinds": [Choice(k, words.kind(k)) for k in sorted({kind_of(p.entity) for p in pending})],
        "source": source,
        "kind": kind,
    }


class _Names:
    """What partners are called, in the map or among the proposals."""

    def __init__(self, view: View, pending: Sequence[Proposal], words: Words) -> None:
        self.words = words
        self._view = view
        self._proposed = {
            p.entity.iri: words.best(p.entity.names).value
            for p in pending
            if isinstance(p.entity, Organization)
        }

    def of(self, iri: str) -> str:
        if iri in self._proposed or not iri:
            return self._proposed.get(iri, "")
        entity = self._view.entity(iri)
        return self.words.best(entity.names).value if isinstance(entity, Organization) else ""


def _item(proposal: Proposal, names: _Names, documents: Sequence[Document]) -> Item:
    title = _title(proposal.entity, names)
    return Item(
        id=proposal.id,
        kind=names.words.kind(kind_of(proposal.entity)),
        name=title.value,
        language=title.language,
        sureness=names.words.sureness(proposal.confidence),
        needs=len(proposal.needs),
        facts=_facts(proposal.entity, names),
        passages=passages(proposal.evidence, documents, names.words),
    )


def _title(entity: Entity, names: _Names) -> Text:
    best = names.words.best
    match entity:
        case Organization(names=found) | Service(names=found) | Pathway(names=found):
            return best(found)
        case Offer(texts=found) | Hope(texts=found):
            return best(found)
        case Collaboration():
            relation = names.words.concept(entity.relation)
            return Text(f"{names.of(entity.subject)} {relation} {names.of(entity.object)}")
        case Document():
            return best(entity.title)


def _facts(entity: Entity, names: _Names) -> Facts:
    words = names.words
    match entity:
        case Service():
            found = [(words.fact("provider"), [names.of(entity.provider)])]
            found += service_facts(entity, words)
            found.append((words.fact("contact"), _values(reach(entity.contacts, entity.url))))
        case Organization():
            found = [(words.fact("types"), words.concepts(entity.types))]
            found.append((words.fact("areas"), list(entity.areas)))
            found.append((words.fact("contact"), _values(reach(entity.contacts, entity.url))))
        case Offer() | Hope():
            found = [(words.fact("provider"), [names.of(entity.partner)])]
        case Collaboration():
            found = [(words.fact("since"), [entity.since])]
        case Pathway():
            steps = [f"{step.order}. {words.best(step.names).value}" for step in entity.steps]
            found = [(words.fact("steps"), steps)]
        case Document():
            concepts = words.concepts(concept for _, concept in entity.concepts)
            found = [(words.fact("topics"), list(dict.fromkeys(concepts)))]
            found.append((words.fact("text"), [text.value for _, text in entity.facts]))
    return [(label, kept) for label, values in found if (kept := [v for v in values if v])]


def _values(pairs: list[tuple[str, str]]) -> list[str]:
    return [value for _, value in pairs]


def _sources(
    pending: Sequence[Proposal], documents: Sequence[Document], words: Words
) -> list[Choice]:
    named = {item.document for proposal in pending for item in proposal.evidence}
    return [
        Choice(document.iri, words.best(document.title).value or document.key)
        for document in documents
        if document.iri in named
    ]
