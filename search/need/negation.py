"""What is not wanted: "not the police", "kein Jugendamt", "rendőrséget ne"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ontology.terms import scheme_of, slug_of
from ontology.vocabulary import Vocabulary
from search.model import Reading
from search.need.tables import SHARED, Table
from search.need.tables import table as load_table
from search.need.words import SENTENCE, Words

__all__ = ["is_refused", "refusals"]

_SAID = 0.8
_REACH = 4
"""Words between the "not" and what is not wanted: "not have to involve the police"."""

_LEAST_SHARED, _ENDING = 4, 4
"""Letters that two forms of a word share at least, and letters that an ending has at most."""


@dataclass(frozen=True, slots=True)
class _Label:
    words: tuple[str, ...]
    kind: str
    slug: str


def refusals(words: Words, table: Table, vocabulary: Vocabulary) -> list[Reading]:
    """Partner types and topics that the text refuses, ``negated``."""
    found: dict[tuple[str, str], Reading] = {}
    for at, kinds in _places(words, table):
        for label in _labels(vocabulary, table.language).get(words.folded[at][:3], ()):
            if label.kind in kinds and _stands(words, at, label):
                end = words.ends[at + len(label.words) - 1]
                reading = Reading(label.kind, label.slug, _SAID, words.starts[at], end, True)
                found.setdefault((label.kind, label.slug), reading)
    return list(found.values())


def is_refused(words: Words, at: int, table: Table) -> bool:
    """Whether "not" stands before word ``at``, with nothing but small words between."""
    refuses, small = table.element("negation", "not"), table.element("negation", "small")
    for place in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if words.breaks[place + 1]:
            return False
        if refuses.matches(words.folded[place]):
            return True
        if not small.matches(words.folded[place]):
            return False
    return False


def _places(words: Words, table: Table) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Words that may begin what is refused: after a "not", after a wish, or before a "not"."""
    refuses, small = table.element("negation", "not"), table.element("negation", "small")
    for at, word in enumerate(words.folded):
        if refuses.matches(word):
            for place in _following(words, at):
                yield place, ("type", "topic") if place == at + 1 else ("type",)
                if not small.matches(words.folded[place]):
                    break
    for found in table.phrases("negation", "wish").find(words):
        for place in _following(words, found.end - 1):
            yield place, ("type",)
    for found in table.phrases("negation", "behind").find(words):
        for place in range(max(0, found.start - 2), found.start):
            if not any(words.breaks[place + 1 : found.start + 1]):
                yield place, ("type",)


def _following(words: Words, at: int) -> Iterator[int]:
    for place in range(at + 1, min(len(words), at + 2 + _REACH)):
        if words.breaks[place] == SENTENCE or (words.breaks[place] and place > at + 1):
            return
        yield place


@lru_cache(64)
def _labels(vocabulary: Vocabulary, language: str) -> dict[str, tuple[_Label, ...]]:
    """Labels by the first letters of their first word."""
    found: dict[str, list[_Label]] = {}
    places = load_table(SHARED).words("negation", "places")
    for scheme, kind in (("partner-type", "type"), ("need", "topic")):
        for concept in vocabulary.concepts(scheme):
            slug = slug_of(concept.iri)
            if slug in places or scheme_of(concept.iri) != scheme:
                continue
            for label in vocabulary.labels(concept.iri, language).all:
                if parts := Words.of(label).folded:
                    found.setdefault(parts[0][:3], []).append(_Label(parts, kind, slug))
    return {key: tuple(labels) for key, labels in found.items()}


def _stands(words: Words, at: int, label: _Label) -> bool:
    found = words.folded[at : at + len(label.words)]
    return len(found) == len(label.words) and all(map(_is_form, found, label.words))


def _is_form(word: str, label: str) -> bool:
    """Whether two words are forms of one: what they share is long, what they do not is short."""
    if word == label:
        return True
    shared = next(
        (i for i, (a, b) in enumerate(zip(word, label, strict=False)) if a != b),
        min(len(word), len(label)),
    )
    return (
        shared >= max(_LEAST_SHARED, len(label) - 2)
        and len(word) - shared <= _ENDING
        and len(label) - shared <= 2
    )
