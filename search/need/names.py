"""Names of people, masked by what introduces them, by common given names and by their capitals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.text import fold
from search.need.known import KnownWords
from search.need.tables import SHARED, Table
from search.need.tables import table as load_table
from search.need.words import CLAUSE, SENTENCE, Words

__all__ = ["names"]

Span = tuple[int, int]
_LONGEST = 4
"""Words that one name has at most."""

_TELLING = 0.45
"""Share of capitalised words above which capitals say nothing (titles, shouting)."""

_GIVEN = Path(__file__).with_name("data") / "given_names.txt"


@dataclass(frozen=True, slots=True)
class _Sight:
    """What the rules look at; ``telling`` says whether capitals mean something in this text."""

    words: Words
    table: Table
    known: KnownWords
    telling: bool
    nouns: bool
    """Whether the language writes nouns with a capital, so that a capital alone tells nothing."""


def names(known: KnownWords) -> list[Span]:
    """Where names stand (character offsets)."""
    words, table = known.words, known.table
    sight = _Sight(words, table, known, _is_telling(words), table.language == "de")
    found: list[tuple[int, int]] = [
        *_introduced(sight),
        *_given(sight),
        *_followed(sight),
    ]
    if sight.telling and not sight.nouns:
        found += _capitalised(sight)
    return [(words.starts[start], words.ends[end - 1]) for start, end in found if end > start]


@cache
def _given_names() -> frozenset[str]:
    return frozenset(fold(name) for name in _GIVEN.read_text(encoding="utf-8").split())


@cache
def _particles() -> frozenset[str]:
    return load_table(SHARED).words("names", "particles")


def _is_telling(words: Words) -> bool:
    """Whether few enough words are capitalised; a German noun is, so nouns do not count there."""
    letters = [word for word in words.typed if word[0].isalpha()]
    inner = sum(word[0].isupper() for word in letters)
    shouting = sum(word.isupper() and len(word) > 1 for word in letters)
    if len(letters) <= _LONGEST:
        return shouting < len(letters)
    return inner / len(letters) < _TELLING or (shouting < 2 and inner / len(letters) < 0.7)


def _introduced(sight: _Sight) -> Iterator[tuple[int, int]]:
    """After "named", "my son", "Mrs"."""
    words = sight.words
    for cue in sight.table.phrases("names", "named", "kin", "titles").find(words):
        at = cue.end
        if at >= len(words) or words.breaks[at] == SENTENCE:
            continue
        if sight.known.is_known(at):
            continue
        given = cue.label != "titles" and words.folded[at] in _given_names()
        if _is_capital(sight, at) and not _is_acronym(words, at):
            yield at, _run(sight, at)
        elif given or (cue.label == "named" and not sight.telling):
            yield at, at + 1


def _followed(sight: _Sight) -> Iterator[tuple[int, int]]:
    """Before a word such as the Hungarian "nevű" (called)."""
    for cue in sight.table.phrases("names", "named_after").find(sight.words):
        start = cue.start
        while start > 0 and cue.start - start < 3 and _is_capital(sight, start - 1):
            start -= 1
        yield start, cue.start


def _given(sight: _Sight) -> Iterator[tuple[int, int]]:
    """Common given names, with the capitalised words after them."""
    words = sight.words
    for at, word in enumerate(words.folded):
        if word not in _given_names() or not _is_capital(sight, at) or sight.known.is_day(at):
            continue
        if sight.table.element("names", "common").matches(word):
            continue
        if not (_begins(words, at) and sight.known.is_common(at)):
            yield at, _run(sight, at)


def _capitalised(sight: _Sight) -> Iterator[tuple[int, int]]:
    """Capitalised words inside a sentence that nothing else explains."""
    words, at = sight.words, 0
    while at < len(words):
        end = at
        while end < len(words) and (end == at or not words.breaks[end]) and _is_strange(sight, end):
            end += 1
        if end > at and (not _begins(words, at) or end - at > 1):
            yield at, end
        at = max(end, at + 1)


def _is_strange(sight: _Sight, at: int) -> bool:
    words = sight.words
    return (
        _is_capital(sight, at)
        and len(words.typed[at]) > 1
        and not _is_acronym(words, at)
        and not sight.known.is_known(at)
    )


def _begins(words: Words, at: int) -> bool:
    """Whether the word begins a sentence or quotation, where any word has a capital."""
    return words.breaks[at] == SENTENCE or words.before(at) in "\"'“„«»:(…-–—>*•"


def _run(sight: _Sight, at: int) -> int:
    """The end of a name that begins at ``at``: capitalised words, particles between them."""
    words, end = sight.words, at + 1
    while end < len(words) and end - at < _LONGEST and words.breaks[end] < CLAUSE:
        joins = words.folded[end] in _particles() and end + 1 < len(words)
        if not (_is_part(sight, end) or (joins and _is_part(sight, end + 1))):
            break
        end += 1
    return end


def _is_part(sight: _Sight, at: int) -> bool:
    if not _is_capital(sight, at) or _is_acronym(sight.words, at):
        return False
    return not sight.known.is_known(at)


def _is_capital(sight: _Sight, at: int) -> bool:
    return sight.words.typed[at][0].isupper()


def _is_acronym(words: Words, at: int) -> bool:
    word = words.typed[at]
    return 1 < len(word) <= 6 and word.isupper()
