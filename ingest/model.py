"""What flows through ingest: blocks of a file, what was found in them, and the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.model import Entity, Evidence

__all__ = ["Block", "FileReport", "Found", "Reading", "Report"]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document; ``kind`` is heading, paragraph, item, row or pair.

    ``cells`` are a row's cells or a pair's (key, value); ``header`` is the row of column names,
    where the format marks one. ``marker`` is the number of a numbered item or slide.
    """

    kind: str
    text: str
    place: str
    level: int = 0
    cells: tuple[str, ...] = ()
    language: str = ""
    header: tuple[str, ...] = ()
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as its blocks, in the order of reading; ``digest`` is the SHA-256 of the bytes."""

    path: Path
    media_type: str
    digest: str
    blocks: tuple[Block, ...]
    title: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What was extracted, with the passages; ``needs`` are IRIs it cannot stand without."""

    entity: Entity
    evidence: tuple[Evidence, ...]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file; counts are by kind of entity."""

    path: str
    kind: str = ""
    language: str = ""
    found: Mapping[str, int] = field(default_factory=dict)
    proposed: int = 0
    accepted: int = 0
    unchanged: int = 0
    errors: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The contract's report of one file."""
        return {
            "path": self.path,
            "kind": self.kind,
            "language": self.language,
            "found": dict(self.found),
            "proposed": self.proposed,
            "accepted": self.accepted,
            "unchanged": self.unchanged,
            "errors": list(self.errors),
        }


@dataclass(frozen=True, slots=True)
class Report:
    """What became of all files of one run."""

    files: tuple[FileReport, ...]

    @property
    def failed(self) -> bool:
        """Whether some file could not be read."""
        return any(file.errors for file in self.files)

    def to_json(self) -> dict[str, Any]:
        """The contract's report: per file, and the sums."""
        return {
            "files": [file.to_json() for file in self.files],
            "proposed": sum(file.proposed for file in self.files),
            "accepted": sum(file.accepted for file in self.files),
            "unchanged": sum(file.unchanged for file in self.files),
            "failed": sum(bool(file.errors) for file in self.files),
        }
