"""The admin speaks German and says “Sie”; that it does on every page is proved in test_every_door.py."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import translation
from django.utils.translation import trans_real
from wagtail.models import Collection, Page, Task, Workflow

from tests.desk.german import FAMILIAR, NO_WORDS, foreign, texts

pytestmark = pytest.mark.any_database


@pytest.mark.parametrize("text", ["Password", "Root page", "Deutsch to Arabisch translation", "Editors"])
def test_english_texts_are_found(text):
    assert foreign(text)


@pytest.mark.parametrize("text", ["Ist das dein Bild?", "Wähle eine Seite aus", "Bitte füge ein Bild hinzu."])
def test_texts_that_say_du_are_found(text):
    assert foreign(text)


@pytest.mark.parametrize("text", ["Wählen Sie eine Seite aus.", "Status: Entwurf", "info@example.org", "Suche"])
def test_german_texts_are_left_alone(text):
    assert not foreign(text)


def test_texts_are_read_as_people_meet_them():
    html = (
        '<p title="Eins">Zwei <b>drei</b></p><script>four</script><input type="submit" value="Fünf"><input value="x">'
    )
    assert sorted(filter(None, texts(html))) == ["Eins", "Fünf", "Zwei", "drei"]


def test_no_message_in_force_says_du():
    """Errors too, which no crawl meets: whichever package's catalogue wins."""
    catalogue = trans_real.translation("de")._catalog
    messages = [NO_WORDS.sub(" ", str(catalogue[key])) for key in catalogue.keys()]  # noqa: SIM118  no mapping
    assert [message for message in messages if FAMILIAR.search(message)] == []


def test_what_wagtail_names_in_english_has_a_german_name(db):
    names = [
        name for model in (Collection, Group, Task, Workflow) for name in model.objects.values_list("name", flat=True)
    ]
    assert [name for name in [*names, Page.get_first_root_node().title] if foreign(name)] == []


def test_permissions_are_named_in_the_language_of_the_admin(db):
    with translation.override("de"):
        assert Permission.objects.get(codename="add_topic").name == "Thema hinzufügen"
    with translation.override("en"):
        assert Permission.objects.get(codename="add_topic").name == "Can add topic"


def test_scripts_have_german_texts(client):
    catalogue = client.get(reverse("wagtailadmin_javascript_catalog"), headers={"Accept-Language": "de"})
    assert "Weitere Aktionen" in catalogue.content.decode()
