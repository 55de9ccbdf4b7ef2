"""Translations of the pages: gettext catalogs by Babel, one a language."""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from babel import Locale, negotiate_locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

__all__ = ["LANGUAGES", "LOCALE", "choose", "load"]

LOCALE = Path(__file__).with_name("locale")

LANGUAGES: dict[str, str] = {
    code: (Locale(code).get_display_name(code) or code).capitalize()
    for code in ("en", "da", "sv", "sl")
}
"""Languages of the pages and what they call themselves; the first is the fallback."""


def load(language: str) -> gettext.NullTranslations:
    """The catalog of a language: the compiled one where it is in step, else compiled in memory."""
    source = LOCALE / language / "LC_MESSAGES" / "messages.po"
    compiled = source.with_suffix(".mo")
    if compiled.is_file() and compiled.stat().st_mtime >= source.stat().st_mtime:
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file)
    with source.open("rb") as file:
        catalog = read_po(file, locale=language)
    memory = BytesIO()
    write_mo(memory, catalog)
    memory.seek(0)
    return gettext.GNUTranslations(memory)


def choose(wanted: str, remembered: str, accept_language: str) -> str:
    """The visitor's language: asked for now, chosen before, or as the browser says."""
    for language in (wanted, remembered):
        if language in LANGUAGES:
            return language
    found = negotiate_locale(_preferences(accept_language), list(LANGUAGES), sep="-")
    return found or next(iter(LANGUAGES))


def _preferences(header: str) -> Iterable[str]:
    """Languages of an Accept-Language header, the most wanted first."""
    ranked: list[tuple[float, str]] = []
    for part in header.split(","):
        language, _, quality = part.strip().partition(";q=")
        try:
            ranked.append((float(quality or 1), language))
        except ValueError:
            continue
    return [language for _, language in sorted(ranked, key=lambda row: -row[0])]
