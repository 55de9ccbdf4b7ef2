"""The few phrases of reasons and misfits, in the asker's language; everything else is labels."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from babel import Locale, UnknownLocaleError

__all__ = ["ages", "language_names", "only"]

_PHRASES: dict[str, tuple[str, str, str, str]] = {
    "da": ("{low}–{high} år", "fra {low} år", "til og med {high} år", "kun {what}"),
    "de": ("{low}–{high} Jahre", "ab {low} Jahren", "bis {high} Jahre", "nur {what}"),
    "en": ("{low}–{high} years", "from {low} years", "up to {high} years", "{what} only"),
    "fr": ("{low}–{high} ans", "à partir de {low} ans", "jusqu'à {high} ans", "{what} seulement"),
    "hu": ("{low}–{high} év", "{low} éves kortól", "{high} éves korig", "csak {what}"),
    "nl": ("{low}–{high} jaar", "vanaf {low} jaar", "tot en met {high} jaar", "alleen {what}"),
    "sl": ("{low}–{high} let", "od {low} let", "do {high} let", "samo {what}"),
    "sv": ("{low}–{high} år", "från {low} år", "till och med {high} år", "endast {what}"),
}
"""Language to: ages between, ages from, ages up to, and a restriction to what is named."""

_FALLBACK = "en"


def ages(low: int | None, high: int | None, language: str) -> str:
    """An age range in words, both ends included; empty when neither end is known."""
    between, least, most, _ = _PHRASES.get(language, _PHRASES[_FALLBACK])
    if low and high is not None:
        return between.format(low=low, high=high)
    if high is not None:
        return most.format(high=high)
    return least.format(low=low) if low else ""


def only(names: Iterable[str], language: str) -> str:
    """A restriction to what is named."""
    return _PHRASES.get(language, _PHRASES[_FALLBACK])[3].format(what=", ".join(names))


def language_names(codes: Iterable[str], language: str) -> list[str]:
    """What ``language`` calls the languages (BCP 47); codes unknown to CLDR stay as they are."""
    names = _locale(language).languages
    return [names.get(code, code) for code in codes]


@cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_FALLBACK)
