"""A small disk of its own for a database, which can be full."""

import os
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MEBIBYTES = 96
BLOCK = bytes(4096)


@contextmanager
def small_disk() -> Iterator[Path]:
    """A folder that is a disk in memory; to make one takes the rights of the system."""
    # A server of the database, which is somebody else, has to get there.
    folder = Path(tempfile.mkdtemp(prefix="tracker-disk-"))
    folder.chmod(0o755)
    rights = ["sudo", "--non-interactive"] if os.geteuid() else []
    mount = [*rights, "mount", "-t", "tmpfs", "-o", f"size={MEBIBYTES}m", "tmpfs", str(folder)]
    try:
        subprocess.run(mount, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        folder.rmdir()
        pytest.skip(f"no disk can be mounted here: {error}")
    try:
        subprocess.run([*rights, "chmod", "1777", str(folder)], check=True)
        yield folder
    finally:
        # Whoever still has a file open there keeps it until it ends.
        subprocess.run([*rights, "umount", "--lazy", str(folder)], check=True)
        folder.rmdir()


@contextmanager
def full(disk: Path) -> Iterator[None]:
    """Not a page of a database is left."""
    filler = disk / f"filler-{uuid.uuid4()}"
    descriptor = os.open(filler, os.O_WRONLY | os.O_CREAT)
    try:
        while True:
            try:
                os.write(descriptor, BLOCK * 256 if _room(disk) > len(BLOCK) * 512 else BLOCK)
            except OSError:
                break
        yield
    finally:
        os.close(descriptor)
        filler.unlink()


def _room(disk: Path) -> int:
    found = os.statvfs(disk)
    return found.f_bavail * found.f_frsize
