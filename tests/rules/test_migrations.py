"""What stands in the tables outlives their renaming, forwards and backwards."""

import uuid

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from hub.publications.documents import EDGE, ROOT

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

BEFORE = [
    ("media", "0001_initial"),
    ("home", "0004_move_imported_page"),
    ("publications", "0002_sequence_row"),
]
# In the order of PostgreSQL's jsonb.
DOCUMENT = {"meta": {"parent": None, "html_url": "/de/", "first_published_at": None}}


@pytest.fixture
def migrate():
    """Bring the database to other migrations and return the models of that time; at the end all is applied again."""

    def migrate(targets=None):
        executor = MigrationExecutor(connection)
        return executor.migrate(targets or executor.loader.graph.leaf_nodes()).apps

    yield migrate
    migrate()


def test_rows_are_carried_over_forwards_and_backwards(migrate, subtests):
    """All of them in one journey, because it takes a minute."""
    old = migrate(BEFORE)
    store_consumers(old)
    picture, paper, tagged = store_pictures(old)
    new = migrate()
    with subtests.test("consumers keep their place and what failed"):
        check_consumers(new)
    with subtests.test("pictures and files are carried over with their ids and tags"):
        check_pictures(new, picture, paper, tagged)
    with subtests.test("documents are stored as they are sent"):
        assert stored_document().startswith('{"meta":{"html_url":"' + ROOT + '/de/","' + EDGE + 'parent":null,')
    old = migrate(BEFORE)
    assert old.get_model("publications", "Publication").objects.get().document == DOCUMENT
    assert old.get_model("publications", "SetAside").objects.get().consumer.name == "mirror"
    assert old.get_model("wagtailimages", "Image").objects.get(pk=picture.pk).description == "Ein Haus"


def stored_document() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT document FROM publications_publication")
        return cursor.fetchone()[0]


def store_consumers(old):
    old_consumer = old.get_model("publications", "Consumer")
    old_consumer.objects.create(name="worker", seen_at="2026-01-01T00:00Z")
    mirror = old_consumer.objects.create(name="mirror", epoch="a", cursor=7)
    old.get_model("publications", "SetAside").objects.create(
        consumer=mirror, translation_key=uuid.uuid4(), locale="de", sequence=3, error="a mistake"
    )


def check_consumers(new):
    state = new.get_model("publications", "ConsumerState").objects.get()
    assert (state.name, state.epoch, state.cursor) == ("mirror", "a", 7)
    assert state.failed_changes.get().error == "a mistake"


def store_pictures(old):
    root = old.get_model("wagtailcore", "Collection").objects.get(depth=1)
    picture = old.get_model("wagtailimages", "Image").objects.create(
        pk=1007,
        title="Rathaus",
        description="Ein Haus",
        file="original_images/r.png",
        width=4,
        height=3,
        collection=root,
    )
    paper = old.get_model("wagtaildocs", "Document").objects.create(
        title="Blatt", file="documents/b.txt", collection=root
    )
    content_type, _created = old.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="wagtailimages", model="image"
    )
    tag = old.get_model("taggit", "Tag").objects.create(name="Haus", slug="haus")
    tagged = old.get_model("taggit", "TaggedItem").objects.create(tag=tag, content_type=content_type, object_id=1007)
    publication = old.get_model("publications", "Publication").objects.create(
        translation_key=uuid.uuid4(), sequence=1, source_id=1, page_id=1, parent_id=1, teaser={}, document=DOCUMENT
    )
    publication.dependencies.create(model="wagtailimages.image", object_id=1007)
    return picture, paper, tagged


def check_pictures(new, picture, paper, tagged):
    Image = new.get_model("media", "Image")
    image = Image.objects.get(pk=picture.pk)
    assert (image.title, image.descriptions, image.file.name) == (
        "Rathaus",
        {"de": "Ein Haus"},
        "original_images/r.png",
    )
    assert image.created_at == picture.created_at
    assert new.get_model("media", "Document").objects.get(pk=paper.pk).title == "Blatt"
    assert new.get_model("taggit", "TaggedItem").objects.get(pk=tagged.pk).content_type.app_label == "media"
    assert new.get_model("publications", "Dependency").objects.get().model == "media.image"
    assert new.get_model("publications", "OutboxRow").objects.filter(model="*").exists(), "documents are made anew"
    assert (
        Image.objects.create(title="Neu", file="n.png", width=1, height=1, collection_id=picture.collection_id).pk
        > 1007
    )
