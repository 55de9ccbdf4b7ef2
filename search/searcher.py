"""From a need to explained hits: understand, retrieve, judge, rank, explain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ontology.terms import concept_iri
from ontology.vocabulary import Vocabulary
from search.constraints import Constraint, constraints, ruled_out
from search.explain import Explainer, Scores
from search.index import Index
from search.model import Emergency, Hit, Need, Options, Result, Topic
from search.rank import score
from search.record import Record
from search.retrieve import Candidates, retrieve
from search.topics import TopicFinder

__all__ = ["Searcher", "Understanding"]

_NEAR_MISSES = 5
"""Shown apart, so few that nobody scrolls past them."""

_NEAR_MISS_SHARE = 0.5
"""A near miss scores at least this share of the best hit: it would have been in the answer."""

_LEAST_SCORE = 0.02
"""Below this nothing of the service answers the need; an empty answer is truer."""


_DANGERS = frozenset(
    concept_iri("need", slug)
    for slug in (
        "child-abuse-neglect",
        "crisis-shelter-youth",
        "domestic-violence",
        "forced-marriage",
        "missing-runaway",
        "self-harm-suicide",
        "sexual-abuse",
        "trafficking-exploitation",
    )
)
_DANGER_CERTAINTY = 0.5
"""Rules find danger that is said; a topic finds "long sleeves in June". A number too many is a
small price for one in time, so half a certainty is enough."""


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
        vocabulary: Vocabulary,
        understanding: Understanding,
        topics: TopicFinder,
    ) -> None:
        self._index = index
        self._vocabulary = vocabulary
        self._understanding = understanding
        self._topics = topics

    def search(self, text: str, options: Options = Options()) -> Result:  # noqa: B008
        """The services that fit, best first; apart, what nearly fits."""
        began = perf_counter()
        need, vector = self._understand(text, options)
        language = options.language or need.language
        with self._index.lock:
            found = constraints(need, options, self._index.facets, self._vocabulary)
            hits, near, telling = self._ranked(need, vector, found, options.limit)
            records = self._index.shelf.records([s.row for s in (*hits, *near)])
        explainer = Explainer(need, tuple(found), telling, self._vocabulary, language)
        return Result(
            need=need,
            hits=_explained(hits, records, explainer),
            near_misses=_explained(near, records, explainer),
            emergency=self._understanding.emergency(need, language),
            took_ms=(perf_counter() - began) * 1000,
        )

    def _understand(self, text: str, options: Options) -> tuple[Need, NDArray[np.float32]]:
        need = self._understanding.read(text, options, self._index.facets.names("area"))
        topics, vector = self._topics.read(need, options.language)
        kept = tuple(t for t in topics if f"topic:{t.iri}" not in options.without)
        danger = need.danger or ("danger" not in options.without and _speak_of_danger(kept))
        return replace(need, topics=kept, danger=danger), vector

    def _ranked(
        self, need: Need, vector: NDArray[np.float32], found: list[Constraint], limit: int
    ) -> tuple[list[Scores], list[Scores], frozenset[str]]:
        """Services that fit, those that nearly do, and the telling words of the need."""
        out = ruled_out(found, len(self._index.facets))
        hits, telling = self._scored(need, vector, ~out, found)
        near: list[Scores] = []
        if out.any():
            missed, _ = self._scored(need, vector, out, found)
            near = missed.best(_NEAR_MISSES, hits.highest * _NEAR_MISS_SHARE)
        return hits.best(limit, _LEAST_SCORE), near, telling

    def _scored(
        self,
        need: Need,
        vector: NDArray[np.float32],
        allowed: NDArray[np.bool_],
        found: list[Constraint],
    ) -> tuple[_Ranking, frozenset[str]]:
        candidates = retrieve(self._index, need, vector, allowed)
        total = score(candidates, [c.judgement for c in found])
        return _Ranking(candidates, total), candidates.telling


def _explained(
    scores: list[Scores], records: Mapping[int, Record], explainer: Explainer
) -> tuple[Hit, ...]:
    known = [s for s in scores if s.row in records]
    return tuple(explainer.hit(records[s.row], s, rank) for rank, s in enumerate(known, 1))


def _speak_of_danger(topics: tuple[Topic, ...]) -> bool:
    return any(t.iri in _DANGERS and t.score >= _DANGER_CERTAINTY for t in topics)


@dataclass(frozen=True, slots=True)
class _Ranking:
    """Candidates with their total scores."""

    candidates: Candidates
    total: NDArray[np.float32]

    @property
    def highest(self) -> float:
        """The best score, at least the one that an answer has to have."""
        return max(_LEAST_SCORE, float(self.total.max(initial=0.0)))

    def best(self, limit: int, least: float) -> list[Scores]:
        """Scores of the best candidates, so many at most, that score ``least`` or more."""
        order = np.argsort(-self.total, kind="stable")[:limit]
        return [self._scores(at) for at in order.tolist() if self.total[at] >= least]

    def _scores(self, at: int) -> Scores:
        found = self.candidates
        return Scores(
            int(found.rows[at]),
            float(self.total[at]),
            float(found.meaning[at]),
            float(found.words[at]),
        )
