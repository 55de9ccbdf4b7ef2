"""School years and levels as ages: "7. klasse", "Year 9", "groep 7", "högstadiet"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ontology.text import fold
from search.model import Reading
from search.need.pattern import Element
from search.need.tables import Table
from search.need.words import SENTENCE, Words

__all__ = ["grades", "is_grade"]

_GRADE, _LEVEL = 0.7, 0.65
"""Certainty of a school year and of a level of school; both say more than a stage of life."""

_LAST_GRADE = 13
_ROMAN_DIGITS = "I II III IV V VI VII VIII IX X XI XII"
_ROMAN = {roman: number for number, roman in enumerate(_ROMAN_DIGITS.split(), 1)}


@dataclass(frozen=True, slots=True)
class _Rule:
    """How one kind of school year is said; ``start`` is the age at the beginning of number 1."""

    start: int
    after: Element
    before: Element
    last: int


def grades(words: Words, table: Table) -> Iterator[Reading]:
    """School years and levels found in the text."""
    for at in range(len(words)):
        yield from _numbered(words, table, at)
    for found in table.phrases("levels").find(words):
        start, end = words.starts[found.start], words.ends[found.end - 1]
        yield Reading("age", found.label, _LEVEL, start, end)


def is_grade(words: Words, at: int, table: Table) -> bool:
    """Whether the number at word ``at`` is a school year."""
    return next(_numbered(words, table, at), None) is not None


def _numbered(words: Words, table: Table, at: int) -> Iterator[Reading]:
    number = _ordinal(words, at, table)
    if number is None or not 0 <= number <= _LAST_GRADE:
        return
    for rule in _rules(table):
        span = _span(words, rule, at, table)
        if span and number <= rule.last:
            start, end = words.starts[span[0]], words.ends[span[1] - 1]
            low = max(3, rule.start + number - 1)
            yield Reading("age", f"{low}-{low + 1}", _GRADE, start, end)
            return


def _span(words: Words, rule: _Rule, at: int, table: Table) -> tuple[int, int] | None:
    """Words from the number to the name of the school year, whichever comes first."""
    following = at + 1
    suffixes = table.element("age", "ordinal_endings")
    if following < len(words) and suffixes.matches(words.folded[following]):
        following += 1
    joined = following < len(words) and words.breaks[following] != SENTENCE
    if joined and rule.after.matches(words.folded[following]):
        return at, following + 1
    if at and words.breaks[at] != SENTENCE and rule.before.matches(words.folded[at - 1]):
        return at - 1, at + 1
    return None


def _ordinal(words: Words, at: int, table: Table) -> int | None:
    word = words.folded[at]
    if word.isdecimal():
        return int(word) if len(word) <= 2 else None
    return _ordinals(table).get(word, _ROMAN.get(words.typed[at]))


@cache
def _rules(table: Table) -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            row["start"],
            Element(row.get("after", ())),
            Element(row.get("before", ())),
            row.get("last", _LAST_GRADE),
        )
        for row in table.section("grades").get("rules", ())
    )


@cache
def _ordinals(table: Table) -> dict[str, int]:
    """Ordinal and cardinal words; those of the table stand in order, variants parted by ``|``."""
    return {
        fold(word): value
        for key in ("numbers", "ordinals")
        for value, spelled in enumerate(table.strings("age", key))
        for word in spelled.split("|")
        if word
    }
