"""Name and photo of a guide are shown as far as the record allows, in every channel; afterwards the record alone has
them.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from directory.guides.models import GuidePage
from hub.consents.forms import ConsentForm
from hub.consents.models import Consent
from hub.media.erasing import erase_due
from hub.publications.models import Publication, Tombstone
from hub.publications.schedule import run_schedule
from hub.representation.page_ends import end_of_day
from hub.testing import translate, work
from tests.consents.stage import LAST_DAY, NAME, consent
from tests.guides.stage import guide
from tests.rules.stage import article, block, link

pytestmark = pytest.mark.django_db

FIRST_NAME, LAST_NAME = NAME.split()


@pytest.fixture
def record(county) -> Consent:
    return consent(county)


@pytest.fixture
def lotsin(county, record, editing) -> GuidePage:
    with editing():
        made = guide(county, record, introduction="Ich zeige gern den Weg.")
        translate(made, "ar", mark="عربي")
        article(county, "Ankommen", [link(made, "unsere Lotsin")])
    work()
    return made


def at(moment: datetime) -> Any:
    return patch("django.utils.timezone.now", return_value=moment)


def channels(lotsin: GuidePage) -> dict[str, str]:
    """Return what a visitor and an app get at each address that tells of the guide."""
    pk = lotsin.pk
    addresses = {
        "page": "/de/auental/lotsin-7/",
        "page in Arabic": "/ar/auental/lotsin-7/",
        "county": "/de/auental/",
        "list": "/de/auental/guides/",
        "list that is searched": f"/de/auental/guides/?q={FIRST_NAME}",
        "search": f"/de/search/?q={FIRST_NAME}",
        "detail": f"/api/v2/guides/{pk}/",
        "detail in Arabic": f"/api/v2/pages/{pk}/?locale=ar",
        "all fields": "/api/v2/guides/?fields=*",
        "teasers": "/api/v2/guides/?locale=de",
        "search of the API": f"/api/v2/search/?q={FIRST_NAME}",
        "pages searched": f"/api/v2/pages/?search={FIRST_NAME}&fields=*",
        "navigation": "/api/v2/navigation/?county=auental&locale=de",
        "changes": "/api/v2/changes/?county=auental&locale=de",
    }
    return {name: Client().get(address).content.decode() for name, address in addresses.items()}


def showing(text: str, answers: dict[str, str]) -> set[str]:
    return {name for name, answer in answers.items() if text in answer}


NAMING = {"page", "page in Arabic", "detail", "detail in Arabic", "all fields", "changes"}
TEASING = {"list", "teasers"}


def photo_of(lotsin: GuidePage) -> str:
    photo = Client().get(f"/api/v2/guides/{lotsin.pk}/").json()["consent"]["photo"]
    return photo["src"].replace("http://testserver", "")


def test_name_and_photo_end_in_the_second_and_the_nameless_card_stays(lotsin):
    end = end_of_day(LAST_DAY)
    with at(end - timedelta(seconds=1)):
        assert showing(LAST_NAME, channels(lotsin)) == NAMING
        address = photo_of(lotsin)
        assert Client().get(address).status_code == 200
    with at(end):
        after = channels(lotsin)
        assert Client().get(address).status_code == 404
        assert showing(LAST_NAME, after) == showing("consent-", after) == set()
        assert showing("Lotsin 7", after) >= NAMING | TEASING


def test_the_page_is_gone_in_the_second_in_which_the_profile_ends(lotsin, record):
    with at(end_of_day(record.profile_until)):
        assert showing("Lotsin 7", channels(lotsin)) == set()
        run_schedule()
        assert not Publication.objects.filter(source_id=lotsin.pk).exists()
        stones = Tombstone.objects.filter(translation_key=lotsin.translation_key)
        assert {stone.reason for stone in stones} == {"withdrawn"}


def test_no_index_holds_the_name(lotsin):
    texts = Publication.objects.filter(source_id=lotsin.pk).values_list("texts", flat=True)
    assert LAST_NAME not in str(list(texts))
    assert "Arabisch" in str(list(texts))


def everything() -> dict[str, str]:
    """Return what each table of the database holds."""
    tables = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            tables[table] = str(cursor.fetchall())
    return tables


def holding(text: str) -> set[str]:
    return {table for table, rows in everything().items() if text in rows}


def test_after_a_withdrawal_copies_must_go_and_the_record_alone_has_the_name(lotsin, record, editing, caplog):
    # The stored document is what every channel serves, as long as the person agrees.
    assert holding(LAST_NAME) == {"consents_consent", "publications_publication"}
    address = photo_of(lotsin)
    assert Client().get(address).status_code == 200  # a scaled picture is stored
    stem = Path(record.photo.file.name).stem
    with editing():
        record.withdrawn_on = timezone.localdate()
        record.save()
    answers = channels(lotsin)
    assert showing(LAST_NAME, answers) == showing(stem, answers) == showing("Ich zeige gern", answers) == set()
    assert Client().get(address).status_code == 404
    work()
    stones = Tombstone.objects.filter(translation_key=lotsin.translation_key)
    assert {(stone.locale, stone.reason) for stone in stones} == {(locale, "erased") for locale in ("de", "en", "ar")}
    with at(timezone.now() + timedelta(hours=1)):
        erase_due()
    assert holding(LAST_NAME) == {"consents_consent"}
    assert holding(stem) == set()
    assert not [path for path in Path(settings.MEDIA_ROOT).rglob("*") if stem in path.name]
    assert LAST_NAME not in caplog.text


def test_a_record_with_which_a_page_ends_is_not_deleted(lotsin, record, editing, client, admin_client):
    with pytest.raises(ProtectedError):
        record.delete()
    with pytest.raises(ProtectedError), transaction.atomic():
        Consent.objects.all().delete()
    response = admin_client.post(reverse("consents:delete", args=[record.pk]), follow=True)
    assert "Lotsin 7" in str(next(iter(response.context["messages"])))
    assert client.get("/de/auental/lotsin-7/").status_code == 200
    with editing():
        GuidePage.objects.get(pk=lotsin.pk).delete()
        record.delete()
    assert not Consent.objects.exists()


def test_a_translation_with_the_name_is_not_published(lotsin):
    arabic = GuidePage.objects.get(locale__language_code="ar")
    arabic.introduction = f"{NAME} تساعدكم"
    with pytest.raises(ValidationError, match=FIRST_NAME):
        arabic.save()


def test_a_card_in_another_page_has_no_name_and_goes_with_the_guide(lotsin, county, record, editing):
    cards = block("cards", {"title": "Wer hilft", "cards": [block("item", lotsin.pk)]})
    with editing():
        article(county, "Hilfe", [cards])
    work()

    def read() -> str:
        answer = Client().get("/de/auental/hilfe/")
        assert answer.status_code == 200
        return answer.content.decode()

    assert "Lotsin 7" in read()
    assert LAST_NAME not in read()
    with at(end_of_day(record.profile_until)):
        assert "Lotsin 7" not in read()
        assert "Wer hilft" not in read()


def test_another_record_counts_in_translations_too(lotsin, county, record, editing):
    lotsin.consent = consent(county, name="Ida Sommer")
    with editing():
        lotsin.save_revision().publish()
    arabic = GuidePage.objects.get(locale__language_code="ar")
    arabic.introduction = "Ida Sommer"
    with pytest.raises(ValidationError):
        arabic.clean()
    record.delete()  # nothing ends with it any more


def test_a_record_does_not_take_a_name_that_its_page_holds(lotsin, record):
    values = {name: getattr(record, name) for name in ("county", "text_version", "given_on", "profile_until")}
    assert ConsentForm({**values, "name": "Ida Sommer"}, instance=record, for_user=superuser()).is_valid()
    form = ConsentForm({**values, "name": "Ida Lotsin"}, instance=record, for_user=superuser())
    assert "„Lotsin 7“" in str(form.errors["name"])


def superuser() -> User:
    return User.objects.get_or_create(username="root", is_superuser=True)[0]
