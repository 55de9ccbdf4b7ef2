"""The web application: API, pages, linked data, exports and health of one open map."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.responses import Response

from ontology.errors import SocialmapError
from service.api import (
    entities,
    export,
    health,
    ingest,
    linked_data,
    network,
    proposals,
    search,
    vocabulary,
)
from service.api.context import Context
from service.api.guard import Guard
from service.api.jobs import Jobs
from service.api.metrics import Measured, Metrics
from service.api.problem import problem_of, respond
from service.web import ask_page, import_page, network_page, partner_page
from service.web.areas import AreaNames
from service.web.directory import Directory
from service.web.page import STATIC, Templates, page_of
from service.workspace import Workspace

__all__ = ["create_app"]

_FOR_PROGRAMS = ("/api/", "/export/", "/health/", "/id/", "/metrics", "/static/")


def create_app(workspace: Workspace) -> FastAPI:
    """The application that serves one map; closing the map is its opener's business."""
    context = Context(workspace, Jobs(workspace), Metrics())

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        context.jobs.close()

    app = FastAPI(
        title="socialmap",
        version=version("socialmap"),
        summary="Who can help with what for this child, in any European language, offline.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.context = context
    app.state.directory = Directory(workspace.view)
    app.state.templates = Templates(workspace.vocabulary, AreaNames(workspace.store))
    _add_routes(app)
    for kind in (SocialmapError, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(kind, _on_error)
    app.add_middleware(
        Guard, hosts=workspace.settings.allowed_hosts, max_file_mb=workspace.settings.max_file_mb
    )
    app.add_middleware(Measured, metrics=context.metrics)
    return app


def _add_routes(app: FastAPI) -> None:
    for part in (search, entities, proposals, ingest, network, vocabulary):
        app.include_router(part.router)
    for other in (linked_data, export, health):
        app.include_router(other.router)
    for page in (ask_page, partner_page, import_page, network_page):
        app.include_router(page.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")


def _on_error(request: Request, error: Exception) -> Response:
    """A problem document for programs, a readable page for people."""
    problem = problem_of(error)
    path = request.url.path
    reads_html = "text/html" in request.headers.get("accept", "")
    if "hx-request" not in request.headers and (path.startswith(_FOR_PROGRAMS) or not reads_html):
        return respond(problem, path)
    page = page_of(request)
    template = "error_note.html" if page.is_partial else "error.html"
    return page.render(template, status=problem.status, problem=problem)
