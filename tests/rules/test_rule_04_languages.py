"""Rule 4: a missing translation is filled in by the read side; what is half translated becomes public in no way."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from wagtail.models import Page, Revision, Workflow
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text, streamfield
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from directory.offices.models import Person
from hub.publications.models import Publication
from hub.publications.worker import run_schedule
from hub.taxonomy.models import Topic
from hub.testing import languages, publish, translate, work
from hub.translations.handover import hand_over_page
from hub.translations.state import HalfTranslated
from hub.translations.submitting import submit
from tests.rules.stage import article, document, fresh, later, link, office, public, set_body, text

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


def translated(page: Page, language: str) -> Page:
    return page.get_translation(languages()[language]).specific


@pytest.fixture
def page(county, editing):
    with editing():
        page = article(county, "Wohnen", [text("<p>Eine Wohnung suchen.</p>", "a"), text("<p>Miete.</p>", "b")])
    return page


@pytest.fixture
def half(page, editing) -> Page:
    """The draft of an English translation in which one text is missing."""
    with editing():
        translate(page, "en", leave_out=["body.b"], publish=False)
    return translated(page, "en")


def stays_german(page: Page) -> bool:
    """Say whether no English word of `page` is public."""
    shown = document(page, "en")
    return shown["meta"]["content_locale"] == "de" and "en " not in public(page, "en").text


def test_rule_4_a_missing_translation_is_shown_in_the_source_language(page, county, editing):
    with editing():
        other = article(county, "Arbeit", [link(page)], topics=[])
    with editing():
        translate(page, "ar")
    other.topics = [Topic.objects.create(slug="work", names={"de": "Arbeit", "ar": "العمل"})]
    with editing():
        publish(other)
    work()
    shown = document(other, "ar")
    assert (shown["id"], shown["title"]) == (other.pk, "Arbeit")
    assert (shown["meta"]["locale"], shown["meta"]["content_locale"]) == ("ar", "de")
    assert not shown["meta"]["outdated"]
    assert shown["topics"][0]["name"] == "العمل", "labels in the language asked for"
    assert 'href="/ar/auental/wohnen/"' in shown["body"][0]["value"], "links in the language asked for"
    assert shown["meta"]["detail_url"] == f"/api/v2/pages/{other.pk}/?locale=ar"


def test_rule_4_a_list_without_locale_holds_each_page_only_in_its_languages(page, county, editing, client):
    with editing():
        translate(page, "ar")

    def shown(**query):
        items = client.get("/api/v2/info/", query).json()["items"]
        return [(item["meta"]["locale"], item["meta"]["content_locale"]) for item in items]

    assert shown() == [("de", "de"), ("ar", "ar")]
    assert shown(locale="en") == [("en", "de")]
    assert shown(locale="ar") == [("ar", "ar")]


def test_rule_4_a_published_translation_changes_the_same_publication(page, editing):
    before = public(page, "en")
    with editing():
        translate(page, "en")
    after = public(page, "en")
    assert (after.pk, after.translation_key) == (before.pk, before.translation_key)
    assert after.sequence > before.sequence
    assert (after.content_locale, after.page_id) == ("en", translated(page, "en").pk)
    assert Publication.objects.filter(translation_key=page.translation_key).count() == 3


def test_rule_4_a_withdrawn_translation_is_filled_in_again(page, editing):
    with editing():
        translate(page, "en")
    with editing():
        translated(page, "en").unpublish()
    assert stays_german(page)


def test_rule_4_the_page_says_in_the_visitors_language_that_it_is_untranslated_or_outdated(page, editing, client):
    def notice(language):
        html = client.get(f"/{language}/auental/wohnen/").content.decode()
        assert f'<html lang="{language}"' in html
        return html

    untranslated = notice("ar")
    assert 'lang="de" dir="ltr"' in untranslated, "the German words are marked as German"
    with editing():
        translate(page, "ar")
    complete = notice("ar")
    with editing():
        set_body(page, text("<p>Anders.</p>", "a"), text("<p>Miete.</p>", "b"))
    outdated = notice("ar")
    assert document(page, "ar")["meta"]["outdated"]
    assert len(outdated) > len(complete)
    assert 'href="/de/auental/wohnen/"' in outdated.partition("<main")[2]


# Half translated


def test_rule_4_the_editors_button_publishes_nothing_half_translated(page, half, editing, admin_client):
    with editing():
        answer = admin_client.post(f"/admin/pages/{half.pk}/edit/", {"action": "publish"}, follow=True)
    assert answer.status_code == 200
    assert "1" in str(next(iter(answer.context["messages"])))
    assert not fresh(half).live
    assert stays_german(page)


def test_rule_4_the_editors_button_publishes_what_is_complete(page, half, editing, admin_client):
    with editing():
        translate(page, "en", publish=False)
        admin_client.post(f"/admin/pages/{half.pk}/edit/", {"action": "publish"})
    assert document(page, "en")["body"][1]["value"] == "<p>en Miete.</p>"


def test_rule_4_saving_the_target_publishes_nothing_half_translated(page, half, editing):
    with pytest.raises(ValidationError), editing():
        Translation.objects.get().save_target(publish=True)
    assert not fresh(half).live
    assert stays_german(page)


def test_rule_4_a_revision_that_is_half_translated_cannot_be_published(page, half, editing):
    with editing():
        Translation.objects.get().save_target(publish=False)
    with pytest.raises(HalfTranslated), editing():
        fresh(half).get_latest_revision().publish()
    with pytest.raises(HalfTranslated), editing():
        fresh(half).save_revision().publish()
    assert stays_german(page)


def test_rule_4_a_schedule_publishes_nothing_half_translated(page, half, editing):
    with editing():
        Translation.objects.get().save_target(publish=False)
    revision = fresh(half).get_latest_revision()
    revision.approved_go_live_at = timezone.now() + timedelta(hours=1)
    revision.save()
    with later(hours=2), editing():
        run_schedule()
    assert not fresh(half).live
    assert stays_german(page)


def test_rule_4_setting_a_row_live_shows_no_half_translated_word(page, half, editing):
    with editing():
        Translation.objects.get().save_target(publish=False)
        row = fresh(half)
        row.live = True
        row.save()
    assert stays_german(page)


def test_rule_4_an_imported_po_file_publishes_nothing_half_translated(page, half, editing, admin_client, tmp_path):
    translation = Translation.objects.get()
    StringTranslation.objects.all().delete()
    catalogue = translation.export_po()
    for entry in catalogue:
        entry.msgstr = f"en {entry.msgid}" if "Miete" not in entry.msgid else ""
    file = tmp_path / "en.po"
    file.write_text(str(catalogue))
    with editing(), file.open("rb") as upload:
        address = f"/admin/localize/translate/{translation.pk}/pofile/upload/"
        admin_client.post(address, {"file": upload, "next": f"/admin/pages/{half.pk}/edit/"})
    assert StringTranslation.objects.count() == 2
    assert stays_german(page)


def test_rule_4_the_bulk_action_publishes_nothing_half_translated(page, half, editing, admin_client):
    with editing():
        Translation.objects.get().save_target(publish=False)
    admin_client.raise_request_exception = False
    with editing():
        admin_client.post(
            f"/admin/bulk/wagtailcore/page/publish/?next=/admin/&id={half.pk}", {"include_descendants": ""}
        )
    assert not fresh(half).live
    assert stays_german(page)


def test_rule_4_new_texts_are_handed_on_and_no_live_word_is_touched(page, editing):
    with editing():
        translate(page, "en")
    row = translated(page, "en")
    before = type(page).objects.filter(pk=row.pk).values().get(), public(page, "en").sequence
    with editing():
        set_body(page, text("<p>Eine Wohnung suchen.</p>", "a"), text("<p>Ganz neu.</p>", "b"))
    number = public(page, "en").sequence
    work()
    assert Translation.objects.get().get_progress() == (3, 2), "the new text waits for its translator"
    assert type(page).objects.filter(pk=row.pk).values().get() == before[0]
    assert public(page, "en").sequence == number
    assert "Ganz neu" not in public(page, "en").text


def hand_over(page):
    """Hand the source's texts to its translators, as the worker does."""
    hand_over_page(page.translation_key)


def correct(page, path: str, words: str, language: str = "ar") -> None:
    """Correct one translated text in wagtail-localize and publish, as a translator does."""
    locale = languages()[language]
    translation = Translation.objects.get(source__object_id=page.translation_key, target_locale=locale)
    segment = StringSegment.objects.get(source=translation.source, context__path=path)
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        defaults={"data": words, "has_error": False},
    )
    translation.save_target(publish=True)


def test_rule_4_a_correction_is_published_while_a_changed_text_waits(county, editing, admin_client):
    with editing():
        page = article(county, "Wohnen", [text("<p>Eins.</p>", "a"), text("<p>Zwei.</p>", "b")], summary="Kurz.")
        translate(page, "ar")
    page = fresh(page)
    page.summary = "Ganz kurz."
    page.body = json.dumps([text("<p>Eins.</p>", "a"), text("<p>Zwei, anders.</p>", "b")])
    with editing():
        publish(page)
    hand_over(page)
    row = page.get_translation(languages()["ar"])
    with editing():
        correct(page, "title", "سكن")
    shown = document(page, "ar")
    assert shown["title"] == "سكن"
    assert shown["summary"] == "ar Kurz."
    assert [item["value"] for item in shown["body"]] == ["<p>ar Eins.</p>", "<p>ar Zwei.</p>"]
    assert shown["meta"]["outdated"]
    with editing():
        answer = admin_client.post(f"/admin/pages/{row.pk}/edit/", {"action": "publish"}, follow=True)
    assert not [message for message in answer.context["messages"] if message.level_tag == "error"]
    assert document(page, "ar")["summary"] == "ar Kurz."
    with editing():
        correct(page, "summary", "قصير جدا")
        correct(page, "body.b", "اثنان")
    assert document(page, "ar")["summary"] == "قصير جدا"
    assert not document(page, "ar")["meta"]["outdated"]


def test_rule_4_the_words_of_a_colleague_are_kept_while_their_change_waits(county, editing):
    with editing():
        where = office(county)
        where.staff.add(Person(name="Erika Beispiel", function="Leitung", phone="030 23125 001", locale=where.locale))
        where = publish(where)
        translate(where, "ar")
    person = where.staff.get()
    person.function = "Amtsleitung"
    where.staff.set([person])
    with editing():
        publish(where)
    hand_over(where)
    with editing():
        correct(where, "title", "مكتب")
    (shown,) = document(where, "ar")["staff"]
    assert (shown["function"], "lang" in shown) == ("ar Leitung", False)


def test_rule_4_a_text_that_was_never_translated_hinders_the_first_publishing_alone(county, editing, admin_client):
    with editing():
        page = article(county, "Wohnen", [text("<p>Eins.</p>", "a")])
        translate(page, "ar")
        translate(page, "en", publish=False)
    with editing():
        set_body(page, text("<p>Eins, anders.</p>", "a"), text("<p>Ganz neu.</p>", "b"))
    hand_over(page)
    with pytest.raises(HalfTranslated), editing():
        translated(page, "en").get_latest_revision().publish()
    with editing():
        correct(page, "title", "سكن")
    shown = document(page, "ar")
    assert shown["title"] == "سكن"
    assert [item["value"] for item in shown["body"]] == ["<p>ar Eins.</p>"], "what is new waits"
    with editing():
        answer = admin_client.post(
            f"/admin/pages/{translated(page, 'ar').pk}/edit/", {"action": "publish"}, follow=True
        )
    assert not [message for message in answer.context["messages"] if message.level_tag == "error"]
    assert document(page, "ar")["body"] == shown["body"]


def test_rule_4_a_public_translation_loses_no_text_that_it_has(county, editing):
    with editing():
        page = article(county, "Wohnen", [text("<p>Eins.</p>", "a"), text("<p>Zwei.</p>", "b")])
        translate(page, "ar")
    row = translated(page, "ar")
    Translation.objects.update(enabled=False)
    row.body = json.dumps([text("<p>واحد</p>", "a"), text("", "b")])
    with pytest.raises(HalfTranslated), editing():
        publish(row)


def test_rule_4_a_draft_saved_over_a_live_translation_changes_nothing_public(page, editing):
    with editing():
        translate(page, "en")
    with editing():
        set_body(page, text("<p>Eine Wohnung suchen.</p>", "a"), text("<p>Ganz neu.</p>", "b"))
    shown = public(page, "en")
    with editing():
        translation = Translation.objects.get()
        translation.source.update_from_db()
        translation.save_target(publish=False)
    assert "Ganz neu" in json.dumps(fresh(translated(page, "en")).body.get_prep_value()), "the trap of wagtail-localize"
    assert public(page, "en").document == shown.document
    assert public(page, "en").sequence == shown.sequence


def test_rule_4_the_source_words_filled_in_for_missing_ones_are_never_taken_for_a_translation(page, half, editing):
    with editing():
        Translation.objects.get().save_target(publish=False)
    record = fresh(half).get_latest_revision().content["translated_from"]
    assert set(record) == {"title", "body.a"}


def test_rule_4_purging_revisions_keeps_the_words_that_are_public(page, editing):
    with editing():
        translate(page, "en")
    row = translated(page, "en")
    row.title = "Only a draft"
    with editing():
        row.save_revision()
    for delete in (row.live_revision.delete, Revision.objects.filter(pk=row.live_revision_id).delete):
        # As Wagtail's command purge_revisions does with all but the latest; it counts this error and goes on.
        with pytest.raises(ProtectedError), transaction.atomic():
            delete()
    assert fresh(row).live_revision_id
    with editing():
        fresh(page).delete()
    assert not Page.objects.filter(translation_key=page.translation_key).exists()


# Aliases


def test_rule_4_an_alias_is_never_shown(page, editing, client):
    with editing():
        alias = page.copy_for_translation(languages()["en"], copy_parents=True, alias=True)
    assert alias.live
    shown = document(page, "en")
    assert (shown["id"], shown["meta"]["content_locale"]) == (page.pk, "de")
    assert client.get(f"/api/v2/pages/{alias.pk}/").status_code == 404
    assert Publication.objects.filter(page_id=alias.pk).count() == 0


def test_rule_4_submitting_an_alias_makes_a_draft_of_it(page, editing):
    with editing():
        alias = page.copy_for_translation(languages()["en"], copy_parents=True, alias=True)
    with editing():
        submit(page, [languages()["en"]])
        Translation.objects.get().save_target(publish=False)
    assert not fresh(alias).live
    assert fresh(alias).alias_of_id is None
    assert stays_german(page)


def test_rule_4_the_missing_parents_that_wagtail_localize_makes_are_not_shown(page, county, editing):
    with editing():
        below = article(page, "Miete")
        translate(below, "ar")
    alias = translated(page, "ar")
    assert alias.alias_of_id == page.pk
    assert document(below, "ar")["meta"]["content_locale"] == "ar"
    assert document(page, "ar")["meta"]["content_locale"] == "de"
    assert document(below, "ar")["meta"]["parent"]["id"] == page.pk


def test_rule_4_a_translation_turned_into_an_alias_is_filled_in(page, editing, admin_client):
    with editing():
        translate(page, "en")
    row = translated(page, "en")
    with editing():
        admin_client.post(f"/admin/localize/page/{row.pk}/convert_to_alias/")
    assert fresh(row).alias_of_id == page.pk
    assert stays_german(page)


def test_rule_4_translating_by_hand_from_then_on_keeps_what_is_public(page, editing, admin_client):
    with editing():
        translate(page, "en")
    shown = document(page, "en")
    translation = Translation.objects.get()
    with editing():
        admin_client.post(f"/admin/localize/translate/{translation.pk}/disable/", {"next": "/admin/"})
    assert not Translation.objects.get().enabled
    row = translated(page, "en")
    row.title = "By hand"
    with editing():
        publish(row)
    assert document(page, "en")["title"] == "By hand"
    assert document(page, "en")["body"] == shown["body"]
    assert not document(page, "en")["meta"]["outdated"]


def test_rule_4_a_page_without_a_german_source_is_filled_in_with_its_own_language(county, editing):
    with editing():
        page = article(county, "Only English", locale=languages()["en"])
    shown = {language: document(page, language)["meta"] for language in ("de", "en", "ar")}
    assert {meta["content_locale"] for meta in shown.values()} == {"en"}
    assert shown["ar"]["html_url"] == "/ar/auental/only-english/"
    with editing():
        translate(page, "ar")
    assert document(page, "ar")["title"] == "ar Only English"
    assert document(page, "de")["title"] == "Only English"


def test_rule_4_an_alias_made_an_ordinary_page_is_not_translated(county, editing, admin_client):
    with editing():
        parent = article(county, "Wohnen", [text("<p>Deutsche Worte.</p>")])
        translate(article(parent, "Miete"), "ar")
    alias = parent.get_translation(languages()["ar"])
    with editing():
        admin_client.post(f"/admin/pages/{alias.pk}/convert_alias/")
    work()
    assert not Page.objects.get(pk=alias.pk).alias_of_id
    assert document(parent, "ar")["meta"]["content_locale"] == "de"


def test_rule_4_the_source_words_are_no_translation_by_hand(county, editing):
    with editing():
        page = article(county, "Wohnen", [text("<p>Deutsche Worte.</p>")])
        submit(page, [languages()["ar"]])
    Translation.objects.update(enabled=False)
    with pytest.raises(HalfTranslated):
        publish(page.get_translation(languages()["ar"]))


def test_rule_4_words_equal_in_both_languages_stay_translated_by_hand(county, editing):
    with editing():
        page = article(county, "Wohnen", [text("<p>Eins.</p>", "a")])
        translate(page, "en", mark="")
    Translation.objects.update(enabled=False)
    with editing():
        row = page.get_translation(languages()["en"])
        row.body = json.dumps([text("<p>One.</p>", "a")])
        publish(row)
    assert document(page, "en")["body"][0]["value"] == "<p>One.</p>"
    assert not document(page, "en")["meta"]["outdated"]


def test_rule_4_nothing_is_translated_into_the_source_language(county, editing, admin_client):
    with editing():
        page = article(county, "Only English", [text("<p>English.</p>")], locale=languages()["en"])
    work()
    with pytest.raises(ValueError, match="de is the language"):
        submit(page, [languages()["de"]])
    assert admin_client.post(f"/admin/translate/{page.pk}/de/").status_code == 404


def test_rule_4_a_translation_is_translated_from_its_source(county, editing):
    with editing():
        page = article(county, "Wohnen", [text("<p>Eins.</p>")])
        translate(page, "en")
        submit(page.get_translation(languages()["en"]), [languages()["ar"]])
    source = Translation.objects.get(target_locale=languages()["ar"]).source
    assert source.locale == languages()["de"]


def test_rule_4_the_form_does_not_publish_what_is_half_translated_by_hand(county, editing, admin_client):
    with editing():
        page = article(county, "Wohnen", [text("<p>Eins.</p>", "a")], summary="Kurz.")
        translate(page, "ar")
    Translation.objects.update(enabled=False)
    row = page.get_translation(languages()["ar"])
    data = querydict_from_html(
        admin_client.get(f"/admin/pages/{row.pk}/edit/").content.decode(), form_id="page-edit-form"
    )
    for name, value in nested_form_data({"body": streamfield([("text", rich_text("<p>كلام</p>"))])}).items():
        data[name] = value
    data |= {"body-0-id": "a"}
    data["title"], data["summary"], data["action-publish"] = "سكن جديد", "", "action-publish"
    with editing():
        answer = admin_client.post(f"/admin/pages/{row.pk}/edit/", data, follow=True)
    assert "سكن جديد" not in document(page, "ar")["title"]
    assert fresh(row).get_latest_revision_as_object().title == "سكن جديد", "the draft is kept"
    assert [message.level_tag for message in answer.context["messages"]] == ["error"]


def test_rule_4_a_workflow_leaves_what_is_half_translated_a_draft(county, editing, admin_user):
    with editing():
        page = article(county, "Wohnen", [text("<p>Eins.</p>")])
        submit(page, [languages()["ar"]])
    row = page.get_translation(languages()["ar"])
    state = Workflow.objects.create(name="Freigabe").start(row, admin_user)  # without tasks: it ends at once
    state.refresh_from_db()
    assert state.status == state.STATUS_APPROVED
    assert not fresh(row).live
