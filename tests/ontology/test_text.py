from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.lemma import DICTIONARIES, lemma
from ontology.ngrams import ngrams
from ontology.text import fold, lemmas, sentences, tokens


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Skolevægring", "skolevaegring"),
        ("SØVN", "sovn"),
        ("Straße", "strasse"),
        ("łódź", "lodz"),
        ("İstanbul", "istanbul"),
        ("šolska fobija", "solska fobija"),
        ("Ελλάδα", "ελλαδα"),
    ],
)
def test_folding_drops_case_and_diacritics(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_tokens_stand_where_they_say(text: str) -> None:
    assert all(text[token.start : token.end] == token.text for token in tokens(text))


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("skolen", "da", "skole"),
        ("elever", "sv", "elev"),
        ("Kindern", "de", "kind"),
        ("učencev", "sl", "ucenec"),
        ("scholen", "nl", "school"),
        ("tfajla", "mt", "tfajla"),
    ],
)
def test_lemmas_are_folded_base_forms(word: str, language: str, expected: str) -> None:
    assert lemmas(word, language) == [expected]


def test_an_unknown_language_keeps_the_word() -> None:
    assert "xx" not in DICTIONARIES
    assert lemma("skolen", "xx") == "skolen"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("3.5 km away. Ring us.", ["3.5 km away.", "Ring us."]),
        ("first line\nsecond line", ["first line", "second line"]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(st.text())
def test_ngrams_are_sorted_and_finite(text: str) -> None:
    keys, weights = ngrams(text)
    assert keys.tolist() == sorted(set(keys.tolist()))
    assert (weights >= 1).all()
