"""Numbers in a text, in digits or words, alone, in lists and as ranges."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.text import fold
from search.need.tables import Table
from search.need.words import SENTENCE, Words

__all__ = ["Numbers", "numbers_at", "numeral"]

_MOST_DIGITS = 3
_MOST = 110
"""Years that nobody outlives; larger numbers are no ages."""

_LONGEST_LIST = 8
"""Numbers of one list; more are no children of one need."""

_JOINTS = frozenset(["-", "–", "—", "/", ",", "&", "+", "- ", " - ", " – ", ", ", " & ", " / "])
"""What joins two numbers without a word."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers that belong together; ``rest`` is what the last word says after it (``årig``)."""

    values: tuple[int, ...]
    start: int
    end: int
    rest: str = ""


def numbers_at(words: Words, at: int, table: Table) -> Numbers | None:
    """The list or range of numbers that begins at word ``at``."""
    first = numeral(words, at, table)
    if first is None:
        return None
    values, rest, end = [first[0]], first[1], at + 1
    while not rest and len(values) < _LONGEST_LIST:
        place = _next(words, end, table)
        if place is None:
            break
        following = numeral(words, place, table)
        if following is None:
            break
        values.append(following[0])
        rest, end = following[1], place + 1
    return Numbers(tuple(values), at, end, rest)


def numeral(words: Words, at: int, table: Table) -> tuple[int, str] | None:
    """The number at word ``at`` and what is left of the word after it."""
    if at >= len(words):
        return None
    word = words.folded[at]
    if word.isdecimal():
        return (int(word), "") if len(word) <= _MOST_DIGITS and int(word) <= _MOST else None
    spelled = _spelled(table)
    if word in spelled:
        return spelled[word], ""
    years = table.element("age", "endings")
    for length in range(min(len(word) - 2, 16), 2, -1):
        if word[:length] in spelled and years.matches(word[length:]):
            return spelled[word[:length]], word[length:]
    return None


def _next(words: Words, end: int, table: Table) -> int | None:
    """Where the next number of a list may stand after word ``end - 1``."""
    if end >= len(words) or words.breaks[end] == SENTENCE:
        return None
    if words.between(end) in _JOINTS:
        joined = table.element("age", "joints").matches(words.folded[end])
        return end + 1 if joined else end
    return end + 1 if table.element("age", "joints").matches(words.folded[end]) else None


@cache
def _spelled(table: Table) -> dict[str, int]:
    """Number words; those of the table stand in order from zero, variants parted by ``|``."""
    rows = enumerate(table.strings("age", "numbers"))
    return {fold(word): value for value, spelled in rows for word in spelled.split("|") if word}
