"""Errors are reported by mail: what is told, to whom, how often, and who waits for it."""

import socket

import pytest

from tests.faults.sites import served
from tests.mailbox import mailbox
from tests.pace import tries
from tests.waiting import until

MAIL = {
    "ACCESS_LOG": "on",
    "ERROR_REPORTS_TO": "errors@record.example, chief@record.example",
    "MAIL_FROM": "record@record.example",
    "MAIL_HOST": "127.0.0.1",
    "WEB_CONCURRENCY": "2",
}
BROKEN = "/broken/jane-doe/?q=what-she-looked-for"
TYPED = ("jane", "what-she-looked-for", "is what somebody typed", "a-session", "desk-session")


def test_one_report_of_many_errors_and_nothing_in_it_that_was_typed(database, tmp_path):
    with mailbox() as box:
        port = {"MAIL_PORT": str(box.port)}
        with served(database.url, tmp_path / "log", **MAIL, **port) as site:
            answers = [site.get(BROKEN, Cookie="desk-session=a-session") for _time in range(20)]
        # A process that ends has sent what it had to tell.
        (report,) = box.messages
    assert {answer.status for answer in answers} == {500}
    assert report["To"] == MAIL["ERROR_REPORTS_TO"]
    assert report["From"] == "record@record.example"
    place = "tests/faults/urls.py, line 11"
    assert report["Subject"] == f"[localhost] ValueError in {place}"
    text = report.get_content()
    assert "GET /broken/<str:word>/" in text
    assert f"{place}, in broken" in text
    assert any(answer.headers["x-request-id"] in text for answer in answers)
    assert [word for word in TYPED if word in report.as_string()] == []


@pytest.mark.parametrize("server", ["says nothing", "is not there"])
def test_nobody_waits_for_a_mail_server(server, database, tmp_path):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        if server == "says nothing":
            silent.listen()
        port = {"MAIL_PORT": str(silent.getsockname()[1])}
        with served(database.url, tmp_path / "log", **MAIL, **port) as site:
            for pace in tries():
                usual = max(site.get("/en/about/").seconds for _time in range(10))
                answers = [site.get(path) for path in (BROKEN, "/en/about/") * 10]
                assert [answer.status for answer in answers] == [500, 200] * 10
                # A mail server has ten seconds; nobody has waited for any of them.
                pace.judge("an answer", max(answer.seconds for answer in answers), 5, usual)
            if server == "is not there":
                told = "A report of an error could not be sent"
                until(lambda: told in site.log.read_text(), "the log says so")
