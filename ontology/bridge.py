"""The bridge between situations and services: every concept as a cloud of native texts.

A need meets the *situations* and labels of each concept, a service its *service phrases* and labels,
each first in its own language, then in all. The concept joins the two sides.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ontology.vocabulary import Vocabulary

__all__ = ["NEED_KINDS", "SERVICE_KINDS", "ConceptSpace", "Encode"]

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
"""Texts to an array (texts, dimensions) of unit rows."""

NEED_KINDS = ("situation", "label")
SERVICE_KINDS = ("service", "label")

_NEIGHBOURS = 3
"""Texts of a concept that speak for it: one may hit by accident, all of them dilute."""

_OWN_LANGUAGE = 0.04
"""Added to the cosine of texts in the asker's own language: there the words themselves count too."""


@dataclass(frozen=True, slots=True)
class ConceptSpace:
    """Vectors of concept texts: ``vectors`` (texts, dimensions), each of ``concepts[owner[row]]``."""

    concepts: tuple[str, ...]
    vectors: NDArray[np.float32]
    owner: NDArray[np.int32]
    language: NDArray[np.int32]
    languages: tuple[str, ...]

    @classmethod
    def build(cls, vocabulary: Vocabulary, encode: Encode, kinds: Sequence[str]) -> ConceptSpace:
        """Encode all texts of the given kinds, in every language of the vocabulary."""
        languages = vocabulary.languages
        rows = [
            (text.iri, number, text.text)
            for number, code in enumerate(languages)
            for text in vocabulary.texts(code)
            if text.kind in kinds
        ]
        concepts = tuple(sorted({iri for iri, _, _ in rows}))
        place = {iri: at for at, iri in enumerate(concepts)}
        order = sorted(range(len(rows)), key=lambda at: place[rows[at][0]])
        return cls(
            concepts,
            encode([rows[at][2] for at in order]),
            np.array([place[rows[at][0]] for at in order], np.int32),
            np.array([rows[at][1] for at in order], np.int32),
            languages,
        )

    @classmethod
    def cached(
        cls, folder: Path, vocabulary: Vocabulary, encode: Encode, model: str, kinds: Sequence[str]
    ) -> ConceptSpace:
        """``build``, kept in ``folder`` for this state of vocabulary and model."""
        name = f"{model} {vocabulary.digest} {' '.join(kinds)}"
        path = folder / f"concepts-{hashlib.sha256(name.encode()).hexdigest()[:16]}.npz"
        if path.exists():
            return cls._load(path)
        space = cls.build(vocabulary, encode, kinds)
        folder.mkdir(parents=True, exist_ok=True)
        scratch = path.with_suffix(".part.npz")
        np.savez(
            scratch,
            concepts=np.array(space.concepts),
            vectors=space.vectors.astype(np.float16),
            owner=space.owner,
            language=space.language,
            languages=np.array(space.languages),
        )
        scratch.replace(path)
        return space

    @classmethod
    def _load(cls, path: Path) -> ConceptSpace:
        with np.load(path) as data:
            return cls(
                tuple(data["concepts"].tolist()),
                data["vectors"].astype(np.float32),
                data["owner"],
                data["language"],
                tuple(data["languages"].tolist()),
            )

    def similarities(self, vectors: NDArray[np.float32], language: str = "") -> NDArray[np.float32]:
        """How near each text is to each concept: (texts, concepts), mean cosine of its best texts."""
        cosines = vectors @ self.vectors.T
        if language in self.languages:
            cosines += _OWN_LANGUAGE * (self.language == self.languages.index(language))
        result = np.empty((len(vectors), len(self.concepts)), np.float32)
        bounds = np.searchsorted(self.owner, np.arange(len(self.concepts) + 1))
        for at in range(len(self.concepts)):
            part = cosines[:, bounds[at] : bounds[at + 1]]
            best = min(_NEIGHBOURS, part.shape[1])
            result[:, at] = np.partition(part, -best, axis=1)[:, -best:].mean(axis=1)
        return result
