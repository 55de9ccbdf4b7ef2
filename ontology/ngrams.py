"""Character n-grams of words: what holds across inflection, compounds and misspellings."""

from __future__ import annotations

from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ontology.text import fold, words

__all__ = ["ngrams"]

_SHORTEST, _LONGEST = 3, 5

_CACHED_WORDS = 50_000
"""Words whose n-grams are kept: the same few make up most texts."""

_MOST_WORDS = 400
"""A text says in its first pages what it is about; the rest would only cost time."""


def ngrams(text: str) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
    """Hashed n-grams of ``text``, sorted, and 1 + log of how often each occurs."""
    grams = [_of_word(word) for word in words(fold(text))[:_MOST_WORDS]]
    if not grams:
        return np.zeros(0, np.uint32), np.zeros(0, np.float32)
    found, counts = np.unique(np.concatenate(grams), return_counts=True)
    return found, (np.log(counts) + 1).astype(np.float32)


@lru_cache(_CACHED_WORDS)
def _of_word(word: str) -> NDArray[np.uint32]:
    data = f" {word} ".encode()
    return np.array(
        [
            crc32(data[at : at + size])
            for size in range(_SHORTEST, _LONGEST + 1)
            for at in range(max(1, len(data) - size + 1))
        ],
        np.uint32,
    )
