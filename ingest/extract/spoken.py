"""Names of languages to codes: ``"Danish, Arabic with interpreter"`` to ``("da", "ar")``."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from ontology.language import LANGUAGES
from ontology.text import fold, tokens

__all__ = ["spoken_codes"]

_SPLIT = re.compile(r"[,;/|&\n•+]")
_AND = re.compile(r"\s(?:and|og|och|in|und|en|et|és|i|y|e)\s", re.IGNORECASE)
_CODE = re.compile(r"^[A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?$")
_MACRO = {"no": "nb", "ku": "ku", "sr": "sr", "prs": "fa"}
"""Codes that directories use for the one we know."""

_LONGEST_NAME = 3


def spoken_codes(text: str, language: str = "") -> tuple[str, ...]:
    """BCP 47 codes of the languages named, in the order of the text."""
    found: dict[str, None] = {}
    for piece in _SPLIT.split(text):
        for part in _AND.split(piece):
            if code := _code(part.strip(), language):
                found.setdefault(code)
    return tuple(found)


def _code(part: str, language: str) -> str:
    if _CODE.match(part) and part.split("-")[0].lower() in _codes():
        plain = part.split("-")[0].lower()
        return _MACRO.get(plain, plain)
    words = [fold(token.text) for token in tokens(part)]
    for size in range(min(_LONGEST_NAME, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            name = " ".join(words[at : at + size])
            for wanted in dict.fromkeys((language, "en", *LANGUAGES)):
                if code := _names(wanted).get(name):
                    return _MACRO.get(code, code)
    return ""


@cache
def _codes() -> frozenset[str]:
    return frozenset(Locale("en").languages)


@cache
def _names(language: str) -> dict[str, str]:
    if language not in LANGUAGES:
        return {}
    names = {fold(name): code for code, name in Locale(language).languages.items() if len(code) < 4}
    return names | {fold(Locale(language).display_name or ""): language}
