"""``socialmap demo``: the example map in a throw-away home, served."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import click

from service.commands.output import progress_bar, tell
from service.settings import Settings
from service.workspace import Workspace

__all__ = ["EXAMPLE", "command", "load"]

EXAMPLE = Path(__file__).parent.parent / "example"
"""Files of the invented municipality."""


@click.command("demo")
@click.option("--port", type=click.IntRange(0, 65_535), help="Port to serve on.")
@click.pass_obj
def command(settings: Settings, port: int | None) -> None:
    """Load the invented example map into a throw-away home and serve it."""
    from service.server import serve

    with tempfile.TemporaryDirectory(prefix="socialmap-demo-") as home:
        chosen = replace(settings, home=Path(home), port=settings.port if port is None else port)
        load(chosen)
        serve(chosen)


def load(settings: Settings) -> None:
    """Ingest the example's files, documents included."""
    tell("Loading the example map …")
    files = sorted(path for path in EXAMPLE.iterdir() if path.name != "README.md")
    with Workspace.open(settings) as workspace, progress_bar() as step:
        lists = [path for path in files if path.suffix in {".xlsx", ".json"}]
        workspace.ingest(lists, "lists", lambda p: step(Path(p.path).name, p.done, p.total))
        # The documents wait as proposals, so that the page Import has something to show.
        workspace.ingest([path for path in files if path not in lists], "none")
