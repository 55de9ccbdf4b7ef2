from __future__ import annotations

from dataclasses import replace

import pytest

from graph.model import Entity, Proposal, Status, Text
from graph.proposals import Proposals
from graph.source import Sources
from graph.store import Store
from graph.view import View
from ontology.errors import NotFoundError, UsageError
from tests.graph.entities import collaboration, document, organization, passage

PAGE = document("meeting.md")
CLUB, SCHOOL = organization("club"), organization("school")
TIE = collaboration("club", "school")


def proposal(entity: Entity, *needs: str, words: str = "They said so.") -> Proposal:
    said = (passage(words, "meeting.md"),)
    return Proposal(f"p-{entity.id}", entity, said, needs=needs)


THREE = (proposal(CLUB), proposal(SCHOOL), proposal(TIE, "p-club", "p-school"))


@pytest.fixture
def proposals(store: Store) -> Proposals:
    found = Proposals(store)
    found.put(PAGE, THREE)
    return found


def test_proposals_wait_unseen(store: Store, proposals: Proposals) -> None:
    assert {p.id for p in proposals.list(Status.PENDING)} == {p.id for p in THREE}
    assert set(proposals.list()) == set(THREE)
    assert proposals.get("p-club-school") == THREE[2]
    assert proposals.document("p-club") == PAGE.iri
    view = View(store)
    assert (view.organizations(), view.collaborations()) == ((), ())
    assert view.entity("club") is None
    assert view.documents() == (PAGE,)


def test_accepting_takes_along_what_it_needs_with_the_evidence(
    store: Store, proposals: Proposals
) -> None:
    revision = store.revision
    change = proposals.accept(["p-club-school"], "ann")
    assert set(change.added) == {CLUB.iri, SCHOOL.iri, TIE.iri}
    assert store.revision == revision + 1
    view = View(store)
    assert view.collaborations() == (TIE,)
    assert view.evidence(TIE.iri) == THREE[2].evidence
    decision = proposals.decision("p-school")
    assert (decision.status, decision.who) == (Status.ACCEPTED, "ann")
    assert decision.when
    assert proposals.counts()[Status.ACCEPTED] == 3


def test_accepting_twice_changes_nothing(store: Store, proposals: Proposals) -> None:
    proposals.accept(["p-club"], "ann")
    again = proposals.accept(["p-club"], "bob")
    assert (again.added, again.changed) == ((), ())
    assert proposals.decision("p-club").who == "ann"


def test_a_rejection_is_remembered_when_the_document_comes_again(
    store: Store, proposals: Proposals
) -> None:
    assert proposals.reject(["p-club"], "ann", "closed down") == 1
    put = proposals.put(replace(PAGE, digest="2" * 64), THREE)
    assert (put.remembered, put.pending) == (("p-club",), ())
    assert set(put.unchanged) == {"p-school", "p-club-school"}
    assert proposals.decision("p-club").reason == "closed down"
    assert proposals.get("p-club").status is Status.REJECTED
    assert View(store).organizations() == ()


def test_what_needs_something_rejected_is_refused(proposals: Proposals) -> None:
    proposals.reject(["p-club"], "ann")
    with pytest.raises(UsageError, match="needs p-club, which was rejected"):
        proposals.accept(["p-club-school"], "ann")
    assert proposals.accept(["p-club-school", "p-club"], "ann").added


def test_a_new_version_drops_what_it_no_longer_says_and_keeps_what_was_accepted(
    store: Store, proposals: Proposals
) -> None:
    proposals.accept(["p-club"], "ann")
    renamed = replace(SCHOOL, names=(Text("New School", "en"),))
    put = proposals.put(replace(PAGE, digest="2" * 64), [proposal(renamed)])
    assert (put.pending, put.dropped) == (("p-school",), ("p-club-school",))
    assert proposals.get("p-school").entity == renamed
    assert View(store).organizations() == (CLUB,)
    assert Sources(store).digests() == {"meeting.md": "2" * 64}


def test_an_edited_proposal_is_accepted_as_edited(store: Store, proposals: Proposals) -> None:
    better = replace(CLUB, names=(Text("The Club", "en"),))
    proposals.edit("p-club", better, who="ann")
    proposals.accept(["p-club"], "ann")
    assert View(store).organizations() == (better,)
    assert View(store).evidence(CLUB.iri) == THREE[0].evidence
    with pytest.raises(UsageError):
        proposals.edit("p-club", CLUB)


def test_unknown_ids_are_named(proposals: Proposals) -> None:
    for ask in (proposals.get, proposals.document, proposals.decision):
        with pytest.raises(NotFoundError, match="no proposal p-x"):
            ask("p-x")
    with pytest.raises(NotFoundError):
        proposals.accept(["p-x"], "ann")
    with pytest.raises(NotFoundError):
        proposals.reject(["p-x"], "ann")


def test_ids_may_hold_any_letters(store: Store) -> None:
    odd = replace(proposal(CLUB), id='a "b" <c> é/#')
    found = Proposals(store)
    found.put(PAGE, [odd])
    assert found.get(odd.id) == odd
