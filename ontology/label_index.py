"""Finds the labels of one language in running text, whatever inflected form they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ontology.lemma import lemma
from ontology.terms import scheme_of
from ontology.text import Token, fold, tokens

__all__ = ["LabelIndex", "LabelMatch"]


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """A label found in a text: whose it is, and where it stands (character offsets)."""

    iri: str
    start: int
    end: int
    text: str


_Entry = tuple[tuple[str, ...], str]


class LabelIndex:
    """Labels as sequences of folded lemmas, reachable by their first one."""

    def __init__(self, entries: dict[str, list[_Entry]], language: str) -> None:
        self._entries = entries
        self._language = language

    @classmethod
    def build(cls, labels: Iterable[tuple[str, str]], language: str) -> LabelIndex:
        """An index of (IRI, label) rows, all in ``language``."""
        entries: dict[str, list[_Entry]] = defaultdict(list)
        for iri, label in labels:
            if key := tuple(_keys(tokens(label), language)):
                entries[key[0]].append((key, iri))
        for found in entries.values():
            found.sort(key=lambda entry: -len(entry[0]))
        return cls(entries, language)

    def find(self, text: str, scheme: str = "") -> list[LabelMatch]:
        """The longest labels at each place, left to right; all concepts that share it."""
        words = tokens(text)
        keys = _keys(words, self._language)
        matches: list[LabelMatch] = []
        at = 0
        while at < len(keys):
            found = self._at(keys, at, scheme)
            length = len(found[0][0]) if found else 1
            start, end = words[at].start, words[at + length - 1].end
            matches += [LabelMatch(iri, start, end, text[start:end]) for _, iri in found]
            at += length
        return matches

    def _at(self, keys: Sequence[str], at: int, scheme: str) -> list[_Entry]:
        """Entries of the greatest length that begin here."""
        found: dict[str, _Entry] = {}
        for key, iri in self._entries.get(keys[at], ()):
            if found and len(key) < len(next(iter(found.values()))[0]):
                break
            if scheme in ("", scheme_of(iri)) and tuple(keys[at : at + len(key)]) == key:
                found[iri] = (key, iri)
        return list(found.values())


def _keys(words: Sequence[Token], language: str) -> list[str]:
    return [fold(lemma(word.text.lower(), language)) for word in words]
