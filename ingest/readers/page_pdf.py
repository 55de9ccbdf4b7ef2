"""PDF files: text in reading order with headings by font size; ruled tables as rows."""

from __future__ import annotations

import ctypes
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium

from ingest.model import Block, Reading
from ingest.readers.layout import Line, blocks_of
from ingest.readers.source import Source

__all__ = ["read_pdf"]

_MAX_PAGES = 2000
_EDGE_LINES = 2
"""Running heads and page numbers stand in the first or last lines of a page."""

_FULL_PAGE = 8
"""Lines; of a page with fewer only the outermost count."""

_EDGE_PAGES = 3
"""So many pages must share a line before it counts as a running head."""

_HEADING_RATIO = 1.15
"""A line set so much larger than the text is a heading."""

_RULES = 6
"""Fewer drawn paths make no table: a line under the title, a box."""

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_DIVIDED = re.compile(r"(?<=[a-zß-ÿ])[\ufffe\x02](?=[a-zß-ÿ])")
"""pdfium's mark for a hyphen at the end of a line; between small letters it only divides a word."""

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _PageLine:
    text: str
    size: float


def read_pdf(source: Source) -> Reading:
    """Blocks of all pages; running heads are dropped, divided words healed."""
    document = _open(source)
    try:
        pages = [_lines(document[at]) for at in range(len(document))]
        ruled = [at for at in range(len(document)) if _paths(document[at]) >= _RULES]
        title = str(document.get_metadata_dict().get("Title") or "")
    finally:
        document.close()
    if not any(line.text.strip() for page in pages for line in page):
        what = "the pages hold no text: they are pictures"
        raise source.error(what, way_out="Run text recognition (OCR) on it first")
    blocks = tuple(_blocks(pages, _tables(source, ruled)))
    title = title or next((b.text for b in blocks if b.kind == "heading"), blocks[0].text[:300])
    return Reading(source.path, "application/pdf", source.digest, blocks, title)


def _open(source: Source) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            what, way_out = "the file is protected by a password", "Save it without a password"
        else:
            what, way_out = "the file is cut off or damaged", "Get it again from where it came from"
        raise source.error(what, way_out=way_out) from error
    if not 0 < len(document) <= _MAX_PAGES:
        what = f"{len(document)} pages; 1 to {_MAX_PAGES} can be read"
        raise source.error(what, way_out="Split the file")
    return document


def _lines(page: pypdfium2.PdfPage) -> list[_PageLine]:
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    found: list[_PageLine] = []
    at = 0
    for line in text.split("\n"):
        stripped = _FORBIDDEN.sub("", _DIVIDED.sub("", line).replace("\ufffe", "-"))
        lead = len(line) - len(line.lstrip())
        size = pdfium.FPDFText_GetFontSize(text_page.raw, ctypes.c_int(at + lead))
        found.append(_PageLine(stripped.strip(), round(float(size), 1)))
        at += len(line) + 1
    return found


def _paths(page: pypdfium2.PdfPage) -> int:
    return sum(1 for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=2))


def _tables(source: Source, pages: list[int]) -> dict[int, list[tuple[str, ...]]]:
    """Rows of the ruled tables of each page given; only those pages are read a second time."""
    if not pages:
        return {}
    with pdfplumber.open(io.BytesIO(source.data), pages=[at + 1 for at in pages]) as document:
        return {
            at: [
                tuple((cell or "").strip() for cell in row)
                for table in page.extract_tables()
                for row in table
                if len(row) > 1
            ]
            for at, page in zip(pages, document.pages, strict=True)
        }


def _blocks(
    pages: list[list[_PageLine]], tables: dict[int, list[tuple[str, ...]]]
) -> Iterator[Block]:
    body = _body_size(pages)
    running = _running_heads(pages, body)
    for number, page in enumerate(pages, 1):
        place = f"page {number}"
        rows = tables.get(number - 1, [])
        in_table = {" ".join(cell.split()) for row in rows for cell in row} | {
            " ".join(" ".join(row).split()) for row in rows
        }
        in_table |= {line.strip() for row in rows for cell in row for line in cell.split("\n")}
        lines = [
            Line(line.text, place, 2 if _is_heading(line, body) else 0)
            for line in page
            if _mask(line.text) not in running and (not line.text or line.text not in in_table)
        ]
        yield from blocks_of(lines, wrapped=True)
        for at, cells in enumerate(rows, 1):
            if any(cells):
                text = " | ".join(filter(None, cells))
                yield Block("row", text, f"{place}, table row {at}", cells=cells)


def _is_heading(line: _PageLine, body: float) -> bool:
    return bool(line.text) and line.size >= body * _HEADING_RATIO and len(line.text) < 120


def _body_size(pages: list[list[_PageLine]]) -> float:
    sizes = Counter[float]()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def _running_heads(pages: list[list[_PageLine]], body: float) -> frozenset[str]:
    """What stands at the edge of many pages, its numbers aside; headings do not."""
    seen = Counter[str]()
    for page in pages:
        lines = [line for line in page if line.text]
        edge = _EDGE_LINES if len(lines) > _FULL_PAGE else 1
        edges = (*lines[:edge], *lines[-edge:])
        seen.update({_mask(line.text) for line in edges if not _is_heading(line, body)})
    needed = max(_EDGE_PAGES, len(pages) // 2)
    return frozenset(text for text, count in seen.items() if count >= needed)


def _mask(text: str) -> str:
    return _DIGITS.sub("#", text)
