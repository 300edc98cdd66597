"""A host belongs to one crawl at a time, on this machine, whatever becomes of its holder."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.manners.hosts import Clock, Hosts, Rules
from crawler.manners.leases import Leases, Memory
from crawler.refusals import HostBusyError, LeaseError

HOLDER = """
import sys, time
from pathlib import Path
from crawler.manners.leases import Leases, Memory
lease = Leases(Path(sys.argv[1])).take("bao-a.vn")
lease.remember(Memory(asked_at=1234.5, delay=7.0, paused_until=9999.0))
print("held", flush=True)
time.sleep(60)
"""


def test_a_lease_is_held_against_other_crawlers_of_this_process(tmp_path: Path) -> None:
    one, other = Leases(tmp_path), Leases(tmp_path)
    lease = one.take("bao-a.vn")
    with pytest.raises(HostBusyError, match=r"bao-a\.vn is being asked by another crawl"):
        other.take("bao-a.vn")
    with pytest.raises(HostBusyError):
        one.take("bao-a.vn")
    other.take("bao-b.vn").release()
    lease.release()
    other.take("bao-a.vn").release()


def test_kill_9_frees_a_lease_and_leaves_what_it_remembered(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(HostBusyError):
        Leases(tmp_path).take("bao-a.vn")
    holder.send_signal(signal.SIGKILL)
    holder.communicate()
    lease = Leases(tmp_path).take("bao-a.vn")
    assert lease.memory == Memory(asked_at=1234.5, delay=7.0, paused_until=9999.0)


def test_what_is_remembered_is_written_as_a_whole(tmp_path: Path) -> None:
    lease = Leases(tmp_path).take("bao-a.vn")
    assert lease.memory == Memory()
    for number in (1.5e9, 3.0, 123456789.123456):
        lease.remember(Memory(number, number, number))
        assert (tmp_path / "bao-a.vn.json").stat().st_size == 256
    lease.release()
    assert Leases(tmp_path).take("bao-a.vn").memory == Memory(*[123456789.123456] * 3)


def test_hosts_with_odd_names_have_files_of_their_own(tmp_path: Path) -> None:
    names = ["bao-a.vn", "../bao-a.vn", "2001:db8::1", "a/b", "a" * 253, "a" * 252 + "b", ""]
    held = [Leases(tmp_path).take(name) for name in names]
    assert len(list(tmp_path.iterdir())) == len(names)
    assert not (tmp_path.parent / "bao-a.vn.json").exists()
    for lease in held:
        lease.remember(Memory(1, 1, 1))
        lease.release()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_the_right_to_write_says_what_to_do(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(LeaseError, match="give the right to write"):
        Leases(tmp_path).take("bao-a.vn")


def test_a_folder_that_cannot_be_made_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LeaseError, match=r"Not a directory.*give the right to write, or another"):
        Leases(tmp_path / "file" / "hosts").take("bao-a.vn")


def hosts(folder: Path) -> Hosts:
    return Hosts(Leases(folder), Rules(), {}, Clock())


def test_a_run_takes_all_its_hosts_or_none(tmp_path: Path) -> None:
    one, other = hosts(tmp_path), hosts(tmp_path)
    one.take(["b.vn"])
    with pytest.raises(HostBusyError, match=r"b\.vn"):
        other.take(["a.vn", "b.vn", "c.vn"])
    one.take(["a.vn", "b.vn", "c.vn"])  # none was left behind, and what is held may be taken
    one.release()
    other.take(["a.vn", "b.vn", "c.vn"])
    other.release()


def test_a_host_that_was_taken_is_kept_when_it_rests(tmp_path: Path) -> None:
    one, other = hosts(tmp_path), hosts(tmp_path)
    one.take(["a.vn"])
    one["a.vn"].rest()
    with pytest.raises(HostBusyError):
        other.take(["a.vn"])
    one.release()
    other.take(["a.vn"])
    other.release()
