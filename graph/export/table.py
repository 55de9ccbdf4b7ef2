"""Nodes and edges of the network as CSV, in one archive."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from graph.network import Network
from graph.view import View
from ontology.vocabulary import Vocabulary

__all__ = ["csv_text", "edges_csv", "nodes_csv", "safe_cell", "tables"]

_NODES = (
    "iri", "id", "label", "type", "area", "degree", "betweenness", "community", "component",
    "bridge",
)  # fmt: skip
_EDGES = ("iri", "id", "source", "target", "relation", "since", "until")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


def tables(view: View, vocabulary: Vocabulary) -> bytes:
    """``nodes.csv`` and ``edges.csv`` in a ZIP archive."""
    network = Network.of(view)
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as file:
        for name, text in (("nodes", nodes_csv(network)), ("edges", edges_csv(network))):
            file.writestr(ZipInfo(f"{name}.csv"), text.encode("utf-8-sig"))
    return archive.getvalue()


def nodes_csv(network: Network) -> str:
    """One row a partner."""
    return csv_text(_NODES, network.to_json()["nodes"])


def edges_csv(network: Network) -> str:
    """One row a collaboration."""
    return csv_text(_EDGES, network.to_json()["edges"])


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """A table with a header; no cell is taken for a formula."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([safe_cell(row[column]) for column in columns] for row in rows)
    return text.getvalue()


def safe_cell(value: object) -> object:
    """The value, with an apostrophe in front where a spreadsheet would run it."""
    is_risky = isinstance(value, str) and value.startswith(_FORMULA)
    return f"'{value}" if is_risky else value
