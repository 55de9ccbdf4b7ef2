from __future__ import annotations

from graph.consistency import consistency
from graph.merges import Merges
from graph.model import Proposal
from graph.proposal_book import proposal_iri
from graph.proposals import Proposals
from graph.source import Sources
from graph.statement import literal, statement
from graph.store import Store
from graph.writer import REVISIONS
from ontology.terms import SM
from tests.graph.entities import document, organization, passage

CLUB, SCHOOL = organization("club"), organization("school")


def busy(store: Store) -> None:
    Sources(store).accept(document(), [(CLUB, ()), (SCHOOL, ())])
    Proposals(store).put(document("a.md"), [Proposal("p", CLUB, (passage("x", "a.md"),))])
    Merges(store).merge(CLUB.iri, SCHOOL.iri)


def test_a_sound_store_has_no_findings(store: Store) -> None:
    assert consistency(store) == ()
    busy(store)
    assert consistency(store) == ()


def test_what_does_not_fit_is_named(store: Store) -> None:
    busy(store)
    Sources(store).withdraw(document().iri)
    Sources(store).withdraw(document("a.md").iri)
    mark = next(line for line in store.lines(REVISIONS) if f'<{SM("revision")}> "2"' in line)
    with store.write("Harm.") as writer:
        writer.remove(REVISIONS, [mark])
        writer.clear(proposal_iri("p"))
        writer.add("https://x.org/g", [statement("https://x.org/s", SM("key"), literal("x"))])
    said = [finding.what for finding in consistency(store)]
    assert said == [
        "The record of changes lacks 2",
        "Its document is not in the map",
        "It has lost what it proposes",
        "It was merged with another and neither is in the map",
        "It was merged with another and neither is in the map",
        "It holds statements but no document says them",
    ]
