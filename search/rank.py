"""One score from three kinds of evidence and the fit of the constraints."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from search.facets import CONTRADICTS, FITS, Judgement
from search.retrieve import Candidates

__all__ = ["score"]

_TOPIC = 0.5
"""The concept joins languages where direct meaning does not, so it weighs most."""

_MEANING = 0.4
"""Direct meaning orders what shares a topic, and finds what no topic was linked to."""

_WORDS = 0.1
"""Words hit within a language; across languages they are silent and must not punish."""

_STATED_FIT = 0.04
"""A service that says it fits stands before one that says nothing."""


def score(candidates: Candidates, judgements: list[Judgement]) -> NDArray[np.float32]:
    """Score of each candidate, 0 to 1; ``judgements`` are those of the constraints, by row."""
    meaning = np.maximum(candidates.meaning, 0.0)
    base = _TOPIC * candidates.topic + _MEANING * meaning + _WORDS * candidates.words
    for judgement in judgements:
        base = base + _STATED_FIT * (judgement[candidates.rows] == FITS)
        base = base - _STATED_FIT * (judgement[candidates.rows] == CONTRADICTS)
    result: NDArray[np.float32] = np.clip(base, 0.0, 1.0).astype(np.float32)
    return result
