"""Checks what an asker may choose from, for every face alike."""

from __future__ import annotations

from babel import Locale

from ontology.errors import UsageError
from ontology.vocabulary import Vocabulary
from search.model import Options

__all__ = ["check_options"]

_SCHEMES = {"cost": "cost", "stage": "stage", "type": "partner-type"}


_NUMBERS = {"limit": (1, 1000), "age": (0, 120)}


def check_options(options: Options, vocabulary: Vocabulary) -> None:
    """Raise ``UsageError`` for a value that cannot be meant so, naming those that can."""
    for name, (least, most) in _NUMBERS.items():
        _check_number(name, getattr(options, name), least, most)
    for name in (*_SCHEMES, "area", "spoken", "language"):
        if not isinstance(getattr(options, name), str):
            raise UsageError(f"{name} is no text", way_out="Put it in quotation marks.")
    for name, scheme in _SCHEMES.items():
        _check_concept(name, getattr(options, name), scheme, vocabulary)
    for name in ("spoken", "language"):
        value = getattr(options, name)
        if value and value not in Locale("en").languages:
            raise UsageError(
                f"{name} {value!r} is not a language code", way_out="A code such as da, so or uk."
            )


def _check_number(name: str, value: object, least: int, most: int) -> None:
    if value is None:
        return
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        way_out = f"A whole number from {least} to {most}."
        raise UsageError(f"{name} {value!r} is not possible", way_out=way_out)


def _check_concept(name: str, value: str, scheme: str, vocabulary: Vocabulary) -> None:
    if not value:
        return
    slugs = sorted(concept.slug for concept in vocabulary.concepts(scheme))
    if value not in slugs:
        way_out = f"One of {', '.join(slugs)}."
        raise UsageError(f"{name} {value!r} does not exist", way_out=way_out)
