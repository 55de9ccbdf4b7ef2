"""``socialmap reindex``: build the index anew."""

from __future__ import annotations

import click

from service.commands.output import progress_bar
from service.settings import Settings
from service.workspace import Workspace

__all__ = ["command"]


@click.command("reindex")
@click.pass_obj
def command(settings: Settings) -> None:
    """Build the index anew from the graph; nothing else changes."""
    with Workspace(settings) as workspace, progress_bar() as step:
        services = workspace.reindex(step)
    click.echo(f"{services} services indexed.")
