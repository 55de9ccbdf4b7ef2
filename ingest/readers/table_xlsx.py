"""XLSX workbooks: every sheet a heading, every filled row a row; values, not formulas."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from typing import Any

import openpyxl

from ingest.model import Block, Reading
from ingest.readers.source import Source
from ingest.readers.table_csv import MAX_COLUMNS

__all__ = ["read_xlsx"]


def read_xlsx(source: Source) -> Reading:
    """Rows of all visible sheets; a formula counts as the value the workbook last showed."""
    book = openpyxl.load_workbook(io.BytesIO(source.data), read_only=True, data_only=True)
    try:
        blocks = tuple(_blocks(source, book))
    finally:
        book.close()
    if not any(block.kind == "row" for block in blocks):
        raise source.error("no sheet holds anything", way_out="Save the workbook again")
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return Reading(source.path, media_type, source.digest, blocks, str(book.properties.title or ""))


def _blocks(source: Source, book: Any) -> Iterator[Block]:
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        sheet.reset_dimensions()
        yield Block("heading", sheet.title, f"sheet {sheet.title}", level=1)
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            place = f"sheet {sheet.title}, row {number}"
            cells = tuple(_text(value) for value in row)
            while cells and not cells[-1]:
                cells = cells[:-1]
            if len(cells) > MAX_COLUMNS:
                what = f"{len(cells):,} columns; at most {MAX_COLUMNS:,} make sense"
                raise source.error(what, at=place, way_out="Delete the stray cells at the right")
            if cells:
                yield Block("row", " | ".join(filter(None, cells)), place, cells=cells)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value).replace("\r\n", "\n").replace("_x000D_", "").strip()
