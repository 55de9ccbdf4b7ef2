"""The JSON API on the example map: what the contract promises, and refusals as problems."""

from __future__ import annotations

import time
from typing import Any

import pytest
from starlette.testclient import TestClient

from service.workspace import Workspace

NEED = "14-årig dreng er holdt op med at komme i skole, mor er alene og taler kun somali"
HIT_KEYS = {
    "rank", "id", "iri", "name", "organization", "score", "language", "fits", "misfits",
    "reasons", "evidence", "contact", "way_in",
}  # fmt: skip


def finished(client: TestClient, job: dict[str, Any]) -> dict[str, Any]:
    """The job when it is over."""
    for _ in range(600):
        found: dict[str, Any] = client.get(f"/api/v1/jobs/{job['id']}").json()
        if found["state"] in ("done", "failed"):
            return found
        time.sleep(0.1)
    raise AssertionError("the import does not end")


def test_a_need_is_answered_as_the_contract_says(client: TestClient) -> None:
    answer = client.post("/api/v1/search", json={"text": NEED, "limit": 5})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    result = answer.json()
    assert set(result) == {"need", "hits", "near_misses", "emergency", "took_ms"}
    assert result["need"]["language"] == "da"
    assert result["need"]["age"] == [14, 14]
    assert result["need"]["spoken"] == ["so"]
    assert 0 < len(result["hits"]) <= 5
    assert all(set(hit) == HIT_KEYS and hit["reasons"] for hit in result["hits"])


def test_what_is_stated_is_never_violated(client: TestClient) -> None:
    asked = {"text": "noget at lave om eftermiddagen", "age": 12, "cost": "free", "language": "da"}
    result = client.post("/api/v1/search", json=asked).json()
    assert all(hit["fits"] and not hit["misfits"] for hit in result["hits"])
    assert all(hit["misfits"] for hit in result["near_misses"])


def test_a_reading_that_is_switched_off_counts_no_more(client: TestClient) -> None:
    asked = {"text": NEED, "without": ["age", "spoken"]}
    need = client.post("/api/v1/search", json=asked).json()["need"]
    assert need["age"] is None
    assert need["spoken"] == []


def test_danger_brings_the_emergency_numbers(client: TestClient) -> None:
    result = client.post("/api/v1/search", json={"text": "han siger at han vil tage sit eget liv"})
    assert "112" in [item["number"] for item in result.json()["emergency"]]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({}, "text"),
        ({"text": ""}, "text"),
        ({"text": "secretneed", "age": 900}, "age"),
        ({"text": "secretneed", "cost": "cheap"}, "cost"),
        ({"text": "secretneed", "spoken": "klingonish"}, "spoken"),
        ({"text": "secretneed", "wish": "x"}, "wish"),
        ({"text": " ?! "}, "empty"),
        ({"text": "x" * 10_001}, "text"),
    ],
)
def test_a_bad_need_is_refused_without_repeating_it(
    client: TestClient, body: dict[str, Any], says: str
) -> None:
    answer = client.post("/api/v1/search", json=body)
    problem = answer.json()
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(problem) == {"type", "title", "status", "detail", "instance", "way_out"}
    assert problem["instance"] == "/api/v1/search"
    assert says in problem["detail"]
    assert problem["way_out"]
    assert "secretneed" not in answer.text


def test_a_need_has_no_place_in_an_address(client: TestClient) -> None:
    answer = client.get("/api/v1/search?text=secretneed")
    assert answer.status_code == 405
    assert "secretneed" not in answer.text


def test_an_entity_is_found_by_id_and_by_iri(client: TestClient) -> None:
    by_id = client.get("/api/v1/entities/svc-nightbuoy-chat").json()
    assert by_id["entity"]["kind"] == "service"
    assert by_id["provider"]["names"][0]["value"] == "Nightbuoy Line"
    assert by_id["evidence"][0]["passage"]
    by_iri = client.get("/api/v1/entities/" + by_id["entity"]["iri"]).json()
    assert by_iri == by_id


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/entities/nobody",
        "/api/v1/proposals/nothing",
        "/api/v1/jobs/none",
        "/api/v1/vocabulary/colours",
        "/api/v1/nowhere",
        "/id/organization/nobody",
    ],
)
def test_what_is_not_there_is_a_problem_with_a_way_out(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["way_out"]


def test_a_scheme_of_the_vocabulary_has_labels(client: TestClient) -> None:
    scheme = client.get("/api/v1/vocabulary/cost?language=da").json()
    labels = {concept["slug"]: concept["label"] for concept in scheme["concepts"]}
    assert labels["free"] == "gratis"


def test_the_network_names_partners_and_ties(client: TestClient) -> None:
    network = client.get("/api/v1/network").json()
    nodes = {node["iri"] for node in network["nodes"]}
    assert len(network["edges"]) > 100
    assert all({edge["source"], edge["target"]} <= nodes for edge in network["edges"])


def test_proposals_are_listed_shown_and_rejected(client: TestClient) -> None:
    found = client.get("/api/v1/proposals").json()
    assert found["total"] == len(found["proposals"]) > 0
    first = found["proposals"][-1]
    assert first["evidence"][0]["passage"]
    assert client.get(f"/api/v1/proposals/{first['id']}").json() == first
    body = {"ids": [first["id"]], "who": "tester", "reason": "wrong"}
    assert client.post("/api/v1/proposals/reject", json=body).json() == {"rejected": 1}
    left = client.get("/api/v1/proposals").json()
    assert first["id"] not in [proposal["id"] for proposal in left["proposals"]]
    rejected = client.get("/api/v1/proposals?status=rejected").json()
    assert first["id"] in [proposal["id"] for proposal in rejected["proposals"]]


def test_an_accepted_proposal_is_in_the_map(client: TestClient, workspace: Workspace) -> None:
    pending = client.get("/api/v1/proposals").json()["proposals"]
    chosen = next(p for p in pending if p["entity"]["kind"] == "service")
    changed = client.post("/api/v1/proposals/accept", json={"ids": [chosen["id"]]}).json()
    assert changed["changed"] > 0
    assert workspace.view.entity(chosen["entity"]["iri"])


def test_a_file_becomes_facts_and_the_index_follows(client: TestClient) -> None:
    text = "Name of the partner;Main fields, activities\nLantern House;Homework club on Mondays\n"
    sent = client.post("/api/v1/ingest", files={"files": ("lantern.csv", text.encode())})
    assert sent.status_code == 202
    assert sent.headers["location"] == f"/api/v1/jobs/{sent.json()['id']}"
    job = finished(client, sent.json())
    assert job["state"] == "done"
    assert job["report"]["accepted"] > 0
    asked = {"text": "homework club on Mondays at Lantern House", "limit": 50}
    hits = client.post("/api/v1/search", json=asked).json()["hits"]
    assert "Lantern House" in [hit["organization"]["name"] for hit in hits]


def test_a_file_that_cannot_be_read_is_named_in_the_report(client: TestClient) -> None:
    sent = client.post("/api/v1/ingest", files={"files": ("../../broken.xlsx", b"PK\x03\x04no")})
    job = finished(client, sent.json())
    assert job["report"]["failed"] == 1
    assert job["report"]["files"][0]["path"] == "broken.xlsx"
    assert job["report"]["files"][0]["errors"][0].startswith("broken.xlsx: ")


def test_an_upload_leaves_nothing_behind(client: TestClient, workspace: Workspace) -> None:
    sent = client.post("/api/v1/ingest", files={"files": ("empty.csv", b"")})
    finished(client, sent.json())
    for _ in range(50):
        if not list(workspace.settings.home.glob("upload-*")):
            break
        time.sleep(0.1)
    assert not list(workspace.settings.home.glob("upload-*"))


@pytest.mark.parametrize(
    ("accept", "type_"),
    [
        ("text/turtle", "text/turtle"),
        ("application/ld+json", "application/ld+json"),
        ("text/html;q=0.4, text/turtle;q=0.5", "text/turtle"),
        ("application/ld+json;q=0.9, text/turtle;q=0.2", "application/ld+json"),
    ],
)
def test_linked_data_comes_in_the_syntax_that_is_preferred(
    client: TestClient, accept: str, type_: str
) -> None:
    answer = client.get("/id/organization/org-nightbuoy", headers={"accept": accept})
    assert answer.headers["content-type"].startswith(type_)
    assert "Accept" in answer.headers["vary"]
    assert "Nightbuoy" in answer.text


@pytest.mark.parametrize("accept", ["text/html", "*/*", "", "text/html;q=x"])
def test_linked_data_leads_people_to_the_page(client: TestClient, accept: str) -> None:
    answer = client.get("/id/organization/org-nightbuoy", headers={"accept": accept})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/partner/")


@pytest.mark.parametrize(
    ("format_", "begins"),
    [
        ("turtle", b"@prefix"),
        ("jsonld", b"{"),
        ("hsds", b"{"),
        ("graphml", b"<?xml"),
        ("csv", b"PK"),
    ],
)
def test_the_map_is_exported(client: TestClient, format_: str, begins: bytes) -> None:
    answer = client.get(f"/export/{format_}")
    assert answer.status_code == 200
    assert answer.content.startswith(begins)
    assert "attachment" in answer.headers["content-disposition"]


def test_an_unknown_export_names_those_that_exist(client: TestClient) -> None:
    answer = client.get("/export/powerpoint")
    assert answer.status_code == 422
    assert "turtle" in answer.json()["way_out"]


def test_health_tells_whether_the_index_is_in_step(client: TestClient) -> None:
    assert client.get("/health/live").json() == {"status": "live"}
    ready = client.get("/health/ready").json()
    assert ready["status"] == "ready"
    assert ready["revision"] == ready["indexed_revision"]


def test_metrics_count_and_never_tell_what_was_asked(client: TestClient) -> None:
    client.post("/api/v1/search", json={"text": "zebrafish worries at school"})
    client.get("/partner/zebrafish")
    text = client.get("/metrics").text
    assert 'socialmap_requests_total{method="POST",route="/api/v1/search",status="200"}' in text
    assert "socialmap_request_seconds_bucket" in text
    assert "zebrafish" not in text


def test_openapi_describes_every_endpoint_of_the_contract(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    wanted = {
        "/api/v1/search", "/api/v1/entities/{id}", "/api/v1/proposals", "/api/v1/ingest",
        "/api/v1/jobs/{id}", "/api/v1/network", "/api/v1/vocabulary/{scheme}", "/export/{format}",
        "/health/live", "/health/ready", "/metrics", "/id/{path}",
    }  # fmt: skip
    assert wanted <= set(paths)
