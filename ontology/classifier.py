"""Which concept a text of one language speaks of, learnt from the native texts of the vocabulary.

Kernel ridge regression (Saunders, Gammerman and Vovk 1998) over tf-idf of character n-grams: one
row a vocabulary text, one column a concept. Solved in closed form, so that the same texts always
give the same classifier; kept as one weight a n-gram and concept, so that asking only gathers rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ontology.ngrams import ngrams

__all__ = ["TextClassifier"]

_RIDGE = 1.0
"""Regularisation. From .3 to 3 the first concept of the example's services stays right in 90 to 93
%."""

_LEAST_TEXTS = 2
"""An n-gram of one text only says nothing of others, and two thirds of all are of that kind."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class TextClassifier:
    """Weights (n-grams, concepts) of the sorted hashed n-grams ``grams``, and their ``idf``."""

    concepts: tuple[str, ...]
    grams: NDArray[np.uint32]
    idf: Floats
    weights: NDArray[np.float16]

    @classmethod
    def learn(
        cls, texts: Sequence[str], owners: Sequence[str], concepts: Sequence[str]
    ) -> TextClassifier:
        """Learn from two ``texts`` or more, each of the concept in ``owners``."""
        grams, idf, matrix = _tf_idf(texts)
        place = {concept: at for at, concept in enumerate(concepts)}
        targets = np.zeros((len(texts), len(concepts)), np.float32)
        targets[np.arange(len(texts)), [place[owner] for owner in owners]] = 1.0
        kernel = (matrix @ matrix.T).toarray()
        kernel[np.diag_indices_from(kernel)] += _RIDGE
        weights = matrix.T @ np.linalg.solve(kernel, targets)
        return cls(tuple(concepts), grams, idf, weights.astype(np.float16))

    def scores(self, text: str) -> Floats:
        """How much the text speaks of each concept: about 0 for nothing, about 1 for certain."""
        found, counts = ngrams(text)
        at = np.searchsorted(self.grams, found)
        known = (at < len(self.grams)) & (self.grams[np.minimum(at, len(self.grams) - 1)] == found)
        at, values = at[known], counts[known] * self.idf[at[known]]
        norm = float(np.linalg.norm(values))
        if not norm:
            return np.zeros(len(self.concepts), np.float32)
        result: Floats = (values / norm) @ self.weights[at].astype(np.float32)
        return result

    def save(self, folder: Path) -> None:
        """Write to ``folder``, which is made."""
        folder.mkdir(parents=True)
        np.save(folder / "concepts.npy", np.array(self.concepts))
        np.save(folder / "grams.npy", self.grams)
        np.save(folder / "idf.npy", self.idf)
        np.save(folder / "weights.npy", self.weights)

    @classmethod
    def load(cls, folder: Path) -> TextClassifier:
        """What ``save`` wrote; the weights stay on disk and only the rows asked for are read."""
        return cls(
            tuple(np.load(folder / "concepts.npy").tolist()),
            np.load(folder / "grams.npy"),
            np.load(folder / "idf.npy"),
            np.load(folder / "weights.npy", mmap_mode="r"),
        )


def _tf_idf(texts: Sequence[str]) -> tuple[NDArray[np.uint32], Floats, Any]:
    """Sorted n-grams, their inverse document frequencies, and sparse unit rows."""
    from scipy import sparse  # a quarter of a second, and only for learning

    found = [ngrams(text) for text in texts]
    every = np.concatenate([keys for keys, _ in found])
    counts = np.concatenate([values for _, values in found])
    rows = np.repeat(np.arange(len(texts)), [len(keys) for keys, _ in found])
    grams, columns, held = np.unique(every, return_inverse=True, return_counts=True)
    kept = held >= _LEAST_TEXTS
    renumbered = np.cumsum(kept) - 1
    entries = kept[columns]
    idf = np.log((1 + len(texts)) / (1 + held[kept])) + 1
    rows, columns = rows[entries], renumbered[columns[entries]]
    values = counts[entries] * idf[columns]
    norms = np.sqrt(np.bincount(rows, values**2, minlength=len(texts)))
    unit = values / np.maximum(norms, np.finfo(np.float32).tiny)[rows]
    matrix = sparse.csr_matrix((unit, (rows, columns)), shape=(len(texts), int(kept.sum())))
    return grams[kept], idf.astype(np.float32), matrix
