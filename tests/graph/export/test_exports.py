from __future__ import annotations

import csv
import json
import subprocess
import sys
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import networkx as nx
import pyoxigraph as ox
import pytest

from graph.export import EXPORTS, MEDIA_TYPES, SUFFIXES
from graph.export.table import safe_cell
from graph.merges import Merges
from graph.model import Address, Contact, Text
from graph.source import Sources
from graph.store import Store
from graph.view import View
from ontology.terms import concept_iri
from ontology.vocabulary import Vocabulary
from tests.graph.entities import collaboration, document, full_service, organization, passage

CHECK = Path(__file__).resolve().parents[4] / "shared" / "hsds" / "check.py"
VOCABULARY = Vocabulary.load()
UUID = "6f0f1c0e-6a53-4a0f-9d0e-0d8a3b1d9f10"


@pytest.fixture
def view(store: Store) -> View:
    club = organization(
        "club", types=(concept_iri("partner-type", "school"),), parent=organization("city").iri,
        contacts=(Contact("+45 1", "a@example.org", "", "host"),),
        addresses=(Address("3 Lamp Stairs", "ALD 100", "Aldermark", "", 54.9, 2.9),),
    )  # fmt: skip
    odd = organization("odd")
    entities = (
        club, full_service(), organization("city"), collaboration("city", "club"),
        type(odd)(odd.iri, UUID, (Text("=cmd|' /C calc'!A0"),)),
    )  # fmt: skip
    Sources(store).accept(document(), [(e, (passage(e.id),)) for e in entities])
    return View(store)


def lines_of(data: bytes, syntax: ox.RdfFormat) -> set[str]:
    quads = ox.parse(data, format=syntax)
    triples = (ox.Triple(quad.subject, quad.predicate, quad.object) for quad in quads)
    written = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    return set(written.decode().split("\n")[:-1])


def export(view: View, name: str) -> bytes:
    return EXPORTS[name](view, VOCABULARY)


def test_each_export_has_a_media_type_and_a_suffix() -> None:
    assert EXPORTS.keys() == MEDIA_TYPES.keys() == SUFFIXES.keys()


@pytest.mark.parametrize("name", sorted(EXPORTS))
def test_an_empty_map_can_be_exported(store: Store, name: str) -> None:
    assert isinstance(EXPORTS[name](View(store), VOCABULARY), bytes)


def test_turtle_and_json_ld_say_the_same_as_the_source(view: View) -> None:
    said = set(view.store.lines(document().iri))
    assert len(said) > 60
    assert lines_of(export(view, "turtle"), ox.RdfFormat.TURTLE) == said
    assert lines_of(export(view, "jsonld"), ox.RdfFormat.JSON_LD) == said


def test_json_ld_reads_like_json(view: View) -> None:
    nodes = json.loads(export(view, "jsonld"))["@graph"]
    (node,) = (node for node in nodes if node["@id"].endswith("/service/riding"))
    assert node["@type"] == "Service"
    assert node["provider"].endswith("/organization/club")
    assert node["title"] == {"@value": "Riding", "@language": "en"}
    assert node["spoken"] == ["da", "so"]


def test_n_quads_name_the_source_and_leave_the_books_at_home(view: View) -> None:
    Merges(view.store).merge(organization("city").iri, organization("odd").iri)
    quads = ox.parse(export(view, "nquads"), format=ox.RdfFormat.N_QUADS)
    graphs = {str(getattr(quad.graph_name, "value", "")) for quad in quads}
    assert graphs == {document().iri, "https://w3id.org/socialmap/graph/merges"}
    assert b"sameAs" in export(view, "turtle")


READERS = [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)]


@pytest.mark.parametrize(("name", "read"), READERS)
def test_network_files_come_back_with_names_and_measures(
    view: View, name: str, read: object
) -> None:
    assert callable(read)
    graph = read(BytesIO(export(view, name)))
    assert graph.number_of_nodes() == 3
    assert graph.number_of_edges() == 1
    club = graph.nodes[organization("club").iri]
    assert (club["label"], club["type"], club["degree"]) == ("Club", "school", 1)
    ((_, _, facts),) = graph.edges(data=True)
    assert facts["relation"] == "refers to"


def test_tables_run_no_formula(view: View) -> None:
    with ZipFile(BytesIO(export(view, "csv"))) as archive:
        assert sorted(archive.namelist()) == ["edges.csv", "nodes.csv"]
        text = archive.read("nodes.csv").decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text)))
    assert {row["label"] for row in rows} == {"Club", "City", "'=cmd|' /C calc'!A0"}


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\tx", "\rx"])
def test_a_cell_that_looks_like_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert safe_cell(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "a=1", 5, -1, 0.5, None])
def test_other_cells_stay_as_they_are(cell: object) -> None:
    assert safe_cell(cell) == cell


def test_hsds_nests_everything_and_keeps_ids(view: View) -> None:
    found = json.loads(export(view, "hsds"))
    assert [o["name"] for o in found["organizations"]] == ["City", "Club", "=cmd|' /C calc'!A0"]
    assert found["organizations"][2]["id"] == UUID
    (riding,) = found["services"]
    assert riding["organization"]["name"] == "Club"
    assert riding["organization"] == found["organizations"][1]
    assert riding["organization"]["parent_organization_id"] == found["organizations"][0]["id"]
    assert riding["organization"]["organization_identifiers"][0]["identifier"] == "club"
    assert (riding["minimum_age"], riding["maximum_age"]) == (6, 17)
    assert [area["name"] for area in riding["service_areas"]] == ["Old Town", "Ærø & Omegn"]
    assert [spoken["code"] for spoken in riding["languages"]] == ["so", "da"]
    named = {a["label"]: a for a in riding["attributes"]}
    assert named["identifier"]["value"] == "riding"
    assert named["need"]["taxonomy_term"]["code"] == "anxiety"
    assert export(view, "hsds") == export(view, "hsds")


@pytest.mark.skipif(not CHECK.exists(), reason="the schemas of HSDS are not here")
@pytest.mark.parametrize(
    ("key", "kind"), [("services", "service"), ("organizations", "organization")]
)
def test_hsds_is_valid(view: View, key: str, kind: str) -> None:
    base = f"{sys.base_prefix}/bin/python3"
    ready = subprocess.run([base, "-c", "import jsonschema"], capture_output=True, check=False)
    if ready.returncode:
        pytest.skip("jsonschema is not installed beside the environment")
    for item in json.loads(export(view, "hsds"))[key]:
        told = subprocess.run(
            [base, str(CHECK), "3.1", kind, "-"],
            input=json.dumps(item), capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert told.returncode == 0, told.stdout
