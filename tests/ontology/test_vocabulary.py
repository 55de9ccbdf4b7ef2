from __future__ import annotations

from pathlib import Path

import pytest

from ontology.errors import InputError
from ontology.lint import findings, style_findings
from ontology.terms import concept_iri
from ontology.turtle_style import format_file
from ontology.vocabulary import Vocabulary

REQUIRED_LANGUAGES = {"da", "de", "en", "fr", "hu", "nl", "sl", "sv"}

HEAD = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix sm: <https://w3id.org/socialmap/ns#> .
@prefix need: <https://w3id.org/socialmap/need/> .
"""


@pytest.fixture(scope="module")
def shipped() -> Vocabulary:
    return Vocabulary.load()


def invented(folder: Path, concepts: str, english: str) -> Vocabulary:
    (folder / "languages").mkdir()
    (folder / "need.ttl").write_text(HEAD + concepts, "utf-8")
    (folder / "languages" / "en.ttl").write_text(HEAD + english, "utf-8")
    return Vocabulary(folder)


def test_the_shipped_vocabulary_has_no_findings(shipped: Vocabulary) -> None:
    assert findings(shipped) == []
    assert style_findings() == []


def test_the_shipped_vocabulary_is_as_large_as_promised(shipped: Vocabulary) -> None:
    assert len(shipped.concepts()) >= 200
    assert len(shipped.concepts("need")) >= 120
    assert set(shipped.languages) >= REQUIRED_LANGUAGES


@pytest.mark.parametrize(
    ("collection", "size"),
    [("roundtable-partners", 12), ("dropout-network-agencies", 9), ("social-map-fields", 10)],
)
def test_collections_name_concepts_that_exist(
    shipped: Vocabulary, collection: str, size: int
) -> None:
    members = shipped.collection(collection).members
    assert len(members) >= size
    assert all(shipped.by_iri(iri) for iri in members)


@pytest.mark.parametrize(
    ("label", "language", "slug"),
    [
        ("skolevægring", "da", "school-absence"),
        ("SKOLEVAEGRING", "da", "school-absence"),
        ("debt advice", "en", "debt-advice"),
    ],
)
def test_a_label_leads_to_its_concept(
    shipped: Vocabulary, label: str, language: str, slug: str
) -> None:
    assert concept_iri("need", slug) in shipped.by_label(label, language)


def test_labels_fall_back_to_english_and_then_to_the_slug(shipped: Vocabulary) -> None:
    iri = concept_iri("need", "debt-advice")
    assert shipped.label(iri, ["da"]) == shipped.labels(iri, "da").pref
    assert shipped.label(iri, ["xx"]) == "debt advice"
    assert shipped.label("https://example.org/no-such-thing") == "no such thing"


def test_labels_are_found_in_inflected_text(shipped: Vocabulary) -> None:
    text = "mrežo vključuje mestni svet in svetovalne centre za učence ter policijo"
    found = {match.iri for match in shipped.find_labels(text, "sl", "partner-type")}
    assert concept_iri("partner-type", "pupil-guidance-centre") in found
    assert concept_iri("partner-type", "police") in found


def test_the_longest_label_wins(tmp_path: Path) -> None:
    vocabulary = invented(
        tmp_path,
        "need:a a skos:Concept . need:b a skos:Concept .",
        'need:a skos:prefLabel "youth"@en . need:b skos:prefLabel "youth club"@en .',
    )
    found = vocabulary.find_labels("two youth clubs and a youth", "en")
    assert [(m.iri[-1], m.text) for m in found] == [("b", "youth clubs"), ("a", "youth")]


@pytest.mark.parametrize(
    ("concepts", "english", "finding"),
    [
        ("need:a a skos:Concept .", "", "no preferred label"),
        ("need:a a skos:Concept ; skos:broader need:b .", "", "does not exist"),
        (
            "need:a a skos:Concept ; skos:broader need:b ."
            "need:b a skos:Concept ; skos:broader need:a .",
            "",
            "own ancestor",
        ),
        (
            "need:a a skos:Concept . need:b a skos:Concept .",
            'need:a skos:prefLabel "Help"@en . need:b skos:prefLabel "help"@en .',
            "is the preferred label of",
        ),
    ],
)
def test_the_checker_finds(tmp_path: Path, concepts: str, english: str, finding: str) -> None:
    assert any(finding in line for line in findings(invented(tmp_path, concepts, english)))


def test_broken_turtle_is_named_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "need.ttl").write_text("need:a a skos:Concept", "utf-8")
    with pytest.raises(InputError, match=r"need\.ttl"):
        Vocabulary(tmp_path).concepts()


def test_the_style_sorts_and_keeps_every_statement(tmp_path: Path) -> None:
    path = tmp_path / "need.ttl"
    path.write_text(
        f'{HEAD}need:b a skos:Concept ; skos:definition "with \\"quotes\\""@en .\n'
        "need:a a skos:Concept ; sm:minAge 6 .",
        "utf-8",
    )
    before = set(Vocabulary(tmp_path).concepts())
    path.write_text(format_file(path), "utf-8")
    assert set(Vocabulary(tmp_path).concepts()) == before
    assert format_file(path) == path.read_text("utf-8")
    assert path.read_text("utf-8").index("need:a") < path.read_text("utf-8").index("need:b")
