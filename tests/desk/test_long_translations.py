"""A translated text that is too long for its field: told beside the text, and nothing is lost."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

from directory.offices.models import OfficePage, OfficeType, Person
from hub.testing import publish, translate
from hub.translations.lengths import length_limit
from tests.rules.stage import document, fresh

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


@pytest.fixture
def office(county, editing) -> OfficePage:
    page = OfficePage(
        title="Amt",
        slug="amt",
        office_type=OfficeType.objects.get(slug="authority"),
        summary="Kurz.",
        hours_note="Nach Anruf",
    )
    page.staff = [Person(name="Erika Beispiel", function="Leitung", locale=county.locale)]
    with editing():
        page = publish(page, county)
        translate(page, "en")
    return fresh(page)


def save(client, translation: Translation, path: str, text: str) -> dict:
    """Type `text` in the translation editor; return its answer."""
    segment = next(item for item in translation.source.stringsegment_set.all() if item.context.path.startswith(path))
    address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    body = urlencode({"value": text})
    answer = client.put(address, body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 200, answer.content
    return answer.json()


@pytest.mark.parametrize(("path", "limit"), [("title", 255), ("summary", 300), ("hours_note", 200), ("staff", 120)])
def test_it_is_told_and_the_published_words_stay(office, admin_client, editing, path, limit):
    translation = Translation.objects.get(source__object_id=office.translation_key)
    before = document(office, "en")
    answer = save(admin_client, translation, path, "x" * (limit + 1))
    assert (answer["data"], f"höchstens {limit} Zeichen" in answer["error"]) == ("x" * (limit + 1), True)
    editor = reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])
    with editing():
        done = admin_client.post(editor, {"action": "publish"}, follow=True)
    assert done.status_code == 200
    after = document(office, "en")
    assert {name: after[name] for name in ("title", "summary", "hours_note", "staff")} == {
        name: before[name] for name in ("title", "summary", "hours_note", "staff")
    }
    answer = save(admin_client, translation, path, "y" * limit)
    assert not answer["error"]
    with editing():
        admin_client.post(editor, {"action": "publish"})
    assert "y" * limit in str(document(office, "en"))


def test_characters_are_counted_as_readers_see_them(office, admin_client):
    translation = Translation.objects.get(source__object_id=office.translation_key)
    assert not save(admin_client, translation, "title", "&amp;" * 255)["error"]
    assert StringTranslation.objects.filter(has_error=True).count() == 0


def test_limits_are_those_of_the_fields(office):
    assert length_limit(OfficePage, "staff.any-key.function") == 120
    assert length_limit(OfficePage, "body.any-id") is None
    assert length_limit(OfficePage, "nonsense") is None
    assert length_limit(None, "title") is None
