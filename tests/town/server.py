"""Sockets: one thread accepts, each connection has its own, so that one may be slow or lie."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from town.wire import Answer, Request

MOST_HEAD = 64 << 10
PATIENCE = 60.0
"""Seconds that a silent client is waited for."""


class HungUpError(Exception):
    """The server stops, or the client has gone: leave what you do."""


@dataclass(slots=True)
class Asked:
    """One request, as the log remembers it.

    ``at`` and ``ended`` are monotonic seconds; ``connection`` counts connections, so that
    two requests with one number came over one socket; ``ended`` is when the answer began.
    ``status`` is 0 when nothing proper was said; ``about`` is the key of the story that the
    answer tells, empty for lists.
    """

    at: float
    host: str
    target: str
    headers: dict[str, str]
    method: str
    secure: bool
    connection: int
    status: int = 0
    ended: float = 0.0
    about: str = ""


class Exchange:
    """One request and the socket that its answer goes to, however bad that answer is."""

    def __init__(self, request: Request, connection: Connection, asked: Asked) -> None:
        self.request = request
        self.keep = request.keeps_alive
        self._connection = connection
        self._asked = asked

    def answer(self, answer: Answer, date: str = "") -> None:
        """Say it properly."""
        self.note(answer.status, answer.about)
        if self.request.method == "HEAD":
            self.send(answer.head(keep=self.keep, date=date))
        else:
            self.send(answer.bytes(keep=self.keep, date=date))

    def note(self, status: int, about: str = "") -> None:
        """Write into the log what is about to be said: before, so that no asker is faster."""
        asked = self._asked
        asked.status, asked.about, asked.ended = status, about, time.monotonic()

    def send(self, data: bytes) -> None:
        """Say these bytes."""
        try:
            self._connection.socket.sendall(data)
        except (OSError, ssl.SSLError) as error:
            raise HungUpError from error

    def pause(self, seconds: float) -> None:
        """Say nothing for a while."""
        if self._connection.server.closing.wait(seconds):
            raise HungUpError

    def hang_up(self) -> None:
        """Close after this, in good order."""
        self.keep = False

    def reset(self) -> None:
        """Drop the connection with RST, as a firewall or a crashed process does."""
        self.keep = False
        self._connection.reset()
        raise HungUpError


class Connection:
    """One client that asks one thing after the other."""

    def __init__(self, server: Server, raw: socket.socket, number: int) -> None:
        self.server = server
        self.socket: socket.socket = raw
        self.number = number
        self._held = b""

    def run(self) -> None:
        """Answer until the client goes, or is sent away."""
        try:
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.socket.settimeout(PATIENCE)
            if self.server.tls is not None:
                self.socket = self.server.tls.wrap_socket(self.socket, server_side=True)
            while self._one():
                pass
        except (HungUpError, OSError):  # gone, refused our certificate, or we stop
            pass
        finally:
            self.close()

    def _one(self) -> bool:
        request = self._read()
        if request is None:
            return False
        asked = Asked(
            time.monotonic(),
            request.host,
            request.target,
            request.headers,
            request.method,
            request.secure,
            self.number,
        )
        self.server.asked.append(asked)
        exchange = Exchange(request, self, asked)
        try:
            self.server.respond(exchange)
        except (HungUpError, OSError):
            raise
        except Exception as error:  # noqa: BLE001 - a fault of the town: told at its end
            self.server.errors.append(error)
            exchange.hang_up()
            exchange.answer(Answer(status=500))
        finally:
            asked.ended = asked.ended or time.monotonic()
        return exchange.keep

    def _read(self) -> Request | None:
        while b"\r\n\r\n" not in self._held:
            if len(self._held) > MOST_HEAD or not self._more():
                return None
        head, _, self._held = self._held.partition(b"\r\n\r\n")
        try:
            request = Request.read(head, secure=self.server.tls is not None)
            length = int(request.headers.get("content-length", "0"))
        except ValueError:
            self.socket.sendall(Answer(status=400).bytes(keep=False, date=""))
            return None
        if not length:
            return request
        while len(self._held) < length and self._more():
            pass
        body, self._held = self._held[:length], self._held[length:]
        return Request(
            request.method,
            request.target,
            request.host,
            request.headers,
            body,
            request.secure,
            request.old,
        )

    def _more(self) -> bool:
        data = self.socket.recv(65536)
        self._held += data
        return bool(data)

    def reset(self) -> None:
        """Close so that the peer meets RST (SO_LINGER of 0 seconds)."""
        linger = struct.pack("ii", 1, 0)
        with contextlib.suppress(OSError):
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self.socket.close()

    def close(self) -> None:
        """Close in good order."""
        with contextlib.suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        with contextlib.suppress(OSError):
            self.socket.close()
        self.server.forget(self)


class Server:
    """A port of this machine (127.0.0.1 and nothing else).

    Args:
        respond: Answers one exchange.
        asked: The log to write into.
        port: 0 for any that is free.
        tls: How to speak TLS; None for plain HTTP.
    """

    def __init__(
        self,
        respond: Callable[[Exchange], None],
        asked: list[Asked],
        port: int = 0,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.respond = respond
        self.asked = asked
        self.tls = tls
        self.errors: list[Exception] = []
        self.closing = threading.Event()
        self._door = socket.create_server(("127.0.0.1", port), backlog=1024)
        self.port: int = self._door.getsockname()[1]
        self._guests: dict[Connection, threading.Thread] = {}
        self._lock = threading.Lock()
        self._accepting = threading.Thread(target=self._accept, daemon=True, name="town door")
        self._accepting.start()

    def _accept(self) -> None:
        number = 0
        while not self.closing.is_set():
            try:
                raw, _ = self._door.accept()
            except OSError:
                return
            number += 1
            guest = Connection(self, raw, number)
            thread = threading.Thread(target=guest.run, daemon=True, name=f"town {number}")
            with self._lock:
                self._guests[guest] = thread
            thread.start()

    def forget(self, guest: Connection) -> None:
        """A connection has ended."""
        with self._lock:
            self._guests.pop(guest, None)

    def close(self) -> None:
        """Stop: pauses end, connections are cut, threads have gone when this returns."""
        self.closing.set()
        with contextlib.suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        self._accepting.join()
        with self._lock:
            guests = dict(self._guests)
        for guest in guests:
            with contextlib.suppress(OSError):
                guest.socket.shutdown(socket.SHUT_RDWR)
        for thread in guests.values():
            thread.join(timeout=10)
