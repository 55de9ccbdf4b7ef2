"""The stage of help that is asked for, only where the text says so in so many words."""

from __future__ import annotations

from collections.abc import Sequence

from search.model import Reading
from search.need.tables import Table
from search.need.words import Words

__all__ = ["stage_of", "stages"]

_SAID = 0.7


def stages(words: Words, table: Table) -> list[Reading]:
    """Every phrase that asks for a stage, by its slug."""
    return [
        Reading("stage", found.label, _SAID, words.starts[found.start], words.ends[found.end - 1])
        for found in table.phrases("stage").find(words)
    ]


def stage_of(readings: Sequence[Reading]) -> str:
    """The stage, if the text asks for exactly one."""
    found = {reading.value for reading in readings if reading.kind == "stage"}
    return found.pop() if len(found) == 1 else ""
