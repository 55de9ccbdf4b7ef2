"""What each language says for a reading: ``data/<language>.toml``, read when first asked for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from search.need.pattern import Element, Phrases

__all__ = ["SHARED", "Table", "table"]

SHARED = "shared"
"""The table of what holds for every language."""

_FOLDER = Path(__file__).with_name("data")

_SERVED_BY = {"nn": "nb", "no": "nb", "sr": "hr", "bs": "hr"}
"""Languages near enough to another to use its table."""


class Table:
    """The data of one language; everything asked for twice is compiled once."""

    def __init__(self, language: str, raw: Mapping[str, Any]) -> None:
        self.language = language
        self._raw = raw
        self._elements: dict[tuple[str, str], Element] = {}
        self._phrases: dict[tuple[str, ...], Phrases] = {}

    def section(self, name: str) -> dict[str, Any]:
        """A section as read; empty when the language has none."""
        found: dict[str, Any] = self._raw.get(name, {})
        return found

    def strings(self, section: str, key: str) -> list[str]:
        """A list of strings; empty when the language has none."""
        found: list[str] = self.section(section).get(key, [])
        return found

    def words(self, section: str, key: str) -> frozenset[str]:
        """Words of one string, parted by blanks."""
        return frozenset(str(self.section(section).get(key, "")).split())

    def element(self, section: str, key: str) -> Element:
        """A list of words as one test of a word."""
        if (section, key) not in self._elements:
            self._elements[section, key] = Element(self.strings(section, key))
        return self._elements[section, key]

    def phrases(self, section: str, *keys: str) -> Phrases:
        """The phrases of a section, labelled by key; of all keys unless some are named."""
        name = (section, *keys)
        if name not in self._phrases:
            rows = self.section(section)
            chosen = {key: rows.get(key, []) for key in keys} if keys else rows
            self._phrases[name] = Phrases(chosen)
        return self._phrases[name]


@cache
def table(language: str) -> Table:
    """The table of a language; an empty one where we have no data."""
    path = _FOLDER / f"{_SERVED_BY.get(language, language)}.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return Table(language, raw)
