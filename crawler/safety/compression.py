"""Compressed answers: capped as they unpack, and never half of one.

Scrapy caps what every layer unpacks to (gzip, deflate, Brotli, Zstandard); here the number
of layers is capped too, and what is wrong has a name instead of being handed on as it is.
"""

from __future__ import annotations

import struct
import sys
import zlib

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

from crawler.refusals import BadEncodingError, TooLargeError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

MAX_LAYERS = 3

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
        elif layers[-1].endswith(b"gzip") and "download_stopped" not in response.flags:
            _check_whole(response)
        if layers and response.body:
            response.headers["Content-Encoding"] = b", ".join(layers)
            response = self._unpacked(request, response)
        return self._twice_unpacked(response)

    def _unpacked(self, request: Request, response: Response) -> Response:
        try:
            unpacked = super().process_response(request, response)
        except IgnoreRequest as error:
            raise TooLargeError(str(error)) from error
        except _ERRORS as error:
            raise BadEncodingError(f"{response.url} cannot be unpacked ({error})") from error
        assert isinstance(unpacked, Response)
        return unpacked

    def _twice_unpacked(self, response: Response) -> Response:
        """Text that a server packed once more than it says."""
        if not isinstance(response, TextResponse) or not response.body.startswith(_GZIP):
            return response
        try:
            body = gunzip(response.body, max_size=self._max_size)
        except _DecompressionMaxSizeExceeded as error:
            raise TooLargeError(f"{response.url}: {error}") from error
        except _ERRORS as error:
            raise BadEncodingError(f"{response.url} cannot be unpacked ({error})") from error
        return response.replace(body=body)


def _layers(response: Response) -> list[bytes]:
    listed = b",".join(response.headers.getlist("Content-Encoding")).lower().split(b",")
    return [name for one in listed if (name := one.strip()) not in _NOTHING]


def _check_whole(response: Response) -> None:
    """Scrapy takes what there is of a gzip stream that is cut; half an article is none."""
    stream, rest = zlib.decompressobj(wbits=31), response.body
    try:
        while rest and not stream.eof:
            stream.decompress(rest, 1 << 16)
            rest = stream.unconsumed_tail
    except zlib.error:
        return  # a wrong checksum harms nobody; what is no gzip at all is found out later
    if response.body and not stream.eof:
        raise BadEncodingError(f"{response.url} is cut: its compressed body has no end")
