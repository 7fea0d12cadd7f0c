"""Installs what the browser tests need beside Python, from Debian's packages, where it is missing:

    python -m tests.browser.installing

Chromium (`CHROMIUM` names another one), and Node from 18.16 on with npm, which Lighthouse needs.
"""

import os
import re
import shutil
import subprocess
import sys

NODE = (18, 16)


def missing() -> list[str]:
    """The packages that have what is not there."""
    packages = []
    if not (os.environ.get("CHROMIUM") or shutil.which("chromium")):
        packages.append("chromium")
    if not shutil.which("node"):
        packages.append("nodejs")
    elif not shutil.which("npm"):
        packages.append("npm")
    return packages


def install(packages: list[str]) -> None:
    """By apt, as root or by way of sudo where that needs no password; else the end."""
    names = " ".join(packages)
    rights: list[str] = []
    if os.geteuid():
        rights = ["sudo", "--non-interactive"]
    can = bool(shutil.which("apt-get") and (not rights or shutil.which("sudo")))
    if can and rights:
        can = not subprocess.run([*rights, "true"], check=False, capture_output=True).returncode
    if not can:
        sys.exit(
            f"The browser tests need what Debian's packages {names} have, and cannot install it "
            f"here. As root: apt-get update && apt-get install {names}"
        )
    print(f"Installing {names} …", flush=True)
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--quiet"]
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        done = subprocess.run(
            [*rights, *quiet, *command], check=False, stdout=subprocess.PIPE, text=True
        )
        if done.returncode:
            sys.exit(f"{done.stdout}\napt-get could not install {names}.")


def check_node() -> None:
    """Ends the program where Node is too old."""
    said = subprocess.run(["node", "--version"], check=False, capture_output=True, text=True).stdout
    version = tuple(map(int, re.findall(r"\d+", said)[:2]))
    if version < NODE:
        needed = ".".join(map(str, NODE))
        sys.exit(f"Lighthouse needs Node {needed} or newer; {shutil.which('node')} is {said}")


if __name__ == "__main__":
    # Some packages of Node bring npm and refuse the one of that name: it is asked for afterwards.
    for _ in range(2):
        if packages := missing():
            install(packages)
    check_node()
