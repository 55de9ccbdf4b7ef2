"""The pages *Partners* and *Partner*."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import quote

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from graph.model import Organization
from ontology.terms import slug_of
from ontology.text import fold
from service.api.context import Here
from service.web import choice
from service.web.address import anchor
from service.web.address import partner as path_of
from service.web.page import PageHere
from service.web.sheet import service_sheet, sheet
from service.web.words import Words

__all__ = ["Line", "partner", "partners", "router"]

router = APIRouter(prefix="/partner", include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Line:
    """A partner in the list."""

    id: str
    name: str
    language: str
    types: list[str]
    services: int


@router.get("", response_class=HTMLResponse)
def partners(page: PageHere, q: str = "", type: str = "") -> HTMLResponse:
    """Every partner, or those with a name or of a kind."""
    listing = page.directory.now
    found = listing.partners.values()
    lines = [
        _line(partner, listing.services.get(partner.iri, 0), page.words)
        for partner in found
        if _fits(partner, q, type)
    ]
    return page.render(
        "partners.html",
        current="partner",
        partners=sorted(lines, key=lambda line: fold(line.name)),
        types=choice.concepts((t for partner in found for t in partner.types), page.words),
        q=q,
        type=type,
    )


@router.get("/{id:path}", response_class=HTMLResponse)
def partner(id: str, page: PageHere, here: Here) -> Response:
    """One partner; anything else leads to the partner that it belongs to."""
    view = here.workspace.view
    profile = view.profile(id)
    if not isinstance(profile.entity, Organization):
        return _of_its_partner(profile.provider, profile.entity.iri)
    services = [service_sheet(view.profile(s.iri), page.words) for s in profile.services]
    base = here.workspace.settings.base_iri
    own = profile.entity.iri.removeprefix(base)
    shown = replace(sheet(profile, services, page.words), linked_data=f"/id/{quote(own)}")
    return page.render("partner.html", current="partner", partner=shown)


def _of_its_partner(provider: Organization | None, iri: str) -> Response:
    if provider is None:
        return RedirectResponse(f"/api/v1/entities/{quote(iri, safe='')}", 303)
    return RedirectResponse(f"{path_of(provider.id or provider.iri)}#{anchor(iri)}", 303)


def _fits(partner: Organization, q: str, type_: str) -> bool:
    named = not q.strip() or any(fold(q.strip()) in fold(name.value) for name in partner.names)
    return named and (not type_ or type_ in map(slug_of, partner.types))


def _line(partner: Organization, services: int, words: Words) -> Line:
    name = words.best(partner.names)
    id_ = partner.id or partner.iri
    return Line(id_, name.value, name.language, words.concepts(partner.types), services)
