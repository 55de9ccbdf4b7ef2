"""Concepts as a few points among the vectors of their texts in all languages.

Nearness to the three nearest texts reads concepts as well as any other use of the vectors, and to
scan every text of thirty languages would cost more than all else in a search. Sixteen centres a
concept (spherical k-means, Dhillon and Modha 2001) read equally well on the example's services.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

__all__ = ["Anchors"]

_CENTRES = 16
"""Centres a concept: with 8 or 32 the right concept comes first about as often."""

_ROUNDS = 8
"""Rounds of k-means; after that hardly a text changes its centre."""

_NEAREST = 3
"""Centres that speak for a concept: one may be near by accident, all of them dilute."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Anchors:
    """Unit vectors ``centres`` (concepts × 16, dimensions), concept by concept."""

    centres: Floats

    @classmethod
    def learn(cls, vectors: Floats, owners: Sequence[int], concepts: int) -> Anchors:
        """Centres of ``vectors`` (texts, dimensions), each of the concept in ``owners``."""
        of_text = np.asarray(owners)
        return cls(np.vstack([_centres(vectors[of_text == number]) for number in range(concepts)]))

    def scores(self, vectors: Floats) -> Floats:
        """Mean cosine of unit vectors (texts, dimensions) with each concept's nearest centres."""
        cosines = (vectors @ self.centres.T).reshape(len(vectors), -1, _CENTRES)
        nearest: Floats = np.partition(cosines, -_NEAREST, axis=2)[:, :, -_NEAREST:].mean(axis=2)
        return nearest

    def save(self, folder: Path) -> None:
        """Write to ``folder``, which is made."""
        folder.mkdir(parents=True)
        np.save(folder / "centres.npy", self.centres.astype(np.float16))

    @classmethod
    def load(cls, folder: Path) -> Anchors:
        """What ``save`` wrote."""
        return cls(np.load(folder / "centres.npy").astype(np.float32))


def _centres(vectors: Floats) -> Floats:
    """Sixteen unit centres; a concept of fewer texts repeats some, one of none has zeros."""
    if not len(vectors):
        return np.zeros((_CENTRES, vectors.shape[1]), np.float32)
    start = np.random.default_rng(0).permutation(len(vectors))
    centres = vectors[np.resize(start, _CENTRES)]
    for _ in range(_ROUNDS if len(vectors) > _CENTRES else 0):
        nearest = np.argmax(vectors @ centres.T, axis=1)
        member = (nearest[:, None] == np.arange(_CENTRES)).astype(np.float32)
        sums = member.T @ vectors
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(lengths > 0, sums / np.maximum(lengths, 1e-12), centres)
    result: Floats = centres.astype(np.float32)
    return result
