"""``socialmap network``: who works with whom."""

from __future__ import annotations

import click

from graph.network import Network
from service.commands.output import json_option, print_json
from service.settings import Settings
from service.workspace import Workspace

__all__ = ["command"]

_SHOWN = 10


@click.command("network")
@json_option
@click.pass_obj
def command(settings: Settings, as_json: bool) -> None:
    """Show the network: its size, who is central, whose loss would cut it."""
    with Workspace(settings, read_only=True) as workspace:
        network = workspace.network()
    if as_json:
        print_json(network.to_json())
    else:
        _print(network)


def _print(network: Network) -> None:
    measures = network.measures
    click.echo(
        f"{measures.partners} partners, {measures.collaborations} collaborations, density"
        f" {measures.density:.3f}, {measures.components} parts, {measures.isolated} alone,"
        f" {measures.communities} communities"
    )
    names = network.graph.nodes
    central = sorted(measures.positions, key=lambda p: (-p.betweenness, p.iri))[:_SHOWN]
    for position in central:
        cut = "  the network falls apart without it" if position.is_bridge else ""
        name = names[position.iri]["label"]
        click.echo(f"  {name}: {position.degree} partners, between {position.betweenness:.3f}{cut}")
