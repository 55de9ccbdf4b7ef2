"""How fast the store is, against rdflib: load, profiles of all services, look-up, update.

``python -m benchmarks.store [SERVICES]`` prints a table of processor time, which other
work on the machine does not stretch.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TypeVar

import rdflib

from graph.model import (
    Address,
    Audience,
    Contact,
    Document,
    Evidence,
    Organization,
    Service,
    Text,
    TopicLink,
)
from graph.source import Sources, Stated
from graph.store import Store
from graph.view import View
from ontology.terms import concept_iri

__all__ = ["directory", "main"]

BASE = "https://w3id.org/socialmap/id/"
DOCUMENT = Document(
    f"{BASE}document/directory", "directory", "directory.json", (Text("Directory", "en"),),
    "en", "0" * 64, "application/json", "2026-11-22T09:00:00Z",
)  # fmt: skip
_TOPICS = ("school-absence", "bullying", "anxiety", "debt", "housing", "addiction", "grief")
_AREAS = ("Aldermark", "Northfield", "Harbour Quarter", "Millbrook", "Old Town")
_LOOKED_UP = 200
T = TypeVar("T")


def directory(services: int) -> Iterator[Stated]:
    """Services as an HSDS directory has them, ten to a partner."""
    for number in range(services):
        if number % 10 == 0:
            yield _partner(number // 10), ()
        yield _service(number), (_passage(number),)


def _partner(number: int) -> Organization:
    return Organization(
        f"{BASE}organization/org-{number}", f"org-{number}", (Text(f"Partner {number}", "en"),),
        types=(concept_iri("partner-type", "school"),), url=f"https://p{number}.example.org",
        contacts=(Contact(phone=f"+45 00 {number:06}"),), areas=(_AREAS[number % 5],),
    )  # fmt: skip


def _service(number: int) -> Service:
    return Service(
        f"{BASE}service/svc-{number}", f"svc-{number}", (Text(f"Help with it, {number}", "en"),),
        f"{BASE}organization/org-{number // 10}",
        descriptions=(Text(f"Somebody listens and helps with the next step, {number}.", "en"),),
        topics=(TopicLink(concept_iri("need", _TOPICS[number % 7]), 0.8, "label"),),
        audience=Audience(number % 12, 12 + number % 9),
        areas=(_AREAS[number % 5],), spoken=("en",), costs=(concept_iri("cost", "free"),),
        contacts=(Contact(phone=f"+45 01 {number:06}", email=f"s{number}@example.org"),),
        addresses=(Address("3 Lamp Stairs", "ALD 100", "Aldermark", "XX"),) * (number % 3 == 0),
    )  # fmt: skip


def _passage(number: int) -> Evidence:
    return Evidence(
        DOCUMENT.iri, f"Somebody listens, {number}.", "en", f"record {number}", "hsds", 0.95
    )


def measure(services: int, home: Path) -> Iterator[tuple[str, float, int]]:
    """(what, seconds, statements or things) of our store."""
    with Store.open(home) as store:
        seconds, _ = timed(lambda: Sources(store).accept(DOCUMENT, directory(services)))
        yield "load", seconds, len(store.lines(DOCUMENT.iri))
    with Store.open(home) as store:
        view = View(store)
        seconds, profiles = timed(lambda: sum(1 for _ in view.service_profiles()))
        yield "profiles of all services", seconds, profiles
        iris = [
            f"{BASE}service/svc-{n}" for n in range(0, services, max(services // _LOOKED_UP, 1))
        ]
        yield "look-up by IRI (median)", each(view.entity, iris), 1
        yield "profile of one (median)", each(view.profile, iris), 1
        stated = list(directory(services))
        changed = replace(_service(0), url="https://changed.example.org")
        stated[1] = (changed, stated[1][1])
        version = replace(DOCUMENT, digest="1" * 64)
        seconds, _ = timed(lambda: Sources(store).accept(version, stated))
        yield "new version, one service changed", seconds, 1
        yield "what changed", timed(lambda: view.changed_since(1))[0], 1
        other = replace(DOCUMENT, iri=f"{BASE}document/other", key="other")
        seconds, _ = timed(lambda: Sources(store).accept(other, [(changed, ())]))
        yield "another source says one service", seconds, 1


def measure_rdflib(services: int, home: Path) -> Iterator[tuple[str, float, int]]:
    """The same statements in rdflib's own store, in memory."""
    with Store.open(home, read_only=True) as store:
        lines = "\n".join(store.lines(DOCUMENT.iri))
    graph = rdflib.Graph()
    yield "load", timed(lambda: graph.parse(data=lines, format="nt"))[0], len(graph)
    seconds, _ = timed(
        lambda: [list(graph.predicate_objects(s)) for s in graph.subjects(unique=True)]
    )
    yield "profiles of all services", seconds, services
    ask = "SELECT ?p ?o WHERE { <%s> ?p ?o }"
    iris = [f"{BASE}service/svc-{number}" for number in range(0, services, services // 20)]
    yield "look-up by IRI (median)", each(lambda iri: list(graph.query(ask % iri)), iris), 1
    change = "INSERT DATA { <%s> <http://schema.org/url> 'https://changed.example.org' }"
    yield "update (median)", each(lambda iri: graph.update(change % iri), iris), 1


def each(work: Callable[[str], object], iris: list[str]) -> float:
    """Median seconds of one call."""
    return median(timed(partial(work, iri))[0] for iri in iris)


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Processor seconds that ``work`` took, and what it gave."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def main(services: int) -> None:
    """Print both tables."""
    with TemporaryDirectory() as folder:
        for name, figures in (("socialmap", measure), ("rdflib", measure_rdflib)):
            for what, seconds, count in figures(services, Path(folder) / "home"):
                sys.stdout.write(f"{name:10} {what:34} {seconds * 1000:10.1f} ms {count:9}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
