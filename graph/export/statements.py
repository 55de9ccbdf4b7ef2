"""The statements themselves: Turtle, JSON-LD in our context, and N-Quads with the source of each.

Proposals and the book of revisions stay at home; merges go along as ``owl:sameAs``.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import ontology
from graph.merges import MERGES
from graph.source import sources_of
from graph.view import View
from ontology.terms import PREFIXES, RDF, XSD
from ontology.vocabulary import Vocabulary

__all__ = ["jsonld", "nquads", "turtle"]

_PLAIN = XSD("string")


def turtle(view: View, vocabulary: Vocabulary) -> bytes:
    """All that the sources say, as Turtle."""
    return view.store.written(_graphs(view), "turtle")


def nquads(view: View, vocabulary: Vocabulary) -> bytes:
    """All that the sources say, each statement in the graph of its source."""
    return view.store.written(_graphs(view), "nquads")


def jsonld(view: View, vocabulary: Vocabulary) -> bytes:
    """All that the sources say, as JSON-LD in the context of ``ontology/context.jsonld``."""
    nodes: dict[str, dict[str, list[Any]]] = defaultdict(dict)
    for graph in _graphs(view):
        for subject, predicate, value in view.store.triples(graph):
            key, said = _entry(predicate, value)
            values = nodes[subject].setdefault(key, [])
            if said not in values:
                values.append(said)
    document = {
        "@context": _context(),
        "@graph": [
            {"@id": iri} | {key: v if len(v) > 1 else v[0] for key, v in sorted(node.items())}
            for iri, node in sorted(nodes.items())
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _graphs(view: View) -> tuple[str, ...]:
    return (*sources_of(view.store), MERGES)


def _entry(predicate: str, value: Any) -> tuple[str, Any]:
    if predicate == RDF("type"):
        return "@type", _classes().get(value.value, value.value)
    name, coerced = _names().get(predicate, ("", ""))
    if not hasattr(value, "datatype"):
        return (name or predicate), value.value if coerced == "@id" else {"@id": value.value}
    if value.language:
        return (name or predicate), {"@value": value.value, "@language": value.language}
    datatype = value.datatype.value
    if datatype == (coerced or _PLAIN):
        return (name or predicate), value.value
    if datatype == _PLAIN:
        return (name or predicate), {"@value": value.value}
    return (name or predicate), {"@value": value.value, "@type": datatype}


@cache
def _context() -> dict[str, Any]:
    path = Path(ontology.__file__).with_name("context.jsonld")
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))["@context"]
    return found


@cache
def _names() -> dict[str, tuple[str, str]]:
    """Name and coercion of each predicate in the context."""
    names = {}
    for name, meant in _context().items():
        iri = meant["@id"] if isinstance(meant, dict) else str(meant)
        coerced = meant.get("@type", "") if isinstance(meant, dict) else ""
        if not name.startswith("@") and ":" in iri and name not in PREFIXES:
            names[_full(iri)] = (name, coerced if coerced == "@id" else _full(coerced))
    return names


@cache
def _classes() -> dict[str, str]:
    return {iri: name for iri, (name, _) in _names().items() if name[0].isupper()}


def _full(short: str) -> str:
    prefix, _, name = short.partition(":")
    return PREFIXES[prefix] + name if prefix in PREFIXES else short
