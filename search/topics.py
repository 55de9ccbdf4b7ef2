"""Which needs a text speaks of, with a certainty for each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ontology.bridge import Bridge
from ontology.vocabulary import Vocabulary
from search.model import Topic

__all__ = ["TopicFinder"]

_NAMED = 0.25
"""What a concept gains when the text names it by a label."""

_SHARPNESS = 0.12
"""Score by which a concept may lie behind the best one and still keep 1/e of its certainty."""

_CERTAIN, _SLOPE = 0.35, 0.12
"""Score at which the best concept is as likely right as not, and how fast that changes."""

_LEAST = 0.03
"""Certainties below this say nothing and are dropped."""

_SHOWN = 6
"""Topics given to a reader; more are noise."""


class TopicFinder:
    """Reads the topics of a need."""

    def __init__(self, vocabulary: Vocabulary, bridge: Bridge) -> None:
        self._vocabulary = vocabulary
        self._bridge = bridge
        self._place = {iri: at for at, iri in enumerate(bridge.concepts)}

    def find(
        self, text: str, vector: NDArray[np.float32], language: str, ui: str = ""
    ) -> tuple[Topic, ...]:
        """Topics of ``text`` (its unit vector (dimensions,)), best first, labelled in ``ui``."""
        scores = self._bridge.scores(text, vector, language).copy()
        for match in self._vocabulary.find_labels(text, language, "need"):
            scores[self._place[match.iri]] += _NAMED
        certain = _certainties(scores)
        best = np.argsort(-certain, kind="stable")[:_SHOWN]
        return tuple(
            Topic(iri, self._vocabulary.label(iri, (ui, language)), float(certain[at]))
            for at in best.tolist()
            if certain[at] >= _LEAST
            for iri in (self._bridge.concepts[at],)
        )


def _certainties(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scores to certainties: relative to the best concept, and that one by its own score."""
    best = float(scores.max())
    certain = 1.0 / (1.0 + np.exp(-(best - _CERTAIN) / _SLOPE))
    result: NDArray[np.float32] = certain * np.exp((scores - best) / _SHARPNESS)
    return result
