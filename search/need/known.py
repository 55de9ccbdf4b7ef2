"""Words with a capital that are no names: places of the map, languages, countries, months."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError

from ontology.text import fold
from ontology.vocabulary import Vocabulary
from search.model import Reading
from search.need.languages import is_place_name, language_name
from search.need.tables import SHARED, Table
from search.need.tables import table as load_table
from search.need.words import Words

__all__ = ["KnownWords", "months"]

_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class KnownWords:
    """Which words of a text are known not to be a person's name."""

    words: Words
    table: Table
    vocabulary: Vocabulary
    placed: frozenset[int]
    """Places of words that name an area of the map."""

    @classmethod
    def of(
        cls, words: Words, table: Table, vocabulary: Vocabulary, areas: Sequence[Reading]
    ) -> KnownWords:
        """What is known of ``words``, in which ``areas`` were found."""
        spans = ((a, bisect_left(words.starts, a.end)) for a in areas)
        placed = {at for a, end in spans for at in range(bisect_left(words.starts, a.start), end)}
        return cls(words, table, vocabulary, frozenset(placed))

    def is_known(self, at: int) -> bool:
        """Whether the word is a place, a language, a day, or one of everyday speech."""
        word = self.words.folded[at]
        return (
            at in self.placed
            or word in load_table(SHARED).words("names", "things")
            or self.is_day(at)
            or language_name(word, self.table) is not None
            or is_place_name(word, self.table.language)
            or self.is_common(at)
        )

    def is_day(self, at: int) -> bool:
        """Whether the word is a day or a month."""
        return self.words.folded[at] in _calendar(self.table.language)

    def is_common(self, at: int) -> bool:
        """Whether the word is one of everyday speech, as far as vocabulary and table go."""
        word = self.words.folded[at]
        if self.table.element("names", "common").matches(word):
            return True
        return word in _everyday(self.vocabulary, self.table.language)


@cache
def months(language: str) -> frozenset[str]:
    """Names of the months, folded."""
    return _calendar_words(language, "months")


@cache
def _calendar(language: str) -> frozenset[str]:
    return months(language) | _calendar_words(language, "days")


def _calendar_words(language: str, what: str) -> frozenset[str]:
    try:
        forms = getattr(Locale.parse(language), what)
    except (UnknownLocaleError, ValueError):
        forms = getattr(Locale.parse("en"), what)
    names = (
        name
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in forms[form][width].values()
    )
    return frozenset(word for name in names for word in fold(name.rstrip(".")).split())


@lru_cache(64)
def _everyday(vocabulary: Vocabulary, language: str) -> frozenset[str]:
    """Every word of the vocabulary in one language: more than enough to know its everyday words."""
    texts = [text.text for text in vocabulary.texts(language)]
    for concept in vocabulary.concepts():
        texts += vocabulary.labels(concept.iri, language).all
    return frozenset(_LETTERS.findall(fold(" ".join(texts))))
