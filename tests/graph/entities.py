"""Small entities that the tests of the graph share."""

from __future__ import annotations

from graph.model import (
    Audience,
    Collaboration,
    Contact,
    Document,
    Evidence,
    Organization,
    Service,
    Text,
    TopicLink,
)
from ontology.terms import concept_iri

ID = "https://w3id.org/socialmap/id/"
REFERS = concept_iri("relation", "refers-to")


def document(key: str = "list.xlsx", digest: str = "1" * 64) -> Document:
    name = key.partition(".")[0]
    return Document(
        f"{ID}document/{name}", name, key, (Text(name.title(), "en"),), "en", digest, "text/csv"
    )


def organization(name: str, **more: object) -> Organization:
    iri = f"{ID}organization/{name}"
    return Organization(iri, name, (Text(name.title(), "en"),), **more)  # type: ignore[arg-type]


def service(name: str, provider: str = "", **more: object) -> Service:
    by = f"{ID}organization/{provider}" if provider else ""
    names = (Text(name.title(), "en"),)
    return Service(f"{ID}service/{name}", name, names, by, **more)  # type: ignore[arg-type]


def collaboration(subject: str, other: str, relation: str = REFERS) -> Collaboration:
    name = f"{subject}-{other}"
    ends = (f"{ID}organization/{subject}", f"{ID}organization/{other}")
    return Collaboration(f"{ID}collaboration/{name}", name, ends[0], relation, ends[1])


def passage(words: str, key: str = "list.xlsx", place: str = "row 2") -> Evidence:
    return Evidence(document(key).iri, words, "en", place, "capacities", 0.9)


def full_service() -> Service:
    return service(
        "riding",
        "club",
        descriptions=(Text("Heste gør børn rolige.", "da"), Text("Horses calm.", "en")),
        topics=(TopicLink(concept_iri("need", "anxiety"), 0.7, "label"),),
        audience=Audience(6, 17, (concept_iri("target-group", "girls"),)),
        areas=("Old Town", "Ærø & Omegn"),
        spoken=("so", "da"),
        contacts=(Contact(phone="+45 1"), Contact(email="a@example.org", role="host")),
    )
