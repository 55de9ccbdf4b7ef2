"""What the five documents of the project's origin tell, when they lie beside the repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import Pathway
from ontology.terms import SM, slug_of
from tests.ingest.test_prose import Told

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the seed documents are not at {SEEDS}")


def seed(name: str) -> Told:
    return Told(SEEDS / name)


@pytest.fixture(scope="module")
def antwerp() -> Told:
    return seed("antwerp-stay-in-school-network.sl.txt")


@pytest.fixture(scope="module")
def danish() -> Told:
    return seed("de-4-netvaerk-ssp.da.txt")


@pytest.fixture(scope="module")
def swedish() -> Told:
    return seed("samordning-socialforvaltning-utbildning.sv.txt")


def network_of(found: Told) -> str:
    return next(
        n for e, n in found.names.items() if slug_of(found.partner(n).types[0]) == "network"
    )


def test_antwerp_network_its_help_desk_council_and_nine_agencies(antwerp: Told) -> None:
    network = network_of(antwerp)
    members = {a for a, relation, b in antwerp.relations if (relation, b) == ("member-of", network)}
    types = {slug_of(antwerp.partner(name).types[0]) for name in members}
    assert types == {
        "local-authority", "education-authority", "school-board", "pupil-guidance-centre",
        "local-education-platform", "social-service", "youth-organisation", "court", "police",
    }  # fmt: skip
    coordinators = {a for a, relation, _ in antwerp.relations if relation == "coordinates"}
    types = {slug_of(antwerp.partner(name).types[0]) for name in coordinators}
    assert types == {"help-desk", "local-authority"}


def test_antwerp_schoolbridge_and_who_funds_it(antwerp: Told) -> None:
    (payer,) = [a for a, r, b in antwerp.relations if (r, b) == ("funds", "Schoolbridge")]
    assert slug_of(antwerp.partner(payer).types[0]) == "local-authority"
    assert any(antwerp.names[s.provider] == "Schoolbridge" for s in antwerp.services)


def test_antwerp_referral_chain(antwerp: Told) -> None:
    (chain,) = antwerp.pathways
    partners = [antwerp.partner(step.names[0].value) for step in chain.steps]
    types = [slug_of(partner.types[0]) for partner in partners]
    assert types == ["school", "pupil-guidance-centre", "help-desk", "network"]


def test_antwerp_target_group_and_metadata(antwerp: Told) -> None:
    groups = {slug_of(iri) for iri in antwerp.partner(network_of(antwerp)).audience.groups}
    assert {"early-school-leavers", "at-risk-pupils"} <= groups
    concepts = {slug_of(iri) for _, iri in antwerp.document.concepts}
    assert concepts == {
        "good-practice", "primary-education", "secondary-education", "targeted-group",
        "individual", "regular", "european-funds", "local-funds", "national-funds",
    }  # fmt: skip
    assert (SM("country"), "Belgija") in {(k, t.value) for k, t in antwerp.document.facts}


def test_antwerp_services(antwerp: Told) -> None:
    told = " ".join(text.value for service in antwerp.services for text in service.descriptions)
    for words in ("individualno vodenje", "terapevtske storitve", "delu s starši", "individualno"):
        assert words in told
    topics = {slug_of(t.concept) for service in antwerp.services for t in service.topics}
    assert {"dropping-out", "reengagement", "dropout-prevention"} <= topics


def test_danish_networks(danish: Told) -> None:
    network = network_of(danish)
    assert danish.facts(network, "district") == ["4 skoledistrikter"]
    assert danish.facts(network, "meetingsPerYear") == ["4"]
    assert danish.facts(network, "yearlyEvent") == ["forebyggelsesdag"]
    assert {"Serviceloven", "Retsplejeloven"} <= set(danish.facts(network, "legalBasis"))
    assert danish.document.updated == "2023-04-14"
    audience = danish.partner(network).audience
    assert (audience.min_age, audience.max_age) == (10, 17)


def test_danish_participants_and_facilitators(danish: Told) -> None:
    members = [a for a, relation, _ in danish.relations if relation == "member-of"]
    assert len(members) == 7
    assert [a for a, r, _ in danish.relations if r == "coordinates"] == ["SSP-konsulent"]


def test_swedish_administrations(swedish: Told) -> None:
    types = {slug_of(partner.types[0]) for partner in swedish.partners}
    assert {"social-service", "education-authority"} <= types
    assert any(relation == "delivers-with" for _, relation, _ in swedish.relations)


def pathway_of(swedish: Told) -> Pathway:
    return next(p for p in swedish.pathways if any(step.consent for step in p.steps))


def test_swedish_meetings_in_their_order(swedish: Told) -> None:
    kinds = [slug_of(step.kind) for step in pathway_of(swedish).steps]
    meetings = [kind for kind in kinds if kind.endswith("-meeting")]
    assert meetings == ["goal-meeting", "network-meeting", "evaluation-meeting"]
    assert kinds[0] == "contact-guardian"


def test_swedish_triggers_people_limits_and_consent(swedish: Told) -> None:
    steps = {slug_of(step.kind): step for step in pathway_of(swedish).steps}
    goal = steps["goal-meeting"]
    triggers = " ".join(text.value for text in goal.triggers)
    assert "fem tillfälle" in triggers
    assert "20% frånvaro under 5 veckor" in triggers
    assert len(goal.actors) == 5
    assert goal.waiting_days == (14, 21)
    assert steps["network-meeting"].waiting_days == (None, 42)
    assert goal.consent


@pytest.mark.parametrize("words", ["laddar", "Google", "Ladda ner", "Liknande"])
def test_swedish_page_furniture_is_dropped(swedish: Told, words: str) -> None:
    passages = [evidence.passage for item in swedish.found for evidence in item.evidence]
    assert not any(words in passage for passage in passages)


def test_roundtable_kinds_columns_and_steps() -> None:
    english = seed("crocoos-partners-roundtable.en.txt")
    facts = [slug_of(key) for key, _ in english.document.facts]
    assert facts.count("partnerKind") == 12
    assert facts.count("capacitiesMapColumn") == 6
    (meeting,) = english.pathways
    assert len(meeting.steps) == 11
    kinds = {slug_of(step.kind) for step in meeting.steps if step.kind}
    assert {"invitation", "memorandum"} <= kinds
    assert not english.partners


def test_social_map_fields_and_stages() -> None:
    english = seed("crocoos-social-map.en.txt")
    facts = [slug_of(key) for key, _ in english.document.facts]
    assert facts.count("fieldOfHelp") >= 10
    stages = [slug_of(iri) for key, iri in english.document.concepts if key == SM("stage")]
    assert stages == ["diagnosis", "planning", "evaluation", "follow-up"]


def test_every_finding_has_a_passage() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        for item in Told(path).found:
            assert all(evidence.passage and evidence.place for evidence in item.evidence)
