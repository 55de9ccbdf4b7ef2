"""Ages of the people a need is about: stated in years, as a school year, or by a stage of life."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.model import Reading
from search.need.grades import grades, is_grade
from search.need.numerals import Numbers, numbers_at
from search.need.tables import Table
from search.need.words import SENTENCE, Words

__all__ = ["age_of", "ages"]

_CHILD = 25
"""Up to here somebody is a child or young person; who is older is usually a parent."""

_YOUNG_PARENT = 20
"""From here on the age of a mother or father is theirs and not that of the child."""

_SURE, _PLAIN, _GUESSED, _WIDE = 0.95, 0.85, 0.75, 0.5
"""Certainty of "14-årig", of "14 år", of "pige 14" and of "teenager"."""

_GRADE, _LEVEL = 0.7, 0.65
"""Certainty of a school year and of a level of school, which come after every stated age."""

_ASIDE, _PARENTS = 0.3, 0.2
"""Certainty that an adult's age matters: where no child is spoken of, and else."""

_MARKS = frozenset("%‰€$£°:")
"""A number before or after one of these is a share, a price, a temperature or a time."""

_NEAR = 4
"""Words back from an age within which a cue begins, or the person stands whose age it is."""


@dataclass(frozen=True, slots=True)
class _Age:
    numbers: Numbers
    end: int
    score: float
    months: bool = False


def ages(words: Words, table: Table) -> list[Reading]:
    """Every age found, in the order of the text."""
    found = [*_stated(words, table), *grades(words, table), *_stages(words, table)]
    return sorted(found, key=lambda reading: (reading.start, -reading.score))


def age_of(readings: Sequence[Reading]) -> tuple[int, int] | None:
    """The range from the youngest to the oldest, by the surest kind of reading that there is."""
    for least in (_GUESSED, _GRADE, _LEVEL, _WIDE, _ASIDE):
        chosen = [_range(r) for r in readings if r.kind == "age" and r.score >= least]
        if chosen:
            return min(low for low, _ in chosen), max(high for _, high in chosen)
    return None


def _range(reading: Reading) -> tuple[int, int]:
    low, _, high = reading.value.partition("-")
    return int(low), int(high)


def _stages(words: Words, table: Table) -> Iterator[Reading]:
    for found in table.phrases("stages").find(words):
        yield Reading(
            "age", found.label, _WIDE, words.starts[found.start], words.ends[found.end - 1]
        )


def _stated(words: Words, table: Table) -> Iterator[Reading]:
    at = 0
    person = table.element("age", "person")
    aside = _PARENTS if any(map(person.matches, words.folded)) else _ASIDE
    while at < len(words):
        numbers = numbers_at(words, at, table)
        age = _age(words, table, numbers) if numbers else None
        if age:
            yield from _readings(words, table, age, aside)
        at = age.end if age else at + 1


def _readings(words: Words, table: Table, age: _Age, aside: float) -> Iterator[Reading]:
    """One reading for each age, since several are several children; an adult's is ``aside``."""
    start, end = words.starts[age.numbers.start], words.ends[age.end - 1]
    parents = _is_parents(words, table, age.numbers.start)
    for value in age.numbers.values:
        years = value // 12 if age.months else value
        score = age.score
        if years > _CHILD or (years >= _YOUNG_PARENT and parents):
            score = _PARENTS if parents else aside
        yield Reading("age", f"{years}-{years}", score, start, end)


def _is_parents(words: Words, table: Table, at: int) -> bool:
    """Whether the nearest person before the age (or right after it) is a parent."""
    person, parent = table.element("age", "person"), table.element("age", "parents")
    for place in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if words.breaks[place + 1] == SENTENCE or person.matches(words.folded[place]):
            break
        if parent.matches(words.folded[place]):
            return True
    return any(parent.matches(word) for word in words.folded[at + 1 : at + 4])


def _age(words: Words, table: Table, numbers: Numbers) -> _Age | None:
    """The numbers as an age, if what stands around says so."""
    if _is_measured(words, numbers) or is_grade(words, numbers.start, table):
        return None
    if numbers.rest:
        return _unit(words, table, numbers, numbers.rest, numbers.end)
    if numbers.end < len(words) and words.breaks[numbers.end] != SENTENCE:
        end = numbers.end + table.element("age", "fillers").matches(words.folded[numbers.end])
        word = words.folded[min(end, len(words) - 1)]
        if age := _unit(words, table, numbers, word, end + 1):
            return age
        stopped = ("units", "years", "person", "months")
        glued = not words.between(numbers.end)
        if glued or any(table.element("age", key).matches(word) for key in stopped):
            return None
    return _bare(words, table, numbers)


def _is_measured(words: Words, numbers: Numbers) -> bool:
    return words.after(numbers.end - 1) in _MARKS or words.before(numbers.start) in _MARKS


def _unit(words: Words, table: Table, numbers: Numbers, unit: str, end: int) -> _Age | None:
    """Numbers followed by a word for years or months."""
    following = words.folded[end] if end < len(words) and words.breaks[end] != SENTENCE else ""
    old = bool(following) and table.element("age", "old").matches(following)
    if table.element("age", "months").matches(unit):
        sure = old or _is_linked(words, table, numbers.start)
        return _Age(numbers, end + old, _SURE, months=True) if sure else None
    if table.element("age", "strong").matches(unit):
        return _Age(numbers, end, _SURE)
    if not table.element("age", "years").matches(unit):
        return None
    if old:
        return _Age(numbers, end + 1, _SURE)
    linked = _is_linked(words, table, numbers.start)
    lasting = not linked and _preceded(words, table, numbers.start, "since")
    if lasting or (following and table.element("age", "ago").matches(following)):
        return None
    return _Age(numbers, end, _PLAIN)


def _bare(words: Words, table: Table, numbers: Numbers) -> _Age | None:
    """Numbers without a unit: after "aged", "she is", "boy", or in brackets after a person."""
    at, end = numbers.start, numbers.end
    if _preceded(words, table, at, "before"):
        return _Age(numbers, end, _PLAIN)
    closed = end >= len(words) or words.breaks[end] > 0 or words.after(end - 1) in tuple(",.;)!?")
    joined = not closed and table.element("age", "then").matches(words.folded[end])
    if (closed or joined) and _preceded(words, table, at, "is"):
        return _Age(numbers, end, _PLAIN)
    follows = _follows_person(words, table, at) and (closed or joined or not words.breaks[at])
    if max(numbers.values) <= _CHILD and follows:
        return _Age(numbers, end, _GUESSED)
    return None


def _preceded(words: Words, table: Table, at: int, key: str) -> bool:
    """Whether a phrase of the table ends right before word ``at``."""
    phrases = table.phrases("cues", key)
    return any(
        found.end == at
        for start in range(max(0, at - _NEAR), at)
        for found in phrases.at(words, start)
    )


def _follows_person(words: Words, table: Table, at: int) -> bool:
    """Whether a person stands before: "girl 16", "son (14)", "jongen van 14"."""
    if not at or words.breaks[at] == SENTENCE:
        return False
    if table.element("age", "person").matches(words.folded[at - 1]):
        return True
    return _is_linked(words, table, at)


def _is_linked(words: Words, table: Table, at: int) -> bool:
    """A person, then a word such as "of", then word ``at``."""
    return (
        at > 1
        and table.element("age", "of").matches(words.folded[at - 1])
        and table.element("age", "person").matches(words.folded[at - 2])
    )
