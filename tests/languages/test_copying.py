"""A copied page keeps the translated words of its texts; nothing of them is public before somebody publishes it."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from directory.offices.models import Person
from hub.jobs.models import Job, State
from hub.jobs.running import run_step
from hub.publications.models import Publication
from hub.rights.models import Role
from hub.testing import languages, make_county, publish, translate, work
from hub.translations import copying
from hub.translations.handover import source_for
from hub.translations.state import active_translation
from hub.translations.submitting import submit
from tests.rights.stage import member
from tests.rules.stage import article, fresh, office, public, set_body, text
from tests.rules.test_query_budgets import counted, hold

pytestmark = pytest.mark.django_db

BODY = [text("<p>Eins.</p><p>Zwei.</p>", "a"), text("<p>Drei.</p>", "b")]


@pytest.fixture(scope="module")
def shared_original(shared_county, shared_editing):
    with shared_editing():
        page = article(shared_county, "Wohnen", BODY)
    with shared_editing():
        translate(page, "ar")
        translate(page, "en")
    return page


@pytest.fixture
def original(shared_original, db):
    """A page that is translated into Arabic and English."""
    return fresh(shared_original)


@pytest.fixture
def editor_client(county):
    client = Client()
    client.force_login(member("Maria", county, Role.EDITORS))
    return client


def copy(client, page, parent=None, title="Kopie", slug="kopie", **options):
    """Copy a page as the admin does, and return the copy."""
    parent = parent or page.get_parent()
    data = {"new_title": title, "new_slug": slug, "new_parent_page": parent.pk, **options}
    answer = client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)
    assert answer.status_code == 302, answer.content.decode()
    return Page.objects.get(url_path=f"{parent.url_path}{slug}/").specific


def run_jobs():
    while run_step():
        pass


def words(page, language):
    """Return the translated texts of a page, by path."""
    rows = StringTranslation.objects.filter(
        context__object_id=page.translation_key, locale__language_code=language, has_error=False
    )
    found = {}
    for row in rows.select_related("context").order_by("pk"):
        found.setdefault(row.context.path, set()).add(row.data)
    return found


def test_the_words_of_equal_texts_are_there_in_every_language(original, editor_client):
    page = copy(editor_client, original)
    run_jobs()
    for language in ("ar", "en"):
        assert words(page, language) == {
            "body.a": {f"{language} Eins.", f"{language} Zwei."},
            "body.b": {f"{language} Drei."},
        }


def test_the_title_waits_unless_it_is_the_same(original, editor_client):
    page = copy(editor_client, original, title="Wohnen")
    run_jobs()
    assert words(page, "ar")["title"] == {"ar Wohnen"}


def test_a_draft_made_later_holds_the_words_and_waits_for_its_title(original, editor_client):
    page = copy(editor_client, original)
    run_jobs()
    submit(page, [languages()["ar"]])
    translated = page.get_translation(languages()["ar"])
    assert not translated.live
    assert "ar Drei." in str(translated.get_latest_revision_as_object().body)
    assert "title" not in words(page, "ar")
    assert active_translation(translated)


@pytest.mark.parametrize("options", [{}, {"publish_copies": "on"}])
def test_nothing_becomes_public_and_no_page_is_made(original, admin_client, editing, options):
    with editing():
        page = copy(admin_client, original, **options)
    pages = Page.objects.count()
    before = list(Publication.objects.order_by("pk").values_list("pk", "sequence"))
    with editing():
        run_jobs()
    work()
    assert Page.objects.count() == pages
    assert list(Publication.objects.order_by("pk").values_list("pk", "sequence")) == before
    assert bool(public(page, "ar")) == bool(options)
    if options:
        assert public(page, "ar").content_locale == "de"


def test_inline_children_have_their_words_by_equal_text(county, editing, admin_client):
    with editing():
        page = office(county)
        page.staff = [Person(name="Erika Beispiel", function="Leitung", locale=county.locale)]
        page = publish(page)
    with editing():
        translate(page, "ar")
    copied = copy(admin_client, page)
    run_jobs()
    key = copied.staff.get().translation_key
    assert key != page.staff.get().translation_key
    assert words(copied, "ar")[f"staff.{key}.function"] == {"ar Leitung"}


def test_the_same_text_at_two_places_keeps_the_translation_of_its_place(county, editing, editor_client):
    with editing():
        page = article(county, "Wohnen", [text("<p>Amt</p>", "a"), text("<p>Amt</p>", "b")])
        translate(page, "ar")
    for path, data in (("body.a", "مكتب"), ("body.b", "دائرة")):
        StringTranslation.objects.filter(context__path=path).update(data=data)
    page = copy(editor_client, page)
    run_jobs()
    assert words(page, "ar") == {"body.a": {"مكتب"}, "body.b": {"دائرة"}}


def test_texts_that_the_copy_no_longer_has_are_left_out(original, editor_client):
    page = set_body(copy(editor_client, original), text("<p>Neu.</p>", "a"), text("<p>Drei.</p>", "b"))
    run_jobs()
    assert words(page, "ar") == {"body.b": {"ar Drei."}}


def test_unusable_words_are_left_out(original, editor_client):
    StringTranslation.objects.filter(data="ar Drei.").update(has_error=True)
    page = copy(editor_client, original)
    run_jobs()
    assert set(words(page, "ar")) == {"body.a"}


def test_a_translation_that_exists_is_never_overwritten(original, editor_client):
    page = copy(editor_client, original)
    translate(page, "ar", mark="mein", publish=False)
    run_jobs()
    assert words(page, "ar")["body.b"] == {"mein Drei."}
    assert words(page, "en")["body.b"] == {"en Drei."}


def test_doing_it_again_changes_nothing(original, editor_client):
    page = copy(editor_client, original)
    run_jobs()

    def rows():
        return [
            list(model.objects.order_by("pk").values()) for model in (TranslationSource, Translation, StringTranslation)
        ]

    before = rows()
    assert copying.start(fresh(original), page, None)
    run_jobs()
    assert rows() == before
    assert Job.objects.order_by("pk").last().result == "0 Texte übernommen."


def test_a_subtree_is_paired_by_place_and_each_page_has_its_own_languages(original, county, editing, editor_client):
    with editing():
        first = article(original, "Miete", [text("<p>Warm.</p>", "c")])
        article(original, "Umzug", [text("<p>Kalt.</p>", "c")])
    with editing():
        translate(first, "ar")
    page = copy(editor_client, fresh(original), copy_subpages="on")
    run_jobs()
    copies = {below.slug: below.specific for below in page.get_descendants()}
    assert words(copies["miete"], "ar") == {"title": {"ar Miete"}, "body.c": {"ar Warm."}}
    assert words(copies["miete"], "en") == {}
    assert words(copies["umzug"], "ar") == {}
    assert not TranslationSource.objects.filter(object_id=copies["umzug"].translation_key).exists()
    assert words(page, "en")["body.b"] == {"en Drei."}
    job = Job.objects.get()
    assert (job.state, job.done, job.total) == (State.FINISHED, 3, 3)


def test_translations_edited_by_hand_are_named_as_not_taken_over(original, editor_client):
    Translation.objects.filter(target_locale__language_code="en").update(enabled=False)
    page = copy(editor_client, original)
    run_jobs()
    assert words(page, "en") == {}
    result = "3 Texte übernommen. 1 von Hand bearbeitete Übersetzung wurde nicht übernommen."
    assert Job.objects.get().result == result


def test_a_language_in_which_the_copy_is_edited_by_hand_is_left_alone(original, editor_client):
    page = copy(editor_client, original)
    page.copy_for_translation(languages()["ar"], copy_parents=True)
    run_jobs()
    assert words(page, "ar") == {}
    assert not Translation.objects.filter(source__object_id=page.translation_key, target_locale=languages()["ar"])


def test_there_is_no_job_where_nothing_is_translated(county, editing, admin_client, original):
    with editing():
        page = article(county, "Neu", [text("<p>Eins.</p>")])
        article(fresh(original), "Miete")
    copy(admin_client, page)
    copy(admin_client, fresh(original).get_children().get(), slug="noch-eine")
    copy(admin_client, fresh(original).get_translation(languages()["ar"]), slug="arabisch")
    assert not Job.objects.exists()


def test_an_alias_has_no_words_of_its_own(original, admin_client):
    copy(admin_client, original, alias="on")
    assert not Job.objects.exists()


def test_who_may_not_copy_the_page_gets_none_of_its_words(original, county, editing):
    """Translators have drafts in it that only the county's own people may read."""
    with editing():
        other = make_county("hausen", "Landkreis Hausen")
    for user, parent in [
        (member("Amal", other, Role.EDITORS), other),
        (member("Sami", county, Role.TRANSLATORS, "ar"), county),
    ]:
        client = Client()
        client.force_login(user)
        data = {"new_title": "Kopie", "new_slug": "kopie", "new_parent_page": parent.pk}
        client.post(reverse("wagtailadmin_pages:copy", args=[original.pk]), data)
    assert not Page.objects.filter(slug="kopie").exists()
    assert not Job.objects.exists()


def test_the_editor_is_told_where_to_see_the_progress(original, editor_client):
    copy(editor_client, original)
    page = editor_client.get(reverse("wagtailadmin_explore", args=[original.get_parent().pk])).content.decode()
    assert "werden im Hintergrund übernommen" in page
    listing = editor_client.get(reverse("hub_jobs")).content.decode()
    assert "Übersetzungen von „Wohnen“ übernehmen" in listing


def test_a_copy_that_was_deleted_meanwhile_ends_the_job(original, editor_client):
    copy(editor_client, original).delete()
    run_jobs()
    assert Job.objects.get().state == State.FINISHED


def test_an_original_that_was_deleted_meanwhile_ends_the_job(original, editor_client):
    page = copy(editor_client, original)
    fresh(original).delete()
    run_jobs()
    assert Job.objects.get().state == State.FINISHED
    assert words(page, "ar") == {}


def test_a_deleted_copy_leaves_no_words(original, editor_client):
    page = copy(editor_client, original)
    run_jobs()
    fresh(page).delete()
    assert words(page, "ar") == {}
    assert not TranslationSource.objects.filter(object_id=page.translation_key).exists()
    assert words(original, "ar")


def test_lists_of_the_admin_show_translations_that_have_no_page_yet(original, editor_client, admin_client):
    page = copy(editor_client, original)
    run_jobs()
    assert admin_client.get(reverse("wagtail_localize:translations_report")).status_code == 200
    for name in ("wagtailadmin_pages:edit", "wagtailadmin_explore", "hub_page_translations"):
        assert admin_client.get(reverse(name, args=[page.pk])).status_code == 200, name


def test_the_words_of_a_page_that_is_not_public_are_taken_over_too(original, editor_client):
    fresh(original).unpublish()
    page = copy(editor_client, original)
    run_jobs()
    assert words(page, "ar")["body.b"] == {"ar Drei."}


def test_a_page_costs_the_same_whatever_its_texts_and_languages(original, county, editing, editor_client):
    """Beside handing over its texts."""
    with editing():
        longer = article(county, "Lang", [text(f"<p>Satz {number}.</p>", f"s{number}") for number in range(30)])
    with editing():
        translate(longer, "ar")

    def cost(page, slug):
        copied = copy(editor_client, page, slug=slug)
        source_for(copied.specific)
        run_step()
        queries = counted(run_step)
        assert words(copied, "ar")
        run_jobs()
        return queries

    cost(original, "erste")
    hold("taking over the translations of a copied page", [cost(original, "zweite"), cost(longer, "lange")])
