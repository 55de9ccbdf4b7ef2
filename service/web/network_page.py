"""The page *Network*: partners and ties as a table, which a script also draws."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from graph.export import EXPORTS
from graph.model import Collaboration, Organization
from ontology.errors import NotFoundError
from ontology.terms import slug_of
from ontology.text import fold
from service.api.context import Here
from service.web import choice
from service.web.family import colour_of, families
from service.web.page import PageHere
from service.web.sheet import TieLine, sheet, ties
from service.web.words import Words

__all__ = ["Filters", "Row", "network", "router", "side"]

router = APIRouter(prefix="/network", include_in_schema=False)

Ties = dict[str, list[Collaboration]]
"""The collaborations of each partner, at either end."""


class Filters(BaseModel):
    """What the visitor wants to see of the network."""

    q: str = ""
    relation: str = ""
    type: str = ""
    area: str = ""

    def fit(self, partner: Organization, found: Ties) -> bool:
        """Whether a partner is shown."""
        wanted = fold(self.q.strip())
        return (
            any(wanted in fold(name.value) for name in partner.names)
            and (not self.type or self.type in map(slug_of, partner.types))
            and (not self.area or self.area in partner.areas)
            and (not self.relation or bool(found[partner.iri]))
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A partner in the table."""

    iri: str
    id: str
    name: str
    language: str
    types: list[str]
    colour: str
    ties: list[TieLine]


@router.get("", response_class=HTMLResponse)
def network(page: PageHere, chosen: Annotated[Filters, Query()]) -> HTMLResponse:
    """Partners and their ties, filtered."""
    listing = page.directory.now
    partners, all_ties = listing.partners.values(), listing.collaborations
    found = _by_partner(all_ties, chosen.relation)
    rows = [
        _row(partner, found[partner.iri], listing.partners, page.words)
        for partner in partners
        if chosen.fit(partner, found)
    ]
    shown = {row.iri for row in rows}
    met = {tie.iri for row in rows for tie in found[row.iri] if {tie.subject, tie.object} & shown}
    return page.render(
        "network.html",
        current="network",
        chosen=chosen,
        partners=sorted(rows, key=lambda row: (-len(row.ties), fold(row.name))),
        ties=len(met),
        relations=choice.concepts((tie.relation for tie in all_ties), page.words),
        types=choice.concepts((t for p in partners for t in p.types), page.words),
        areas=choice.areas((area for p in partners for area in p.areas), page.words),
        families=families(page.words),
        formats=EXPORTS,
    )


@router.get("/side", response_class=HTMLResponse)
def side(iri: str, page: PageHere, here: Here) -> HTMLResponse:
    """One partner beside the picture."""
    profile = here.workspace.view.profile(iri)
    if not isinstance(profile.entity, Organization):
        raise NotFoundError(f"{iri} is no partner", way_out="Choose a partner in the picture.")
    return page.render("side.html", partner=sheet(profile, (), page.words))


def _by_partner(found: tuple[Collaboration, ...], relation: str) -> Ties:
    ends: Ties = defaultdict(list)
    for tie in found:
        if not relation or slug_of(tie.relation) == relation:
            ends[tie.subject].append(tie)
            if tie.object != tie.subject:
                ends[tie.object].append(tie)
    return ends


def _row(
    partner: Organization,
    found: list[Collaboration],
    known: Mapping[str, Organization],
    words: Words,
) -> Row:
    name = words.best(partner.names)
    others = [known[iri] for tie in found for iri in (tie.subject, tie.object) if iri in known]
    return Row(
        iri=partner.iri,
        id=partner.id or partner.iri,
        name=name.value,
        language=name.language,
        types=words.concepts(partner.types),
        colour=colour_of(partner.types, words),
        ties=ties(partner.iri, found, others, words),
    )
