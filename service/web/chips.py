"""What was understood of a need, as chips that can be switched off and on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ontology.terms import concept_iri
from search.model import Need, Options, Reading
from service.web.words import Words

__all__ = ["Chip", "chips"]

_TOPIC = "topic:"
_KINDS = ("age", "spoken", "area", "cost", "stage")
"""Readings beside the topics, in the order in which chips stand."""

_CERTAIN = 0.1
"""Topics less certain than this hardly move the answer."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing understood: ``value`` is what switches it off."""

    value: str
    kind: str
    label: str
    on: bool = True

    @property
    def is_topic(self) -> bool:
        """Whether it is a topic, which needs no word that says so."""
        return self.value.startswith(_TOPIC)


def chips(need: Need, options: Options, words: Words) -> tuple[Chip, ...]:
    """Topics first; what the asker stated as an option is no reading and has no chip."""
    return (*_topics(need, options, words), *_readings(need, options, words))


def _topics(need: Need, options: Options, words: Words) -> Iterator[Chip]:
    kind = words.reason("topic")
    for topic in need.leading:
        if topic.score >= _CERTAIN:
            yield Chip(_TOPIC + topic.iri, kind, words.concept(topic.iri))
    for value in sorted(options.without):
        if value.startswith(_TOPIC):
            yield Chip(value, kind, words.concept(value.removeprefix(_TOPIC)), on=False)


def _readings(need: Need, options: Options, words: Words) -> Iterator[Chip]:
    for kind in _KINDS:
        if getattr(options, kind):
            continue
        on = kind not in options.without
        label = _counted(kind, need, words) if on else _read(kind, need, words)
        if label:
            yield Chip(kind, words.reason(kind), label, on)


def _counted(kind: str, need: Need, words: Words) -> str:
    """What counts of a kind of reading."""
    if kind == "age":
        return words.years(*need.age) if need.age else ""
    if kind == "spoken":
        return ", ".join(words.languages(need.spoken))
    value: str = getattr(need, kind)
    return _named(kind, value, words) if value else ""


def _read(kind: str, need: Need, words: Words) -> str:
    """What was read of a kind, though it is switched off."""
    found = [r for r in need.readings if r.kind == kind and not r.negated]
    if not found:
        return ""
    best: Reading = max(found, key=lambda reading: reading.score)
    if kind == "age":
        low, _, high = best.value.partition("-")
        return words.years(int(low), int(high or low)) if low.isdigit() else best.value
    if kind == "spoken":
        return ", ".join(words.languages(dict.fromkeys(r.value for r in found)))
    return _named(kind, best.value, words)


def _named(kind: str, value: str, words: Words) -> str:
    return words.area(value) if kind == "area" else words.concept(concept_iri(kind, value))
