"""Personal data that have a shape: mail addresses, register numbers, dates, street addresses.

National identity numbers (CPR, personnummer, BSN, EMŠO, TAJ, INSEE, PESEL, HETU, DNI, codice
fiscale …) are not told apart: whatever has six digits and more, in groups or with letters, goes.
Better too much than too little; what a need needs to say is said in small numbers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

__all__ = ["MARK", "clean", "cover", "identifiers"]

MARK = "…"
"""Stands where something was masked, so that the words around keep their meaning."""

Span = tuple[int, int]

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ud800-\udfff]"
)
_RUN = re.compile(r"\S+")
_NUMBER = re.compile(
    r"\+?\(?\d(?:[AB]?[^\S\r\n]?[().\-–/+·]{0,2}[^\S\r\n]?\d){5,}(?:[-+ ]?[A-Za-z]\b)?"
)
_MIXED = re.compile(r"(?<!\w)(?=[A-Za-z]*\d)[A-Za-z\d]{6,}(?!\w)")
_HETU = re.compile(r"\b\d{6}[-+A-FU-Ya-fu-y]\d{3}\w\b")
_DATE = re.compile(r"(?<!\d)\d{1,2}[./-] ?\d{1,2}[./-] ?(?:19|20)?\d\d(?!\d)")
_ISO_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d[./-] ?\d{1,2}[./-] ?\d{1,2}(?!\d)")
_SCHOOL_YEAR = re.compile(r"(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)")

_GROUPED_DIGITS = 7
"""Digits in groups from which a number is a person's and not a list of ages."""

_LONE_DIGITS = 6

_STREET_ENDING = (
    "gade|gaden|vej|vejen|stræde|torv|torvet|allé|alle|vang|vænget|bakken|parken|gata|gatan|vägen|väg|"
    "gränd|torget|straße|strasse|str|weg|gasse|platz|allee|ring|damm|straat|laan|plein|dreef|kade|steeg|"
    "singel|gracht|veien|vei|gaten|katu|tie|kuja|tänav|tee|iela|gatvė|gata|stræti|vegur|braut"
)
_STREET_WORD = (
    "street|st|road|rd|avenue|ave|lane|drive|close|court|crescent|terrace|way|place|square|row|"
    "utca|utcája|u|út|útja|tér|körút|köz|sor|ulica|ulici|cesta|cesti|trg|pot|naselje|"
    "rue|boulevard|bd|impasse|chemin|quai|allée|place|via|viale|piazza|corso|calle|plaza|avenida|paseo|"
    "rua|travessa|strada|bulevardul|aleea|ul|ulice|ulicy|aleja|náměstí|námestie|nám|trg|gatvė|iela|"
    "вулиця|вул|улица|ул|бул|проспект|пр|sokak|caddesi|cad|mahallesi|οδός|triq|sráid|شارع"
)
_SURE_ENDING = "gade|gaden|vej|vejen|gatan|vägen|straße|strasse|straat|laan"
"""Endings that mean a street even in a text without capitals."""

_UPPER = r"[^\W\d_a-zà-öø-ÿ]"
_CAPITAL = rf"{_UPPER}[^\W\d_]*"
_HOUSE = r"\d{1,4} ?[A-Za-z]?(?![\w%])(?! ?(?:%|år|years?|let|éves|jaar|Jahre|ans|uger|weeks)\b)"
_STREETS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:{_CAPITAL} ){{0,2}}(?={_UPPER})[^\W\d_]{{2,24}}(?:{_STREET_ENDING})\.? {_HOUSE}",
        rf"\b[^\W\d_]{{3,24}}(?:{_SURE_ENDING}) {_HOUSE}",
        rf"\b{_CAPITAL}(?: [^\W\d_]{{1,20}})? (?i:{_STREET_WORD})\.? {_HOUSE}",
        rf"\b(?i:{_STREET_WORD})\.? (?:(?:d[eu]|des|la|del|della|della|l') ?){{0,2}}"
        rf"{_CAPITAL}(?: {_CAPITAL}){{0,2}},? {_HOUSE}",
        rf"\b\d{{1,4}} ?[A-Za-z]?,? (?:{_CAPITAL} ){{1,3}}(?i:{_STREET_WORD})\b",
        rf"\b\d{{1,4}},? (?i:rue|avenue|boulevard|impasse|chemin|quai|allée|place)"
        rf"(?: (?:de|du|des|la|le|les|l'|d')){{0,2}} ?(?:{_CAPITAL} ?){{1,3}}",
    )
)


def clean(text: str) -> str:
    """The text composed (NFC), without control and invisible characters."""
    return unicodedata.normalize("NFC", _CONTROL.sub(" ", text))


def identifiers(text: str) -> tuple[str, int]:
    """The text without mail addresses, long numbers, dates and streets; how many there were."""
    return cover(text, _spans(text))


def cover(text: str, spans: Iterable[Span]) -> tuple[str, int]:
    """``text`` with a mark for every span, and how many marks; overlapping spans are one."""
    parts: list[str] = []
    at = count = 0
    for start, end in _joined(spans):
        parts += [text[at:start], MARK]
        at, count = end, count + 1
    return "".join([*parts, text[at:]]), count


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _spans(text: str) -> Iterator[Span]:
    for match in _RUN.finditer(text):
        if "@" in match.group().strip("@") or (match.group()[0] == "@" and len(match.group()) > 2):
            yield match.span()
    for match in _NUMBER.finditer(text):
        if _is_personal(match.group()):
            yield match.span()
    for match in _MIXED.finditer(text):
        if sum(c.isdigit() for c in match.group()) >= _LONE_DIGITS:
            yield match.span()
    for pattern in (_HETU, _DATE, _ISO_DATE, *_STREETS):
        yield from (match.span() for match in pattern.finditer(text))


def _is_personal(number: str) -> bool:
    """Long enough to be a telephone or register number; a school year (2024-2025) is not."""
    groups = re.findall(r"\d+", number)
    digits = sum(map(len, groups))
    longest = max(map(len, groups))
    if _SCHOOL_YEAR.fullmatch(number):
        return False
    return longest >= _LONE_DIGITS or digits >= _GROUPED_DIGITS
