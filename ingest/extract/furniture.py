"""Takes off what belongs to the page and not to the text: skip links, adverts, repeated lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Block
from ingest.phrases import Phrases, phrases_for
from ontology.text import fold, tokens

__all__ = ["own_text", "title_of"]

_SAME = 0.8
"""Share of words that two blocks have in common when one repeats the other (slides, teasers)."""

_WORDS_TO_COMPARE = 12
"""Shorter lines may be alike by accident."""

_TEASER_CHARACTERS = 30
"""A line this long that begins a later one is that one's announcement."""

_TITLE_WORD = re.compile(r"title|titel|naslov|titre|cím|otsikko|tytuł|título|titolo", re.IGNORECASE)
_TAIL = re.compile(r"[\s.…]+$")
_KEPT_WHOLE = ("row", "pair")
_SHORTEST_TITLE = 4


def own_text(blocks: Sequence[Block], language: str) -> list[Block]:
    """The blocks that say something, each thing once, in their order."""
    sayings = [phrases_for(language), phrases_for("en")]
    kept: list[Block] = []
    seen: list[frozenset[str]] = []
    for at, block in enumerate(blocks):
        if _is_furniture(block.text, sayings) or _is_teaser(block, blocks[at + 1 :]):
            continue
        if block.kind not in _KEPT_WHOLE:
            words = frozenset(fold(token.text) for token in tokens(block.text))
            if len(words) >= _WORDS_TO_COMPARE:
                if any(_alike(words, before) for before in seen):
                    continue
                seen.append(words)
        kept.append(block)
    return kept


def title_of(blocks: Sequence[Block], declared: str) -> str:
    """The text's own title: the first heading or line that is more than the word "title"."""
    for block in blocks:
        is_line = block.kind in ("heading", "paragraph") and len(block.text) >= _SHORTEST_TITLE
        if is_line and not _TITLE_WORD.fullmatch(block.text):
            return _first_sentence(block.text)
    return declared


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=\w{3})[.!?]\s", text, maxsplit=1)[0][:200]


def _is_furniture(text: str, sayings: Sequence[Phrases]) -> bool:
    line = _TAIL.sub("", text.strip(" |›»«·-"))
    return any(phrases.is_whole("furniture", line) for phrases in sayings)


def _is_teaser(block: Block, later: Sequence[Block]) -> bool:
    text = _TAIL.sub("", block.text)
    if len(text) < _TEASER_CHARACTERS or block.kind in _KEPT_WHOLE:
        return False
    return any(len(b.text) > len(text) + 1 and b.text.startswith(text) for b in later)


def _alike(words: frozenset[str], before: frozenset[str]) -> bool:
    return len(words & before) >= _SAME * len(words | before)
