"""Lines of plain text or Markdown to blocks: headings, paragraphs, items, pairs and table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.model import Block

__all__ = ["Line", "blocks_of", "clean_inline", "lines_of"]

_HASHES = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
_BULLET = re.compile(r"^(\s*)(?:[•◦▪●○■–—*+\-·]|\d{1,3}[.)]|[a-z]\))\s+(\S.*)$")
_NUMBER = re.compile(r"^\s*(\d{1,3})[.)]\s")
_SLIDE = re.compile(r"^(\d{1,3})\s+(?=\S)(.+)$", re.DOTALL)
_RULE = re.compile(r"^\s*([-=_*~]\s*){3,}$")
_PAIR = re.compile(r"^([^\s:|][^:|.!?]{1,50}):\s+(\S.*)$")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{1,}:?\s*(\|\s*:?-{1,}:?\s*)*\|?\s*$")
_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"<(?:sup|sub)>[^<]*</(?:sup|sub)>|</?[a-zA-Z][^>]{0,80}>"), ""),
    (re.compile(r"<((?:https?|mailto):[^>]+)>"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])[*_](?=\S)([^*_\n]+?)(?<=\S)[*_](?![\w*])"), r"\1"),
    (re.compile(r"`([^`]+)`"), r"\1"),
)
_SENTENCE_STOP = (".", "!", "?", ";", ",", ":", "…")
_HEADING_CHARACTERS = 70
"""A lone line up to this long without a full stop is read as a heading."""

_LIST_COMMAS = 2
"""A line with so many commas is an enumeration."""

_WRAP = (45, 130)
"""Lines of hand-wrapped text are about equally long, within these bounds."""

_SLIDES = 3
"""So many paragraphs numbered 1, 2, 3 … in a row are slides or numbered sections."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, where it stands, and its heading level where the format says so (0: unknown)."""

    text: str
    place: str
    level: int = 0


def lines_of(text: str) -> list[Line]:
    """The lines of a text with their numbers."""
    return [Line(line.rstrip(), f"line {at}") for at, line in enumerate(text.split("\n"), 1)]


def clean_inline(text: str) -> str:
    """Text without Markdown emphasis, links, footnote marks and tags."""
    for pattern, by in _INLINE:
        text = pattern.sub(by, text)
    return " ".join(text.split())


def blocks_of(lines: Sequence[Line], *, wrapped: bool = False) -> tuple[Block, ...]:
    """Blocks of the lines; ``wrapped`` says that a line's end means nothing (PDF)."""
    found: list[Block] = []
    for chunk in _chunks(lines):
        found += _rows(chunk) or _chunk_blocks(chunk, wrapped or _is_wrapped(chunk))
    return _slides(tuple(block for block in found if block.text))


def _chunks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines without an empty line between them; each heading is one of its own."""
    chunk: list[Line] = []
    for line in lines:
        heading = bool(line.level or _HASHES.match(line.text))
        if chunk and (heading or not line.text.strip() or _RULE.match(line.text)):
            yield chunk
            chunk = []
        if heading:
            yield [line]
        elif line.text.strip() and not _RULE.match(line.text):
            chunk.append(line)
    if chunk:
        yield chunk


def _is_wrapped(chunk: list[Line]) -> bool:
    """Whether somebody broke one paragraph into lines of about equal length."""
    if _SLIDE.match(chunk[0].text):
        return False
    lengths = [len(line.text) for line in chunk[:-1]]
    if not lengths or any(_BULLET.match(line.text) for line in chunk):
        return bool(lengths) and max(lengths) <= _WRAP[1] and min(lengths) >= _WRAP[0] // 3
    low, high = _WRAP
    return low <= min(lengths) and max(lengths) <= high and len(chunk[-1].text) <= high


def _rows(chunk: list[Line]) -> list[Block]:
    """Rows of a table drawn with bars or tabs; nothing when the chunk is none."""
    for mark in ("|", "\t"):
        kept = [line for line in chunk if not (mark == "|" and _TABLE_RULE.match(line.text))]
        if kept and all(mark in line.text.strip() for line in kept) and _is_table(kept, mark):
            return [_row(line, mark) for line in kept]
    return []


def _is_table(lines: list[Line], mark: str) -> bool:
    widths = {line.text.strip().strip(mark).count(mark) for line in lines}
    return min(widths) >= 1 and (len(lines) > 1 or min(widths) >= 2)


def _row(line: Line, mark: str) -> Block:
    text = line.text.strip() if mark == "|" else line.text
    if mark == "|":
        text = text.removeprefix("|").removesuffix("|")
    cells = tuple(clean_inline(cell) for cell in text.split(mark))
    return Block("row", " | ".join(cells), line.place, cells=cells)


def _chunk_blocks(chunk: list[Line], wrapped: bool) -> Iterator[Block]:
    first = chunk[0]
    if first.level:
        yield Block("heading", clean_inline(first.text), first.place, level=first.level)
        return
    if hashes := _HASHES.match(first.text):
        yield Block("heading", clean_inline(hashes[2]), first.place, level=len(hashes[1]))
        return
    joined = _joined(chunk, wrapped)
    lone = len(joined) == 1
    for line in joined:
        yield _line_block(line, lone)


def _joined(chunk: list[Line], wrapped: bool) -> list[Line]:
    """Lines with their continuations: indented below a bullet, or any line of wrapped text."""
    found: list[Line] = []
    for line in chunk:
        text = line.text
        bullet = _BULLET.match(text)
        under_item = bool(found and _BULLET.match(found[-1].text))
        if found and not bullet and (wrapped or (under_item and text.startswith((" ", "\t")))):
            found[-1] = replace(found[-1], text=_glue(found[-1].text, text.strip()))
        else:
            found.append(line)
    return found


def _glue(before: str, after: str) -> str:
    """Join a broken line, healing a word that was divided at its end."""
    if before.endswith(("-", "\u00ad")) and before[-2:-1].isalpha() and after[:1].islower():
        return before[:-1] + after
    return f"{before} {after}"


def _line_block(line: Line, lone: bool) -> Block:
    if bullet := _BULLET.match(line.text):
        number = _NUMBER.match(line.text)
        text = clean_inline(bullet[2])
        level = 1 + len(bullet[1].expandtabs(4)) // 2
        return Block("item", text, line.place, level, marker=number[1] if number else "")
    text = clean_inline(line.text)
    if (pair := _PAIR.match(text)) and len(pair[1].split()) <= 4:
        return Block("pair", text, line.place, cells=(pair[1].strip(), pair[2].strip()))
    if lone and _is_heading(text):
        return Block("heading", text, line.place, level=2)
    return Block("paragraph", text, line.place)


def _is_heading(text: str) -> bool:
    return (
        len(text) <= _HEADING_CHARACTERS
        and not text.endswith(_SENTENCE_STOP)
        and text.count(", ") < _LIST_COMMAS
        and text[:1].isalnum()
        and not text[:1].islower()
    )


def _slides(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Take the numbers off paragraphs that are numbered 1, 2, 3 … through the whole text."""
    numbered: dict[int, str] = {}
    for at, block in enumerate(blocks):
        found = _SLIDE.match(block.text) if block.kind != "item" else None
        if found and int(found[1]) == len(numbered) + 1:
            numbered[at] = found[2]
    if len(numbered) < _SLIDES:
        return blocks
    numbers = {at: str(number) for number, at in enumerate(numbered, 1)}
    unnumbered = list(blocks)
    for at, text in numbered.items():
        unnumbered[at] = Block("paragraph", text, blocks[at].place, marker=numbers[at])
    return tuple(unnumbered)
