"""What the map knows, as plain immutable records; ``graph.mapping`` turns them into RDF and back.

Identifiers are IRIs (str). Concepts are IRIs of the SKOS schemes in ``ontology``. Every text
carries its language (BCP 47, ``""`` when unknown). Ages are whole years, both ends included.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = [
    "Address",
    "Audience",
    "Collaboration",
    "Contact",
    "Document",
    "Entity",
    "Evidence",
    "Hope",
    "Offer",
    "Organization",
    "Pathway",
    "Proposal",
    "Service",
    "ServiceProfile",
    "Status",
    "Step",
    "Text",
    "Tie",
    "TopicLink",
]


@dataclass(frozen=True, slots=True)
class Text:
    """A text in one language."""

    value: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach somebody (``schema:ContactPoint``); ``role`` is a function, never a person."""

    phone: str = ""
    email: str = ""
    url: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a site is (``locn:Address``, WGS 84 degrees)."""

    street: str = ""
    postal_code: str = ""
    locality: str = ""
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Audience:
    """For whom (``schema:PeopleAudience``): ages in years, concepts of the target-group scheme."""

    min_age: int | None = None
    max_age: int | None = None
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicLink:
    """A need concept that something answers, how certain (0 to 1), and what made the link."""

    concept: str
    score: float = 1.0
    method: str = "stated"


@dataclass(frozen=True, slots=True)
class Organization:
    """A partner. A network is an organisation of type ``partner-type/network``."""

    iri: str
    id: str
    names: tuple[Text, ...]
    types: tuple[str, ...] = ()
    descriptions: tuple[Text, ...] = ()
    parent: str = ""
    contacts: tuple[Contact, ...] = ()
    addresses: tuple[Address, ...] = ()
    areas: tuple[str, ...] = ()
    audience: Audience = Audience()
    url: str = ""
    facts: tuple[tuple[str, Text], ...] = ()
    """Further statements about it, (property IRI, text): meetings a year, legal basis, funding …"""


@dataclass(frozen=True, slots=True)
class Service:
    """Something a partner does for somebody."""

    iri: str
    id: str
    names: tuple[Text, ...]
    provider: str
    descriptions: tuple[Text, ...] = ()
    topics: tuple[TopicLink, ...] = ()
    audience: Audience = Audience()
    areas: tuple[str, ...] = ()
    """Names of the areas served; empty means not said."""
    spoken: tuple[str, ...] = ()
    """Languages spoken (BCP 47); empty means not said."""
    costs: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    intensities: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    addresses: tuple[Address, ...] = ()
    eligibility: tuple[Text, ...] = ()
    url: str = ""
    categories: tuple[str, ...] = ()
    """The list's own categories, as it spelled them."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a partner can propose (capacities map, column five)."""

    iri: str
    id: str
    partner: str
    texts: tuple[Text, ...]
    topics: tuple[TopicLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Hope:
    """What a partner hopes or expects assistance in (capacities map, column six)."""

    iri: str
    id: str
    partner: str
    texts: tuple[Text, ...]
    topics: tuple[TopicLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Collaboration:
    """``subject`` stands in ``relation`` (a concept: refers to, coordinates …) to ``object``."""

    iri: str
    id: str
    subject: str
    relation: str
    object: str
    notes: tuple[Text, ...] = ()
    since: str = ""
    until: str = ""
    legal_basis: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a pathway; ``order`` counts from 1, ``waiting_days`` are shortest and longest."""

    order: int
    names: tuple[Text, ...]
    kind: str = ""
    actors: tuple[Text, ...] = ()
    triggers: tuple[Text, ...] = ()
    waiting: tuple[Text, ...] = ()
    waiting_days: tuple[int | None, int | None] = (None, None)
    consent: tuple[Text, ...] = ()
    tasks: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Pathway:
    """How a case moves through its steps."""

    iri: str
    id: str
    names: tuple[Text, ...]
    steps: tuple[Step, ...]
    organization: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """Where statements come from; ``digest`` is the bytes' SHA-256, ``key`` names the source."""

    iri: str
    id: str
    key: str
    title: tuple[Text, ...]
    language: str
    digest: str
    media_type: str
    retrieved: str = ""
    updated: str = ""
    facts: tuple[tuple[str, Text], ...] = ()
    """Metadata blocks as read, (property IRI, text)."""
    concepts: tuple[tuple[str, str], ...] = ()
    """Metadata linked to vocabulary, (property IRI, concept IRI)."""


Entity = Organization | Service | Offer | Hope | Collaboration | Pathway | Document


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage that says so, word for word; ``place`` is where it stands ("page 2", "row 7")."""

    document: str
    passage: str
    language: str = ""
    place: str = ""
    extractor: str = ""
    confidence: float = 1.0


class Status(StrEnum):
    """What became of a proposal."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entity that ingest found and that nobody has accepted yet (or somebody has decided about).

    ``id`` is stable: the same document proposes the same thing under the same id. ``needs`` are ids
    of proposals that have to be accepted with it (the partners of a collaboration).
    """

    id: str
    entity: Entity
    evidence: tuple[Evidence, ...]
    status: Status = Status.PENDING
    needs: tuple[str, ...] = ()

    @property
    def confidence(self) -> float:
        """Highest confidence of its evidence, 0 to 1."""
        return max((item.confidence for item in self.evidence), default=0.0)


@dataclass(frozen=True, slots=True)
class Tie:
    """A partner that stands in ``relation`` (concept IRI) to the provider of a service."""

    organization: str
    name: str
    relation: str


@dataclass(frozen=True, slots=True)
class ServiceProfile:
    """A service with all that an answer shows: its provider, what says so, and the ways in."""

    service: Service
    provider: Organization | None
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    """(document IRI, title) of the documents that the evidence stands in."""
    ways_in: tuple[Tie, ...] = ()
