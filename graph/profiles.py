"""Everything an answer or a page shows of one entity, gathered from all sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph.mapping import evidence_from
from graph.model import (
    Collaboration,
    Document,
    Entity,
    Evidence,
    Hope,
    Offer,
    Organization,
    Pathway,
    Service,
    ServiceProfile,
    Text,
    Tie,
)
from graph.reading import Reading
from graph.rows import Rows
from ontology.errors import NotFoundError
from ontology.terms import ORG, SCHEMA, SM, concept_iri

__all__ = ["Profile", "all_profiles", "profile_of", "profiles_of", "provider_of"]

E = TypeVar("E", bound=Entity)
_WAYS_IN = frozenset(
    concept_iri("relation", slug) for slug in ("refers-to", "coordinates", "delivers-with")
)
"""Relations by which a partner brings somebody to another's services."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One entity with what belongs to it; partners stand at the other end of its collaborations."""

    entity: Entity
    provider: Organization | None = None
    services: tuple[Service, ...] = ()
    offers: tuple[Offer, ...] = ()
    hopes: tuple[Hope, ...] = ()
    units: tuple[Organization, ...] = ()
    pathways: tuple[Pathway, ...] = ()
    outgoing: tuple[Collaboration, ...] = ()
    incoming: tuple[Collaboration, ...] = ()
    partners: tuple[Organization, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[Document, ...] = ()
    merged: tuple[str, ...] = ()
    """IRIs that are shown as this one."""


def profile_of(reading: Reading, iri: str) -> Profile:
    """The profile of any entity; ``NotFoundError`` when the map does not know it."""
    entity = reading.one(iri)
    if entity is None:
        raise NotFoundError(f"the map knows no {iri}", way_out="Search for its name.")
    iri = entity.iri
    outgoing = _collaborations(reading, "subject", iri)
    incoming = _collaborations(reading, "object", iri)
    others = {c.object for c in outgoing} | {c.subject for c in incoming}
    evidence = reading.evidence(iri)
    return Profile(
        entity=entity,
        provider=_organization(reading, provider_of(entity)),
        services=_named_by(reading, Service, SCHEMA("provider"), iri),
        offers=_named_by(reading, Offer, SM("partner"), iri),
        hopes=_named_by(reading, Hope, SM("partner"), iri),
        units=_named_by(reading, Organization, ORG("subOrganizationOf"), iri),
        pathways=_named_by(reading, Pathway, SM("organization"), iri),
        outgoing=outgoing,
        incoming=incoming,
        partners=tuple(filter(None, (_organization(reading, other) for other in sorted(others)))),
        evidence=evidence,
        sources=_sources(reading, evidence),
        merged=reading.merges.members(iri)[1:],
    )


def provider_of(entity: Entity) -> str:
    """IRI of the partner behind a service, an offer, a hope or a pathway."""
    match entity:
        case Service(provider=iri) | Offer(partner=iri) | Hope(partner=iri):
            return iri
        case Pathway(organization=iri):
            return iri
    return ""


def all_profiles(reading: Reading) -> Iterator[ServiceProfile]:
    """The profile of every service, read column by column."""
    sources = reading.rows(Service, Organization, Collaboration, evidence=True)
    organizations = {o.iri: o for o in reading.all(Organization, sources)}
    ties = _ties(reading.all(Collaboration, sources), organizations)
    for service in reading.all(Service, sources):
        evidence = _evidence(reading, sources, service.iri)
        yield _profile(reading, service, organizations.get(service.provider), evidence, ties)


def profiles_of(reading: Reading, iris: Collection[str]) -> Iterator[ServiceProfile]:
    """The profiles of some services; what is no service is left out."""
    organizations: dict[str, Organization] = {}
    ties: dict[str, tuple[Tie, ...]] = {}
    for iri in iris:
        service = reading.one(iri)
        if isinstance(service, Service):
            provider = service.provider
            if provider and provider not in ties:
                if organization := _organization(reading, provider):
                    organizations[provider] = organization
                ties[provider] = _ties_to(reading, provider)
            evidence = reading.evidence(iri)
            yield _profile(reading, service, organizations.get(provider), evidence, ties)


def _profile(
    reading: Reading,
    service: Service,
    provider: Organization | None,
    evidence: tuple[Evidence, ...],
    ties: Mapping[str, tuple[Tie, ...]],
) -> ServiceProfile:
    titles = tuple((d.iri, _title(d)) for d in _sources(reading, evidence))
    return ServiceProfile(service, provider, evidence, titles, ties.get(service.provider, ()))


def _evidence(reading: Reading, sources: Sequence[Rows], iri: str) -> tuple[Evidence, ...]:
    members = reading.merges.members(iri) if reading.canonicals else (iri,)
    found = [e for member in members for rows in sources for e in evidence_from(rows, member)]
    return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)


def _ties(
    collaborations: Iterable[Collaboration], organizations: Mapping[str, Organization]
) -> dict[str, tuple[Tie, ...]]:
    found: dict[str, list[Tie]] = defaultdict(list)
    for item in collaborations:
        if item.relation in _WAYS_IN and (partner := organizations.get(item.subject)):
            found[item.object].append(Tie(partner.iri, _name(partner.names), item.relation))
    return {iri: tuple(dict.fromkeys(ties)) for iri, ties in found.items()}


def _ties_to(reading: Reading, provider: str) -> tuple[Tie, ...]:
    incoming = _collaborations(reading, "object", provider)
    partners = {c.subject: _organization(reading, c.subject) for c in incoming}
    known = {iri: partner for iri, partner in partners.items() if partner}
    return _ties(incoming, known).get(provider, ())


def _collaborations(reading: Reading, end: str, iri: str) -> tuple[Collaboration, ...]:
    return _named_by(reading, Collaboration, SM(end), iri)


def _named_by(reading: Reading, kind: type[E], predicate: str, iri: str) -> tuple[E, ...]:
    found = (reading.one(other) for other in reading.who_has(predicate, iri))
    return tuple(entity for entity in found if isinstance(entity, kind))


def _organization(reading: Reading, iri: str) -> Organization | None:
    found = reading.one(iri) if iri else None
    return found if isinstance(found, Organization) else None


def _sources(reading: Reading, evidence: Iterable[Evidence]) -> tuple[Document, ...]:
    named = dict.fromkeys(item.document for item in evidence)
    return tuple(reading.documents[iri] for iri in named if iri in reading.documents)


def _title(document: Document) -> str:
    return _name(document.title) or document.key


def _name(names: Iterable[Text]) -> str:
    return next((name.value for name in names if name.value), "")
