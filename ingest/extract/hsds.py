"""HSDS records to organisations and services; their ids are kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.model import Audience, Evidence, Organization, Service, Text, TopicLink
from ingest.extract.context import Collector, Context
from ingest.extract.cost import costs_in
from ingest.extract.hsds_parts import (
    Term,
    addresses_of,
    areas_of,
    children,
    contacts_of,
    languages_of,
    own_id,
    terms_of,
    text_of,
    years,
)
from ingest.readers.hsds import HsdsReading, Record
from ontology.language import detect
from ontology.terms import SM, concept_iri

__all__ = ["add_records", "sample_text"]

_EXTRACTOR = "hsds"
_SAMPLE_RECORDS = 40
_TELLING = 120
"""Characters that tell the language of a record; more would only cost time."""

_TOO_SHORT = 25

_ANY_AGE = 100
"""Directories write 100 or more for "no upper limit"."""


def sample_text(reading: HsdsReading) -> str:
    """Descriptions of the first records, to tell the language by."""
    texts: list[str] = []
    for record in reading.records():
        texts += [text_of(record.value, "name"), text_of(record.value, "description")]
        if len(texts) >= 2 * _SAMPLE_RECORDS:
            break
    return "\n".join(texts)


def add_records(reading: HsdsReading, context: Context, heap: Collector) -> None:
    """Every organisation and service of the document, nested ones too."""
    extractor = _Extractor(context, heap, {})
    for record in reading.records():
        for kind, value, owner in _unfold(record):
            if kind == "organization":
                extractor.add_organization(value, record.place)
            else:
                extractor.add_service(value, owner, record.place)


def _unfold(record: Record) -> Iterator[tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
    """(kind, record, the organisation it hangs below) of a record and of those inside it."""
    value = record.value
    if record.kind == "service_at_location":
        service = value.get("service")
        if isinstance(service, dict):
            lone = {"location": value.get("location")}
            yield from _unfold(
                Record("service", record.place, {"service_at_locations": [lone], **service})
            )
    elif record.kind == "organization":
        yield "organization", value, value
        for service in children(value, "services"):
            yield "service", service, value
    elif record.kind == "service":
        organization = value.get("organization")
        owner = organization if isinstance(organization, dict) else {}
        if owner:
            yield "organization", owner, owner
        yield "service", value, owner


@dataclass(frozen=True, slots=True)
class _Extractor:
    """Puts records on the heap; remembers in which language each organisation writes."""

    context: Context
    heap: Collector
    languages: dict[str, str]

    def add_organization(self, value: Mapping[str, Any], place: str) -> None:
        name = text_of(value, "name")
        if not name:
            return
        iri, own = self._organization_iri(value)
        terms = tuple(terms_of(value))
        language = self._language(value, iri)
        description = text_of(value, "description")
        parent = text_of(value, "parent_organization_id")
        funding = (text_of(item, "source") for item in children(value, "funding"))
        locations = children(value, "locations")
        entity = Organization(
            iri=iri,
            id=own,
            names=_names(value, language),
            types=_concepts(terms, "partner-type", self.context),
            descriptions=(Text(description, language),) if description else (),
            parent=self.context.minter.by_id("organization", parent)[0] if parent else "",
            contacts=contacts_of(value),
            addresses=tuple(found for place in locations for found in addresses_of(place)),
            url=text_of(value, "website") or text_of(value, "uri"),
            facts=tuple((SM("funding"), Text(said, language)) for said in funding if said),
        )
        if self.heap.entity(iri) != entity:
            self.heap.add(entity, self._evidence(value, place, language))

    def add_service(self, value: Mapping[str, Any], owner: Mapping[str, Any], place: str) -> None:
        name = text_of(value, "name")
        if not name:
            return
        own, minter = own_id(value), self.context.minter
        names = minter.by_id("service", own) if own else minter.by_name("service", name)
        provider = self._provider(value, owner)
        language = self._language(value, provider)
        entity = _service(value, (*names, provider, language), self.context)
        needs = (provider,) if provider else ()
        self.heap.add(entity, self._evidence(value, place, language), needs)

    def _evidence(self, value: Mapping[str, Any], place: str, language: str) -> Evidence:
        name, description = text_of(value, "name"), text_of(value, "description")
        passage = f"{name}: {description}" if description else name
        return self.context.evidence(passage, place, _EXTRACTOR, language=language)

    def _organization_iri(self, value: Mapping[str, Any]) -> tuple[str, str]:
        if own := own_id(value):
            return self.context.minter.by_id("organization", own)
        return self.context.minter.by_name("organization", text_of(value, "name"))

    def _provider(self, value: Mapping[str, Any], owner: Mapping[str, Any]) -> str:
        if owner:
            return self._organization_iri(owner)[0]
        own = text_of(value, "organization_id")
        return self.context.minter.by_id("organization", own)[0] if own else ""

    def _language(self, value: Mapping[str, Any], owner: str) -> str:
        """The language of the provider's words: one directory may be written in several."""
        if owner in self.languages:
            return self.languages[owner]
        text = text_of(value, "description")[:_TELLING]
        if len(text) < _TOO_SHORT:
            return self.context.language
        found = detect(text, (self.context.language,))[0][0]
        if owner:
            self.languages[owner] = found
        return found


def _service(
    value: Mapping[str, Any], names: tuple[str, str, str, str], context: Context
) -> Service:
    iri, own, provider, language = names
    terms = tuple(terms_of(value))
    description = text_of(value, "description")
    eligibility = text_of(value, "eligibility_description")
    places = [item.get("location") for item in children(value, "service_at_locations")]
    locations = [place for place in places if isinstance(place, dict)]
    return Service(
        iri=iri,
        id=own,
        names=_names(value, language),
        provider=provider,
        descriptions=(Text(description, language),) if description else (),
        topics=tuple(TopicLink(topic) for topic in _concepts(terms, "need", context)),
        audience=_audience(value, _concepts(terms, "target-group", context)),
        areas=areas_of(value),
        spoken=languages_of(value),
        costs=_costs(value, language, context),
        stages=_concepts(terms, "stage", context),
        levels=_concepts(terms, "level", context),
        intensities=_concepts(terms, "intensity", context),
        contacts=contacts_of(value),
        addresses=tuple(a for location in locations for a in addresses_of(location)),
        eligibility=(Text(eligibility, language),) if eligibility else (),
        url=text_of(value, "url"),
        categories=tuple(dict.fromkeys(t.name for t in terms if t.name and not t.scheme)),
    )


def _names(value: Mapping[str, Any], language: str) -> tuple[Text, ...]:
    keys = ("name", "alternate_name")
    said = dict.fromkeys(text for key in keys if (text := text_of(value, key)))
    return tuple(Text(text, language) for text in said)


def _audience(value: Mapping[str, Any], groups: tuple[str, ...]) -> Audience:
    low, high = years(value.get("minimum_age")), years(value.get("maximum_age"))
    if high is not None and (high >= _ANY_AGE or (low is not None and high < low)):
        high = None
    return Audience(low or None, high, groups)


def _costs(value: Mapping[str, Any], language: str, context: Context) -> tuple[str, ...]:
    """Free, paid or by income: from options and amounts, else from the sentence on fees."""
    found: dict[str, None] = {}
    for option in children(value, "cost_options"):
        keys = ("option", "amount_description")
        said = " ".join(text_of(option, key) for key in keys)
        known = costs_in(said, language, context.vocabulary)
        amount = option.get("amount")
        if not known and isinstance(amount, int | float):
            known = (concept_iri("cost", "paid" if amount else "free"),)
        found.update(dict.fromkeys(known))
    if not found:
        said = f"{text_of(value, 'fees')} {text_of(value, 'fees_description')}"
        found.update(dict.fromkeys(costs_in(said, language, context.vocabulary)))
    return tuple(found)


def _concepts(terms: Sequence[Term], scheme: str, context: Context) -> tuple[str, ...]:
    """Terms that are concepts of ours: by IRI, by code in our taxonomies, or by label."""
    found: dict[str, None] = {}
    for term in terms:
        iri = concept_iri(scheme, term.code)
        if term.uri.startswith(concept_iri(scheme, "")):
            found.setdefault(term.uri)
        elif term.scheme not in ("", scheme):
            continue
        elif term.code and context.vocabulary.by_iri(iri):
            found.setdefault(iri)
        elif term.name:
            for language in dict.fromkeys((term.language, context.language, "en")):
                for match in context.vocabulary.by_label(term.name, language, scheme):
                    found.setdefault(match)
    return tuple(found)
