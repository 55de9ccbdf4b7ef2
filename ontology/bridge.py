"""The bridge between situations and services: which concepts a text speaks of, in whatever language.

A need and a service meet at the concept. Two readers look for it and are added up: one learnt from the
native texts of the text's own language (words, compounds, misspellings), one learnt from the vectors of
all languages together, which carries over to languages with few texts.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ontology.classifier import TextClassifier
from ontology.vocabulary import Vocabulary

__all__ = ["Bridge", "Encode"]

Floats = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Floats]
"""Texts to an array (texts, dimensions) of unit rows."""

_MEANING_RIDGE = 1.0
"""Regularisation of the reader of vectors; there are far more texts than dimensions."""

_BIAS = 0.3
"""Constant feature beside the unit vectors, so that the reader may learn how common a concept is."""

_FEW_TEXTS = 500
"""A language with fewer texts has no reader of its own: it would know single words of single concepts."""


class Bridge:
    """Reads concepts from texts; what is learnt lies in ``folder`` and is learnt when first needed."""

    def __init__(self, vocabulary: Vocabulary, encode: Encode, model: str, folder: Path) -> None:
        self._vocabulary = vocabulary
        self._encode = encode
        self._folder = folder / _name(vocabulary, model)
        self._readers: dict[str, TextClassifier | None] = {}
        self._weights: Floats | None = None
        self.concepts: tuple[str, ...] = tuple(
            concept.iri for concept in vocabulary.concepts("need")
        )

    def prepare(self, languages: Sequence[str]) -> None:
        """Learn now what asking in these languages will need."""
        self._meaning()
        for language in languages:
            self._reader(language)

    def scores(self, text: str, vector: Floats, language: str) -> Floats:
        """How much ``text``, of unit ``vector``, speaks of each of ``concepts``: about 0 to 1."""
        meaning = np.append(vector, np.float32(_BIAS)) @ self._meaning()
        reader = self._reader(language)
        return meaning if reader is None else meaning + reader.scores(text)

    def _reader(self, language: str) -> TextClassifier | None:
        if language not in self._readers:
            self._readers[language] = self._learnt(language)
        return self._readers[language]

    def _learnt(self, language: str) -> TextClassifier | None:
        place = self._folder / language
        if place.exists():
            return TextClassifier.load(place)
        texts = list(self._vocabulary.texts(language))
        if len(texts) < _FEW_TEXTS:
            return None
        learnt = TextClassifier.learn(
            [text.text for text in texts], [text.iri for text in texts], self.concepts
        )
        _publish(place, learnt.save)
        return TextClassifier.load(place)

    def _meaning(self) -> Floats:
        """Weights (dimensions + 1, concepts) of the reader of vectors."""
        if self._weights is None:
            place = self._folder / "meaning"
            if not place.exists():
                _publish(place, self._learn_meaning)
            self._weights = np.load(place / "weights.npy")
        return self._weights

    def _learn_meaning(self, folder: Path) -> None:
        """Ridge regression on all languages at once, in closed form, a language at a time."""
        place = {iri: at for at, iri in enumerate(self.concepts)}
        gram: Floats | None = None
        products: Floats | None = None
        for language in self._vocabulary.languages:
            texts = list(self._vocabulary.texts(language))
            vectors = self._encode([text.text for text in texts])
            rows = np.hstack([vectors, np.full((len(texts), 1), _BIAS, np.float32)])
            targets = np.zeros((len(texts), len(place)), np.float32)
            targets[np.arange(len(texts)), [place[text.iri] for text in texts]] = 1.0
            gram = rows.T @ rows + (0 if gram is None else gram)
            products = rows.T @ targets + (0 if products is None else products)
        assert gram is not None and products is not None
        gram[np.diag_indices_from(gram)] += _MEANING_RIDGE
        folder.mkdir(parents=True)
        np.save(folder / "weights.npy", np.linalg.solve(gram, products).astype(np.float32))


def _name(vocabulary: Vocabulary, model: str) -> str:
    """What was learnt holds for one state of the vocabulary and one model."""
    digest = hashlib.sha256(f"{vocabulary.digest} {model}".encode()).hexdigest()
    return f"bridge-{digest[:16]}"


def _publish(place: Path, write: Callable[[Path], None]) -> None:
    """Let ``write`` fill a folder beside the place and move it there whole."""
    scratch = place.with_name(f".{place.name}.part")
    shutil.rmtree(scratch, ignore_errors=True)
    write(scratch)
    if place.exists():
        shutil.rmtree(scratch)  # another process was quicker
    else:
        scratch.rename(place)
