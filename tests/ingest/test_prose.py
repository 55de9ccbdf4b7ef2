"""Prose that we invented gives partners, relations, facts and steps, each with its passage."""

from __future__ import annotations

from pathlib import Path

from graph.model import Collaboration, Document, Organization, Pathway, Service
from ingest.extraction import extract
from ingest.identity import Minter
from ingest.model import Found
from ingest.readers import read
from ontology.terms import SM, slug_of
from ontology.vocabulary import Vocabulary
from tests.ingest import invented

VOCABULARY = Vocabulary.load()


class Told:
    """What a text tells, in words."""

    def __init__(self, path: Path) -> None:
        self.found: list[Found] = list(extract(read(path), Minter(path.name), VOCABULARY).said)
        self.entities = [item.entity for item in self.found]
        self.partners = [e for e in self.entities if isinstance(e, Organization)]
        self.names = {e.iri: e.names[0].value for e in self.partners}
        self.services = [e for e in self.entities if isinstance(e, Service)]
        self.pathways = [e for e in self.entities if isinstance(e, Pathway)]
        self.relations = {
            (self.names[e.subject], slug_of(e.relation), self.names[e.object])
            for e in self.entities
            if isinstance(e, Collaboration)
        }

    @property
    def document(self) -> Document:
        return next(e for e in self.entities if isinstance(e, Document))

    def partner(self, name: str) -> Organization:
        return next(e for e in self.partners if e.names[0].value == name)

    def facts(self, name: str, property_: str) -> list[str]:
        return [text.value for key, text in self.partner(name).facts if key == SM(property_)]


def told(tmp_path: Path, text: str, suffix: str = ".txt") -> Told:
    path = tmp_path / f"doc{suffix}"
    path.write_text(text, encoding="utf-8")
    return Told(path)


def test_an_english_network_with_its_members_and_chain(tmp_path: Path) -> None:
    english = told(tmp_path, invented.ENGLISH)
    main = "Northgate Attendance Network"
    types = {slug_of(e.types[0]) for e in english.partners if e.types}
    assert {"network", "school", "police", "youth-service", "sports-club"} <= types
    members = {a for a, relation, b in english.relations if relation == "member-of" and b == main}
    assert len(members) == 5
    assert ("Pupil guidance centre", "refers-to", "Youth service") in english.relations
    assert any(relation == "coordinates" for _, relation, _ in english.relations)
    assert any(r == "funds" and b == "Open Door" for _, r, b in english.relations)
    assert english.facts(main, "meetingsPerYear") == ["6"]
    assert english.facts(main, "legalBasis") == ["Education Act", "Children Act"]
    audience = english.partner(main).audience
    assert (audience.min_age, audience.max_age) == (12, 16)
    assert english.document.updated == "2025-02-03"


def test_metadata_becomes_facts_and_concepts_of_the_document(tmp_path: Path) -> None:
    document = told(tmp_path, invented.ENGLISH).document
    facts = {(slug_of(key), text.value) for key, text in document.facts}
    assert {("country", "Ireland"), ("educationLevel", "Secondary education")} <= facts
    concepts = {slug_of(iri) for _, iri in document.concepts}
    assert {"network-description", "secondary-education", "local-funds", "donations"} <= concepts


def test_page_furniture_is_no_statement(tmp_path: Path) -> None:
    passages = " ".join(
        evidence.passage
        for item in told(tmp_path, invented.ENGLISH).found
        for evidence in item.evidence
    )
    assert "Skip to content" not in passages
    assert "Share this page" not in passages


def test_a_danish_network(tmp_path: Path) -> None:
    danish = told(tmp_path, invented.DANISH, ".md")
    main = next(e for e in danish.partners if slug_of(e.types[0]) == "network")
    name = main.names[0].value
    assert (main.audience.min_age, main.audience.max_age) == (6, 15)
    assert danish.facts(name, "meetingsPerYear") == ["6"]
    assert danish.facts(name, "yearlyEvent") == ["temadag"]
    assert "Serviceloven" in danish.facts(name, "legalBasis")
    assert sum(relation == "member-of" for _, relation, _ in danish.relations) == 4


def test_a_swedish_pathway_with_trigger_time_limits_and_consent(tmp_path: Path) -> None:
    (pathway, *_) = told(tmp_path, invented.SWEDISH).pathways
    goal, network = pathway.steps
    assert [slug_of(step.kind) for step in pathway.steps] == ["goal-meeting", "network-meeting"]
    assert [text.value for text in goal.actors] == ["Mentor", "vårdnadshavare", "elev", "rektor"]
    assert [text.value for text in goal.triggers] == ["15 % frånvaro under 4 veckor"]
    assert goal.consent
    assert network.waiting_days == (None, 56)


def test_a_german_network(tmp_path: Path) -> None:
    german = told(tmp_path, invented.GERMAN)
    assert sum(relation == "member-of" for _, relation, _ in german.relations) == 4
    main = next(e for e in german.partners if slug_of(e.types[0]) == "network")
    assert german.facts(main.names[0].value, "meetingsPerYear") == ["4"]


def test_a_slovenian_network_with_a_funded_association(tmp_path: Path) -> None:
    slovenian = told(tmp_path, invented.SLOVENIAN)
    main = "Mreža za varno mladost"
    assert slovenian.facts(main, "meetingsPerYear") == ["5"]
    assert ("Šola", "refers-to", "Svetovalni center za učence") in slovenian.relations
    assert any(r == "funds" and b == "Svetilnik" for _, r, b in slovenian.relations)
    providers = {slovenian.names[service.provider] for service in slovenian.services}
    assert {main, "Svetilnik"} <= providers


def test_everything_found_has_a_passage_that_stands_in_the_text(tmp_path: Path) -> None:
    for item in told(tmp_path, invented.SLOVENIAN).found:
        assert item.evidence
        for evidence in item.evidence:
            for piece in evidence.passage.split(" … "):
                assert piece.split(": ")[-1].split(" ")[0] in invented.SLOVENIAN
            assert evidence.place


def test_a_tool_names_kinds_of_partner_and_makes_none(tmp_path: Path) -> None:
    text = "How to invite partners\n\nKinds of partners:\n\n- Sports clubs\n- Police\n- Companies\n"
    tool = told(tmp_path, text)
    assert not tool.partners
    kinds = [t.value for key, t in tool.document.facts if key == SM("partnerKind")]
    assert len(kinds) == 3


def test_a_text_without_partners_says_nothing(tmp_path: Path) -> None:
    poem = told(tmp_path, "The sea is grey today and so am I, said the gull to the stone.")
    assert not poem.partners
    assert not poem.services
