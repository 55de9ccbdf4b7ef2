"""Reasons that are true: each is read off the record and the scores that put it where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ontology.text import lemmas, sentences, tokens
from ontology.vocabulary import Vocabulary
from search.constraints import Constraint
from search.facets import CONTRADICTS, FITS
from search.model import EvidenceRef, Hit, Need, OrganizationRef, Reason, WayIn
from search.record import Record

__all__ = ["Scores", "explain"]

_SAID_BY_MEANING = 0.35
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


def explain(
    record: Record,
    scores: Scores,
    need: Need,
    found: Sequence[Constraint],
    vocabulary: Vocabulary,
    language: str,
) -> Hit:
    """The hit for one record, without its rank."""
    misfits = tuple(c.say(record) for c in found if c.judgement[scores.row] == CONTRADICTS)
    return Hit(
        rank=0,
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
        reasons=_reasons(record, scores, need, found, vocabulary, language),
        evidence=tuple(EvidenceRef(source, passage) for source, passage in record.evidence),
        contact=record.contact,
        way_in=tuple(
            WayIn(name, vocabulary.label(relation, [language])) for name, relation in record.ways_in
        ),
    )


def _reasons(
    record: Record,
    scores: Scores,
    need: Need,
    found: Sequence[Constraint],
    vocabulary: Vocabulary,
    language: str,
) -> tuple[Reason, ...]:
    linked = dict(record.topics)
    reasons = [
        Reason("topic", vocabulary.label(topic.iri, [language]), topic.score * linked[topic.iri])
        for topic in need.topics
        if topic.iri in linked
    ]
    if scores.meaning >= _SAID_BY_MEANING:
        reasons.append(Reason("meaning", _passage(record.text), scores.meaning))
    if scores.words > 0 and (shared := _shared_words(need, record)):
        reasons.append(Reason("words", ", ".join(shared), scores.words))
    reasons += [
        Reason(c.kind, said, 1.0)
        for c in found
        if c.judgement[scores.row] == FITS and (said := c.say(record)) and c.kind != "type"
    ]
    return tuple(reasons)


def _passage(text: str) -> str:
    parts = sentences(text)
    passage = next((part for part in parts[1:] if part), parts[0] if parts else "")
    return passage if len(passage) <= _LONGEST_PASSAGE else passage[: _LONGEST_PASSAGE - 1] + "…"


def _shared_words(need: Need, record: Record) -> list[str]:
    """Words of the need, as typed, whose lemma the service has too."""
    held = set(lemmas(f"{record.text}\n{record.organization_name}", record.language))
    typed = zip(tokens(need.text), lemmas(need.text, need.language), strict=True)
    return list(dict.fromkeys(t.text for t, word in typed if word in held and len(word) > 3))
