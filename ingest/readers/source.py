"""A file's bytes and what they are, told by the content first and by the name second."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ontology.errors import InputError

__all__ = ["MAX_BYTES", "Source", "detect", "load"]

MAX_BYTES = 200 * 1024 * 1024
"""Larger files are refused: they would not fit into memory beside the map."""

_MAX_UNPACKED = 1024 * 1024 * 1024
"""What a workbook or text document may unpack to; real ones stay far below."""

_MAX_RATIO = 200
"""Office files shrink to a tenth or so; a bomb to less than a thousandth."""

_SUSPECT = 64 * 1024 * 1024
"""Below this the ratio says nothing: an empty sheet packs very well."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_BINARY: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a bitmap picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"RIFF", "a sound, film or WebP picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"{\\rtf", "a rich text document"),
    (b"%!PS", "a PostScript document"),
)
_TEXT_STARTS = (b"BM", b"MZ", b"RIFF", b"BZh", b"Rar!")
"""Also how a plain text may begin: they count only when a null byte follows soon."""

_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<body[\s>]|<table[\s>]", re.IGNORECASE)
_TABLES = {".csv", ".tsv", ".tab", ".xlsx", ".xls", ".ods"}
_JSON = {".json", ".jsonl", ".ndjson", ".geojson"}
_MARKDOWN = {".md", ".markdown", ".mkd"}


@dataclass(frozen=True)
class Source:
    """One file in memory; ``name`` is how messages call it."""

    path: Path
    data: bytes

    @property
    def name(self) -> str:
        """The path as the user gave it."""
        return str(self.path)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()

    def error(self, what: str, *, at: str = "", way_out: str) -> InputError:
        """An error that names this file and the place in it."""
        return InputError(what, place=f"{self.name}, {at}" if at else self.name, way_out=way_out)


def load(path: Path, max_bytes: int = MAX_BYTES) -> Source:
    """The file's bytes, or an error that says why they cannot be had."""
    nothing = Source(path, b"")
    try:
        size = path.stat().st_size
        if size > max_bytes:
            what = f"{size / 2**20:.0f} MiB are more than the limit of {max_bytes / 2**20:.0f} MiB"
            raise nothing.error(what, way_out="Split the file, or raise the limit")
        data = path.read_bytes()
    except OSError as error:
        what = f"cannot be opened ({error.strerror or error})"
        raise nothing.error(what, way_out="Check the name and the rights to read it") from error
    if not data.strip():
        raise nothing.error("the file is empty", way_out="Save it again, or leave it out")
    return Source(path, data)


def detect(source: Source) -> str:
    """Name of the format: pdf, docx, xlsx, json, html, csv, markdown or text."""
    head = source.data[:1024]
    suffix = source.path.suffix.lower()
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(_OLE):
        raise _old_office(source)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(source)
    _refuse_binary(source, head)
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] in (b"{", b"[") and (suffix in _JSON or suffix not in _TABLES | _MARKDOWN):
        return "json" if suffix in _JSON or re.match(rb'[{\[]\s*[\[{"}\]]', start) else "text"
    if _HTML.search(source.data[:4096]) and suffix not in _MARKDOWN:
        return "html"
    if suffix in _TABLES:
        return "csv"
    return "markdown" if suffix in _MARKDOWN else "text"


def _refuse_binary(source: Source, head: bytes) -> None:
    for magic, meaning in _BINARY:
        if head.startswith(magic) and (magic not in _TEXT_STARTS or b"\x00" in head[:64]):
            way_out = "Export it as PDF with text, DOCX, XLSX, CSV, HTML or plain text"
            raise source.error(f"the file is {meaning}", way_out=way_out)


def _old_office(source: Source) -> InputError:
    if "EncryptedPackage".encode("utf-16-le") in source.data:
        return source.error(
            "the file is protected by a password", way_out="Save it without a password"
        )
    return source.error(
        "the file is in the Office format from before 2007", way_out="Save it as DOCX or XLSX"
    )


def _packed(source: Source) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
        what = f"the file is cut off or damaged ({error})"
        raise source.error(what, way_out="Get it again from where it came from") from error
    _refuse_bomb(source, members)
    names = {member.filename for member in members}
    if any(member.flag_bits & 1 for member in members):
        raise source.error("the archive is encrypted", way_out="Save it without a password")
    if "word/document.xml" in names:
        return "docx"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    what = "the archive is neither a DOCX text nor an XLSX workbook"
    raise source.error(what, way_out="Unpack it, or save it as DOCX or XLSX")


def _refuse_bomb(source: Source, members: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(member.file_size for member in members)
    ratio = unpacked / max(1, len(source.data))
    if unpacked > _MAX_UNPACKED or (unpacked > _SUSPECT and ratio > _MAX_RATIO):
        what = f"it would unpack to {unpacked / 2**20:.0f} MiB, {ratio:.0f} times its size"
        raise source.error(what, way_out="Save it again without empty rows and pictures")
