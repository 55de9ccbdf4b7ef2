"""``GET /export/{format}``: the map as a file."""

from __future__ import annotations

from fastapi import APIRouter, Response

from graph.export import MEDIA_TYPES, SUFFIXES
from service.api.context import Here

__all__ = ["export", "router"]

router = APIRouter(tags=["export"])


@router.get("/export/{format}", summary="The map as a file", response_class=Response)
def export(format: str, here: Here) -> Response:
    """The whole map in one format."""
    content = here.workspace.export(format)
    return Response(
        content,
        media_type=MEDIA_TYPES[format],
        headers={"Content-Disposition": f'attachment; filename="socialmap{SUFFIXES[format]}"'},
    )
