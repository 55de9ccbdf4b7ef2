"""One reader a format, chosen by the content. Bad input ends here, as an ``InputError``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from ingest.model import Reading
from ingest.readers.hsds import HsdsReading
from ingest.readers.source import MAX_BYTES, Source, detect, load
from ontology.errors import InputError

__all__ = ["MAX_BYTES", "HsdsReading", "Source", "load", "read", "read_source"]

_READERS: Mapping[str, tuple[str, str]] = {
    "pdf": ("page_pdf", "read_pdf"),
    "docx": ("word", "read_docx"),
    "xlsx": ("table_xlsx", "read_xlsx"),
    "json": ("hsds", "read_hsds"),
    "html": ("page_html", "read_html"),
    "csv": ("table_csv", "read_csv"),
    "markdown": ("plain_text", "read_markdown"),
    "text": ("plain_text", "read_text"),
}
"""Format to module and function, imported when first needed: a search never pays for PDF."""


def read(path: Path, *, max_bytes: int = MAX_BYTES) -> Reading | HsdsReading:
    """The file as blocks, or as HSDS records; every fault of it is an ``InputError``."""
    return read_source(load(path, max_bytes))


def read_source(source: Source) -> Reading | HsdsReading:
    """The same for bytes that have been loaded."""
    kind = detect(source)
    try:
        return _reader(kind)(source)
    except InputError:
        raise
    except Exception as error:
        # The parsers below us raise whatever they stumble over; for the user it is one thing.
        what = f"cannot be read as {kind.upper()} ({type(error).__name__}: {error})"[:300]
        way_out = "The file is damaged or not what it says: save it again or get it anew"
        raise source.error(what, way_out=way_out) from error


def _reader(kind: str) -> Callable[[Source], Reading | HsdsReading]:
    module, name = _READERS[kind]
    reader: Callable[[Source], Reading | HsdsReading] = getattr(
        import_module(f"ingest.readers.{module}"), name
    )
    return reader
