"""Backup, restoring and its drill, with the programs of PostgreSQL."""


def test_the_drill_as_the_timer_runs_it(site):
    file = site.folder / "nightly.backup"

    told = site.done("backup", str(file))
    drilled = site.done("drill", str(file)).splitlines()

    assert "the log up to version" in told
    assert [line[:25].split() for line in drilled] == [
        ["What", "was", "backed", "up", "equal"],
        ["The", "site", "equal"],
        ["A", "rebuild", "equal"],
    ]


def test_a_backup_is_made_from_a_standby_too(site):
    file = site.folder / "standby.backup"

    assert "the log up to version" in site.done("backup", str(file), cluster=site.standby)
    assert "different" not in site.done("drill", str(file))


def test_from_sqlite_and_back(site, tmp_path):
    file = f"sqlite:///{tmp_path}/moved.sqlite3"
    migrated = site.manage("migrate", "--no-input", "--verbosity", "0", DATABASE_URL=file)
    assert migrated.returncode == 0, migrated.stderr

    assert "and compared them" in site.done("move", "--to", file)
    site.primary.sql("CREATE DATABASE again OWNER record")
    again = site.primary.url.removesuffix("record") + "again"
    assert site.manage("migrate", "--no-input", DATABASE_URL=again).returncode == 0
    back = site.manage("move", "--to", again, DATABASE_URL=file)

    assert back.returncode == 0, back.stderr
    logs = [
        site.primary.sql(
            "SELECT md5(string_agg(v::text, '' ORDER BY seq)) FROM events_version v", name
        )
        for name in ("record", "again")
    ]
    assert logs[0] == logs[1]
    site.primary.sql("DROP DATABASE again")
