"""The map in the formats of others: each export takes a view and the vocabulary and gives bytes."""

from __future__ import annotations

from collections.abc import Callable

from graph.export.hsds import hsds
from graph.export.network_files import gexf, graphml
from graph.export.statements import jsonld, nquads, turtle
from graph.export.table import tables
from graph.view import View
from ontology.vocabulary import Vocabulary

__all__ = ["EXPORTS", "MEDIA_TYPES", "SUFFIXES"]

EXPORTS: dict[str, Callable[[View, Vocabulary], bytes]] = {
    "csv": tables,
    "gexf": gexf,
    "graphml": graphml,
    "hsds": hsds,
    "jsonld": jsonld,
    "nquads": nquads,
    "turtle": turtle,
}

MEDIA_TYPES: dict[str, str] = {
    "csv": "application/zip",
    "gexf": "application/gexf+xml",
    "graphml": "application/graphml+xml",
    "hsds": "application/json",
    "jsonld": "application/ld+json",
    "nquads": "application/n-quads",
    "turtle": "text/turtle",
}
"""What each export is, for HTTP."""

SUFFIXES: dict[str, str] = {
    "csv": ".zip",
    "gexf": ".gexf",
    "graphml": ".graphml",
    "hsds": ".json",
    "jsonld": ".jsonld",
    "nquads": ".nq",
    "turtle": ".ttl",
}
"""How the file of each export ends."""
