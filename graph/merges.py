"""Which entities are the same: statements of their own, so that a merge can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zlib import crc32

from graph import statement as say
from graph.rows import Rows
from graph.store import Store
from ontology.errors import NotFoundError, UsageError
from ontology.terms import DCTERMS, OWL, PROV, RDF, ROOT, SM

__all__ = ["MERGES", "Merge", "Merges"]

MERGES = f"{ROOT}graph/merges"
"""The graph that holds the merges."""


@dataclass(frozen=True, slots=True)
class Merge:
    """``same`` is the same as ``keep``, whose IRI stays."""

    keep: str
    same: str
    reason: str = ""
    who: str = ""
    when: str = ""
    order: int = 0


class Merges:
    """Merges entities and splits them again; nothing that a source says is changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: tuple[int, dict[str, str]] = (-1, {})

    def all(self) -> tuple[Merge, ...]:
        """Every merge, the oldest first."""
        rows = Rows.of(self._store.triples(MERGES))
        nodes = rows.subjects(RDF("type"), SM("Merge"))
        return tuple(sorted((_merge(rows, node) for node in nodes), key=lambda merge: merge.order))

    def merge(self, keep: str, same: str, *, reason: str = "", who: str = "") -> bool:
        """Let ``same`` be shown as ``keep``; ``False`` when they already are one."""
        if keep == same:
            raise UsageError(f"{keep} is one entity already")
        if self.canonical(keep) == self.canonical(same):
            return False
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        with self._store.write("Merged two entities.", who=who) as writer:
            made = Merge(keep, same, reason, who, now, self._store.revision + 1)
            writer.add(MERGES, _lines(made))
            writer.touched |= {keep, same}
        return True

    def split(self, one: str, other: str, *, who: str = "") -> None:
        """Undo the merge of these two."""
        found = [merge for merge in self.all() if {merge.keep, merge.same} == {one, other}]
        if not found:
            raise NotFoundError(
                f"{one} and {other} were not merged with each other",
                way_out="Split the pairs that were; a third entity may join these two.",
            )
        with self._store.write("Split two entities.", who=who) as writer:
            writer.remove(MERGES, [line for merge in found for line in _lines(merge)])
            writer.touched |= {one, other}

    def canonical(self, iri: str) -> str:
        """The IRI under which ``iri`` is shown."""
        return self.canonicals().get(iri, iri)

    def canonicals(self) -> dict[str, str]:
        """The canonical IRI of each entity that was merged into another."""
        revision, known = self._known
        if revision != self._store.revision:
            known = _roots(self.all())
            self._known = (self._store.revision, known)
        return known

    def members(self, iri: str) -> tuple[str, ...]:
        """Every IRI that is shown as the same entity, the canonical one first."""
        keep = self.canonical(iri)
        return (keep, *sorted(same for same, root in self.canonicals().items() if root == keep))


def _roots(merges: tuple[Merge, ...]) -> dict[str, str]:
    above: dict[str, str] = {}

    def root(iri: str) -> str:
        while iri in above:
            iri = above[iri]
        return iri

    for merge in merges:
        keep, same = root(merge.keep), root(merge.same)
        if keep != same:
            above[same] = keep
    return {iri: root(iri) for iri in above}


def _lines(merge: Merge) -> list[str]:
    node = f"{MERGES}/{crc32(f'{merge.keep} {merge.same}'.encode()):08x}-{merge.order}"
    said = (
        (DCTERMS("description"), merge.reason),
        (DCTERMS("creator"), merge.who),
    )
    return [
        say.link(node, RDF("type"), SM("Merge")),
        say.link(node, SM("keep"), merge.keep),
        say.link(node, SM("same"), merge.same),
        say.link(merge.same, OWL("sameAs"), merge.keep),
        say.statement(node, SM("revision"), say.integer(merge.order)),
        say.statement(node, PROV("generatedAtTime"), say.moment(merge.when)),
        *(say.statement(node, name, say.literal(value)) for name, value in said if value),
    ]


def _merge(rows: Rows, node: str) -> Merge:
    return Merge(
        keep=rows.value(node, SM("keep")),
        same=rows.value(node, SM("same")),
        reason=rows.value(node, DCTERMS("description")),
        who=rows.value(node, DCTERMS("creator")),
        when=rows.value(node, PROV("generatedAtTime")),
        order=int(rows.value(node, SM("revision")) or 0),
    )
