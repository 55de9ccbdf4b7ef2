"""``socialmap backup``: the whole map in one file."""

from __future__ import annotations

from pathlib import Path

import click

from service.backup import back_up
from service.settings import Settings

__all__ = ["command"]


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def command(settings: Settings, file: Path) -> None:
    """Write the whole map to FILE; it may be in use meanwhile."""
    back_up(settings.home, file)
    click.echo(f"{file}: {file.stat().st_size:,} bytes")
