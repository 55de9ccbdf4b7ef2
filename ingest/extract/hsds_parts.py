"""Parts of HSDS records that services and organisations share: contacts, places, terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.model import Address, Contact
from ingest.extract.spoken import spoken_codes

__all__ = [
    "Term",
    "addresses_of",
    "areas_of",
    "children",
    "contacts_of",
    "languages_of",
    "own_id",
    "terms_of",
    "text_of",
    "years",
]

_LATITUDE, _LONGITUDE = 90, 180
_SCHEME_WORDS = {
    "need": "need",
    "topic": "need",
    "partner type": "partner-type",
    "stage": "stage",
    "level": "level",
    "intensit": "intensity",
    "target group": "target-group",
    "cost": "cost",
}
"""How a taxonomy or an attribute's label names one of our schemes."""


@dataclass(frozen=True, slots=True)
class Term:
    """A taxonomy term: its code, name and IRI, and which scheme of ours it belongs to, if any."""

    code: str
    name: str
    uri: str
    scheme: str
    language: str


def children(value: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    """The objects in a list; whatever else stands there is no record."""
    found = value.get(key)
    for item in found if isinstance(found, list) else ():
        if isinstance(item, dict):
            yield item


def text_of(value: Mapping[str, Any], key: str) -> str:
    """A text or number as stripped text; empty when it is neither."""
    found = value.get(key)
    if isinstance(found, str):
        return found.strip()
    is_number = isinstance(found, int | float) and not isinstance(found, bool)
    return str(found) if is_number else ""


def own_id(value: Mapping[str, Any]) -> str:
    """The id that its source gave a record: ours, when we exported it, stands beside the UUID."""
    for row in children(value, "organization_identifiers"):
        if text_of(row, "identifier_type") == "own":
            return text_of(row, "identifier")
    for row in children(value, "attributes"):
        if text_of(row, "label") == "identifier" and text_of(row, "value"):
            return text_of(row, "value")
    return text_of(value, "id")


def years(value: object) -> int | None:
    """An age in whole years, written as number or as text."""
    try:
        number = int(float(str(value)))
    except (ValueError, OverflowError):
        return None
    return number if 0 <= number < 200 else None


def contacts_of(value: Mapping[str, Any]) -> tuple[Contact, ...]:
    """Telephone numbers, addresses and roles; a contact's personal name stays out."""
    url = text_of(value, "url") or text_of(value, "website")
    own = Contact(email=text_of(value, "email"), url=url)
    found = [own] if own != Contact() else []
    for contact in children(value, "contacts"):
        role = text_of(contact, "title") or text_of(contact, "department")
        numbers = [text_of(phone, "number") for phone in children(contact, "phones")] or [""]
        found += [
            Contact(number.strip('"'), text_of(contact, "email"), role=role) for number in numbers
        ]
    for phone in children(value, "phones"):
        found.append(Contact(text_of(phone, "number").strip('"')))
    for place in children(value, "service_at_locations"):
        found += contacts_of({key: place.get(key) for key in ("contacts", "phones")})
    return tuple(dict.fromkeys(contact for contact in found if contact != Contact()))


def addresses_of(location: Mapping[str, Any]) -> Iterator[Address]:
    """The addresses of a location; coordinates alone are one too."""
    latitude = _degrees(location.get("latitude"), _LATITUDE)
    longitude = _degrees(location.get("longitude"), _LONGITUDE)
    if latitude is None or longitude is None:
        latitude = longitude = None
    rows = list(children(location, "addresses"))
    for row in rows:
        lines = (text_of(row, "address_1"), text_of(row, "address_2"))
        yield Address(
            street=", ".join(filter(None, lines)),
            postal_code=text_of(row, "postal_code"),
            locality=text_of(row, "city"),
            country=text_of(row, "country"),
            latitude=latitude,
            longitude=longitude,
        )
    if not rows and latitude is not None:
        yield Address(latitude=latitude, longitude=longitude)


def _degrees(value: object, most: int) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return number if -most <= number <= most else None


def areas_of(value: Mapping[str, Any]) -> tuple[str, ...]:
    """Names of the areas served, of the service and of its places."""
    rows = [*children(value, "service_areas")]
    for place in children(value, "service_at_locations"):
        rows += children(place, "service_areas")
    names = (text_of(row, "name") or text_of(row, "service_area") for row in rows)
    return tuple(dict.fromkeys(name for name in names if name))


def languages_of(value: Mapping[str, Any]) -> tuple[str, ...]:
    """Codes of the languages in which the service is given."""
    found: dict[str, None] = {}
    for row in children(value, "languages"):
        said = text_of(row, "code") or text_of(row, "language") or text_of(row, "name")
        for code in spoken_codes(said):
            found.setdefault(code)
    return tuple(found)


def terms_of(value: Mapping[str, Any]) -> Iterator[Term]:
    """The taxonomy terms hung on a record as attributes."""
    for attribute in children(value, "attributes"):
        if text_of(attribute, "label") == "identifier":
            continue
        term = attribute.get("taxonomy_term")
        if not isinstance(term, dict):
            term = {"name": text_of(attribute, "value") or text_of(attribute, "label")}
            if not term["name"]:
                continue
        words = f"{text_of(attribute, 'label')} {text_of(term, 'taxonomy')}".lower()
        scheme = next((ours for said, ours in _SCHEME_WORDS.items() if said in words), "")
        yield Term(
            text_of(term, "code"),
            text_of(term, "name") or text_of(term, "term"),
            text_of(term, "term_uri"),
            scheme,
            text_of(term, "language"),
        )
