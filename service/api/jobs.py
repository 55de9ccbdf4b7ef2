"""Imports that run beside the pages, one after another, each with its progress and report."""

from __future__ import annotations

import shutil
import threading
import uuid
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from ingest.model import FileReport, Report
from ingest.pipeline import Accept, Progress
from ontology.errors import NotFoundError, SocialmapError

__all__ = ["Job", "Jobs", "Reads"]

_KEPT = 100
"""Jobs remembered; older ones have been looked at or never will be."""


class Reads(Protocol):
    """What takes files into the map: a workspace."""

    def ingest(self, paths: Sequence[Path], accept: Accept = ..., progress: Any = ...) -> Report:
        """Read files, tell of progress, give the report."""
        ...


@dataclass(frozen=True, slots=True)
class Job:
    """One import; ``state`` is waiting, running, done or failed."""

    id: str
    state: str = "waiting"
    what: str = ""
    """The file that is being read."""
    done: int = 0
    total: int = 0
    report: Report | None = None
    error: str = ""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in ("done", "failed")

    def to_json(self) -> dict[str, Any]:
        """The job as the API shows it."""
        return {
            "id": self.id,
            "state": self.state,
            "progress": {"what": self.what, "done": self.done, "total": self.total},
            "report": self.report.to_json() if self.report else None,
            "error": self.error or None,
        }


class Jobs:
    """Runs imports in the order they came; the map has one writer."""

    def __init__(self, reader: Reads) -> None:
        self._reader = reader
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ingest")
        self._jobs: dict[str, Job] = {}
        self._lock = threading.Lock()

    def start(self, folder: Path, accept: Accept) -> Job:
        """Take in the files of ``folder``, which is removed afterwards."""
        job = Job(uuid.uuid4().hex[:12])
        with self._lock:
            self._jobs[job.id] = job
            for old in [j.id for j in self._jobs.values() if j.is_over][:-_KEPT]:
                del self._jobs[old]
        self._worker.submit(self._run, job.id, folder, accept)
        return job

    def get(self, id_: str) -> Job:
        """The job as it stands now."""
        with self._lock:
            job = self._jobs.get(id_)
        if job is None:
            raise NotFoundError(
                f"there is no import {id_}", way_out="Imports are forgotten on restart."
            )
        return job

    def unfinished(self) -> Job | None:
        """The import that runs or waits, if any."""
        with self._lock:
            return next((job for job in self._jobs.values() if not job.is_over), None)

    def close(self) -> None:
        """Let the running import end, start no other."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _run(self, id_: str, folder: Path, accept: Accept) -> None:
        def tell(progress: Progress) -> None:
            name = Path(progress.path).name
            self._note(id_, what=name, done=progress.done, total=progress.total)

        self._note(id_, state="running")
        try:
            paths = sorted(path for path in folder.rglob("*") if path.is_file())
            report = self._reader.ingest(paths, accept, tell)
            self._note(id_, report=_as_sent(report, folder), state="done")
        except SocialmapError as error:
            self._note(id_, error=str(error), state="failed")
        except BaseException as error:
            self._note(id_, error=f"The import stopped ({type(error).__name__}).", state="failed")
            raise
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _note(self, id_: str, **news: Any) -> None:
        with self._lock:
            self._jobs[id_] = replace(self._jobs[id_], **news)


def _as_sent(report: Report, folder: Path) -> Report:
    """The report with the names that the visitor's files have, not where they lay meanwhile."""
    place = f"{folder}/"

    def named(file: FileReport) -> FileReport:
        errors = tuple(error.replace(place, "") for error in file.errors)
        return replace(file, path=file.path.removeprefix(place), errors=errors)

    return replace(report, files=tuple(named(file) for file in report.files))
