"""The figures that a user feels: cold search, latency over HTTP, ingest, memory.

``python -m benchmarks.whole`` prints a table; every figure stands beside its limit. The server runs
on one core, as a school's laptop may leave it; the load comes from the other.
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.made_services import write_feed
from ontology.vocabulary import Vocabulary

__all__ = ["main"]

EXAMPLE = Path(__file__).parent.parent / "service" / "example"
SOCIALMAP = [sys.executable, "-m", "service"]
_COLD_RUNS, _REQUESTS, _SERVICES = 7, 1_000, 10_000
_READY_SECONDS = 120
NEED = "14-årig dreng er holdt op med at komme i skole, mor er alene og taler kun somali"


def main() -> None:
    """Measure all and print a Markdown table."""
    with tempfile.TemporaryDirectory() as folder:
        example, large = Path(folder) / "example", Path(folder) / "large"
        run(example, "ingest", *map(str, sorted(EXAMPLE.glob("[dp]*.[jx]s*"))))
        rows = [("cold `socialmap search`, example map", cold_seconds(example), "1.0 s")]
        rows.append(("memory of the served example map", served_memory(example), "400 MB"))
        feed = Path(folder) / "feed.json"
        write_feed(feed, _SERVICES)
        rate = ingest_rate(large, feed)
        rows.append(("ingest of 10,000 HSDS services, with index", rate, "500/s"))
        rows += latencies(large)
    sys.stdout.write("| figure | measured | limit |\n| --- | --- | --- |\n")
    sys.stdout.writelines(f"| {name} | {value} | {limit} |\n" for name, value, limit in rows)


def run(home: Path, *arguments: str) -> float:
    """Seconds that a command takes."""
    began = time.perf_counter()
    command = [*SOCIALMAP, "--home", str(home), *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def cold_seconds(home: Path) -> str:
    """Median of whole runs; the first one, which learns the language, does not count."""
    run(home, "search", NEED, "--json")
    times = [run(home, "search", NEED, "--json") for _ in range(_COLD_RUNS)]
    return f"{statistics.median(times):.2f} s (slowest {max(times):.2f} s)"


def ingest_rate(home: Path, feed: Path) -> str:
    """Services a second, from the file to the searchable index; dictionaries are built before."""
    run(home.with_name("warm"), "ingest", str(EXAMPLE / "directory.hsds.json"))
    seconds = run(home, "ingest", str(feed))
    return f"{_SERVICES / seconds:.0f}/s ({seconds:.1f} s)"


def served_memory(home: Path) -> str:
    """Resident memory after some searches in every language of the page."""
    with serving(home) as (address, process):
        for text in needs(50):
            ask(address, text)
        status = Path(f"/proc/{process.pid}/status").read_text()
    kilobytes = int(re.findall(r"VmRSS:\s+(\d+)", status)[0])
    return f"{kilobytes / 1024:.0f} MB"


def latencies(home: Path) -> list[tuple[str, str, str]]:
    """Median and 99th percentile of one need after another at 10,000 services."""
    texts = needs(_REQUESTS)
    with serving(home) as (address, _):
        for text in texts[:200]:
            ask(address, text)
        times = sorted(ask(address, text) for text in texts)
    name = "one need over HTTP, 10,000 services"
    return [
        (f"{name}: median", f"{statistics.median(times) * 1000:.1f} ms", "10 ms"),
        (f"{name}: 99th percentile", f"{times[int(0.99 * len(times))] * 1000:.1f} ms", "30 ms"),
    ]


def needs(count: int) -> Sequence[str]:
    """Situations of the vocabulary, language by language in turn."""
    vocabulary = Vocabulary.load()
    found = [
        [t.text for t in vocabulary.texts(language) if t.kind == "situation"]
        for language in vocabulary.languages
    ]
    mixed = [text for group in zip(*found, strict=False) for text in group]
    return (mixed * (count // len(mixed) + 1))[:count]


def ask(address: str, text: str) -> float:
    """Seconds that one need takes."""
    body = json.dumps({"text": text}).encode()
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{address}/api/v1/search", body, headers)
    began = time.perf_counter()
    with urllib.request.urlopen(request) as answer:
        answer.read()
    return time.perf_counter() - began


@contextmanager
def serving(home: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server on one core, at an address of its own."""
    command = ["taskset", "--cpu-list", "0", *SOCIALMAP, "--home", str(home)]
    process = subprocess.Popen(
        [*command, "serve", "--port", "0"], stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr is not None
        address = re.findall(r"http://\S+\d", process.stderr.readline())[0]
        yield address, process
    finally:
        process.terminate()
        process.wait(_READY_SECONDS)


if __name__ == "__main__":
    main()
