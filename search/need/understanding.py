"""What a text says beside its topics: masked first, then read once for each kind of reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ontology.errors import UsageError
from ontology.language import UNKNOWN, detect
from ontology.vocabulary import Vocabulary
from search.model import Emergency, Need, Options, Reading
from search.need.ages import age_of, ages
from search.need.areas import area_of, areas
from search.need.cost import cost_of, costs
from search.need.danger import dangers, is_danger
from search.need.dates import birth_dates
from search.need.emergency import emergencies
from search.need.known import KnownWords
from search.need.mask import clean, cover, identifiers
from search.need.names import names
from search.need.negation import refusals
from search.need.spoken import spoken, spoken_of
from search.need.stage import stage_of, stages
from search.need.tables import Table, table
from search.need.words import Words

__all__ = ["Understander"]

_CERTAIN = 0.6
"""Below this probability of the best language, one of the expected languages is preferred."""

_RIVAL = 0.2
"""Share of the best language's probability that an expected language needs to be preferred."""

_POSSIBLE = 0.1
"""Languages at least this probable are searched for danger too."""

_MOST_POSSIBLE = 3

_FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class _Masked:
    words: Words
    count: int


class Understander:
    """Reads needs; ``languages`` are the map's usual ones, ``emergency`` numbers of the area."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        languages: Sequence[str] = (),
        emergency: Sequence[str] = (),
    ) -> None:
        self._vocabulary = vocabulary
        self._languages = tuple(languages)
        self._emergency = tuple(emergency)

    def read(self, text: str, options: Options, areas: tuple[str, ...]) -> Need:
        """The need, masked and understood, without topics; ``areas`` are names known to the map."""
        cleaned = clean(text)
        if not any(character.isalnum() for character in cleaned):
            raise UsageError("the need is empty", way_out="Type what you would say to a colleague.")
        shown, count = identifiers(cleaned)
        possible = self._detect(shown, options)
        spoken_in = table(possible[0])
        masked = self._mask(Words.of(shown), spoken_in, areas)
        readings = self._readings(masked.words, [table(code) for code in possible], areas)
        return _need(masked, possible[0], readings, options, count)

    def emergency(self, need: Need, language: str) -> tuple[Emergency, ...]:
        """Numbers to call, in the asker's language; empty without danger."""
        return emergencies(need, language, self._emergency)

    def _detect(self, text: str, options: Options) -> list[str]:
        """The language of the text, then others that it may be."""
        prior = [code for code in (options.language, *self._languages) if code]
        ranked = detect(text, prior)
        best, certainty = ranked[0]
        if best == UNKNOWN:
            return [prior[0] if prior else _FALLBACK]
        if certainty < _CERTAIN:
            rivals = (code for code, score in ranked if score >= certainty * _RIVAL)
            best = next((code for code in rivals if code in prior), best)
        others = [code for code, score in ranked if score >= _POSSIBLE and code != best]
        return [best, *others[: _MOST_POSSIBLE - 1]]

    def _mask(self, words: Words, spoken_in: Table, known: tuple[str, ...]) -> _Masked:
        """The words without names and dates of birth."""
        places = areas(words, known, spoken_in)
        exempt = KnownWords.of(words, spoken_in, self._vocabulary, places)
        spans = [*names(exempt), *birth_dates(words, spoken_in)]
        if not spans:
            return _Masked(words, 0)
        shown, count = cover(words.text, spans)
        return _Masked(Words.of(shown), count)

    def _readings(
        self, words: Words, tables: Sequence[Table], known: tuple[str, ...]
    ) -> tuple[Reading, ...]:
        first = tables[0]
        return (
            *ages(words, first),
            *areas(words, known, first),
            *spoken(words, first),
            *costs(words, first),
            *stages(words, first),
            *refusals(words, first, self._vocabulary),
            *dangers(words, tables),
        )


def _need(
    masked: _Masked, language: str, readings: tuple[Reading, ...], options: Options, count: int
) -> Need:
    """The need of the readings that count; what the asker stated stands before what was read."""
    counted = [reading for reading in readings if reading.kind not in options.without]
    age = (options.age, options.age) if options.age is not None else age_of(counted)
    return Need(
        text=masked.words.text,
        language=language,
        age=age,
        area=options.area or area_of(counted),
        spoken=(options.spoken,) if options.spoken else spoken_of(counted),
        cost=options.cost or cost_of(counted),
        stage=options.stage or stage_of(counted),
        danger=is_danger(counted),
        masked=masked.count + count,
        readings=readings,
    )
