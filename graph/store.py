"""The graph on disk: Oxigraph, one atomic transaction and one revision for each accepted change.

This and ``ontology.rdf`` are the only modules that know pyoxigraph. Every change goes through
``write()``, which sends one request, revision included: after a crash all of it holds, or nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

import pyoxigraph as ox

from graph.home import Home, Lock
from graph.rows import Column, Rows, Value, put
from graph.snapshots import Publisher, borrow
from graph.writer import REVISIONS, Writer
from ontology import rdf
from ontology.errors import HomeError, InputError, UsageError
from ontology.terms import RDF, SM

__all__ = ["Store"]

_BULK = 20_000
"""Statements from which on Oxigraph's loader pays (also atomic, three times faster, adds only)."""

_BROKEN = (OSError, RuntimeError)
"""What Oxigraph raises when it cannot read or write its files."""

_SMALL = 4_000
"""Statements up to which one scan of a graph beats one query a predicate."""


class Store:
    """Reads and writes statements; each named graph holds what one source says."""

    def __init__(self, home: Home, engine: ox.Store, lock: Lock | None, *, owned: bool) -> None:
        self._home = home
        self._engine = engine
        self._lock = lock
        self._owned = owned
        self._writing = threading.RLock()
        self._publisher = Publisher(home, self.snapshot) if owned else None
        self.revision = self._last_revision()

    @classmethod
    def open(cls, home: Path, *, read_only: bool = False, wait_seconds: float = 3.0) -> Store:
        """Open the map in ``home``; a writer makes a new one where there is none.

        A reader sees the last state that was published, and any number of them may be open.
        """
        return _open_reader(Home(home)) if read_only else _open_owner(Home(home), wait_seconds)

    @property
    def home(self) -> Path:
        """The folder of the map."""
        return self._home.path

    @property
    def is_read_only(self) -> bool:
        """Whether this is a reader."""
        return not self._owned

    def close(self) -> None:
        """Give the files back."""
        if self._publisher:
            self._publisher.close()
        del self._engine
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def write(self, what: str, *, who: str = "") -> Iterator[Writer]:
        """Collect changes; when the block ends well they happen in one transaction.

        Nothing is written when the block raises or changes nothing.
        """
        if not self._owned:
            raise UsageError("the map is open for reading only", place=str(self.home))
        with self._writing:
            writer = Writer()
            yield writer
            if writer.has_changes:
                self._commit(writer, what, who)

    def flush(self) -> None:
        """Make sure that all is on disk; a power cut then loses nothing."""
        self._engine.flush()

    def publish(self) -> None:
        """Let readers in other processes see the present state now, not within half a second."""
        if self._publisher:
            self._publisher.publish()

    def snapshot(self, folder: Path) -> None:
        """Write the state into ``folder``, which must not exist; by hard links if it can."""
        self._engine.backup(str(folder))

    def refresh(self) -> bool:
        """Let a reader see the newest published state; whether there was a newer one."""
        if self._owned:
            return False
        before, old = self.revision, self._lock
        folder, self._lock = borrow(self._home)
        self._engine = _read_only(self._home, folder)
        self.revision = self._last_revision()
        if old:
            old.release()
        return self.revision != before

    def select(self, sparql: str, *, graphs: Sequence[str] = ()) -> Iterator[tuple[str, ...]]:
        """Solutions of a SELECT query as strings, "" where unbound.

        ``graphs`` together form the default graph.
        """
        default: list[Any] = [ox.NamedNode(graph) for graph in graphs]
        with self._reading():
            found = self._engine.query(sparql, default_graph=default or None)
            if not isinstance(found, ox.QuerySolutions):
                raise UsageError("only SELECT queries are answered here")
            for row in found:
                yield tuple(getattr(term, "value", "") for term in row)

    def graphs(self) -> Iterator[str]:
        """IRIs of all named graphs."""
        with self._reading():
            for graph in self._engine.named_graphs():
                yield graph.value

    def triples(
        self, graph: str, subject: str = "", predicate: str = "", value: str = ""
    ) -> Iterator[tuple[str, str, Value]]:
        """Triples of one graph that fit; ``value`` is an IRI."""
        s, p, o = (ox.NamedNode(iri) if iri else None for iri in (subject, predicate, value))
        with self._reading():
            found: Iterator[Any] = self._engine.quads_for_pattern(s, p, o, ox.NamedNode(graph))
            for quad in found:
                yield quad.subject.value, quad.predicate.value, quad.object

    def rows(self, graph: str, predicates: Sequence[str], classes: Sequence[str]) -> Rows:
        """What one source says under ``predicates`` and whom it calls one of ``classes``.

        Small sources are read whole.
        """
        found = list(islice(self.triples(graph), _SMALL))
        if len(found) < _SMALL:
            return Rows.of(found)
        typed = {RDF("type"): self._members(graph, classes)}
        return Rows(typed | {name: self._column(graph, name) for name in predicates})

    def about(self, graph: str, iri: str) -> Rows:
        """What one source says of an entity and its parts."""
        found = list(self.triples(graph, iri))
        below = f"{iri}/"
        for _, _, value in list(found):
            if value.value.startswith(below):
                found += self.triples(graph, value.value)
        return Rows.of(found)

    def lines(self, graph: str) -> list[str]:
        """Every statement of one graph, spelled as ``graph.statement`` does."""
        with self._reading():
            node = ox.NamedNode(graph)
            written = self._engine.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=node)
        return (written or b"").decode().split("\n")[:-1]

    def written(self, graphs: Sequence[str], syntax: str) -> bytes:
        """These graphs in a syntax of ``ontology.rdf``; all in one where it has no named graphs."""
        with self._reading():
            nodes = [ox.NamedNode(graph) for graph in graphs]
            quads: Iterable[ox.Quad] = (
                quad
                for node in nodes
                for quad in self._engine.quads_for_pattern(None, None, None, node)
            )
            if not rdf.FORMATS[syntax].supports_datasets:
                quads = (ox.Quad(q.subject, q.predicate, q.object) for q in quads)
            return rdf.write(quads, syntax)

    def _column(self, graph: str, predicate: str) -> Column:
        column: Column = {}
        query = f"SELECT ?s ?o WHERE {{ GRAPH <{graph}> {{ ?s <{predicate}> ?o }} }}"
        with self._reading():
            found: Any = self._engine.query(query)
            for subject, value in found:
                put(column, subject.value, value)
        return column

    def _members(self, graph: str, classes: Sequence[str]) -> Column:
        members: Column = {}
        for name in classes:
            node: Value = ox.NamedNode(name)
            query = f"SELECT ?s WHERE {{ GRAPH <{graph}> {{ ?s a <{name}> }} }}"
            for (subject,) in self.select(query):
                put(members, subject, node)
        return members

    def _commit(self, writer: Writer, what: str, who: str) -> None:
        revision = self.revision + 1
        writer.sign(revision, what, who)
        with self._reading():
            if writer.is_bulk(_BULK):
                self._engine.bulk_load(writer.nquads(), format=ox.RdfFormat.N_QUADS)
                self._engine.flush()
            else:
                self._engine.update(writer.update())
        self.revision = revision
        if self._publisher:
            self._publisher.changed()

    def _last_revision(self) -> int:
        found = self.triples(REVISIONS, predicate=SM("revision"))
        return max((int(value.value) for _, _, value in found), default=-1)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except SyntaxError as error:
            raise InputError(f"Oxigraph refuses this statement or query: {error}") from error
        except _BROKEN as error:
            if "No space left" in str(error):
                raise HomeError(
                    "the disk is full, nothing was changed",
                    place=str(self.home),
                    way_out="Make room and do it again.",
                ) from error
            raise self._home.damaged(error) from error


def _open_owner(home: Home, wait_seconds: float) -> Store:
    home.path.mkdir(parents=True, exist_ok=True)
    lock = home.owner(wait_seconds)
    try:
        if home.is_made:
            home.check()
        store = Store(home, _engine(home), lock, owned=True)
        _begin(store, home)
        store.publish()
    except BaseException:
        lock.release()
        raise
    return store


def _begin(store: Store, home: Home) -> None:
    if not home.is_made:
        if store.revision > 0:
            raise home.damaged(FileNotFoundError("map.json is missing"))
        if store.revision < 0:
            with store.write("The map was made.") as writer:
                writer.touch()
        store.flush()
        home.make()
    elif store.revision < 0:
        raise home.damaged(ValueError("it holds no revision"))


def _open_reader(home: Home) -> Store:
    if not home.path.is_dir() or not home.is_made:
        raise HomeError(
            "there is no map",
            place=str(home.path),
            way_out="Make one with `socialmap ingest`, or name another with --home.",
        )
    home.check()
    folder, lock = borrow(home)
    return Store(home, _read_only(home, folder), lock, owned=False)


def _engine(home: Home) -> ox.Store:
    try:
        return ox.Store(str(home.graph))
    except _BROKEN as error:
        raise home.damaged(error) from error


def _read_only(home: Home, folder: Path) -> ox.Store:
    try:
        return ox.Store.read_only(str(folder))
    except _BROKEN as error:
        raise home.damaged(error) from error
