"""Files go into a real store: once, in parts, again, as a new version, with broken ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.merges import Merges
from graph.model import Status
from graph.proposals import Proposals
from graph.store import Store
from graph.view import View
from ingest.link import Linker
from ingest.model import FileReport
from ingest.pipeline import Accept, Pipeline, Progress
from ontology.vocabulary import Vocabulary
from tests.ingest import invented

VOCABULARY = Vocabulary.load()
LIST = (
    "Name of the partner;Main fields, activities;Phone\nLantern House;Homework club;00 00 44 55\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "home") as opened:
        yield opened


@pytest.fixture
def pipeline(store: Store) -> Pipeline:
    return Pipeline(store, VOCABULARY, Linker(VOCABULARY))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "files"
    inside.mkdir()
    (inside / "network.en.txt").write_text(invented.ENGLISH, encoding="utf-8")
    (inside / "partners.csv").write_text(LIST, encoding="utf-8")
    return inside


def said(store: Store) -> dict[str, list[str]]:
    return {graph: sorted(store.lines(graph)) for graph in store.graphs()}


def by_name(pipeline: Pipeline, folder: Path, accept: Accept) -> dict[str, FileReport]:
    files = pipeline.ingest([folder], accept).files
    return {Path(file.path).name: file for file in files}


def test_lists_go_in_and_prose_waits(store: Store, pipeline: Pipeline, folder: Path) -> None:
    found = by_name(pipeline, folder, "lists")
    assert found["partners.csv"].accepted == 2
    assert found["partners.csv"].proposed == 0
    assert found["network.en.txt"].accepted == 0
    assert found["network.en.txt"].proposed > 10
    assert [o.names[0].value for o in View(store).organizations()] == ["Lantern House"]


def test_nothing_goes_in_when_told_so(store: Store, pipeline: Pipeline, folder: Path) -> None:
    by_name(pipeline, folder, "none")
    assert View(store).organizations() == ()
    assert Proposals(store).counts()[Status.PENDING] > 10


def test_all_goes_in_when_told_so(store: Store, pipeline: Pipeline, folder: Path) -> None:
    by_name(pipeline, folder, "all")
    assert Proposals(store).counts()[Status.PENDING] == 0
    names = {o.names[0].value for o in View(store).organizations()}
    assert {"Lantern House", "Northgate Attendance Network"} <= names


@pytest.mark.parametrize("accept", ["lists", "all", "none"])
def test_the_same_file_twice_changes_nothing(
    store: Store, pipeline: Pipeline, folder: Path, accept: Accept
) -> None:
    by_name(pipeline, folder, accept)
    revision, before = store.revision, said(store)
    again = by_name(pipeline, folder, accept)
    assert (store.revision, said(store)) == (revision, before)
    assert all(file.unchanged and not file.accepted for file in again.values())


def test_what_waits_is_accepted_later(store: Store, pipeline: Pipeline, folder: Path) -> None:
    by_name(pipeline, folder, "lists")
    later = by_name(pipeline, folder, "all")
    assert later["network.en.txt"].accepted > 10
    assert later["partners.csv"].accepted == 0


def test_a_new_version_changes_what_differs(store: Store, pipeline: Pipeline, folder: Path) -> None:
    by_name(pipeline, folder, "lists")
    (folder / "partners.csv").write_text(LIST + "Open Door;Choir;00 00 44 66\n", encoding="utf-8")
    report = by_name(pipeline, folder, "lists")["partners.csv"]
    assert (report.accepted, report.unchanged) == (2, 2)
    (folder / "partners.csv").write_text(LIST, encoding="utf-8")
    by_name(pipeline, folder, "lists")
    assert len(View(store).services()) == 1


def test_a_rejected_proposal_stays_rejected(store: Store, pipeline: Pipeline, folder: Path) -> None:
    by_name(pipeline, folder, "lists")
    proposals = Proposals(store)
    chosen = proposals.list(Status.PENDING)[0].id
    proposals.reject([chosen], "somebody", "not ours")
    by_name(pipeline, folder, "all")
    assert proposals.get(chosen).status is Status.REJECTED


def test_broken_files_are_named_and_the_others_go_on(pipeline: Pipeline, folder: Path) -> None:
    (folder / "a-broken.pdf").write_bytes(b"%PDF-1.7 nothing more")
    (folder / "b-empty.txt").write_bytes(b"")
    report = pipeline.ingest([folder, folder / "missing.csv"], "lists")
    assert report.failed
    errors = {Path(file.path).name: file.errors for file in report.files if file.errors}
    assert set(errors) == {"a-broken.pdf", "b-empty.txt", "missing.csv"}
    assert all("files" in error for found in errors.values() for error in found)
    assert report.to_json()["failed"] == 3
    assert report.to_json()["accepted"] == 2


def test_progress_is_told_for_every_file(pipeline: Pipeline, folder: Path) -> None:
    told: list[Progress] = []
    pipeline.ingest([folder], "lists", told.append)
    assert [(p.done, p.total) for p in told] == [(0, 2), (1, 2), (2, 2)]


def test_a_partner_of_two_lists_is_shown_as_one(
    store: Store, pipeline: Pipeline, folder: Path
) -> None:
    (folder / "other.csv").write_text("Name;Activities\nLantern House e.V.;Choir\n")
    by_name(pipeline, folder, "lists")
    (partner,) = View(store).organizations()
    assert len({service.provider for service in View(store).services()}) == 1
    (merge,) = Merges(store).all()
    assert "same name" in merge.reason
    assert partner.iri in (merge.keep, merge.same)


def test_services_are_linked_to_needs(store: Store, pipeline: Pipeline, folder: Path) -> None:
    by_name(pipeline, folder, "lists")
    (service,) = View(store).services()
    assert [topic.concept.rsplit("/", 1)[-1] for topic in service.topics] == ["homework-help"]


def test_a_merged_partner_keeps_the_id_that_a_source_gave_it(tmp_path: Path) -> None:
    table = tmp_path / "partners.csv"
    table.write_text("Name of the partner,Main fields\nLantern House,Homework help\n", "utf-8")
    feed = tmp_path / "feed.json"
    feed.write_text(
        json.dumps({"organizations": [{"id": "org-7", "name": "Lantern House", "services": []}]}),
        "utf-8",
    )
    with Store.open(tmp_path / "home") as store:
        pipeline = Pipeline(store, VOCABULARY, Linker(VOCABULARY))
        pipeline.ingest([table, feed])
        assert [partner.id for partner in View(store).organizations()] == ["org-7"]
