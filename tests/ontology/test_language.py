from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.language import LANGUAGES, UNKNOWN, detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("14-årig dreng er holdt op med at komme i skole", "da"),
        ("mladinski inštruktor za učenca, ki je opustil šolanje", "sl"),
        ("who can help a 14-year-old who stopped coming to school?", "en"),
        ("gutten vil ikke gå på skolen lenger", "nb"),
        ("guten vil ikkje gå på skulen lenger", "nn"),
        ("flickan kommer inte längre till skolan", "sv"),
        ("Mein Sohn geht seit Wochen nicht mehr in die Schule", "de"),
        ("mijn dochter wil niet meer naar school", "nl"),
        ("mon fils ne veut plus aller à l'école", "fr"),
        ("a fiam hetek óta nem jár iskolába", "hu"),
        ("it-tifel ma jridx imur l-iskola", "mt"),
        ("дитина не ходить до школи", "uk"),
        ("ابني لا يريد الذهاب إلى المدرسة", "ar"),
    ],
)
def test_detects(text: str, language: str) -> None:
    assert detect(text)[0][0] == language


def test_the_prior_decides_what_a_word_leaves_open() -> None:
    assert detect("mobning", ["da"])[0][0] == "da"
    assert detect("fravær", ["nb"])[0][0] == "nb"


def test_the_prior_does_not_overrule_a_clear_text() -> None:
    text = "who can help a 14-year-old who stopped coming to school?"
    assert detect(text, ["da", "sv"])[0][0] == "en"


@pytest.mark.parametrize("text", ["", "   ", "12345", "…?!", "🙂🙂"])
def test_a_text_without_letters_has_no_language(text: str) -> None:
    assert detect(text) == [(UNKNOWN, 1.0)]


@given(st.text())
def test_scores_are_probabilities(text: str) -> None:
    ranked = detect(text)
    assert {code for code, _ in ranked} <= {*LANGUAGES, UNKNOWN}
    assert sum(score for _, score in ranked) == pytest.approx(1.0)
