"""Counts and durations for Prometheus; never a text that somebody typed."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections import Counter, defaultdict
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Measured", "Metrics"]

_BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Upper ends of the duration buckets in seconds, those that Prometheus clients use."""

Labels = tuple[tuple[str, str], ...]


class Metrics:
    """Counters and histograms by name and labels."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: Counter[tuple[str, Labels]] = Counter()
        self._buckets: dict[tuple[str, Labels], list[int]] = defaultdict(
            lambda: [0] * (len(_BOUNDS) + 1)
        )
        self._sums: Counter[tuple[str, Labels]] = Counter()

    def count(self, name: str, **labels: str) -> None:
        """One more of ``name``."""
        with self._lock:
            self._counts[name, tuple(labels.items())] += 1

    def observe(self, name: str, seconds: float, **labels: str) -> None:
        """One duration."""
        key = (name, tuple(labels.items()))
        with self._lock:
            self._buckets[key][bisect_left(_BOUNDS, seconds)] += 1
            self._sums[key] += seconds  # type: ignore[assignment]

    def text(self) -> str:
        """Everything in Prometheus' text format."""
        with self._lock:
            lines = [f"{n}{_braces(labels)} {v}" for (n, labels), v in sorted(self._counts.items())]
            for (name, labels), buckets in sorted(self._buckets.items()):
                total = 0
                for bound, number in zip((*_BOUNDS, "+Inf"), buckets, strict=True):
                    total += number
                    lines.append(f"{name}_bucket{_braces((*labels, ('le', str(bound))))} {total}")
                lines.append(f"{name}_sum{_braces(labels)} {self._sums[name, labels]:.6f}")
                lines.append(f"{name}_count{_braces(labels)} {total}")
        return "\n".join(lines) + "\n"


class Measured:
    """Counts the requests of an application by route, method and status, and times them."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on and note how it went."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = perf_counter(), "500"

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = str(message["status"])
            await send(message)

        try:
            await self._app(scope, receive, noting)
        finally:
            # The route's pattern, never the path: a path may hold what somebody looked for.
            route = getattr(scope.get("route"), "path", "") or "other"
            method = scope["method"]
            self._metrics.count(
                "socialmap_requests_total", method=method, route=route, status=status
            )
            self._metrics.observe(
                "socialmap_request_seconds", perf_counter() - began, method=method, route=route
            )


def _braces(labels: Labels) -> str:
    inner = ",".join(f'{name}="{_escaped(value)}"' for name, value in labels)
    return f"{{{inner}}}" if inner else ""


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
