"""HSDS documents of every shape give the same services, under their own ids."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from graph.model import Entity, Organization, Service
from ingest.extraction import extract
from ingest.identity import BASE_IRI, Minter
from ingest.readers import read
from ontology.terms import slug_of
from ontology.vocabulary import Vocabulary

VOCABULARY = Vocabulary.load()
HSDS = Path(__file__).resolve().parents[3] / "shared" / "hsds"
ORGANIZATION = {"id": "org-1", "name": "Lantern House", "website": "https://lantern.example.org"}
SERVICE: dict[str, Any] = {
    "id": "svc-1",
    "name": "Homework café",
    "description": "Volunteers help pupils with their homework twice a week.",
    "status": "active",
    "minimum_age": 8,
    "maximum_age": 16,
    "languages": [{"code": "en"}, {"name": "Arabic"}],
    "cost_options": [{"option": "free", "amount": 0}],
    "service_areas": [{"name": "Harbour"}],
    "phones": [{"number": "00 00 44 55"}],
    "contacts": [
        {"name": "Robin Sample", "title": "café host", "email": "cafe@lantern.example.org"}
    ],
    "organization": ORGANIZATION,
    "service_at_locations": [
        {
            "location": {
                "latitude": 54.5,
                "longitude": 10.25,
                "addresses": [{"address_1": "1 Quay", "city": "Harbour", "country": "DK"}],
            }
        }
    ],
    "attributes": [
        {"label": "topic", "taxonomy_term": {"code": "homework-help", "name": "homework help"}},
        {"label": "theme", "taxonomy_term": {"name": "Evenings", "taxonomy": "Our own"}},
    ],
}
PAGE = {"total_items": 1, "page_number": 1, "contents": [SERVICE]}
SHAPES = {
    "object": json.dumps(SERVICE),
    "array": json.dumps([SERVICE]),
    "page": json.dumps(PAGE),
    "lines": json.dumps(SERVICE) + "\n" + json.dumps(ORGANIZATION) + "\n",
    "lists": json.dumps({"services": [SERVICE], "organizations": [ORGANIZATION]}),
    "nested": json.dumps({**ORGANIZATION, "services": [{**SERVICE, "organization": None}]}),
    "service_at_location": json.dumps(
        {"id": "x", "service": SERVICE, "location": {"name": "Quay house"}}
    ),
}


def entities(path: Path, text: str) -> list[Entity]:
    path.write_text(text, encoding="utf-8")
    return [item.entity for item in extract(read(path), Minter(path.name), VOCABULARY).listed]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_gives_the_service_and_its_provider(tmp_path: Path, shape: str) -> None:
    found = entities(tmp_path / "a.json", SHAPES[shape])
    services = [e for e in found if isinstance(e, Service)]
    partners = [e for e in found if isinstance(e, Organization)]
    assert [(s.id, s.iri, s.provider) for s in services] == [
        ("svc-1", f"{BASE_IRI}service/svc-1", f"{BASE_IRI}organization/org-1")
    ]
    assert [p.id for p in partners] == ["org-1"]


def test_all_that_a_service_says_is_kept(tmp_path: Path) -> None:
    (service,) = [
        e for e in entities(tmp_path / "a.json", SHAPES["object"]) if isinstance(e, Service)
    ]
    assert (service.audience.min_age, service.audience.max_age) == (8, 16)
    assert service.spoken == ("en", "ar")
    assert [slug_of(cost) for cost in service.costs] == ["free"]
    assert service.areas == ("Harbour",)
    assert (service.addresses[0].latitude, service.addresses[0].locality) == (54.5, "Harbour")
    assert [slug_of(topic.concept) for topic in service.topics] == ["homework-help"]
    assert service.categories == ("Evenings",)
    assert service.contacts[0].role == "café host"


def test_names_of_persons_stay_out(tmp_path: Path) -> None:
    assert "Robin Sample" not in repr(entities(tmp_path / "a.json", SHAPES["lists"]))


def test_a_hundred_years_mean_no_upper_limit(tmp_path: Path) -> None:
    text = json.dumps({**SERVICE, "maximum_age": 100})
    (service,) = [e for e in entities(tmp_path / "a.json", text) if isinstance(e, Service)]
    assert service.audience.max_age is None


@pytest.mark.skipif(not HSDS.is_dir(), reason=f"the HSDS examples are not at {HSDS}")
@pytest.mark.parametrize(
    "name",
    [
        "3.0/examples/service_full.json", "3.0/examples/service_list.json",
        "3.0/examples/organization_full.json", "3.1/examples/service_full.json",
        "3.1/examples/organization_list.json", "3.1/examples/service_at_location_full.json",
        "oruk-3.0/examples/service_full.json", "oruk-mocks/V3.0-UK-Default/service_list.json",
        "oruk-mocks/V3.0-UK-Default/organization.json", "oruk-mocks/V3.0-UK-Fail/service_full.json",
    ],
)  # fmt: skip
def test_the_published_examples_are_read(name: str) -> None:
    assert extract(read(HSDS / name), Minter(name), VOCABULARY).listed


def test_ten_thousand_services_take_seconds(tmp_path: Path) -> None:
    services = [
        {**SERVICE, "id": f"s{n}", "organization": {**ORGANIZATION, "id": f"o{n // 3}"}}
        for n in range(10_000)
    ]
    (tmp_path / "a.json").write_text(json.dumps(services))
    start = time.process_time()
    found = extract(read(tmp_path / "a.json"), Minter("a"), VOCABULARY)
    assert time.process_time() - start < 8  # twice the goal: machines differ
    assert len(found.listed) == 10_000 + 3_334
