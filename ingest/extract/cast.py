"""Who acts in a text: partners named in it, by name or by kind, each under one IRI."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.model import Organization, Text
from ingest.extract.context import Collector, Context
from ingest.extract.kinds import ROLE_AT
from ingest.extract.labels import find, loosely, nearest
from ingest.model import Block
from ontology.terms import concept_iri, slug_of
from ontology.text import Token, fold, lemmas, tokens

__all__ = ["NETWORK", "Cast", "Mention"]

NETWORK = concept_iri("partner-type", "network")
_EXTRACTOR = "prose"
_LONGEST_NAME = 8
"""Words; a name has fewer."""

_CONFIDENT, _GENERIC = 0.9, 0.7
"""How sure a partner with a name of its own is, and one known by its kind alone."""

_OPENING = 3
"""Blocks in which a text without a partner in its title says whose it is."""

_ITSELF = (NETWORK, concept_iri("partner-type", "help-desk"))
"""Kinds that a title may name without a name of their own."""

_PAREN = re.compile(r"\s*\([^)]*\)\s*")
_DETERMINER = re.compile(
    r"^(?:the|an?|de[nt]?|der|die|das|les?|la|l['’]|het|az?)\s+", re.IGNORECASE
)
_QUOTES = "„“”\"'«»’ "
_WORD = r"[A-ZÀ-Ž][\w’'-]*"
_AFTER = re.compile(rf"\s+[„“”\"'«]?({_WORD}(?:\s+{_WORD})*)")
_BEFORE = re.compile(rf"(?:{_WORD}[ \u00a0]+)+$")
_ARTICLE = re.compile(
    r"^(?:The|An?|De[nt]?|Der|Die|Das|Les?|La|Het|Een|Ett?|En|Az?|In|At|Our|Vores|Vår)\s+"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A partner at a place in a text (character offsets)."""

    start: int
    end: int
    key: str
    name: str
    types: tuple[str, ...]
    is_named: bool = False


@dataclass(slots=True)
class Cast:
    """Finds the partners in a document's sentences; puts one on the heap once it is needed."""

    context: Context
    heap: Collector
    counts: Counter[tuple[str, ...]] = field(default_factory=Counter)
    main: str = ""
    """IRI of the partner that the document is about."""
    by_key: dict[str, str] = field(default_factory=dict)

    def learn(self, texts: Iterable[str]) -> None:
        """Count word sequences: those that come back are names."""
        for text in texts:
            words = lemmas(text, self.context.language)
            for size in range(2, _LONGEST_NAME + 1):
                for at in range(len(words) - size + 1):
                    self.counts[tuple(words[at : at + size])] += 1

    def mentions(self, text: str) -> list[Mention]:
        """The partners in a text, left to right, none inside another."""
        language, vocabulary = self.context.language, self.context.vocabulary
        rows: list[tuple[int, int, str]] = []
        for scheme in ("partner-type", "role"):
            for match in find(vocabulary, text, language, scheme):
                if scheme == "partner-type" or slug_of(match.iri) in ROLE_AT:
                    rows.append((match.start, match.end, match.iri))
        rows.sort(key=lambda row: (row[0], -row[1]))
        found: list[Mention] = []
        for at, (start, end, iri) in enumerate(rows):
            if found and start < found[-1].end:
                continue
            stop = next((s for s, _, _ in rows[at + 1 :] if s >= end), len(text))
            mention = self._mention(text, (start, end, stop), iri)
            while found and found[-1].end > mention.start:
                found.pop()
            found.append(mention)
        return found

    def member(self, text: str) -> Mention:
        """The partner that a whole entry of a list names."""
        text = _DETERMINER.sub("", _PAREN.sub(" ", text).strip(" .,;:–—-"))
        found = self.mentions(text)
        types = tuple(dict.fromkeys(kind for mention in found for kind in mention.types))
        if not types:
            types = tuple(self._loose_types(text))
        if len(found) == 1 and found[0].end - found[0].start >= len(text) - 1:
            return found[0]
        key = " ".join(lemmas(text, self.context.language))
        return Mention(0, len(text), key, text, types, is_named=True)

    def add(self, mention: Mention, block: Block, passage: str) -> str:
        """The partner's IRI; it is found from here on."""
        if iri := self._known(mention):
            return iri
        iri, own = self.context.minter.by_name("organization", mention.name)
        language = block.language or self.context.language
        entity = Organization(iri, own, (Text(mention.name, language),), mention.types)
        confidence = _CONFIDENT if mention.is_named else _GENERIC
        evidence = self.context.evidence(passage, block.place, _EXTRACTOR, confidence, language)
        self.heap.add(entity, evidence)
        self.by_key[mention.key] = iri
        return iri

    def find_main(self, title: str, blocks: list[Block]) -> str:
        """The partner that the title speaks of: a network if there is one, else the first named."""
        named = [m for m in self.mentions(title)]
        networks = [m for m in named if NETWORK in m.types]
        own = [m for m in named if m.is_named or m.types[0] in _ITSELF]
        place = next((b for b in blocks if b.text.startswith(title[:20])), blocks[0])
        chosen = next(iter(networks or own), None)
        for block in () if chosen else blocks[:_OPENING]:
            opening = [m for m in self.mentions(block.text) if m.is_named and NETWORK in m.types]
            if opening:
                chosen, place = opening[0], block
                break
        if chosen is None:
            return ""
        self.main = self.add(chosen, place, place.text)
        if NETWORK in chosen.types:
            self.by_key[NETWORK] = self.main
        return self.main

    def _known(self, mention: Mention) -> str:
        """IRI of the same partner: the same name, or the only one of its kind."""
        if mention.key in self.by_key:
            return self.by_key[mention.key]
        if mention.is_named or not mention.types:
            return ""
        alike = [
            iri
            for iri in dict.fromkeys(self.by_key.values())
            if isinstance(known := self.heap.entity(iri), Organization)
            and known.types[:1] == mention.types[:1]
        ]
        return alike[0] if len(alike) == 1 else ""

    def _mention(self, text: str, span: tuple[int, int, int], iri: str) -> Mention:
        """A mention with its name: words that come back with it, or a proper name beside it.

        The span is where the kind begins and ends, and where the next one begins.
        """
        start, end, stop = span
        types = (iri,)
        if slug_of(iri) in ROLE_AT and "/role/" in iri:
            types = (concept_iri("partner-type", ROLE_AT[slug_of(iri)]),)
        words = tokens(text)
        first = next(i for i, token in enumerate(words) if token.end > start)
        last = next((i for i, token in enumerate(words) if token.end >= end), len(words) - 1)
        proper = _proper_name(text, (start, end, stop), self.context.language)
        wide = self._repeated(text, words, (first, last)) if iri == NETWORK else None
        if wide and (not proper or wide[1] - wide[0] > proper[1] - proper[0]):
            name = text[wide[0] : wide[1]]
            name = name[:1].upper() + name[1:]
            return Mention(*wide, NETWORK, name, types, is_named=True)
        if proper:
            name = " ".join(text[proper[0] : proper[1]].strip(_QUOTES).split())
            return Mention(*proper, fold(name), name, types, is_named=True)
        name = self._said(iri, text[start:end])
        return Mention(start, end, iri, name[:1].upper() + name[1:], types)

    def _said(self, iri: str, text: str) -> str:
        """The label in which the text says it, in its basic form."""
        wanted = lemmas(text, self.context.language)
        labels = self.context.vocabulary.labels(iri, self.context.language)
        return next((x for x in labels.all if lemmas(x, self.context.language) == wanted), text)

    def _repeated(
        self, text: str, words: list[Token], span: tuple[int, int]
    ) -> tuple[int, int] | None:
        """Where the longest sequence around the kind lies that comes back in the document."""
        keys = lemmas(text, self.context.language)
        if len(keys) != len(words):
            return None
        first, last = span
        best: tuple[int, int] | None = None
        for low in range(max(0, first - 3), first + 1):
            for high in range(last, min(len(words), low + _LONGEST_NAME)):
                count = self.counts[tuple(keys[low : high + 1])]
                wider = best is None or high - low > best[1] - best[0]
                if count > 1 and wider and self._is_name(text, words, (low, high)):
                    best = (low, high)
        return (words[best[0]].start, words[best[1]].end) if best and best != span else None

    def _is_name(self, text: str, words: list[Token], span: tuple[int, int]) -> bool:
        """No mark inside, and long words at its end: a name does not stop at "in" or "for"."""
        low, high = span
        inside = text[words[low].start : words[high].end]
        edges = [words[high].text] if low == high else [words[low].text, words[high].text]
        return not re.search(r"[.,;:()!?]", inside) and (len(edges[-1]) > 3 or edges[-1].isdigit())

    def _loose_types(self, text: str) -> list[str]:
        vocabulary, language = self.context.vocabulary, self.context.language
        if found := loosely(vocabulary, text, language, "partner-type"):
            return found[:1]
        if near := nearest(vocabulary, text, language, "partner-type"):
            return [near]
        needs = find(vocabulary, text, language, "need")
        answers: Counter[str] = Counter()
        for match in needs[:1]:
            below = vocabulary.narrower(match.iri) or (match.iri,)
            for iri in below:
                concept = vocabulary.by_iri(iri)
                answers.update(concept.answered_by[:1] if concept else ())
        if not answers and (role := nearest(vocabulary, text, language, "role")):
            return [
                concept_iri("partner-type", ROLE_AT[s]) for s in (slug_of(role),) if s in ROLE_AT
            ]
        return [iri for iri, _ in answers.most_common(1)]


def _proper_name(text: str, span: tuple[int, int, int], language: str) -> tuple[int, int] | None:
    """Where a name in capitals lies that the kind belongs to: after it, or around it."""
    start, end, stop = span
    is_capital = text[start : start + 1].isupper()
    after = _AFTER.match(text, end, stop)
    if after and len(after[1]) > 2:
        return (start if is_capital and start else after.start(1), after.end(1))
    if is_capital and language != "de" and (before := _BEFORE.search(text[:start])):
        words = _ARTICLE.sub("", before.group())
        if words.strip():
            return (start - len(words), end)
    return None
