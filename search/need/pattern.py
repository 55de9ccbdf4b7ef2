"""Phrases as data: found in running text in one pass, whatever the endings, in linear time.

A phrase is words separated by blanks. ``word*`` takes any ending, ``*word`` any beginning,
``*word*`` both; ``a|b`` are alternatives; ``_`` is any one word; ``word?`` may be missing; ``..``
bridges up to three words. Case, diacritics and hyphens do not matter; a phrase never crosses the
end of a sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ontology.text import fold
from search.need.words import SENTENCE, Words

__all__ = ["Element", "Found", "Phrases", "without"]

_BRIDGE = 3
"""Words that ``..`` may pass over; more would join what does not belong together."""

_JOIN = re.compile(r"-|['’](?![\u0400-\u04ff])")
"""What parts words in a phrase as it does in a text."""

_TRANSCRIBED = str.maketrans({"å": "aa", "ä": "ae", "ö": "oe", "ø": "oe", "ü": "ue"})
"""How letters are written on a keyboard that lacks them; ``fold`` covers leaving the marks away."""

_GAP = ".."
_KEY = 3
"""First letters by which phrases that begin with an open word are reached."""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that stands at words ``start`` to ``end`` (the last excluded)."""

    label: str
    start: int
    end: int


class Element:
    """One word of a phrase: alternatives, each with open or closed ends."""

    def __init__(self, alternatives: Iterable[str]) -> None:
        self.exact: set[str] = set()
        self.prefixes: tuple[str, ...] = ()
        self.suffixes: tuple[str, ...] = ()
        self.infixes: tuple[str, ...] = ()
        self.anything = False
        for piece in alternatives:
            self._add(piece)

    def _add(self, piece: str) -> None:
        bare = piece.strip("*").lower()
        words = tuple(dict.fromkeys((fold(bare), fold(bare.translate(_TRANSCRIBED)))))
        if piece == "_":
            self.anything = True
        elif piece.startswith("*") and piece.endswith("*"):
            self.infixes += words
        elif piece.startswith("*"):
            self.suffixes += words
        elif piece.endswith("*"):
            self.prefixes += words
        else:
            self.exact.update(words)

    def matches(self, word: str) -> bool:
        """Whether a folded word is one of the alternatives."""
        return (
            word in self.exact
            or word.startswith(self.prefixes)
            or word.endswith(self.suffixes)
            or any(part in word for part in self.infixes)
            or self.anything
        )


_Row = tuple[str, tuple[Element | None, ...]]


class Phrases:
    """Labelled phrases, reachable by their first word."""

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        self._exact: dict[str, list[_Row]] = defaultdict(list)
        self._open: dict[str, list[_Row]] = defaultdict(list)
        self._loose: list[_Row] = []
        for label, spelled in phrases.items():
            for phrase in spelled:
                for pieces in _variants(_JOIN.sub(" ", phrase).split()):
                    self._add(label, pieces)

    def _add(self, label: str, pieces: Sequence[str]) -> None:
        elements = tuple(None if p == _GAP else Element(p.split("|")) for p in pieces)
        first = elements[0]
        if first is None:
            message = f"a phrase cannot begin with {_GAP}: {' '.join(pieces)}"
            raise ValueError(message)
        row = (label, elements)
        for word in first.exact:
            self._exact[word].append(row)
        for prefix in first.prefixes:
            (self._open[prefix[:_KEY]] if len(prefix) >= _KEY else self._loose).append(row)
        if first.suffixes or first.infixes or first.anything:
            self._loose.append(row)

    def find(self, words: Words) -> list[Found]:
        """Every place of every phrase, left to right, the longest of each label at each place."""
        return [found for at in range(len(words)) for found in self.at(words, at)]

    def at(self, words: Words, at: int) -> list[Found]:
        """The phrases that begin at word ``at``, the longest of each label."""
        ends: dict[str, int] = {}
        for label, elements in self._candidates(words.folded[at]):
            end = _end(elements, 0, words, at)
            if end > ends.get(label, at):
                ends[label] = end
        return [Found(label, at, end) for label, end in ends.items()]

    def _candidates(self, word: str) -> Iterator[_Row]:
        yield from self._exact.get(word, ())
        yield from self._open.get(word[:_KEY], ())
        yield from self._loose


def without(found: Sequence[Found], label: str) -> list[Found]:
    """What was found, less the phrases of ``label`` and all that overlap one."""
    covered = {at for f in found if f.label == label for at in range(f.start, f.end)}
    return [f for f in found if f.label != label and covered.isdisjoint(range(f.start, f.end))]


def _variants(pieces: list[str]) -> Iterator[list[str]]:
    """The phrase with and without each word marked ``?``."""
    for at, piece in enumerate(pieces):
        if piece.endswith("?"):
            yield from _variants([*pieces[:at], *pieces[at + 1 :]])
            yield from _variants([*pieces[:at], piece[:-1], *pieces[at + 1 :]])
            return
    if pieces:
        yield pieces


def _end(elements: Sequence[Element | None], done: int, words: Words, at: int) -> int:
    """The word after the phrase if ``elements[done:]`` stand at word ``at``, else -1."""
    if done == len(elements):
        return at
    if at >= len(words) or (done and words.breaks[at] == SENTENCE):
        return -1
    element = elements[done]
    if element is None:
        ends = (_end(elements, done + 1, words, at + skip) for skip in _bridge(words, at))
        return next((end for end in ends if end >= 0), -1)
    return _end(elements, done + 1, words, at + 1) if element.matches(words.folded[at]) else -1


def _bridge(words: Words, at: int) -> Iterator[int]:
    """How many words may be passed over: none, then up to ``_BRIDGE`` within the sentence."""
    for skip in range(_BRIDGE + 1):
        if skip and at + skip < len(words) and words.breaks[at + skip] == SENTENCE:
            return
        yield skip
