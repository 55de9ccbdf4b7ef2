"""``socialmap ingest``: documents and lists into the map."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ingest.model import FileReport, Report
from ingest.pipeline import Accept
from service.commands.output import json_option, print_json, progress_bar, tell
from service.settings import Settings
from service.workspace import Workspace

__all__ = ["command"]


@click.command("ingest")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--accept",
    type=click.Choice(["lists", "all", "none"]),
    default="lists",
    show_default=True,
    help="What goes into the map at once; the rest waits as proposals.",
)
@json_option
@click.pass_obj
def command(settings: Settings, paths: tuple[Path, ...], accept: Accept, as_json: bool) -> None:
    """Read files or folders into the map."""
    with Workspace.open(settings) as workspace, progress_bar() as step:
        report = workspace.ingest(paths, accept, lambda p: step(Path(p.path).name, p.done, p.total))
    if as_json:
        print_json(report.to_json())
    else:
        _print(report)
    sys.exit(1 if report.failed else 0)


def _print(report: Report) -> None:
    for file in report.files:
        click.echo(_line(file))
        for error in file.errors:
            tell(f"Error: {error}")
    waiting = sum(file.proposed for file in report.files)
    if waiting:
        click.echo(f"{waiting} proposals wait: `socialmap proposals list`, or the page Import.")


def _line(file: FileReport) -> str:
    found = ", ".join(f"{count} {kind}" for kind, count in sorted(file.found.items()) if count)
    counts = f"accepted {file.accepted}, proposed {file.proposed}, unchanged {file.unchanged}"
    return f"{file.path}: {file.kind} [{file.language}] {found or 'nothing found'}; {counts}"
