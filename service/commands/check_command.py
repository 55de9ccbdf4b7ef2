"""``socialmap check``: what is wrong in the map, and how to mend it."""

from __future__ import annotations

import sys
from dataclasses import asdict

import click

from graph.validation import Validation
from service.commands.output import json_option, print_json, progress_bar
from service.settings import Settings
from service.workspace import Workspace

__all__ = ["command"]


@click.command("check")
@json_option
@click.pass_obj
def command(settings: Settings, as_json: bool) -> None:
    """Say in words what is wrong in the map, and how to mend it; exits 1 when there is anything."""
    with Workspace(settings, read_only=True) as workspace, progress_bar() as step:
        found = workspace.check(step)
    if as_json:
        print_json(
            {
                "checked": found.checked,
                "entities": found.entities,
                "findings": [asdict(finding) for finding in found.findings],
            }
        )
    else:
        _print(found)
    sys.exit(1 if found.findings else 0)


def _print(found: Validation) -> None:
    for finding in found.findings:
        click.echo(f"{finding.label}: {finding.what}. {finding.way_out}")
        if finding.iri:
            click.echo(f"    {finding.iri}")
    if not found.findings:
        click.echo(f"Nothing is wrong with {found.checked} entities.")
    if not found.is_complete:
        click.echo(f"There was time for {found.checked} of {found.entities} entities only.")
