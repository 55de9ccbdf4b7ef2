"""One partner, or one service, as its page shows it: records turned into words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.model import (
    Address,
    Collaboration,
    Contact,
    Document,
    Evidence,
    Hope,
    Offer,
    Organization,
    Service,
    Text,
)
from graph.profiles import Profile
from service.web.words import Words

__all__ = [
    "Entry",
    "Facts",
    "Passage",
    "ServiceSheet",
    "Sheet",
    "TieLine",
    "passages",
    "reach",
    "service_facts",
    "service_sheet",
    "sheet",
    "ties",
]

Facts = list[tuple[str, list[str]]]
"""Label and values; what is not known is left out."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document, and where they stand."""

    passage: str
    language: str
    place: str
    source: str


@dataclass(frozen=True, slots=True)
class TieLine:
    """A tie as seen from one of its ends."""

    iri: str
    id: str
    name: str
    relation: str
    is_from_here: bool
    since: str
    notes: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An offer or a hope."""

    text: str
    language: str
    topics: list[str]


@dataclass(frozen=True, slots=True)
class ServiceSheet:
    """A service on its partner's page."""

    iri: str
    name: str
    language: str
    descriptions: tuple[Text, ...]
    facts: Facts
    contact: list[tuple[str, str]]
    passages: list[Passage]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on a partner's page."""

    id: str
    name: str
    language: str
    other_names: list[Text]
    types: list[str]
    descriptions: tuple[Text, ...]
    contact: list[tuple[str, str]]
    roles: list[str]
    addresses: list[str]
    facts: Facts
    services: list[ServiceSheet]
    offers: list[Entry]
    hopes: list[Entry]
    ties: list[TieLine]
    passages: list[Passage]
    sources: list[str]
    linked_data: str = ""


def sheet(profile: Profile, services: Sequence[ServiceSheet], words: Words) -> Sheet:
    """The page of a partner."""
    partner = profile.entity
    assert isinstance(partner, Organization)
    name = words.best(partner.names)
    return Sheet(
        id=partner.id,
        name=name.value,
        language=name.language,
        other_names=[text for text in partner.names if text != name],
        types=words.concepts(partner.types),
        descriptions=partner.descriptions,
        contact=reach(partner.contacts, partner.url),
        roles=[contact.role for contact in partner.contacts if contact.role],
        addresses=[text for item in partner.addresses if (text := _address(item))],
        facts=_organization_facts(partner, words),
        services=list(services),
        offers=[_entry(offer, words) for offer in profile.offers],
        hopes=[_entry(hope, words) for hope in profile.hopes],
        ties=ties(partner.iri, (*profile.outgoing, *profile.incoming), profile.partners, words),
        passages=passages(profile.evidence, profile.sources, words),
        sources=[_title(document, words) for document in profile.sources],
    )


def service_sheet(profile: Profile, words: Words) -> ServiceSheet:
    """A service on its partner's page."""
    service = profile.entity
    assert isinstance(service, Service)
    name = words.best(service.names)
    return ServiceSheet(
        iri=service.iri,
        name=name.value,
        language=name.language,
        descriptions=service.descriptions,
        facts=service_facts(service, words),
        contact=reach(service.contacts, service.url),
        passages=passages(profile.evidence, profile.sources, words),
    )


def service_facts(service: Service, words: Words) -> Facts:
    """What is known of a service beside its description."""
    audience = service.audience
    return _known(
        words,
        topics=words.concepts(topic.concept for topic in service.topics),
        ages=[words.ages(audience.min_age, audience.max_age)],
        groups=words.concepts(audience.groups),
        areas=list(service.areas),
        spoken=words.languages(service.spoken),
        costs=words.concepts(service.costs),
        stages=words.concepts(service.stages),
        intensities=words.concepts(service.intensities),
        eligibility=[text.value for text in service.eligibility],
    )


def reach(contacts: Iterable[Contact], url: str = "") -> list[tuple[str, str]]:
    """Ways to reach somebody, each once: telephone, e-mail, web."""
    found: dict[tuple[str, str], None] = {}
    for contact in contacts:
        for kind in ("phone", "email", "url"):
            if value := getattr(contact, kind):
                found[kind, value] = None
    if url:
        found["url", url] = None
    order = ("phone", "email", "url")
    return sorted(found, key=lambda item: order.index(item[0]))


def passages(
    evidence: Iterable[Evidence], sources: Iterable[Document], words: Words
) -> list[Passage]:
    """The passages of some evidence with the titles of their documents."""
    titles = {document.iri: _title(document, words) for document in sources}
    return [
        Passage(item.passage, item.language, item.place, titles.get(item.document, ""))
        for item in evidence
        if item.passage
    ]


def ties(
    iri: str, found: Iterable[Collaboration], partners: Iterable[Organization], words: Words
) -> list[TieLine]:
    """The ties of a partner, those from it first; ends that the map does not know are left out."""
    known = {partner.iri: partner for partner in partners}
    lines = list(_ties(iri, found, known, words))
    return sorted(lines, key=lambda tie: (not tie.is_from_here, tie.relation, tie.name))


def _ties(
    iri: str, found: Iterable[Collaboration], known: dict[str, Organization], words: Words
) -> Iterator[TieLine]:
    for item in found:
        is_from_here = item.subject == iri
        if other := known.get(item.object if is_from_here else item.subject):
            yield TieLine(
                iri=other.iri,
                id=other.id,
                name=words.best(other.names).value,
                relation=words.concept(item.relation),
                is_from_here=is_from_here,
                since=item.since,
                notes=item.notes,
            )


def _organization_facts(partner: Organization, words: Words) -> Facts:
    return _known(
        words,
        ages=[words.ages(partner.audience.min_age, partner.audience.max_age)],
        groups=words.concepts(partner.audience.groups),
        areas=list(partner.areas),
    )


def _known(words: Words, **facts: list[str]) -> Facts:
    told = ((name, [value for value in values if value]) for name, values in facts.items())
    return [(words.fact(name), values) for name, values in told if values]


def _entry(said: Offer | Hope, words: Words) -> Entry:
    text = words.best(said.texts)
    topics = words.concepts(topic.concept for topic in said.topics)
    return Entry(text.value, text.language, topics)


def _address(address: Address) -> str:
    town = " ".join(part for part in (address.postal_code, address.locality) if part)
    return ", ".join(part for part in (address.street, town) if part)


def _title(document: Document, words: Words) -> str:
    return words.best(document.title).value or document.key
