"""Runs the pages and the API with uvicorn."""

from __future__ import annotations

import socket

import uvicorn

from ontology.errors import UsageError
from service.app import create_app
from service.commands.output import tell
from service.settings import Settings
from service.workspace import Workspace

__all__ = ["serve"]


def serve(settings: Settings) -> None:
    """Serve until interrupted; says where on standard error."""
    with Workspace.open(settings) as workspace, _listening(settings) as listener:
        port = listener.getsockname()[1]
        tell(f"socialmap is served on http://{settings.host}:{port}/ (stop it with Ctrl-C)")
        # The access log would hold what people look for; requests are counted in /metrics instead.
        config = uvicorn.Config(
            create_app(workspace), log_level="warning", access_log=False, server_header=False
        )
        uvicorn.Server(config).run(sockets=[listener])


def _listening(settings: Settings) -> socket.socket:
    try:
        return socket.create_server((settings.host, settings.port))
    except OSError as error:
        raise UsageError(
            f"cannot serve on {settings.host}:{settings.port} ({error.strerror})",
            way_out="Another program uses it: choose another with --port.",
        ) from None
