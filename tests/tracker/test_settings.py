"""Settings are read when the process starts, so each of these tests starts one."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.waiting import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz-0123456789-ABCDEFG",
    "DATABASE_URL": "postgres://tracker:secret@database/tracker",
    "ALLOWED_HOSTS": "record.example.org",
}


def run(*command, **environment):
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def read(*names, **environment):
    """The settings of these names as a process with this environment has them."""
    process = run(
        "-c",
        "import json; from tracker import settings;"
        f"print(json.dumps([getattr(settings, name) for name in {names}], default=str))",
        **environment,
    )
    assert process.returncode == 0, process.stderr
    values = json.loads(process.stdout)
    return values[0] if len(names) == 1 else values


def refusal(**environment):
    """What a command says, on one line, when it refuses to start in this environment."""
    process = run("manage.py", "check", **environment)
    assert process.returncode == 1
    assert process.stdout == ""
    return process.stderr.rstrip("\n")


def test_nothing_set():
    assert refusal() == (
        "SECRET_KEY is not set. Set it to a long random text that stays the same and that nobody "
        "else knows; `python3 -c 'import secrets; print(secrets.token_urlsafe(50))'` makes one."
    )


@pytest.mark.parametrize("value", [None, "", " "])
def test_production_needs_a_database(value):
    environment = PRODUCTION | {"DATABASE_URL": value}
    assert refusal(**{name: text for name, text in environment.items() if text is not None}) == (
        "DATABASE_URL is not set. Set it to the address of the database, as in "
        "“postgres://user:password@host:5432/name” or, for a small site on one machine, "
        "“sqlite:///var/db.sqlite3”."
    )


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("BIND", "0.0.0.0:80", "an IP address, as in “0.0.0.0”"),
        ("CSRF_TRUSTED_ORIGINS", "a.example", "“https://example.org”"),
        ("DATABASE_POOL", "many", "a whole number from 0 to 1000"),
        ("DEBUG", "ture", "“on” or “off”"),
        ("ERROR_REPORTS_TO", "errors", "mail addresses with commas between"),
        ("ERROR_REPORTS_TO", "a@record.example; b@record.example", "with commas between"),
        ("HSTS_SUBDOMAINS", "2", "“on” or “off”"),
        ("HTTPS", "https", "“on” or “off”"),
        ("CONTACT", "the desk", "a mail address"),
        ("LICENCE_URL", "by/4.0", "“https://record.example/licence”"),
        ("LOG_LEVEL", "chatty", "one of DEBUG, INFO, WARNING, ERROR"),
        ("MAIL_ENCRYPTION", "ssl", "one of none, starttls, tls"),
        ("MAIL_FROM", "The record", "a mail address"),
        ("MAIL_DELIVERY", "post", "one of smtp, console, file, none"),
        ("MAIL_PORT", "smtp", "a whole number from 1 to 65535"),
        ("PORT", "-1", "a whole number from 1 to 65535"),
        ("PORT", "65536", "a whole number from 1 to 65535"),
        ("PORT", "abc", "a whole number from 1 to 65535"),
        ("PORT", "８０", "a whole number from 1 to 65535"),
        ("PRIMARY_URL", "primary.example", "“https://primary.example”"),
        ("PRIMARY_URL", "https://primary.example/", "no path"),
        ("ROLE", "redaer", "one of all, reader"),
        ("SECOND_FACTOR", "on", "one of offered, required"),
        ("SECURITY_CONTACT", "me", "a mail address"),
        ("SECURITY_CONTACT", "http://record.example/", "“https://”"),
        ("THREADS", "0", "a whole number from 1 to 100"),
        ("TIME_ZONE", "Europe/Atlantis", "“Europe/Kyiv”"),
        ("TRUST_PROXY", "nginx", "“on” or “off”"),
    ],
)
def test_a_value_that_cannot_be_meant(name, value, expected):
    message = refusal(**PRODUCTION, **{name: value})

    assert message.startswith(f"{name} is “{value}”; it should be ")
    assert expected in message


@pytest.mark.parametrize(
    "url",
    [
        "database",
        "mysql://user:secret@host/name",
        "postgres://user:secret@host:port/name",
        "postgres://user:secret@host:5432",
        "postgresql+psycopg://user:secret@host/name",
        "sqlite://",
        "sqlite://:memory:",
        "sqlite:///",
        "sqlite://var/db.sqlite3",
    ],
)
def test_an_address_of_no_database(url):
    """It is not repeated in the message: logs are no place for a password."""
    assert refusal(**PRODUCTION | {"DATABASE_URL": url}) == (
        "DATABASE_URL is not the address of a database. It should look like "
        "“postgres://user:password@host:5432/name” or “sqlite:///var/db.sqlite3”."
    )


def test_production_is_safe_by_default():
    process = run("manage.py", "check", "--deploy", "--fail-level", "INFO", **PRODUCTION)

    assert process.returncode == 0, process.stderr
    assert process.stdout == "System check identified no issues (2 silenced).\n"


def test_encryption_is_the_rule_outside_debugging():
    names = ("SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE")

    assert read(*names, **PRODUCTION) == [True, True, True]
    assert read(*names, **PRODUCTION, HTTPS="off") == [False, False, False]
    assert read(*names, DEBUG="on") == [False, False, False]


def test_a_header_of_a_proxy_is_read_only_if_asked_for():
    name = "SECURE_PROXY_SSL_HEADER"
    source = f"from tracker import settings; print(getattr(settings, {name!r}, None))"

    assert run("-c", source, **PRODUCTION).stdout == "None\n"
    assert run("-c", source, **PRODUCTION, TRUST_PROXY="on").stdout == (
        "('HTTP_X_FORWARDED_PROTO', 'https')\n"
    )


@pytest.mark.parametrize(
    ("value", "contact"),
    [
        ("safe@record.example", "mailto:safe@record.example"),
        ("mailto:safe@record.example", "mailto:safe@record.example"),
        ("https://record.example/report", "https://record.example/report"),
        ("", ""),
    ],
)
def test_a_contact_is_an_address_that_a_program_can_follow(value, contact):
    assert read("SECURITY_CONTACT", **PRODUCTION, SECURITY_CONTACT=value) == contact


def test_texts_of_the_sites_own_are_read_by_name_and_language(tmp_path):
    (tmp_path / "choosing.en.md").write_text("What changes something.\n", "utf-8")
    (tmp_path / "choosing.de.md").write_text("Was etwas ändert.", "utf-8")
    (tmp_path / "notes.txt").write_text("kept here, too", "utf-8")

    assert read("ABOUT_TEXTS", **PRODUCTION, ABOUT_TEXTS=str(tmp_path)) == {
        "choosing": {"en": "What changes something.", "de": "Was etwas ändert."}
    }
    assert read("ABOUT_TEXTS", **PRODUCTION) == {}


@pytest.mark.parametrize("name", ["choosing.md", "choosing.fr.md", "chosing.en.md"])
def test_a_text_that_nobody_would_see_is_refused(tmp_path, name):
    (tmp_path / name).write_text("Lost.", "utf-8")

    message = refusal(**PRODUCTION, ABOUT_TEXTS=str(tmp_path))

    assert message.startswith(f"ABOUT_TEXTS has a file “{name}”; it should be one of publisher.en")


def test_texts_come_from_a_folder_that_is_there(tmp_path):
    missing = tmp_path / "about"

    assert f"ABOUT_TEXTS is “{missing}”; it should be a folder" in refusal(
        **PRODUCTION, ABOUT_TEXTS=str(missing)
    )


MAIL = {"ERROR_REPORTS_TO": "a@record.example, b@record.example", "MAIL_FROM": "c@record.example"}


@pytest.mark.parametrize(
    ("environment", "delivery"),
    [
        ({}, "none"),
        ({"HTTPS": "off"}, "console"),
        ({"MAIL_FROM": "c@record.example"}, "smtp"),
        ({"MAIL_DELIVERY": "file"}, "file"),
    ],
)
def test_links_that_set_a_password_are_printed_on_ones_own_machine_only(environment, delivery):
    assert read("MAIL_DELIVERY", **PRODUCTION, **environment) == delivery


def test_without_anybody_to_report_to_nothing_of_mail_is_needed():
    assert read("ERROR_REPORTS_TO", "ADMINS", **PRODUCTION) == [[], []]


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, ["localhost", 25, False, False]),
        ({"MAIL_HOST": "mail.example"}, ["mail.example", 587, True, False]),
        ({"MAIL_ENCRYPTION": "tls"}, ["localhost", 465, False, True]),
        ({"MAIL_ENCRYPTION": "none", "MAIL_PORT": "2525"}, ["localhost", 2525, False, False]),
    ],
)
def test_mail_is_encrypted_outside_of_this_machine(environment, expected):
    names = ("EMAIL_HOST", "EMAIL_PORT", "EMAIL_USE_TLS", "EMAIL_USE_SSL")
    to = ["a@record.example", "b@record.example"]

    assert read(*names, **PRODUCTION, **MAIL, **environment) == expected
    assert read("ERROR_REPORTS_TO", "SERVER_EMAIL", **PRODUCTION, **MAIL) == [to, MAIL["MAIL_FROM"]]


def test_a_provider_of_log_ins_needs_to_know_this_site():
    oidc = {"OIDC_ISSUER": "https://login.example/realms/desk"}
    message = "OIDC_ISSUER is set and OIDC_CLIENT_ID is not. Set both, or neither."

    assert refusal(**PRODUCTION, **oidc) == message


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        (
            {"MAIL_FROM": ""},
            (
                "ERROR_REPORTS_TO is set and MAIL_FROM is not. Set it to the address that the "
                "reports come from, as in “record@record.example”."
            ),
        ),
        (
            {"ERROR_REPORTS_TO": "", "MAIL_FROM": "", "MAIL_DELIVERY": "smtp"},
            (
                "MAIL_DELIVERY is “smtp” and MAIL_FROM is not set. Set it to the address that "
                "mails come from, as in “record@record.example”."
            ),
        ),
        (
            {"MAIL_USER": "record"},
            "MAIL_USER is set and MAIL_PASSWORD is not. Set both, or neither.",
        ),
        (
            {"MAIL_PASSWORD": "secret"},
            "MAIL_PASSWORD is set and MAIL_USER is not. Set both, or neither.",
        ),
        (
            {
                "MAIL_HOST": "mail.example",
                "MAIL_USER": "record",
                "MAIL_PASSWORD": "secret",
                "MAIL_ENCRYPTION": "none",
            },
            (
                "MAIL_ENCRYPTION is “none”, and the password would go to another machine for "
                "everybody to read. Set it to “starttls” or “tls”."
            ),
        ),
    ],
)
def test_mail_that_could_not_be_sent_or_would_give_a_password_away(environment, message):
    assert refusal(**PRODUCTION | MAIL | environment) == message


def test_keys_of_before_are_still_believed():
    names = ("SECRET_KEY", "SECRET_KEY_FALLBACKS")

    assert read(*names, **PRODUCTION, SECRET_KEY_FALLBACKS="older, oldest") == [
        PRODUCTION["SECRET_KEY"],
        ["older", "oldest"],
    ]


def test_lists_are_written_with_commas():
    hosts = read("ALLOWED_HOSTS", **PRODUCTION | {"ALLOWED_HOSTS": "a.example, b.example,"})
    origins = read("CSRF_TRUSTED_ORIGINS", **PRODUCTION, CSRF_TRUSTED_ORIGINS="https://a.example")

    assert hosts == ["a.example", "b.example"]
    assert origins == ["https://a.example"]


def test_debugging_needs_nothing():
    database, key = read("DATABASES", "SECRET_KEY", DEBUG="on")

    assert database["default"]["NAME"] == str(ROOT / "var/db.sqlite3")
    assert len(key) == 50


def test_sqlite_waits_for_other_writers_and_lets_readers_pass():
    path = "/srv/record.sqlite3"
    database = read("DATABASES", **PRODUCTION | {"DATABASE_URL": f"sqlite:///{path}"})["default"]

    assert database["NAME"] == path
    assert database["OPTIONS"] == {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;",
    }


def test_postgresql_keeps_its_connections():
    database = read("DATABASES", **PRODUCTION)["default"]

    assert database["CONN_MAX_AGE"] == 600
    assert database["OPTIONS"] == {
        "application_name": "tracker",
        "connect_timeout": 2,
        "server_side_binding": True,
        "prepare_threshold": 5,
        "options": (
            "-c plan_cache_mode=force_custom_plan -c max_parallel_workers_per_gather=0"
            " -c random_page_cost=1.1"
        ),
    }


def test_postgresql_shares_a_pool_if_asked_to():
    environment = PRODUCTION | {
        "DATABASE_URL": PRODUCTION["DATABASE_URL"] + "?sslmode=require&connect_timeout=3",
        "DATABASE_POOL": "8",
        "DATABASE_PREPARE": "off",
    }
    database = read("DATABASES", **environment)["default"]

    assert "CONN_MAX_AGE" not in database
    assert database["OPTIONS"] == {
        "sslmode": "require",
        "application_name": "tracker",
        "connect_timeout": 3,
        "pool": {"min_size": 1, "max_size": 8, "timeout": 2.5},
    }
