"""The pages without scripts: in every language, forms that answer, errors that people can read."""

from __future__ import annotations

import re
import time

import pytest
from starlette.testclient import TestClient

from service.web.catalog import LANGUAGES, choose

NEED = "14-årig dreng er holdt op med at komme i skole, mor er alene og taler kun somali"
BROWSER = {"accept": "text/html,application/xhtml+xml"}
PAGES = ["/", "/partner", "/partner/org-nightbuoy", "/network", "/import"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_every_page_speaks_every_language(client: TestClient, path: str, language: str) -> None:
    answer = client.get(path, headers={"accept-language": language})
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert answer.headers["content-language"] == language
    assert answer.text.count("<h1") == 1


@pytest.mark.parametrize(
    ("wanted", "remembered", "header", "language"),
    [
        ("", "", "", "en"),
        ("", "", "da-DK,da;q=0.9,en;q=0.8", "da"),
        ("", "", "fr,sl;q=0.3,sv;q=0.7", "sv"),
        ("", "sl", "da", "sl"),
        ("sv", "sl", "da", "sv"),
        ("xx", "", "zz;q=bad", "en"),
    ],
)
def test_the_visitor_chooses_the_language(
    wanted: str, remembered: str, header: str, language: str
) -> None:
    assert choose(wanted, remembered, header) == language


def test_a_chosen_language_is_remembered(client: TestClient) -> None:
    answer = client.get("/?lang=sl")
    assert "language=sl" in answer.headers["set-cookie"]
    assert "HttpOnly" in answer.headers["set-cookie"]
    client.cookies.clear()


def test_a_danish_need_finds_a_swedish_service_with_reasons(client: TestClient) -> None:
    answer = client.post("/", data={"text": NEED}, headers={"accept-language": "da"})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert re.search(r'<h3 [^>]*lang="sv">', answer.text)
    assert "14 år" in answer.text
    assert "somali" in answer.text
    assert 'href="tel:' in answer.text


def test_a_chip_switches_a_reading_off_and_on(client: TestClient) -> None:
    asked = {"text": NEED, "toggle": "age"}
    off = client.post("/", data=asked, headers={"accept-language": "da"}).text
    chip = r'name="toggle" value="age" aria-pressed="{}"'
    assert re.search(chip.format("false"), off)
    assert '<input type="hidden" name="without" value="age" form="ask">' in off
    about = re.findall(r'name="about" value="(\w+)"', off)[0]
    again = client.post("/", data={**asked, "without": "age", "about": about}).text
    assert re.search(chip.format("true"), again)


def test_what_was_switched_off_counts_again_for_another_text(client: TestClient) -> None:
    asked = {"text": "pige på 12 år bliver mobbet", "without": "age", "about": "0123456789ab"}
    answer = client.post("/", data=asked).text
    assert 'name="toggle" value="age" aria-pressed="true"' in answer


def test_a_script_gets_the_answer_alone(client: TestClient) -> None:
    answer = client.post("/", data={"text": NEED}, headers={"hx-request": "true"})
    assert answer.text.lstrip().startswith('<div id="answer"')
    assert "HX-Request" in answer.headers["vary"]


def test_danger_comes_first(client: TestClient) -> None:
    text = client.post("/", data={"text": "hendes far slår hende, hun vil tage sit eget liv"}).text
    assert 'href="tel:112"' in text
    assert text.index('class="danger"') < text.index('id="found"')


def test_more_hits_are_shown_on_demand(client: TestClient) -> None:
    first = client.post("/", data={"text": "hjælp til familien"}).text
    assert first.count('<article class="hit"') >= 10
    assert 'name="limit" value="30"' in first


@pytest.mark.parametrize(
    "form", [{"text": "  "}, {"text": "x", "age": "old"}, {"text": "x", "cost": "cheap"}]
)
def test_a_form_that_cannot_be_answered_says_why(client: TestClient, form: dict[str, str]) -> None:
    answer = client.post("/", data=form, headers={**BROWSER, "accept-language": "da"})
    assert answer.status_code == 422
    assert "Det kunne ikke forstås" in answer.text
    part = client.post("/", data=form, headers={"hx-request": "true", "accept-language": "da"})
    assert part.text.startswith('<div class="note wrong" role="alert"')


def test_markup_in_a_need_stays_text(client: TestClient) -> None:
    answer = client.post("/", data={"text": "<script>alert(1)</script> skole"})
    assert "<script>alert" not in answer.text


def test_an_unknown_address_is_a_page_for_people(client: TestClient) -> None:
    answer = client.get("/partner/nobody", headers=BROWSER)
    assert answer.status_code == 404
    assert "<h1>" in answer.text


def test_partners_are_found_by_a_part_of_the_name(client: TestClient) -> None:
    text = client.get("/partner?q=fritidsgarden").text
    assert "Fritidsgården Kajkanten" in text
    assert "Nightbuoy" not in text
    assert client.get("/partner?q=qqq&type=nothing").status_code == 200


def test_a_partner_page_tells_services_ties_and_sources(client: TestClient) -> None:
    path = re.findall(r"/partner/ssp-aldermark-\w+", client.get("/partner?q=SSP Aldermark").text)[0]
    text = client.get(path, headers={"accept-language": "da"}).text
    assert "Temaaftener" in text
    assert "Havnekvarterets Skole" in text
    assert "ssp@aldermark.example.org" in text
    assert "row" in text


def test_a_service_leads_to_its_partner(client: TestClient) -> None:
    answer = client.get("/partner/svc-nightbuoy-chat")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/partner/")


def test_the_network_is_a_table_that_can_be_filtered(client: TestClient) -> None:
    every = client.get("/network").text.count("<tr data-iri")
    some = client.get("/network?relation=member-of&area=Northfield").text.count("<tr data-iri")
    assert 0 < some < every
    assert client.get("/network?q=qqq").text.count("<tr data-iri") == 0


def test_import_works_without_scripts(client: TestClient) -> None:
    text = "Name of the partner;Main fields, activities\nGull Quay;Sailing for young people\n"
    sent = client.post("/import", files={"files": ("gull.csv", text.encode())})
    assert sent.status_code == 303
    for _ in range(300):
        page = client.get(sent.headers["location"]).text
        if "http-equiv" not in page:
            break
        time.sleep(0.1)
    assert "gull.csv" in page
    assert "Gull Quay" in client.get("/partner?q=gull").text


def test_a_rejected_proposal_is_gone(client: TestClient) -> None:
    page = client.get("/import").text
    id_ = re.findall(r'name="ids" value="([^"]+)"', page)[0]
    left = client.post("/import/proposals", data={"action": "reject", "ids": id_}).text
    assert id_ not in left
    assert 'role="status"' in left


def test_deciding_about_nothing_says_so(client: TestClient) -> None:
    answer = client.post("/import/proposals", data={"action": "accept"})
    assert "Nothing was ticked." in answer.text


def test_an_import_without_a_file_says_so(client: TestClient) -> None:
    answer = client.post("/import", data={"accept": "lists"}, headers=BROWSER)
    assert answer.status_code == 422
