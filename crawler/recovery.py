"""What a killed writer left behind: index and WARC files made to agree again.

A record without an index line is indexed, a line without a record goes, a torn last record
is cut off and kept beside.
"""

from __future__ import annotations

from collections.abc import Iterator

from crawler import cdxj
from crawler.captures import ArchiveError, Capture, Fault
from crawler.index import Index
from crawler.warcs import WarcFiles


def recover(files: WarcFiles, index: Index) -> list[Fault]:
    """Mend the index from what the files hold beyond it; the journal exists afterwards."""
    files.coming.unlink(missing_ok=True)
    sizes = {name: files.size(name) for name in files.names()}
    ends = dict.fromkeys(sizes, 0)
    try:
        index.check_end()
        dropped = False
        for one in index:
            if _is_there(one, sizes):
                ends[one.warc] = max(ends[one.warc], one.offset + one.length)
            else:
                dropped = True
    except ArchiveError:
        return rebuild(files, index)
    if dropped:
        kept = (cdxj.line(one) for one in index if _is_there(one, sizes))
        index.replace(kept)
        index.journal.write_bytes(b"")
    index.fold()
    index.journal.touch()
    return [fault for name, end in ends.items() for fault in _indexed(files, index, name, end)]


def rebuild(files: WarcFiles, index: Index) -> list[Fault]:
    """Write the index anew from the records alone; what is damaged is passed over.

    Returns:
        What is damaged.
    """
    fresh = Index(index.path.with_name("rebuilt.cdxj"))
    for leftover in (fresh.path, fresh.journal):
        leftover.unlink(missing_ok=True)
    faults = [fault for name in files.names() for fault in _indexed(files, fresh, name, 0)]
    fresh.fold()
    fresh.path.replace(index.path)
    index.journal.write_bytes(b"")
    return faults


def _is_there(capture: Capture, sizes: dict[str, int]) -> bool:
    return capture.offset + capture.length <= sizes.get(capture.warc, 0)


def _indexed(files: WarcFiles, index: Index, name: str, start: int) -> Iterator[Fault]:
    """Index the records of a file from ``start`` on; cut off a torn end."""
    for found in files.recover(name, start):
        if isinstance(found, Fault):
            yield found
        else:
            index.append(found)
