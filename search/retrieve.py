"""Candidates for a need, each with what topics, meaning and words say of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ontology.text import lemmas
from search.index import Index
from search.model import Need

__all__ = ["Candidates", "retrieve"]

_NEAREST = 300
"""Candidates by meaning: ten times what is shown, since topics and constraints reorder them."""

_BY_TOPIC = 500
"""Candidates by topic: a topic of a large map has some hundred services."""

_BY_WORDS = 100

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Parallel arrays: row numbers, and for each the evidence of the three ways (0 where silent).

    ``topic`` is 0 to 1 relative to the best topic, ``meaning`` a cosine, ``words`` BM25 as a share
    of the best match.
    """

    rows: NDArray[np.int64]
    topic: Scores
    meaning: Scores
    words: Scores
    telling: frozenset[str]
    """Lemmas of the need that few services hold."""


def retrieve(index: Index, need: Need, vector: Scores, allowed: NDArray[np.bool_]) -> Candidates:
    """Services among ``allowed`` (by row) that any of the three ways brings up."""
    allowed = allowed & index.facets.alive
    best = max((topic.score for topic in need.topics), default=1.0)
    shares = {topic.iri: topic.score / best for topic in need.topics}
    topics = index.facets.topic_scores(shares)
    topics = np.where(allowed, topics, 0.0).astype(np.float32)
    near, _ = index.vectors.nearest(vector, _NEAREST, allowed)
    telling = index.words.telling(lemmas(need.text, need.language))
    worded = [
        (row, score)
        for row, score in index.words.find(telling, _BY_WORDS)
        if row < len(allowed) and allowed[row]
    ]
    strongest = np.argsort(-topics, kind="stable")[:_BY_TOPIC]
    named = np.array([row for row, _ in worded], np.int64)
    rows = np.unique(np.concatenate([near, strongest[topics[strongest] > 0], named]))
    words = np.zeros(len(rows), np.float32)
    if worded:
        words[np.searchsorted(rows, named)] = [score / worded[0][1] for _, score in worded]
    cosines = index.vectors.cosines(vector, rows)
    return Candidates(rows, topics[rows], cosines, words, frozenset(telling))
