"""States of the graph for readers in other processes: hard links, frozen, cleared away in time.

The owner publishes one soon after each change. When nobody owns the map a reader links one for
itself. A reader holds a lock on the folder that it reads, so nobody removes it meanwhile.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

from graph.home import Home, Lock
from ontology.errors import HomeLockedError

__all__ = ["Publisher", "borrow", "clear"]

_APART_SECONDS = 0.5
"""Between two snapshots: a burst of changes needs only its last."""

_APPEARS_SECONDS = 5.0
"""How long a reader waits for the first snapshot of an owner that has just started."""


class Publisher:
    """Keeps the newest snapshot; ``save`` writes the graph into a folder that is not there yet."""

    def __init__(self, home: Home, save: Callable[[Path], None]) -> None:
        self._home = home
        self._save = save
        self._number = 0
        self._last = 0.0
        self._timer: threading.Timer | None = None
        self._is_closed = False
        self._lock = threading.Lock()

    def publish(self) -> None:
        """Make the present state readable."""
        with self._lock:
            self._timer = None
            if self._is_closed:
                return
            self._last = time.monotonic()
            self._number += 1
            # A change that was made holds even if readers cannot be told of it yet.
            with suppress(OSError, RuntimeError):
                self._renew(self._home.snapshots)

    def _renew(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        part = folder / f"part-{self._number:012}"
        shutil.rmtree(part, ignore_errors=True)
        self._save(part)
        name = f"state-{time.time_ns():020}"
        part.rename(folder / name)
        clear(folder, keep=name)

    def changed(self) -> None:
        """There is a new state: publish it now, or as soon as the last one is old enough."""
        wait = self._last + _APART_SECONDS - time.monotonic()
        if wait <= 0:
            self.publish()
        elif self._timer is None:
            self._timer = threading.Timer(wait, self.publish)
            self._timer.daemon = True
            self._timer.start()

    def close(self) -> None:
        """Stop; without an owner readers help themselves."""
        if timer := self._timer:
            timer.cancel()
        with self._lock:
            self._is_closed = True
            clear(self._home.snapshots)


def borrow(home: Home) -> tuple[Path, Lock | None]:
    """A folder to open read-only, and the lock that keeps it there."""
    until = time.monotonic() + _APPEARS_SECONDS
    while True:
        with suppress(OSError):
            if found := _newest(home.snapshots):
                return found
        try:
            owner = Lock.take(home.path / "lock", shared=True)
        except OSError:  # the home itself is read-only, so nobody writes
            return home.graph, None
        if owner is not None:
            with owner:
                return _linked(home)
        if time.monotonic() > until:
            raise HomeLockedError(
                "another process is writing and has published nothing to read yet",
                place=str(home.path),
                way_out="Try again when it is done.",
            )
        time.sleep(0.02)


def clear(folder: Path, keep: str = "") -> None:
    """Remove every snapshot that nobody reads."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name != keep and not path.name.startswith("part-"):
            with suppress(OSError):
                lock = Lock.take(path)
                if lock is not None:
                    with lock:
                        shutil.rmtree(path, ignore_errors=True)


def _newest(folder: Path) -> tuple[Path, Lock] | None:
    """The owner's last snapshot, locked; ``None`` without owner, as it may then be outdated."""
    owner = Lock.take(folder.parent / "lock", shared=True)
    if owner is not None:
        owner.release()
        return None
    for path in sorted(folder.glob("state-*"), reverse=True):
        lock = Lock.take(path, shared=True)
        if lock is not None and (path / "CURRENT").exists():
            return path, lock
    return None


def _linked(home: Home) -> tuple[Path, Lock | None]:
    """A state of our own: data files are never changed, so links will do; the rest is copied."""
    try:
        home.snapshots.mkdir(exist_ok=True)
        clear(home.snapshots)
        copy = Path(mkdtemp(prefix="reader-", dir=home.snapshots))
    except OSError:
        return home.graph, None
    lock = Lock.take(copy, shared=True)
    for path in home.graph.iterdir():
        if path.suffix == ".sst":
            os.link(path, copy / path.name)
        elif path.name != "LOCK" and not path.name.startswith("LOG"):
            shutil.copy2(path, copy / path.name)
    return copy, lock
