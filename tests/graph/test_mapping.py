from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox
import pytest
from hypothesis import given, settings

from graph.mapping import SHAPES, entity_from, evidence_from, statements
from graph.model import Entity, Evidence, Organization, Text
from graph.rows import Rows
from graph.statement import ref
from ontology.errors import InputError
from ontology.terms import CPSV, CV, DCTERMS, ORG, RDF, SCHEMA, concept_iri
from tests.graph.entities import ID, full_service, organization, passage
from tests.graph.strategies import entities, passages


def rows_of(lines: Iterable[str]) -> Rows:
    triples = ox.parse("\n".join(lines), format=ox.RdfFormat.N_TRIPLES)
    return Rows.of((t.subject.value, t.predicate.value, t.object) for t in triples)


@settings(deadline=None, max_examples=300)
@given(entities, passages)
def test_every_record_comes_back_exactly_as_it_went_in(
    entity: Entity, evidence: tuple[Evidence, ...]
) -> None:
    rows = rows_of(statements(entity, evidence))
    assert entity_from(rows, entity.iri) == entity
    assert evidence_from(rows, entity.iri) == evidence


@settings(deadline=None, max_examples=150)
@given(entities, passages)
def test_statements_are_spelled_as_the_store_spells_them(
    entity: Entity, evidence: tuple[Evidence, ...]
) -> None:
    lines = statements(entity, evidence)
    graph = ox.NamedNode("https://example.org/g")
    engine = ox.Store()
    engine.load("\n".join(lines), format=ox.RdfFormat.N_TRIPLES, to_graph=graph)
    written = engine.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph) or b""
    assert set(written.decode().split("\n")[:-1]) == set(lines)


def test_an_empty_source_knows_nobody() -> None:
    assert entity_from(Rows({}), f"{ID}service/x") is None
    assert evidence_from(Rows({}), f"{ID}service/x") == ()


@pytest.mark.parametrize(
    ("predicate", "term"),
    [
        (RDF("type"), ref(CPSV("PublicService"))),
        (SCHEMA("provider"), ref(f"{ID}organization/club")),
        (CV("hasCompetentAuthority"), ref(f"{ID}organization/club")),
        (DCTERMS("subject"), ref(concept_iri("need", "anxiety"))),
        (DCTERMS("spatial"), "<https://w3id.org/socialmap/area/%C3%86r%C3%B8%20%26%20Omegn>"),
        (DCTERMS("description"), '"Horses calm."@en'),
    ],
)
def test_standard_terms_are_used_where_they_exist(predicate: str, term: str) -> None:
    assert f"<{ID}service/riding> <{predicate}> {term} ." in statements(full_service())


def test_a_network_is_a_collaboration_of_organisations() -> None:
    network = organization("ssp", types=(concept_iri("partner-type", "network"),))
    lines = statements(network)
    assert f"<{network.iri}> <{RDF('type')}> <{ORG('OrganizationalCollaboration')}> ." in lines


def test_parts_lie_below_the_entity_and_no_node_is_blank() -> None:
    entity = full_service()
    lines = statements(entity, (passage("Horses calm."),))
    assert not any(line.startswith("_:") or " _:" in line for line in lines)
    assert {line.split("/service/")[1].split("/")[0] for line in lines if "contact-" in line}
    assert f"<{entity.iri}/contact-1-" in "\n".join(lines)


def test_two_sources_that_say_different_things_share_no_part() -> None:
    one, other = (statements(organization("club", url=url, facts=())) for url in ("", "https://x"))
    assert set(one) < set(other)
    first, second = (
        statements(organization("club"), (passage(words),)) for words in ("One.", "Two.")
    )
    nodes = [
        {line.split(" ")[0] for line in lines if "evidence" in line} for lines in (first, second)
    ]
    assert len(nodes[0] & nodes[1]) == 1  # the club itself


def test_a_fact_under_a_known_property_stays_out_of_the_record() -> None:
    entity = organization("club", facts=((DCTERMS("description"), Text("a fact", "en")),))
    read = entity_from(rows_of(statements(entity)), entity.iri)
    assert read == entity
    assert isinstance(read, Organization)
    assert read.descriptions == ()


@pytest.mark.parametrize("iri", ["", "no scheme", "https://x y", "https://x/<y>", "x"])
def test_what_is_no_iri_is_refused_by_name(iri: str) -> None:
    with pytest.raises(InputError, match="is not an IRI"):
        ref(iri)


def test_every_kind_of_entity_has_a_shape() -> None:
    assert set(SHAPES) == set(Entity.__args__)
