"""The changes of one transaction, collected, and spelled as the one request that Oxigraph gets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime

from graph import statement as say
from ontology.terms import DCTERMS, PROV, RDF, ROOT, SM

__all__ = ["REVISIONS", "Writer"]

REVISIONS = f"{ROOT}graph/revisions"
"""The graph that tells what was changed when."""


class Writer:
    """Collects statements to add and to remove; clearing comes first, adding last."""

    def __init__(self) -> None:
        self._added: dict[str, list[str]] = defaultdict(list)
        self._removed: dict[str, list[str]] = defaultdict(list)
        self._cleared: list[str] = []
        self._is_touched = False
        self.touched: set[str] = set()
        """Entities that the change says something new of."""
        self.gone: set[str] = set()
        """Entities of which a source says nothing more."""

    @property
    def has_changes(self) -> bool:
        """Whether there is anything to do."""
        return self._is_touched or any((self._added, self._removed, self._cleared))

    def add(self, graph: str, lines: Iterable[str]) -> None:
        """Say ``lines`` in ``graph``."""
        if found := list(lines):
            self._added[graph] += found

    def remove(self, graph: str, lines: Iterable[str]) -> None:
        """Say ``lines`` no more in ``graph``."""
        if found := list(lines):
            self._removed[graph] += found

    def clear(self, graph: str) -> None:
        """Forget all that ``graph`` says."""
        self._cleared.append(graph)

    def touch(self) -> None:
        """Make a revision even if no statement changes."""
        self._is_touched = True

    def sign(self, revision: int, what: str, who: str) -> None:
        """Say which revision this makes, when, and what becomes of which entities."""
        iri = f"{REVISIONS}/{revision}"
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        lines = [
            say.link(iri, RDF("type"), PROV("Activity")),
            say.statement(iri, SM("revision"), say.integer(revision)),
            say.statement(iri, PROV("endedAtTime"), say.moment(now)),
            say.statement(iri, DCTERMS("description"), say.literal(what)),
        ]
        if who:
            lines.append(say.statement(iri, DCTERMS("creator"), say.literal(who)))
        lines += [say.link(iri, PROV("generated"), entity) for entity in sorted(self.touched)]
        lines += [say.link(iri, PROV("invalidated"), entity) for entity in sorted(self.gone)]
        self.add(REVISIONS, lines)

    def is_bulk(self, least: int) -> bool:
        """Whether this only adds, and no less than ``least`` statements."""
        is_adding = not self._removed and not self._cleared
        return is_adding and sum(map(len, self._added.values())) >= least

    def nquads(self) -> bytes:
        """What is added, as N-Quads."""
        parts = []
        for graph, lines in self._added.items():
            end = f" <{graph}> .\n"
            parts += [line[:-2] + end for line in lines]
        return "".join(parts).encode()

    def update(self) -> str:
        """The whole change as one SPARQL update."""
        steps = [f"DROP SILENT GRAPH <{graph}>" for graph in self._cleared]
        for verb, changes in (("DELETE", self._removed), ("INSERT", self._added)):
            for graph, lines in changes.items():
                said = "\n".join(lines)
                steps.append(f"{verb} DATA {{ GRAPH <{graph}> {{\n{said}\n}} }}")
        return ";\n".join(steps)
