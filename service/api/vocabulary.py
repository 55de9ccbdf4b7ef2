"""``GET /api/v1/vocabulary/{scheme}``: the concepts that a map is described in."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from ontology.errors import NotFoundError
from ontology.vocabulary import Concept, Vocabulary
from service.api.context import Here

__all__ = ["concepts", "router"]

router = APIRouter(prefix="/api/v1", tags=["vocabulary"])


@router.get("/vocabulary/{scheme}", summary="The concepts of one scheme")
def concepts(scheme: str, here: Here, language: str = "en") -> dict[str, Any]:
    """Every concept with its label in ``language`` (English where that has none)."""
    vocabulary = here.workspace.vocabulary
    found = vocabulary.concepts(scheme) if scheme else ()
    if not found:
        schemes = sorted({concept.scheme for concept in vocabulary.concepts()})
        raise NotFoundError(
            f"there is no scheme {scheme!r}", way_out=f"One of {', '.join(schemes)}."
        )
    return {
        "scheme": scheme,
        "language": language,
        "languages": list(vocabulary.languages),
        "concepts": [_concept(concept, vocabulary, language) for concept in found],
    }


def _concept(concept: Concept, vocabulary: Vocabulary, language: str) -> dict[str, Any]:
    return {
        "iri": concept.iri,
        "slug": concept.slug,
        "label": vocabulary.label(concept.iri, [language]),
        "alternatives": list(vocabulary.labels(concept.iri, language).alt),
        "definition": concept.definition,
        "broader": list(concept.broader),
        "related": list(concept.related),
    }
