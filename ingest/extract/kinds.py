"""Vocabulary concepts in names and cells: partner types, relations, target groups, roles."""

from __future__ import annotations

from collections.abc import Iterable

from ontology.terms import concept_iri, slug_of
from ontology.vocabulary import Vocabulary

__all__ = [
    "NEEDS_OF_GROUP",
    "NEED_OF_ROLE",
    "ROLE_AT",
    "concepts_in",
    "partner_types",
    "relation_in",
]

ROLE_AT: dict[str, str] = {
    "ssp-consultant": "local-authority",
    "youth-coach": "youth-service",
    "peer-coach": "youth-organisation",
    "education-adviser": "career-guidance-service",
    "caseworker": "social-service",
    "social-services-representative": "social-service",
    "volunteer": "volunteer-organisation",
    "school-leader": "school",
    "mentor-teacher": "school",
    "pupil-health-team": "school-social-service",
    "therapist": "counselling-centre",
}
"""Where somebody in a role works: a list of participants often names the role."""

NEED_OF_ROLE: dict[str, str] = {
    "youth-coach": "mentor",
    "peer-coach": "peer-support",
    "therapist": "psychological-counselling",
    "education-adviser": "vocational-guidance",
}
"""The need that somebody in a role answers by being there."""

NEEDS_OF_GROUP: dict[str, tuple[str, ...]] = {
    "early-school-leavers": ("dropping-out", "reengagement"),
    "at-risk-pupils": ("dropping-out",),
    "neet": ("youth-unemployment", "reengagement"),
    "single-parents": ("single-parent",),
    "young-parents": ("teenage-pregnancy",),
    "roma": ("roma-families",),
    "young-offenders": ("youth-delinquency",),
    "victims": ("victim-support",),
}
"""The needs that make people a group."""

_GENERIC_TYPES = ("network", "company", "education-provider")
"""Types whose labels also stand as parts of names of other types."""


def concepts_in(
    text: str, languages: Iterable[str], scheme: str, vocabulary: Vocabulary
) -> tuple[str, ...]:
    """Concepts of a scheme that the text names, by whole label first, else anywhere in it."""
    wanted = [language for language in dict.fromkeys((*languages, "en")) if language]
    for language in wanted:
        if found := vocabulary.by_label(text, language, scheme):
            return tuple(dict.fromkeys(found))
    for language in wanted:
        if matches := vocabulary.find_labels(text, language, scheme):
            return tuple(dict.fromkeys(match.iri for match in matches))
    return ()


def partner_types(text: str, languages: Iterable[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Partner types that a name or a type cell speaks of, by its own words or by a role in it."""
    languages = tuple(languages)
    found = concepts_in(text, languages, "partner-type", vocabulary)
    if not found:
        roles = concepts_in(text, languages, "role", vocabulary)
        homes = [ROLE_AT[slug_of(role)] for role in roles if slug_of(role) in ROLE_AT]
        found = tuple(dict.fromkeys(concept_iri("partner-type", home) for home in homes))
    specific = [iri for iri in found if slug_of(iri) not in _GENERIC_TYPES]
    return tuple(specific) or found


def relation_in(text: str, languages: Iterable[str], vocabulary: Vocabulary) -> str:
    """The relation concept a cell names; empty when none of ours."""
    found = concepts_in(text, languages, "relation", vocabulary)
    return found[0] if found else ""
