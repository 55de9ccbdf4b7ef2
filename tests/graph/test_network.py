from __future__ import annotations

import json

import pytest

from graph.model import Collaboration, Organization
from graph.network import Network
from ontology.terms import concept_iri
from tests.graph.entities import ID, REFERS, collaboration, organization


def partners(names: str) -> list[Organization]:
    return [organization(name) for name in names]


def ties(*pairs: str) -> list[Collaboration]:
    return [collaboration(pair[0], pair[1]) for pair in pairs]


def test_measures_of_two_triangles_joined_by_one_partner() -> None:
    network = Network.build(
        partners("abcdefgx"), ties("ab", "bc", "ca", "cd", "dx", "xe", "ef", "fg", "ge")
    )
    whole = network.measures
    assert (whole.partners, whole.collaborations, whole.components) == (8, 9, 1)
    assert whole.isolated == 0
    assert whole.density == pytest.approx(2 * 9 / (8 * 7))
    found = {position.iri.rpartition("/")[2]: position for position in whole.positions}
    assert {name for name, position in found.items() if position.is_bridge} == set("cdxe")
    assert found["c"].degree == 3
    assert max(found.values(), key=lambda p: p.betweenness).iri.endswith(("x", "d"))
    assert found["a"].community == found["b"].community != found["f"].community


def test_the_network_keeps_each_collaboration_and_counts_each_pair_once() -> None:
    funds = collaboration("a", "b", concept_iri("relation", "funds"))
    both = Collaboration(f"{ID}collaboration/2", "2", funds.subject, REFERS, funds.object)
    back = collaboration("b", "a")
    network = Network.build(partners("ab"), [funds, both, back])
    assert network.measures.collaborations == 3
    assert [position.degree for position in network.measures.positions] == [1, 1]


def test_an_empty_network_and_one_without_ties() -> None:
    empty = Network.build([], [])
    assert (empty.measures.density, empty.measures.components) == (0, 0)
    assert empty.to_json()["nodes"] == []
    lone = Network.build(partners("ab"), [])
    assert (lone.measures.isolated, lone.measures.communities, lone.measures.components) == (
        2,
        2,
        2,
    )


def test_a_tie_to_itself_or_to_somebody_unknown_leads_nowhere() -> None:
    network = Network.build(partners("a"), ties("aa", "az"))
    assert network.measures.collaborations == 1
    assert network.measures.positions[0].degree == 0


def test_json_holds_what_a_page_needs() -> None:
    school = organization("s", types=(concept_iri("partner-type", "school"),), areas=("Old Town",))
    tie = collaboration("s", "a")
    found = Network.build([school, *partners("a")], [tie]).to_json()
    node = next(node for node in found["nodes"] if node["id"] == "s")
    assert node == {
        "iri": school.iri, "id": "s", "label": "S", "type": school.types[0], "area": "Old Town",
        "degree": 1, "betweenness": 0.0, "community": 0, "component": 0, "bridge": False,
    }  # fmt: skip
    assert found["edges"] == [
        {
            "iri": tie.iri, "source": tie.subject, "target": tie.object, "id": "s-a",
            "relation": REFERS, "since": "", "until": "",
        }
    ]  # fmt: skip
    assert json.loads(json.dumps(found)) == found


def test_the_reader_s_language_names_the_partners() -> None:
    named = Network.build(partners("a"), [], label=lambda names: "Navn")
    assert named.to_json()["nodes"][0]["label"] == "Navn"
