"""Mining: general sentences become domain texts of the concept they are nearest to."""

from __future__ import annotations

import numpy as np

from search.training.corpora import Pair
from search.training.domain_texts import DomainText, Kind
from search.training.mine import Found, mine, translations
from search.training.teacher import TeacherVectors, text_key

VECTORS = {
    "we owe money": [1.0, 0.0, 0.0],
    "he skips school": [0.0, 1.0, 0.0],
    "They are deep in debt.": [0.9, 0.1, 0.0],
    "She did not go to school.": [0.1, 0.9, 0.0],
    "It rains.": [0.0, 0.0, 1.0],
    "He owes his school money.": [0.7, 0.7, 0.0],
}
TEACHER = TeacherVectors(
    np.array([text_key(text) for text in VECTORS], dtype=np.uint64),
    np.array(list(VECTORS.values()), dtype=np.float16),
)
ITEMS = [
    DomainText("debt", "en", Kind.SITUATION, "we owe money"),
    DomainText("debt", "da", Kind.SITUATION, "vi skylder penge"),
    DomainText("school-absence", "en", Kind.SITUATION, "he skips school"),
    DomainText("grief", "da", Kind.SITUATION, "mormor er død"),
]


def test_nearest_sentences_are_found_and_doubtful_ones_left() -> None:
    found = mine(ITEMS, TEACHER, [*VECTORS, "a sentence the teacher never saw"])
    by_text = {item.text: item.concept for item in found}
    assert by_text["They are deep in debt."] == "debt"
    assert by_text["She did not go to school."] == "school-absence"
    assert not {"It rains.", "He owes his school money."} & set(by_text)


def test_found_sentences_come_in_every_language_once() -> None:
    pairs = [
        Pair("x", "en", "They are deep in debt.", "mt", "Għandhom ħafna dejn."),
        Pair("x", "en", "They are deep in debt.", "ga", "Tá siad báite i bhfiacha."),
        Pair("x", "en", "It rains.", "ga", "Tá sé ag cur báistí."),
    ]
    found = [Found("debt", "They are deep in debt.", 0.9)]
    texts = list(translations(found, pairs))
    assert [(t.concept, t.language, t.kind) for t in texts] == [
        ("debt", "en", Kind.MINED),
        ("debt", "mt", Kind.MINED),
        ("debt", "ga", Kind.MINED),
    ]
