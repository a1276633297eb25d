"""What stands in the tables outlives their renaming, forwards and backwards."""

import uuid

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

BEFORE = [("publications", "0002_sequence_row")]


@pytest.fixture
def migrate():
    """Bring the database to other migrations and return the models of that time; at the end all is applied again."""

    def migrate(targets=None):
        executor = MigrationExecutor(connection)
        return executor.migrate(targets or executor.loader.graph.leaf_nodes()).apps

    yield migrate
    migrate()


def test_consumers_keep_their_place_and_what_failed(migrate):
    old = migrate(BEFORE)
    old_consumer = old.get_model("publications", "Consumer")
    old_consumer.objects.create(name="worker", seen_at="2026-01-01T00:00Z")
    mirror = old_consumer.objects.create(name="mirror", epoch="a", cursor=7)
    old.get_model("publications", "SetAside").objects.create(
        consumer=mirror, translation_key=uuid.uuid4(), locale="de", sequence=3, error="a mistake"
    )
    new = migrate()
    state = new.get_model("publications", "ConsumerState").objects.get()
    assert (state.name, state.epoch, state.cursor) == ("mirror", "a", 7)
    assert state.failed_changes.get().error == "a mistake"
    old = migrate(BEFORE)
    assert old.get_model("publications", "SetAside").objects.get().consumer.name == "mirror"
