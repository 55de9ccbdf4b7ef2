"""Parts that several entities have: contact, address, audience, topics, further facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graph import statement as say
from graph.field import Field, Iris, Lines, Number, String, Texts, in_order, write_order
from graph.model import Address, Audience, Contact, Text, TopicLink
from graph.rows import Rows
from graph.shape import Node, Nodes, Shape
from ontology.terms import DCTERMS, GEO, LOCN, RDFS, SCHEMA, SM, XSD

__all__ = [
    "Concepts",
    "Facts",
    "Topics",
    "addresses",
    "areas",
    "audience",
    "contacts",
    "reserved",
    "url",
]

_SUBJECT = DCTERMS("subject")
_LINK, _CONCEPT, _SCORE, _METHOD = SM("topicLink"), SM("concept"), SM("score"), SM("method")
_FACT, _PROPERTY, _VALUE = SM("fact"), SM("property"), SM("value")


def _web_address(value: str) -> str:
    return say.literal(value, XSD("anyURI"))


CONTACT = Shape(
    Contact,
    (SCHEMA("ContactPoint"),),
    (
        String("phone", SCHEMA("telephone")),
        String("email", SCHEMA("email")),
        String("url", SCHEMA("url"), _web_address),
        String("role", SCHEMA("contactType")),
    ),
)
ADDRESS = Shape(
    Address,
    (LOCN("Address"),),
    (
        String("street", LOCN("thoroughfare")),
        String("postal_code", LOCN("postCode")),
        String("locality", LOCN("postName")),
        String("country", LOCN("adminUnitL1")),
        Number("latitude", GEO("lat"), say.number, float),
        Number("longitude", GEO("long"), say.number, float),
    ),
)
AUDIENCE = Shape(
    Audience,
    (SCHEMA("PeopleAudience"),),
    (
        Number("min_age", SCHEMA("requiredMinAge"), say.integer, int),
        Number("max_age", SCHEMA("requiredMaxAge"), say.integer, int),
        Iris("groups", SM("targetGroup")),
    ),
)

contacts = Nodes("contacts", SCHEMA("contactPoint"), "contact", CONTACT)
addresses = Nodes("addresses", LOCN("address"), "address", ADDRESS)
audience = Node("audience", SCHEMA("audience"), "audience", AUDIENCE)
areas = Iris(
    "areas", DCTERMS("spatial"), say.area_iri, say.area_name, DCTERMS("Location"), RDFS("label")
)
url = String("url", SCHEMA("url"), _web_address)


@dataclass(frozen=True, slots=True)
class Topics:
    """Topics: ``dct:subject``, and how sure and by whom where that is not simply "stated"."""

    attribute: str = "topics"

    @property
    def predicates(self) -> tuple[str, ...]:
        """The plain subject and what the links say."""
        return (_SUBJECT, _LINK, _CONCEPT, _SCORE, _METHOD)

    def write(self, subject: str, value: tuple[TopicLink, ...], out: Lines) -> None:
        """One subject a topic, and a node for each that needs one."""
        plain = {topic.concept for topic in value}
        plain -= {topic.concept for topic in value if topic != TopicLink(topic.concept)}
        keys = [(topic.concept, topic.score, topic.method) for topic in value]
        for position, topic in enumerate(value, 1):
            out.append(say.link(subject, _SUBJECT, topic.concept))
            if topic.concept not in plain:
                node = say.node_iri(subject, "topic", position, topic)
                out.append(say.link(subject, _LINK, node))
                out.append(say.link(node, _CONCEPT, topic.concept))
                out.append(say.statement(node, _SCORE, say.number(topic.score)))
                if topic.method:
                    out.append(say.statement(node, _METHOD, say.literal(topic.method)))
        write_order(subject, self.attribute, keys, out)

    def read(self, rows: Rows, subject: str) -> tuple[TopicLink, ...]:
        """The topics in their order."""
        plain = {item.value for item in rows.values(subject, _SUBJECT)}
        if not plain:
            return ()
        keys = []
        for node in (item.value for item in rows.values(subject, _LINK)):
            concept = rows.value(node, _CONCEPT)
            score = rows.value(node, _SCORE)
            keys.append((concept, float(score or 1), rows.value(node, _METHOD)))
            plain.discard(concept)
        keys += [(concept, 1.0, "stated") for concept in plain]
        return tuple(TopicLink(*key) for key in in_order(rows, subject, self.attribute, keys))


@dataclass(frozen=True, slots=True)
class Facts:
    """Statements under properties that no field has, each with a node that keeps the order.

    The plain statement stands beside it, unless a field of the record lives under that property.
    """

    attribute: str
    reserved: frozenset[str]

    @property
    def predicates(self) -> tuple[str, ...]:
        """What the nodes say."""
        return (_FACT, _PROPERTY, _VALUE)

    def write(self, subject: str, value: tuple[tuple[str, Text], ...], out: Lines) -> None:
        """A node and a plain statement for each."""
        for position, (name, said) in enumerate(value, 1):
            node = say.node_iri(subject, "fact", position, (name, said))
            out.append(say.link(subject, _FACT, node))
            out.append(say.link(node, _PROPERTY, name))
            out.append(say.statement(node, _VALUE, say.text(said)))
            if name not in self.reserved:
                out.append(say.statement(subject, say.ref(name)[1:-1], say.text(said)))

    def read(self, rows: Rows, subject: str) -> tuple[tuple[str, Text], ...]:
        """The statements in their order."""
        nodes = sorted((i.value for i in rows.values(subject, _FACT)), key=say.node_number)
        return tuple((rows.value(node, _PROPERTY), _text(rows, node)) for node in nodes)


@dataclass(frozen=True, slots=True)
class Concepts:
    """Like ``Facts`` for concepts: (property, concept IRI)."""

    attribute: str
    reserved: frozenset[str]

    @property
    def predicates(self) -> tuple[str, ...]:
        """What the nodes say."""
        return (SM("statedConcept"), _PROPERTY, _CONCEPT)

    def write(self, subject: str, value: tuple[tuple[str, str], ...], out: Lines) -> None:
        """A node and a plain statement for each."""
        for position, (name, concept) in enumerate(value, 1):
            node = say.node_iri(subject, "concept", position, (name, concept))
            out.append(say.link(subject, SM("statedConcept"), node))
            out.append(say.link(node, _PROPERTY, name))
            out.append(say.link(node, _CONCEPT, concept))
            if name not in self.reserved:
                out.append(say.link(subject, name, concept))

    def read(self, rows: Rows, subject: str) -> tuple[tuple[str, str], ...]:
        """The pairs in their order."""
        found = rows.values(subject, SM("statedConcept"))
        nodes = sorted((i.value for i in found), key=say.node_number)
        return tuple((rows.value(n, _PROPERTY), rows.value(n, _CONCEPT)) for n in nodes)


def _text(rows: Rows, node: str) -> Text:
    return next(iter(_VALUE_TEXT.read(rows, node)), Text(""))


_VALUE_TEXT = Texts("value", _VALUE)


def reserved(fields: tuple[Field[Any], ...]) -> frozenset[str]:
    """Predicates of ``fields``, where a further fact must not stand in the open."""
    return frozenset(p for field in fields for p in field.predicates)
