"""CSV, TSV and the like: the delimiter is found out, every line becomes a row."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from ingest.model import Block, Reading
from ingest.readers.decode import decode
from ingest.readers.source import Source

__all__ = ["MAX_COLUMNS", "read_csv"]

MAX_COLUMNS = 1000
"""No directory has more; a file that does is damaged or no table."""

_DELIMITERS = (";", ",", "\t", "|")
_SAMPLE_LINES = 60


def read_csv(source: Source) -> Reading:
    """Rows of a delimited text; how the quotes and line ends were written does not matter."""
    text = decode(source)
    delimiter = _delimiter(text)
    if text.startswith("sep=") and len(text) > 4:
        delimiter, text = text[4], text.split("\n", 1)[-1]
    blocks = tuple(_rows(source, text, delimiter))
    return Reading(source.path, "text/csv", source.digest, blocks)


def _rows(source: Source, text: str, delimiter: str) -> Iterator[Block]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, row in enumerate(reader, 1):
            if len(row) > MAX_COLUMNS:
                what = f"{len(row):,} columns; at most {MAX_COLUMNS:,} make sense"
                way_out = "Check the delimiter and the line ends"
                raise source.error(what, at=f"row {number}", way_out=way_out)
            cells = tuple(cell.strip() for cell in row)
            if any(cells):
                yield Block("row", " | ".join(filter(None, cells)), f"row {number}", cells=cells)
    except csv.Error as error:
        way_out = "A quotation mark is probably not closed: save the table again as CSV"
        raise source.error(str(error), at=f"line {reader.line_num}", way_out=way_out) from error


def _delimiter(text: str) -> str:
    """The delimiter that divides most lines into the same number of columns."""
    sample = "\n".join(text.split("\n", _SAMPLE_LINES)[:_SAMPLE_LINES])
    return max(_DELIMITERS, key=lambda mark: _regularity(sample, mark))


def _regularity(sample: str, mark: str) -> tuple[int, int]:
    try:
        rows = list(csv.reader(io.StringIO(sample, newline=""), delimiter=mark))
    except csv.Error:
        return (0, 0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return (0, 0)
    width, lines = max(widths.items(), key=lambda item: (item[1], item[0]))
    return (lines, width)
