"""Which derivation wrote the tables that are derived from the log, and whether it is this
program's.

A release that derives something else, or into other columns, finds tables that the release before
it has written; and while a site changes over, programs of both run side by side. So the database
keeps the number of the derivation that wrote its tables, and no program reads or writes tables with
another number: the statement that asks for the end of the log asks for the number too.
"""

from django.db import connection, models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from events.log.not_now import NotNow

# The number of this program's derivation. Raise it whenever something else is derived, or the same
# in another form; a test keeps a digest of what is derived (`tests/log/test_derivation.py`).
DERIVATION = 6

BEHIND = gettext_noop(
    "The tables that are derived from the log are behind this release. Run `manage.py rebuild`."
)
AHEAD = gettext_noop(
    "A newer release has written the tables that are derived from the log. Run that one; or, to "
    "stay with this one, run `manage.py rebuild --back`."
)


class Derivation(models.Model):
    """The number of the derivation that wrote the derived tables: one row, or none if it is not
    known, as in a database older than these numbers."""

    # There is only one row.
    id = models.SmallIntegerField(primary_key=True, default=1)
    number = models.PositiveIntegerField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="derivation_once"),
        ]

    def __str__(self) -> str:
        return str(self.number)


# True if this derivation has written the tables: a condition in statements that read the log
# anyway, because a separate query would take a fifth of the time.
OURS = f"EXISTS (SELECT 1 FROM {Derivation._meta.db_table} WHERE number = {DERIVATION})"  # noqa: S608
# The seq of the newest version; no row if there is none, or if another derivation has written.
END = f"SELECT seq FROM events_version WHERE {OURS} ORDER BY seq DESC LIMIT 1"  # noqa: S608
# The seq of the newest version and the number; each is NULL if there is none.
BOTH = "SELECT (SELECT MAX(seq) FROM events_version), (SELECT number FROM events_derivation)"
# The number itself, beside what the ORM reads.
NUMBER = models.Subquery(Derivation.objects.values("number"))


class WrongDerivation(NotNow):
    """The derived tables are not this program's. `ahead`: a newer release wrote them. The message
    is for those who run the site or work on it."""

    def __init__(self, number: int | None) -> None:
        self.ahead = number is not None and number > DERIVATION
        super().__init__(_(AHEAD) if self.ahead else _(BEHIND))

    @property
    def for_readers(self) -> str:
        if self.ahead:
            return _("This server is about to be replaced by one with a newer release.")
        return _("The record is being prepared for a new release of the site.")


def confirm(number: int | None, *, empty: bool) -> None:
    """Raise `WrongDerivation` unless tables with that number are this program's. `empty`: there is
    no version yet, so nothing has been derived and any earlier number will do."""
    if number != DERIVATION and not (empty and (number or 0) < DERIVATION):
        raise WrongDerivation(number)


def end_of_log() -> int:
    """The seq of the newest version, 0 if there is none. Raises `WrongDerivation` if nothing
    derived from the log can be read."""
    with connection.cursor() as cursor:
        cursor.execute(END)
        row = cursor.fetchone()
        if row is not None:
            return int(row[0])
        # Both in one statement: between two, the first version of all could be published.
        cursor.execute(BOTH)
        last, number = cursor.fetchone()
    confirm(number, empty=last is None)
    return last or 0


def written_by() -> int | None:
    """The number of the derivation that wrote the tables; None if it is not known."""
    return Derivation.objects.values_list("number", flat=True).first()
