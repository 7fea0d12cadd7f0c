"""What comes later must not stop a database on its way through the migrations that it lacks."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.upgrades.elsewhere import elsewhere, load

ROOT = Path(__file__).resolve().parents[2]
COLUMN = '    place = models.CharField(max_length=80, default="")\n'


def manage(program, url, *arguments):
    process = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        check=False,
        cwd=program,
        env=os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tracker.settings"},
        capture_output=True,
        text=True,
    )
    assert process.returncode == 0, process.stderr
    return process.stdout


def test_a_derived_table_gets_a_column_and_a_database_from_before_it_was_counted(
    tmp_path, transactional_db
):
    """From rows at the second migration, with a program that has a column more."""
    for name in ("events", "tracker", "manage.py", "locale"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    versions = tmp_path / "events" / "log" / "versions.py"
    before, after = versions.read_text().split("    tags = TagsField()\n")
    versions.write_text(f"{before}{COLUMN}    tags = TagsField()\n{after}")

    with elsewhere(tmp_path) as url:
        load(ROOT / "tests" / "upgrades" / "bc04701")
        manage(tmp_path, url, "makemigrations", "events", "--name", "place")
        manage(tmp_path, url, "migrate", "--verbosity", "0")

        assert manage(tmp_path, url, "rebuild").startswith("Versions read: 32.")
