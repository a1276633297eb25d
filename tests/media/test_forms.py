"""The admin's form of a file."""

import pytest
from django.urls import reverse

from hub.media.models import Document
from hub.rights.models import Role
from tests.rights.stage import collection_of, member
from tests.rules.conftest import county, editing  # noqa: F401 - fixtures
from tests.rules.stage import file

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, county):  # noqa: F811 - a fixture
    client.force_login(member("Maria", county, Role.EDITORS))
    return client


def in_county(paper: Document, place) -> Document:
    paper.collection = collection_of(place)
    paper.save()
    return paper


def test_a_file_replaces_one_that_its_editor_sees(editor, county):  # noqa: F811 - a fixture
    new, old = (in_county(file(title), county) for title in ("Neue Auflage", "Alte Auflage"))
    hidden = file("Fremdes Blatt")
    address = reverse("wagtaildocs:edit", args=[new.pk])
    shown = editor.get(address).content.decode()
    assert "Alte Auflage" in shown
    assert "Fremdes Blatt" not in shown
    values = {"title": "Neue Auflage", "tags": ""}
    assert "replaces" in editor.post(address, {**values, "replaces": hidden.pk}).context["form"].errors
    assert editor.post(address, {**values, "replaces": old.pk}).status_code == 302
    assert Document.objects.get(pk=new.pk).replaces == old


def test_a_hidden_file_that_is_replaced_is_told_by_its_number_and_stays(editor, county):  # noqa: F811 - a fixture
    new, hidden = in_county(file("Neue Auflage"), county), file("Fremdes Blatt")
    Document.objects.filter(pk=new.pk).update(replaces=hidden)
    address = reverse("wagtaildocs:edit", args=[new.pk])
    shown = editor.get(address).content.decode()
    assert f"#{hidden.pk}</option>" in shown
    assert "Fremdes Blatt" not in shown
    assert editor.post(address, {"title": "Neu", "tags": "", "replaces": hidden.pk}).status_code == 302
    assert Document.objects.get(pk=new.pk).replaces == hidden
