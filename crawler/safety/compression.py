"""Compressed answers: capped as they unpack, and never half of one.

Scrapy caps what every layer unpacks to (gzip, deflate, Brotli, Zstandard); here the number
of layers is capped too, and what is wrong has a name instead of being handed on as it is.
"""

from __future__ import annotations

import struct
import sys
import zlib
from collections.abc import Callable

import brotli
from scrapy import Request
from scrapy.downloadermiddlewares.httpcompression import (
    ACCEPTED_ENCODINGS,
    HttpCompressionMiddleware,
)
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response, TextResponse
from scrapy.utils._compression import _DecompressionMaxSizeExceeded
from scrapy.utils.gz import gunzip

from crawler.refusals import BadEncodingError, RefusedError, TooLargeError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

MAX_LAYERS = 3
_CHUNK = 1 << 16

_KNOWN = frozenset({*ACCEPTED_ENCODINGS, b"x-gzip"})
_GZIP = b"\x1f\x8b\x08"
# What servers write by mistake and mean nothing by.
_NOTHING = frozenset({b"", b"identity", b"none", b"utf-8", b"utf8", b"8bit", b"binary"})
_ERRORS = (OSError, EOFError, struct.error, zlib.error, brotli.error, zstd.ZstdError)


class SafeCompressionMiddleware(HttpCompressionMiddleware):
    """Unpacks answers, or refuses them by name."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """The answer, unpacked.

        Raises:
            TooLargeError: It unpacks to more than ``DOWNLOAD_MAXSIZE``.
            BadEncodingError: It cannot be unpacked to its end.
        """
        if request.method == "HEAD":
            return response
        layers = _layers(response)
        unknown = [one for one in layers if one not in _KNOWN]
        if unknown or len(layers) > MAX_LAYERS:
            raise BadEncodingError(f"{response.url} comes as {b', '.join(layers)[:100]!r}")
        if not layers:
            response.headers.pop("Content-Encoding", None)
        elif "download_stopped" not in response.flags:
            _check_whole(response, layers[-1])
        if layers and response.body:
            response.headers["Content-Encoding"] = b", ".join(layers)
            response = self._unpacked(request, response)
        return self._twice_unpacked(response)

    def _unpacked(self, request: Request, response: Response) -> Response:
        refused: RefusedError
        try:
            unpacked = super().process_response(request, response)
            assert isinstance(unpacked, Response)
            return unpacked
        except IgnoreRequest as error:
            refused = TooLargeError(str(error))
        except _ERRORS as error:
            refused = BadEncodingError(f"{response.url} cannot be unpacked ({error})")
        # Not from the error: its traceback would hold all that was unpacked so far.
        raise refused

    def _twice_unpacked(self, response: Response) -> Response:
        """Text that a server packed once more than it says."""
        if not isinstance(response, TextResponse) or not response.body.startswith(_GZIP):
            return response
        refused: RefusedError
        try:
            body = gunzip(response.body, max_size=self._max_size)
            return response.replace(body=body)
        except _DecompressionMaxSizeExceeded as error:
            refused = TooLargeError(f"{response.url}: {error}")
        except _ERRORS as error:
            refused = BadEncodingError(f"{response.url} cannot be unpacked ({error})")
        raise refused


def _layers(response: Response) -> list[bytes]:
    listed = b",".join(response.headers.getlist("Content-Encoding")).lower().split(b",")
    return [name for one in listed if (name := one.strip()) not in _NOTHING]


def _check_whole(response: Response, coding: bytes) -> None:
    """Scrapy takes what there is of a stream that is cut; half an article is none.

    A wrong checksum harms nobody, and what is no such stream at all is found out later.
    """
    body = response.body
    try:
        whole = not body or _ENDS[coding](body)
    except _ERRORS:
        return
    if not whole:
        raise BadEncodingError(f"{response.url} is cut: its {coding.decode()} body has no end")


def _gzip_ends(body: bytes) -> bool:
    return _zlib_ends(body, zlib.MAX_WBITS | 16)


def _deflate_ends(body: bytes) -> bool:
    """With the frame of zlib, or without, as old servers of Microsoft send it."""
    try:
        return _zlib_ends(body, zlib.MAX_WBITS)
    except zlib.error:
        return _zlib_ends(body, -zlib.MAX_WBITS)


def _zlib_ends(body: bytes, window: int) -> bool:
    stream, rest = zlib.decompressobj(window), body
    while rest and not stream.eof:
        stream.decompress(rest, _CHUNK)
        rest = stream.unconsumed_tail
    return stream.eof


def _brotli_ends(body: bytes) -> bool:
    stream = brotli.Decompressor()
    chunk = stream.process(body, output_buffer_limit=_CHUNK)
    while chunk and not stream.is_finished():
        chunk = stream.process(b"", output_buffer_limit=_CHUNK)
    return bool(stream.is_finished())


def _zstd_ends(body: bytes) -> bool:
    stream = zstd.ZstdDecompressor()
    stream.decompress(body, _CHUNK)
    while not (stream.eof or stream.needs_input):
        stream.decompress(b"", _CHUNK)
    return stream.eof


_ENDS: dict[bytes, Callable[[bytes], bool]] = {
    **dict.fromkeys((b"gzip", b"x-gzip"), _gzip_ends),
    b"deflate": _deflate_ends,
    b"br": _brotli_ends,
    b"zstd": _zstd_ends,
}
"""Whether a body of a coding comes to its end."""
