"""The map as readers see it: all sources together, merged entities as one, proposals left out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

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
)
from graph.profiles import Profile, all_profiles, profile_of, profiles_of
from graph.reading import Reading
from graph.statement import is_iri
from graph.store import Store
from graph.writer import REVISIONS
from ontology.errors import NotFoundError
from ontology.terms import PROV, SCHEMA, SM

__all__ = ["Changes", "View"]

_MANY = 2_000
"""Changed entities from which on taking in every service is quicker than finding out which."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What an index has to follow: services to take in anew, and entities that are no more."""

    services: tuple[str, ...]
    gone: tuple[str, ...]
    revision: int


class View:
    """Reads what the sources say; follows the store from revision to revision by itself."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: Reading | None = None

    @property
    def store(self) -> Store:
        """The store behind the view."""
        return self._store

    @property
    def revision(self) -> int:
        """The revision that is read."""
        return self._store.revision

    def entity(self, iri_or_id: str) -> Entity | None:
        """The entity with this IRI or with the id that its source gave it."""
        iri = self.resolve(iri_or_id)
        return self._reading.one(iri) if iri else None

    def resolve(self, iri_or_id: str) -> str:
        """The canonical IRI behind an IRI or a source's id; empty when there is none."""
        if iri := self._reading.by_id(iri_or_id):
            return self._reading.merges.canonical(iri)
        if is_iri(iri_or_id) and self._reading.one(iri_or_id):
            return self._reading.merges.canonical(iri_or_id)
        return ""

    def organizations(self) -> tuple[Organization, ...]:
        """Every partner."""
        return tuple(self._reading.all(Organization))

    def services(self) -> tuple[Service, ...]:
        """Every service."""
        return tuple(self._reading.all(Service))

    def collaborations(self) -> tuple[Collaboration, ...]:
        """Every collaboration."""
        return tuple(self._reading.all(Collaboration))

    def offers(self) -> tuple[Offer, ...]:
        """Every offer of the capacities map."""
        return tuple(self._reading.all(Offer))

    def hopes(self) -> tuple[Hope, ...]:
        """Every hope of the capacities map."""
        return tuple(self._reading.all(Hope))

    def pathways(self) -> tuple[Pathway, ...]:
        """Every pathway."""
        return tuple(self._reading.all(Pathway))

    def documents(self) -> tuple[Document, ...]:
        """Every document, the newest first."""
        return tuple(self._reading.documents.values())

    def evidence(self, iri: str) -> tuple[Evidence, ...]:
        """The passages that say something of the entity."""
        return self._reading.evidence(iri)

    def profile(self, iri_or_id: str) -> Profile:
        """Everything known of one entity; ``NotFoundError`` when there is none."""
        iri = self.resolve(iri_or_id)
        if not iri:
            raise NotFoundError(f"the map knows no {iri_or_id}", way_out="Search for its name.")
        return profile_of(self._reading, iri)

    def service_profiles(self, iris: Collection[str] | None = None) -> Iterator[ServiceProfile]:
        """Profiles of all services, or of some."""
        return all_profiles(self._reading) if iris is None else profiles_of(self._reading, iris)

    def changed_since(self, revision: int) -> Changes:
        """What has become of the services since ``revision``.

        A changed partner touches its own services, and those to which it is a way in.
        """
        touched, gone = self._entities_since(revision)
        services: set[str] = set()
        if len(touched | gone) > _MANY:
            return self._everything(gone)
        for iri in touched | gone:
            canonical = self._reading.merges.canonical(iri)
            entity = self._reading.one(canonical)
            if iri != canonical or entity is None:
                gone.add(iri)
            else:
                gone.discard(iri)
            services |= self._services_with(entity or iri)
        return Changes(tuple(sorted(services)), tuple(sorted(gone)), self.revision)

    def _everything(self, gone: set[str]) -> Changes:
        services = tuple(service.iri for service in self._reading.all(Service))
        return Changes(services, tuple(sorted(gone.difference(services))), self.revision)

    def _services_with(self, entity: Entity | str) -> set[str]:
        match entity:
            case Service(iri=iri):
                return {iri}
            case Collaboration(object=partner):
                return set(self._reading.who_has(SCHEMA("provider"), partner))
            case Organization(iri=iri) | str(iri):
                ties = (self._reading.one(c) for c in self._reading.who_has(SM("subject"), iri))
                met = {tie.object for tie in ties if isinstance(tie, Collaboration)}
                reached = (self._reading.who_has(SCHEMA("provider"), p) for p in (iri, *met))
                return {service for services in reached for service in services}
        return set()

    def _entities_since(self, revision: int) -> tuple[set[str], set[str]]:
        found = []
        for name in ("generated", "invalidated"):
            said = f"?a <{SM('revision')}> ?r ; <{PROV(name)}> ?e FILTER(?r > {int(revision)})"
            query = f"SELECT DISTINCT ?e WHERE {{ GRAPH <{REVISIONS}> {{ {said} }} }}"
            found.append({iri for (iri,) in self._store.select(query)})
        return found[0], found[1]

    @property
    def _reading(self) -> Reading:
        if self._known is None or self._known.revision != self._store.revision:
            self._known = Reading(self._store)
        return self._known
