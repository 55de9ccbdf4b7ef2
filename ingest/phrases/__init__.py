"""How a language says what matters here: who refers, who pays, when, for whom.

One module a language, with patterns only; what they mean stands in ``Phrases``. A language
without a module is read by the vocabulary alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from types import MappingProxyType

__all__ = ["LANGUAGES", "Phrases", "phrases_for"]

LANGUAGES = ("en", "da", "sv", "sl", "nl", "de", "fr", "hu")

_NEVER = r"(?!)"
"""Matches nothing."""


@dataclass(frozen=True, eq=False)
class Phrases:
    """Regular expressions of one language, matched without regard to letter case."""

    furniture: str = _NEVER
    """A whole line that belongs to the page and not to the text: skip links, sharing, adverts."""
    provides: str = _NEVER
    """Verbs of giving help: offers, supports, runs."""
    refers: str = _NEVER
    """X sends on to, or turns for help to, Y."""
    referred: str = _NEVER
    """Somebody is sent on to Y."""
    through: str = _NEVER
    """X reaches something through Y."""
    coordinates: str = _NEVER
    """X keeps Y together."""
    coordinated_by: str = _NEVER
    """Y is kept together by, or at, X."""
    funds: str = _NEVER
    funded_by: str = _NEVER
    members: str = _NEVER
    """What stands before the members of a network: "includes the following", "takes part"."""
    partners: str = _NEVER
    """Heads of lists of partners: "partners", "types and fields"."""
    examples: str = _NEVER
    """What stands before examples: "such as"."""
    between: str = _NEVER
    """cooperation between X and Y"""
    joiner: str = _NEVER
    """and, or: between the last two of an enumeration"""
    together: str = _NEVER
    """X works with Y."""
    staff: str = _NEVER
    """Those who work somewhere: their list is no list of partners."""
    target: str = _NEVER
    """Speaks of those whom the work is for."""
    legal: str = _NEVER
    """Head of the laws that something stands on."""
    law: str = _NEVER
    """A single law by its name."""
    updated: str = _NEVER
    """What stands before the date of the last change."""
    consent: str = _NEVER
    """A permission to share."""
    steps: str = _NEVER
    """Head of a list of steps."""
    step_word: str = _NEVER
    """"step" before its number."""
    fields: str = _NEVER
    """What stands before fields of help: "in the area of"."""
    aims: str = _NEVER
    """Head of the aims of a project."""
    district: str = _NEVER
    """What a network is set up by: school districts."""
    meeting: str = _NEVER
    meets: str = _NEVER
    times: str = _NEVER
    """times, after a number"""
    per_year: str = _NEVER
    event: str = _NEVER
    """A day or event held each year."""
    once: str = _NEVER
    numbers: tuple[str, ...] = ()
    """Words for 1, 2, 3 … as patterns."""
    within: str = _NEVER
    """within, at the latest after"""
    until: str = _NEVER
    """What stands between a duration and what it lasts to: "2 weeks to"."""
    during: str = _NEVER
    absence: str = _NEVER
    occasion: str = _NEVER
    day: str = _NEVER
    week: str = _NEVER
    month: str = _NEVER
    keys: MappingProxyType[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Keys of metadata blocks: kind, country, language, education, level, intensity, funding …"""

    def search(self, name: str, text: str) -> re.Match[str] | None:
        """Where a pattern first occurs in the text."""
        return _compiled(getattr(self, name)).search(text)

    def finditer(self, name: str, text: str) -> list[re.Match[str]]:
        """Everywhere a pattern occurs."""
        return list(_compiled(getattr(self, name)).finditer(text))

    def is_whole(self, name: str, text: str) -> bool:
        """Whether the pattern is all of the text."""
        return _compiled(getattr(self, name)).fullmatch(text.strip()) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def phrases_for(language: str) -> Phrases:
    """The patterns of a language; none at all where we have none."""
    if language not in LANGUAGES:
        return Phrases()
    found: Phrases = import_module(f"ingest.phrases.{language}").PHRASES
    return found
