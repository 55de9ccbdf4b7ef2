"""What each language calls the languages people speak, as stems that hold whatever the ending."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from ontology.text import fold
from search.need.tables import SHARED, Table
from search.need.tables import table as load_table

__all__ = ["LanguageName", "is_place_name", "language_name"]

_SHORT, _LONGEST_ENDING = 4, 7
_VOWELS = "aeiouy"


@dataclass(frozen=True, slots=True)
class LanguageName:
    """A language named by a word."""

    code: str
    rest: str
    """What the word says after the stem."""
    clear: bool
    """The word names a language and nothing else."""
    home: bool
    """The word names a country or its people."""
    whole: bool
    """The word has more than the stem, such as "arabisk" and not only "arab"."""


@dataclass(frozen=True, slots=True)
class _Stem:
    text: str
    code: str
    whole: str
    """The name up to its last vowels, of which ``text`` may be a part."""
    home: bool = False


def language_name(word: str, table: Table) -> LanguageName | None:
    """The language that a folded word names, in whatever form."""
    if len(word) < 3:
        return None
    for stem in _stems(table).get(word[:3], ()):
        rest = word.removeprefix(stem.text)
        if word.startswith(stem.text) and _is_ending(stem.text, rest, table):
            clear = word in _clear()
            return LanguageName(stem.code, rest, clear, stem.home, word.startswith(stem.whole))
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
def _stems(table: Table) -> dict[str, list[_Stem]]:
    """Stems by the first three letters, the longest first; later ones stand before equal ones."""
    shared = load_table(SHARED)
    stems = {stem.text: stem for stem in _listed(shared.section("homes"), home=True)}
    stems |= {stem.text: stem for stem in _listed(shared.section("stems"))}
    stems |= {stem.text: stem for stem in _named(table, shared)}
    stems |= {stem.text: stem for stem in _listed(table.section("languages"))}
    found: dict[str, list[_Stem]] = defaultdict(list)
    for stem in sorted(stems.values(), key=lambda stem: -len(stem.text)):
        found[stem.text[:3]].append(stem)
    return dict(found)


def _listed(section: Mapping[str, Sequence[str]], *, home: bool = False) -> Iterator[_Stem]:
    for code, spelled in section.items():
        for stem in map(fold, spelled):
            yield _Stem(stem, code, stem, home)


def _named(table: Table, shared: Table) -> Iterator[_Stem]:
    """Stems of the names that CLDR has in the table's language, those of one word."""
    names = _locale(table.language).languages
    cut = [fold(ending) for ending in table.strings("speech", "strip")]
    for code in sorted(shared.words("languages", "spoken")):
        name = fold(names.get(code, "")).split(" (")[0]
        if " " not in name and len(name) > 2:
            yield _Stem(_stem(name, cut), code, _stem(name, []))


@cache
def _clear() -> frozenset[str]:
    return load_table(SHARED).words("languages", "clear")


def _stem(name: str, cut: Sequence[str]) -> str:
    for ending in cut:
        if name.endswith(ending) and len(name) - len(ending) >= 3:
            return name.removesuffix(ending)
    stem = name.rstrip(_VOWELS)
    return stem if len(stem) >= _SHORT else name


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
