"""What was found in a document as proposals, under ids that stay the same from run to run."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from graph.model import Document, Proposal
from ingest.model import Found

__all__ = ["proposal_id", "proposals"]

_ID_DIGITS = 12


def proposal_id(document_key: str, entity_iri: str) -> str:
    """The id under which a document proposes an entity."""
    return hashlib.sha256(f"{document_key}\n{entity_iri}".encode()).hexdigest()[:_ID_DIGITS]


def proposals(document: Document, found: Sequence[Found]) -> list[Proposal]:
    """A proposal for each thing found; what it cannot stand without is named by id."""
    offered = {item.entity.iri for item in found}
    return [
        Proposal(
            id=proposal_id(document.key, item.entity.iri),
            entity=item.entity,
            evidence=item.evidence,
            needs=tuple(
                proposal_id(document.key, iri)
                for iri in dict.fromkeys(item.needs)
                if iri in offered
            ),
        )
        for item in found
    ]
