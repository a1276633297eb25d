"""The admin's forms of pictures and files."""

import struct
import zlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as PillowImage

from hub.media.models import Document, Image
from hub.rights.models import Role
from tests.rights.stage import collection_of, member
from tests.rules.stage import file

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, county):
    client.force_login(member("Maria", county, Role.EDITORS))
    return client


def in_county(paper: Document, place) -> Document:
    paper.collection = collection_of(place)
    paper.save()
    return paper


def test_a_file_replaces_one_that_its_editor_sees(editor, county):
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


def test_a_hidden_file_that_is_replaced_is_told_by_its_number_and_stays(editor, county):
    new, hidden = in_county(file("Neue Auflage"), county), file("Fremdes Blatt")
    Document.objects.filter(pk=new.pk).update(replaces=hidden)
    address = reverse("wagtaildocs:edit", args=[new.pk])
    shown = editor.get(address).content.decode()
    assert f"#{hidden.pk}</option>" in shown
    assert "Fremdes Blatt" not in shown
    assert editor.post(address, {"title": "Neu", "tags": "", "replaces": hidden.pk}).status_code == 302
    assert Document.objects.get(pk=new.pk).replaces == hidden


def test_files_that_replace_one_another_hold_up_nobody(editor, county):
    first, second, third = (in_county(file(title), county) for title in ("Eins", "Zwei", "Drei"))
    Document.objects.filter(pk=first.pk).update(replaces=second)  # as two editors at once can do
    Document.objects.filter(pk=second.pk).update(replaces=first)
    values = {"title": "Drei", "tags": "", "replaces": first.pk}
    assert editor.post(reverse("wagtaildocs:edit", args=[third.pk]), values).status_code == 302


def png(*chunks: bytes) -> bytes:
    """Return a picture with `chunks` (name and data) before its pixels."""
    content = BytesIO()
    PillowImage.new("RGB", (8, 8)).save(content, "PNG")
    whole = content.getvalue()
    inserted = b"".join(
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in chunks
    )
    return whole[:33] + inserted + whole[33:]


def animated(frames: int) -> bytes:
    content = BytesIO()
    pictures = [PillowImage.new("RGB", (60, 40), (number, 0, 0)) for number in range(frames)]
    pictures[0].save(content, "GIF", save_all=True, append_images=pictures[1:])
    return content.getvalue()


BROKEN = {
    "text.png": png(b"zTXtComment\0\0" + zlib.compress(b"x" * 40_000_000)),
    "cut.png": png()[:45],
    "nothing.png": b"nothing",
    "frames.gif": animated(3),
}


@pytest.mark.parametrize("name", BROKEN)
def test_pictures_that_cannot_be_read_or_are_too_large_are_refused(editor, settings, name):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 2.5 * 60 * 40
    values = {"title": "Bild", "tags": "", "file": SimpleUploadedFile(name, BROKEN[name])}
    answer = editor.post(reverse("wagtailimages:add"), values)
    assert "file" in answer.context["form"].errors
    assert not Image.objects.exists()


def test_a_moving_picture_below_the_limit_is_taken(editor, settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 3 * 60 * 40
    values = {"title": "Bild", "tags": "", "file": SimpleUploadedFile("frames.gif", animated(3))}
    assert editor.post(reverse("wagtailimages:add"), values).status_code == 302
    assert Image.objects.get().width == 60
