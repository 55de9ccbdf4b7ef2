"""Checks what an asker may choose from, for every face alike."""

from __future__ import annotations

from babel import Locale

from ontology.errors import UsageError
from ontology.vocabulary import Vocabulary
from search.model import Options

__all__ = ["check_options"]

_SCHEMES = {"cost": "cost", "stage": "stage", "type": "partner-type"}


def check_options(options: Options, vocabulary: Vocabulary) -> None:
    """Raise ``UsageError`` for a value that does not exist, naming those that do."""
    for name, scheme in _SCHEMES.items():
        value = getattr(options, name)
        if not value:
            continue
        slugs = sorted(concept.slug for concept in vocabulary.concepts(scheme))
        if value not in slugs:
            way_out = f"One of {', '.join(slugs)}."
            raise UsageError(f"{name} {value!r} does not exist", way_out=way_out)
    for name in ("spoken", "language"):
        value = getattr(options, name)
        if value and value not in Locale("en").languages:
            raise UsageError(
                f"{name} {value!r} is not a language code", way_out="A code such as da, so or uk."
            )
    if options.age is not None and not isinstance(options.age, int):
        raise UsageError(f"age {options.age!r} is not a whole number", way_out="Give years.")
