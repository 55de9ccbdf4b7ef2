"""Errors as RFC 9457 problem documents; HTTP statuses are decided here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from ontology.errors import (
    HomeError,
    HomeLockedError,
    InputError,
    MissingExtraError,
    NotFoundError,
    SettingsError,
    SocialmapError,
    UsageError,
)
from ontology.terms import ROOT

__all__ = ["Problem", "problem_of", "respond"]

_KINDS: dict[type[BaseException], tuple[int, str, str]] = {
    UsageError: (422, "usage", "This cannot be meant so"),
    NotFoundError: (404, "not-found", "Not found"),
    InputError: (422, "input", "This cannot be read"),
    MissingExtraError: (501, "missing-extra", "A part is not installed"),
    SettingsError: (500, "settings", "The settings do not hold"),
    HomeLockedError: (503, "home-locked", "The map is in use"),
    HomeError: (503, "home", "The map cannot be used"),
    SocialmapError: (500, "error", "Something went wrong"),
    Exception: (500, "error", "Something went wrong"),
}
"""Status, slug and title by error, looked up along its class and theirs above it."""

_MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong with a request, for programs and for people."""

    status: int
    slug: str
    title: str
    detail: str
    way_out: str = ""

    def to_json(self, instance: str) -> dict[str, str | int]:
        """The problem document; ``instance`` is the path of the request."""
        return {
            "type": f"{ROOT}problem/{self.slug}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "instance": instance,
            "way_out": self.way_out,
        }


def problem_of(error: Exception) -> Problem:
    """The problem behind any error; one that nobody foresaw is not told outside."""
    if isinstance(error, RequestValidationError):
        return Problem(
            422, "usage", "This cannot be meant so", _faults(error), "See /api/v1/openapi.json."
        )
    if isinstance(error, HTTPException):
        title = HTTPStatus(error.status_code).phrase
        slug = title.lower().replace(" ", "-")
        return Problem(
            error.status_code, slug, title, error.detail, _WAYS.get(error.status_code, "")
        )
    status, slug, title = next(_KINDS[kind] for kind in type(error).__mro__ if kind in _KINDS)
    if isinstance(error, SocialmapError):
        detail = f"{error.place}: {error.what}" if error.place else error.what
        return Problem(status, slug, title, detail, error.way_out)
    return Problem(
        status, slug, title, "An error that nobody foresaw.", "The log of the service tells more."
    )


_WAYS = {
    404: "Check the address; the pages start at /.",
    405: "See /api/v1/openapi.json for the methods.",
    413: "Send less at once.",
}


def respond(problem: Problem, instance: str) -> JSONResponse:
    """The problem document as a response."""
    return JSONResponse(problem.to_json(instance), problem.status, media_type=_MEDIA_TYPE)


def _faults(error: RequestValidationError) -> str:
    """Where and why, never what was sent: that may be a need."""
    return "; ".join(
        f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()
    )
