"""Imports beside the pages: progress, failure, and what is forgotten."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from ingest.model import FileReport, Report
from ingest.pipeline import Accept, Progress
from ontology.errors import HomeError, NotFoundError
from service.api.jobs import Job, Jobs


class Reader:
    """Reads nothing: tells its progress, waits until it may end, and fails when told to."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.may_end = threading.Event()

    def ingest(
        self,
        paths: Sequence[Path],
        accept: Accept = "lists",
        progress: Callable[[Progress], None] | None = None,
    ) -> Report:
        if progress:
            progress(Progress(str(paths[0]), 1, 2))
        self.may_end.wait(10)
        if self.error:
            raise self.error
        return Report((FileReport(str(paths[0]), accept),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "upload"
    inside.mkdir()
    (inside / "list.csv").write_text("a")
    return inside


def until(jobs: Jobs, id_: str, ready: Callable[[Job], bool]) -> Job:
    for _ in range(500):
        if ready(job := jobs.get(id_)):
            return job
        time.sleep(0.01)
    raise AssertionError("the job never got there")


def test_a_job_tells_its_progress_and_then_its_report(folder: Path) -> None:
    jobs = Jobs(reader := Reader())
    started = jobs.start(folder, "all")
    running = until(jobs, started.id, lambda job: job.total > 0)
    assert (running.state, running.what, running.done, running.total) == (
        "running", "list.csv", 1, 2,
    )  # fmt: skip
    assert jobs.unfinished() == running
    reader.may_end.set()
    done = until(jobs, started.id, lambda job: job.is_over)
    assert done.report is not None
    assert done.report.files[0].kind == "all"
    jobs.close()
    assert not folder.exists()
    assert jobs.unfinished() is None


def test_a_second_job_waits_for_the_first(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "b.csv").write_text("b")
    jobs = Jobs(reader := Reader())
    jobs.start(folder, "all")
    second = jobs.start(other, "all")
    assert jobs.get(second.id).state == "waiting"
    reader.may_end.set()
    assert until(jobs, second.id, lambda job: job.is_over).state == "done"
    jobs.close()


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (HomeError("the disk is full", way_out="Make room."), "the disk is full. Make room."),
        (ValueError("secret text"), "The import stopped (ValueError)."),
    ],
)
def test_a_job_that_fails_says_why(folder: Path, error: Exception, says: str) -> None:
    jobs = Jobs(reader := Reader(error))
    reader.may_end.set()
    job = until(jobs, jobs.start(folder, "lists").id, lambda job: job.is_over)
    assert (job.state, job.error) == ("failed", says)
    jobs.close()
    assert not folder.exists()


def test_an_unknown_job_is_not_found() -> None:
    with pytest.raises(NotFoundError):
        Jobs(Reader()).get("nothing")
