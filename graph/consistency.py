"""Whether the books of the store agree with each other: revisions, proposals, merges, graphs."""

from __future__ import annotations

from collections.abc import Iterator

from graph.merges import MERGES, Merges
from graph.proposal_book import PROPOSALS
from graph.rows import Rows
from graph.source import sources_of
from graph.store import Store
from graph.validation import Finding
from graph.view import View
from graph.writer import REVISIONS
from ontology.terms import DCTERMS, SM

__all__ = ["consistency"]

_RESTORE = "Restore a backup with `socialmap restore FILE`."


def consistency(store: Store) -> tuple[Finding, ...]:
    """What does not fit together, in words."""
    return (*_revisions(store), *_proposals(store), *_merges(store), *_strays(store))


def _revisions(store: Store) -> Iterator[Finding]:
    rows = store.triples(REVISIONS, predicate=SM("revision"))
    missing = set(range(store.revision + 1)) - {int(value.value) for _, _, value in rows}
    if missing:
        named = ", ".join(map(str, sorted(missing)[:5]))
        yield Finding("", REVISIONS, f"The record of changes lacks {named}", _RESTORE)


def _proposals(store: Store) -> Iterator[Finding]:
    sources, graphs = set(sources_of(store)), set(store.graphs())
    rows = Rows.of(store.triples(PROPOSALS))
    for node, _, name in store.triples(PROPOSALS, predicate=DCTERMS("identifier")):
        if rows.value(node, DCTERMS("source")) not in sources:
            yield Finding(name.value, node, "Its document is not in the map", "Reject it.")
        if node not in graphs:
            yield Finding(name.value, node, "It has lost what it proposes", "Ingest it again.")


def _merges(store: Store) -> Iterator[Finding]:
    known = View(store)
    for merge in Merges(store).all():
        for iri in (merge.keep, merge.same):
            if known.entity(iri) is None:
                what = "It was merged with another and neither is in the map"
                yield Finding("", iri, what, "Split the two.")


def _strays(store: Store) -> Iterator[Finding]:
    known = {*sources_of(store), REVISIONS, MERGES, PROPOSALS}
    for graph in store.graphs():
        if graph not in known and not graph.startswith(f"{PROPOSALS}/"):
            what = "It holds statements but no document says them"
            yield Finding("", graph, what, "Withdraw it, or ingest its document again.")
