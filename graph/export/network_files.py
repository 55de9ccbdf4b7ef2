"""The network for Gephi, Cytoscape and the like: GraphML and GEXF, written by networkx."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import networkx as nx

from graph.network import Network
from graph.view import View
from ontology.vocabulary import Vocabulary

__all__ = ["gexf", "graphml"]

_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(view: View, vocabulary: Vocabulary) -> bytes:
    """Partners and collaborations with their measures, as GraphML."""
    return _written(nx.write_graphml_xml, view, vocabulary)


def gexf(view: View, vocabulary: Vocabulary) -> bytes:
    """Partners and collaborations with their measures, as GEXF."""
    return _written(nx.write_gexf, view, vocabulary)


def _written(
    write: Callable[[nx.MultiDiGraph, BytesIO], None], view: View, vocabulary: Vocabulary
) -> bytes:
    network = Network.of(view).to_json()
    graph = nx.MultiDiGraph()
    for node in network["nodes"]:
        facts = _clean(node | {"type": _name(node["type"], vocabulary)})
        # GEXF takes an attribute "id" for its own.
        graph.add_node(facts.pop("iri"), **{"own_id": facts.pop("id"), **facts})
    for edge in network["edges"]:
        facts = _clean(edge | {"relation": _name(edge["relation"], vocabulary)})
        ends = (facts.pop("source"), facts.pop("target"))
        graph.add_edge(*ends, key=facts["iri"], **{"own_id": facts.pop("id"), **facts})
    written = BytesIO()
    write(graph, written)
    return written.getvalue()


def _clean(facts: dict[str, Any]) -> dict[str, Any]:
    return {
        name: _NOT_IN_XML.sub(" ", value) if isinstance(value, str) else value
        for name, value in facts.items()
    }


def _name(concept: str, vocabulary: Vocabulary) -> str:
    return vocabulary.label(concept) if concept else ""
