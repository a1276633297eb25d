"""A person is shown as far and as long as they have agreed: in every channel, to the second, and gone for good then."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file

from hub.consents.models import Consent
from hub.media.erasing import erase_due
from hub.media.models import ErasedFile, Image
from hub.publications.models import Publication
from hub.publications.schedule import run_schedule
from hub.representation.page_ends import end_of_day
from hub.rights.models import Role
from hub.testing import make_county, work
from tests.consents.stage import LAST_DAY, NAME, consent, office_with
from tests.rights.stage import member

pytestmark = pytest.mark.django_db

# Pages of searches repeat what is asked: the first name is asked, the last name looked for.
FIRST_NAME, LAST_NAME = NAME.split()


@pytest.fixture
def record(county) -> Consent:
    return consent(county)


@pytest.fixture
def amt(county, editing, record):
    with editing():
        made = office_with(county, record)
    work()
    return made


def upload() -> SimpleUploadedFile:
    return SimpleUploadedFile("wanda.png", get_test_image_file().file.getvalue(), "image/png")


def at(moment: datetime) -> Any:
    return patch("django.utils.timezone.now", return_value=moment)


def channels(amt) -> dict[str, str]:
    """Return what a visitor and an app get at each address that tells of the office."""
    client = Client()
    pk = amt.pk
    addresses = {
        "page": "/de/auental/auslanderamt/",
        "list": "/de/auental/offices/",
        "list that is searched": f"/de/auental/offices/?q={FIRST_NAME}",
        "search": f"/de/search/?q={FIRST_NAME}",
        "detail": f"/api/v2/offices/{pk}/",
        "detail in Arabic": f"/api/v2/pages/{pk}/?locale=ar",
        "all fields": "/api/v2/offices/?fields=*",
        "one field": "/api/v2/offices/?fields=staff",
        "search of the API": f"/api/v2/search/?q={FIRST_NAME}",
        "pages searched": f"/api/v2/pages/?search={FIRST_NAME}&fields=*",
        "changes": "/api/v2/changes/?county=auental&locale=de",
    }
    return {name: client.get(address).content.decode() for name, address in addresses.items()}


def showing(text: str, answers: dict[str, str]) -> set[str]:
    return {name for name, answer in answers.items() if text in answer}


def address_of_photo(amt) -> str:
    return (
        Client().get(f"/api/v2/offices/{amt.pk}/").json()["staff"][0]["photo"]["src"].replace("http://testserver", "")
    )


def test_name_and_photo_are_shown_until_the_second_in_which_they_end(amt, record):
    end = end_of_day(LAST_DAY)
    with at(end - timedelta(seconds=1)):
        before = channels(amt)
        address = address_of_photo(amt)
        assert Client().get(address).status_code == 200
    with at(end):
        after = channels(amt)
        assert Client().get(address).status_code == 404
    assert {"page", "detail", "all fields", "one field"} <= showing(LAST_NAME, before)
    assert showing(LAST_NAME, after) == showing("consent-", after) == set()
    assert showing("Empfang", after) >= {"page", "detail", "all fields", "one field"}, "the card stays, without a name"
    person = Publication.objects.get(source_id=amt.pk, locale="de").document["staff"][0]
    assert person["name"] == NAME, "the present is not changed"


def test_the_card_is_gone_when_the_profile_ends_and_apps_are_told(amt, record):
    with at(end_of_day(record.profile_until)):
        assert showing("23125 001", channels(amt)) == set()
        number = Publication.objects.get(source_id=amt.pk, locale="de").sequence
        run_schedule()
        publication = Publication.objects.get(source_id=amt.pk, locale="de")
        assert publication.sequence > number
        assert publication.changes_at is None


def test_apps_are_told_until_when(amt):
    person = Client().get(f"/api/v2/offices/{amt.pk}/").json()["staff"][0]
    assert person["visible_until"] == {
        "item": "2032-01-01T00:00:00+01:00",
        "name": "2031-03-31T00:00:00+02:00",
        "photo": "2031-03-31T00:00:00+02:00",
    }


def test_no_index_holds_what_may_end(amt):
    texts = Publication.objects.filter(source_id=amt.pk).values_list("texts", flat=True)
    assert NAME not in str(list(texts))
    assert "23125 001" not in str(list(texts))
    assert amt.pk not in {item["id"] for item in Client().get(f"/api/v2/search/?q={NAME}").json()["items"]}


def everything() -> dict[str, str]:
    """Return what each table of the database holds."""
    tables = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            tables[table] = str(cursor.fetchall())
    return tables


def test_after_withdrawal_only_the_private_record_names_the_person(amt, record, editing, caplog):
    address = address_of_photo(amt)
    assert Client().get(address).status_code == 200  # a scaled picture is stored
    stem = Path(record.photo.file.name).stem
    with editing():
        record.withdrawn_on = timezone.localdate()
        record.save()
    assert showing(LAST_NAME, channels(amt)) == showing(stem, channels(amt)) == set()
    assert Client().get(address).status_code == 404
    work()
    with at(timezone.now() + timedelta(hours=1)):
        erase_due()
    tables = everything()
    assert {table for table, rows in tables.items() if NAME in rows} == {"consents_consent"}
    assert {table for table, rows in tables.items() if stem in rows} == set()
    assert not [path for path in Path(settings.MEDIA_ROOT).rglob("*") if stem in path.name]
    assert NAME not in caplog.text


def test_what_is_withdrawn_is_hidden_before_it_is_made_anew(amt, record, editing):
    with patch("hub.publications.triggers.reconcile", side_effect=RuntimeError("the disk is full")), editing():
        record.withdrawn_on = timezone.localdate()
        record.save()
    assert showing(LAST_NAME, channels(amt)) == set()
    assert Client().get("/de/auental/auslanderamt/").status_code == 404
    work()
    assert Client().get("/de/auental/auslanderamt/").status_code == 200


def test_a_photo_that_cannot_be_deleted_is_deleted_later(amt, record, editing):
    name = record.photo.file.name
    with patch.object(FileSystemStorage, "delete", side_effect=OSError("read-only")), editing():
        record.photo_until = None
        record.save()
    assert default_storage.exists(name)
    run_schedule()
    assert not default_storage.exists(name)
    assert ErasedFile.objects.exists(), "somebody may have been scaling it just now"
    with at(timezone.now() + timedelta(minutes=11)):
        run_schedule()
    assert not ErasedFile.objects.exists()


def test_a_withdrawal_that_is_rolled_back_deletes_nothing(amt, record):
    name = record.photo.file.name
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record.withdrawn_on = timezone.localdate()
        record.save()
        _ = 1 / 0
    assert default_storage.exists(name)
    assert Image.objects.filter(file=name).exists()


def test_a_record_of_another_county_shows_nobody(county, editing):
    with editing():
        made = office_with(county, consent(make_county("hausen", "Landkreis Hausen")))
    work()
    assert Publication.objects.get(source_id=made.pk, locale="de").document["staff"] == []


def test_only_administrators_of_the_county_keep_its_records(county, record, editing):
    with editing():
        other = make_county("hausen", "Landkreis Hausen")
    addresses = [reverse("consents:edit", args=[record.pk]), reverse("consents_photo", args=[record.pk])]
    own, stranger = Client(), Client()
    own.force_login(member("Amal", county, Role.ADMINISTRATORS))
    stranger.force_login(member("Bela", other, Role.ADMINISTRATORS))
    for address in addresses:
        assert own.get(address).status_code == 200
        assert stranger.get(address).status_code in (302, 404)
    assert NAME in own.get(reverse("consents:index")).content.decode()
    assert NAME not in stranger.get(reverse("consents:index")).content.decode()
    editor = Client()
    editor.force_login(member("Chris", county, Role.EDITORS))
    for address in [*addresses, reverse("consents:index")]:
        assert editor.get(address).status_code in (302, 404)


def test_the_form_stores_a_photo_under_a_name_that_tells_nothing(county, admin_client):
    data = {
        "county": str(county.translation_key),
        "name": NAME,
        "text_version": "Fotos, März 2026",
        "given_on": "2026-03-01",
        "profile_until": "2031-12-31",
        "name_until": "2031-12-31",
        "photo_until": "2031-12-31",
        "upload": upload(),
    }
    assert admin_client.post(reverse("consents:add"), data).status_code == 302
    record = Consent.objects.get()
    assert "wanda" not in record.photo.file.name
    assert record.photo.collection.name == "Consent records"
    assert {table for table, rows in everything().items() if NAME in rows} == {"consents_consent"}
    assert record.photo not in admin_client.get(reverse("wagtailimages_chooser:choose")).context["results"]


def test_no_photo_without_a_day(county, admin_client):
    data = {"county": str(county.translation_key), "name": NAME, "text_version": "1", "given_on": "2026-03-01"}
    data |= {"profile_until": "2031-12-31", "upload": upload()}
    response = admin_client.post(reverse("consents:add"), data)
    assert "photo_until" in response.context["form"].errors
    assert not Image.objects.exists()


def test_a_record_is_opened_from_the_list_and_withdrawn(county, record):
    client = Client()
    client.force_login(member("Amal", county, Role.ADMINISTRATORS))
    address = reverse("consents:edit", args=[record.pk])
    assert f'href="{address}"' in client.get(reverse("consents:index")).content.decode()
    form = client.get(address).context["form"]
    data = {name: form[name].value() or "" for name in form.fields if name != "upload"}
    assert client.post(address, {**data, "withdrawn_on": timezone.localdate()}).status_code == 302
    assert Consent.objects.get().photo is None


def test_mistakes_say_that_the_photo_has_to_be_chosen_again(county, admin_client):
    data = {"county": str(county.translation_key), "name": NAME, "text_version": "1", "given_on": "2026-03-01"}
    data |= {"profile_until": "2026-02-28", "photo_until": "2026-02-28", "upload": upload()}
    response = admin_client.post(reverse("consents:add"), data)
    assert set(response.context["form"].errors) == {"profile_until", "upload"}


def test_the_first_page_counts_what_runs_out_within_60_days(county, admin_client):
    today = timezone.localdate()
    consent(county, photo=None, profile_until=today + timedelta(days=59), name_until=None, photo_until=None)
    consent(county, photo=None, name="Zweite", profile_until=today + timedelta(days=400), name_until=None)
    address = reverse("consents:index") + "?runs_out=true"
    assert address in admin_client.get(reverse("wagtailadmin_home")).content.decode()
    listed = admin_client.get(address).content.decode()
    assert NAME in listed
    assert "Zweite" not in listed


def test_the_last_day_is_whole_in_the_zone_of_the_hub():
    assert end_of_day(date(2031, 3, 29)).isoformat() == "2031-03-30T00:00:00+01:00"
    assert end_of_day(date(2031, 3, 30)).isoformat() == "2031-03-31T00:00:00+02:00"
