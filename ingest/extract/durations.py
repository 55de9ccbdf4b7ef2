"""Numbers, time limits, thresholds and frequencies as eight languages write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.phrases import Phrases

__all__ = ["Limit", "durations", "limits", "meetings_per_year", "number", "triggers"]

_DAYS = {"day": 1, "week": 7, "month": 30}
_END = r"\b)"
_GAP = r"(?:ca\.?:?\s*|about |omkring |cirka |približno |ongeveer |etwa |environ |körülbelül )?"


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit as it is written, in days (shortest, longest)."""

    text: str
    start: int
    days: tuple[int | None, int | None]


def number(text: str, phrases: Phrases) -> int | None:
    """A number in digits or in words up to twelve."""
    if text.isdigit():
        return int(text)
    for value, pattern in enumerate(phrases.numbers, 1):
        if re.fullmatch(pattern, text, re.IGNORECASE):
            return value
    return None


def limits(text: str, phrases: Phrases) -> list[Limit]:
    """Time limits ("within 2 weeks", "2 weeks to the meeting", "time ca 2-4 weeks")."""
    found: dict[int, Limit] = {}
    for match in _limit(phrases).finditer(text):
        days = _days(match, phrases)
        said_until = match["until"] is not None
        if match["within"] is None and not said_until:
            continue
        if match["within"] is not None and days[0] == days[1]:
            days = (None, days[1])
        found[match.start()] = Limit(_to_clause(text, match), match.start(), days)
    return list(found.values())


def durations(text: str, phrases: Phrases) -> list[Limit]:
    """Every duration, with or without words of limit."""
    return [
        Limit(match.group().strip(), match.start(), _days(match, phrases))
        for match in _limit(phrases).finditer(text)
    ]


def triggers(text: str, phrases: Phrases) -> list[str]:
    """What sets a step off: a share of absence within a time, a number of occasions."""
    return [match.group().strip(" .,;:") for match in _trigger(phrases).finditer(text)]


def meetings_per_year(text: str, phrases: Phrases) -> int | None:
    """How many meetings a year the text speaks of."""
    match = _meetings(phrases).search(text)
    if not match:
        return None
    return next((number(g, phrases) for g in match.groups() if g), None)


def _to_clause(text: str, match: re.Match[str]) -> str:
    """The limit with what it leads to: up to the next mark, six words at most."""
    rest = re.split(r"[.,;:!?\n]|\s(?=[A-ZÀ-Ž])", text[match.end() :], maxsplit=1)[0]
    tail = " ".join(rest.split()[:6]) if match["until"] is not None else ""
    return f"{match.group().strip()} {tail}".strip()


def _days(match: re.Match[str], phrases: Phrases) -> tuple[int | None, int | None]:
    factor = next(
        days
        for unit, days in _DAYS.items()
        if re.fullmatch(getattr(phrases, unit), match["unit"], re.IGNORECASE)
    )
    low = number(match["low"], phrases)
    high = number(match["high"], phrases) if match["high"] else low
    return (low * factor if low else None, high * factor if high else None)


@cache
def _number(phrases: Phrases) -> str:
    words = "|".join(f"(?:{word})" for word in phrases.numbers) or r"(?!)"
    return rf"(?:\d{{1,3}}|\b(?:{words}){_END}"


@cache
def _unit(phrases: Phrases) -> str:
    return rf"(?:{phrases.day}|{phrases.week}|{phrases.month})"


@cache
def _limit(phrases: Phrases) -> re.Pattern[str]:
    amount = _number(phrases)
    return re.compile(
        rf"(?:\b(?P<within>{phrases.within})\s+)?{_GAP}(?<![\w.,-])(?P<low>{amount})"
        rf"(?:\s*(?:-|–|to|til|till|do|tot|bis|à)\s*(?P<high>{amount}))?\s*"
        rf"(?P<unit>{_unit(phrases)})(?!\w)(?:\s+(?P<until>{phrases.until}))?",
        re.IGNORECASE,
    )


@cache
def _trigger(phrases: Phrases) -> re.Pattern[str]:
    amount, unit = _number(phrases), _unit(phrases)
    length = rf"{amount}\s*-?\s*{unit}(?!\w)"
    span = rf"(?:{phrases.during}\s+(?:\w+\s+)?{length}|{length}\s+{phrases.during})"
    before = rf"{phrases.during}\s+{amount}\s*-?\s*{unit}(?!\w)"
    share = r"\d{1,3}\s*(?:%|percent|procent|odstotk\w*|Prozent|pour cent|százalék\w*)"
    absent = phrases.absence
    return re.compile(
        rf"{share}[^.;%]{{0,60}}?(?:{absent})[^.;%]{{0,40}}?{span}|"
        rf"{before}[^.;%]{{0,60}}?{share}[^.;%]{{0,30}}?(?:{absent})|"
        rf"{share}[^.;%]{{0,40}}?{span}[^.;%]{{0,30}}?(?:{absent})|"
        rf"(?:{absent})[^.;%]{{0,60}}?{share}[^.;%]{{0,40}}?{span}|"
        rf"(?:{absent})\s+{amount}\s*-?{phrases.occasion}(?!\w)|"
        rf"{amount}[\s-]*(?:\w+\s+)?{phrases.occasion}(?:\s+\w+)?\s+(?:{absent})|"
        rf"{amount}\s+\w*(?:{absent.replace(chr(92) + 'b', '')}){phrases.occasion}(?!\w)|"
        rf"{amount}\s+(?:{absent})\s*{phrases.occasion}(?!\w)|"
        rf"(?:{absent})[^.;%]{{0,25}}?{amount}[\s-]*{phrases.occasion}(?!\w)|"
        rf"{amount}\s+(?:{absent})",
        re.IGNORECASE,
    )


@cache
def _meetings(phrases: Phrases) -> re.Pattern[str]:
    amount, year = _number(phrases), phrases.per_year
    fold = rf"({amount.removesuffix(_END)}))\s*(?:{phrases.times})"
    return re.compile(
        rf"({amount})\s+(?:\w+\s+)?{phrases.meeting}\s+(?:{year})|"
        rf"(?:{year})\s+(?:\w+\s+){{0,2}}?({amount})\s+(?:\w+\s+)?{phrases.meeting}|"
        rf"(?:{phrases.meets})[^.;]{{0,40}}?{fold}\s+(?:{year})|"
        rf"(?:{phrases.meets})[^.;]{{0,40}}?(?:{year})\s+{fold}|"
        rf"{fold}\s+(?:{year})[^.;]{{0,40}}?(?:{phrases.meets}|{phrases.meeting})|"
        rf"(?:{phrases.meeting})[^.;]{{0,40}}?{fold}\s+(?:{year})|"
        rf"(?:{year})\s+{fold}[^.;]{{0,40}}?(?:{phrases.meets}|{phrases.meeting})",
        re.IGNORECASE,
    )
