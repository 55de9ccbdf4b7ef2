from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.errors import UsageError
from ontology.language import LANGUAGES
from ontology.vocabulary import Vocabulary
from search.model import Emergency, Options
from search.need.danger import KINDS
from search.need.tables import table
from search.need.understanding import Understander

_NEED = "14-årig dreng fra Nordby taler kun somali, gratis hjælp, han skærer i sig selv"


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "?!…", "\x00", "🙂🙂"])
def test_a_text_without_words_is_refused_with_the_way_out(
    text: str, understander: Understander
) -> None:
    with pytest.raises(UsageError, match="Type what you would say"):
        understander.read(text, Options(), ())


def test_what_the_asker_states_stands_before_the_text(
    understander: Understander, areas: tuple[str, ...]
) -> None:
    options = Options(age=9, area="Vejle", spoken="ar", cost="paid", stage="planning")
    need = understander.read(_NEED, options, areas)
    assert (need.age, need.area, need.spoken) == ((9, 9), "Vejle", ("ar",))
    assert (need.cost, need.stage) == ("paid", "planning")


@pytest.mark.parametrize(
    ("kind", "empty"),
    [("age", None), ("area", ""), ("spoken", ()), ("cost", ""), ("danger", False)],
)
def test_a_reading_switched_off_stays_in_sight(
    kind: str, empty: object, understander: Understander, areas: tuple[str, ...]
) -> None:
    assert getattr(understander.read(_NEED, Options(), areas), kind) != empty
    need = understander.read(_NEED, Options(without=frozenset({kind})), areas)
    assert getattr(need, kind) == empty
    assert kind in {reading.kind for reading in need.readings}


def test_without_danger_there_is_no_number_to_call(understander: Understander) -> None:
    need = understander.read("læsehjælp til en dreng", Options(), ())
    assert understander.emergency(need, "da") == ()


def test_numbers_to_call_in_the_askers_language(vocabulary: Vocabulary) -> None:
    understander = Understander(vocabulary, (), ("70 20 30 82 Lev uden frygt", "1815"))
    need = understander.read("hun vil tage livet af sig selv", Options(), ())
    assert understander.emergency(need, "de") == (
        Emergency("112", "Notruf: Feuerwehr, Rettungsdienst, Polizei"),
        Emergency("116 111", "Nummer gegen Kummer: für Kinder und Jugendliche"),
        Emergency("116 123", "Telefonseelsorge: jemand zum Reden"),
        Emergency("70 20 30 82", "Lev uden frygt"),
        Emergency("1815", "Notrufnummer der Region"),
    )


def test_a_missing_child_has_its_own_number(understander: Understander) -> None:
    need = understander.read("she has been missing since Friday", Options(), ())
    assert "116 000" in {e.number for e in understander.emergency(need, "xx")}


def test_a_short_text_takes_the_language_expected(vocabulary: Vocabulary) -> None:
    for language in ("da", "nb", "sv"):
        need = Understander(vocabulary, (language,)).read("pige 8 år", Options(), ())
        assert need.language == language
    assert Understander(vocabulary).read("14", Options(language="hu"), ()).language == "hu"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_dangers_and_numbers(language: str) -> None:
    data = table(language)
    danger = data.section("danger")
    assert set(KINDS) < set(danger)
    assert sum(map(len, danger.values())) >= 12
    assert set(data.section("emergency")) == {"area", "child", "general", "missing", "support"}
    for section in ("cues", "cost", "danger", "levels", "names", "negation", "stage", "stages"):
        data.phrases(section)


@pytest.mark.parametrize(
    "text",
    [
        "A" * 100_000,
        "Aa " * 33_000,
        "1 " * 50_000,
        "1, " * 33_000,
        "a @" * 30_000,
        "+(1" * 30_000,
        "40 år " * 15_000,
        "ikke " * 20_000,
        "taler dansk ikke " * 6_000,
        "kill time suicide " * 5_000,
        "Hovedgaden " * 9_000,
        "<b>&amp;</b> SELECT ?s WHERE { ?s ?p ?o } " * 2_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_long_text_takes_linear_time(text: str, understander: Understander) -> None:
    sixth = _seconds(understander, text[: len(text) // 6])
    assert _seconds(understander, text) < 24 * sixth + 1.0


def _seconds(understander: Understander, text: str) -> float:
    began = time.process_time()
    understander.read(text, Options(), ("northfield",))
    return time.process_time() - began


@settings(deadline=None, max_examples=150)
@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    _holds(text)


_PIECES = st.sampled_from(
    ["14", "år", "Ali", "a@b.dk", "22334455", "ikke", "politiet", ",", ". ", "7.", "klasse", "né",
     "speaks", "Danish", "(", "…", "م", "’", "14-årig", "\u0301", "０１２３４５６７８９", "-", "\n"]
)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.lists(_PIECES, max_size=30), st.sampled_from(["", " "]))
def test_any_mixture_of_what_the_rules_look_for_is_read(pieces: list[str], between: str) -> None:
    _holds(between.join(pieces))


_UNDERSTANDER = Understander(Vocabulary.load(), ("da", "en"))


def _holds(text: str) -> None:
    try:
        need = _UNDERSTANDER.read(text, Options(), ("northfield", "ali"))
    except UsageError:
        return
    assert not re.search(r"\w@\w", need.text)
    assert not re.search(r"\d{8}", need.text)
    assert all(0 <= r.start <= r.end <= len(need.text) for r in need.readings)
