"""Rule 3: a deleted source page takes its translations with it, whatever deletes it, and nothing else."""

import pytest
from django.db import transaction
from django.urls import reverse
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import StringTranslation, TranslatableObject, Translation

from hub.publications.models import OutboxRow, Tombstone
from hub.testing import languages, translate, work
from tests.rules.stage import article, document, fresh, public, text

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


def translated(page: Page, language: str) -> Page:
    return page.get_translation(languages()[language]).specific


@pytest.fixture
def section(county, editing):
    """A section in German and Arabic."""
    return in_arabic_too(county, editing, "Wohnen")


@pytest.fixture
def child(section, editing):
    """A page below the section in German and Arabic."""
    return in_arabic_too(section, editing, "Miete")


def in_arabic_too(parent, editing, title):
    with editing():
        page = article(parent, title, [text("<p>Ein Satz.</p>")])
    with editing():
        translate(page, "ar")
    work()
    return fresh(page)


@pytest.fixture(params=["delete", "queryset", "admin", "bulk action"])
def delete(request, editing, admin_client):
    """Each way to delete pages: `delete(page, …)`."""

    def by_admin(*pages):
        for page in pages:
            answer = admin_client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
            assert answer.status_code == 302

    def by_bulk_action(*pages):
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
        answer = admin_client.post(f"{address}?{'&'.join(f'id={page.pk}' for page in pages)}")
        assert answer.status_code == 302

    ways = {
        "delete": lambda *pages: [fresh(page).delete() for page in pages],
        "queryset": lambda *pages: Page.objects.filter(pk__in=[page.pk for page in pages]).delete(),
        "admin": by_admin,
        "bulk action": by_bulk_action,
    }

    def action(*pages):
        with editing():
            ways[request.param](*pages)

    return action


def test_rule_3_translations_of_deleted_pages_go(section, child, county, editing, delete):
    other, staying = (in_arabic_too(county, editing, title) for title in ("Arbeit", "Schule"))
    keys = [page.translation_key for page in (section, child, other)]
    delete(section, other)
    work()
    assert not Page.objects.filter(translation_key__in=keys).exists()
    assert {fresh(page).numchild for page in (county, translated(county, "ar"))} == {1}
    assert set(Tombstone.objects.values_list("translation_key", "locale", "reason")) == {
        (key, language, "deleted") for key in keys for language in ("de", "en", "ar")
    }
    assert document(staying, "ar")["meta"]["content_locale"] == "ar"


def test_rule_3_a_deleted_translation_takes_only_what_is_below_it(section, child, delete):
    delete(translated(section, "ar"))
    for page in (section, child):
        assert page.get_translations(inclusive=True).get().pk == page.pk
        assert document(page, "ar")["meta"]["content_locale"] == "de"


def test_rule_3_what_exists_only_below_a_translation_goes_with_it(section, editing):
    with editing():
        only_arabic = article(translated(section, "ar"), "Nur hier", locale=languages()["ar"])
        in_english = only_arabic.copy_for_translation(languages()["en"], copy_parents=True)
    with editing():
        section.delete()
    assert not Page.objects.filter(pk__in=[only_arabic.pk, in_english.pk]).exists()


def test_rule_3_a_translation_follows_its_source_page_out_of_a_deleted_section(section, child, county, editing):
    with editing():
        below = article(translated(child, "ar"), "Nur hier", locale=languages()["ar"])
        fresh(child).move(fresh(county), "last-child")
    with editing():
        fresh(section).delete()
    work()
    assert translated(child, "ar").get_parent().specific == translated(county, "ar")
    assert fresh(below).get_parent().specific == translated(child, "ar")
    assert document(child, "ar")["meta"]["content_locale"] == "ar"
    assert public(section) is None
    assert not any(Page.find_problems()), "the tree is sound"


def test_rule_3_a_translation_that_follows_may_find_its_slug_taken(section, child, county, editing):
    with editing():
        article(translated(county, "ar"), "Miete", locale=languages()["ar"])
        fresh(child).move(fresh(county), "last-child")
    with editing():
        fresh(section).delete()
    assert translated(child, "ar").slug == "miete-1"


def test_rule_3_translations_below_a_wrong_number_of_children_go(section, child, editing):
    Page.objects.filter(pk=translated(section, "ar").pk).update(numchild=0)
    with editing():
        section.delete()
    assert not Page.objects.filter(translation_key=child.translation_key).exists()


def test_rule_3_deleted_translations_are_hidden_from_the_commit_on(section, child, unmade):
    with unmade():
        section.delete()
    assert {public(page, language) for page in (section, child) for language in ("de", "en", "ar")} == {None}
    work()
    assert not OutboxRow.objects.exists()
    assert Tombstone.objects.count() == 6


def test_rule_3_a_deletion_that_is_rolled_back_changes_nothing(section, editing):
    def stored():
        return Page.objects.count(), StringTranslation.objects.count(), OutboxRow.objects.count()

    before = stored()
    with pytest.raises(RuntimeError), editing(), transaction.atomic():
        section.delete()
        raise RuntimeError
    assert stored() == before


def test_rule_3_the_log_says_who_deleted_translations(section, child, admin_client, admin_user):
    deleted = set(Page.objects.filter(translation_key__in=[section.translation_key, child.translation_key]))
    admin_client.post(reverse("wagtailadmin_pages:delete", args=[section.pk]))
    entries = PageLogEntry.objects.filter(action="wagtail.delete")
    assert sorted(entries.values_list("page_id", "user_id")) == sorted((page.pk, admin_user.pk) for page in deleted)


def test_rule_3_what_translators_wrote_goes_with_its_page(section, child, editing):
    with editing():
        translate(child, "en")
    with editing():
        translated(child, "ar").delete()
    texts = StringTranslation.objects.filter(context__object_id=child.translation_key)
    assert set(texts.values_list("locale__language_code", flat=True)) == {"en"}
    assert Translation.objects.get(source__object_id=child.translation_key).target_locale.language_code == "en"
    with editing():
        fresh(child).delete()
    assert not TranslatableObject.objects.filter(pk=child.translation_key).exists()
    assert Translation.objects.get().source.object_id == section.translation_key
