"""Partner lists in eight languages become partners, services, offers, hopes and collaborations."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model import (
    Collaboration,
    Entity,
    Hope,
    Offer,
    Organization,
    Service,
)
from ingest.extract.ages import ages_in_cell, ages_in_text
from ingest.extract.columns import field_of
from ingest.extract.contact import contacts_in, role_of
from ingest.extract.cost import costs_in
from ingest.extract.split import name_and_rest, parts
from ingest.extract.spoken import spoken_codes
from ingest.extraction import extract
from ingest.identity import Minter
from ingest.readers import read
from ontology.errors import InputError
from ontology.terms import slug_of
from ontology.vocabulary import Vocabulary

VOCABULARY = Vocabulary.load()
T = TypeVar("T")
MAP = (
    "Name of the partner",
    "Website, contacts",
    "Representative",
    "Main fields, activities",
    "What can you propose?",
    "Hopes or expects assistance in what?",
)


def entities(path: Path) -> list[Entity]:
    found = extract(read(path), Minter(f"test/{path.name}"), VOCABULARY)
    return [item.entity for item in (*found.listed, *found.said)]


def table(path: Path, *rows: tuple[str, ...]) -> Path:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8", newline="")
    return path


def of_kind(found: list[Entity], kind: type[T]) -> list[T]:
    return [entity for entity in found if isinstance(entity, kind)]


def test_a_row_of_the_capacities_map_becomes_partner_services_offer_and_hope(
    tmp_path: Path,
) -> None:
    path = table(
        tmp_path / "map.csv",
        ("Our capacities map", "", "", "", "", ""),
        MAP,
        (
            "Lantern House",
            "lantern.example.org, 00 00 33 11; 00 00 33 12, hello@lantern.example.org",
            "Robin Sample, head of the youth workers",
            "Homework help on Mondays: volunteers sit with pupils.\n"
            "Family counselling, also evenings",
            "A room",
            "Interpreters; more mentors",
        ),
    )
    found = entities(path)
    (partner,) = of_kind(found, Organization)
    assert [text.value for text in partner.names] == ["Lantern House"]
    assert {c.phone for c in partner.contacts} == {"00 00 33 11", "00 00 33 12"}
    assert partner.contacts[0].email == "hello@lantern.example.org"
    assert partner.url == "https://lantern.example.org"
    assert partner.contacts[0].role == "head of the youth workers"
    names = [service.names[0].value for service in of_kind(found, Service)]
    assert names == ["Homework help on Mondays", "Family counselling, also evenings"]
    assert [o.texts[0].value for o in of_kind(found, Offer)] == ["A room"]
    assert [h.texts[0].value for h in of_kind(found, Hope)] == ["Interpreters", "more mentors"]


def test_directory_columns_are_understood(tmp_path: Path) -> None:
    path = table(
        tmp_path / "liste.csv",
        ("Navn", "Type", "Aktiviteter", "Alder", "Sprog", "Pris", "Område", "Adresse"),
        ("Broen", "NGO", "Lektiehjælp", "10-17", "dansk, arabisk", "gratis", "Havnen; Midtby",
         "Lille Gade 3, 1234 Sønderby"),
    )  # fmt: skip
    (service,) = of_kind(entities(path), Service)
    assert (service.audience.min_age, service.audience.max_age) == (10, 17)
    assert service.spoken == ("da", "ar")
    assert [slug_of(cost) for cost in service.costs] == ["free"]
    assert service.areas == ("Havnen", "Midtby")
    address = service.addresses[0]
    assert (address.street, address.postal_code, address.locality) == (
        "Lille Gade 3",
        "1234",
        "Sønderby",
    )


def test_a_cooperation_sheet_relates_partners(tmp_path: Path) -> None:
    path = table(
        tmp_path / "who.csv",
        ("Partner", "Relation", "With", "Since", "Note"),
        ("Lantern House", "refers to", "Harbour Clinic", "2019", "by telephone"),
    )
    (found,) = of_kind(entities(path), Collaboration)
    assert slug_of(found.relation) == "refers-to"
    assert (found.since, found.notes[0].value) == ("2019", "by telephone")


def test_a_service_table_gives_each_service_its_provider(tmp_path: Path) -> None:
    path = table(
        tmp_path / "services.csv",
        ("Organisation", "Service", "Description"),
        ("Lantern House", "Homework café", "Help with homework twice a week."),
        ("Lantern House", "Choir", "Singing for everybody."),
    )
    found = entities(path)
    assert len(of_kind(found, Organization)) == 1
    assert [s.names[0].value for s in of_kind(found, Service)] == ["Homework café", "Choir"]


def test_a_table_without_names_of_columns_is_refused_with_a_way_out(tmp_path: Path) -> None:
    path = table(tmp_path / "x.csv", ("a", "b"), ("1", "2"))
    with pytest.raises(InputError, match="column"):
        entities(path)


HEADINGS = [
    ("Name of the partner", "name"), ("Partnerens navn", "name"), ("Namn", "name"),
    ("Naziv organizacije", "name"), ("Naam van de partner", "name"), ("Einrichtung", "name"),
    ("Nom du partenaire", "name"), ("A partner neve", "name"),
    ("Website, contacts", "contacts"), ("Hjemmeside, kontakt", "contacts"),
    ("Webbplats, kontakt", "contacts"), ("Spletna stran, kontakti", "contacts"),
    ("Website, contactgegevens", "contacts"), ("Webseite, Kontakt", "contacts"),
    ("Site web, contacts", "contacts"), ("Honlap, elérhetőség", "contacts"),
    ("Main fields, activities", "activities"), ("Hovedområder, aktiviteter", "activities"),
    ("Huvudområden, verksamheter", "activities"), ("Glavna področja, dejavnosti", "activities"),
    ("Hoofdgebieden, activiteiten", "activities"), ("Tätigkeitsfelder", "activities"),
    ("Domaines, activités", "activities"), ("Fő területek, tevékenységek", "activities"),
    ("What can you propose?", "offer"), ("Hvad kan du tilbyde?", "offer"),
    ("Vad kan ni erbjuda?", "offer"), ("Kaj lahko ponudite?", "offer"),
    ("Wat kunt u aanbieden?", "offer"), ("Was können Sie anbieten?", "offer"),
    ("Que pouvez-vous proposer ?", "offer"), ("Mit tud ajánlani?", "offer"),
    ("Hopes or expects assistance in what?", "hope"), ("Forventninger", "hope"),
    ("Förväntar sig hjälp med", "hope"), ("Pričakovanja", "hope"), ("Verwachtingen", "hope"),
    ("Erwartungen", "hope"), ("Attentes", "hope"), ("Elvárások", "hope"),
    ("4. Telefon", "phone"), ("E-mail", "email"), ("E-pošta", "email"), ("Nonsense", ""), ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "field"), HEADINGS)
def test_headings_in_eight_languages(heading: str, field: str) -> None:
    assert field_of(heading) == field


@pytest.mark.parametrize(
    ("cell", "ages"),
    [
        ("6-18", (6, 18)), ("0–3 år", (0, 3)), ("fra 10 til 17 år", (10, 17)), ("12+", (12, None)),
        ("from 16", (16, None)), ("ab 14 Jahren", (14, None)), ("under 25", (None, 24)),
        ("bis 12 Jahre", (None, 12)), ("do 15 let", (None, 15)), ("od 6 do 12 let", (6, 12)),
        ("6-tól 14 éves korig", (6, 14)), ("jusqu'à 18 ans", (None, 18)), ("de 3 à 6 ans", (3, 6)),
        ("18 och äldre", (18, None)), ("vanaf 12 jaar", (12, None)), ("all", (None, None)),
        ("", (None, None)), ("18-6", (None, None)),
    ],
)  # fmt: skip
def test_ages_in_cells(cell: str, ages: tuple[int | None, int | None]) -> None:
    assert ages_in_cell(cell) == ages


@pytest.mark.parametrize(
    ("language", "text", "ages"),
    [
        ("da", "unge fra udskolingen til og med det 18. år", (13, 18)),
        ("da", "børn på mellemtrinnet i folkeskolen", (10, 12)),
        ("en", "for young people aged 14 to 21", (14, 21)),
        ("en", "pupils of primary school", (5, 11)),
        ("sv", "elever i högstadiet", (13, 15)),
        ("sl", "za otroke od 7 do 14 let", (7, 14)),
        ("de", "Jugendliche ab 14 Jahren", (14, None)),
        ("nl", "jongeren van 12 tot 18 jaar", (12, 18)),
        ("fr", "les jeunes de 11 à 15 ans", (11, 15)),
        ("hu", "általános iskolás gyerekek", (6, 14)),
        ("en", "room 12 is open 14 to 16 on 3 May", (None, None)),
    ],
)
def test_ages_in_text(language: str, text: str, ages: tuple[int | None, int | None]) -> None:
    assert ages_in_text(text, language) == ages


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("Danish, English; Arabic with interpreter", "en", ("da", "en", "ar")),
        ("slovenščina in angleščina", "sl", ("sl", "en")),
        ("Deutsch, Türkisch", "de", ("de", "tr")),
        ("da, en", "", ("da", "en")),
        ("magyar és román", "hu", ("hu", "ro")),
        ("nothing we know", "en", ()),
    ],
)
def test_spoken_languages(text: str, language: str, codes: tuple[str, ...]) -> None:
    assert spoken_codes(text, language) == codes


@pytest.mark.parametrize(
    ("text", "costs"),
    [
        ("free", ["free"]), ("gratis", ["free"]), ("brezplačno", ["free"]), ("ingyenes", ["free"]),
        ("25 kr.", ["paid"]), ("€ 5 per visit", ["paid"]), ("kostenpflichtig", ["paid"]),
        ("depends on income", ["income-dependent"]), ("0 EUR", ["free"]), ("", []),
    ],
)  # fmt: skip
def test_costs(text: str, costs: list[str]) -> None:
    assert [slug_of(iri) for iri in costs_in(text, "en", VOCABULARY)] == costs


@pytest.mark.parametrize(
    ("cell", "role"),
    [
        ("Robin Sample, school social worker", "school social worker"),
        ("Robin Sample (principal)", "principal"),
        ("school leader Robin Sample", "school leader"),
        ("coordinator", "coordinator"),
        ("Robin Sample", "Robin Sample"),
        ("Robin Sample, 00 00 11 22, robin@x.example.org", "Robin Sample"),
        ("", ""),
    ],
)
def test_a_representative_is_a_role_where_one_is_given(cell: str, role: str) -> None:
    assert role_of(cell, "en", VOCABULARY) == role


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("tel. +45 12 34 56 78 or 0123/456 789", ["+45 12 34 56 78", "0123/456 789"]),
        ("since 12.04.2023, open 8-16", []),
        ("www.a.example.org/1234567", []),
    ],
)
def test_phones_are_no_dates_and_no_addresses(text: str, phones: list[str]) -> None:
    assert [c.phone for c in contacts_in(text) if c.phone] == phones


def test_cells_divide_at_lines_and_semicolons_but_not_within_sentences() -> None:
    assert parts("a\n• b\n\n2. c") == ["a", "b", "c"]
    assert parts("Choir; Homework help") == ["Choir", "Homework help"]
    long = (
        "We meet in the old house by the lake every other week and talk about what has "
        "happened at home and at school since then"
    )
    assert parts(f"{long}; nobody has to come") == [f"{long}; nobody has to come"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Choir: singing for all", "Choir"),
        ("Talks at home. We come to you.", "Talks at home"),
        ("See https://a.example.org", "See https://a.example.org"),
    ],
)
def test_the_name_of_an_entry(text: str, name: str) -> None:
    assert name_and_rest(text) == (name, text)


words = st.text(st.characters(categories=("L", "Nd")), min_size=1, max_size=12)
cells = st.lists(words, min_size=1, max_size=5).map(" ".join)
rows = st.lists(st.tuples(*[cells] * 6), min_size=1, max_size=6, unique_by=lambda row: row[0])


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=rows)
def test_every_partner_and_offer_of_a_map_comes_back(
    tmp_path: Path, rows: list[tuple[str, ...]]
) -> None:
    found = entities(table(tmp_path / "map.csv", MAP, *rows))
    names = {o.names[0].value for o in of_kind(found, Organization)}
    assert len(names) == len({Minter("m").by_name("o", row[0])[0] for row in rows})
    offered = {(o.texts[0].value) for o in of_kind(found, Offer)}
    assert len(offered) == len({row[4] for row in rows})
