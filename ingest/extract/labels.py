"""The vocabulary's labels in running text, without matches too weak to build on."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.label_index import LabelMatch
from ontology.text import lemmas
from ontology.vocabulary import Vocabulary

__all__ = ["find", "loosely", "nearest"]

_SHORTEST = 4
"""Shorter words are often something else ("ska", "have"), unless written in capitals."""

_TELLING = 4
_STEM = 7
_LEAST_SHARED = 0.45
"""Share of the long words of text and label together that they have in common."""

_BRITISH = re.compile(r"(?<=[a-z])iz(?=(?:e|ed|es|ing|ations?|ational)\b)")


def find(vocabulary: Vocabulary, text: str, language: str, scheme: str) -> list[LabelMatch]:
    """Labels of a scheme in the text, left to right, none inside another."""
    if language == "en":
        text = _BRITISH.sub("is", text)
    found = vocabulary.find_labels(text, language, scheme)
    kept = (
        m
        for m in found
        if (len(m.text) >= _SHORTEST or m.text.isupper()) and text[m.start - 1 : m.start] != "-"
    )
    return sorted(kept, key=lambda match: match.start)


def loosely(vocabulary: Vocabulary, text: str, language: str, scheme: str) -> list[str]:
    """Concepts all of whose label's words stand somewhere in the text, the longest label first."""
    words = set(lemmas(text, language))
    rows = [
        (len(key), iri)
        for key, iri in _keys(vocabulary, language, scheme)
        if len(key) > 1 and words.issuperset(key)
    ]
    most = max((size for size, _ in rows), default=0)
    return list(dict.fromkeys(iri for size, iri in rows if size == most))


def nearest(vocabulary: Vocabulary, text: str, language: str, scheme: str) -> str:
    """The concept whose label shares most of its long words with the text; empty when none does."""
    words = {word for word in lemmas(text, language) if len(word) >= _TELLING}
    best: tuple[float, str] = (_LEAST_SHARED, "")
    for key, iri in _keys(vocabulary, language, scheme):
        telling = {word for word in key if len(word) >= _TELLING}
        shared = sum(any(_is_form(word, other) for other in telling) for word in words)
        share = shared / (len(telling) + len(words) - shared) if telling else 0.0
        if share > best[0]:
            best = (share, iri)
    return best[1]


def _is_form(word: str, other: str) -> bool:
    """Whether they are one word, or a form of it that the lemmas do not know."""
    if word == other:
        return True
    longer, shorter = (word, other) if len(word) > len(other) else (other, word)
    return len(shorter) >= _STEM and longer.startswith(shorter) and len(longer) - len(shorter) < 4


@lru_cache(64)
def _keys(
    vocabulary: Vocabulary, language: str, scheme: str
) -> tuple[tuple[frozenset[str], str], ...]:
    return tuple(
        (frozenset(lemmas(label, language)), concept.iri)
        for concept in vocabulary.concepts(scheme)
        for label in vocabulary.labels(concept.iri, language).all
    )
