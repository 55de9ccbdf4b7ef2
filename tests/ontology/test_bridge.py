from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from ontology.bridge import Bridge
from ontology.classifier import TextClassifier
from ontology.vocabulary import Vocabulary

TEXTS = [
    ("he skips school every friday", "absence"),
    ("stays away from school for weeks", "absence"),
    ("school absence team visits at home", "absence"),
    ("we cannot pay our bills", "debt"),
    ("letters about unpaid bills and debts", "debt"),
    ("debt advice, free of charge", "debt"),
]


def letters(texts: Sequence[str]) -> NDArray[np.float32]:
    """A real, explainable encoder: how often each letter occurs, as a unit vector."""
    rows = np.array([[t.lower().count(chr(97 + i)) for i in range(26)] for t in texts], np.float32)
    unit: NDArray[np.float32] = rows / np.maximum(1e-9, np.linalg.norm(rows, axis=1, keepdims=True))
    return unit


@pytest.fixture
def learnt() -> TextClassifier:
    texts, owners = zip(*TEXTS, strict=True)
    return TextClassifier.learn(texts, owners, ["absence", "debt"])


@pytest.mark.parametrize(
    ("text", "concept"),
    [("she was absent from SCHOOL again", 0), ("billls we can't pay", 1), ("indebted", 1)],
)
def test_a_classifier_knows_other_forms_of_what_it_learnt(
    learnt: TextClassifier, text: str, concept: int
) -> None:
    assert int(learnt.scores(text).argmax()) == concept


@pytest.mark.parametrize("text", ["", "   ", "жжж", "x" * 100_000])
def test_a_text_without_known_words_scores_nothing(learnt: TextClassifier, text: str) -> None:
    assert np.abs(learnt.scores(text)).max() < 0.2


def test_a_classifier_survives_saving(learnt: TextClassifier, tmp_path: Path) -> None:
    learnt.save(tmp_path / "saved")
    again = TextClassifier.load(tmp_path / "saved")
    text = "bills from school"
    assert again.concepts == learnt.concepts
    np.testing.assert_allclose(again.scores(text), learnt.scores(text), atol=1e-3)


def test_the_bridge_reads_concepts_and_remembers_what_it_learnt(tmp_path: Path) -> None:
    vocabulary = Vocabulary.load()
    text = "Rådgivning til familier med gæld og ubetalte regninger"
    first = Bridge(vocabulary, letters, "letters", tmp_path)
    scores = first.scores([text], letters([text]), "da")[0]
    best = first.concepts[int(scores.argmax())]
    assert best.endswith("debt-advice")

    def refuse(texts: Sequence[str]) -> NDArray[np.float32]:
        raise AssertionError("learnt twice")

    again = Bridge(vocabulary, refuse, "letters", tmp_path)
    np.testing.assert_array_equal(again.scores([text], letters([text]), "da")[0], scores)


def test_another_model_learns_anew(tmp_path: Path) -> None:
    vocabulary = Vocabulary.load()
    vectors = letters(["gæld"])
    Bridge(vocabulary, letters, "one", tmp_path).scores(["gæld"], vectors, "xx")
    Bridge(vocabulary, letters, "two", tmp_path).scores(["gæld"], vectors, "xx")
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("language", ["", "und", "xx", "..", "a/b"])
def test_a_text_without_a_known_language_is_read_by_its_vector(
    tmp_path: Path, language: str
) -> None:
    bridge = Bridge(Vocabulary.load(), letters, "letters", tmp_path)
    for _ in range(2):
        assert bridge.scores(["0-24"], letters(["0-24"]), language).shape[0] == 1


def test_what_nobody_asked_for_long_is_forgotten(tmp_path: Path) -> None:
    old, recent = tmp_path / "bridge-old", tmp_path / "bridge-recent"
    for folder in (old, recent):
        folder.mkdir()
    os.utime(old, (0, 0))
    Bridge(Vocabulary.load(), letters, "letters", tmp_path).scores(["x"], letters(["x"]), "xx")
    assert not old.exists()
    assert recent.exists()
