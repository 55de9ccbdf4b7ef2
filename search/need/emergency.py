"""The numbers to call at once, with what they are in the asker's language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from search.model import Emergency, Need
from search.need.tables import table

__all__ = ["emergencies"]

_GENERAL, _CHILD, _MISSING, _SUPPORT = "112", "116 111", "116 000", "116 123"
"""Europe's harmonised numbers: emergency, child helpline, missing children, emotional support."""

_FURTHER = re.compile(r"\s*(\+?[\d][\d ()/-]*\d)\s*[:,–-]?\s*(.*)", re.DOTALL)
"""A number of the area as the operator wrote it: the number, then what it is."""


def emergencies(need: Need, language: str, further: Sequence[str]) -> tuple[Emergency, ...]:
    """What to call for a need; empty without danger."""
    return tuple(_numbers(need, language, further)) if need.danger else ()


def _numbers(need: Need, language: str, further: Sequence[str]) -> Iterator[Emergency]:
    kinds = {reading.value for reading in need.readings if reading.kind == "danger"}
    yield Emergency(_GENERAL, _label("general", language))
    yield Emergency(_CHILD, _label("child", language))
    if "missing" in kinds:
        yield Emergency(_MISSING, _label("missing", language))
    if kinds & {"suicide", "self-harm"}:
        yield Emergency(_SUPPORT, _label("support", language))
    for entry in further:
        if match := _FURTHER.fullmatch(entry):
            yield Emergency(match[1], match[2].strip() or _label("area", language))


def _label(key: str, language: str) -> str:
    own = table(language).section("emergency").get(key, "")
    return str(own or table("en").section("emergency")[key])
