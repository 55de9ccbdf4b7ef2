"""Ages in a text or a cell: numbers with their words, and the stages of school by country."""

from __future__ import annotations

import re

__all__ = ["ages_in_cell", "ages_in_text"]

Ages = tuple[int | None, int | None]

_OLDEST = 99
_UNIT = (
    r"(?:-?\s*(?:years?(?:[\s-]olds?)?|yrs?|y\.?o\.?|år(?:s(?:alderen|åldern)?|ige?s?|iga|ig)?|"
    r"let(?:ni[hm]?|a|i)?|leti|"
    r"jahren?|jährigen?|jaar|jarigen?|ans|éves(?:ek|ig|től)?|év(?:es)?)\b)"
)
_OF_AGE = (
    r"(?:aged?|i alderen|i åldern|alder(?:en)?|ålder|star[ei]h?|starosti|im alter von|"
    r"âgée?s? de|leeftijd|alter)"
)
_DASH = r"\s*(?:-|–|—|to|til|till|do|tot|bis|à|et|and|og|och|in|und|en|és)\s*"
_FROM = r"(?:from|over|fra|från|fr\.o\.m\.?|over|od|nad|vanaf|ab|über|dès|à partir de|de plus de)"
_UP_TO = (
    r"(?:up to(?: and including)?|until|op til|til og med|t\.o\.m\.|indtil|upp till|till och med|"
    r"do vključno|do|"
    r"tot en met|t/m|tot|bis(?: zu| einschließlich)?|jusqu['’]à|to age)"
)
_UNDER = (
    r"(?:under|below|younger than|yngre end|yngre än|mlajš[ei]\w* od|pod|unter|jonger dan|"
    r"onder|moins de)"
)
_OLDER = (
    r"(?:\+|(?:\s*(?:years?|år|let|jahren?|jaar|ans|éves)?\s*(?:and (?:over|older|up)|or older|"
    r"og (?:op(?:efter)?|ældre|derover)"
    r"|och (?:uppåt|äldre)|in (?:več|starejš\w+)|und (?:älter|darüber)|en ouder|et plus|kortól|"
    r"felett|fölött)))"
)

_RANGE = re.compile(rf"(?<![\d.,:/])(\d{{1,2}})\.?{_DASH}(\d{{1,2}})\.?(?![\d:%/])", re.IGNORECASE)
_RANGE_SAID = re.compile(
    rf"(?:\b{_OF_AGE}\s*(?:from|fra|från|od|von)?\s*(\d{{1,2}})\.?{_DASH}(?:og med )?(\d{{1,2}}))|"
    rf"(?<![\d.,:/])(\d{{1,2}})\.?{_UNIT}?{_DASH}(\d{{1,2}})\.?\s*{_UNIT}|"
    rf"(\d{{1,2}})-?tól\s+(\d{{1,2}})",
    re.IGNORECASE,
)
_MINIMUM = re.compile(
    rf"(?:\b{_FROM}\s*(?:the age of |age |alderen |{_OF_AGE}\s*)?(\d{{1,2}})\.?(?:{_UNIT}|\s*$|"
    rf"\s*[,;)]))|"
    rf"(?<!\d)(\d{{1,2}}){_OLDER}",
    re.IGNORECASE,
)
_MAXIMUM = re.compile(
    rf"\b{_UP_TO}\s*(?:the age of |age |det )?(\d{{1,2}})\.?\s*(?:{_UNIT}|$|[,;)])|"
    rf"(\d{{1,2}})\s*éves korig",
    re.IGNORECASE,
)
_BELOW = re.compile(
    rf"\b{_UNDER}\s*(\d{{1,2}})\.?\s*(?:{_UNIT}|$|[,;)])|(\d{{1,2}})\s*év alatt", re.IGNORECASE
)
_STAGES: dict[str, tuple[tuple[str, int, int], ...]] = {
    "da": (
        ("indskoling", 6, 9), ("mellemtrin", 10, 12), ("udskoling", 13, 16), ("børnehave", 3, 6),
        ("vuggestue", 0, 3), ("ungdomsuddannelse", 16, 25), ("gymnasi", 16, 19),
        ("folkeskole", 6, 16),
    ),
    "sv": (
        ("förskoleklass", 6, 6), ("förskol", 1, 5), ("lågstadi", 7, 9), ("mellanstadi", 10, 12),
        ("högstadi", 13, 15), ("gymnasi", 16, 19), ("grundskol", 7, 16),
    ),
    "sl": (
        ("vrt(?:ec|c)", 1, 6), ("prv\\w+ triad", 6, 9), ("drug\\w+ triad", 9, 12),
        ("tretj\\w+ triad", 12, 15), ("osnovn\\w+ šol", 6, 15), ("srednj\\w+ šol", 15, 19),
    ),
    "en": (
        ("nursery", 0, 5), ("kindergarten", 3, 6), ("primary (?:school|education)", 5, 11),
        ("middle school", 11, 14), ("secondary (?:school|education)", 11, 18),
        ("high school", 14, 18),
    ),
    "de": (
        ("grundschul", 6, 10), ("sekundarstufe i\\b", 10, 16), ("sekundarstufe ii\\b", 16, 19),
        ("oberstufe", 16, 19), ("kindergart|kita\\b", 3, 6), ("krippe", 0, 3),
    ),
    "nl": (
        ("kleuter", 3, 6), ("basis(?:school|onderwijs)|lager onderwijs", 4, 12),
        ("(?:voortgezet|secundair|middelbaar) onderwijs|middelbare school", 12, 18),
    ),
    "fr": (
        ("maternelle", 3, 6), ("école (?:primaire|élémentaire)", 6, 11),
        ("collège|collégien", 11, 15), ("lycée", 15, 18),
    ),
    "hu": (
        ("óvod", 3, 6), ("alsó tagozat", 6, 10), ("felső tagozat", 10, 14),
        ("általános iskol", 6, 14), ("középiskol|gimnázium", 14, 19),
    ),
}  # fmt: skip
"""Stages of school and the usual ages where the language is spoken, the narrower ones first."""


def ages_in_cell(text: str, language: str = "") -> Ages:
    """Ages in a cell of its own: ``"6-18"``, ``"fra 10"``, ``"12+"``, ``"under 25"``."""
    if found := _RANGE.search(text) or _RANGE_SAID.search(text):
        first, last = (int(group) for group in found.groups() if group)
        return _ordered(first, last)
    return _bounds(text) if _bounds(text) != (None, None) else _fallback(text, language)


def ages_in_text(text: str, language: str) -> Ages:
    """Ages that running text says in years or by stages of school."""
    if found := _RANGE_SAID.search(text):
        first, last = (int(group) for group in found.groups() if group)
        return _ordered(first, last)
    low, high = _bounds(text)
    stage = _stage(text, language)
    if stage and low is None and high is None:
        return stage
    from_stage = stage[0] if stage and low is None else low
    return _ordered(from_stage, high)


def _fallback(text: str, language: str) -> Ages:
    if stage := _stage(text, language):
        return stage
    numbers = re.findall(r"\d{1,2}", text)
    return (int(numbers[0]), int(numbers[0])) if len(numbers) == 1 else (None, None)


def _bounds(text: str) -> Ages:
    low = _first(_MINIMUM, text)
    high = _first(_MAXIMUM, text)
    if high is None and (below := _first(_BELOW, text)) is not None:
        high = below - 1
    return (low, high)


def _first(pattern: re.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    return next((int(group) for group in found.groups() if group), None) if found else None


def _stage(text: str, language: str) -> tuple[int, int] | None:
    """The narrowest stage named, or the span of two in a phrase like "from … to …"."""
    found: list[tuple[int, int]] = []
    for pattern, low, high in _STAGES.get(language, ()):
        if re.search(pattern, text, re.IGNORECASE):
            found.append((low, high))
    if not found:
        return None
    if _nested(found):
        return found[0]
    return (min(low for low, _ in found), max(high for _, high in found))


def _nested(found: list[tuple[int, int]]) -> bool:
    """Whether the first lies within each of the others: "mellemtrin i folkeskolen"."""
    first = found[0]
    return all(low <= first[0] and first[1] <= high for low, high in found[1:])


def _ordered(low: int | None, high: int | None) -> Ages:
    if low is not None and high is not None and low > high:
        return (None, None)
    return (low, high)
