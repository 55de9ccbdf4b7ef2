"""What each language calls the languages people speak, as stems that hold whatever the ending."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from ontology.text import fold
from search.need.tables import Table

__all__ = ["LanguageName", "is_place_name", "language_name"]

_SPOKEN = (
    "af am ar az be ber bg bn bs ca ckb cs cy da de dz el en es et eu fa ff fi fil fr ga gl gu ha he "
    "hi hr hu hy id ig is it ja jv ka kab kk km kn ko ku ky lb ln lo lt lv mg mk ml mn mr ms mt my nb "
    "ne nl nn om pa pl ps pt rn ro rom ru rw sk sl sn so sq sr sv sw ta te tg th ti tk tr tt uk ur uz "
    "vi wo xh yi yo yue zh zu"
).split()
"""Languages (BCP 47) that families in Europe speak."""

_EVERYWHERE = {
    "tigrin": "ti", "tigrig": "ti", "tigriny": "ti", "amhar": "am", "oromo": "om", "farsi": "fa",
    "farszi": "fa", "persisch": "fa", "persisk": "fa", "perzisch": "fa", "perzij": "fa", "dari": "prs",
    "pasht": "ps", "pasjt": "ps", "pascht": "ps", "pacht": "ps", "past": "ps", "pastu": "ps",
    "kurmanc": "ku", "kurmanj": "ku", "kurmandj": "ku", "kurmandsch": "ku", "kurmandz": "ku",
    "kurd": "ku", "kurdisch": "ku", "koerd": "ku", "soran": "ckb", "urdu": "ur", "hindi": "hi",
    "panjab": "pa", "punjab": "pa", "pendzab": "pa", "bengal": "bn", "tamil": "ta", "tamoul": "ta",
    "somal": "so", "szomal": "so", "swahil": "sw", "suahel": "sw", "suahil": "sw", "szuahel": "sw",
    "mandar": "zh", "kanton": "yue", "canton": "yue", "tagalog": "fil", "filipin": "fil",
    "lingala": "ln", "wolof": "wo", "yoruba": "yo", "joruba": "yo", "berber": "ber", "tamazight": "ber",
    "romani": "rom", "romanes": "rom", "romung": "rom", "lovar": "rom", "alban": "sq", "bosn": "bs",
    "serb": "sr", "croat": "hr", "kroat": "hr", "vietnam": "vi", "wietnam": "vi", "georg": "ka",
    "gruzi": "ka", "armen": "hy", "ormen": "hy", "kinyarwanda": "rw", "uzbek": "uz", "tatar": "tt",
}  # fmt: skip
"""Stems that most languages share, found under any language of the text."""

_CLEAR = frozenset("dari farsi pashto pashtu paschtu tigrinya tigrinja tigrigna urdu sorani kurmanji "
                   "hindi lingala wolof tagalog tamazight mandarin romanes".split())  # fmt: skip
"""Words that name a language and nothing else: no people, no country."""

_HOMES = {
    "syri": "ar", "syrer": "ar", "siri": "ar", "sirsk": "ar", "szir": "ar", "irak": "ar", "iraq": "ar",
    "marok": "ar", "maroc": "ar", "maroq": "ar", "marroq": "ar", "afgh": "prs", "afgan": "prs",
    "eritr": "ti", "ethiop": "am", "etiop": "am", "aethiop": "am", "iran": "fa", "kosov": "sq",
    "pakistan": "ur", "сири": "ar", "афган": "prs", "ірак": "ar", "ирак": "ar",
}  # fmt: skip
"""Countries whose people are often named where their language is meant."""

_SHORT, _LONGEST_ENDING = 4, 7
_VOWELS = "aeiouy"


@dataclass(frozen=True, slots=True)
class LanguageName:
    """A language named by a word; ``rest`` is the word's ending, ``home`` tells a country's people."""

    code: str
    rest: str
    clear: bool = False
    home: bool = False


def language_name(word: str, table: Table) -> LanguageName | None:
    """The language that a folded word names, in whatever form."""
    if len(word) < 3:
        return None
    for stem, code, home in _stems(table).get(word[:3], ()):
        if word.startswith(stem) and _is_ending(stem, word[len(stem) :], table):
            return LanguageName(code, word[len(stem) :], word in _CLEAR, home)
    return None


def is_place_name(word: str, language: str) -> bool:
    """Whether a folded word is the name of a country or comes from one ("Syria", "Syrian")."""
    stems = _territories(language)
    shortest = max(4, len(word) - _LONGEST_ENDING)
    return any(word[:length] in stems for length in range(shortest, len(word) + 1))


def _is_ending(stem: str, rest: str, table: Table) -> bool:
    """Whether what follows a stem can be an ending; longer ones only where they say "speaking"."""
    if not rest or table.element("speech", "suffixes").matches(rest):
        return True
    if len(stem) < _SHORT:
        return table.element("speech", "endings").matches(rest)
    return len(rest) <= _LONGEST_ENDING and not rest.isdigit()


@cache
def _stems(table: Table) -> dict[str, list[tuple[str, str, bool]]]:
    """Stem, code and whether it is a country, by the first three letters, the longest first."""
    stems: dict[str, tuple[str, bool]] = {stem: (code, True) for stem, code in _HOMES.items()}
    stems |= {stem: (code, False) for stem, code in _EVERYWHERE.items()}
    names = _locale(table.language).languages
    cut = table.strings("speech", "strip")
    for code in _SPOKEN:
        if " " not in (name := fold(names.get(code, "")).split(" (")[0]) and len(name) > 2:
            stems[_stem(name, cut)] = (code, False)
    for code, spelled in table.section("languages").items():
        stems |= {fold(stem): (code, False) for stem in spelled}
    found: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    for stem, (code, home) in sorted(stems.items(), key=lambda item: -len(item[0])):
        found[stem[:3]].append((stem, code, home))
    return dict(found)


def _stem(name: str, cut: list[str]) -> str:
    for ending in cut:
        if name.endswith(ending) and len(name) - len(ending) >= 3:
            return name.removesuffix(ending)
    return name.rstrip(_VOWELS) if len(name) > _SHORT and len(name.rstrip(_VOWELS)) > 2 else name


@cache
def _territories(language: str) -> frozenset[str]:
    names = _locale(language).territories.values()
    words = {word for name in names for word in fold(name).split() if len(word) > 3}
    return frozenset(words | {word[: -2 if len(word) > 6 else -1] for word in words})


@cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")
