"""Values of sources as links; a source may hold anything."""

from __future__ import annotations

import pytest

from service.api.upload import file_name
from service.web.address import bare, dial, partner, web


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("116 111", "116111"),
        ("+45 00 00 30 10", "+4500003010"),
        ("(00) 00-11 03; 00 00", "00001103"),
        ("00 12 ext. 5", "0012"),
        ("", ""),
    ],
)
def test_a_number_is_dialled(written: str, dialled: str) -> None:
    assert dial(written) == dialled


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("https://a.example.org/x", "https://a.example.org/x"),
        ("www.example.org", "https://www.example.org"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("see the notice board", ""),
    ],
)
def test_only_web_addresses_become_links(written: str, link: str) -> None:
    assert web(written) == link


def test_an_address_is_shown_without_its_scheme() -> None:
    assert bare("https://www.example.org/") == "example.org"


def test_a_partner_with_a_slash_in_its_id_has_one_path() -> None:
    assert partner("a/b c") == "/partner/a%2Fb%20c"


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\lists\\partners.xlsx", "partners.xlsx"),
        ("liste\x00\n.csv", "liste.csv"),
        ("..", "file"),
        ("", "file"),
        ("x" * 500 + ".csv", "x" * 120 + ".csv"),
        ("skole æøå.docx", "skole æøå.docx"),
    ],
)
def test_an_uploaded_name_stays_a_name(given: str, name: str) -> None:
    assert file_name(given) == name
