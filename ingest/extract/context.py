"""What every extractor is given, and the heap on which it puts what it finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from graph.model import Address, Audience, Document, Entity, Evidence
from ingest.identity import Minter
from ingest.model import Found
from ontology.vocabulary import Vocabulary

__all__ = ["Collector", "Context"]

_PASSAGE_CHARACTERS = 1200
"""A passage is there to be read by a person who decides."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Context:
    """The document that is read, how its entities are named, and the words we know."""

    document: Document
    minter: Minter
    vocabulary: Vocabulary

    @property
    def language(self) -> str:
        """The document's main language."""
        return self.document.language

    def evidence(
        self, passage: str, place: str, extractor: str, confidence: float = 1.0, language: str = ""
    ) -> Evidence:
        """The passage of this document that says something."""
        text = " ".join(passage.split())[:_PASSAGE_CHARACTERS]
        spoken = language or self.language
        return Evidence(self.document.iri, text, spoken, place, extractor, confidence)


class Collector:
    """Found things by IRI; what is found twice is merged, its passages are kept side by side."""

    def __init__(self) -> None:
        self._found: dict[str, Found] = {}

    def add(self, entity: Entity, evidence: Evidence, needs: Iterable[str] = ()) -> str:
        """Add an entity or what else is known of it; gives its IRI."""
        before = self._found.get(entity.iri)
        if before is None:
            self._found[entity.iri] = Found(entity, (evidence,), tuple(dict.fromkeys(needs)))
        else:
            self._found[entity.iri] = Found(
                _merged(before.entity, entity),
                _union(before.evidence, (evidence,)),
                _union(before.needs, tuple(needs)),
            )
        return entity.iri

    def entity(self, iri: str) -> Entity | None:
        """What has been found under an IRI so far."""
        found = self._found.get(iri)
        return found.entity if found else None

    def replace(self, entity: Entity) -> None:
        """Put a better version of an entity that is already there in its place."""
        self._found[entity.iri] = replace(self._found[entity.iri], entity=entity)

    def found(self) -> list[Found]:
        """Everything, in the order in which it was first found."""
        return list(self._found.values())


def _merged(before: Any, after: Any) -> Any:
    """The first record with what the second knows more: lists united, gaps filled."""
    if type(before) is not type(after):
        return before
    changes: dict[str, Any] = {}
    for item in fields(before):
        old, new = getattr(before, item.name), getattr(after, item.name)
        if isinstance(old, Audience | Address):
            changes[item.name] = _merged(old, new)
        elif item.name == "waiting_days":
            changes[item.name] = old
        elif isinstance(old, tuple):
            changes[item.name] = _union(old, new)
        else:
            changes[item.name] = new if old in ("", None) else old
    return replace(before, **changes)


def _union(first: tuple[_T, ...], second: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys((*first, *second)))
