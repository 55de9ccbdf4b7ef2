"""Aligned pairs as arrays of token numbers, and batches drawn from them."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from search.training.corpora import Pair, pair_weights
from search.training.teacher import TeacherVectors, text_key

__all__ = ["Batch", "PairStore", "Texts"]

MAX_PIECES = 96  # of a text; the tail of a long one adds little to a mean
SWAP_SHARE = 0.25  # of left sides exchanged for the same sentence in a third language
DROP_SHARE = 0.1  # of pieces left out at random, so that no text hangs on a single word

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Texts:
    """Many texts as one long array of pieces."""

    ids: NDArray[np.int32]
    """Pieces of all texts, one after the other; shape (pieces in all,)."""
    starts: NDArray[np.int64]
    """Where each text begins in ``ids``, and the end; shape (texts + 1,)."""

    @classmethod
    def from_strings(cls, tokenizer: Tokenizer, texts: Sequence[str]) -> Texts:
        """Split texts into pieces, at most ``MAX_PIECES`` each."""
        parts: list[NDArray[np.int32]] = []
        for start in range(0, len(texts), 20_000):
            for encoding in tokenizer.encode_batch_fast(list(texts[start : start + 20_000])):
                parts.append(np.array(encoding.ids[:MAX_PIECES], dtype=np.int32))
        lengths = np.array([len(p) for p in parts], dtype=np.int64)
        ids = np.concatenate(parts) if parts else np.empty(0, np.int32)
        return cls(ids, np.concatenate([[0], np.cumsum(lengths)]))

    def __len__(self) -> int:
        """Count the texts."""
        return len(self.starts) - 1

    def take(self, which: NDArray[np.int64]) -> Texts:
        """Copy out some texts, in the order given."""
        lengths = (self.starts[1:] - self.starts[:-1])[which]
        starts = np.concatenate([[0], np.cumsum(lengths)])
        within = np.arange(starts[-1]) - np.repeat(starts[:-1], lengths)
        return Texts(self.ids[np.repeat(self.starts[which], lengths) + within], starts)

    def drop(self, rng: np.random.Generator, share: float = DROP_SHARE) -> Texts:
        """Leave out pieces at random, but never the first of a text."""
        keep = rng.random(len(self.ids)) >= share
        filled = self.starts[:-1] < self.starts[1:]
        keep[self.starts[:-1][filled]] = True
        kept = np.concatenate([[0], np.cumsum(keep)])
        return replace(self, ids=self.ids[keep], starts=kept[self.starts])

    def frequencies(self, vocabulary_size: int) -> NDArray[np.float64]:
        """Compute the share of each piece in all text; shape (vocabulary size,)."""
        counts = np.bincount(self.ids, minlength=vocabulary_size).astype(np.float64)
        shares: NDArray[np.float64] = counts / max(1.0, counts.sum())
        return shares


@dataclass(frozen=True, slots=True)
class Batch:
    """Pairs of one training step; ``left`` and ``right`` have the same number of texts."""

    left: Texts
    right: Texts
    left_names: NDArray[np.int64]
    """Numbers of the left texts before any swap: equal numbers are no negatives."""
    right_names: NDArray[np.int64]
    teacher_rows: NDArray[np.int64]
    """Row of the teacher's vector of the meaning, -1 where unknown; shape (pairs,)."""


class PairStore:
    """All pairs, tokenized once, from which weighted batches are drawn."""

    def __init__(
        self,
        texts: Texts,
        keys: NDArray[np.uint64],
        sides: NDArray[np.int64],
        weights: NDArray[np.float64],
    ) -> None:
        """Take texts with their keys, and pairs of them with their weights.

        :param sides: numbers of the left and right texts, sorted by the left; shape (pairs, 2).
        """
        self.texts = texts
        self.sides = sides
        self.keys = keys
        self._cumulated = np.cumsum(weights)
        self._teacher_rows = np.full(len(sides), -1, dtype=np.int64)
        left = sides[:, 0]
        self._group_start = np.searchsorted(left, left, side="left")
        self._group_end = np.searchsorted(left, left, side="right")

    @classmethod
    def from_pairs(cls, tokenizer: Tokenizer, pairs: Sequence[Pair]) -> PairStore:
        """Tokenize pairs."""
        numbers: dict[str, int] = {}
        for pair in pairs:
            numbers.setdefault(pair.left, len(numbers))
            numbers.setdefault(pair.right, len(numbers))
        sides = np.array([(numbers[p.left], numbers[p.right]) for p in pairs], dtype=np.int64)
        order = np.argsort(sides[:, 0], kind="stable")
        texts = list(numbers)
        log.info("%d pairs of %d texts", len(pairs), len(texts))
        keys = np.fromiter(map(text_key, texts), dtype=np.uint64, count=len(texts))
        return cls(
            Texts.from_strings(tokenizer, texts), keys, sides[order], pair_weights(pairs)[order]
        )

    def ask(self, teacher: TeacherVectors) -> None:
        """Look up which pairs the teacher has a vector of."""
        left, right = (teacher.positions_of_keys(self.keys[side]) for side in self.sides.T)
        self._teacher_rows = np.where(left >= 0, left, right)

    def __len__(self) -> int:
        """Count the pairs."""
        return len(self.sides)

    @property
    def arrays(self) -> dict[str, NDArray[Any]]:
        """What :meth:`from_arrays` needs, to be saved between runs."""
        return {
            "ids": self.texts.ids,
            "starts": self.texts.starts,
            "keys": self.keys,
            "sides": self.sides,
            "cumulated": self._cumulated,
        }

    @classmethod
    def from_arrays(cls, arrays: dict[str, NDArray[Any]]) -> PairStore:
        """Rebuild a store from :attr:`arrays`."""
        texts = Texts(arrays["ids"], arrays["starts"])
        weights = np.diff(arrays["cumulated"], prepend=0.0)
        return cls(texts, arrays["keys"], arrays["sides"], weights)

    def draw(self, rng: np.random.Generator, size: int) -> Batch:
        """Draw pairs by weight; a quarter of the left sides in a third language."""
        uniform = rng.random(size) * self._cumulated[-1]
        chosen = np.minimum(np.searchsorted(self._cumulated, uniform), len(self) - 1)
        names = self.sides[chosen]
        left = np.where(rng.random(size) < SWAP_SHARE, self._third(rng, chosen), names[:, 0])
        return Batch(
            left=self.texts.take(left).drop(rng),
            right=self.texts.take(names[:, 1]).drop(rng),
            left_names=names[:, 0],
            right_names=names[:, 1],
            teacher_rows=self._teacher_rows[chosen],
        )

    def _third(self, rng: np.random.Generator, chosen: NDArray[np.int64]) -> NDArray[np.int64]:
        """Find another translation of each left side; the left side itself where there is none."""
        start, end = self._group_start[chosen], self._group_end[chosen]
        other = self.sides[start + (rng.random(len(chosen)) * (end - start)).astype(np.int64)]
        same = other[:, 1] == self.sides[chosen, 1]
        third: NDArray[np.int64] = np.where(same, self.sides[chosen, 0], other[:, 1])
        return third
