"""``GET /api/v1/entities/{id}``: everything known of one entity."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from service.api.context import Here
from service.describe import profile_json

__all__ = ["entity", "router"]

router = APIRouter(prefix="/api/v1", tags=["entities"])


@router.get(
    "/entities/{id:path}", summary="One entity with all that belongs to it, and its sources"
)
def entity(id: str, here: Here) -> dict[str, Any]:
    """By the id that its source gave it, or by its IRI."""
    return profile_json(here.workspace.view.profile(id))
