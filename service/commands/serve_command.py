"""``socialmap serve``: the pages and the API."""

from __future__ import annotations

from dataclasses import replace

import click

from service.settings import Settings

__all__ = ["command"]


@click.command("serve")
@click.option("--host", help="Address to serve on.")
@click.option("--port", type=click.IntRange(0, 65_535), help="Port to serve on.")
@click.pass_obj
def command(settings: Settings, host: str | None, port: int | None) -> None:
    """Serve the pages and the API of the map."""
    from service.server import serve

    chosen = replace(
        settings,
        host=settings.host if host is None else host,
        port=settings.port if port is None else port,
    )
    serve(chosen)
