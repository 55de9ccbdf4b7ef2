"""Character n-grams of words: what holds across inflection, compounds and misspellings."""

from __future__ import annotations

from collections import Counter
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ontology.text import fold, tokens

__all__ = ["ngrams"]

_SHORTEST, _LONGEST = 3, 5

_MOST_WORDS = 400
"""A text says in its first pages what it is about; the rest would only cost time."""


def ngrams(text: str) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
    """Hashed n-grams of ``text``, sorted, and 1 + log of how often each occurs."""
    counts: Counter[int] = Counter()
    for token in tokens(fold(text))[:_MOST_WORDS]:
        word = f" {token.text} ".encode()
        for size in range(_SHORTEST, _LONGEST + 1):
            counts.update(crc32(word[at : at + size]) for at in range(max(1, len(word) - size + 1)))
    found = sorted(counts)
    weights = np.log(np.array([counts[key] for key in found], np.float32)) + 1
    return np.array(found, np.uint32), weights.astype(np.float32)
