"""The network of who works with whom, its measures, and the form that pages take it in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import networkx as nx

from graph.model import Collaboration, Organization, Text
from graph.view import View

__all__ = ["Measures", "Network", "Position"]

_SAMPLED_FROM = 2_000
"""Partners from which on betweenness is estimated from a sample: exact would take minutes."""

_SAMPLE = 300
_SEED = 7


@dataclass(frozen=True, slots=True)
class Position:
    """Where a partner stands in the network; measures ignore directions."""

    iri: str
    degree: int
    """How many partners it works with."""
    betweenness: float
    """Share of the shortest paths between others that lead through it, 0 to 1."""
    community: int
    """Number of its community, the largest is 0."""
    component: int
    """Number of the part that it can reach, the largest is 0."""
    is_bridge: bool
    """Whether the network falls apart without it."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The network as a whole."""

    partners: int
    collaborations: int
    density: float
    """Share of the possible pairs that work together, 0 to 1."""
    components: int
    isolated: int
    communities: int
    positions: tuple[Position, ...]


class Network:
    """Partners and their collaborations as a graph of networkx."""

    def __init__(self, graph: nx.MultiDiGraph) -> None:
        self.graph = graph

    @classmethod
    def of(cls, view: View, label: Callable[[Iterable[Text]], str] | None = None) -> Network:
        """The network of everything in the view; ``label`` picks a name for the reader."""
        return cls.build(view.organizations(), view.collaborations(), label)

    @classmethod
    def build(
        cls,
        organizations: Iterable[Organization],
        collaborations: Iterable[Collaboration],
        label: Callable[[Iterable[Text]], str] | None = None,
    ) -> Network:
        """The network of these partners; a collaboration with somebody unknown is left out."""
        graph = nx.MultiDiGraph()
        for partner in organizations:
            graph.add_node(
                partner.iri,
                id=partner.id,
                label=(label or _first)(partner.names),
                type=partner.types[0] if partner.types else "",
                area=partner.areas[0] if partner.areas else "",
            )
        for tie in collaborations:
            if tie.subject in graph and tie.object in graph:
                facts = {"relation": tie.relation, "since": tie.since, "until": tie.until}
                graph.add_edge(tie.subject, tie.object, key=tie.iri, id=tie.id, **facts)
        return cls(graph)

    @cached_property
    def measures(self) -> Measures:
        """Measures of the whole and of each partner."""
        plain = self._plain
        components = _numbered(nx.connected_components(plain))
        communities = _numbered(_communities(plain))
        return Measures(
            partners=plain.number_of_nodes(),
            collaborations=self.graph.number_of_edges(),
            density=nx.density(plain),
            components=len(set(components.values())),
            isolated=sum(1 for _ in nx.isolates(plain)),
            communities=len(set(communities.values())),
            positions=tuple(self._positions(components, communities)),
        )

    def to_json(self) -> dict[str, Any]:
        """Nodes and edges for a page or an API."""
        measures = self.measures
        nodes = [
            {
                "iri": position.iri,
                **self.graph.nodes[position.iri],
                "degree": position.degree,
                "betweenness": round(position.betweenness, 4),
                "community": position.community,
                "component": position.component,
                "bridge": position.is_bridge,
            }
            for position in measures.positions
        ]
        edges = [
            {"iri": iri, "source": source, "target": target, **facts}
            for source, target, iri, facts in self.graph.edges(keys=True, data=True)
        ]
        whole = {
            name: getattr(measures, name)
            for name in ("partners", "collaborations", "components", "isolated", "communities")
        }
        return {
            "nodes": nodes,
            "edges": edges,
            "measures": whole | {"density": round(measures.density, 4)},
        }

    @cached_property
    def _plain(self) -> nx.Graph:
        """Who works with whom, once a pair and without directions."""
        plain = nx.Graph()
        plain.add_nodes_from(sorted(self.graph))
        pairs = {(min(a, b), max(a, b)) for a, b in self.graph.edges() if a != b}
        plain.add_edges_from(sorted(pairs))
        return plain

    def _positions(
        self, components: dict[str, int], communities: dict[str, int]
    ) -> Iterable[Position]:
        plain = self._plain
        sample = _SAMPLE if plain.number_of_nodes() > _SAMPLED_FROM else None
        betweenness = nx.betweenness_centrality(plain, k=sample, seed=_SEED)
        bridges = set(nx.articulation_points(plain))
        for iri in plain:
            yield Position(
                iri,
                plain.degree[iri],
                betweenness[iri],
                communities[iri],
                components[iri],
                iri in bridges,
            )


def _communities(plain: nx.Graph) -> Iterable[set[str]]:
    if plain.number_of_edges() == 0:
        return [{iri} for iri in plain]
    return list(nx.community.louvain_communities(plain, seed=_SEED))


def _numbered(groups: Iterable[set[str]]) -> dict[str, int]:
    """The number of each member's group, the largest group first."""
    ordered = sorted(groups, key=lambda group: (-len(group), min(group)))
    return {iri: number for number, group in enumerate(ordered) for iri in group}


def _first(names: Iterable[Text]) -> str:
    return next((name.value for name in names if name.value), "")
