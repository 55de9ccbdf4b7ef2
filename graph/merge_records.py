"""One record from several that mean the same entity: the first holds, the others add to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from graph.model import Audience, Entity, TopicLink

__all__ = ["combined", "renamed"]

E = TypeVar("E", bound=Entity)

_REFERENCES = ("provider", "partner", "parent", "subject", "object", "organization")
"""Fields that hold the IRI of another entity."""

_EMPTY = ("", None, Audience())
"""What a single-valued field says when it says nothing."""


def combined(records: Sequence[E], iri: str) -> E:
    """The union of the records under ``iri``; of single values, the first that is said."""
    first, *others = records
    if not others:
        return first if first.iri == iri else replace(first, iri=iri)
    values: dict[str, Any] = {}
    for field in fields(first):
        found = [getattr(record, field.name) for record in records]
        values[field.name] = _union(found)
    return replace(first, **values | {"iri": iri})


def renamed(record: E, canonicals: Mapping[str, str]) -> E:
    """The record with merged entities under their canonical IRI."""
    changes: dict[str, Any] = {
        name: canonicals[old]
        for name in _REFERENCES
        if isinstance(old := getattr(record, name, None), str) and old in canonicals
    }
    return replace(record, **changes) if changes else record


def _union(found: list[Any]) -> Any:
    if isinstance(found[0], tuple):
        return _topics(found) if _are_topics(found) else _items(found)
    return next((value for value in found if value not in _EMPTY), found[0])


def _items(found: list[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(item for value in found for item in value))


def _are_topics(found: list[Any]) -> bool:
    return any(isinstance(item, TopicLink) for value in found for item in value)


def _topics(found: list[Any]) -> tuple[TopicLink, ...]:
    """Each concept once, by its surest link."""
    best: dict[str, TopicLink] = {}
    for topic in _items(found):
        if topic.concept not in best or best[topic.concept].score < topic.score:
            best[topic.concept] = topic
    return tuple(best.values())
