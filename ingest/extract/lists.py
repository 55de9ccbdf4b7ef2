"""Enumerations in sentences and lists under a lead: what belongs to it, and which entries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.extract.split import enumeration
from ingest.model import Block
from ingest.phrases import Phrases

__all__ = ["Listing", "enumerated", "listings"]

_FEWEST = 3
_ENTRY_WORDS = 7
"""An entry of a partner list is a name, not a sentence."""

_DASHED = re.compile(r"\s[–—-]\s(.+?)(?:\s[–—-]\s|$)", re.DOTALL)
_CLAUSE_END = re.compile(r"(?<=\w{3})[.!?](?:\s|$)|\s[–—]\s|\(")


@dataclass(frozen=True, slots=True)
class Listing:
    """A lead and the items below it."""

    lead: Block
    items: tuple[Block, ...]

    @property
    def is_of_names(self) -> bool:
        """Whether the items are names rather than sentences."""
        short = [item for item in self.items if len(item.text.split()) <= _ENTRY_WORDS]
        longest = max(len(item.text.split()) for item in self.items)
        return len(short) == len(self.items) or (
            len(short) >= 0.8 * len(self.items) and longest <= 2 * _ENTRY_WORDS
        )


def listings(blocks: Sequence[Block]) -> list[Listing]:
    """Runs of unnumbered items with the block before them."""
    found: list[Listing] = []
    lead: Block | None = None
    items: list[Block] = []
    for block in (*blocks, Block("heading", "", "")):
        if block.kind == "item" and not block.marker:
            items.append(block)
            continue
        if lead and len(items) > 1:
            found.append(Listing(lead, tuple(items)))
        lead, items = block, []
    return found


def enumerated(text: str, phrases: Phrases, *heads: str) -> list[str]:
    """The entries after the first of the heads ("including", "such as") that has some."""
    for head in heads:
        for match in phrases.finditer(head, text):
            entries = _entries(text[match.end() :], phrases.joiner)
            if len(entries) >= _FEWEST:
                return entries
    return []


def _entries(rest: str, joiner: str) -> list[str]:
    """Entries between dashes, after a colon, or up to the end of the clause."""
    candidates: list[str] = []
    if dashed := _DASHED.search(rest[:600]):
        candidates.append(dashed[1])
    if ":" in rest[:80]:
        candidates.append(_CLAUSE_END.split(rest.split(":", 1)[1], maxsplit=1)[0])
    candidates.append(_CLAUSE_END.split(rest, maxsplit=1)[0])
    for candidate in candidates:
        entries = enumeration(candidate, joiner)
        if len(entries) >= _FEWEST and all(len(e.split()) <= _ENTRY_WORDS for e in entries):
            return entries
    return []
