"""Connections that are slow, endless, cut, or not what their headers say."""

from __future__ import annotations

from town.faults.fault import Fault, Ordinary
from town.server import Exchange
from town.wire import Answer

CHUNK = b"<p>" + b"Tin " * 16_000 + b"</p>\n"


class SlowLoris(Fault):
    """A body of one byte in ``pause`` seconds: must end at the time-out of the whole answer."""

    def __init__(self, pause: float = 10.0) -> None:
        self.pause = pause

    def serve(self, exchange: Exchange, ordinary: Ordinary) -> None:
        """Headers at once, then drop by drop."""
        answer = ordinary()
        exchange.note(answer.status, answer.about)
        exchange.send(answer.head(keep=exchange.keep))
        for byte in answer.body:
            exchange.pause(self.pause)
            exchange.send(bytes([byte]))


class SlowHead(Fault):
    """Headers that come a byte in ``pause`` seconds: must end at the time-out."""

    def __init__(self, pause: float = 10.0) -> None:
        self.pause = pause

    def serve(self, exchange: Exchange, ordinary: Ordinary) -> None:
        """Drop by drop from the first byte on."""
        for byte in ordinary().bytes(keep=False, date=""):
            exchange.send(bytes([byte]))
            exchange.pause(self.pause)
        exchange.hang_up()


class Silence(Fault):
    """Takes the request and says nothing for so many seconds: must end at the time-out."""

    def __init__(self, seconds: float = 600.0) -> None:
        self.seconds = seconds

    def serve(self, exchange: Exchange, ordinary: Ordinary) -> None:
        """Wait, then hang up."""
        exchange.pause(self.seconds)
        exchange.hang_up()


class HangUp(Fault):
    """Closes in good order without a byte: a failure, asked again later."""

    def serve(self, exchange: Exchange, ordinary: Ordinary) -> None:
        """Nothing."""
        exchange.hang_up()


class Reset(Fault):
    """RST instead of an answer: a failure, asked again later."""

    def serve(self, exchange: Exchange, ordinary: Ordinary) -> None:
        """Gone."""
        exchange.reset()


class ResetMidBody(Fault):
    """RST after half of the body: nothing of it may be stored as the page."""

    def serve(self, exchange: Exchange, ordinary: Ordinary) -> None:
        """Half, then gone."""
        answer = ordinary()
        exchange.note(answer.status, answer.about)
        exchange.send(answer.head() + answer.body[: len(answer.body) // 2])
        exchange.pause(0.05)  # let it arrive: RST throws away what was not read
        exchange.reset()


class CutShort(Fault):
    """Says more bytes than come, then closes: nothing of it may be stored as the page."""

    def serve(self, exchange: Exchange, ordinary: Ordinary) -> None:
        """Content-Length is too large."""
        answer = ordinary()
        exchange.note(answer.status, answer.about)
        exchange.send(answer.head(length=len(answer.body) * 2) + answer.body)
        exchange.hang_up()


class TooMuch(Fault):
    """Says fewer bytes than come: the page ends where Content-Length says (RFC 9112, 6.3)."""

    def serve(self, exchange: Exchange, ordinary: Ordinary) -> None:
        """Content-Length is too small."""
        answer = ordinary()
        exchange.note(answer.status, answer.about)
        exchange.send(answer.head(keep=False, length=len(answer.body) // 2) + answer.body)
        exchange.hang_up()


class TwoLengths(Fault):
    """Two different Content-Length headers: an error (RFC 9112, 6.3), never a page."""

    def serve(self, exchange: Exchange, ordinary: Ordinary) -> None:
        """Contradiction."""
        answer = ordinary()
        size = str(len(answer.body))
        twice = answer.with_headers(("Content-Length", size), ("Content-Length", "7"))
        exchange.note(answer.status, answer.about)
        exchange.send(twice.head(keep=False) + answer.body)
        exchange.hang_up()


class Chunked(Fault):
    """The ordinary page in chunks: no fault, but the frame of those below."""

    def __init__(self, size: int = 1024) -> None:
        self.size = size

    def serve(self, exchange: Exchange, ordinary: Ordinary) -> None:
        """Chunks with their lengths (RFC 9112, 7.1)."""
        answer = self.begin(exchange, ordinary())
        for start in range(0, len(answer.body), self.size):
            exchange.send(chunk(answer.body[start : start + self.size]))
        self.end(exchange)

    def begin(self, exchange: Exchange, answer: Answer) -> Answer:
        """Headers."""
        exchange.note(answer.status, answer.about)
        exchange.send(
            answer.with_headers(("Transfer-Encoding", "chunked")).head(keep=exchange.keep)
        )
        return answer

    def end(self, exchange: Exchange) -> None:
        """The chunk of length 0."""
        exchange.send(b"0\r\n\r\n")


class MissingLastChunk(Chunked):
    """Chunks that end without the last one: cut, nothing of it may be stored as the page."""

    def end(self, exchange: Exchange) -> None:
        """No more."""
        exchange.hang_up()


class BadChunk(Chunked):
    """A length that is no hexadecimal number: an error, never a page."""

    def end(self, exchange: Exchange) -> None:
        """Nonsense."""
        exchange.send(b"hai\r\nxx\r\n")
        exchange.hang_up()


class EndlessChunks(Chunked):
    """A body without end: must be cut at the cap on sizes, with memory flat."""

    def end(self, exchange: Exchange) -> None:
        """On and on, until the asker goes."""
        while True:
            exchange.send(chunk(CHUNK))


class HugePage(Fault):
    """A page of so many bytes, honestly announced: refused by its length or cut at the cap."""

    def __init__(self, size: int = 50 << 20) -> None:
        self.size = size

    def serve(self, exchange: Exchange, ordinary: Ordinary) -> None:
        """The ordinary page, then paragraphs."""
        answer = ordinary()
        exchange.note(answer.status)
        exchange.send(answer.head(keep=False, length=self.size) + answer.body)
        left = self.size - len(answer.body)
        while left > 0:
            exchange.send(CHUNK[:left])
            left -= len(CHUNK)
        exchange.hang_up()


class NoHttp(Fault):
    """Bytes that are no HTTP: a failure."""

    def serve(self, exchange: Exchange, ordinary: Ordinary) -> None:
        """Another protocol."""
        exchange.send(b"SSH-2.0-OpenSSH_9.2\r\n")
        exchange.hang_up()


class HugeHead(Fault):
    """A header of a megabyte: a failure, or the page, but no crash."""

    def serve(self, exchange: Exchange, ordinary: Ordinary) -> None:
        """Very long."""
        answer = ordinary().with_headers(("X-Trace", "a" * (1 << 20)))
        exchange.answer(answer)


def chunk(data: bytes) -> bytes:
    """One chunk with its length."""
    return b"%x\r\n%s\r\n" % (len(data), data)
