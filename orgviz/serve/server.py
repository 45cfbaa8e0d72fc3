"""Serve the preview: a page, its style and script, the pictures, and events; nothing else, to nobody else.

No part of a request reaches the disk: whatever is served is in memory before.
"""

from __future__ import annotations

import contextlib
import errno
import socket
import sys
import threading
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from io import BytesIO
from socketserver import TCPServer
from typing import Any, TypeAlias
from urllib.parse import parse_qs

from orgviz.diagnostics import ToolError
from orgviz.serve.access import Access
from orgviz.serve.state import Board

# As the standard library has them, for all kinds of servers.
_Request: TypeAlias = Any
_Client: TypeAlias = Any

USUAL_PORT = 8765
CONNECTIONS, STREAMS = 16, 8  # at once
LONGEST_HEAD = 16 * 1024  # bytes
SECONDS = 10.0  # for a request to come, and for an answer to go
STILL_HERE_EVERY = 10.0  # seconds, by which we hear of streams whose reader has gone

_PAGE_POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
# Fonts and photos are inside the picture; nothing else is there to be loaded, and nothing may run.
_PICTURE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox; frame-ancestors 'none'"
)
_SAFETY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Connection": "close",
}
_FILES = {
    "/": ("page.html", "text/html; charset=utf-8"),
    "/page.css": ("page.css", "text/css; charset=utf-8"),
    "/page.js": ("page.js", "text/javascript; charset=utf-8"),
}


class PreviewServer(ThreadingHTTPServer):
    """A server on an address of this machine, with a limit to the connections at once."""

    daemon_threads = True
    request_queue_size = CONNECTIONS
    # Elsewhere than on POSIX this would let another program take the same port.
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, host: str, port: int, board: Board, access: Callable[[int], Access]):
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.board = board
        self.connections = threading.BoundedSemaphore(CONNECTIONS)
        self.streams = threading.BoundedSemaphore(STREAMS)
        self.files = {path: (_resource(name), kind) for path, (name, kind) in _FILES.items()}
        super().__init__((host, port), _Handler)
        self.host, self.port = host, int(self.server_address[1])
        self.access = access(self.port)

    def server_bind(self) -> None:
        """Bind, without asking for the name of this machine, which may take long."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "localhost", 0

    def address(self, **query: str) -> str:
        """Return the address of the page, with a query."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/?" + "&".join(f"{name}={value}" for name, value in query.items())

    def process_request(self, request: _Request, client_address: _Client) -> None:
        """Answer in a thread of its own, or hang up where there are too many."""
        if not self.connections.acquire(blocking=False):
            self.shutdown_request(request)
            return
        try:
            super().process_request(request, client_address)
        except BaseException:  # there is no thread to be had, and so none that would let the next one in
            self.connections.release()
            raise

    def process_request_thread(self, request: _Request, client_address: _Client) -> None:
        """Answer, and let the next one in."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.connections.release()

    def handle_error(self, request: _Request, client_address: _Client) -> None:
        """Say nothing: whom the error concerns has gone, and the terminal is for the chart."""


class _Handler(BaseHTTPRequestHandler):
    """One request; the connection ends with its answer."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def setup(self) -> None:
        """Take in the head of the request, of which neither the length nor the time is left to the other side."""
        super().setup()
        self.rfile = BytesIO(_head(self.connection))
        self.connection.settimeout(SECONDS)

    def handle(self) -> None:
        """Answer, and mind nothing where the other side has gone."""
        with contextlib.suppress(OSError):
            self.handle_one_request()

    def do_GET(self) -> None:
        """Answer with what stands under the path, to whom may have it."""
        path, _, query = self.path.partition("?")
        refusal = self.server.access.refusal(self._all_headers(), path, query)
        if refusal is not None:
            self._say(refusal.status, refusal.words)
        elif path in self.server.files:
            body, kind = self.server.files[path]
            self._answer(HTTPStatus.OK, kind, body, policy=_PAGE_POLICY, knows=path == "/")
        elif path == "/chart.svg":
            self._picture(query)
        elif path == "/events":
            self._events()
        else:
            self._say(HTTPStatus.NOT_FOUND, "There is nothing here.")

    do_HEAD = do_GET  # noqa: N815 - it is called by this name

    def _picture(self, query: str) -> None:
        pictures = self.server.board.state.pictures
        number = parse_qs(query).get("chart", ["0"])[0]
        if number.isascii() and number.isdecimal() and len(number) < 6 and int(number) < len(pictures):
            svg = pictures[int(number)].svg
            self._answer(HTTPStatus.OK, "image/svg+xml; charset=utf-8", svg, policy=_PICTURE_POLICY)
        else:
            self._say(HTTPStatus.NOT_FOUND, "There is no such picture.")

    def _events(self) -> None:
        """Send the state, and every newer one, until the other side goes."""
        if not self.server.streams.acquire(blocking=False):
            self._say(HTTPStatus.SERVICE_UNAVAILABLE, "Too many pages show this preview.")
            return
        try:
            self._head(HTTPStatus.OK, {"Content-Type": "text/event-stream; charset=utf-8"}, _PAGE_POLICY)
            number = -1
            while self.command == "GET":
                state = self.server.board.newer_than(number, STILL_HERE_EVERY)
                self.wfile.write(b": still here\n\n" if state is None else state.as_event())
                number = number if state is None else state.number
        finally:
            self.server.streams.release()

    def _say(self, status: HTTPStatus, words: str) -> None:
        self._answer(status, "text/plain; charset=utf-8", f"{words}\n".encode(), policy="default-src 'none'")

    def _answer(self, status: HTTPStatus, kind: str, body: bytes, *, policy: str, knows: bool = False) -> None:
        headers = {"Content-Type": kind, "Content-Length": str(len(body))}
        if knows:
            access = self.server.access
            headers["Set-Cookie"] = f"{access.cookie}={access.token}; Path=/; HttpOnly; SameSite=Strict"
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            headers["Allow"] = "GET, HEAD"
        self._head(status, headers, policy)
        if self.command != "HEAD":
            self.wfile.write(body)

    def _head(self, status: HTTPStatus, headers: Mapping[str, str], policy: str) -> None:
        self.send_response(status)
        for name, value in {**headers, **_SAFETY, "Content-Security-Policy": policy}.items():
            self.send_header(name, value)
        self.end_headers()
        self.close_connection = True

    def _all_headers(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, value in self.headers.items():
            found.setdefault(name.lower(), []).append(value)
        return found

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Answer what is no request of HTTP, or none of a kind that we know, in words that hold nothing of it."""
        unknown_method = code == HTTPStatus.NOT_IMPLEMENTED
        status = HTTPStatus.METHOD_NOT_ALLOWED if unknown_method else HTTPStatus(code)
        self.command = getattr(self, "command", None) or ""
        self._say(status, status.phrase)

    def version_string(self) -> str:
        """Say what we are, and no more."""
        return "orgviz"

    def log_message(self, format: str, *args: object) -> None:
        """Write no log: the terminal is for the chart."""


def _resource(name: str) -> bytes:
    return files("orgviz.serve").joinpath(name).read_bytes()


def _head(connection: socket.socket) -> bytes:
    """Return all of a request up to its empty line; nothing where it does not come in time, or is too long."""
    end = time.monotonic() + SECONDS
    data = b""
    while b"\r\n\r\n" not in data and b"\n\n" not in data:
        left = end - time.monotonic()
        if left <= 0 or len(data) > LONGEST_HEAD:
            return b""
        connection.settimeout(left)
        try:
            more = connection.recv(4096)
        except OSError:
            return b""
        if not more:
            return b""
        data += more
    return data


def open_server(host: str, port: int | None, board: Board, access: Callable[[int], Access]) -> PreviewServer:
    """Return a server that listens; ``None`` takes the usual port, or a free one where that is taken.

    Raises:
        ToolError: the port is taken or not ours to have, or this machine has no such address.
    """
    try:
        return PreviewServer(host, USUAL_PORT if port is None else port, board, access)
    except OSError as error:
        if port is None and error.errno == errno.EADDRINUSE:
            return open_server(host, 0, board, access)
        raise _explained(host, port, error) from error


def _explained(host: str, port: int | None, error: OSError) -> ToolError:
    if error.errno == errno.EADDRINUSE:
        return ToolError(f"port {port} is in use", "give another --port, or none, which takes a free one")
    if error.errno in (errno.EACCES, errno.EPERM):
        return ToolError(f"port {port} is not for users", "give a --port from 1024 on, or none")
    why = (error.strerror or str(error)).lower()
    return ToolError(f"the preview cannot listen at {host}: {why}", "give another --host or --port")
