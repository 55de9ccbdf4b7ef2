"""The index of the services: meaning, words, columns and records, derived from the graph.

It remembers which revision of the graph, which model and analyser built it, and says so
when it no longer fits. Losing it loses nothing.
"""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from graph.model import ServiceProfile
from ontology.errors import HomeDamagedError
from ontology.text import ANALYZER
from search.encoder import Encoder
from search.facets import Facets
from search.record import Record
from search.shelf import Shelf
from search.vectors import VectorIndex
from search.words import WordIndex

__all__ = ["Index", "Manifest"]

FORMAT = 1
"""Raised when what lies in the folder changes its meaning."""

_UPDATING = "updating"
"""File that stands in the folder while an update is under way."""

_AT_ONCE = 500
"""Services taken in at a time: bounds memory, shows progress, and lets searches pass between."""

_TEXT_ENCODED = 2_000
"""Characters of a service that go into its vector; the first sentences say what it is."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What built the index."""

    format: int
    revision: int
    model: str
    analyzer: str
    services: int

    @classmethod
    def of(cls, encoder: Encoder, revision: int, services: int) -> Manifest:
        """The manifest that an index built now would have."""
        return cls(FORMAT, revision, encoder.name, ANALYZER, services)

    def built_alike(self, other: Manifest) -> bool:
        """Whether both were built by the same format, model and analyser."""
        return replace(self, revision=0, services=0) == replace(other, revision=0, services=0)


class Index:
    """One folder with four parts; the manifest is written last and names the state that holds."""

    def __init__(self, folder: Path, encoder: Encoder, manifest: Manifest) -> None:
        self._folder = folder
        self._encoder = encoder
        self.manifest = manifest
        self.lock = threading.Lock()
        """Held while a step of an update, or a search, needs the four parts to agree."""
        self.shelf = Shelf.open(folder / "records.sqlite")
        self.words = WordIndex.open(folder / "words")
        self.vectors, self.facets = self._arrays(manifest.revision)

    @classmethod
    def open(cls, folder: Path, encoder: Encoder, *, read_only: bool = False) -> Index:
        """Open the index in ``folder``; an outdated one, or none, begins empty at revision 0.

        So does one whose last update was cut off, unless it is only read: what it had published
        before still holds.
        """
        manifest = _read_manifest(folder)
        cut_off = not read_only and (folder / _UPDATING).exists()
        if cut_off or manifest is None or not manifest.built_alike(Manifest.of(encoder, 0, 0)):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            manifest = Manifest.of(encoder, 0, 0)
        return cls(folder, encoder, manifest)

    @classmethod
    def is_current(cls, folder: Path, encoder: Encoder) -> bool:
        """Whether there is an index that this version and model built."""
        manifest = _read_manifest(folder)
        return manifest is not None and manifest.built_alike(Manifest.of(encoder, 0, 0))

    @classmethod
    def rebuilt(cls, folder: Path, encoder: Encoder) -> Index:
        """An empty index in place of whatever lies in ``folder``."""
        shutil.rmtree(folder, ignore_errors=True)
        return cls.open(folder, encoder)

    def close(self) -> None:
        """Give the files back."""
        self.shelf.close()

    def __len__(self) -> int:
        return int(self.facets.alive.sum())

    def update(
        self, profiles: Iterable[ServiceProfile], gone: Sequence[str], revision: int
    ) -> Iterator[int]:
        """Follow the graph to ``revision``: take in changed services, forget those that are gone.

        Yields how many services have been taken in so far; exhaust it, the state holds at its end.
        """
        (self._folder / _UPDATING).touch()
        with self.lock:
            removed = self.shelf.rows(gone)
            self._remove(removed)
        words: list[tuple[int, list[str]]] = []
        done = 0
        waiting = iter(profiles)
        while batch := [Record.from_profile(p) for p in islice(waiting, _AT_ONCE)]:
            vectors = self._encoder.encode_services([r.text[:_TEXT_ENCODED] for r in batch])
            lemmas = [record.words() for record in batch]
            with self.lock:
                outdated = self.shelf.rows(record.iri for record in batch)
                self._remove(outdated)
                rows = self._add(batch, vectors)
            removed += outdated
            words += zip(rows, lemmas, strict=True)
            done += len(batch)
            yield done
        self.words.update(removed, words)
        self._publish(revision)

    def _add(self, records: Sequence[Record], vectors: NDArray[np.float32]) -> range:
        rows = self.facets.add(records)
        self.vectors.add(rows, vectors)
        self.shelf.update((), zip(rows, records, strict=True))
        return rows

    def _remove(self, rows: Sequence[int]) -> None:
        if rows:
            self.facets.remove(rows)
            self.vectors.remove(rows)
            self.shelf.update(rows, ())

    def _publish(self, revision: int) -> None:
        old = self.manifest.revision
        self.manifest = Manifest.of(self._encoder, revision, len(self))
        self.vectors.save(self._path("vectors", revision))
        self.facets.save(self._path("facets", revision))
        scratch = self._folder / "manifest.json.part"
        scratch.write_text(json.dumps(asdict(self.manifest)), "utf-8")
        scratch.replace(self._folder / "manifest.json")
        (self._folder / _UPDATING).unlink()
        if old != revision:
            for kind in ("vectors", "facets"):
                self._path(kind, old).unlink(missing_ok=True)

    def _arrays(self, revision: int) -> tuple[VectorIndex, Facets]:
        if revision == 0:
            return VectorIndex.empty(self._encoder.dimensions), Facets()
        return (
            VectorIndex.load(self._path("vectors", revision)),
            Facets.load(self._path("facets", revision)),
        )

    def _path(self, kind: str, revision: int) -> Path:
        return self._folder / f"{kind}-{revision}.bin"


def _read_manifest(folder: Path) -> Manifest | None:
    path = folder / "manifest.json"
    if not path.exists():
        return None
    try:
        return Manifest(**json.loads(path.read_text("utf-8")))
    except (ValueError, TypeError) as error:
        raise HomeDamagedError(
            "the index cannot be read",
            place=str(path),
            way_out="Run `socialmap reindex`; nothing is lost.",
        ) from error
