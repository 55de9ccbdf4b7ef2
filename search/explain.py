"""Reasons that are true: each is read off the record and the scores that put it where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ontology.text import lemmas, sentences, tokens
from ontology.vocabulary import Vocabulary
from search.constraints import Constraint
from search.facets import CONTRADICTS, FITS
from search.model import EvidenceRef, Hit, Need, OrganizationRef, Reason, WayIn
from search.record import Record

__all__ = ["Explainer", "Scores"]

_SAID_BY_MEANING = 0.45
"""Cosine from which a passage is named as near in meaning; below, it would be a guess."""

_LONGEST_PASSAGE = 240
"""Characters of a passage shown as a reason."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What ranking found for one service."""

    row: int
    total: float
    meaning: float
    words: float


@dataclass(frozen=True, slots=True)
class Explainer:
    """Explains the hits of one need, whose lemmas in ``telling`` tell services apart."""

    need: Need
    constraints: tuple[Constraint, ...]
    telling: frozenset[str]
    vocabulary: Vocabulary
    language: str

    def hit(self, record: Record, scores: Scores, rank: int) -> Hit:
        """The hit for one service."""
        misfits = tuple(
            c.say(record) for c in self.constraints if c.judgement[scores.row] == CONTRADICTS
        )
        return Hit(
            rank=rank,
            id=record.id,
            iri=record.iri,
            name=record.name,
            organization=OrganizationRef(
                record.organization_id, record.organization_iri, record.organization_name
            ),
            score=scores.total,
            language=record.language,
            fits=not misfits,
            misfits=misfits,
            reasons=tuple(self._reasons(record, scores)),
            evidence=tuple(EvidenceRef(source, passage) for source, passage in record.evidence),
            contact=record.contact,
            way_in=tuple(WayIn(name, self._label(relation)) for name, relation in record.ways_in),
        )

    def _reasons(self, record: Record, scores: Scores) -> Iterator[Reason]:
        linked = dict(record.topics)
        for topic in self.need.leading:
            if topic.iri in linked:
                yield Reason("topic", self._label(topic.iri), topic.score * linked[topic.iri])
        if scores.meaning >= _SAID_BY_MEANING:
            yield Reason("meaning", _passage(record), scores.meaning)
        if scores.words > 0 and (shared := self._shared_words(record)):
            yield Reason("words", ", ".join(shared), scores.words)
        for constraint in self.constraints:
            fits = constraint.judgement[scores.row] == FITS and constraint.kind != "type"
            if fits and (said := constraint.say(record)):
                yield Reason(constraint.kind, said, 1.0)

    def _shared_words(self, record: Record) -> list[str]:
        """Words of the need, as typed, whose lemma the service has too."""
        held = self.telling.intersection(record.words())
        typed = zip(tokens(self.need.text), lemmas(self.need.text, self.need.language), strict=True)
        return list(dict.fromkeys(token.text for token, word in typed if word in held))

    def _label(self, iri: str) -> str:
        return self.vocabulary.label(iri, [self.language])


def _passage(record: Record) -> str:
    """The first sentence of the description, or the name when there is none."""
    parts = sentences(record.text)
    passage = next((part for part in parts if part != record.name), record.name)
    return passage if len(passage) <= _LONGEST_PASSAGE else passage[: _LONGEST_PASSAGE - 1] + "…"
