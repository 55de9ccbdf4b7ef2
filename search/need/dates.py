"""Dates of birth in words: "14. marts 2010", "born in 2010"; ``mask`` finds those in digits."""

from __future__ import annotations

from collections.abc import Iterator

from search.need.known import months
from search.need.tables import Table
from search.need.words import SENTENCE, Words

__all__ = ["birth_dates"]

Span = tuple[int, int]

_NEAR = 6
"""Words between "born" and the year."""

_YEARS = ("19", "20")


def birth_dates(words: Words, table: Table) -> list[Span]:
    """Where dates with a year stand, and days or years after "born" (character offsets)."""
    found = (*_dates(words, table), *_born(words, table))
    return [(words.starts[start], words.ends[end - 1]) for start, end in found]


def _dates(words: Words, table: Table) -> Iterator[tuple[int, int]]:
    """A year with the month beside it, and the day beside that."""
    for year, word in enumerate(words.typed):
        if not _is_year(word):
            continue
        for month in range(max(0, year - 3), min(len(words), year + 4)):
            if words.folded[month] in months(table.language):
                start, end = sorted((year, month))
                while start > 0 and _is_part(words, start - 1):
                    start -= 1
                while end + 1 < len(words) and _is_part(words, end + 1):
                    end += 1
                yield start, end + 1


def _born(words: Words, table: Table) -> Iterator[tuple[int, int]]:
    for cue in table.phrases("names", "born").find(words):
        for at in range(cue.end, min(len(words), cue.end + _NEAR)):
            if words.breaks[at] == SENTENCE:
                break
            if _is_year(words.typed[at]):
                yield at, at + 1
            elif words.folded[at] in months(table.language):
                day = at > cue.end and words.typed[at - 1].isdecimal()
                after = at + 1 < len(words) and words.typed[at + 1].isdecimal()
                yield at - day, at + 1 + after


def _is_part(words: Words, at: int) -> bool:
    """A day, a year, or the ending of a day ("14th")."""
    word = words.folded[at]
    return word.isdecimal() or word in ("th", "st", "nd", "rd")


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word.startswith(_YEARS)
