"""The folder that a map lives in: what lies where, which version wrote it, and who may write now.

::

    map.json     format version; written when the map has been made
    lock         held by the one process that writes
    graph/       Oxigraph
    snapshots/   states of graph/ that readers beside the writer open
"""

from __future__ import annotations

import fcntl
import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from ontology.errors import HomeDamagedError, HomeLockedError, HomeVersionError

__all__ = ["FORMAT", "Home", "Lock"]

FORMAT = 1
"""Raised when what lies in the folder changes its meaning."""

_PAUSE_SECONDS = 0.05
"""Between two looks at a lock."""

_RESTORE = "Restore a backup with `socialmap restore FILE`, or ingest the sources into a new home."


class Lock:
    """A lock on a file or folder that ends with the process, however that ends."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, path: Path, *, shared: bool = False, wait_seconds: float = 0.0) -> Lock | None:
        """The lock, or ``None`` when another holds it for longer than ``wait_seconds``."""
        flags = os.O_RDONLY if path.is_dir() else os.O_RDWR | os.O_CREAT
        descriptor = os.open(path, flags, 0o644)
        kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        until = time.monotonic() + wait_seconds
        while True:
            try:
                fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= until:
                    os.close(descriptor)
                    return None
                time.sleep(_PAUSE_SECONDS)
            else:
                return cls(descriptor)

    def write(self, text: str) -> None:
        """Replace the text of the locked file."""
        if self._descriptor is not None:
            os.ftruncate(self._descriptor, 0)
            os.pwrite(self._descriptor, text.encode(), 0)

    def release(self) -> None:
        """Give the lock back."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Lock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


@dataclass(frozen=True, slots=True)
class Home:
    """Paths of one map, and the checks that come before anything is opened."""

    path: Path

    @property
    def graph(self) -> Path:
        """Oxigraph's folder."""
        return self.path / "graph"

    @property
    def snapshots(self) -> Path:
        """States for readers."""
        return self.path / "snapshots"

    @property
    def manifest(self) -> Path:
        """``map.json``."""
        return self.path / "map.json"

    @property
    def is_made(self) -> bool:
        """Whether there is a map."""
        return self.manifest.exists()

    def owner(self, wait_seconds: float) -> Lock:
        """The lock of the one writer, with this process's name in it."""
        lock = Lock.take(self.path / "lock", wait_seconds=wait_seconds)
        if lock is None:
            raise HomeLockedError(
                f"the map is in use: {self._who()} is writing to it",
                place=str(self.path),
                way_out="Wait or stop that process; searching and exporting work beside it.",
            )
        command = " ".join([Path(sys.argv[0]).name, *sys.argv[1:2]])
        since = datetime.now(UTC).isoformat(timespec="seconds")
        lock.write(json.dumps({"process": os.getpid(), "command": command, "since": since}))
        return lock

    def make(self) -> None:
        """Say that the map is complete."""
        made = {"format": FORMAT, "created": datetime.now(UTC).isoformat(timespec="seconds")}
        scratch = self.manifest.with_suffix(".part")
        scratch.write_text(json.dumps(made), "utf-8")
        scratch.replace(self.manifest)

    def check(self) -> None:
        """Refuse a map that another version wrote or that lacks a part."""
        version = self._manifest().get("format")
        if not isinstance(version, int):
            raise self._damaged("map.json names no format version")
        if version != FORMAT:
            other = "a later" if version > FORMAT else "an earlier"
            raise HomeVersionError(
                f"the map has format {version}, written by {other} version of socialmap; "
                f"this one reads format {FORMAT}",
                place=str(self.path),
                way_out="Use that version to export it as nquads, or ingest the sources anew.",
            )
        if not (self.graph / "CURRENT").exists():
            raise self._damaged("the folder graph/ is missing or has lost its files")

    def damaged(self, error: Exception) -> HomeDamagedError:
        """What to say when Oxigraph cannot read its files."""
        return self._damaged(f"the graph's files cannot be read ({error})")

    def _manifest(self) -> dict[str, Any]:
        try:
            found = json.loads(self.manifest.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise self._damaged(f"map.json cannot be read ({error})") from error
        return found if isinstance(found, dict) else {}

    def _damaged(self, what: str) -> HomeDamagedError:
        return HomeDamagedError(what, place=str(self.path), way_out=_RESTORE)

    def _who(self) -> str:
        with suppress(OSError, ValueError, KeyError, TypeError):
            holder = json.loads((self.path / "lock").read_text("utf-8"))
            return f"process {holder['process']} ({holder['command']}, since {holder['since']})"
        return "another process"
