"""Hands the reader of concepts to ingest, which knows no search and so no model."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ontology.bridge import Bridge, Encode

__all__ = ["NearestConcepts"]

_NEAREST = 8
"""Concepts given for each text; a service has one to three, and the linker compares them."""


class NearestConcepts:
    """The concepts that a service's text speaks of."""

    def __init__(self, bridge: Bridge, encode: Encode) -> None:
        self._bridge = bridge
        self._encode = encode

    def nearest(self, texts: Sequence[str], language: str) -> list[list[tuple[str, float]]]:
        """For each text (concept IRI, score of about 0 to 2), best first."""
        if not texts:
            return []
        scores = self._bridge.scores(texts, self._encode(texts), language)
        return [self._best(row) for row in scores]

    def _best(self, scores: NDArray[np.float32]) -> list[tuple[str, float]]:
        order = np.argsort(-scores, kind="stable")[:_NEAREST]
        return [(self._bridge.concepts[at], float(scores[at])) for at in order.tolist()]
