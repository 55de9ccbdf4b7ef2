"""HSDS 3.1: services with everything inside them, and every organisation.

HSDS asks for UUIDs. An id that is none gets one made from the IRI, always the same, and is kept
under ``organization_identifiers`` or as the attribute "identifier".
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from graph.model import Address, Contact, Organization, Service, Text
from graph.view import View
from ontology.terms import scheme_of, slug_of
from ontology.vocabulary import Vocabulary

__all__ = ["hsds", "organization_object", "service_object", "uuid_of"]

_UNKNOWN = "XX"
"""ISO 3166 user-assigned: HSDS wants a country even where the map knows none."""


def hsds(view: View, vocabulary: Vocabulary) -> bytes:
    """One document ``{"services": […], "organizations": […]}``."""
    organizations = {partner.iri: partner for partner in view.organizations()}
    document = {
        "services": [
            service_object(service, organizations, vocabulary) for service in view.services()
        ],
        "organizations": [
            organization_object(partner, organizations, vocabulary)
            for partner in organizations.values()
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def service_object(
    service: Service, organizations: Mapping[str, Organization], vocabulary: Vocabulary
) -> dict[str, Any]:
    """One service as HSDS nests it."""
    iri, provider = service.iri, organizations.get(service.provider)
    owner = organization_object(provider, organizations, vocabulary) if provider else None
    return _without_gaps(
        {
            "id": uuid_of(service.id, iri),
            "organization_id": owner["id"] if owner else "",
            "name": _first(service.names) or service.id,
            "alternate_name": _first(service.names[1:]),
            "description": _joined(service.descriptions),
            "url": service.url,
            "email": _email(service.contacts),
            "status": "active",
            "eligibility_description": _joined(service.eligibility),
            "minimum_age": service.audience.min_age,
            "maximum_age": service.audience.max_age,
            "phones": _phones(iri, service.contacts),
            "contacts": _contacts(iri, service.contacts),
            **_parts(service),
            "organization": owner,
            "attributes": _attributes(service, vocabulary),
        }
    )


def _parts(service: Service) -> dict[str, Any]:
    """Areas, languages, costs and sites."""
    iri = service.iri
    return {
        "service_areas": [
            {"id": _part(iri, "area", name), "name": name, "extent_type": "text"}
            for name in service.areas
        ],
        "languages": [
            {"id": _part(iri, "language", code), "code": code} for code in service.spoken
        ],
        "cost_options": [
            {"id": _part(iri, "cost", cost), "option": slug_of(cost)} for cost in service.costs
        ],
        "service_at_locations": [
            {"id": _part(iri, "at", place["id"]), "location": place}
            for place in _locations(iri, service.addresses)
        ],
    }


def _attributes(service: Service, vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """What HSDS has no field for: topics, target groups, stages, and the list's own categories."""
    concepts = (
        *(topic.concept for topic in service.topics),
        *service.audience.groups, *service.stages, *service.levels, *service.intensities,
    )  # fmt: skip
    return [
        *_own_id(service),
        *(_attribute(service.iri, concept, vocabulary) for concept in dict.fromkeys(concepts)),
        *(_category(service.iri, name) for name in service.categories),
    ]


def organization_object(
    partner: Organization, organizations: Mapping[str, Organization], vocabulary: Vocabulary
) -> dict[str, Any]:
    """One organisation as HSDS nests it."""
    iri, name = partner.iri, _first(partner.names) or partner.id
    parent = organizations.get(partner.parent)
    return _without_gaps(
        {
            "id": uuid_of(partner.id, iri),
            "name": name,
            "alternate_name": _first(partner.names[1:]),
            "description": _joined(partner.descriptions) or name,
            "email": _email(partner.contacts),
            "website": partner.url,
            "uri": iri,
            "parent_organization_id": uuid_of(parent.id, parent.iri) if parent else "",
            "phones": _phones(iri, partner.contacts),
            "contacts": _contacts(iri, partner.contacts),
            "locations": _locations(iri, partner.addresses),
            "organization_identifiers": _identifiers(partner),
            "attributes": [_attribute(iri, concept, vocabulary) for concept in partner.types],
        }
    )


def uuid_of(own: str, iri: str) -> str:
    """The id itself when it is a UUID, else one made from the IRI."""
    return own if _is_uuid(own) else str(uuid5(NAMESPACE_URL, iri))


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False


def _part(iri: str, kind: str, value: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"{iri}#{kind}/{value}"))


def _identifiers(partner: Organization) -> list[dict[str, Any]]:
    if _is_uuid(partner.id):
        return []
    own = {"identifier_type": "own", "identifier": partner.id}
    return [{"id": _part(partner.iri, "identifier", partner.id), **own}]


def _own_id(service: Service) -> list[dict[str, Any]]:
    if _is_uuid(service.id):
        return []
    identifier = _part(service.iri, "attribute", "identifier")
    return [{"id": identifier, "label": "identifier", "value": service.id}]


def _attribute(iri: str, concept: str, vocabulary: Vocabulary) -> dict[str, Any]:
    scheme, label = scheme_of(concept), vocabulary.label(concept)
    known = vocabulary.by_iri(concept)
    return {
        "id": _part(iri, "attribute", concept),
        "label": scheme.replace("-", " "),
        "taxonomy_term": {
            "id": str(uuid5(NAMESPACE_URL, concept)),
            "code": slug_of(concept),
            "name": label,
            "description": (known.definition if known else "") or label,
            "taxonomy": f"socialmap {scheme}",
            "language": "en",
            "term_uri": concept,
        },
    }


def _category(iri: str, name: str) -> dict[str, Any]:
    term = {"id": _part(iri, "category", name), "name": name, "description": name}
    return {"id": _part(iri, "attribute", name), "label": "category", "taxonomy_term": term}


def _phones(iri: str, contacts: Iterable[Contact]) -> list[dict[str, Any]]:
    numbers = dict.fromkeys(contact.phone for contact in contacts if contact.phone)
    return [{"id": _part(iri, "phone", n), "number": n, "type": "voice"} for n in numbers]


def _contacts(iri: str, contacts: Iterable[Contact]) -> list[dict[str, Any]]:
    """Contacts with a role; bare numbers and addresses stand on the service itself."""
    return [
        _without_gaps(
            {
                "id": _part(iri, "contact", repr(contact)),
                "title": contact.role,
                "email": contact.email if "@" in contact.email else "",
                "phones": _phones(f"{iri}#{number}", (contact,)),
            }
        )
        for number, contact in enumerate(contacts)
        if contact.role or (contact.email and contact.phone)
    ]


def _locations(iri: str, addresses: Sequence[Address]) -> list[dict[str, Any]]:
    return [
        _without_gaps(
            {
                "id": _part(iri, "location", repr(address)),
                "location_type": "physical",
                "latitude": address.latitude,
                "longitude": address.longitude,
                "addresses": _addresses(iri, address),
            }
        )
        for address in addresses
    ]


def _addresses(iri: str, address: Address) -> list[dict[str, Any]]:
    if not (address.street or address.postal_code or address.locality):
        return []
    return [
        {
            "id": _part(iri, "address", repr(address)),
            "address_1": address.street,
            "city": address.locality,
            "state_province": address.locality,
            "postal_code": address.postal_code,
            "country": address.country or _UNKNOWN,
            "address_type": "physical",
        }
    ]


def _without_gaps(found: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if value not in ("", None, [])}


def _first(texts: Iterable[Text]) -> str:
    return next((text.value for text in texts if text.value), "")


def _joined(texts: Iterable[Text]) -> str:
    return "\n\n".join(text.value for text in texts if text.value)


def _email(contacts: Iterable[Contact]) -> str:
    return next((contact.email for contact in contacts if "@" in contact.email), "")
