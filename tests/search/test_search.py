"""From a need to explained hits, on a real index with the shipped model."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from graph.model import Audience, Contact, Organization, Service, ServiceProfile, Text, TopicLink
from ontology.bridge import Bridge
from ontology.terms import concept_iri
from ontology.vocabulary import Vocabulary
from search.encoder import StaticEncoder, load_encoder
from search.index import Index
from search.model import Options
from search.need.understanding import Understander
from search.searcher import Searcher
from search.topics import TopicFinder

PARTNER = Organization(
    "urn:x:partner",
    "partner",
    (Text("Lantern House", "en"),),
    types=(concept_iri("partner-type", "ngo"),),
    contacts=(Contact(phone="00 00 12 34"),),
)


def profile(number: str, text: str, language: str, topic: str, **fields: object) -> ServiceProfile:
    service = Service(
        f"urn:x:{number}",
        number,
        (Text(text.split(":")[0], language),),
        PARTNER.iri,
        (Text(text, language),),
        (TopicLink(concept_iri("need", topic), 0.9, "meaning"),),
    )
    return ServiceProfile(replace(service, **fields), PARTNER)  # type: ignore[arg-type]


PROFILES = [
    profile(
        "debt", "Gældsrådgivning: Vi hjælper familier med ubetalte regninger", "da", "debt-advice"
    ),
    profile("swim", "Simskola: Barn lär sig simma", "sv", "swimming", audience=Audience(6, 12)),
    profile(
        "mentor", "Mentor: Ein Erwachsener trifft das Kind jede Woche", "de", "mentor",
        spoken=("de", "so"), areas=("Northfield",), costs=(concept_iri("cost", "free"),),
    ),
    profile("refuge", "Safe house: for women and children who are beaten at home", "en",
            "domestic-violence"),
]  # fmt: skip


@pytest.fixture(scope="module")
def encoder() -> StaticEncoder:
    found = load_encoder()
    assert isinstance(found, StaticEncoder)
    return found


@pytest.fixture(scope="module")
def searcher(
    encoder: StaticEncoder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Searcher]:
    folder = tmp_path_factory.mktemp("search")
    vocabulary = Vocabulary.load()
    bridge = Bridge(vocabulary, encoder.encode_services, encoder.name, folder / "learnt")
    index = Index.open(folder / "index", encoder)
    assert list(index.update(PROFILES, (), 1)) == [len(PROFILES)]
    topics = TopicFinder(vocabulary, bridge, encoder)
    yield Searcher(index, vocabulary, Understander(vocabulary), topics)
    index.close()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vi kan ikke betale vores regninger", "debt"),
        ("we cannot pay our bills", "debt"),
        ("min dotter ska lära sig simma", "swim"),
        ("my daughter wants to learn to swim", "swim"),
        ("a grown-up who meets the boy every week", "mentor"),
    ],
)
def test_the_service_is_found_from_other_languages(
    searcher: Searcher, text: str, expected: str
) -> None:
    assert searcher.search(text).hits[0].id == expected


def test_every_reason_is_borne_out_by_the_service(searcher: Searcher) -> None:
    hit = searcher.search("free mentor for a child who speaks Somali in Northfield").hits[0]
    said = {reason.kind: reason.text for reason in hit.reasons}
    assert hit.id == "mentor"
    assert said["spoken"] == "Somali"
    assert said["area"] == "Northfield"
    assert said["cost"] == "free of charge"
    assert hit.contact == (("phone", "00 00 12 34"),)


@pytest.mark.parametrize(
    ("options", "gone"),
    [
        (Options(age=15), "swim"),
        (Options(spoken="uk"), "mentor"),
        (Options(area="Millbrook"), "mentor"),
        (Options(cost="paid"), "mentor"),
    ],
)
def test_what_contradicts_an_option_is_a_near_miss(
    searcher: Searcher, options: Options, gone: str
) -> None:
    text = {"swim": "learn to swim", "mentor": "mentor who meets the child every week"}[gone]
    result = searcher.search(text, options)
    assert gone not in {hit.id for hit in result.hits}
    near = {hit.id: hit for hit in result.near_misses}
    assert near[gone].misfits
    assert not near[gone].fits


def test_a_reading_that_is_switched_off_no_longer_rules_out(searcher: Searcher) -> None:
    text = "15-year-old wants to learn to swim"
    assert "swim" not in {hit.id for hit in searcher.search(text).hits}
    without = searcher.search(text, Options(without=frozenset({"age"})))
    assert without.hits[0].id == "swim"
    topic = f"topic:{concept_iri('need', 'swimming')}"
    topics = searcher.search(text, Options(without=frozenset({topic}))).need.topics
    assert all(not found.iri.endswith("swimming") for found in topics)


def test_an_uncertain_age_rules_nothing_out(searcher: Searcher) -> None:
    assert searcher.search("learn to swim, the baby's room is too small").hits[0].id == "swim"


def test_danger_brings_numbers_first(searcher: Searcher) -> None:
    result = searcher.search("my father beats my mother, I am afraid")
    assert result.need.danger
    assert {"112", "116 111"} <= {number.number for number in result.emergency}
    assert not searcher.search("learn to swim").emergency


def test_labels_are_in_the_language_asked_for(searcher: Searcher) -> None:
    found = searcher.search("we need debt advice", Options(language="da")).need.leading[0]
    assert found.label == Vocabulary.load().label(found.iri, ["da"])


def test_the_index_follows_changes(encoder: StaticEncoder, tmp_path: Path) -> None:
    index = Index.open(tmp_path / "index", encoder)
    list(index.update(PROFILES, (), 1))
    list(index.update([profile("swim", "Judo", "en", "martial-arts-dance")], ["urn:x:debt"], 2))
    index.close()
    again = Index.open(tmp_path / "index", encoder)
    assert again.manifest.revision == 2
    assert len(again) == 3
    rows = again.shelf.rows(["urn:x:swim", "urn:x:debt"])
    assert [record.name for record in again.shelf.records(rows).values()] == ["Judo"]
    everything = np.ones(len(again.facets), np.bool_)
    vector = encoder.encode_services(["Judo\nJudo"])[0]
    assert again.vectors.nearest(vector, 1, everything)[0].tolist() == rows
    again.close()


def test_an_update_that_was_cut_off_begins_anew(encoder: StaticEncoder, tmp_path: Path) -> None:
    index = Index.open(tmp_path / "index", encoder)
    list(index.update(PROFILES[:1], (), 1))
    next(index.update(PROFILES[1:], (), 2))
    index.close()
    reader = Index.open(tmp_path / "index", encoder, read_only=True)
    assert (len(reader), reader.manifest.revision) == (1, 1)
    reader.close()
    writer = Index.open(tmp_path / "index", encoder)
    assert (len(writer), writer.manifest.revision) == (0, 0)
    writer.close()


def test_an_index_of_another_model_begins_anew(encoder: StaticEncoder, tmp_path: Path) -> None:
    index = Index.open(tmp_path / "index", encoder)
    list(index.update(PROFILES, (), 1))
    index.close()
    other = replace(encoder, name="static-other")
    assert not Index.is_current(tmp_path / "index", other)
    again = Index.open(tmp_path / "index", other)
    assert (len(again), again.manifest.revision) == (0, 0)
    again.close()


def test_searches_pass_while_the_index_grows(searcher: Searcher) -> None:
    """Many threads ask while services come and go: every answer is whole."""
    index = searcher._index
    judo = profile("judo", "Judo: for boys and girls", "en", "martial-arts-dance")
    failures: list[Exception] = []

    def ask() -> None:
        try:
            for _ in range(10):
                assert searcher.search("we cannot pay our bills").hits[0].id == "debt"
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for revision in range(2, 12):
        gone = ["urn:x:judo"] if revision % 2 else []
        list(index.update([] if gone else [judo], gone, revision))
    for thread in threads:
        thread.join()
    assert not failures
