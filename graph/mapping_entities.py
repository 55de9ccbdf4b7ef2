"""How partners, services, offers, hopes, collaborations, pathways and documents stand in RDF."""

from __future__ import annotations

from dataclasses import dataclass

from graph import statement as say
from graph.field import Iri, Iris, Lines, Number, String, Strings, Texts
from graph.mapping_parts import (
    Concepts,
    Facts,
    Topics,
    addresses,
    areas,
    audience,
    contacts,
    reserved,
    url,
)
from graph.model import (
    Collaboration,
    Document,
    Hope,
    Offer,
    Organization,
    Pathway,
    Service,
    Step,
)
from graph.rows import Rows
from graph.shape import Nodes, Shape
from ontology.terms import (
    CPSV,
    CV,
    DCTERMS,
    FOAF,
    ORG,
    P_PLAN,
    PROV,
    RDF,
    SCHEMA,
    SKOS,
    SM,
    concept_iri,
)

__all__ = ["COLLABORATION", "DOCUMENT", "HOPE", "OFFER", "ORGANIZATION", "PATHWAY", "SERVICE"]

NETWORK = concept_iri("partner-type", "network")

_identifier = String("id", DCTERMS("identifier"))
_titles = Texts("names", DCTERMS("title"), DCTERMS("alternative"))
_descriptions = Texts("descriptions", DCTERMS("description"))
_texts = Texts("texts", DCTERMS("description"))
_topics = Topics()


@dataclass(frozen=True, slots=True)
class _PartnerTypes(Iris):
    """Partner types; a network is a class of its own in ORG."""

    def write(self, subject: str, value: tuple[str, ...], out: Lines) -> None:
        """``org:classification``, and the class that ORG has for networks."""
        Iris.write(self, subject, value, out)
        if NETWORK in value:
            out.append(say.link(subject, RDF("type"), ORG("OrganizationalCollaboration")))


@dataclass(frozen=True, slots=True)
class _Days:
    """Shortest and longest time limit, either of which may be open."""

    attribute: str
    shortest: Number[int]
    longest: Number[int]

    @property
    def predicates(self) -> tuple[str, ...]:
        """Both ends."""
        return (self.shortest.predicate, self.longest.predicate)

    def write(self, subject: str, value: tuple[int | None, int | None], out: Lines) -> None:
        """A number an end."""
        self.shortest.write(subject, value[0], out)
        self.longest.write(subject, value[1], out)

    def read(self, rows: Rows, subject: str) -> tuple[int | None, int | None]:
        """Both ends."""
        return self.shortest.read(rows, subject), self.longest.read(rows, subject)


_partner_fields = (
    _identifier,
    Texts("names", SKOS("prefLabel"), SKOS("altLabel")),
    _PartnerTypes("types", ORG("classification")),
    _descriptions,
    Iri("parent", ORG("subOrganizationOf")),
    contacts,
    addresses,
    areas,
    audience,
    url,
)
ORGANIZATION = Shape(
    Organization,
    (ORG("Organization"),),
    (*_partner_fields, Facts("facts", reserved(_partner_fields))),
)
SERVICE = Shape(
    Service,
    (CPSV("PublicService"),),
    (
        _identifier,
        _titles,
        Iri("provider", SCHEMA("provider"), (CV("hasCompetentAuthority"),)),
        _descriptions,
        _topics,
        audience,
        areas,
        Strings("spoken", SCHEMA("availableLanguage")),
        Iris("costs", SM("cost")),
        Iris("stages", SM("stage")),
        Iris("levels", SM("level")),
        Iris("intensities", SM("intensity")),
        contacts,
        addresses,
        Texts("eligibility", SM("eligibility")),
        url,
        Strings("categories", SCHEMA("category")),
    ),
)
OFFER = Shape(Offer, (SM("Offer"),), (_identifier, Iri("partner", SM("partner")), _texts, _topics))
HOPE = Shape(Hope, (SM("Hope"),), (_identifier, Iri("partner", SM("partner")), _texts, _topics))
COLLABORATION = Shape(
    Collaboration,
    (SM("Collaboration"),),
    (
        _identifier,
        Iri("subject", SM("subject")),
        Iri("relation", SM("relation")),
        Iri("object", SM("object")),
        Texts("notes", DCTERMS("description")),
        String("since", SCHEMA("startDate"), say.moment),
        String("until", SCHEMA("endDate"), say.moment),
        Texts("legal_basis", SM("legalBasis")),
    ),
)
_STEP = Shape(
    Step,
    (SM("Step"), P_PLAN("Step")),
    (
        Number("order", SM("position"), say.integer, int),
        Texts("names", DCTERMS("title")),
        Iri("kind", SM("stepKind")),
        Texts("actors", SM("actor")),
        Texts("triggers", SM("trigger")),
        Texts("waiting", SM("waiting")),
        _Days(
            "waiting_days",
            Number("shortest", SM("shortestDays"), say.integer, int),
            Number("longest", SM("longestDays"), say.integer, int),
        ),
        Texts("consent", SM("consent")),
        Texts("tasks", SM("task")),
    ),
)
PATHWAY = Shape(
    Pathway,
    (SM("Pathway"), P_PLAN("Plan")),
    (
        _identifier,
        _titles,
        Nodes("steps", SM("step"), "step", _STEP),
        Iri("organization", SM("organization")),
    ),
)
_document_fields = (
    _identifier,
    String("key", SM("key")),
    Texts("title", DCTERMS("title")),
    String("language", SCHEMA("inLanguage")),
    String("digest", SM("digest")),
    String("media_type", SCHEMA("encodingFormat")),
    String("retrieved", SM("retrieved"), say.moment),
    String("updated", DCTERMS("modified"), say.moment),
)
DOCUMENT = Shape(
    Document,
    (FOAF("Document"), PROV("Entity")),
    (
        *_document_fields,
        Facts("facts", reserved(_document_fields)),
        Concepts("concepts", reserved(_document_fields)),
    ),
)
