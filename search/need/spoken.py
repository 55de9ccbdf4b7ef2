"""Languages that the people of a need speak, and those that they do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.model import Reading
from search.need.languages import LanguageName, language_name
from search.need.pattern import Element
from search.need.tables import Table
from search.need.words import CLAUSE, SENTENCE, Words

__all__ = ["spoken", "spoken_of"]

_SAID, _NAMED, _FORM, _PEOPLE = 0.9, 0.65, 0.75, 0.3
"""Certainty near "speaks", of an unmistakable name, of "auf Arabisch", of a nationality."""

_OWN = 0.5
"""Certainty of the language of the text itself: every service speaks it, so it is no condition."""

_COUNTS = 0.6
"""From here on a language is a condition."""

_NEAR = 5
"""Words between a language and the "speaks" that goes with it."""

_NEAR_NOT = 5
"""Words between a language and the "not" that goes with it."""

_NEXT = 2
"""Words from a "not" to the language that it goes with when that follows: "and no Danish"."""

_SUBJECTS = frozenset(["en", "fr", "de", "es"])
"""Taught at school, so that "in English" is more often a subject than a family's language."""


@dataclass(frozen=True, slots=True)
class _Mention:
    at: int
    name: LanguageName


def spoken(words: Words, table: Table) -> list[Reading]:
    """Every language named, with its certainty; ``negated`` where they do not speak it."""
    mentions = [
        _Mention(at, name)
        for at, word in enumerate(words.folded)
        if (name := language_name(word, table))
    ]
    readings: list[Reading] = []
    for number, mention in enumerate(mentions):
        before = mentions[number - 1].at if number else -1
        after = mentions[number + 1].at if number + 1 < len(mentions) else len(words)
        inherits = bool(readings) and _is_joined(words, table, before, mention.at)
        negated = _is_negated(words, table, mention.at, (before, after))
        if inherits and not negated:
            negated = readings[-1].negated
        score = _score(words, table, mention)
        if inherits and mention.name.code != table.language:
            score = max(score, readings[-1].score)
        start, end = words.starts[mention.at], words.ends[mention.at]
        readings.append(Reading("spoken", mention.name.code, score, start, end, negated))
    return readings


def spoken_of(readings: Sequence[Reading]) -> tuple[str, ...]:
    """The codes that are conditions, in the order of the text."""
    chosen = [r.value for r in readings if r.kind == "spoken" and r.score >= _COUNTS]
    refused = {r.value for r in readings if r.kind == "spoken" and r.negated}
    return tuple(code for code in dict.fromkeys(chosen) if code not in refused)


def _score(words: Words, table: Table, mention: _Mention) -> float:
    name, at = mention.name, mention.at
    if name.code == table.language:
        return _OWN
    if _is_compound(words, at, table):
        return _SAID
    if _has_cue(words, table, at):
        return _PEOPLE if name.home else _SAID
    if name.home or name.code in _SUBJECTS:
        return _PEOPLE
    word = words.folded[at]
    preceded = at and table.element("speech", "in").matches(words.folded[at - 1])
    placed = preceded and name.whole and not words.breaks[at]
    if placed or table.element("speech", "forms").matches(word):
        return _FORM
    return _NAMED if name.clear else _PEOPLE


def _has_cue(words: Words, table: Table, at: int) -> bool:
    """Whether "speaks", "language" or the like stands near, in the same sentence."""
    cue = table.element("speech", "cues")
    return any(cue.matches(words.folded[place]) for place in _around(words, at))


def _around(words: Words, at: int) -> Iterator[int]:
    for place in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if words.breaks[place + 1] == SENTENCE:
            break
        yield place
    for place in range(at + 1, min(len(words), at + 1 + _NEAR)):
        if words.breaks[place] == SENTENCE:
            break
        yield place


def _is_joined(words: Words, table: Table, before: int, at: int) -> bool:
    """Whether only "and", "or", "nor" or a comma stands between two languages."""
    joints = table.element("speech", "joints")
    between = words.folded[before + 1 : at]
    return (
        len(between) <= 2
        and all(joints.matches(word) for word in between)
        and words.breaks[at] != SENTENCE
    )


def _is_negated(words: Words, table: Table, at: int, mentions: tuple[int, int]) -> bool:
    """Whether "no", "not" or "hardly" goes with the language at ``at`` and no neighbour."""
    refusal, only = table.element("speech", "not"), table.element("speech", "only")
    for place in range(at - 1, max(mentions[0], at - 1 - _NEAR_NOT), -1):
        if words.breaks[place + 1] == SENTENCE or only.matches(words.folded[place]):
            break
        if refusal.matches(words.folded[place]):
            return not _is_exception(words, table, place, at)
        if words.breaks[place + 1] == CLAUSE:
            break
    last = min(mentions[1], at + 1 + _NEAR_NOT)
    for place in () if _is_compound(words, at, table) else range(at + 1, last):
        if words.breaks[place] or table.element("speech", "joints").matches(words.folded[place]):
            return False
        if refusal.matches(words.folded[place]):
            cues = table.element("speech", "cues")
            said = any(map(cues.matches, words.folded[at + 1 : place + 3]))
            return said and not _goes_on(words, place, mentions[1], only)
    return False


def _goes_on(words: Words, place: int, following: int, only: Element) -> bool:
    """Whether the "not" at ``place`` belongs to the language that is named next."""
    between = range(place + 1, min(following + 1, len(words)))
    parted = any(words.breaks[at] or only.matches(words.folded[at]) for at in between)
    return following < len(words) and following - place <= _NEXT and not parted


def _is_compound(words: Words, at: int, table: Table) -> bool:
    """Whether the word says "speaking" itself (arabischsprachig); no "not" behind touches it."""
    name = language_name(words.folded[at], table)
    return bool(name and name.rest and table.element("speech", "suffixes").matches(name.rest))


def _is_exception(words: Words, table: Table, place: int, at: int) -> bool:
    """The French "ne parle que le somali": nothing but."""
    but = table.element("speech", "except")
    return any(but.matches(word) for word in words.folded[place + 1 : at])
