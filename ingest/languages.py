"""The language of a document and of each of its blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Block, Reading
from ontology.language import LANGUAGES, UNKNOWN, detect

__all__ = ["language_of", "parts_by_language", "with_languages"]

_LETTERS_TO_TELL = 60
"""A shorter block is in the document's language."""

_CERTAIN = 0.95
_LEAST_CHARACTERS = 200
"""A passage in another language that is worth reading on its own."""


def language_of(text: str, declared: str = "") -> str:
    """The main language of a text; empty when it has no letters."""
    prior = (declared,) if declared in LANGUAGES else ()
    best = detect(text, prior)[0][0]
    return "" if best == UNKNOWN else best


def with_languages(reading: Reading) -> Reading:
    """The reading with its language, and that of each block that is in another one."""
    main = language_of("\n".join(b.text for b in reading.blocks), reading.language)
    blocks = tuple(replace(block, language=_of(block, main)) for block in reading.blocks)
    return replace(reading, language=main, blocks=blocks)


def _of(block: Block, main: str) -> str:
    if block.kind == "row" or sum(c.isalpha() for c in block.text) < _LETTERS_TO_TELL:
        return main
    best, score = detect(block.text, (main,))[0]
    return best if score >= _CERTAIN and best != UNKNOWN else main


def parts_by_language(reading: Reading) -> Sequence[Reading]:
    """The reading divided by language; short blocks stay with those before them."""
    sizes: Counter[str] = Counter()
    for block in reading.blocks:
        sizes[block.language] += len(block.text)
    own = {
        code
        for code, size in sizes.items()
        if size >= _LEAST_CHARACTERS and code != reading.language
    }
    if not own:
        return (reading,)
    groups: dict[str, list[Block]] = {reading.language: []}
    current = reading.language
    for block in reading.blocks:
        is_long = len(block.text) >= _LETTERS_TO_TELL
        current = block.language if is_long and block.language in own else current
        current = reading.language if is_long and block.language not in own else current
        groups.setdefault(current, []).append(block)
    return tuple(
        replace(reading, blocks=tuple(blocks), language=code)
        for code, blocks in groups.items()
        if blocks
    )
