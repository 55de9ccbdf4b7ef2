"""Cells and sentences that hold several things: at line breaks, semicolons, commas and "and"."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["enumeration", "name_and_rest", "parts"]

_BULLET = re.compile(r"^\s*(?:[•◦▪●○■–—*\-·]|\d{1,2}[.)])\s+")
_SHORT = 90
"""Parts up to this long are entries of a list even when they begin small."""

_NAME_CHARACTERS = 100
_CLAUSE_CHARACTERS = 30
"""A clause shorter than this says too little to be a name."""

_CLAUSE = re.compile(r"(\s[–—-]\s|[,;:]\s)")
_SENTENCE = re.compile(r"(?<=[^\s.][a-zà-ž0-9)”\"]{2}[.!?])\s+(?=[A-ZÀ-ŽÅÄÖÆØ„\"“])")


def parts(cell: str) -> list[str]:
    """The entries of a cell: its lines; or, on a single line, what semicolons divide."""
    lines = [line for line in (_BULLET.sub("", line).strip() for line in cell.split("\n")) if line]
    if len(lines) != 1:
        return lines
    pieces = [piece.strip() for piece in lines[0].split(";") if piece.strip()]
    is_list = all(len(p) <= _SHORT for p in pieces) or all(p[0].isupper() for p in pieces[1:])
    return pieces if is_list else lines


def name_and_rest(text: str) -> tuple[str, str]:
    """A short name (what stands before a colon, or the first sentence) and the whole text."""
    head, colon, rest = text.partition(":")
    if (
        colon
        and rest.strip()
        and 2 < len(head) <= _NAME_CHARACTERS
        and "//" not in text[len(head) - 6 :][:9]
    ):
        return head.strip(), text
    first = _SENTENCE.split(text, maxsplit=1)[0].rstrip(". ;,")
    if len(first) <= _NAME_CHARACTERS:
        return first, text
    clause = _CLAUSE.split(first)
    for size in range(1, len(clause), 2):
        head = "".join(clause[:size])
        if _CLAUSE_CHARACTERS <= len(head) <= _NAME_CHARACTERS:
            return head, text
    cut = first[:_NAME_CHARACTERS].rsplit(" ", 1)[0]
    return f"{cut} …", text


def enumeration(text: str, joiner: str = "") -> list[str]:
    """The members of an enumeration; ``joiner`` is the language's "and" as a pattern."""
    return [part for part in (p.strip(" .–—-:") for p in _divider(joiner).split(text)) if part]


@cache
def _divider(joiner: str) -> re.Pattern[str]:
    if not joiner:
        return re.compile(r"[,;]\s*")
    return re.compile(rf"[,;]\s*(?:(?:{joiner})\s+)?|\s+(?:{joiner})\s+|\s*/\s*", re.IGNORECASE)
