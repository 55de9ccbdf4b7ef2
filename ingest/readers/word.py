"""DOCX texts: headings, paragraphs, list items and table rows in the order of the page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

from ingest.model import Block, Reading
from ingest.readers.layout import Line, blocks_of
from ingest.readers.source import Source

__all__ = ["read_docx"]

_HEADING = re.compile(r"heading\s*(\d)", re.IGNORECASE)


def read_docx(source: Source) -> Reading:
    """The body of the text; headers and footers are left out."""
    document = docx.Document(io.BytesIO(source.data))
    blocks = tuple(_blocks(document.iter_inner_content()))
    if not blocks:
        what = "the document holds no text"
        raise source.error(what, way_out="Save it with its text, not a picture of it")
    title = document.core_properties.title
    title = title or next((b.text for b in blocks if b.kind == "heading"), "")
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return Reading(source.path, media_type, source.digest, blocks, title or blocks[0].text[:300])


def _blocks(parts: Iterable[Paragraph | Table]) -> Iterator[Block]:
    """The blocks of all parts; the items of a numbered list get their numbers back."""
    number = 0
    for at, part in enumerate(parts, 1):
        for block in _rows(part, at) if isinstance(part, Table) else _paragraph(part, at):
            if block.marker:
                number += 1
                yield replace(block, marker=str(number))
            else:
                number = 0 if block.kind == "heading" else number
                yield block


def _paragraph(paragraph: Paragraph, at: int) -> Iterator[Block]:
    text = paragraph.text.strip()
    if not text:
        return
    place = f"paragraph {at}"
    style = paragraph.style
    name = f"{style.style_id} {style.name}" if style is not None else ""
    if heading := _HEADING.search(name):
        yield Block("heading", " ".join(text.split()), place, level=int(heading[1]))
    elif name.startswith("Title"):
        yield Block("heading", " ".join(text.split()), place, level=1)
    elif "List" in name or _is_numbered(paragraph):
        marker = "1" if "Number" in name else ""
        yield Block("item", " ".join(text.split()), place, level=1, marker=marker)
    else:
        yield from blocks_of([Line(line, place) for line in text.split("\n")])


def _is_numbered(paragraph: Paragraph) -> bool:
    properties = paragraph._p.pPr
    return properties is not None and properties.numPr is not None


def _rows(table: Table, at: int) -> Iterator[Block]:
    for number, row in enumerate(table.rows, 1):
        cells = tuple(cell.text.strip() for cell in row.cells)
        if any(cells):
            place = f"table at paragraph {at}, row {number}"
            yield Block("row", " | ".join(filter(None, cells)), place, cells=cells)
