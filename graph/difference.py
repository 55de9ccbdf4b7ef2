"""What is different between two states of a source, statement by statement and entity by entity."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph import statement as say
from graph.mapping import SHAPES
from graph.writer import Writer
from ontology.terms import FOAF, RDF, SM

__all__ = ["entities_in", "entity_in", "formerly_reached", "replace"]

_SUBJECT = re.compile(r"<([^>]*)> <([^>]*)> ")
_CLASSES = frozenset(shape.classes[0] for shape in SHAPES.values()) - {FOAF("Document")}
_TYPE = f"> <{RDF('type')}> <"
_OBJECT = f"> <{SM('object')}> <"


def replace(
    writer: Writer, graph: str, before: set[str], after: set[str]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Turn ``before`` into ``after``; IRIs of the entities added, changed and gone."""
    removed, added = before - after, after - before
    writer.remove(graph, removed)
    writer.add(graph, added)
    old, new = entities_in(before), entities_in(after)
    differing = {entity_in(line) for line in removed | added}
    spoken = {entity_in(line) for line in removed | added if not _is_passage(line)}
    writer.touched |= (differing & new) | formerly_reached(removed)
    writer.gone |= old - new
    return tuple(sorted(new - old)), tuple(sorted(spoken & new & old)), tuple(sorted(old - new))


def formerly_reached(removed: Iterable[str]) -> set[str]:
    """Partners that a collaboration led to: the ways in to their services are others now."""
    return {line.rpartition("<")[2][:-3] for line in removed if _OBJECT in line}


def entities_in(lines: Iterable[str]) -> set[str]:
    """IRIs of the entities that the statements are about, documents aside."""
    found = set()
    for line in lines:
        if _TYPE in line and line.rpartition("<")[2][:-3] in _CLASSES:
            found.add(line[1 : line.index(">")])
    return found


def entity_in(line: str) -> str:
    """The entity that the statement is about."""
    return say.entity_of(line[1 : line.index(">")])


def _is_passage(line: str) -> bool:
    found = _SUBJECT.match(line)
    return found is not None and ("/evidence-" in found[1] or found[2] == SM("evidence"))
