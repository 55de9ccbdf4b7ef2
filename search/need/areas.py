"""Areas known to the map, in running text: whole, inflected ("Mariboru") or slightly misspelt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from search.model import Reading
from search.need.negation import is_refused
from search.need.tables import Table
from search.need.words import Words

__all__ = ["area_of", "areas"]

_WHOLE, _INFLECTED, _LOWER, _SLIP, _DOUBTFUL = 0.95, 0.85, 0.75, 0.65, 0.4
"""Certainty of a name as the map has it, inflected, without capital, misspelt, or a common word."""

_COUNTS = 0.6
_KEY = 3
_LEAST_STEM = 4
"""Letters that an inflected name keeps; "Lund" may become "Lundu", "Ulm" stays "Ulm"."""

_LEAST_SLIP = 7
"""Letters of a name in which one wrong key still leaves no other word."""

_MOST_SLIP = 40
"""Letters that the longest name of a place has; longer words are no slip of one."""

_LONGEST_ENDING = 4
_VOWELS = "aeiouy"


@dataclass(frozen=True)
class _Names:
    """The map's names by the first letters of their first word, and by forms with a letter less."""

    by_key: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    slips: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)


def areas(words: Words, known: tuple[str, ...], table: Table) -> list[Reading]:
    """Areas named in the text, the longest name at each place, left to right."""
    names = _names(known)
    readings: list[Reading] = []
    at = 0
    while at < len(words):
        best = max(_at(words, at, names, table), default=None)
        if best:
            length, score, name = best
            start, end = words.starts[at], words.ends[at + length - 1]
            readings.append(Reading("area", name, score, start, end, is_refused(words, at, table)))
            at += length
        else:
            at += 1
    return readings


def area_of(readings: Sequence[Reading]) -> str:
    """The surest area, the first of equals; empty without one."""
    wanted = [r for r in readings if r.kind == "area" and r.score >= _COUNTS and not r.negated]
    return max(wanted, key=lambda r: r.score).value if wanted else ""


@lru_cache(16)
def _names(known: tuple[str, ...]) -> _Names:
    by_key: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    slips: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name in known:
        parts = Words.of(name).folded
        if not parts or not any(part[0].isalpha() for part in parts):
            continue
        by_key[parts[0][:_KEY]].append((parts, name))
        if len(parts[0]) >= _LEAST_SLIP:
            for form in {parts[0], *_shorter(parts[0])}:
                slips[form].append((parts, name))
    return _Names(dict(by_key), dict(slips))


def _at(words: Words, at: int, names: _Names, table: Table) -> Iterator[tuple[int, float, str]]:
    """Names that begin at word ``at``: how many words, how sure, which."""
    word = words.folded[at]
    sure = False
    for parts, name in names.by_key.get(word[:_KEY], ()):
        if score := _score(words, at, parts, table):
            sure = True
            yield len(parts), score, name
    written = _LEAST_SLIP - 1 <= len(word) <= _MOST_SLIP and words.typed[at][0].isupper()
    if written and not sure:
        forms = {word, *_shorter(word)}
        for parts, name in dict.fromkeys(p for form in forms for p in names.slips.get(form, ())):
            if _is_slip(word, parts[0]) and words.folded[at + 1 : at + len(parts)] == parts[1:]:
                yield len(parts), _SLIP, name


def _score(words: Words, at: int, parts: tuple[str, ...], table: Table) -> float:
    """How sure the name ``parts`` stands at word ``at``; 0 if it does not."""
    end = at + len(parts)
    if end > len(words) or any(words.breaks[at + 1 : end]):
        return 0.0
    found = words.folded[at:end]
    capital = words.typed[at][0].isupper() or not words.typed[at][0].islower()
    if found == parts:
        return _WHOLE if capital or len(parts) > 1 else _of_lower(words, at, table)
    if not capital or not all(map(_is_form, found, parts)):
        return 0.0
    return _INFLECTED


def _of_lower(words: Words, at: int, table: Table) -> float:
    """A name without capital is sure after "in" or if long; else it may be another word."""
    placed = at and table.element("areas", "in").matches(words.folded[at - 1])
    return _LOWER if placed or len(words.folded[at]) >= _LEAST_SLIP else _DOUBTFUL


def _is_form(word: str, name: str) -> bool:
    """Whether ``word`` is ``name`` with another ending."""
    if word == name:
        return True
    stem = name.rstrip(_VOWELS) if len(name.rstrip(_VOWELS)) >= _LEAST_STEM else name
    if len(stem) < _LEAST_STEM or not word.startswith(stem):
        return False
    return len(word) - len(stem) <= _LONGEST_ENDING and not word.startswith(f"{stem}ning")


def _shorter(word: str) -> Iterator[str]:
    """The word with one letter left out, at each place but the first."""
    return (word[:at] + word[at + 1 :] for at in range(1, len(word)))


def _is_slip(word: str, name: str) -> bool:
    """Whether one letter is missing, doubled, wrong, or two neighbours are swapped."""
    if abs(len(word) - len(name)) > 1 or word == name:
        return False
    start = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), None)
    if start is None:
        return True
    rest, true = word[start:], name[start:]
    swapped = rest[:2] == true[:2][::-1] and rest[2:] == true[2:]
    return swapped or rest[1:] == true or rest == true[1:] or rest[1:] == true[1:]
