"""``socialmap settings``: what is set, and where it comes from."""

from __future__ import annotations

import click

from service.commands.output import json_option, print_json
from service.settings import Origin

__all__ = ["command"]


@click.command("settings")
@json_option
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    """Show every setting with its value and origin."""
    origins: tuple[Origin, ...] = context.meta["socialmap.origins"]
    rows = [
        {"name": o.name, "value": _plain(o.value), "origin": o.origin, "says": o.says}
        for o in origins
    ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        click.echo(f"{row['name']} = {row['value']}  ({row['origin']})\n    {row['says']}")


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, int) else str(value)
