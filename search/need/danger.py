"""Danger to somebody: violence, abuse, suicide, self-harm, a missing child, a weapon.

A missed danger weighs more than a number shown in vain, so one phrase is enough, in any language
that the text may be written in; only set phrases ("bored to death") are let go.
"""

from __future__ import annotations

from collections.abc import Sequence

from search.model import Reading
from search.need.pattern import without
from search.need.tables import Table
from search.need.words import Words

__all__ = ["KINDS", "dangers", "is_danger"]

KINDS = (
    "abuse",
    "forced-marriage",
    "missing",
    "self-harm",
    "sexual-abuse",
    "suicide",
    "violence",
    "weapon",
)

_SAID = 0.9
_HARMLESS = "harmless"


def dangers(words: Words, tables: Sequence[Table]) -> list[Reading]:
    """Every danger that the text names, by its kind, in any of the languages of ``tables``."""
    found = [one for table in tables for one in table.phrases("danger").find(words)]
    readings: dict[tuple[str, int], Reading] = {}
    for one in without(found, _HARMLESS):
        start, end = words.starts[one.start], words.ends[one.end - 1]
        readings.setdefault((one.label, start), Reading("danger", one.label, _SAID, start, end))
    return sorted(readings.values(), key=lambda reading: reading.start)


def is_danger(readings: Sequence[Reading]) -> bool:
    """Whether any danger is named."""
    return any(reading.kind == "danger" for reading in readings)
