"""HSDS 3 JSON, record by record: one object, an array, a page, JSON lines or lists by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ingest.readers.decode import decode
from ingest.readers.json_scan import Scanner
from ingest.readers.source import Source
from ontology.errors import InputError

__all__ = ["HsdsReading", "Record", "read_hsds"]

_LISTS = {
    "contents": "",
    "items": "",
    "data": "",
    "services": "service",
    "organizations": "organization",
    "service_at_locations": "service_at_location",
}
"""Keys of an envelope whose array holds records, with the kind of those; "": each tells itself."""

_SERVICE_KEYS = {
    "status", "organization", "organization_id", "service_at_locations", "cost_options",
    "eligibility_description", "minimum_age", "service_areas", "schedules", "fees", "program_id",
}  # fmt: skip
_ORGANIZATION_KEYS = {
    "services", "organization_identifiers", "website", "legal_status", "year_incorporated",
    "tax_status", "tax_id", "programs", "parent_organization_id", "locations",
}  # fmt: skip
_WAY_OUT = "Export it again; socialmap reads HSDS 3.0 and 3.1 as JSON"


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the file: its kind (service, organization …) and where it stands."""

    kind: str
    place: str
    value: Mapping[str, Any]


@dataclass(frozen=True)
class HsdsReading:
    """An HSDS document; its records are parsed each time they are asked for."""

    path: Path
    digest: str
    text: str = field(repr=False)
    media_type: str = "application/json"
    title: str = ""
    language: str = ""

    def records(self) -> Iterator[Record]:
        """The records in the order of the file."""
        is_empty = True
        for kind, place, value in self._values():
            is_empty = False
            if not isinstance(value, dict):
                what = f"a {type(value).__name__} stands where a record should be"
                raise InputError(what, place=f"{self.path}, {place}", way_out=_WAY_OUT)
            yield Record(kind or _kind(value), place, value)
        if is_empty:
            what = "no service or organization in it"
            raise InputError(what, place=str(self.path), way_out=_WAY_OUT)

    def _values(self) -> Iterator[tuple[str, str, Any]]:
        scanner = Scanner(self.text, str(self.path), _WAY_OUT)
        number = 0
        while next_one := scanner.peek():
            number += 1
            if next_one == "[":
                for at, value in enumerate(scanner.elements(), 1):
                    yield "", f"record {at}", value
            elif next_one == "{":
                yield from _document(scanner, f"record {number}")
            else:
                raise scanner.error("a record should begin here")
            scanner.skip(",")


def read_hsds(source: Source) -> HsdsReading:
    """The document with its text decoded; its records are parsed when they are asked for."""
    return HsdsReading(source.path, source.digest, decode(source))


def _document(scanner: Scanner, place: str) -> Iterator[tuple[str, str, Any]]:
    """A record itself, or the records in the lists of an envelope, which has no id and no name."""
    own: dict[str, Any] = {}
    is_envelope = False
    for key in scanner.members():
        if key in _LISTS and scanner.peek() == "[" and not own.keys() & {"id", "name"}:
            is_envelope = True
            for at, value in enumerate(scanner.elements(), 1):
                yield _LISTS[key], f"{key}, record {at}", value
        else:
            own[key] = scanner.value()
    if own.keys() & {"id", "name"} or not is_envelope:
        yield "", place, own


def _kind(value: Mapping[str, Any]) -> str:
    """What a record is, by the keys that only its kind has."""
    keys = value.keys()
    if {"location", "service"} & keys and "name" not in keys:
        return "service_at_location"
    if "location_type" in keys:
        return "location"
    if keys & _SERVICE_KEYS:
        return "service"
    if keys & _ORGANIZATION_KEYS:
        return "organization"
    if keys & {"taxonomy", "taxonomy_terms", "term_uri", "taxonomy_id"}:
        return "taxonomy"
    return "service" if "name" in keys else ""
