"""``socialmap restore``: a map out of a backup."""

from __future__ import annotations

from pathlib import Path

import click

from service.backup import restore
from service.settings import Settings
from service.workspace import Workspace

__all__ = ["command"]


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def command(settings: Settings, file: Path) -> None:
    """Restore the map of FILE into an empty home."""
    restore(settings.home, file)
    with Workspace.open(settings) as workspace:
        services = len(workspace.index)
    click.echo(f"{settings.home}: restored, {services} services.")
