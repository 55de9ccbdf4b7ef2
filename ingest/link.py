"""Links services, offers and hopes to need concepts: by what their texts say."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from graph.model import Hope, Offer, Service, Text, TopicLink
from ingest.extract.kinds import NEED_OF_ROLE
from ingest.model import Found
from ontology.terms import concept_iri, slug_of
from ontology.vocabulary import Vocabulary

__all__ = ["Linker", "Space"]

_BEHIND, _MOST = 0.15, 3
"""How far behind the best concept another may lie, and how many a thing is about. On the example's
services in languages with native texts this gives first concept right .95, micro-F1 .80; labels in
the text add nothing to it."""

_FADED = 0.4
"""How far behind the best concept another one would have lost all weight."""

_EVEN, _SLOPE = 0.38, 0.06
"""Score at which a concept is as likely right as not, and how fast that changes."""

_LEAST = 0.1
"""A link less certain than this says nothing."""

_LABEL_ONLY = 0.6
"""Certainty of a label where nothing reads meanings."""

_BATCH = 256

Linkable = Service | Offer | Hope


class Space(Protocol):
    """Concepts near a text in meaning; service hands one in."""

    def nearest(self, texts: Sequence[str], language: str) -> list[list[tuple[str, float]]]:
        """For each text (concept IRI, score of about 0 to 2), best first."""
        ...


class Linker:
    """Finds what a service is about."""

    def __init__(self, vocabulary: Vocabulary, space: Space | None = None) -> None:
        self._vocabulary = vocabulary
        self._space = space

    def link(
        self, texts: Sequence[str], language: str, hints: Iterable[TopicLink] = ()
    ) -> tuple[TopicLink, ...]:
        """Concepts of one thing, whose name comes first among its texts; surest first."""
        near = self._near([" ".join(texts)], language)
        return self._join(texts, language, hints, near[0])

    def link_all(self, found: Sequence[Found]) -> list[Found]:
        """The same found things, each with its topics; asked in batches, language by language."""
        groups: dict[str, list[int]] = defaultdict(list)
        for at, item in enumerate(found):
            if isinstance(item.entity, Linkable):
                groups[_language(item.entity)].append(at)
        linked = list(found)
        for language, places in groups.items():
            for start in range(0, len(places), _BATCH):
                batch = places[start : start + _BATCH]
                self._link_batch(linked, batch, language)
        return linked

    def _link_batch(self, linked: list[Found], batch: Sequence[int], language: str) -> None:
        texts = [_texts(linked[at].entity) for at in batch]
        near = self._near([". ".join(parts) for parts in texts], language)
        for at, parts, meant in zip(batch, texts, near, strict=True):
            entity = linked[at].entity
            if isinstance(entity, Linkable):
                topics = self._join(parts, language, entity.topics, meant)
                linked[at] = replace(linked[at], entity=replace(entity, topics=topics))

    def _near(self, texts: Sequence[str], language: str) -> list[list[tuple[str, float]]]:
        if self._space is None:
            return [[] for _ in texts]
        return self._space.nearest(texts, language)

    def _join(
        self,
        texts: Sequence[str],
        language: str,
        hints: Iterable[TopicLink],
        near: Sequence[tuple[str, float]],
    ) -> tuple[TopicLink, ...]:
        """What the source states comes first and stays; the rest is read from the texts."""
        stated = {link.concept: link for link in hints}
        for link in _read(near) or self._labels(texts, language):
            stated.setdefault(link.concept, link)
        return tuple(sorted(stated.values(), key=lambda link: -link.score))

    def _labels(self, texts: Sequence[str], language: str) -> list[TopicLink]:
        """Needs that the texts name, those first whose provider's role they name."""
        named = (m.iri for text in texts for m in self._vocabulary.find_labels(text, language))
        matches = list(dict.fromkeys(named))
        roles = (NEED_OF_ROLE[slug] for iri in matches if (slug := slug_of(iri)) in NEED_OF_ROLE)
        found = [*(concept_iri("need", need) for need in roles), *matches]
        return [TopicLink(iri, _LABEL_ONLY, "label") for iri in found if self._is_need(iri)][:_MOST]

    def _is_need(self, iri: str) -> bool:
        """Whether it is a need and not a whole field of them."""
        concept = self._vocabulary.by_iri(iri)
        return concept is not None and concept.scheme == "need" and bool(concept.broader)


def _read(near: Sequence[tuple[str, float]]) -> list[TopicLink]:
    """Links to the nearest concepts, best first: those close to the best one that say something."""
    best = max((score for _, score in near), default=0.0)
    return [
        TopicLink(iri, round(_certainty(score) * (1 - (best - score) / _FADED), 3), "meaning")
        for iri, score in near[:_MOST]
        if score >= best - _BEHIND and _certainty(score) >= _LEAST
    ]


def _certainty(score: float) -> float:
    return 1 / (1 + math.exp(-(score - _EVEN) / _SLOPE))


def _language(entity: Linkable) -> str:
    texts = _sayings(entity)
    return next((text.language for text in texts if text.language), "")


def _sayings(entity: Linkable) -> tuple[Text, ...]:
    if isinstance(entity, Service):
        return (*entity.names, *entity.descriptions)
    return entity.texts


def _texts(entity: object) -> list[str]:
    if isinstance(entity, Service):
        said = [text.value for text in _sayings(entity)]
        return [*said, *entity.categories]
    return [text.value for text in entity.texts] if isinstance(entity, Offer | Hope) else []
