from __future__ import annotations

from dataclasses import replace

import pytest

from graph.model import (
    Address,
    Audience,
    Collaboration,
    Contact,
    Entity,
    Evidence,
    Hope,
    Offer,
    Pathway,
    Step,
    Text,
    TopicLink,
)
from graph.source import Sources, Stated
from graph.store import Store
from graph.validation import validate
from ontology.terms import concept_iri
from tests.graph.entities import (
    ID,
    collaboration,
    document,
    full_service,
    organization,
    passage,
    service,
)

CLUB, SCHOOL = organization("club"), organization("school")
GOOD: list[Stated] = [
    (CLUB, (passage("Club"),)),
    (SCHOOL, ()),
    (full_service(), (passage("Horses"),)),
    (collaboration("school", "club"), ()),
    (Offer(f"{ID}offer/1", "1", CLUB.iri, (Text("Horses", "en"),)), ()),
    (Pathway(f"{ID}pathway/1", "1", (Text("Absence"),), (Step(1, (Text("Call"),)),), CLUB.iri), ()),
]


def test_a_good_map_has_no_findings(store: Store) -> None:
    Sources(store).accept(document(), GOOD)
    found = validate(store)
    assert found.findings == ()
    assert (found.checked, found.is_complete) == (7, True)


def test_an_empty_map_has_no_findings(store: Store) -> None:
    assert validate(store).findings == ()


RIDING = service("riding", "club")
NEED = concept_iri("need", "anxiety")


@pytest.mark.parametrize(
    ("entity", "what", "way_out"),
    [
        (replace(RIDING, names=()), "It has no name", "Give it a name"),
        (replace(RIDING, provider=""), "Nobody provides it", "Say which partner"),
        (service("x", "nobody"), "The partner that provides it is not in the map", "Add that"),
        (replace(RIDING, topics=(TopicLink("https://x.org/y"),)), "One of its topics", "needs"),
        (replace(RIDING, topics=(TopicLink(NEED, 2.0, "m"),)), "The certainty", "again"),
        (replace(RIDING, audience=Audience(17, 6)), "The least age is above the greatest", "Swap"),
        (replace(RIDING, audience=Audience(-1)), "The least age is no age: -1", "0 and 120"),
        (replace(RIDING, spoken=("Somali",)), "is no language code: Somali", "codes"),
        (replace(RIDING, contacts=(Contact(email="nobody"),)), "An e-mail address", "example.org"),
        (replace(RIDING, addresses=(Address(latitude=99.0),)), "Its latitude", "-90 and 90"),
        (replace(CLUB, types=("https://x.org/t",)), "Its type is none", "partner types"),
        (replace(CLUB, parent=f"{ID}organization/x"), "belongs to is not in the map", "Add"),
        (collaboration("club", "nobody"), "One of its partners is not in the map", "Add"),
        (collaboration("club", "club"), "A partner works with itself", "different"),
        (Collaboration(f"{ID}collaboration/x", "x", CLUB.iri, "", ""), "with whom", "both"),
        (Hope(f"{ID}hope/1", "1", CLUB.iri, ()), "It says nothing", "hoped for"),
        (Pathway(f"{ID}pathway/1", "1", (Text("P"),), ()), "It has no steps", "steps"),
        (Pathway(f"{ID}pathway/1", "1", (Text("P"),), (Step(0, ()),)), "A step has no number", "1"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_words_with_how_to_mend_it(
    store: Store, entity: Entity, what: str, way_out: str
) -> None:
    stated: list[Stated] = [(CLUB, ()), (entity, ())]
    Sources(store).accept(document(), stated)
    found = [finding for finding in validate(store).findings if what in finding.what]
    assert [finding.iri for finding in found] == [entity.iri]
    assert way_out in found[0].way_out
    assert not any(word in str(found[0]).lower() for word in ("shacl", "mincount", "constraint"))


def test_a_finding_names_the_entity_as_people_do(store: Store) -> None:
    Sources(store).accept(document(), [(replace(RIDING, names=(Text('The "ride"'),)), ())])
    assert {finding.label for finding in validate(store).findings} == {'The "ride"'}


def test_a_passage_without_its_document_is_found(store: Store) -> None:
    lost = Evidence(f"{ID}document/lost", "words")
    Sources(store).accept(document(), [(CLUB, (lost,))])
    (finding,) = validate(store).findings
    assert finding.what.startswith("The document of a passage is not in the map")


def test_time_is_bounded_and_the_rest_is_told(store: Store) -> None:
    many: list[Stated] = [(organization(f"o{n}"), ()) for n in range(900)]
    Sources(store).accept(document(), many)
    seen: list[tuple[int, int]] = []
    found = validate(store, limit_seconds=0.0, progress=lambda *step: seen.append(step))
    assert (found.checked, found.entities, found.is_complete) == (400, 901, False)
    assert seen == [(400, 901)]
