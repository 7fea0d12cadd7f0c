"""Units of systemd, the container's recipe and the compose file: checked, and their commands run,
without a container: in a folder that has what the recipe copies."""

import os
import re
import shlex
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.deploy.asking import ask
from tests.deploy.conftest import COMMON
from tests.deploy.installing import program
from tests.deploy.machines import DEPLOY, ROOT, Cluster, process, ready
from tests.ports import free_port
from tests.waiting import until

PYTHON = ROOT / ".venv/bin"
UNITS = sorted((DEPLOY / "systemd").iterdir())
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
SERVICES = COMPOSE["services"]


def here(text: str, folder: Path) -> str:
    """The text of a unit, with folders of the test in place of the supplied ones."""
    return (
        text.replace("/srv/record/.venv/bin", str(PYTHON))
        .replace("/srv/record", str(folder))
        .replace("/var/backups/record", str(folder / "backups"))
        .replace("User=record", "User=root")
        .replace("Group=record", "Group=root")
    )


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_takes_the_unit_without_a_word(unit, tmp_path):
    for other in UNITS:
        (tmp_path / other.name).write_text(here(other.read_text(), tmp_path))
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/operating.md").touch()

    command = [program("systemd-analyze"), "verify", "--man=no", str(tmp_path / unit.name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.fixture(scope="module")
def recipe() -> list[tuple[str, str]]:
    """The steps of the recipe: each its word and what comes after it."""
    lines = (DEPLOY / "Containerfile").read_text().splitlines()
    text = "\n".join(line for line in lines if not line.startswith("#"))
    steps = text.replace("\\\n", " ").splitlines()
    return [(step.split()[0], step.partition(" ")[2]) for step in steps if step.strip()]


@pytest.fixture(scope="module")
def image(recipe, tmp_path_factory) -> Path:
    """A folder with what the recipe copies and makes. Packages are those of this environment."""
    folder = tmp_path_factory.mktemp("image")
    for word, rest in recipe:
        if word == "COPY":
            *sources, target = rest.split()
            for source in sources:
                place = folder / target / source if target.endswith("/") else folder / target
                if (ROOT / source).is_dir():
                    ignored = shutil.ignore_patterns("__pycache__", "*.mo")
                    shutil.copytree(ROOT / source, place, ignore=ignored)
                else:
                    shutil.copy(ROOT / source, folder)
    (made,) = (rest for word, rest in recipe if word == "RUN" and "collectstatic" in rest)
    run(made.replace("&& chown -R record var", ""), folder)
    return folder


def run(command: str, folder: Path, **more: str) -> str:
    environment = {"PATH": f"{PYTHON}{os.pathsep}{os.environ['PATH']}"} | more
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def settings(image) -> dict[str, str]:
    """What the compose file gives the desk, with a database of one file."""
    given = {name: str(value) for name, value in SERVICES["desk"]["environment"].items()}
    values = {"SECRET_KEY": COMMON["SECRET_KEY"], "ALLOWED_HOSTS": "localhost"}

    def filled(name: str, if_missing: str | None) -> str:
        return values.get(name, "" if if_missing == ":-" else "x")

    found = {
        name: re.sub(r"\$\{(\w+)(:[?-])?\}", lambda match: filled(*match.groups()), value)
        for name, value in given.items()
    }
    return found | {"DATABASE_URL": f"sqlite:///{image}/var/site.sqlite3"}


@pytest.fixture(scope="module")
def migrated(image, settings) -> Path:
    run(SERVICES["migrate"]["command"], image, **settings)
    return image


def test_what_the_recipe_copies_is_a_site_that_runs(recipe, migrated, settings):
    words = dict(recipe)
    port = free_port()
    said = dict(pair.split("=") for pair in words["ENV"].split())
    assert said.pop("PORT") == words["EXPOSE"] == "8000"
    environment = {"PATH": f"{PYTHON}{os.pathsep}{os.environ['PATH']}"} | said | settings
    command = yaml.safe_load(words["CMD"])
    with process(command, environment | {"PORT": str(port)}, folder=migrated):
        until(lambda: ready(port), "the site is ready")
        page = ask(f"http://localhost:{port}/de/about/", X_Forwarded_Proto="https")
        style = re.search(r'href="(/static/[^"]+\.css)"', page.text)[1]
        answer = ask(f"http://localhost:{port}{style}", X_Forwarded_Proto="https")

    assert page.status == answer.status == 200
    # Translated, and with the name by which it may be kept for ever.
    assert "Über" in page.text
    assert "immutable" in answer.headers["Cache-Control"]


def test_the_worker_of_the_compose_file_begins_and_ends(migrated, settings):
    environment = {"PATH": f"{PYTHON}{os.pathsep}{os.environ['PATH']}"} | settings
    log = migrated / "log"
    with log.open("w") as stream:
        command = shlex.split(SERVICES["worker"]["command"])
        with process(command, environment, folder=migrated, stderr=stream) as worker:
            until(lambda: "has started" in log.read_text(), "the worker is there")
    assert worker.returncode == 0
    assert "has ended" in log.read_text()


def test_the_nightly_unit_makes_a_backup_and_its_drill(migrated, settings):
    (migrated / "backups").mkdir()
    old = migrated / "backups/old.backup"
    old.touch()
    long_ago = time.time() - 40 * 86400
    os.utime(old, (long_ago, long_ago))
    unit = here((DEPLOY / "systemd/record-backup.service").read_text(), migrated)
    (line,) = re.findall(r"^ExecStart=((?:.*\\\n)*.*)$", unit, re.MULTILINE)
    # As systemd reads it.
    command = shlex.split(line.replace("\\\n", " ").replace("%%", "%"))
    assert command[:3] == ["/bin/sh", "-eu", "-c"]
    script = command.pop().replace(".venv/bin", str(PYTHON))

    told = run(shlex.join([*command, script]), migrated, **settings)

    assert told.count(" equal ") == 3
    (made, listed) = sorted((migrated / "backups").iterdir())
    assert made.name.endswith(".backup")
    assert listed.name.startswith(made.name)


def test_the_compose_file_names_only_what_there_is():
    text = (DEPLOY / "compose.yaml").read_text()
    example = (DEPLOY / "example.env").read_text()
    needed = set(re.findall(r"\$\{(\w+)", text))
    assert needed == set(re.findall(r"^(\w+)=", example, re.MULTILINE))
    for name, service in SERVICES.items():
        assert set(service.get("depends_on", [])) <= set(SERVICES), name
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            if source.startswith("./"):
                assert (DEPLOY / source).is_file(), source
            elif not source.startswith("/"):
                assert source in COMPOSE["volumes"], source
        # Django reads a setting of the wrong name as none.
        readme = (ROOT / "README.md").read_text()
        if "build" in service:
            assert [key for key in service.get("environment", {}) if f"`{key}`" not in readme] == []


@pytest.fixture
def primary() -> Iterator[Cluster]:
    """A server as the image of PostgreSQL makes it: one account, with a password."""
    with tempfile.TemporaryDirectory(prefix="record-compose-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        cluster = Cluster(folder / "primary")
        yield from _as_composed(cluster)


def _as_composed(cluster: Cluster) -> Iterator[Cluster]:
    cluster.initialise()
    cluster.start()
    cluster.sql("CREATE ROLE record SUPERUSER LOGIN PASSWORD 'of the tests'")
    hba = cluster.data / "pg_hba.conf"
    hba.write_text((DEPLOY / "postgresql/compose_hba.conf").read_text())
    cluster.run("pg_ctl", "-D", cluster.data, "reload")
    yield cluster
    cluster.stop()


def test_the_standby_of_the_compose_file_copies_its_primary_once(primary):
    script = shlex.split(SERVICES["standby"]["command"].replace("$$", "$"))
    assert script[:2] == ["sh", "-c"]
    data = primary.folder.parent / "standby"
    command = script[2].replace("--host=primary", f"--host=127.0.0.1 --port={primary.port}")
    copying = command.replace("exec postgres", "echo postgres")
    shell = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    environment = {"PATH": f"{primary.programs}{os.pathsep}{os.environ['PATH']}"}
    environment |= {"PGDATA": str(data), "PGPASSWORD": "of the tests"}
    if os.geteuid() == 0:
        data.mkdir()
        shutil.chown(data, "postgres")
    for _time in range(2):
        done = subprocess.run(
            [*shell, "sh", "-c", copying],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
        )
        assert (done.returncode, done.stdout) == (
            0,
            "postgres -c hot_standby_feedback=on\n",
        ), done.stderr
    assert (data / "standby.signal").exists()
