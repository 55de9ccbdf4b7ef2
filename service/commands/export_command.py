"""``socialmap export``: the whole map in a format of others."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from graph.export import EXPORTS
from service.settings import Settings
from service.workspace import Workspace

__all__ = ["command"]


@click.command("export")
@click.argument("name", metavar="FORMAT", type=click.Choice(sorted(EXPORTS)))
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="File.")
@click.pass_obj
def command(settings: Settings, name: str, output: Path | None) -> None:
    """Write the whole map in FORMAT to a file or to standard output."""
    with Workspace(settings, read_only=True) as workspace:
        data = workspace.export(name)
    if output is None:
        sys.stdout.buffer.write(data)
        return
    scratch = output.with_name(f".{output.name}.part")
    scratch.write_bytes(data)
    scratch.replace(output)
