"""What `migrate` makes of an empty hub, and leaves alone in another."""

from importlib import import_module

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from wagtail.models import Locale, Page, Site

from home.models import HomePage
from hub.testing import make_county

pytestmark = pytest.mark.django_db


def migrate():
    import_module("home.migrations.0003_first_home_page").make_home(apps, None)


def tree():
    return list(Page.objects.order_by("path").values_list("path", "numchild", "url_path", "title"))


def test_a_fresh_hub_says_in_each_language_that_there_is_no_county_yet(client):
    said = set()
    for language, _name in settings.LANGUAGES:
        answer = client.get(f"/{language}/")
        assert answer.context["page"].specific_class is HomePage
        assert list(answer.context["counties"]) == []
        said.add(answer.content)
    assert len(said) == len(settings.LANGUAGES)


def test_the_home_page_has_a_translation_in_each_language():
    home = Site.objects.get(is_default_site=True).root_page
    assert home.locale.language_code == settings.LANGUAGE_CODE
    assert set(home.get_translations(inclusive=True).values_list("locale__language_code", flat=True)) == {
        code for code, _name in settings.LANGUAGES
    }
    assert Locale.objects.count() == len(settings.LANGUAGES)
    assert not Page.find_problems()[0]
    assert Page.objects.filter(depth=2).count() == HomePage.objects.count() == Page.objects.get(depth=1).numchild


def test_a_second_time_changes_nothing():
    before = tree()
    migrate()
    assert tree() == before


def test_a_hub_with_pages_of_its_own_stays_as_it_is():
    make_county()
    HomePage.objects.all().exclude(sites_rooted_here__isnull=False).delete()
    before = tree()
    migrate()
    assert tree() == before


def test_the_demo_refuses_a_hub_whose_home_page_was_deleted():
    HomePage.objects.all().delete()
    with pytest.raises(CommandError, match="No site of this hub has a home page"):
        call_command("demo")


def test_an_edited_welcome_page_stays():
    HomePage.objects.all().delete()
    welcome = Page.objects.get(depth=1).add_child(instance=Page(title="Willkommen", slug="home"))
    welcome.save_revision().publish()
    before = tree()
    migrate()
    assert tree() == before
