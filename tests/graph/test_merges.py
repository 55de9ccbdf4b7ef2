from __future__ import annotations

import pytest

from graph.merges import Merges
from graph.source import Sources
from graph.store import Store
from graph.view import View
from ontology.errors import NotFoundError, UsageError
from tests.graph.entities import ID, document, organization, service

A, B, C = (organization(name, areas=(name,)) for name in "abc")


@pytest.fixture
def merges(store: Store) -> Merges:
    riding = service("riding", "b")
    Sources(store).accept(document(), [(A, ()), (B, ()), (C, ()), (riding, ())])
    return Merges(store)


def test_merged_entities_are_shown_as_one_under_the_kept_iri(store: Store, merges: Merges) -> None:
    assert merges.merge(A.iri, B.iri, reason="same address", who="ann")
    view = View(store)
    assert [o.iri for o in view.organizations()] == [A.iri, C.iri]
    assert view.organizations()[0].areas == ("a", "b")
    assert view.entity(B.iri) == view.entity(A.iri) == view.organizations()[0]
    assert view.services()[0].provider == A.iri
    assert view.profile("b").services == view.services()
    assert view.profile("b").merged == (B.iri,)
    (merge,) = merges.all()
    assert (merge.reason, merge.who) == ("same address", "ann")


def test_a_split_undoes_the_merge_without_a_trace_in_the_sources(
    store: Store, merges: Merges
) -> None:
    before = set(store.lines(document().iri))
    merges.merge(A.iri, B.iri)
    merges.split(B.iri, A.iri)
    assert View(store).organizations() == (A, B, C)
    assert View(store).services()[0].provider == B.iri
    assert set(store.lines(document().iri)) == before


def test_merges_chain_and_come_apart_again(merges: Merges) -> None:
    assert merges.merge(A.iri, B.iri)
    assert merges.merge(C.iri, B.iri)
    assert {merges.canonical(e.iri) for e in (A, B, C)} == {C.iri}
    assert merges.members(B.iri) == (C.iri, A.iri, B.iri)
    assert not merges.merge(A.iri, C.iri)
    merges.split(A.iri, B.iri)
    assert (merges.canonical(A.iri), merges.canonical(B.iri)) == (A.iri, C.iri)


def test_what_was_not_merged_cannot_be_split(merges: Merges) -> None:
    with pytest.raises(NotFoundError, match="were not merged"):
        merges.split(A.iri, B.iri)
    with pytest.raises(UsageError):
        merges.merge(A.iri, A.iri)


def test_an_index_is_told_of_merges_and_splits(store: Store, merges: Merges) -> None:
    view = View(store)
    revision = store.revision
    merges.merge(A.iri, B.iri)
    assert view.changed_since(revision).services == (f"{ID}service/riding",)
    assert view.changed_since(revision).gone == (B.iri,)
    revision = store.revision
    merges.split(A.iri, B.iri)
    assert view.changed_since(revision).services == (f"{ID}service/riding",)
    assert view.changed_since(revision).gone == ()
