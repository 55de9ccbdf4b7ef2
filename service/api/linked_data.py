"""``/id/{path}``: every entity under its own name, as a page, as Turtle or as JSON-LD."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from graph.mapping import statements
from graph.profiles import Profile
from ontology.errors import UsageError
from ontology.terms import PREFIXES
from service.api.context import Here

__all__ = ["linked_data", "router"]

router = APIRouter(tags=["linked data"])

_SYNTAXES = {
    "html": ("text/html", ""),
    "turtle": ("text/turtle", "turtle"),
    "jsonld": ("application/ld+json", "json-ld"),
}
"""Media type and rdflib's name by ours; the first is given when anything will do."""


@router.get("/id/{path:path}", summary="One entity as linked data", response_class=Response)
def linked_data(path: str, request: Request, here: Here, format: str = "") -> Response:
    """What the map says of an entity, in the syntax that the header Accept prefers."""
    if format and format not in _SYNTAXES:
        raise UsageError(f"no format {format!r}", way_out=f"One of {', '.join(_SYNTAXES)}.")
    profile = here.workspace.view.profile(here.workspace.settings.base_iri + quote(path))
    chosen = format or _preferred(request.headers.get("accept", ""))
    media_type, syntax = _SYNTAXES[chosen]
    vary = {"Vary": "Accept"}
    if not syntax:
        return RedirectResponse(_page(profile), 303, vary)
    return Response(_written(profile, syntax), media_type=media_type, headers=vary)


def _preferred(accept: str) -> str:
    """The syntax with the highest quality in an Accept header, the page among equals."""
    wanted: dict[str, float] = {}
    for part in accept.split(","):
        media_type, *parameters = (piece.strip() for piece in part.split(";"))
        quality = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        wanted[media_type] = float(quality) if quality.replace(".", "", 1).isdigit() else 0.0
    ranked = [(wanted.get(media_type, 0.0), name) for name, (media_type, _) in _SYNTAXES.items()]
    best = max(ranked, key=lambda row: row[0])
    return best[1] if best[0] > 0 else "html"


def _page(profile: Profile) -> str:
    partner = profile.provider or profile.entity
    return f"/partner/{quote(partner.id, safe='')}"


def _written(profile: Profile, syntax: str) -> str:
    from rdflib import Graph  # 25 MB that few visitors ask for

    graph = Graph()
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri)
    graph.parse(data="\n".join(statements(profile.entity, profile.evidence)), format="nt")
    return graph.serialize(format=syntax)
