"""Draw texts of need concepts so that languages, kinds and look-alikes meet in one step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from search.training.domain_texts import DomainText, Kind, by_concept
from search.training.pairs import Texts

__all__ = ["ConceptBatch", "ConceptSampler", "Members", "Mixture"]

KIND_WEIGHTS: Mapping[Kind, float] = {
    Kind.SITUATION: 3.0,  # what has to be understood
    Kind.SERVICE: 2.0,  # what has to be found
    Kind.LABEL: 1.0,  # few words, soon learned
}
PER_VOICE = 2  # texts drawn of one language and kind, so that they meet each other too


@dataclass(frozen=True, slots=True)
class Mixture:
    """What is drawn of each concept in one step."""

    native: int = 12
    """Texts written for the concept."""
    mined: int = 0
    """Texts found for it in general corpora."""
    drop: float = 0.3
    """Share of pieces left out of the texts, which are few and would be learned by heart."""


@dataclass(frozen=True, slots=True)
class ConceptBatch:
    """Texts of one step, several of each concept."""

    texts: Texts
    concepts: NDArray[np.int64]
    """Number of each text's concept; shape (texts,)."""
    languages: NDArray[np.int64]
    """Number of each text's language; shape (texts,)."""
    places: NDArray[np.int64]
    """Where each text stands among all domain texts; shape (texts,)."""


@dataclass(frozen=True, slots=True)
class Members:
    """The texts of one concept, by their places."""

    voices: tuple[tuple[int, ...], ...]
    """One group for each language and kind."""
    chances: NDArray[np.float64]
    """Cumulated chance of each voice; shape (voices,)."""
    mined: tuple[int, ...]

    def draw(self, rng: np.random.Generator, mixture: Mixture) -> list[int]:
        """Draw texts without repeats; fewer where the concept has not so many."""
        picks: list[int] = []
        if self.voices:
            uniform = rng.random(-(-mixture.native // PER_VOICE))
            for number in np.searchsorted(self.chances, uniform):
                voice = self.voices[min(number, len(self.voices) - 1)]
                picks += [voice[i] for i in rng.integers(len(voice), size=PER_VOICE)]
        if self.mined:
            picks += [self.mined[i] for i in rng.integers(len(self.mined), size=mixture.mined)]
        return list(dict.fromkeys(picks))


class ConceptSampler:
    """Draws, for every concept, texts spread over languages and kinds."""

    def __init__(self, items: Sequence[DomainText], texts: Texts) -> None:
        groups = by_concept(items)
        self.concepts = sorted(groups)
        self.lookalike = _lookalikes(items, self.concepts)
        self._texts = texts
        self._members = [_members(items, groups[concept]) for concept in self.concepts]
        numbers = {language: i for i, language in enumerate(sorted({t.language for t in items}))}
        self._languages = np.array([numbers[t.language] for t in items], dtype=np.int64)

    def draw(self, rng: np.random.Generator, mixture: Mixture) -> ConceptBatch:
        """Draw texts of all concepts, so that each meets all its look-alikes."""
        batch = self.places(rng, range(len(self.concepts)), mixture)
        return replace(batch, texts=self._texts.take(batch.places).drop(rng, mixture.drop))

    def some(self, rng: np.random.Generator, count: int) -> list[int]:
        """Choose about ``count`` concepts, each together with its look-alikes."""
        chosen: dict[int, None] = {}
        for seed in rng.permutation(len(self.concepts)).tolist():
            if len(chosen) >= count:
                break
            chosen |= dict.fromkeys([seed, *np.flatnonzero(self.lookalike[seed]).tolist()])
        return list(chosen)

    def places(
        self, rng: np.random.Generator, concepts: Iterable[int], mixture: Mixture
    ) -> ConceptBatch:
        """Draw texts of some concepts, but only say where they stand: the batch has no pieces."""
        drawn = [(number, self._members[number].draw(rng, mixture)) for number in concepts]
        owners = np.array([number for number, picks in drawn for _ in picks], dtype=np.int64)
        places = np.array([place for _, picks in drawn for place in picks], dtype=np.int64)
        nothing = Texts(np.empty(0, np.int32), np.zeros(1, np.int64))
        return ConceptBatch(nothing, owners, self._languages[places], places)


def _members(items: Sequence[DomainText], places: Sequence[int]) -> Members:
    """Group a concept's texts by who speaks and in which language."""
    voices: dict[tuple[str, Kind], list[int]] = {}
    for i in places:
        voices.setdefault((items[i].language, items[i].kind), []).append(i)
    native = sorted(key for key in voices if key[1] is not Kind.MINED)
    weights = np.array([KIND_WEIGHTS[kind] for _, kind in native], dtype=np.float64)
    return Members(
        voices=tuple(tuple(voices[key]) for key in native),
        chances=np.cumsum(weights) / max(1e-9, weights.sum()),
        mined=tuple(i for i in places if items[i].kind is Kind.MINED),
    )


def _lookalikes(items: Sequence[DomainText], concepts: Sequence[str]) -> NDArray[np.bool_]:
    """Mark pairs of concepts that are taken for each other, both ways; shape (concepts,) * 2."""
    number = {concept: i for i, concept in enumerate(concepts)}
    marked = np.zeros((len(concepts), len(concepts)), dtype=np.bool_)
    for item in items:
        for other in item.lookalikes:
            if other in number and other != item.concept:
                marked[number[item.concept], number[other]] = True
    return marked | marked.T
