"""What is not wanted: "not the police", "kein Jugendamt", "rendőrséget ne"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ontology.vocabulary import Vocabulary
from search.model import Reading
from search.need.pattern import Element
from search.need.tables import SHARED, Table
from search.need.tables import table as load_table
from search.need.words import Words

__all__ = ["is_refused", "refusals"]

_TYPE, _TOPIC = "partner-type", "need"
_KINDS = {_TYPE: "type", _TOPIC: "topic"}
"""Kind of reading for each scheme of the vocabulary."""

_SAID = 0.8
_KEY = 3
_REACH = 4
"""Words between the "not" and what is not wanted: "not have to involve the police"."""

_NEAR = 2
"""Words after "it is not" among which the topic begins."""

_LEAST_SHARED, _ENDING = 4, 4
"""Letters that two forms of a word share at least, and letters that an ending has at most."""


@dataclass(frozen=True, slots=True)
class _Label:
    words: tuple[str, ...]
    slug: str


def refusals(words: Words, table: Table, vocabulary: Vocabulary) -> list[Reading]:
    """Partner types and topics that the text refuses, ``negated``."""
    found: dict[tuple[str, str], Reading] = {}
    for at, scheme in _places(words, table):
        for label in _labels(vocabulary, scheme, table.language).get(words.folded[at][:_KEY], ()):
            if _stands(words, at, label):
                end = words.ends[at + len(label.words) - 1]
                reading = Reading(_KINDS[scheme], label.slug, _SAID, words.starts[at], end, True)
                found.setdefault((scheme, label.slug), reading)
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


def _places(words: Words, table: Table) -> Iterator[tuple[int, str]]:
    """Words that may begin what is refused, and the scheme in which to look it up."""
    refuses, small = table.element("negation", "not"), table.element("negation", "small")
    for at, word in enumerate(words.folded):
        if refuses.matches(word):
            for place in _following(words, at):
                yield place, _TYPE
                if not small.matches(words.folded[place]):
                    break
    for found in table.phrases("negation", "wish", "behind", "about").find(words):
        if found.label == "behind":
            first = max(0, found.start - 2)
            places = [at for at in range(first, found.start) if not words.breaks[at + 1]]
        else:
            places = list(_following(words, found.end - 1))
            if found.label == "about":
                places = places[:_NEAR]
        for place in places:
            yield place, _TOPIC if found.label == "about" else _TYPE


def _following(words: Words, at: int) -> Iterator[int]:
    for place in range(at + 1, min(len(words), at + 2 + _REACH)):
        if words.breaks[place]:
            return
        yield place


@lru_cache(128)
def _labels(vocabulary: Vocabulary, scheme: str, language: str) -> dict[str, list[_Label]]:
    """Labels of a scheme by the first letters of their first word."""
    found: dict[str, list[_Label]] = defaultdict(list)
    refused = load_table(SHARED).words("negation", "refused")
    joints = load_table(language).element("speech", "joints")
    for concept in vocabulary.concepts(scheme):
        if scheme == _TYPE and concept.slug not in refused:
            continue
        for label in vocabulary.labels(concept.iri, language).all:
            for parts in _parts(label, joints):
                found[parts[0][:_KEY]].append(_Label(parts, concept.slug))
    return dict(found)


def _parts(label: str, joints: Element) -> Iterator[tuple[str, ...]]:
    """The words of a label, and both of one such as "police et gendarmerie"."""
    words = Words.of(label).folded
    if words:
        yield words
    if len(words) == 3 and joints.matches(words[1]) and "-" not in label:
        yield from ((words[0],), (words[2],))


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
    return shared >= max(_LEAST_SHARED, len(label) - 1) and len(word) - shared <= _ENDING
