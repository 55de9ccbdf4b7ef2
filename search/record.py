"""What the index keeps of a service: everything an answer needs, flat and ready to show."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from graph.model import Contact, ServiceProfile, Text
from ontology.text import lemmas

__all__ = ["Record"]


@dataclass(frozen=True, slots=True)
class Record:
    """One service, flattened. Pairs are (value, value) tuples so that JSON can hold them."""

    iri: str
    id: str
    name: str
    text: str
    """Names and descriptions, the text that meaning and words are searched in."""
    language: str
    organization_iri: str = ""
    organization_id: str = ""
    organization_name: str = ""
    types: tuple[str, ...] = ()
    topics: tuple[tuple[str, float], ...] = ()
    min_age: int | None = None
    max_age: int | None = None
    areas: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    contact: tuple[tuple[str, str], ...] = ()
    evidence: tuple[tuple[str, str], ...] = ()
    """(source title, passage)."""
    ways_in: tuple[tuple[str, str], ...] = ()
    """(organisation name, relation IRI)."""

    @classmethod
    def from_profile(cls, profile: ServiceProfile) -> Record:
        """The record of a service as ``graph.view`` gives it."""
        service, provider = profile.service, profile.provider
        titles = dict(profile.sources)
        contacts = (*service.contacts, *(provider.contacts if provider else ()))
        urls = (service.url, provider.url if provider else "")
        return cls(
            iri=service.iri,
            id=service.id,
            name=_first(service.names),
            text="\n".join(t.value for t in (*service.names, *service.descriptions) if t.value),
            language=_language((*service.descriptions, *service.names)),
            organization_iri=provider.iri if provider else service.provider,
            organization_id=provider.id if provider else "",
            organization_name=_first(provider.names) if provider else "",
            types=provider.types if provider else (),
            topics=tuple((topic.concept, topic.score) for topic in service.topics),
            min_age=service.audience.min_age,
            max_age=service.audience.max_age,
            areas=service.areas or (provider.areas if provider else ()),
            spoken=service.spoken,
            costs=service.costs,
            stages=service.stages,
            contact=tuple(_contact(contacts, urls).items()),
            evidence=tuple(
                (titles.get(e.document, e.document), e.passage) for e in profile.evidence
            ),
            ways_in=tuple((tie.name, tie.relation) for tie in profile.ways_in),
        )

    @classmethod
    def from_json(cls, text: str) -> Record:
        """What ``to_json`` wrote."""
        data: dict[str, Any] = json.loads(text)
        return cls(**{key: _tuples(value) for key, value in data.items()})

    def words(self) -> list[str]:
        """Folded lemmas of everything that words are searched in."""
        return lemmas(f"{self.text}\n{self.organization_name}", self.language)

    def to_json(self) -> str:
        """One line of JSON."""
        data = {field.name: getattr(self, field.name) for field in fields(self)}
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _tuples(value: Any) -> Any:
    return tuple(_tuples(item) for item in value) if isinstance(value, list) else value


def _first(texts: Iterable[Text]) -> str:
    return next((text.value for text in texts if text.value), "")


def _language(texts: Iterable[Text]) -> str:
    return next((text.language for text in texts if text.value and text.language), "")


def _contact(contacts: Iterable[Contact], urls: Iterable[str]) -> dict[str, str]:
    """The first phone, e-mail address and web page; what the service itself says comes first."""
    found: dict[str, str] = {}
    for contact in contacts:
        for key in ("phone", "email", "url"):
            value = getattr(contact, key)
            if value:
                found.setdefault(key, value)
    for url in urls:
        if url:
            found.setdefault("url", url)
    return found
