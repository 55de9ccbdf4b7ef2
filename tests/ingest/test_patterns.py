"""What each language's patterns find, and what they leave alone."""

from __future__ import annotations

import dataclasses
import re

import pytest

from ingest.extract.durations import limits, meetings_per_year, triggers
from ingest.extract.metadata import date_in
from ingest.phrases import LANGUAGES, Phrases, phrases_for

CASES = [
    ("furniture", "en", "Skip to main content"), ("furniture", "da", "Spring til indhold"),
    ("furniture", "sv", "Sidan laddar. Vänta"), ("furniture", "sl", "Preskoči na vsebino"),
    ("furniture", "nl", "Ga naar de inhoud"), ("furniture", "de", "Zum Inhalt springen"),
    ("furniture", "fr", "Aller au contenu"), ("furniture", "hu", "Ugrás a tartalomhoz"),
    ("furniture", "de", "Google-Anzeigen"), ("furniture", "en", "Harbourtown logo"),
    ("refers", "en", "The school refers pupils"), ("refers", "da", "Skolen henviser til"),
    ("refers", "sv", "Skolan remitterar till"), ("refers", "sl", "Šola napoti učenca"),
    ("refers", "nl", "De school verwijst naar"), ("refers", "de", "Die Schule verweist an"),
    ("refers", "fr", "L'école s'adresse au centre"), ("refers", "hu", "Az iskola irányítja"),
    ("referred", "en", "pupils are referred to"), ("referred", "da", "eleverne henvises til"),
    ("referred", "sv", "eleven hänvisas till"), ("referred", "sl", "učenci so napoteni na"),
    ("referred", "nl", "leerlingen worden verwezen naar"),
    ("referred", "fr", "sont orientés vers"),
    ("coordinates", "en", "who facilitates"), ("coordinates", "da", "er tovholder"),
    ("coordinates", "sv", "samordnar"), ("coordinates", "sl", "usklajuje"),
    ("coordinates", "nl", "coördineert"), ("coordinates", "de", "koordiniert"),
    ("coordinates", "fr", "coordonne"), ("coordinates", "hu", "koordinálja"),
    ("funded_by", "en", "funded by"), ("funded_by", "da", "finansieret af"),
    ("funded_by", "sv", "finansieras av"), ("funded_by", "sl", "ki jo financira"),
    ("funded_by", "nl", "gefinancierd door"), ("funded_by", "de", "finanziert von"),
    ("funded_by", "fr", "financée par"), ("funded_by", "hu", "által finanszírozott"),
    ("members", "en", "with the participation of"), ("members", "da", "med deltagelse af"),
    ("members", "sv", "består av"), ("members", "sl", "vključuje naslednje"),
    ("members", "nl", "bestaat uit"), ("members", "de", "besteht aus"),
    ("members", "fr", "se compose de"), ("members", "hu", "tagjai"),
    ("target", "en", "Target group"), ("target", "da", "Målgruppe"),
    ("target", "sv", "Målgrupp"),
    ("target", "sl", "ciljna skupina"), ("target", "nl", "doelgroep"),
    ("target", "de", "Zielgruppe"), ("target", "fr", "public visé"),
    ("target", "hu", "célcsoport"),
    ("updated", "en", "Last updated"), ("updated", "da", "Senest opdateret"),
    ("updated", "sv", "Senast uppdaterad"), ("updated", "sl", "Zadnja posodobitev"),
    ("updated", "nl", "Laatst bijgewerkt"), ("updated", "de", "Zuletzt aktualisiert"),
    ("updated", "fr", "Dernière mise à jour"), ("updated", "hu", "Utolsó frissítés"),
    ("consent", "en", "written consent"), ("consent", "da", "samtykke"),
    ("consent", "sv", "medgivande"), ("consent", "sl", "soglasje"),
    ("consent", "nl", "toestemming"),
    ("consent", "de", "Einwilligung"), ("consent", "fr", "consentement"),
    ("consent", "hu", "hozzájárulás"),
    ("legal", "en", "legal basis"), ("legal", "da", "retsgrundlag"), ("legal", "sv", "lagstöd"),
    ("legal", "sl", "pravna podlaga"), ("legal", "nl", "wettelijke basis"),
    ("legal", "de", "Rechtsgrundlage"),
    ("legal", "fr", "base légale"), ("legal", "hu", "jogi alap"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "language", "text"), CASES)
def test_the_pattern_finds_its_words(name: str, language: str, text: str) -> None:
    assert phrases_for(language).search(name, text)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "After five absences, or 15 % absence within four weeks, we call.", 2),
        ("da", "Ved 10 % fravær inden for 4 uger tales der med familien.", 1),
        ("sv", "Vid 3 skolktillfällen eller 15 % frånvaro under 6 veckor.", 2),
        ("sl", "Pri 20 % odsotnosti v 5 tednih.", 1),
        ("nl", "Bij 10 halve dagen afwezigheid.", 1),
        ("de", "Bei 20 % Fehlzeiten innerhalb von 4 Wochen.", 1),
        ("fr", "À partir de 20 % d'absences sur 4 semaines.", 1),
        ("hu", "20 % hiányzás 4 hét alatt.", 1),
        ("en", "20 % of the money was spent within two weeks.", 0),
    ],
)
def test_triggers(language: str, text: str, found: int) -> None:
    assert len(triggers(text, phrases_for(language))) == found


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "at the latest within 3 weeks", (None, 21)),
        ("en", "within 2 to 3 weeks", (14, 21)),
        ("da", "senest efter 14 dage", (None, 14)),
        ("sv", "inom 2-3 veckor", (14, 21)),
        ("sv", "2 v till nätverksmöte", (14, 14)),
        ("sl", "najpozneje v 14 dneh", (None, 14)),
        ("nl", "binnen twee weken", (None, 14)),
        ("de", "spätestens nach zwei Wochen", (None, 14)),
        ("fr", "dans un délai de 2 semaines", (None, 14)),
        ("hu", "legkésőbb két hét", (None, 14)),
    ],
)
def test_time_limits(language: str, text: str, days: tuple[int | None, int | None]) -> None:
    assert [limit.days for limit in limits(text, phrases_for(language))] == [days]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "The network meets six times a year.", 6),
        ("en", "There are four meetings per year.", 4),
        ("da", "Der holdes 5 møder årligt.", 5),
        ("sv", "Nätverket träffas fyra gånger per år.", 4),
        ("sl", "Mreža se sestane štirikrat na leto.", 4),
        ("nl", "Het netwerk komt vier keer per jaar samen.", 4),
        ("de", "Das Netzwerk trifft sich viermal im Jahr.", 4),
        ("fr", "Le réseau se réunit cinq fois par an.", 5),
        ("hu", "A hálózat évente négyszer találkozik.", 4),
        ("en", "Four people met last year.", None),
    ],
)
def test_meetings_a_year(language: str, text: str, count: int | None) -> None:
    assert meetings_per_year(text, phrases_for(language)) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("14.04.2023 10:12", "2023-04-14"),
        ("on 2024-02-29", "2024-02-29"),
        ("31.02.2024", ""),
        ("never", ""),
    ],
)
def test_dates(text: str, found: str) -> None:
    assert date_in(text) == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_pattern_and_each_is_valid(language: str) -> None:
    phrases = phrases_for(language)
    nothing = Phrases()
    for field in dataclasses.fields(phrases):
        value = getattr(phrases, field.name)
        assert value != getattr(nothing, field.name), field.name
        patterns = [value] if isinstance(value, str) else value
        for pattern in patterns.values() if hasattr(patterns, "values") else patterns:
            re.compile(pattern)
    assert len(phrases.numbers) == 12


def test_a_language_without_patterns_finds_nothing() -> None:
    assert phrases_for("mt").search("provides", "Noffru għajnuna") is None
