"""Compressions that lie or explode."""

from __future__ import annotations

import gzip
import zlib
from functools import lru_cache

import brotli

from town.faults.fault import Fault, Ordinary, unpacked
from town.wire import Answer, Request

BLOCK = 1 << 20
SIZE = 256 << 20


class Bomb(Fault):
    """Few bytes that become ``size`` ones: must be stopped at the cap, with memory flat."""

    coding = ""

    def __init__(self, size: int = SIZE) -> None:
        self.size = size

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The bomb, in the coding of the class."""
        body = bomb(self.coding, self.size)
        return Answer(body).with_headers(("Content-Encoding", self.coding))


class GzipBomb(Bomb):
    """In gzip, a thousand times its size: stopped at the cap."""

    coding = "gzip"


class DeflateBomb(Bomb):
    """In deflate: stopped at the cap."""

    coding = "deflate"


class BrotliBomb(Bomb):
    """In brotli, a hundred thousand times its size: stopped at the cap."""

    coding = "br"


class ZstdBomb(Bomb):
    """In zstd: stopped at the cap."""

    coding = "zstd"


class StackedBomb(Fault):
    """gzip in gzip, both announced: each layer must count."""

    def __init__(self, size: int = SIZE) -> None:
        self.size = size

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The inner one is a bomb itself."""
        body = gzip.compress(bomb("gzip", self.size), mtime=0)
        return Answer(body).with_headers(("Content-Encoding", "gzip, gzip"))


class DoubleCoding(Fault):
    """The page packed twice, announced once: the page, unpacked twice."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """Twice."""
        plain = unpacked(ordinary())
        body = gzip.compress(gzip.compress(plain.body, mtime=0), mtime=0)
        return plain.but(body=body).with_headers(("Content-Encoding", "gzip"))


class FalseCoding(Fault):
    """Says gzip, is plain: the page, or a failure that is told, but no crash."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """Plain bytes."""
        return unpacked(ordinary()).with_headers(("Content-Encoding", "gzip"))


class UnknownCoding(Fault):
    """A Content-Encoding that nobody knows: a failure, told."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """Named ``x-nen``."""
        return unpacked(ordinary()).with_headers(("Content-Encoding", "x-nen"))


class CutGzip(Fault):
    """gzip that ends in the middle, Content-Length right: cut, never stored as the page."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """Half of the packed bytes."""
        packed = gzip.compress(unpacked(ordinary()).body, mtime=0)
        half = packed[: len(packed) // 2]
        return Answer(half).with_headers(("Content-Encoding", "gzip"))


class UnaskedGzip(Fault):
    """gzip for who did not ask for it, announced: the page."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """Packed all the same."""
        plain = unpacked(ordinary())
        return plain.packed()


@lru_cache(maxsize=8)
def bomb(coding: str, size: int) -> bytes:
    """``size`` blanks (a whole number of MiB), packed."""
    return {"gzip": _gzip, "deflate": _zlib, "br": _brotli, "zstd": _zstd}[coding](size // BLOCK)


def _gzip(blocks: int) -> bytes:
    return _deflated(blocks, zlib.MAX_WBITS | 16)


def _zlib(blocks: int) -> bytes:
    return _deflated(blocks, zlib.MAX_WBITS)


def _deflated(blocks: int, window: int) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, window)
    block = b" " * BLOCK
    return b"".join(packer.compress(block) for _ in range(blocks)) + packer.flush()


def _brotli(blocks: int) -> bytes:
    packer = brotli.Compressor(quality=3)
    block = b" " * BLOCK
    packed: bytes = b"".join(packer.process(block) for _ in range(blocks)) + packer.finish()
    return packed


def _zstd(blocks: int) -> bytes:
    from backports import zstd  # in the standard library from Python 3.14 on

    packer = zstd.ZstdCompressor()
    block = b" " * BLOCK
    packed = b"".join(packer.compress(block) for _ in range(blocks))
    return packed + packer.flush()
