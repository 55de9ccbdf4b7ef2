"""Kinds of partners in six families, so that the picture of a network needs only six colours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ontology.terms import slug_of
from service.web.words import Words

__all__ = ["Family", "colour_of", "families"]

_CIVIL = "civil"
_MEMBERS = {
    "school": "education-provider after-school-centre assessment-team career-guidance-service"
    " library local-education-platform museum pupil-guidance-centre school-board"
    " school-psychology school-social-service",
    "social": "counselling-centre debt-advice-service employment-service family-centre help-desk"
    " housing-service interpreting-service local-authority migration-service social-service"
    " youth-service",
    "health": "addiction-service crisis-service health-service",
    "law": "court legal-service ombudsman police victim-support-service",
    "network": "network",
}
"""Top concepts of the scheme of partner types by family; others are civil society and firms."""

_COLOURS = {
    "school": "#2f7fb8",
    "social": "#0f8f80",
    "health": "#c2487a",
    "law": "#7d6bb5",
    "network": "#b86a14",
    _CIVIL: "#7f8a2e",
}
"""Tell apart on white and on black, and by people who see red and green alike."""

_FAMILY_OF = {slug: family for family, slugs in _MEMBERS.items() for slug in slugs.split()}


@dataclass(frozen=True, slots=True)
class Family:
    """A family of partner types in the legend."""

    colour: str
    label: str


def families(words: Words) -> list[Family]:
    """The legend."""
    return [Family(_COLOURS[name], words.family(name)) for name in _COLOURS]


def colour_of(types: Iterable[str], words: Words) -> str:
    """The colour of a partner by its first type that belongs to a family."""
    for iri in types:
        for ancestor in (iri, *words.vocabulary.ancestors(iri)):
            if family := _FAMILY_OF.get(slug_of(ancestor)):
                return _COLOURS[family]
    return _COLOURS[_CIVIL]
