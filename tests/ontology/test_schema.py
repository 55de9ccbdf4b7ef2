"""The schema, the shapes and the JSON-LD context say the same as the code."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SH

import ontology
from graph.mapping import SHAPES, predicates
from ontology.terms import PREFIXES, SM

FOLDER = Path(ontology.__file__).parent
SCHEMA = rdflib.Graph().parse(FOLDER / "schema.ttl")
SHACL = rdflib.Graph().parse(FOLDER / "shapes.ttl")
CONTEXT = json.loads((FOLDER / "context.jsonld").read_text("utf-8"))["@context"]
OURS = {str(s) for s in SCHEMA.subjects(RDF.type, None) if str(s).startswith(SM)}


def used_in_code() -> set[str]:
    root = FOLDER.parent
    files = [
        path for name in ("graph", "ingest", "ontology") for path in (root / name).rglob("*.py")
    ]
    return {SM(n) for f in files for n in re.findall(r'\bSM\("(\w+)"\)', f.read_text("utf-8"))}


def used_in_vocabulary() -> set[str]:
    files = (FOLDER / "vocabulary").rglob("*.ttl")
    return {SM(n) for f in files for n in re.findall(r"\bsm:(\w+)", f.read_text("utf-8"))}


def test_every_term_of_ours_that_is_used_is_declared() -> None:
    assert used_in_code() | used_in_vocabulary() <= OURS


@pytest.mark.parametrize("term", sorted(OURS))
def test_a_declared_term_has_a_kind_a_label_and_a_comment(term: str) -> None:
    node = rdflib.URIRef(term)
    kinds = set(SCHEMA.objects(node, RDF.type))
    assert kinds < {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty}
    assert len(kinds) == 1
    for said in (RDFS.label, RDFS.comment):
        value = SCHEMA.value(node, said)
        assert isinstance(value, rdflib.Literal)
        assert value.language == "en"


def test_alignments_lead_to_known_vocabularies() -> None:
    known = (*PREFIXES.values(), "http://www.opengis.net/ont/geosparql#")
    for _, predicate, other in SCHEMA:
        if predicate in (RDFS.subClassOf, RDFS.subPropertyOf) or "Match" in str(predicate):
            assert str(other).startswith(known), other


@pytest.mark.parametrize("target", ["org", "cpsv", "cv", "schema", "prov", "skos", "dcat", "dct"])
def test_the_schema_is_aligned_to_the_standards(target: str) -> None:
    others = {str(o) for _, p, o in SCHEMA if p != RDF.type} | {str(s) for s in SCHEMA.subjects()}
    assert any(other.startswith(PREFIXES[target]) for other in others)


def test_every_kind_of_entity_has_a_shape_with_a_way_out() -> None:
    targets = {str(o) for o in SHACL.objects(None, SH.targetClass)}
    assert {shape.classes[0] for shape in SHAPES.values()} <= targets
    for constraint in SHACL.objects(None, SH.property):
        assert SHACL.value(constraint, SH.message)
        assert SHACL.value(constraint, SH.description)


def test_shapes_speak_only_of_predicates_that_the_map_writes() -> None:
    paths = {str(path) for path in SHACL.objects(None, SH.path)}
    assert paths <= set(predicates(*SHAPES, evidence=True))


def test_the_context_names_every_predicate_and_class() -> None:
    named = {v["@id"] if isinstance(v, dict) else v for v in CONTEXT.values() if v != 1.1}
    full = {PREFIXES[p] + n for p, _, n in (t.partition(":") for t in named) if p in PREFIXES}
    assert set(predicates(*SHAPES, evidence=True)) <= full
    assert {name for shape in SHAPES.values() for name in shape.classes[:1]} <= full
    assert full >= OURS
