"""One step of a pathway from the sentences that describe it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.model import Step, Text
from ingest.extract.durations import Limit, durations, limits, triggers
from ingest.extract.labels import find
from ingest.extract.scene import Scene
from ingest.extract.split import enumeration
from ingest.model import Block
from ontology.text import sentences

__all__ = ["actors_in", "describe", "kinds_in", "lasting", "span", "trigger_texts"]

_TASKS = 12
_ACTOR_WORDS = 7
_LASTING = re.compile(r"\s+\w+\s+(?:\w+\.?)?:?\s*\d")
"""Where an entry goes over into how long it takes."""


def kinds_in(scene: Scene, text: str) -> list[tuple[str, int, int]]:
    """Step concepts named in a text with their places."""
    found = find(scene.context.vocabulary, text, scene.context.language, "step")
    return [(match.iri, match.start, match.end) for match in found]


def actors_in(scene: Scene, text: str) -> list[str]:
    """Who takes part: the entries of the sentence that name a role or a partner."""
    first = re.split(r"(?<=\w{3})[.!?](?:\s|$)", text, maxsplit=1)[0]
    entries = [_LASTING.split(entry)[0] for entry in enumeration(first, scene.phrases.joiner)]
    entries = [entry for entry in entries if 0 < len(entry.split()) <= _ACTOR_WORDS]
    return entries if sum(bool(_roles(scene, entry)) for entry in entries) >= 2 else []


def _roles(scene: Scene, text: str) -> list[str]:
    vocabulary, language = scene.context.vocabulary, scene.context.language
    schemes = ("role", "partner-type")
    return [m.iri for scheme in schemes for m in find(vocabulary, text, language, scheme)]


def trigger_texts(scene: Scene, text: str) -> list[str]:
    """What sets a step off, in the words of the text."""
    return triggers(text, scene.phrases)


def describe(scene: Scene, step: Step, details: Sequence[tuple[str, Block]]) -> Step:
    """The step with what its sentences say: time limits, consent, triggers, tasks."""
    waiting: list[Limit] = []
    consent: list[Text] = []
    starts: list[Text] = []
    tasks: list[Text] = []
    for passage, block in details:
        for sentence in sentences(passage):
            said = scene.text(sentence, block)
            found = triggers(sentence, scene.phrases)
            starts += [scene.text(text, block) for text in found]
            waiting += [] if found else limits(sentence, scene.phrases)
            if scene.phrases.search("consent", sentence):
                consent.append(said)
            tasks.append(said)
    language = details[0][1] if details else None
    return replace(
        step,
        triggers=_once(step.triggers, starts),
        waiting=_once(
            step.waiting, [scene.text(w.text, language) for w in waiting] if language else []
        ),
        waiting_days=span([step.waiting_days, *(limit.days for limit in waiting)]),
        consent=_once(step.consent, consent),
        tasks=_once(step.tasks, tasks)[:_TASKS],
    )


def lasting(scene: Scene, text: str) -> tuple[list[str], tuple[int | None, int | None]]:
    """Durations of a step as a chart gives them: "time ca: 2-4 w"."""
    found = durations(text, scene.phrases)
    return [limit.text for limit in found], span([limit.days for limit in found])


def span(days: Sequence[tuple[int | None, int | None]]) -> tuple[int | None, int | None]:
    """The shortest and the longest of several time limits."""
    lows = [low for low, _ in days if low is not None]
    highs = [high for _, high in days if high is not None]
    return (min(lows, default=None), max(highs, default=None))


def _once(before: tuple[Text, ...], more: Sequence[Text]) -> tuple[Text, ...]:
    return tuple(dict.fromkeys((*before, *more)))
