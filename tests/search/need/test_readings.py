"""Small decisions of single readings."""

from __future__ import annotations

import pytest

from search.model import Options, Reading
from search.need.ages import age_of, ages
from search.need.areas import area_of, areas
from search.need.danger import KINDS, dangers
from search.need.pattern import Phrases
from search.need.spoken import spoken, spoken_of
from search.need.tables import table
from search.need.understanding import Understander
from search.need.words import CLAUSE, SENTENCE, Words


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("da", "for 14 dage siden", None),
        ("da", "14årig", (14, 14)),
        ("da", "drenge på 6, 9 og 14 år", (6, 14)),
        ("da", "6- og 9-årige", (6, 9)),
        ("da", "de har boet her i 2 år", None),
        ("da", "10 måneder gammel", (0, 0)),
        ("da", "min søn (14)", (14, 14)),
        ("da", "20 % af 30 elever, 300 kr, kl. 14", None),
        ("da", "moren er 38 år og taler somali", None),
        ("en", "for three years", None),
        ("en", "two years ago", None),
        ("en", "between 6 and 9 years", (6, 9)),
        ("en", "25 children, two mornings", None),
        ("en", "11th grade", (16, 17)),
        ("en", "an 18-month-old baby", (1, 1)),
        ("en", "I am 34 and out of work", (34, 34)),
        ("de", "Vierzehnjährige", (14, 14)),
        ("de", "seit 3 Jahren", None),
        ("de", "in der 10. Klasse", (15, 16)),
        ("fr", "il y a 2 ans", None),
        ("fr", "en CM2", (10, 11)),
        ("fr", "dix-sept ans", (7, 10)),
        ("hu", "két éve", None),
        ("hu", "hat és kilencéves", (6, 9)),
        ("nl", "vijfde leerjaar", (10, 11)),
        ("sl", "pred 2 leti", None),
        ("sl", "štirinajstletnik", (14, 14)),
        ("sv", "i årskurs 7", (13, 14)),
        ("sv", "för två år sedan", None),
    ],
)
def test_ages(language: str, text: str, expected: tuple[int, int] | None) -> None:
    found = ages(Words.of(text), table(language))
    assert age_of([r for r in found if r.score > 0.2]) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "speaks no Danish", ()),
        ("en", "speaks neither Danish nor French, only Tigrinya", ("ti",)),
        ("en", "speaks Arabic and Kurdish but hardly any Danish", ("ar", "ku")),
        ("en", "a Syrian family", ()),
        ("en", "bad at French", ()),
        ("da", "taler ikke polsk, kun ukrainsk", ("uk",)),
        ("da", "på armene", ()),
        ("de", "Polnisch spricht er nicht, nur Türkisch", ("tr",)),
        ("de", "kurdischsprachige Mutter versteht die Briefe nicht", ("ku",)),
        ("hu", "románul nem tud, csak kínaiul beszél", ("zh",)),
        ("sl", "govorijo albansko, nemško pa ne govorijo", ("sq",)),
        ("fr", "ne parle que l'arabe", ("ar",)),
        ("fr", "ne parle pas l'arabe", ()),
        ("nl", "spreekt Turks noch Arabisch", ("tr",)),
    ],
)
def test_languages_spoken(language: str, text: str, expected: tuple[str, ...]) -> None:
    assert spoken_of(spoken(Words.of(text), table(language))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lives in Northfield", "northfield"),
        ("lives in Nothfield", "northfield"),
        ("lives in Norhtfield", "northfield"),
        ("the NORTHFIELD school", "northfield"),
        ("lives in northfield", "northfield"),
        ("not in Northfield", ""),
        ("in Saint Denis", "saint denis"),
        ("from New Northfield East", "new northfield east"),
        ("a Northerner", ""),
    ],
)
def test_areas(text: str, expected: str) -> None:
    known = ("northfield", "saint denis", "new northfield east")
    assert area_of(areas(Words.of(text), known, table("en"))) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "they kill time and watch a movie about bullying", set()),
        ("en", "he died of boredom, fear of the dentist", set()),
        ("en", "she cuts herself and wants to die", {"self-harm", "suicide"}),
        ("en", "brought a gun, missing since Monday", {"weapon", "missing"}),
        ("en", "he raped her and they force her to marry", {"sexual-abuse", "forced-marriage"}),
        ("da", "far slaar os", {"violence"}),
        ("sv", "pappa slar oss", {"violence"}),
        ("de", "er schlaegt das Kind", {"violence"}),
        ("de", "er schlagt das Kind", {"violence"}),
        ("pl", "corka chce umrzec", {"suicide"}),
        ("hu", "meg akar halni", {"suicide"}),
    ],
)
def test_dangers_with_and_without_diacritics(language: str, text: str, expected: set[str]) -> None:
    found = {r.value for r in dangers(Words.of(text), [table(language)])}
    assert found >= expected if expected else not found
    assert found <= set(KINDS)


def test_danger_is_looked_for_in_every_possible_language(understander: Understander) -> None:
    assert understander.read("suicid", Options(), ()).danger


def test_phrases_have_open_ends_gaps_and_optional_words() -> None:
    phrases = Phrases({"x": ["not .. pay*", "a? b|c", "*berg", "_ end"]})

    def found(text: str) -> list[str]:
        words = Words.of(text)
        return [" ".join(words.typed[f.start : f.end]) for f in phrases.find(words)]

    assert found("can not really ever paying") == ["not really ever paying"]
    assert found("not. pay") == []
    assert found("a c") == ["a c", "c"]
    assert found("Nürnberg") == ["Nürnberg"]
    assert found("the end") == ["the end"]


def test_a_phrase_that_begins_with_a_gap_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot begin"):
        Phrases({"x": [".. a"]})


def test_breaks_between_words() -> None:
    words = Words.of("7. klasse, i dag. Nu")
    assert words.breaks == (SENTENCE, CLAUSE, CLAUSE, 0, SENTENCE)


def test_a_reading_says_where_it_stands(understander: Understander) -> None:
    need = understander.read("Min søn Mikkel er 14 år, vi vil ikke have politiet", Options(), ())
    assert {(r.kind, need.text[r.start : r.end]) for r in need.readings} == {
        ("age", "14 år"),
        ("type", "politiet"),
    }
    assert Reading("type", "police", 0.8, 37, 45, True) in need.readings
