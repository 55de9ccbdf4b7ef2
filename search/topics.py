"""Which needs a text speaks of, with a certainty for each."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ontology.bridge import Bridge
from ontology.vocabulary import Vocabulary
from search.encoder import Encoder
from search.model import Need, Topic

__all__ = ["TopicFinder"]

_NAMED = 0.1
"""What a concept gains when the text names it by a label."""


@dataclass(frozen=True, slots=True)
class _Trust:
    """How scores become certainties.

    ``even`` is the score at which the best concept is as likely right as not, ``slope`` how fast
    that changes, ``sharpness`` how far behind the best one a concept keeps 1/e of its certainty.
    """

    even: float
    slope: float
    sharpness: float


_IN_WHOLE = _Trust(even=0.56, slope=0.08, sharpness=0.2)
"""A sharpness of .05 to .2 betters the answers: the reader is often nearly right, and the service
settles it."""

_IN_CLAUSE = _Trust(even=0.7, slope=0.05, sharpness=0.1)
"""A clause is short and easily misread, so it has to speak clearly."""

_CLAUSE = 0.5
"""Weight of what a clause says beside the whole text: "stays away from school, mother is alone"
asks for two partners, and each clause says its own."""

_KEPT = 20
"""Topics that take part in ranking; the rest has lost all weight by then."""

_CLAUSE_END = re.compile(r"[.,;:!?…–—()\n]+|\s-\s")

_SHORTEST_CLAUSE, _MOST_CLAUSES = 3, 12
"""Words of a clause that says something of its own, and how many are read in a long history."""

_ELSEWHERE = frozenset({"age", "spoken", "area"})
"""Readings that are conditions, not topics: "14-year-old boy" is no wish for a boys' group."""

Scores = NDArray[np.float32]


class TopicFinder:
    """Reads the topics of a need."""

    def __init__(self, vocabulary: Vocabulary, bridge: Bridge, encoder: Encoder) -> None:
        self._vocabulary = vocabulary
        self._bridge = bridge
        self._encoder = encoder
        self._place = {iri: at for at, iri in enumerate(bridge.concepts)}

    def read(self, need: Need, ui: str = "") -> tuple[tuple[Topic, ...], Scores]:
        """Topics of the masked text, best first, labelled in ``ui``; and the vector of the text."""
        texts = _parts(_without_conditions(need))
        vectors = self._encoder.encode_needs(texts)
        certain = self._certain(texts, vectors, need.language)
        best = np.argsort(-certain, kind="stable")[:_KEPT]
        concepts = [self._bridge.concepts[at] for at in best.tolist()]
        topics = tuple(
            Topic(iri, self._vocabulary.label(iri, (ui, need.language)), float(score))
            for iri, score in zip(concepts, certain[best], strict=True)
        )
        return topics, vectors[0]

    def _certain(self, texts: list[str], vectors: Scores, language: str) -> Scores:
        """Certainty of each concept from the whole text, which comes first, and its clauses."""
        scores = self._bridge.scores(texts, vectors, language)
        for match in self._vocabulary.find_labels(texts[0], language, "need"):
            if match.iri in self._place:
                scores[0, self._place[match.iri]] += _NAMED
        certain = _certainties(scores[:1], _IN_WHOLE)[0]
        said = _CLAUSE * _certainties(scores[1:], _IN_CLAUSE).sum(axis=0)
        together: Scores = np.minimum(1.0, certain + said)
        return together


def _parts(text: str) -> list[str]:
    """The text, then its clauses when it has several that say something of their own."""
    clauses = [part.strip() for part in _CLAUSE_END.split(text)]
    telling = [part for part in clauses if len(part.split()) >= _SHORTEST_CLAUSE]
    return [text, *telling[:_MOST_CLAUSES]] if len(telling) > 1 else [text]


def _without_conditions(need: Need) -> str:
    """The text without what was read as age, language or place; the whole when nothing is left."""
    text = need.text
    for reading in sorted(need.readings, key=lambda r: -r.start):
        if reading.kind in _ELSEWHERE:
            text = f"{text[: reading.start]} {text[reading.end :]}"
    return text if any(c.isalpha() for c in text) else need.text


def _certainties(scores: Scores, trust: _Trust) -> Scores:
    """Scores (texts, concepts) to certainties: relative to the best concept, and that by itself."""
    best = scores.max(axis=1, keepdims=True)
    certain = 1.0 / (1.0 + np.exp(-(best - trust.even) / trust.slope))
    result: Scores = (certain * np.exp((scores - best) / trust.sharpness)).astype(np.float32)
    return result
