"""The bridge between situations and services: which concepts a text speaks of.

A need and a service meet at the concept. Two readers look for it and are added up: one learnt from
the native texts of the text's own language (words, compounds, misspellings), one learnt from the
vectors of all languages together, which carries over to languages with few texts.
"""

from __future__ import annotations

import hashlib
import shutil
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from ontology.anchors import Anchors
from ontology.classifier import TextClassifier
from ontology.vocabulary import ConceptText, Vocabulary

__all__ = ["Bridge", "Encode"]

Floats = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Floats]
"""Texts to an array (texts, dimensions) of unit rows."""

FORMAT = 1
"""Raised when what is learnt changes for the same texts and model."""

_KEPT_SECONDS = 30 * 24 * 3600
"""What was learnt is kept for a month after its last use."""

_FEW_TEXTS = 500
"""A language with fewer texts has no reader of its own: it would know single words of single
concepts."""


class Bridge:
    """Reads concepts from texts; what is learnt is learnt when first needed, into ``folder``."""

    def __init__(self, vocabulary: Vocabulary, encode: Encode, model: str, folder: Path) -> None:
        self._vocabulary = vocabulary
        self._encode = encode
        self._folder = folder / _name(vocabulary, model)
        self._learning = threading.Lock()
        self._readers: dict[str, TextClassifier | None] = {}
        self._anchors: Anchors | None = None
        self.concepts: tuple[str, ...] = tuple(
            concept.iri for concept in vocabulary.concepts("need") if concept.broader
        )
        """The needs; whole fields of them are left out."""

    def prepare(self, languages: Sequence[str]) -> None:
        """Learn now what asking in these languages will need."""
        self._meaning()
        for language in languages:
            self._reader(language)

    def scores(self, texts: Sequence[str], vectors: Floats, language: str) -> Floats:
        """How much texts, with their unit vectors (texts, dimensions), speak of each concept.

        Gives (texts, concepts), each from about 0 to about 2.
        """
        meaning = self._meaning().scores(vectors)
        reader = self._reader(language)
        if reader is None:
            return meaning
        return meaning + np.stack([reader.scores(text) for text in texts])

    def _reader(self, language: str) -> TextClassifier | None:
        if language in self._readers:
            return self._readers[language]
        with self._learning:
            if language not in self._readers:
                self._readers[language] = self._learnt(language)
            return self._readers[language]

    def _learnt(self, language: str) -> TextClassifier | None:
        if language not in self._vocabulary.languages:
            return None
        place = self._folder / language
        if place.exists():
            return TextClassifier.load(place)
        texts = self._texts(language)
        if len(texts) < _FEW_TEXTS:
            return None
        learnt = TextClassifier.learn(
            [text.text for text in texts], [text.iri for text in texts], self.concepts
        )
        _publish(place, learnt.save)
        return TextClassifier.load(place)

    def _texts(self, language: str) -> list[ConceptText]:
        known = frozenset(self.concepts)
        return [text for text in self._vocabulary.texts(language) if text.iri in known]

    def _meaning(self) -> Anchors:
        if self._anchors is not None:
            return self._anchors
        with self._learning:
            if self._anchors is None:
                place = self._folder / "anchors"
                if place.exists():
                    self._folder.touch()
                else:
                    _forget_unused(self._folder.parent)
                    _publish(place, self._learn_meaning().save)
                self._anchors = Anchors.load(place)
            return self._anchors

    def _learn_meaning(self) -> Anchors:
        texts = [text for code in self._vocabulary.languages for text in self._texts(code)]
        place = {iri: at for at, iri in enumerate(self.concepts)}
        vectors = self._encode([text.text for text in texts])
        return Anchors.learn(vectors, [place[text.iri] for text in texts], len(place))


def _name(vocabulary: Vocabulary, model: str) -> str:
    """What was learnt holds for one state of the vocabulary and one model."""
    digest = hashlib.sha256(f"{FORMAT} {vocabulary.digest} {model}".encode()).hexdigest()
    return f"bridge-{digest[:16]}"


def _forget_unused(folder: Path) -> None:
    """Drop what was learnt from vocabularies and models that nobody has asked for long."""
    for other in folder.glob("bridge-*"):
        if time.time() - other.stat().st_mtime > _KEPT_SECONDS:
            shutil.rmtree(other, ignore_errors=True)


def _publish(place: Path, write: Callable[[Path], None]) -> None:
    """Let ``write`` fill a folder beside the place and move it there whole."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=place.parent) as folder:
        scratch = Path(folder) / place.name
        write(scratch)
        with suppress(OSError):  # another process was quicker, with the same result
            scratch.rename(place)
