"""Of a fault there is a report, and then for ten minutes none, with how many more there were."""

import logging
import multiprocessing
from contextlib import contextmanager

import pytest
from django.core import mail

from tracker.watching.error_reports import KINDS, WINDOW, ErrorReports, Ledger

TO = ["errors@record.example"]


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


class ByHand(ErrorReports):
    """Reports when it is told to."""

    def _run(self) -> None:
        pass


@pytest.fixture(autouse=True)
def wanted(settings):
    settings.ERROR_REPORTS_TO = TO
    settings.SERVER_EMAIL = settings.DEFAULT_FROM_EMAIL = "record@record.example"
    settings.ALLOWED_HOSTS = ["record.example"]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def reports(clock):
    made = ByHand(Ledger(clock))
    yield made
    logging.Handler.close(made)


def happen(reports: ErrorReports, message: str, times: int = 1, name: str = "events") -> None:
    for _time in range(times):
        reports.handle(logging.LogRecord(name, logging.ERROR, "a.py", 1, message, (), None))


def sent(reports: ErrorReports) -> list[str]:
    """The first lines of the mails that are sent now."""
    mail.outbox = []
    reports.report()
    return [message.body.splitlines()[0] for message in mail.outbox]


def test_the_first_of_a_kind_is_reported_and_others_when_the_time_is_over(reports, clock):
    happen(reports, "down")
    assert sent(reports) == ["events: down: once."]

    happen(reports, "down", 3)
    clock.now += WINDOW - 1
    assert sent(reports) == []
    happen(reports, "full")
    assert sent(reports) == ["events: full: once."]
    clock.now += 1
    assert sent(reports) == ["events: down: 3 times."]
    assert sent(reports) == []


def test_to_whom_and_from_whom(reports):
    happen(reports, "down")
    sent(reports)

    (message,) = mail.outbox
    assert (message.to, message.from_email) == (TO, "record@record.example")
    assert message.subject == "[record.example] events: down"


def test_a_wrong_host_is_no_fault_of_the_site(reports):
    happen(reports, "Invalid HTTP_HOST header", name="django.security.DisallowedHost")

    assert sent(reports) == []


def test_however_many_faults_there_are_reports_are_few(reports, clock):
    for number in range(KINDS + 10):
        happen(reports, f"fault {number}")

    assert len(sent(reports)) == KINDS
    happen(reports, "another one")
    assert sent(reports) == []
    clock.now += WINDOW
    happen(reports, "another one")
    assert sent(reports) == ["events: another one: once."]


def test_what_could_not_be_sent_is_sent_with_the_next_ones(reports, clock, monkeypatch, caplog):
    @contextmanager
    def no_mail():
        with monkeypatch.context() as patch:
            patch.setattr("tracker.watching.error_reports.send_mail", refuse)
            yield

    def refuse(*args):
        raise OSError("nobody listens")

    happen(reports, "down", 2)
    with no_mail():
        assert sent(reports) == []
    (line,) = caplog.records
    assert line.getMessage() == "A report of an error could not be sent: nobody listens"
    assert line.levelno == logging.WARNING
    happen(reports, "down")
    clock.now += WINDOW
    assert sent(reports) == ["events: down: 3 times."]


def test_processes_that_are_forked_report_a_fault_once(clock):
    ledger = Ledger(clock)
    fork = multiprocessing.get_context("fork")
    due = fork.SimpleQueue()

    def one() -> None:
        ledger.add(1, 5)
        due.put(ledger.due(1))

    processes = [fork.Process(target=one) for _number in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()

    told = [due.get() for _process in processes]
    assert sum(number is not None for number in told) == 1
    clock.now += WINDOW
    assert ledger.due(1) == 20 - sum(filter(None, told))


def test_a_process_that_died_with_the_lock_keeps_nobody(clock):
    ledger = Ledger(clock)
    ledger.lock.acquire()

    ledger.add(1, 1)

    assert ledger.due(1) == 1
