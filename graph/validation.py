"""Whether the map is as it should be: what is wrong with which entity, and how to mend it.

The shapes are in ``ontology/shapes.ttl``. Entities are looked at in batches, so that time and
memory grow no faster than the map, and for no longer than asked. The SHACL engine is imported when
it is needed: that takes half a second, which `socialmap --help` should not pay.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import ontology
from graph import statement as say
from graph.difference import entity_in
from graph.mapping import SHAPES
from graph.source import sources_of
from graph.store import Store
from ontology import terms

if TYPE_CHECKING:
    import rdflib

__all__ = ["Finding", "Validation", "validate"]

_BATCH = 400
"""Entities validated together: few enough for memory, many enough to spread the shapes' cost."""

_TYPE = f"> <{terms.RDF('type')}> <"
_NAMES = (terms.SKOS("prefLabel"), terms.DCTERMS("title"), terms.SM("key"))
_CLASSES = frozenset(shape.classes[0] for shape in SHAPES.values())


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something that is wrong."""

    label: str
    iri: str
    what: str
    way_out: str


@dataclass(frozen=True, slots=True)
class Validation:
    """What was found in how many entities."""

    findings: tuple[Finding, ...]
    checked: int
    entities: int

    @property
    def is_complete(self) -> bool:
        """Whether there was time for all."""
        return self.checked == self.entities


def validate(
    store: Store,
    *,
    limit_seconds: float = 300.0,
    progress: Callable[[int, int], None] | None = None,
) -> Validation:
    """Look at every entity of every source; stops in good order when the time is up."""
    until = time.monotonic() + limit_seconds
    said, classes = _by_entity(store)
    iris = sorted(said)
    findings: set[Finding] = set()
    checked = 0
    for start in range(0, len(iris), _BATCH):
        if checked and time.monotonic() > until:
            break
        batch = iris[start : start + _BATCH]
        findings |= set(_findings({iri: said[iri] for iri in batch}, classes))
        checked += len(batch)
        if progress:
            progress(checked, len(iris))
    return Validation(tuple(sorted(findings)), checked, len(iris))


def _by_entity(store: Store) -> tuple[dict[str, list[str]], dict[str, str]]:
    said: dict[str, list[str]] = defaultdict(list)
    classes: dict[str, str] = {}
    for graph in sources_of(store):
        for line in store.lines(graph):
            iri = entity_in(line)
            said[iri].append(line)
            if _TYPE in line and (name := line.rpartition("<")[2][:-3]) in _CLASSES:
                classes[iri] = name
    return {iri: said[iri] for iri in classes}, classes


def _findings(said: Mapping[str, Sequence[str]], classes: Mapping[str, str]) -> Iterator[Finding]:
    import pyshacl
    import rdflib
    from rdflib.namespace import RDF, SH

    lines = [line for found in said.values() for line in found]
    data = rdflib.Graph()
    data.parse(data="\n".join([*lines, *_types_of_others(lines, classes)]), format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=_shapes(), advanced=False, inference="none")
    assert isinstance(report, rdflib.Graph)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        iri = say.entity_of(str(report.value(result, SH.focusNode)))
        if iri in said:
            shape = report.value(result, SH.sourceShape)
            value = report.value(result, SH.value)
            what = str(report.value(result, SH.resultMessage))
            mend = str(_shapes().value(shape, SH.description))
            yield Finding(_label(data, iri), iri, _with_value(what, value), mend)


def _types_of_others(lines: Iterable[str], classes: Mapping[str, str]) -> Iterator[str]:
    """The classes of the entities that are referred to: all that the shapes ask of them."""
    for line in lines:
        if line.endswith("> .") and (iri := line.rpartition("<")[2][:-3]) in classes:
            yield say.link(iri, terms.RDF("type"), classes[iri])


def _with_value(what: str, value: object) -> str:
    if value is None or "/" in str(value).rpartition("://")[0]:
        return what
    return f"{what}: {value}"


def _label(data: rdflib.Graph, iri: str) -> str:
    import rdflib

    named = (data.value(rdflib.URIRef(iri), rdflib.URIRef(n)) for n in _NAMES)
    return str(next(filter(None, named), ""))


@cache
def _shapes() -> rdflib.Graph:
    import rdflib

    return rdflib.Graph().parse(Path(ontology.__file__).with_name("shapes.ttl"))
