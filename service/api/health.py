"""Health for whoever watches the service, and metrics for Prometheus."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

from service.api.context import Here

__all__ = ["live", "metrics", "ready", "router"]

router = APIRouter(tags=["operation"])


@router.get("/health/live", summary="The process answers")
def live() -> dict[str, str]:
    """Alive."""
    return {"status": "live"}


@router.get("/health/ready", summary="The map is open and its index in step")
def ready(here: Here) -> dict[str, str | int]:
    """Ready; anything else raises and becomes a problem document."""
    revision = here.workspace.store.revision
    return {
        "status": "ready",
        "revision": revision,
        "indexed_revision": here.workspace.index.manifest.revision,
    }


@router.get("/metrics", summary="Counts and durations", response_class=PlainTextResponse)
def metrics(here: Here) -> PlainTextResponse:
    """Prometheus' text format."""
    return PlainTextResponse(here.metrics.text(), media_type="text/plain; version=0.0.4")
