"""Uploaded files on their way into the map."""

from __future__ import annotations

import shutil
import tempfile
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from fastapi import UploadFile

from ontology.errors import UsageError

__all__ = ["file_name", "keep"]

_LONGEST_NAME = 120


def keep(files: Sequence[UploadFile], home: Path) -> Path:
    """Write the files into a fresh folder below ``home``, which whoever reads them removes."""
    given = [file for file in files if file.filename]
    if not given:
        raise UsageError("no file was sent", way_out="Choose at least one file.")
    home.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="upload-", dir=home))
    for number, file in enumerate(given, 1):
        target = folder / file_name(file.filename or "")
        if target.exists():
            target = folder / str(number) / target.name
            target.parent.mkdir()
        with target.open("wb") as out:
            shutil.copyfileobj(file.file, out)
    return folder


def file_name(given: str) -> str:
    """The name of an uploaded file without any folder or control character."""
    last = given.replace("\\", "/").rsplit("/", 1)[-1]
    clean = "".join(c for c in last if unicodedata.category(c)[0] != "C").strip(". ")
    stem, dot, suffix = clean.rpartition(".")
    if not dot:
        return clean[:_LONGEST_NAME] or "file"
    return f"{stem[:_LONGEST_NAME]}.{suffix[:20]}"
