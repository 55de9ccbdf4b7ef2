from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.model import Document, Text
from graph.source import Sources
from graph.store import Store
from graph.view import View
from ontology.errors import NotFoundError
from tests.graph.entities import ID, collaboration, document, organization, passage, service

ONE, TWO = document(), document("other.csv")
CLUB, SCHOOL = organization("club"), organization("school")
RIDING = service("riding", "club")


def test_a_document_says_what_it_is_given_with_its_passages(store: Store) -> None:
    change = Sources(store).accept(ONE, [(CLUB, (passage("Club"),)), (RIDING, ())])
    assert change.added == (CLUB.iri, RIDING.iri)
    assert (change.changed, change.gone, change.revision) == ((), (), 1)
    view = View(store)
    assert (view.entity(CLUB.iri), view.entity("riding")) == (CLUB, RIDING)
    assert view.evidence(CLUB.iri) == (passage("Club"),)
    assert view.documents() == (ONE,)


def test_the_same_version_again_changes_nothing(store: Store) -> None:
    sources = Sources(store)
    sources.accept(ONE, [(CLUB, ())])
    again = sources.accept(ONE, [(CLUB, ()), (SCHOOL, ())])
    assert (again.is_unchanged, again.added, store.revision) == (True, (), 1)
    assert sources.accept(ONE, [(CLUB, ()), (SCHOOL, ())], is_anew=True).added == (SCHOOL.iri,)


def test_a_new_version_changes_exactly_what_differs(store: Store) -> None:
    sources = Sources(store)
    sources.accept(TWO, [(SCHOOL, ())])
    sources.accept(ONE, [(CLUB, (passage("a", place="row 2"),)), (RIDING, ())])
    dance, moved = service("dance", "club"), passage("a", place="row 3")
    named = replace(RIDING, names=(Text("Horses", "en"),))
    newer = replace(ONE, digest="2" * 64)
    change = sources.accept(newer, [(CLUB, (moved,)), (named, ()), (dance, ())])
    assert (change.added, change.changed, change.gone) == ((dance.iri,), (RIDING.iri,), ())
    last = sources.accept(replace(ONE, digest="3" * 64), [(CLUB, (moved,))])
    assert last.gone == (dance.iri, RIDING.iri)
    assert View(store).organizations() == (CLUB, SCHOOL)
    assert View(store).services() == ()


def test_a_document_under_another_iri_takes_the_place_of_the_old(store: Store) -> None:
    sources = Sources(store)
    sources.accept(ONE, [(CLUB, ())])
    moved = replace(ONE, iri=f"{ID}document/moved", digest="2" * 64)
    sources.accept(moved, [(SCHOOL, ())])
    assert sources.documents() == (moved,)
    assert View(store).organizations() == (SCHOOL,)


def test_withdrawing_takes_back_what_one_source_said_and_no_more(store: Store) -> None:
    sources = Sources(store)
    sources.accept(ONE, [(CLUB, ()), (RIDING, ())])
    sources.accept(TWO, [(CLUB, ())])
    assert sources.withdraw(ONE.iri).gone == (CLUB.iri, RIDING.iri)
    assert View(store).organizations() == (CLUB,)
    assert View(store).services() == ()
    with pytest.raises(NotFoundError):
        sources.withdraw(ONE.iri)


def test_recording_a_document_remembers_its_digest(store: Store) -> None:
    sources = Sources(store)
    assert sources.by_key(ONE.key) is None
    assert sources.record(ONE)
    assert not sources.record(ONE)
    assert sources.record(replace(ONE, digest="2" * 64))
    assert sources.digests() == {ONE.key: "2" * 64}


def test_what_two_sources_say_is_joined_and_the_newer_holds(store: Store) -> None:
    old = replace(ONE, retrieved="2024-01-01")
    new = replace(TWO, retrieved="2026-01-01")
    sources = Sources(store)
    sources.accept(old, [(replace(CLUB, url="https://old", areas=("A",)), (passage("old"),))])
    sources.accept(new, [(replace(CLUB, url="https://new", areas=("B",)), (passage("new"),))])
    (joined,) = View(store).organizations()
    assert (joined.url, joined.areas) == ("https://new", ("B", "A"))
    assert {e.passage for e in View(store).evidence(CLUB.iri)} == {"old", "new"}


def test_large_sources_read_as_small_ones_do(store: Store) -> None:
    many = [service(f"s{n:04}", "club", areas=("A", "B"), spoken=("so", "da")) for n in range(700)]
    Sources(store).accept(ONE, [(CLUB, ()), *((item, (passage(item.id),)) for item in many)])
    assert View(store).services() == tuple(many)
    profiles = list(View(store).service_profiles())
    assert [profile.service for profile in profiles] == many
    assert profiles[5].provider == CLUB
    assert profiles[5].evidence == (passage("s0005"),)


def test_everything_survives_closing(home: Path) -> None:
    with Store.open(home) as store:
        Sources(store).accept(ONE, [(CLUB, (passage("Club"),)), (collaboration("a", "b"), ())])
    with Store.open(home, read_only=True) as store:
        assert View(store).organizations() == (CLUB,)
        assert isinstance(View(store).documents()[0], Document)
