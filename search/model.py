"""What flows from a need to its hits, and the contract's JSON of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

__all__ = [
    "Emergency",
    "EvidenceRef",
    "Hit",
    "Need",
    "Options",
    "OrganizationRef",
    "Reading",
    "Reason",
    "Result",
    "Topic",
    "WayIn",
]

Json = dict[str, Any]

_DIGITS = 4
"""Scores are shown with this many decimals; more would claim a precision they do not have."""


_LEADING_SHARE, _MOST_LEADING = 0.5, 5
"""A topic is shown from this share of the best one's certainty on, and so many at most."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the asker states beside the text; a stated constraint is never violated by a hit.

    ``age`` in years, ``area`` a name known to the map, ``spoken`` a language code (BCP 47),
    ``cost``, ``stage`` and ``type`` concept slugs, ``language`` the language of labels and reasons
    (the text's own when empty), ``without`` readings of the text to disregard ("topic:<iri>",
    "age", "area", "spoken" …).
    """

    limit: int = 10
    age: int | None = None
    area: str = ""
    spoken: str = ""
    cost: str = ""
    stage: str = ""
    type: str = ""
    language: str = ""
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Topic:
    """A need concept read from the text, with its certainty (0 to 1)."""

    iri: str
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing understood from the text: ``kind`` age, area, spoken, cost, stage, type or danger.

    ``value`` is a slug, code or name, for an age ``"14-14"``; ``start`` and ``end`` say where it
    stands in the masked text; ``score`` is its certainty, and ``negated`` means that it is not
    wanted.
    """

    kind: str
    value: str
    score: float
    start: int = 0
    end: int = 0
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """A need as understood. ``text`` is the masked text; it never leaves the process."""

    text: str = field(repr=False)
    language: str
    topics: tuple[Topic, ...] = ()
    age: tuple[int, int] | None = None
    area: str = ""
    spoken: tuple[str, ...] = ()
    cost: str = ""
    stage: str = ""
    danger: bool = False
    masked: int = 0
    readings: tuple[Reading, ...] = ()

    @property
    def leading(self) -> tuple[Topic, ...]:
        """The topics worth showing: the best one and those not far behind."""
        least = self.topics[0].score * _LEADING_SHARE if self.topics else 0.0
        return tuple(topic for topic in self.topics[:_MOST_LEADING] if topic.score >= least)

    def to_json(self) -> Json:
        """The contract's ``need`` object."""
        return {
            "language": self.language,
            "topics": [
                {"iri": t.iri, "label": t.label, "score": round(t.score, _DIGITS)}
                for t in self.leading
            ],
            "age": list(self.age) if self.age else None,
            "area": self.area or None,
            "spoken": list(self.spoken),
            "cost": self.cost or None,
            "stage": self.stage or None,
            "danger": self.danger,
            "masked": self.masked,
        }


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a service was found: ``kind`` topic, meaning, words, age, area, spoken, cost or stage."""

    kind: str
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class EvidenceRef:
    """The passage that says so, and the source it stands in."""

    source: str
    passage: str


@dataclass(frozen=True, slots=True)
class OrganizationRef:
    """Who provides the service."""

    id: str
    iri: str
    name: str


@dataclass(frozen=True, slots=True)
class WayIn:
    """A partner through whom the service is reached, and how (label of the relation)."""

    organization: str
    relation: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One service in the answer; ``misfits`` are in words the constraints it does not meet."""

    rank: int
    id: str
    iri: str
    name: str
    organization: OrganizationRef
    score: float
    language: str
    fits: bool = True
    misfits: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    evidence: tuple[EvidenceRef, ...] = ()
    contact: tuple[tuple[str, str], ...] = ()
    way_in: tuple[WayIn, ...] = ()

    def to_json(self) -> Json:
        """The contract's hit object."""
        return {
            "rank": self.rank,
            "id": self.id,
            "iri": self.iri,
            "name": self.name,
            "organization": {
                "id": self.organization.id,
                "iri": self.organization.iri,
                "name": self.organization.name,
            },
            "score": round(self.score, _DIGITS),
            "language": self.language,
            "fits": self.fits,
            "misfits": list(self.misfits),
            "reasons": [
                {"kind": r.kind, "text": r.text, "score": round(r.score, _DIGITS)}
                for r in self.reasons
            ],
            "evidence": [{"source": e.source, "passage": e.passage} for e in self.evidence],
            "contact": dict(self.contact),
            "way_in": [
                {"organization": w.organization, "relation": w.relation} for w in self.way_in
            ],
        }


@dataclass(frozen=True, slots=True)
class Emergency:
    """A number to call at once."""

    number: str
    label: str


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to one need."""

    need: Need
    hits: tuple[Hit, ...]
    near_misses: tuple[Hit, ...] = ()
    emergency: tuple[Emergency, ...] = ()
    took_ms: float = 0.0

    def to_json(self) -> Json:
        """The contract's search result."""
        return {
            "need": self.need.to_json(),
            "hits": [hit.to_json() for hit in self.hits],
            "near_misses": [hit.to_json() for hit in self.near_misses],
            "emergency": [{"number": e.number, "label": e.label} for e in self.emergency],
            "took_ms": round(self.took_ms, 2),
        }
