"""``GET /api/v1/network``: the cooperation graph with its measures."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from service.api.context import Here

__all__ = ["network", "router"]

router = APIRouter(prefix="/api/v1", tags=["network"])


@router.get("/network", summary="Partners, ties and measures of the network")
def network(here: Here) -> dict[str, Any]:
    """What ``socialmap network --json`` prints."""
    return here.workspace.network().to_json()
