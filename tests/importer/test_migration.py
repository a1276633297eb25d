"""The importer's table moves between apps with its rows, content type and permissions, and back again."""

from uuid import UUID

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from home.importer.models import ImportedPage

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

KEY = UUID("5a5e9ed5-6b1c-44b6-8b0a-7d8e1b4a3c11")
BEFORE = ("home", "0003_first_home_page")
AFTER = ("importer", "0001_initial")


def migrate(target):
    """Migrate to `target` and return the models as they are there."""
    executor = MigrationExecutor(connection)
    executor.migrate([target])
    return executor.loader.project_state([target]).apps


@pytest.fixture
def apps_before():
    """The models before the importer was an app; the database is up to date again after the test."""
    yield migrate(BEFORE)
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def test_a_row_survives_the_move_with_its_content_type_and_permissions(apps_before):
    row = apps_before.get_model("home", "ImportedPage").objects.create(
        translation_key=KEY, language="de", path="/auental/de/wohnen/", order=3, content_hash="abc", revision_id=7
    )
    content_type = ContentType.objects.get(app_label="home", model="importedpage")
    permission = Permission.objects.get_or_create(content_type=content_type, codename="change_importedpage")[0]

    migrate(AFTER)
    page = ImportedPage.objects.get()
    assert (page.pk, page.translation_key, page.path, page.order, page.content_hash, page.revision_id) == (
        row.pk,
        KEY,
        "/auental/de/wohnen/",
        3,
        "abc",
        7,
    )
    assert page.imported_at == row.imported_at
    assert ImportedPage._meta.db_table == "importer_importedpage"
    content_type.refresh_from_db()
    permission.refresh_from_db()
    assert content_type.app_label == "importer"
    assert permission.content_type == content_type
    assert not ContentType.objects.filter(app_label="home", model="importedpage").exists()
    ImportedPage.objects.create(translation_key=KEY, language="en", path="/auental/en/housing/", order=3)

    apps = migrate(BEFORE)
    assert apps.get_model("home", "ImportedPage").objects.count() == 2
    content_type.refresh_from_db()
    assert content_type.app_label == "home"
    assert "importer_importedpage" not in connection.introspection.table_names()
