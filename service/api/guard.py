"""What every request has to pass (host, origin, size) and every response carries (headers)."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.api.problem import Problem, respond

__all__ = ["Guard"]

_MIB = 1024 * 1024
_FORM_BYTES = _MIB
"""Largest body of anything but an upload."""

_UPLOADS = ("/import", "/api/v1/ingest")
_CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # Tells other hosts nothing; "no-referrer" would also blank the Origin of our own forms, which
    # the origin check needs where a browser sends no Sec-Fetch-Site (plain HTTP).
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Turns away foreign hosts, foreign origins and bodies that are too large."""

    def __init__(self, app: ASGIApp, hosts: Collection[str], max_file_mb: int) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._upload_bytes = max_file_mb * _MIB + _FORM_BYTES

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it with the problem."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        limit = self._upload_bytes if scope["path"] in _UPLOADS else _FORM_BYTES

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    own.setdefault(name, value)
            await send(message)

        problem = (
            self._foreign_host(headers)
            or _foreign_origin(scope["method"], headers)
            or _too_large(headers, limit)
        )
        if problem:
            await respond(problem, scope["path"])(scope, receive, dressed)
        else:
            await self._app(scope, _counted(receive, limit), dressed)

    def _foreign_host(self, headers: Headers) -> Problem | None:
        host = _host_name(f"//{headers.get('host', '')}")
        if host in self._hosts or f"[{host}]" in self._hosts or "*" in self._hosts:
            return None
        return Problem(
            400,
            "host-not-allowed",
            "This host is not served here",
            f"The request names the host {host!r}.",
            "Add it to the setting SOCIALMAP_ALLOWED_HOSTS if it is yours.",
        )


def _foreign_origin(method: str, headers: Headers) -> Problem | None:
    """A browser says where a request comes from; programs say nothing and are no danger."""
    if method not in _CHANGING:
        return None
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        own = site in ("same-origin", "none")
    else:
        own = origin is None or urlsplit(origin).netloc == headers.get("host")
    if own:
        return None
    return Problem(
        403,
        "foreign-origin",
        "This form came from another site",
        "Only these pages and programs may change the map.",
        "Open the page here and send the form again.",
    )


def _too_large(headers: Headers, limit: int) -> Problem | None:
    length = headers.get("content-length", "0")
    if length.isdigit() and int(length) <= limit:
        return None
    return _size_problem(limit)


def _size_problem(limit: int) -> Problem:
    return Problem(
        413,
        "too-large",
        "That is too large",
        f"At most {limit // _MIB} MiB are taken here.",
        "Send less at once, or raise SOCIALMAP_MAX_FILE_MB.",
    )


def _counted(receive: Receive, limit: int) -> Receive:
    """``receive`` that stops a body without a stated length when it exceeds the limit."""
    taken = 0

    async def counting() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise HTTPException(413, _size_problem(limit).detail)
        return message

    return counting


def _host_name(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
