"""The page *Import*: files in, progress, and proposals to accept or reject."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, File, Form, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from graph.model import Status
from ingest.pipeline import Accept
from service.api.context import Context, Here
from service.api.upload import keep
from service.web.page import Page, PageHere
from service.web.review import Decided, reviewed

__all__ = ["decide", "job", "overview", "router", "upload"]

router = APIRouter(prefix="/import", include_in_schema=False)


@router.get("", response_class=HTMLResponse)
def overview(page: PageHere, here: Here, source: str = "", kind: str = "") -> HTMLResponse:
    """The form, the running import, and what waits."""
    return page.render(
        "import.html",
        current="import",
        max_mb=here.workspace.settings.max_file_mb,
        job=here.jobs.unfinished(),
        told="",
        **_waiting(page, here, source, kind),
    )


@router.post("", response_class=HTMLResponse)
def upload(
    page: PageHere,
    here: Here,
    files: Annotated[list[UploadFile], File()],
    accept: Annotated[Accept, Form()] = "lists",
) -> Response:
    """Take files and show how far they are."""
    started = here.jobs.start(keep(files, here.workspace.settings.home), accept)
    if page.is_partial:
        return page.render("job_progress.html", job=started)
    return RedirectResponse(f"/import/jobs/{started.id}", 303)


@router.get("/jobs/{id}", response_class=HTMLResponse)
def job(id: str, page: PageHere, here: Here) -> HTMLResponse:
    """How far an import is; a script asks again and again until it is over."""
    found = here.jobs.get(id)
    template = "job_progress.html" if page.is_partial else "job.html"
    response = page.render(template, current="import", job=found)
    response.headers["Cache-Control"] = "no-store"
    if page.is_partial and found.is_over:
        response.headers["HX-Trigger"] = "imported"
    return response


@router.post("/proposals", response_class=HTMLResponse)
def decide(page: PageHere, here: Here, form: Annotated[Decided, Form()]) -> Response:
    """Accept or reject what is ticked."""
    if not form.ids:
        told = page.words.nothing_ticked()
    elif form.action == "accept":
        told = page.words.accepted(here.workspace.accept(form.ids))
    else:
        told = page.words.rejected(here.workspace.reject(form.ids))
    values = _waiting(page, here, form.source, form.kind)
    if page.is_partial:
        return page.render("proposals.html", told=told, **values)
    max_mb = here.workspace.settings.max_file_mb
    return page.render(
        "import.html", current="import", max_mb=max_mb, job=None, told=told, **values
    )


def _waiting(page: Page, here: Context, source: str, kind: str) -> dict[str, Any]:
    workspace = here.workspace
    pending = workspace.proposals.list(Status.PENDING)
    return reviewed(pending, workspace.view, page.words, source=source, kind=kind)
