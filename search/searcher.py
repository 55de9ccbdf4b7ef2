"""From a need to explained hits: understand, retrieve, judge, rank, explain."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ontology.vocabulary import Vocabulary
from search.constraints import Constraint, constraints, ruled_out
from search.encoder import Encoder
from search.explain import Scores, explain
from search.index import Index
from search.model import Emergency, Hit, Need, Options, Result
from search.rank import score
from search.retrieve import Candidates, retrieve
from search.topics import TopicFinder

__all__ = ["Searcher", "Understanding"]

_NEAR_MISSES = 5
"""Shown apart, so few that nobody scrolls past them."""

_NEAR_MISS_SHARE = 0.5
"""A near miss scores at least this share of the best hit: it would have been in the answer."""

_LEAST_SCORE = 0.12
"""Below this nothing of the service answers the need; an empty answer is truer."""


class Understanding(Protocol):
    """Reads everything but the topics from a text."""

    def read(self, text: str, options: Options, areas: tuple[str, ...]) -> Need:
        """The need, masked and understood; ``areas`` are the names of areas known to the map."""
        ...

    def emergency(self, need: Need, language: str) -> tuple[Emergency, ...]:
        """Numbers to call, empty without danger."""
        ...


class Searcher:
    """Answers needs from one index; holds no state between two needs."""

    def __init__(
        self,
        index: Index,
        encoder: Encoder,
        vocabulary: Vocabulary,
        understanding: Understanding,
        topics: TopicFinder,
    ) -> None:
        self._index = index
        self._encoder = encoder
        self._vocabulary = vocabulary
        self._understanding = understanding
        self._topics = topics

    def search(self, text: str, options: Options = Options()) -> Result:  # noqa: B008
        """The services that fit, best first; apart, what nearly fits."""
        began = perf_counter()
        need, vector = self._understand(text, options)
        language = options.language or need.language
        found = constraints(need, options, self._index.facets, self._vocabulary)
        hits, near = self._ranked(need, vector, found, options)
        return Result(
            need=need,
            hits=self._explained(hits[: options.limit], need, found, language),
            near_misses=self._explained(near, need, found, language),
            emergency=self._understanding.emergency(need, language),
            took_ms=(perf_counter() - began) * 1000,
        )

    def _understand(self, text: str, options: Options) -> tuple[Need, NDArray[np.float32]]:
        need = self._understanding.read(text, options, self._index.facets.names("area"))
        vector = self._encoder.encode_needs([need.text])[0]
        topics = self._topics.find(need.text, vector, need.language, options.language)
        kept = tuple(t for t in topics if f"topic:{t.iri}" not in options.without)
        return replace(need, topics=kept), vector

    def _ranked(
        self,
        need: Need,
        vector: NDArray[np.float32],
        found: list[Constraint],
        options: Options,
    ) -> tuple[list[Scores], list[Scores]]:
        """Scores of the services that meet every condition, and of those that nearly do."""
        out = ruled_out(found, len(self._index.facets))
        hits = self._scored(need, vector, ~out, found)
        least = _LEAST_SCORE
        if hits:
            least = max(least, hits[0].total * _NEAR_MISS_SHARE)
        near = self._scored(need, vector, out, found) if out.any() else []
        return hits, [s for s in near if s.total >= least][:_NEAR_MISSES]

    def _scored(
        self,
        need: Need,
        vector: NDArray[np.float32],
        allowed: NDArray[np.bool_],
        found: list[Constraint],
    ) -> list[Scores]:
        candidates = retrieve(self._index, need, vector, allowed)
        total = score(candidates, [c.judgement for c in found])
        order = np.argsort(-total, kind="stable")
        return [_scores(candidates, total, at) for at in order if total[at] >= _LEAST_SCORE]

    def _explained(
        self, scores: list[Scores], need: Need, found: list[Constraint], language: str
    ) -> tuple[Hit, ...]:
        records = self._index.shelf.records([s.row for s in scores])
        hits = (
            explain(records[s.row], s, need, found, self._vocabulary, language)
            for s in scores
            if s.row in records
        )
        return tuple(replace(hit, rank=rank) for rank, hit in enumerate(hits, 1))


def _scores(candidates: Candidates, total: NDArray[np.float32], at: int) -> Scores:
    return Scores(
        int(candidates.rows[at]),
        float(total[at]),
        float(candidates.meaning[at]),
        float(candidates.words[at]),
    )
