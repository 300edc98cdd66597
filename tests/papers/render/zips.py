"""ZIP files whose bytes depend on nothing but their members."""

from __future__ import annotations

import io
import zipfile

_DAY = (2024, 1, 2, 0, 0, 0)


def zip_of(members: dict[str, bytes]) -> bytes:
    """A ZIP of ``members`` in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, payload in members.items():
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.flag_bits |= 0x800 if not name.isascii() else 0
            made.writestr(info, payload)
    return out.getvalue()


def steady_zip(payload: bytes) -> bytes:
    """The same ZIP with one day for all members."""
    with zipfile.ZipFile(io.BytesIO(payload)) as old:
        return zip_of({name: old.read(name) for name in old.namelist()})
