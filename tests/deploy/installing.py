"""Installs what the tests of the deployment need, from Debian's packages where it is missing:

python -m tests.deploy.installing
"""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.browser.installing import rights_to_install

# What each package is known by.
PROGRAMS = {"nginx": "nginx", "pgbouncer": "pgbouncer", "wrk": "wrk", "systemd": "systemd-analyze"}
POSTGRESQL = Path("/usr/lib/postgresql")
FOLDERS = ("/usr/sbin", "/usr/bin")


def program(name: str) -> str | None:
    """Where it is: servers are not on everybody's path."""
    return shutil.which(name) or next(
        (f"{folder}/{name}" for folder in FOLDERS if Path(folder, name).exists()), None
    )


def binaries() -> Path | None:
    """The programs of the newest PostgreSQL server that is installed."""
    found = [path.parent for path in POSTGRESQL.glob("*/bin/pg_basebackup")]
    servers = [path for path in found if (path / "postgres").exists()]
    return max(servers, key=lambda path: int(path.parent.name), default=None)


def missing() -> list[str]:
    found = [package for package, name in PROGRAMS.items() if not program(name)]
    return found if binaries() else [*found, "postgresql"]


def install(packages: list[str]) -> None:
    rights = rights_to_install()
    if rights is None:
        named = " ".join(packages)
        sys.exit(
            f"The tests of the deployment need what Debian's packages {named} have, and cannot "
            f"install them here. As root: apt-get update && apt-get install {named}"
        )
    print(f"Installing {' '.join(packages)} …", flush=True)
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--quiet"]
    # Their own servers are not wanted: the tests start some with the supplied configuration.
    policy = ["env", "RUNLEVEL=1", *quiet]
    commands = [
        [*quiet, "update"],
        [*policy, "install", "--yes", "--no-install-recommends", *packages],
    ]
    for command in commands:
        done = subprocess.run([*rights, *command], check=False, stdout=subprocess.PIPE, text=True)
        if done.returncode:
            sys.exit(f"{done.stdout}\napt-get could not install {' '.join(packages)}.")


if __name__ == "__main__" and (packages := missing()):
    install(packages)
