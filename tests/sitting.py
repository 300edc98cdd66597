"""A site of a few answers, for tests of what a crawl does with each; its hosts are ``*.test``."""

from __future__ import annotations

import ssl
from collections.abc import Callable

from town.server import Asked, Exchange, Server
from town.wire import HTML

Serve = Callable[[Exchange], None]


class Site:
    """A server on 127.0.0.1 that answers by path, or by host and path; 404 for the rest."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.asked: list[Asked] = []
        self._answers: dict[tuple[str, str], Serve] = {}
        self._scheme = "https" if tls else "http"
        self._server = Server(self._respond, self.asked, tls=tls)
        self.port = self._server.port

    def url(self, host: str, path: str = "/") -> str:
        return f"{self._scheme}://{host}.test:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked, in order."""
        return [one.target for one in self.asked]

    def put(
        self, path: str, body: str | bytes, status: int = 200, host: str = "", **headers: str
    ) -> None:
        raw = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        fields = {"Content-Type": HTML, "Content-Length": str(len(raw)), **named}
        lines = [f"HTTP/1.1 {status} Said", *(f"{name}: {one}" for name, one in fields.items())]
        self.say(path, "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + raw, host)

    def move(self, path: str, to: str, status: int = 302, host: str = "") -> None:
        self.put(path, "", status, host, Location=to)

    def say(self, path: str, raw: bytes, host: str = "") -> None:
        """These bytes as they are."""
        self.serve(path, lambda exchange: exchange.send(raw), host)

    def silent(self, path: str, host: str = "") -> None:
        """Nothing, for long."""
        self.serve(path, lambda exchange: exchange.pause(60), host)

    def serve(self, path: str, serve: Serve, host: str = "") -> None:
        self._answers[host, path] = serve

    def close(self) -> None:
        self._server.close()

    def _respond(self, exchange: Exchange) -> None:
        host, target = exchange.request.host, exchange.request.target
        for key in ((host, target), ("", target)):
            if key in self._answers:
                self._answers[key](exchange)
                return
        exchange.send(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
