"""Progress of the training stages, on standard error."""

from __future__ import annotations

import logging
import sys
import time

__all__ = ["Pace", "start_logging"]


def start_logging() -> None:
    """Send the log to standard error with the time of day; standard output stays free."""
    logging.basicConfig(
        stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(name)s: %(message)s"
    )


class Pace:
    """Say how far a long loop is, at most every few seconds."""

    def __init__(self, log: logging.Logger, *, every_seconds: float = 20.0) -> None:
        self._log = log
        self._every = every_seconds
        self._start = self._last = time.monotonic()

    @property
    def seconds(self) -> float:
        """Seconds since the loop began."""
        return time.monotonic() - self._start

    def report(self, done: int, message: str, *args: object) -> None:
        """Log ``message`` with items done and items a second, unless that was done just now."""
        now = time.monotonic()
        if now - self._last >= self._every:
            self._last = now
            rate = done / max(now - self._start, 1e-9)
            self._log.info("%d done, %.0f/s, " + message, done, rate, *args)
