"""Servers with the configuration of `deploy/`, each on a port of its own, for as long as a test
lasts."""

import os
import shutil
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.deploy.installing import binaries, program
from tests.ports import free_port
from tests.waiting import PATIENCE, until

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"


def replaced(text: str, values: dict[str, str]) -> str:
    """The text with these values in place of the supplied ones, each of which is in it."""
    for old, new in values.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


def as_postgres() -> list[str]:
    """PostgreSQL and PgBouncer refuse to run as root."""
    return ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []


def owned(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    return folder


class Cluster:
    """A PostgreSQL server with the supplied settings."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port, self.programs = owned(folder), free_port(), binaries()
        self.data = self.folder / "data"

    def run(self, name: str, *arguments: object) -> str:
        done = subprocess.run(
            [*as_postgres(), str(self.programs / name), *map(str, arguments)],
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
        )
        assert done.returncode == 0, f"{name}: {done.stdout}{done.stderr}"
        return done.stdout

    def initialise(self) -> None:
        self.run("initdb", "-D", self.data, "-U", "postgres", "--auth=trust", "-E", "UTF8")
        self._configure()

    def copy(self, primary: "Cluster") -> None:
        """As docs/operating.md makes a standby."""
        self.run(
            *("pg_basebackup", "-h", "127.0.0.1", "-p", primary.port, "-U", "postgres"),
            *("-D", self.data, "--write-recovery-conf", "--wal-method=stream", "-c", "fast"),
        )
        self._configure()

    def _configure(self) -> None:
        archive = owned(self.folder / "archive")
        settings = replaced(
            (DEPLOY / "postgresql/primary.conf").read_text(),
            {"/var/lib/postgresql/archive": str(archive), "512MB": "64MB", "2GB": "256MB"},
        )
        settings += f"\nport = {self.port}\nunix_socket_directories = '{self.folder}'\n"
        file = self.data / "supplied.conf"
        file.write_text(settings)
        (self.data / "postgresql.auto.conf").touch()
        with (self.data / "postgresql.conf").open("a") as main:
            main.write("\ninclude 'supplied.conf'\n")
        if os.geteuid() == 0:
            shutil.chown(file, "postgres")

    def start(self) -> None:
        self.run("pg_ctl", "-D", self.data, "-l", self.folder / "log", "-w", "start")

    def stop(self, mode: str = "immediate") -> None:
        if (self.data / "postmaster.pid").exists():
            self.run("pg_ctl", "-D", self.data, "-m", mode, "-w", "stop")

    def kill(self) -> None:
        """As a machine that loses its power."""
        pid = int((self.data / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)
        until(lambda: not Path(f"/proc/{pid}").exists(), "the server is gone")

    def promote(self) -> None:
        self.run("pg_ctl", "-D", self.data, "-w", "promote")

    def sql(self, statement: str, database: str = "postgres") -> str:
        arguments = ("-h", "127.0.0.1", "-p", self.port, "-U", "postgres", "-d", database)
        return self.run("psql", *arguments, "-qAtX", "-c", statement).strip()

    @property
    def url(self) -> str:
        return f"postgres://record@127.0.0.1:{self.port}/record"


@contextmanager
def process(
    command: list[str], environment: dict[str, str], *, folder: Path = ROOT, stderr: Any = None
) -> Iterator[subprocess.Popen]:
    """Is ended with the context."""
    running = subprocess.Popen(command, cwd=folder, env=environment, stderr=stderr)
    try:
        yield running
    finally:
        running.terminate()
        running.wait(PATIENCE)


@contextmanager
def pooler(folder: Path, cluster: Cluster, port: int) -> Iterator[str]:
    """PgBouncer in front of a server; gives the address for DATABASE_URL."""
    owned(folder)
    users = folder / "userlist.txt"
    users.write_text('"record" ""\n')
    configuration = replaced(
        (DEPLOY / "pgbouncer/pgbouncer.ini").read_text(),
        {
            "port=5432": f"port={cluster.port}",
            "listen_port = 6432": f"listen_port = {port}",
            "auth_type = scram-sha-256": "auth_type = trust",
            "/etc/pgbouncer/userlist.txt": str(users),
        },
    )
    file = folder / "pgbouncer.ini"
    file.write_text(configuration)
    with process([*as_postgres(), program("pgbouncer"), "--quiet", str(file)], dict(os.environ)):
        until(lambda: answers_tcp(port), "PgBouncer answers")
        yield f"postgres://record@127.0.0.1:{port}/record"


@contextmanager
def proxy(
    folder: Path, desk: int, reader: int, port: int, *, upgrading: bool = False
) -> Iterator[str]:
    """nginx with the supplied configuration, without TLS; gives the address of the site.
    `upgrading`: with the change that docs/operating.md makes for the time of an upgrade."""
    folder.mkdir(parents=True)
    configuration = replaced(
        (DEPLOY / "nginx/record.conf").read_text(),
        {
            "/var/cache/nginx/record": f"{folder}/cache",
            "127.0.0.1:8000": f"127.0.0.1:{desk}",
            "127.0.0.1:8001": f"127.0.0.1:{reader}",
            "listen 80;": f"listen 127.0.0.1:{free_port()};",
            "listen 443 ssl http2;": f"listen 127.0.0.1:{port};",
            "ssl_certificate ": "# ",
            "ssl_certificate_key ": "# ",
            "record.example": "localhost",
        },
    )
    if upgrading:
        configuration = replaced(
            configuration, {"error timeout http_504;": "error timeout http_503 http_504;"}
        )
    (folder / "record.conf").write_text(configuration)
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"""
        {user} daemon off; pid {folder}/pid; error_log {folder}/error.log warn;
        worker_processes 2;
        events {{ worker_connections 4096; }}
        http {{
            include /etc/nginx/mime.types; access_log off; keepalive_requests 100000;
            client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
            fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
            include {folder}/record.conf;
        }}"""
    )
    command = [program("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with process(command, dict(os.environ)):
        until(lambda: answers_tcp(port), "nginx answers")
        yield f"http://localhost:{port}"


def answers_tcp(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def ready(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://localhost:{port}/readyz", timeout=PATIENCE).close()
    except OSError:
        return False
    return True
