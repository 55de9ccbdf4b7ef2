"""``/api/v1/proposals``: what ingest found and somebody has to decide about."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from graph.model import Proposal, Status
from service.api.context import Here
from service.describe import entity_json, evidence_json

__all__ = ["AcceptIn", "RejectIn", "accept", "proposal", "proposals", "reject", "router"]

router = APIRouter(prefix="/api/v1/proposals", tags=["proposals"])


class AcceptIn(BaseModel):
    """Proposals to accept."""

    model_config = ConfigDict(extra="forbid")

    ids: Annotated[list[str], Field(min_length=1)]
    who: Annotated[str, Field(description="Who decides, a role.")] = ""


class RejectIn(AcceptIn):
    """Proposals to reject; they are not proposed again."""

    reason: str = ""


@router.get("", summary="Proposals, the surest first")
def proposals(
    here: Here,
    status: Status | None = Status.PENDING,
    document: str = "",
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> dict[str, Any]:
    """Proposals of one status, of one document (IRI) when it is named."""
    found = here.workspace.proposals.list(status, document=document)
    shown = found[offset : offset + limit]
    return {"total": len(found), "proposals": [_json(proposal) for proposal in shown]}


@router.get("/{id}", summary="One proposal")
def proposal(id: str, here: Here) -> dict[str, Any]:
    """What is proposed, with its passages."""
    return _json(here.workspace.proposals.get(id))


@router.post("/accept", summary="Accept proposals, with those they need")
def accept(choice: AcceptIn, here: Here) -> dict[str, int]:
    """How many entities this added or changed."""
    return {"changed": here.workspace.accept(choice.ids, choice.who)}


@router.post("/reject", summary="Reject proposals, for good")
def reject(choice: RejectIn, here: Here) -> dict[str, int]:
    """How many of them were pending."""
    return {"rejected": here.workspace.reject(choice.ids, choice.who, choice.reason)}


def _json(proposal: Proposal) -> dict[str, Any]:
    return {
        "id": proposal.id,
        "status": proposal.status.value,
        "confidence": round(proposal.confidence, 4),
        "needs": list(proposal.needs),
        "entity": entity_json(proposal.entity),
        "evidence": [evidence_json(item) for item in proposal.evidence],
    }
