"""What a visitor may choose from in a form: only what the map has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ontology.terms import slug_of
from ontology.text import fold
from service.web.words import Words

__all__ = ["Choice", "areas", "concepts", "spoken"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a list to choose from."""

    value: str
    label: str


def concepts(iris: Iterable[str], words: Words) -> list[Choice]:
    """Concepts by their slugs, sorted by label."""
    return _sorted(Choice(slug_of(iri), words.concept(iri)) for iri in set(iris))


def areas(names: Iterable[str], words: Words) -> list[Choice]:
    """Areas by their names, sorted."""
    return _sorted(Choice(name, name) for name in {words.area(name) for name in names})


def spoken(codes: Iterable[str], words: Words) -> list[Choice]:
    """Languages by their codes, sorted by name."""
    return _sorted(Choice(code, words.language(code)) for code in set(codes))


def _sorted(choices: Iterable[Choice]) -> list[Choice]:
    return sorted(choices, key=lambda choice: fold(choice.label))
