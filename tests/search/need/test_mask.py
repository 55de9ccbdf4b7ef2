from __future__ import annotations

import pytest

from search.model import Options
from search.need.mask import clean, identifiers
from search.need.understanding import Understander

_NUMBERS = [
    "CPR 010203-4567",
    "CPR 0102034567",
    "personnummer 20100304-1234",
    "personnummer 100304+1234",
    "BSN 123456782",
    "EMŠO 0101006500006",
    "TAJ 123 456 789",
    "személyi 1-020304-5678",
    "INSEE 2 85 05 78 006 084 36",
    "Corse 2 85 05 2A 006 084 36",
    "PESEL 44051401359",
    "HETU 131052-308T",
    "HETU 131052A308T",
    "Steuer-ID 12 345 678 901",
    "DNI 12345678Z",
    "NIE X1234567L",
    "codice RSSMRA85T10A562S",
    "CNP 1850505123456",
    "OIB 12345678903",
    "ЕГН 7523169263",
    "rodné číslo 736028/5163",
    "PPS 1234567T",
    "NINO AB123456C",
    "IBAN DK5000400440116243",
    "tlf. 22 33 44 55",
    "call +44 20 7946 0999",
    "Tel. 0176 / 1234567",
    "06.12.34.56.78",
    "(02) 123-45-67",
    "٠١٢٣٤٥٦٧٨٩",
    "født 14.03.2010",
    "born 2010-03-14",
    "né le 14/3/10",
]


@pytest.mark.parametrize("text", _NUMBERS)
def test_register_and_telephone_numbers_and_dates_are_masked(text: str) -> None:
    shown, count = identifiers(text)
    assert count == 1
    assert sum(character.isdigit() for character in shown) <= 3


@pytest.mark.parametrize(
    "text",
    [
        "bor på Hovedgaden 12",
        "bor på hovedgaden 12",
        "lives at 14 Willow Street",
        "wohnt in der Lindenstraße 5a",
        "woont in de Kerkstraat 12",
        "stanujejo na Cankarjeva ulica 3",
        "Kossuth utca 3",
        "habite 12 rue Victor Hugo",
        "bor på Storgatan 4",
        "via Garibaldi 7",
        "calle Mayor 5",
        "ul. Długa 15",
    ],
)
def test_street_addresses_are_masked(text: str) -> None:
    shown, count = identifiers(text)
    assert count == 1
    assert not any(character.isdigit() for character in shown)


@pytest.mark.parametrize(
    "text",
    [
        "6, 9, 12 og 14 år",
        "skoleåret 2024-2025 og 2025/26",
        "20 % absence within 5 weeks, 14:30",
        "mødes kl. 15 i 3 uger, 25 elever",
        "class of 25, 300 euro",
    ],
)
def test_small_numbers_stay(text: str) -> None:
    assert identifiers(text) == (text, 0)


@pytest.mark.parametrize(
    "text", ["a@b.dk", "write to x.y+z@mail.example.com!", "@anna_k", "ø@å.dk"]
)
def test_mail_addresses_and_handles_are_masked(text: str) -> None:
    assert "@" not in identifiers(text)[0]


def test_control_characters_and_surrogates_go() -> None:
    assert clean("a\x00b\u200bc\ud800d\u202ee") == "a b c d e"


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Min søn Mikkel bliver mobbet", "Mikkel"),
        ("min søn hedder ali og er 7 år", "ali"),
        ("I går var Søren Bækgård ikke i skole", "Bækgård"),
        ("Hos os har Zebulon det svært", "Zebulon"),
        ("My daughter Jane Willowby-Ash is 9", "Willowby"),
        ("a boy named Tarquin refuses school", "Tarquin"),
        ("Mrs Haverstock called about the boy", "Haverstock"),
        ("Frau Wattenhufer hat angerufen, es geht um den Jungen", "Wattenhufer"),
        ("Unser Sohn Jorin geht nicht zur Schule", "Jorin"),
        ("Heute hat Mohammed wieder geschwänzt", "Mohammed"),
        ("moja hči Ajdica ne spi", "Ajdica"),
        ("A kisfiam, Zsombor nem beszél", "Zsombor"),
        ("mijn zoon Wubbe slaapt niet", "Wubbe"),
        ("Notre fils Gwendal ne dort pas", "Gwendal"),
        ("son prénom est Maïlou, elle a 8 ans", "Maïlou"),
        ("MIN SØN MOHAMMED VIL IKKE I SKOLE", "MOHAMMED"),
        ("him and Van der Berghe-Zon, Pieter van der Velde too", "Velde"),
        ("hun er født i marts 2010 og går i skole", "2010"),
        ("she was born on 14 March", "March"),
        ("born in 2011, very shy", "2011"),
    ],
)
def test_names_and_birthdays_are_masked(
    text: str, hidden: str, understander: Understander, areas: tuple[str, ...]
) -> None:
    need = understander.read(text, Options(), areas)
    assert hidden not in need.text
    assert need.masked >= 1


@pytest.mark.parametrize(
    "text",
    [
        "mother speaks only Somali and lives in Northfield",
        "They meet on Monday in August, near Leeds",
        "A Syrian family, Muslim, from Afghanistan",
        "Der Sohn hat Angst vor der Schule und vor Prüfungen am Montag",
        "Meine Tochter braucht Hilfe in Mathe, die Lehrerin der Grundschule sagt Legasthenie",
        "Hun har ADHD og går til PPR og SSP i Aarhus",
        "En familie fra Syrien, moren taler Arabisk",
        "Dečka iz Maribora je strah, hodi v Celje",
        "We need Social Services and the Youth Service in Northfield",
        "My Son Does Not Go To School And Is Bullied",
    ],
)
def test_what_is_no_name_stays(
    text: str, understander: Understander, areas: tuple[str, ...]
) -> None:
    need = understander.read(text, Options(), areas)
    assert (need.text, need.masked) == (text, 0)
