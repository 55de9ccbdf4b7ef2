"""Entities for people and programs: what they are called, and their JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from graph.model import Collaboration, Document, Entity, Evidence, Hope, Offer, Text
from graph.profiles import Profile
from ontology.terms import slug_of

__all__ = ["Labels", "entity_json", "evidence_json", "kind_of", "profile_json", "title"]

Labels = Mapping[str, str]
"""IRI to what an entity or concept is called."""

_TITLE_CHARACTERS = 120


def kind_of(entity: Entity) -> str:
    """The entity's word in the design, such as organization."""
    return type(entity).__name__.lower()


def title(entity: Entity, labels: Labels) -> str:
    """What to call an entity in one line; ``labels`` name the partners of a collaboration."""
    if isinstance(entity, Collaboration):
        ends = [labels.get(iri, slug_of(iri)) for iri in (entity.subject, entity.object)]
        relation = labels.get(entity.relation, slug_of(entity.relation).replace("-", " "))
        return f"{ends[0]} – {relation} – {ends[1]}"
    if isinstance(entity, Offer | Hope):
        return f"{labels.get(entity.partner, slug_of(entity.partner))}: {_first(entity.texts)}"
    names = entity.title if isinstance(entity, Document) else entity.names
    return _first(names) or entity.id


def entity_json(entity: Entity) -> dict[str, Any]:
    """All fields of an entity under their names, its kind first; empty ones are left out."""
    fields = {key: value for key, value in asdict(entity).items() if value not in ("", (), None)}
    return {"kind": kind_of(entity), **fields}


def evidence_json(evidence: Evidence) -> dict[str, Any]:
    """A passage with where it stands and who found it."""
    return asdict(evidence)


def _first(texts: tuple[Text, ...]) -> str:
    text = next((text.value for text in texts if text.value), "")
    return text if len(text) <= _TITLE_CHARACTERS else text[: _TITLE_CHARACTERS - 1] + "…"


def profile_json(profile: Profile) -> dict[str, Any]:
    """Everything known of an entity: itself, what belongs to it, and who says so."""
    return {
        "entity": entity_json(profile.entity),
        "provider": entity_json(profile.provider) if profile.provider else None,
        **{name: [entity_json(entity) for entity in getattr(profile, name)] for name in _RELATED},
        "evidence": [evidence_json(evidence) for evidence in profile.evidence],
        "merged": list(profile.merged),
    }


_RELATED = (
    "services",
    "offers",
    "hopes",
    "units",
    "pathways",
    "outgoing",
    "incoming",
    "partners",
    "sources",
)
