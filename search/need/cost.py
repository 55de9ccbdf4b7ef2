"""What help may cost: free, paid, or by income."""

from __future__ import annotations

from collections.abc import Sequence

from search.model import Reading
from search.need.pattern import without
from search.need.tables import Table
from search.need.words import Words

__all__ = ["cost_of", "costs"]

_SAID = 0.85
_HARMLESS = "harmless"
"""Phrases such as "free time", which say nothing of costs."""


def costs(words: Words, table: Table) -> list[Reading]:
    """Every phrase that says what help may cost, by the slug of the cost."""
    return [
        Reading("cost", found.label, _SAID, words.starts[found.start], words.ends[found.end - 1])
        for found in without(table.phrases("cost").find(words), _HARMLESS)
    ]


def cost_of(readings: Sequence[Reading]) -> str:
    """The first cost named; "free" before others, since who asks for it cannot pay."""
    found = [reading.value for reading in readings if reading.kind == "cost"]
    return "free" if "free" in found else next(iter(found), "")
