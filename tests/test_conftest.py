"""A trigger outlives the emptying of the tables after a transactional test."""

import pytest
from django.contrib.auth.models import Group
from django.db import DatabaseError, connection

REFUSE = {
    "postgresql": """
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
        CREATE TRIGGER refuse BEFORE TRUNCATE OR DELETE ON auth_group
            FOR EACH STATEMENT EXECUTE FUNCTION refuse();""",
    "sqlite": """
        CREATE TRIGGER refuse BEFORE DELETE ON auth_group BEGIN
            SELECT RAISE(ABORT, 'refused'); END;""",
}
ALLOW = {
    "postgresql": "DROP TRIGGER refuse ON auth_group; DROP FUNCTION refuse;",
    "sqlite": "DROP TRIGGER refuse;",
}


@pytest.fixture(scope="module", autouse=True)
def a_trigger_that_forbids_deleting(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(REFUSE[connection.vendor])
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(ALLOW[connection.vendor])


@pytest.mark.parametrize("turn", ["first", "second"])
@pytest.mark.django_db(transaction=True)
def test_tables_are_empty_and_the_trigger_stands(turn):
    assert not Group.objects.exists()
    Group.objects.create(name=turn)

    with pytest.raises(DatabaseError, match="refused"):
        Group.objects.all().delete()
