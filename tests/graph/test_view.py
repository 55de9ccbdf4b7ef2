from __future__ import annotations

from dataclasses import replace

import pytest

from graph.model import Collaboration, Hope, Offer, Organization, Pathway, Step, Text, Tie
from graph.source import Sources, Stated
from graph.store import Store
from graph.view import View
from ontology.errors import NotFoundError
from tests.graph.entities import ID, REFERS, collaboration, document, organization, passage, service

LIST = document()
CLUB, SCHOOL, BANK = (organization(name) for name in ("club", "school", "bank"))
RIDING, DEBT = service("riding", "club"), service("debt", "bank")
TIE = collaboration("school", "club")
OFFER = Offer(f"{ID}offer/o", "o", CLUB.iri, (Text("Horses", "en"),))
HOPE = Hope(f"{ID}hope/h", "h", CLUB.iri, (Text("Money", "en"),))
PATH = Pathway(f"{ID}pathway/p", "p", (), (Step(1, (Text("Call", "en"),)),), SCHOOL.iri)


@pytest.fixture
def stated(store: Store) -> list[Stated]:
    everything: list[Stated] = [
        (entity, (passage(entity.id),))
        for entity in (CLUB, SCHOOL, BANK, RIDING, DEBT, TIE, OFFER, HOPE, PATH)
    ]
    Sources(store).accept(LIST, everything)
    return everything


def test_every_kind_is_listed(store: Store, stated: list[Stated]) -> None:
    view = View(store)
    assert view.organizations() == (BANK, CLUB, SCHOOL)
    assert view.services() == (DEBT, RIDING)
    assert view.collaborations() == (TIE,)
    assert (view.offers(), view.hopes(), view.pathways()) == ((OFFER,), (HOPE,), (PATH,))


def test_an_empty_map_has_nothing(store: Store) -> None:
    view = View(store)
    assert not (view.organizations() or view.services() or view.documents())
    assert list(view.service_profiles()) == []
    assert view.entity("x") is None
    assert view.entity("https://example.org/x") is None
    assert view.entity("odd: name") is None
    with pytest.raises(NotFoundError, match="knows no x"):
        view.profile("x")


def test_a_profile_gathers_what_belongs_to_a_partner(store: Store, stated: list[Stated]) -> None:
    profile = View(store).profile("club")
    assert profile.entity == CLUB
    assert (profile.services, profile.offers, profile.hopes) == ((RIDING,), (OFFER,), (HOPE,))
    assert (profile.incoming, profile.outgoing, profile.partners) == ((TIE,), (), (SCHOOL,))
    assert profile.evidence == (passage("club"),)
    assert profile.sources == (LIST,)
    assert View(store).profile("school").pathways == (PATH,)
    assert View(store).profile("riding").provider == CLUB
    assert View(store).profile(LIST.iri).entity == LIST


def test_an_id_that_several_entities_have_means_the_service(store: Store) -> None:
    one = replace(CLUB, id="7")
    other = replace(RIDING, id="7")
    Sources(store).accept(LIST, [(one, ()), (other, ())])
    assert View(store).entity("7") == other


@pytest.mark.parametrize("chosen", [None, [RIDING.iri]], ids=["all", "some"])
def test_a_service_profile_has_provider_passages_and_ways_in(
    store: Store, stated: list[Stated], chosen: list[str] | None
) -> None:
    found = {p.service.id: p for p in View(store).service_profiles(chosen)}
    profile = found["riding"]
    assert profile.provider == CLUB
    assert profile.evidence == (passage("riding"),)
    assert profile.sources == ((LIST.iri, "List"),)
    assert profile.ways_in == (Tie(SCHOOL.iri, "School", REFERS),)
    assert len(found) == (1 if chosen else 2)


def change(store: Store, stated: list[Stated], old: object, new: object) -> View:
    said = [(new if e == old else e, p) for e, p in stated]
    kept = [(e, p) for e, p in said if e is not None]
    Sources(store).accept(replace(LIST, digest="2" * 64), kept)  # type: ignore[arg-type]
    return View(store)


@pytest.mark.parametrize(
    ("old", "new", "services"),
    [
        (RIDING, replace(RIDING, url="https://x"), ("riding",)),
        (CLUB, replace(CLUB, url="https://x"), ("riding",)),
        (SCHOOL, replace(SCHOOL, names=(Text("Big School", "en"),)), ("riding",)),
        (TIE, None, ("riding",)),
        (TIE, replace(TIE, object=BANK.iri), ("debt", "riding")),
        (OFFER, None, ()),
        (DEBT, None, ()),
    ],
    ids=["service", "provider", "partner", "tie-gone", "tie-moved", "offer", "service-gone"],
)
def test_an_index_learns_which_services_a_change_touches(
    store: Store,
    stated: list[Stated],
    old: object,
    new: Organization | Collaboration | None,
    services: tuple[str, ...],
) -> None:
    changes = change(store, stated, old, new).changed_since(1)
    assert changes.services == tuple(f"{ID}service/{name}" for name in services)
    assert changes.revision == 2
    if old == DEBT:
        assert changes.gone == (DEBT.iri,)


def test_from_the_beginning_everything_has_changed(store: Store, stated: list[Stated]) -> None:
    assert View(store).changed_since(0).services == (DEBT.iri, RIDING.iri)
    assert View(store).changed_since(1).services == ()


def test_many_changes_are_followed_as_one(store: Store) -> None:
    many = [service(f"s{n:04}", "club") for n in range(2_100)]
    Sources(store).accept(LIST, [(item, ()) for item in many])
    Sources(store).accept(replace(LIST, digest="2" * 64), [(item, ()) for item in many[1:]])
    changes = View(store).changed_since(0)
    assert len(changes.services) == 2_099
    assert changes.gone == (many[0].iri,)
