"""``POST /api/v1/ingest``: files into the map; ``GET /api/v1/jobs/{id}``: how far that is."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Response, UploadFile

from ingest.pipeline import Accept
from service.api.context import Here
from service.api.upload import keep

__all__ = ["ingest", "job", "router"]

router = APIRouter(prefix="/api/v1", tags=["ingest"])


@router.post("/ingest", status_code=202, summary="Read files into the map")
def ingest(
    here: Here,
    response: Response,
    files: Annotated[list[UploadFile], File(description="Lists and documents.")],
    accept: Annotated[Accept, Form(description="What goes in at once.")] = "lists",
) -> dict[str, Any]:
    """Take the files and start a job; the header Location names it."""
    job = here.jobs.start(keep(files, here.workspace.settings.home), accept)
    response.headers["Location"] = f"/api/v1/jobs/{job.id}"
    return job.to_json()


@router.get("/jobs/{id}", summary="How far an import is")
def job(id: str, here: Here, response: Response) -> dict[str, Any]:
    """State, progress, and the report once it is done."""
    response.headers["Cache-Control"] = "no-store"
    return here.jobs.get(id).to_json()
