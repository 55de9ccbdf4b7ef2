"""What a service has to meet: the options that the asker gave, and what was read from the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ontology.terms import concept_iri
from ontology.text import fold
from ontology.vocabulary import Vocabulary
from search import phrases
from search.facets import CONTRADICTS, SILENT, Facets, Judgement
from search.model import Need, Options
from search.record import Record

__all__ = ["Constraint", "constraints", "ruled_out"]


_RULES_OUT = 0.65
"""Certainty from which a reading rules services out: "14 years old", "in year 9", not "the baby's
room". A stage never does: who asks for an assessment takes advice too."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """One condition, judged for all services; ``say`` gives what a record says of it."""

    kind: str
    stated: bool
    """Given as an option, not read from the text."""
    judgement: Judgement
    say: Callable[[Record], str]


def constraints(
    need: Need, options: Options, facets: Facets, vocabulary: Vocabulary
) -> list[Constraint]:
    """The conditions of a need; an option stands before what the text says."""
    language = options.language or need.language
    found = [
        _age(need, options, facets, language),
        _area(need, options, facets, language),
        _spoken(need, options, facets, language),
        _concept("cost", need, options, facets, vocabulary),
        _concept("stage", need, options, facets, vocabulary),
        _type(options, facets, vocabulary, language),
    ]
    return [_weighed(constraint, need) for constraint in found if constraint is not None]


def ruled_out(found: list[Constraint], rows: int) -> NDArray[np.bool_]:
    """Rows that contradict any condition."""
    result = np.zeros(rows, np.bool_)
    for constraint in found:
        result |= constraint.judgement == CONTRADICTS
    return result


def _weighed(constraint: Constraint, need: Need) -> Constraint:
    """The constraint; one that was read with little certainty bears out what fits, no more."""
    read = [r.score for r in need.readings if r.kind == constraint.kind and not r.negated]
    sure = max(read, default=1.0) >= _RULES_OUT and constraint.kind != "stage"
    if constraint.stated or sure:
        return constraint
    return replace(constraint, judgement=np.maximum(constraint.judgement, SILENT))


def _age(need: Need, options: Options, facets: Facets, language: str) -> Constraint | None:
    if options.age is None and need.age is None:
        return None
    low, high = need.age if options.age is None and need.age else (options.age, options.age)
    judgement = facets.age(low or 0, high or 0)
    return Constraint(
        "age",
        options.age is not None,
        judgement,
        lambda r: phrases.ages(r.min_age, r.max_age, language),
    )


def _area(need: Need, options: Options, facets: Facets, language: str) -> Constraint | None:
    area = options.area or need.area
    if not area:
        return None
    wanted = fold(area)

    def say(record: Record) -> str:
        here = [name for name in record.areas if fold(name) == wanted]
        return here[0] if here else phrases.only(record.areas, language)

    return Constraint("area", bool(options.area), facets.category("area", [wanted]), say)


def _spoken(need: Need, options: Options, facets: Facets, language: str) -> Constraint | None:
    wanted = (options.spoken,) if options.spoken else need.spoken
    if not wanted:
        return None

    def say(record: Record) -> str:
        shared = [code for code in record.spoken if code in wanted]
        names = phrases.language_names(shared or record.spoken, language)
        return ", ".join(names) if shared else phrases.only(names, language)

    return Constraint("spoken", bool(options.spoken), facets.category("spoken", wanted), say)


def _concept(
    kind: str, need: Need, options: Options, facets: Facets, vocabulary: Vocabulary
) -> Constraint | None:
    stated: str = getattr(options, kind)
    wanted: str = stated or getattr(need, kind)
    language = options.language or need.language
    if not wanted:
        return None
    iri = concept_iri(kind, wanted)

    def say(record: Record) -> str:
        held = record.costs if kind == "cost" else record.stages
        labels = [vocabulary.label(value, [language]) for value in held]
        return vocabulary.label(iri, [language]) if iri in held else phrases.only(labels, language)

    return Constraint(kind, bool(stated), facets.category(kind, [iri]), say)


def _type(
    options: Options, facets: Facets, vocabulary: Vocabulary, language: str
) -> Constraint | None:
    """Kind of partner; here silence is a contradiction, since every partner has a kind."""
    if not options.type:
        return None
    iri = concept_iri("partner-type", options.type)
    wanted = [
        value for value in facets.names("type") if iri in (value, *vocabulary.ancestors(value))
    ]
    judgement = np.where(facets.category("type", wanted) > 0, 1, CONTRADICTS).astype(np.int8)

    def say(record: Record) -> str:
        return ", ".join(vocabulary.label(value, [language]) for value in record.types)

    return Constraint("type", True, judgement, say)
