"""Installs Chromium, which the browser tests need, from Debian's package where it is missing:

    python -m tests.browser.installing

`CHROMIUM` names another browser.
"""

import os
import shutil
import subprocess
import sys

PACKAGE = "chromium"


def is_missing() -> bool:
    return not (os.environ.get("CHROMIUM") or shutil.which("chromium"))


def rights_to_install() -> list[str] | None:
    """What a command of apt begins with, as root or by way of sudo where that needs no password;
    None where it cannot be run."""
    rights: list[str] = []
    if os.geteuid():
        rights = ["sudo", "--non-interactive"]
    can = bool(shutil.which("apt-get") and (not rights or shutil.which("sudo")))
    if can and rights:
        can = not subprocess.run([*rights, "true"], check=False, capture_output=True).returncode
    return rights if can else None


def install() -> None:
    """By apt; else the end."""
    rights = rights_to_install()
    if rights is None:
        sys.exit(
            f"The browser tests need what Debian's package {PACKAGE} has, and cannot install it "
            f"here. As root: apt-get update && apt-get install {PACKAGE}"
        )
    print(f"Installing {PACKAGE} …", flush=True)
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--quiet"]
    for command in (["update"], ["install", "--yes", "--no-install-recommends", PACKAGE]):
        done = subprocess.run(
            [*rights, *quiet, *command], check=False, stdout=subprocess.PIPE, text=True
        )
        if done.returncode:
            sys.exit(f"{done.stdout}\napt-get could not install {PACKAGE}.")


if __name__ == "__main__" and is_missing():
    install()
