"""What a request has to pass, and what every response carries."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

ASK = {"text": "lektiehjælp"}


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:1"])
def test_the_hosts_of_the_settings_are_served(client: TestClient, host: str) -> None:
    assert client.get("/health/live", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example.org", "localhost.evil.example.org", "", "[:::"])
def test_other_hosts_are_turned_away(client: TestClient, host: str) -> None:
    answer = client.get("/health/live", headers={"host": host})
    assert answer.status_code == 400
    assert "SOCIALMAP_ALLOWED_HOSTS" in answer.json()["way_out"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({"origin": "http://localhost"}, 200),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "https://evil.example.org"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site", "origin": "http://localhost"}, 403),
    ],
)
def test_only_our_own_forms_and_programs_may_post(
    client: TestClient, headers: dict[str, str], status: int
) -> None:
    assert client.post("/api/v1/search", json=ASK, headers=headers).status_code == status


def test_reading_from_elsewhere_is_no_danger(client: TestClient) -> None:
    headers = {"sec-fetch-site": "cross-site"}
    assert client.get("/health/live", headers=headers).status_code == 200


@pytest.mark.parametrize("path", ["/", "/api/v1/nowhere", "/static/base.css", "/health/live"])
def test_every_response_carries_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "script-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_a_body_that_is_too_large_is_refused(client: TestClient) -> None:
    answer = client.post("/api/v1/search", content=b"x" * (1024 * 1024 + 1))
    assert answer.status_code == 413
    assert answer.json()["way_out"]


def test_a_large_upload_is_refused(client: TestClient) -> None:
    sent = client.post("/api/v1/ingest", files={"files": ("big.csv", b"x" * (2 * 1024 * 1024))})
    assert sent.status_code == 413


def test_a_large_body_of_unstated_length_is_stopped(client: TestClient) -> None:
    pieces = (b"x" * 65_536 for _ in range(40))
    answer = client.post(
        "/", content=pieces, headers={"content-type": "application/x-www-form-urlencoded"}
    )
    assert answer.status_code == 413
