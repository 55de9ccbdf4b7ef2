"""Which needs a service answers, and which partners are one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from graph.model import Address, Contact, Organization, Text, TopicLink
from ingest.link import Linker
from ingest.resolve import Resolver, normal_name
from ontology.terms import concept_iri, slug_of
from ontology.vocabulary import Vocabulary

VOCABULARY = Vocabulary.load()


class FixedSpace:
    """Finds the same concepts in every text."""

    def __init__(self, *near: tuple[str, float]) -> None:
        self._near = [(concept_iri("need", slug), score) for slug, score in near]

    def nearest(self, texts: Sequence[str], language: str) -> list[list[tuple[str, float]]]:
        return [self._near for _ in texts]


def scores(links: Sequence[TopicLink]) -> dict[str, float]:
    return {slug_of(link.concept): link.score for link in links}


def test_labels_tell_where_nothing_reads_meanings() -> None:
    found = scores(Linker(VOCABULARY).link(["Homework club", "also debt advice"], "en"))
    assert set(found) == {"homework-help", "debt-advice"}


def test_a_label_in_passing_does_not_count_against_what_was_read() -> None:
    space = FixedSpace(("swimming", 0.7))
    found = scores(Linker(VOCABULARY, space).link(["Pool", "next to the debt advice"], "en"))
    assert set(found) == {"swimming"}


def test_concepts_close_to_the_best_are_kept_and_no_more_than_three() -> None:
    space = FixedSpace(
        ("swimming", 0.9), ("sports-club", 0.85), ("mentor", 0.84), ("grief", 0.83), ("adhd", 0.3)
    )
    found = scores(Linker(VOCABULARY, space).link(["Pool"], "en"))
    assert list(found) == ["swimming", "sports-club", "mentor"]


def test_what_the_source_states_stays_and_weak_readings_go() -> None:
    hint = TopicLink(concept_iri("need", "mentor"), 0.5, "context")
    space = FixedSpace(("swimming", 0.1))
    assert scores(Linker(VOCABULARY, space).link(["x"], "en", [hint])) == {"mentor": 0.5}


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("Lantern House e.V.", "lantern house"),
        ("Fanal d.o.o.", "fanal"),
        ("Leuchtturm gGmbH", "leuchtturm"),
        ("Fyrtårnet ApS", "fyrtarnet"),
        ("Svetilnik, zavod", "svetilnik"),
        ("Ltd", "ltd"),
    ],
)
def test_legal_forms_do_not_count(name: str, normal: str) -> None:
    assert normal_name(name) == normal


def partner(iri: str, name: str, phone: str = "", city: str = "") -> Organization:
    contacts = (Contact(phone=phone),) if phone else ()
    places = (Address(locality=city),) if city else ()
    return Organization(f"urn:{iri}", iri, (Text(name, "en"),), contacts=contacts, addresses=places)


@pytest.mark.parametrize(
    ("known", "new", "is_same"),
    [
        (partner("a", "Lantern House"), partner("b", "LANTERN HOUSE Ltd"), True),
        (partner("a", "House Lantern"), partner("b", "Lantern House"), True),
        (partner("a", "Lantern", "00 11 22 33"), partner("b", "Lantern Trust", "+0 0112233"), True),
        (partner("a", "Lantern", "00 11 22 33"), partner("b", "Open Door", "00112233"), False),
        (partner("a", "Lantern", city="Aa"), partner("b", "Lantern", city="Bb"), False),
        (partner("a", "Police"), partner("b", "Police"), False),
        (partner("a", "Lantern House"), partner("b", "Open Door"), False),
    ],
)
def test_same_partners(known: Organization, new: Organization, is_same: bool) -> None:
    found = Resolver([known], VOCABULARY).find(new)
    assert (found is not None) is is_same
    assert found is None or (found.known == known.iri and found.reason)
