"""Rule 19: how far a page is translated is computed from its texts; minor edits; the texts handed to translators."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Locale, Page, PageLogEntry
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from directory.offices.models import Person
from hub.publications import coverage
from hub.publications.check import check_pages
from hub.publications.worker import run_schedule
from hub.testing import languages, publish, translate, work
from hub.translations.handover import hand_over_next, hand_over_page, pairs_of_changed, source_for
from hub.translations.minor_edits import announce, publish_minor, take_back
from hub.translations.models import Coverage, HandOver, MinorEdit, NotNeeded
from hub.translations.same_texts import SameTexts
from hub.translations.segments import extract_texts, texts_in
from tests.desk.forms import filled
from tests.rules.stage import article, document, draft, fresh, office, public, restrict, set_body, text

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]
State = Coverage.State


@pytest.fixture
def page(county, editing):
    """An article with four texts: title, two paragraphs of one value, and another value."""
    with editing():
        return article(county, "Wohnen", [text("<p>Eins und zwei.</p><p>Drei.</p>", "a"), text("<p>Vier.</p>", "b")])


def cell(page: Page, language: str = "ar") -> Coverage:
    return Coverage.objects.get(translation_key=page.translation_key, locale=language)


def state(page: Page, language: str = "ar") -> tuple:
    """Return (state, texts to do, words to do)."""
    row = cell(page, language)
    return row.state, row.texts_to_do, row.words_to_do


def say(page: Page, path: str, words: str, language: str = "ar") -> None:
    """Translate the first waiting text at a path, as a translator does in the editor."""
    translation = Translation.objects.get(
        source__object_id=page.translation_key, target_locale=languages()[language], enabled=True
    )
    done = StringTranslation.objects.filter(locale=translation.target_locale, has_error=False)
    segments = StringSegment.objects.filter(source=translation.source, context__path=path).order_by("order")
    segment = next(item for item in segments if not done.filter(context=item.context, translation_of=item.string))
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        defaults={"data": words, "has_error": False, "field_error": "", "translation_type": "manual"},
    )


def publish_translation(page: Page, language: str = "ar") -> None:
    Translation.objects.get(source__object_id=page.translation_key, target_locale=languages()[language]).save_target(
        publish=True
    )


def change(page: Page, editing, minor: bool = False, **values) -> Page:
    """Publish a page with other values; its body is given as blocks."""
    page = fresh(page)
    for name, value in values.items():
        setattr(page, name, json.dumps(value) if name == "body" else value)
    with editing():
        revision = page.save_revision()
        publish_minor(revision) if minor else revision.publish()
    work()
    return fresh(page)


def test_rule_19_a_page_is_missing_in_work_complete_and_outdated(page, editing):
    assert state(page) == (State.MISSING, 4, 6)
    assert (cell(page).texts, cell(page).words) == (4, 6)
    with editing():
        translate(page, "ar", leave_out=["body.b", "body.a"], publish=False)
    assert state(page) == (State.IN_WORK, 3, 5)
    with editing():
        say(page, "body.a", "واحد")
    assert state(page) == (State.IN_WORK, 2, 2), "each text that is stored counts at once"
    with editing():
        say(page, "body.a", "ثلاثة")
        say(page, "body.b", "أربعة")
    assert state(page) == (State.IN_WORK, 0, 0), "ready, and not public"
    with editing():
        publish_translation(page)
    assert state(page) == (State.COMPLETE, 0, 0)
    assert state(page, "en") == (State.MISSING, 4, 6)
    page = change(page, editing, body=[text("<p>Eins und zwei.</p><p>Drei, vier.</p>", "a"), text("<p>Vier.</p>", "b")])
    assert state(page) == (State.OUTDATED, 1, 2), "one paragraph of the two"
    assert public(page, "ar").outdated
    assert document(page, "ar")["meta"]["outdated"]
    with editing():
        say(page, "body.a", "ثلاثة، أربعة")
    assert state(page) == (State.OUTDATED, 0, 0), "until it is published"
    with editing():
        publish_translation(page)
    assert state(page) == (State.COMPLETE, 0, 0)
    assert not public(page, "ar").outdated


def test_rule_19_a_date_makes_nothing_outdated(page, editing):
    with editing():
        translate(page, "ar")
    with editing():
        publish(fresh(page))
    assert state(page) == (State.COMPLETE, 0, 0)


def test_rule_19_a_changed_fact_asks_for_nothing(county, editing):
    with editing():
        where = office(county)
        translate(where, "ar")
    where = fresh(where)
    phones = json.loads(json.dumps(where.phones.get_prep_value()))
    phones[0]["value"]["number"] = "030 23125 999"
    change(where, editing, phones=json.dumps(phones))
    assert state(where) == (State.COMPLETE, 0, 0)


def test_rule_19_a_new_text_asks_for_itself_alone_and_removed_ones_for_nothing(page, editing):
    with editing():
        translate(page, "ar")
    page = change(
        page,
        editing,
        body=[text("<p>Eins und zwei.</p><p>Drei.</p>", "a"), text("<p>Vier.</p>", "b"), text("<p>Ganz neu.</p>", "c")],
    )
    assert state(page) == (State.OUTDATED, 1, 2)
    page = change(page, editing, body=[text("<p>Eins und zwei.</p><p>Drei.</p>", "a")])
    assert state(page) == (State.COMPLETE, 0, 0)


def test_rule_19_what_an_editor_calls_not_needed_is_so_while_there_is_no_translation(page, editing):
    with editing():
        NotNeeded.objects.create(translation_key=page.translation_key, locale="ar", reason="nur für Vereine")
    assert state(page) == (State.NOT_NEEDED, 0, 0)
    assert document(page, "ar")["meta"]["content_locale"] == "de"
    with editing():
        translate(page, "ar")
    assert state(page) == (State.COMPLETE, 0, 0)
    with editing():
        NotNeeded.objects.get().delete()
        fresh(page).get_translation(languages()["ar"]).unpublish()
    assert state(page) == (State.IN_WORK, 0, 0)


def test_rule_19_only_published_pages_have_a_coverage_private_ones_too(county, page, editing):
    with editing():
        hidden = draft(county)
        restrict(page)
    work()
    assert not Coverage.objects.filter(translation_key=hidden.translation_key).exists()
    assert state(page) == (State.MISSING, 4, 6)
    with editing():
        fresh(page).unpublish()
    assert not Coverage.objects.filter(translation_key=page.translation_key).exists()


def test_rule_19_nothing_is_left_of_a_deleted_page(page, editing):
    with editing():
        translate(page, "ar")
        NotNeeded.objects.create(translation_key=page.translation_key, locale="en", reason="zu klein")
    change(page, editing, minor=True, title="Wohnung")
    with editing():
        fresh(page).delete()
    for model in (Coverage, HandOver, MinorEdit, NotNeeded):
        assert not model.objects.filter(translation_key=page.translation_key).exists(), model


def test_rule_19_a_translation_with_a_structure_of_its_own_is_measured_too(page, editing):
    with editing():
        translate(page, "ar")
        Translation.objects.update(enabled=False)
    row = page.get_translation(languages()["ar"]).specific
    row.body = json.dumps([text("<p>كل شيء</p>")])
    with editing():
        publish(row)
    assert fresh(row).own_structure
    assert state(page) == (State.COMPLETE, 0, 0)
    page = change(page, editing, body=[text("<p>Eins und zwei.</p><p>Drei.</p>", "a"), text("<p>Fünf.</p>", "b")])
    assert state(page) == (State.OUTDATED, 1, 1)
    page = change(
        page, editing, minor=True, body=[text("<p>Eins und zwei.</p><p>Drei!</p>", "a"), text("<p>Fünf.</p>", "b")]
    )
    assert state(page) == (State.OUTDATED, 1, 1), "the minor edit added nothing"


def test_rule_19_waiting_begins_when_the_first_text_waits(page, editing):
    with editing():
        translate(page, "ar")
    page = change(page, editing, title="Wohnung")
    since = cell(page).since
    assert since == page.last_published_at
    page = change(page, editing, title="Wohnungen")
    assert cell(page).since == since


def test_rule_19_upkeep_finds_what_no_signal_told(page, editing):
    with editing():
        translate(page, "ar", leave_out=["body.b"], publish=False)
    StringTranslation.objects.filter(context__path="title").delete()
    Coverage.objects.filter(locale="ar").update(texts_to_do=0)
    Coverage.objects.filter(locale="en").delete()
    found = [item.what for item in check_pages() if item.page_id == page.pk]
    assert found == ["its coverage in en is out of date", "its coverage in ar is out of date"]
    coverage.renew([page.translation_key])
    assert [item for item in check_pages() if item.page_id == page.pk] == []


@pytest.mark.parametrize("kind", ["article", "office"])
def test_rule_19_the_texts_measured_are_those_that_translators_are_given(county, editing, kind):
    with editing():
        page = (
            article(
                county,
                "A & B",
                [text("<h2>Ü</h2><p>Ein <b>Satz</b>.<br/>Zeile</p><ul><li>x</li></ul>")],
                summary="a\nb",
            )
            if kind == "article"
            else office(county)
        )
    assert {path: list(texts) for path, texts in texts_in(type(page), page.serializable_data()).items()} == {
        path: texts for path, texts in extract_texts(page).items() if texts
    }


# Minor edits


def test_rule_19_a_minor_edit_asks_for_no_translation_and_carries_the_words(page, editing):
    with editing():
        translate(page, "ar")
    page = change(page, editing, minor=True, title="Wohnen!")
    assert MinorEdit.objects.get().changes.keys() == {"title"}
    assert state(page) == (State.COMPLETE, 0, 0)
    assert not public(page, "ar").outdated
    assert document(page, "ar")["title"] == "ar Wohnen"
    assert Translation.objects.get().get_progress() == (4, 4), "translators are asked for nothing"
    with editing():
        publish_translation(page)
    assert document(page, "ar")["title"] == "ar Wohnen"
    assert not public(page, "ar").outdated


def test_rule_19_taking_a_minor_edit_back_asks_for_its_texts(page, editing):
    with editing():
        translate(page, "ar")
    page = change(page, editing, minor=True, title="Wohnen?")
    with editing():
        publish_translation(page)  # with the words that were carried over
    with editing():
        take_back(MinorEdit.objects.get())
    assert state(page) == (State.OUTDATED, 1, 1)
    assert public(page, "ar").outdated
    assert document(page, "ar")["title"] == "ar Wohnen", "the last confirmed words stay"
    with editing():
        say(page, "title", "هل تسكن؟")
        publish_translation(page)
    assert state(page) == (State.COMPLETE, 0, 0)


def test_rule_19_words_confirmed_after_a_minor_edit_stay_when_it_is_taken_back(page, editing):
    with editing():
        translate(page, "ar")
    page = change(page, editing, minor=True, title="Wohnen?")
    with editing():
        StringTranslation.objects.filter(translation_of__data="Wohnen?").update(
            data="هل تسكن؟", translation_type="manual"
        )
        publish_translation(page)
        take_back(MinorEdit.objects.get())
    assert state(page) == (State.COMPLETE, 0, 0)


def test_rule_19_minor_edits_follow_each_other_but_not_another_change(page, editing):
    with editing():
        translate(page, "ar")
    page = change(page, editing, minor=True, title="Wohnen.")
    page = change(page, editing, minor=True, title="Wohnen!")
    assert state(page) == (State.COMPLETE, 0, 0)
    page = change(page, editing, title="Leben")
    page = change(page, editing, minor=True, title="Leben!")
    assert state(page) == (State.OUTDATED, 1, 1), "the change before it waits still"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Eins, zwei und drei.</p><p>Nur mit Termin.</p>", "<p>Eins, zwei und drei. Nur mit Termin.</p>"),
        ("<p>Eins, zwei und drei. Nur mit Termin.</p>", "<p>Eins, zwei und drei.</p><p>Nur mit Termin.</p>"),
    ],
)
def test_rule_19_paragraphs_joined_or_divided_by_a_minor_edit_lose_no_word(county, editing, before, after):
    with editing():
        page = article(county, "Termine", [text(before, "a")])
        translate(page, "ar")
    shown = document(page, "ar")["body"]
    change(page, editing, minor=True, body=[text(after, "a")])
    with editing():
        publish_translation(page)
    assert document(page, "ar")["body"] == shown


def test_rule_19_another_paragraph_may_change_after_a_minor_edit(page, editing):
    with editing():
        translate(page, "ar")
    blocks = [text("<p>Eins, und zwei.</p><p>Drei.</p>", "a"), text("<p>Vier.</p>", "b")]
    page = change(page, editing, minor=True, body=blocks)
    page = change(page, editing, body=[text("<p>Eins, und zwei.</p><p>Fünf.</p>", "a"), blocks[1]])
    assert state(page) == (State.OUTDATED, 1, 1)
    with editing():
        say(page, "body.a", "خمسة")
        publish_translation(page)
    assert state(page) == (State.COMPLETE, 0, 0)


def test_rule_19_a_minor_edit_outlives_a_page_taken_offline_and_published_again(page, editing):
    with editing():
        translate(page, "ar")
    page = change(page, editing, minor=True, title="Wohnen!")
    with editing():
        page.unpublish()
    with editing():
        fresh(page).get_latest_revision().publish()
    work()
    assert state(page) == (State.COMPLETE, 0, 0)
    assert MinorEdit.objects.get().changes


def test_rule_19_a_minor_edit_that_waits_is_forgotten_when_something_else_is_published(page, editing):
    with editing():
        translate(page, "ar")
    old = fresh(page)
    old.title = "Wohnen?"
    waiting = old.save_revision()
    announce(waiting)
    page = change(page, editing, title="Leben")
    with editing():
        waiting.publish()
    work()
    assert state(page) == (State.OUTDATED, 1, 1)


def test_rule_19_taking_one_minor_edit_back_leaves_the_words_of_others(page, editing):
    with editing():
        translate(page, "ar")
    page = change(page, editing, minor=True, title="Wohnen.")
    change(page, editing, minor=True, title="Wohnen!")
    with editing():
        take_back(MinorEdit.objects.order_by("pk").last())
    states = dict(
        StringTranslation.objects.filter(context__path="title").values_list("translation_of__data", "has_error")
    )
    assert states == {"Wohnen": False, "Wohnen.": False, "Wohnen!": True}


def test_rule_19_nothing_is_translated_into_the_source_language(county, editing):
    with editing():
        arabic = translate(county, "ar")
        page = draft(arabic, "عربي")
        page.save_revision().publish()
    work()
    assert not Coverage.objects.filter(locale="de").exists()
    assert {row.locale for row in Coverage.objects.filter(source=page)} == {"en"}


def test_rule_19_a_minor_edit_that_is_scheduled_counts_when_it_is_published(page, editing):
    with editing():
        translate(page, "ar")
    page = fresh(page)
    page.title = "Wohnen!"
    revision = page.save_revision()
    assert announce(revision)
    assert MinorEdit.objects.get().changes == {}
    with editing():
        revision.publish()
    work()
    assert state(page) == (State.COMPLETE, 0, 0)


def test_rule_19_a_draft_or_a_translation_has_no_minor_edits(county, page, editing):
    with editing():
        translate(page, "ar")
        hidden = draft(county)
    assert not announce(hidden.save_revision())
    assert not announce(page.get_translation(languages()["ar"]).specific.save_revision())
    assert not MinorEdit.objects.exists()


@pytest.mark.parametrize(("button", "expected"), [("minor", State.COMPLETE), ("action-publish", State.OUTDATED)])
def test_rule_19_editors_publish_minor_edits_by_a_button(page, editing, admin_client, button, expected):
    with editing():
        translate(page, "ar")
    form = {**filled(admin_client, page), "title": "Wohnen!", "action-publish": button}
    form |= {"body-count": "2"}
    for number, item in enumerate(page.body.get_prep_value()):
        value = ContentstateConverter(features=[]).from_database_format(item["value"])
        form |= {
            f"body-{number}-{name}": content
            for name, content in {
                "type": item["type"],
                "id": item["id"],
                "order": str(number),
                "deleted": "",
                "value": value,
            }.items()
        }
    with editing():
        answer = admin_client.post(f"/admin/pages/{page.pk}/edit/", form)
    assert answer.status_code == 302
    work()
    assert fresh(page).title == "Wohnen!"
    assert state(page)[0] == expected
    entry = PageLogEntry.objects.filter(page=page.pk, action="hub.minor_edit").first()
    assert bool(entry) == (button == "minor")


def test_rule_19_the_button_stands_on_public_source_pages_alone(page, county, editing, admin_client):
    with editing():
        translate(page, "ar")
        hidden = draft(county)
    Translation.objects.update(enabled=False)
    row = page.get_translation(languages()["ar"])
    shown = [
        'value="minor"' in admin_client.get(f"/admin/pages/{pk}/edit/").content.decode()
        for pk in (page.pk, row.pk, hidden.pk)
    ]
    assert shown == [True, False, False]


def by_revision(page, client):
    page.save_revision().publish()


def by_form(page, client):
    client.post(f"/admin/pages/{page.pk}/edit/", {**filled(client, page), "action-publish": "action-publish"})


def by_bulk_action(page, client):
    page.save_revision()
    client.post(f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}&next=/admin/")


def by_schedule(page, client):
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    revision = page.save_revision()
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=page.go_live_at)
    run_schedule()


@pytest.mark.parametrize("way", [by_revision, by_form, by_bulk_action, by_schedule], ids=lambda way: way.__name__)
def test_rule_19_whatever_publishes_hands_the_texts_over(page, editing, admin_client, way):
    HandOver.objects.all().delete()
    with editing():
        way(fresh(page), admin_client)
    assert HandOver.objects.filter(translation_key=page.translation_key).count() == 1


def test_rule_19_saving_and_drafts_hand_nothing_over(page, editing):
    HandOver.objects.all().delete()
    with editing():
        fresh(page).save()
        fresh(page).save_revision()
        translate(page, "ar")
    assert not HandOver.objects.exists()


def test_rule_19_equal_fingerprints_end_in_circles():
    same = SameTexts([{"title": ["a", "b"]}, {"title": ["b", "a"]}, {"title": ["b", "c"]}])
    assert same.are_same("title", "a", "c")
    assert not same.are_same("title", "c", "a")
    assert not same.are_same("title", None, "a")
    assert not same.are_same("summary", "a", "c")


# Handing over


def test_rule_19_a_changed_text_keeps_its_last_translation_as_a_start(page, editing):
    with editing():
        translate(page, "ar")
    change(page, editing, body=[text("<p>Eins und zwei.</p><p>Drei, vier.</p>", "a"), text("<p>Vier.</p>", "b")])
    (row,) = StringTranslation.objects.filter(translation_of__data="Drei, vier.")
    assert (row.data, row.has_error) == ("ar Drei.", True)
    assert row.get_error(), "its translator reads why"
    assert Translation.objects.get().get_progress() == (4, 3)


def test_rule_19_a_change_that_is_taken_back_finds_its_words_again(page, editing):
    with editing():
        translate(page, "ar")
    change(page, editing, title="Leben")
    page = change(page, editing, title="Wohnen")
    assert state(page) == (State.COMPLETE, 0, 0)
    assert Translation.objects.get().get_progress() == (4, 4)


def test_rule_19_handing_over_costs_queries_for_what_has_changed_alone(county, editing, nine):
    with editing():
        page = article(county, "Wohnen", [text(f"<p>Satz {number}.</p>", f"b{number}") for number in range(30)])
        for language in nine[1:]:
            translate(page, language)
    body = [text(f"<p>Satz {number}{', neu' if number < 3 else ''}.</p>", f"b{number}") for number in range(30)]
    page = fresh(page)
    page.body = json.dumps(body)
    with editing():
        page.save_revision().publish()
    with CaptureQueriesContext(connection) as queries:
        hand_over_page(page.translation_key)
    assert len(queries) <= 50
    assert StringTranslation.objects.filter(has_error=True).count() == 3 * 8
    HandOver.objects.create(translation_key=page.translation_key)
    with CaptureQueriesContext(connection) as queries:
        hand_over_page(page.translation_key)
    assert len(queries) <= 15, "an unchanged page"


def test_rule_19_handing_over_stores_what_wagtail_localize_would(county, editing):
    with editing():
        page = office(county)
        page.staff.add(Person(name="Erika Beispiel", function="Leitung", phone="030 23125 001", locale=page.locale))
        page = publish(page)
        translate(page, "ar")
    page = fresh(page)
    page.summary = "Neu."
    with editing():
        publish(page)
    hand_over_page(page.translation_key)
    source = TranslationSource.objects.get(object_id=page.translation_key)
    stored = segments(source)
    source.update_from_db()
    assert segments(source) == stored


def segments(source: TranslationSource) -> list:
    return [
        sorted(
            (item.context.path, item.order, item.context.field_path)
            for item in getattr(source, name).select_related("context")
        )
        for name in ("stringsegment_set", "templatesegment_set", "overridablesegment_set", "relatedobjectsegment_set")
    ]


def test_rule_19_a_page_that_cannot_be_handed_over_hinders_no_other_and_waits(page, county, editing, monkeypatch):
    with editing():
        other = article(county, "Arbeit")
        translate(other, "ar")
        translate(page, "ar")
    work()
    keys = [page.translation_key, other.translation_key]
    HandOver.objects.bulk_create(HandOver(translation_key=key) for key in keys)
    monkeypatch.setattr(
        "hub.translations.handover.refresh",
        lambda source: 1 / 0 if source.object_id == page.translation_key else None,
    )
    hand_over_next()
    (row,) = HandOver.objects.all()
    assert (row.translation_key, row.attempts) == (page.translation_key, 1)
    assert "ZeroDivisionError" in row.error
    assert hand_over_next() == 0, "for a moment"


def test_rule_19_texts_are_handed_over_from_what_is_published(page, editing):
    with editing():
        translate(page, "ar")
    page = fresh(page)
    page.title = "Nur ein Entwurf"
    page.save_revision()
    source_for(fresh(page))
    assert not StringSegment.objects.filter(string__data="Nur ein Entwurf").exists()


def test_rule_19_versions_of_a_text_are_found_by_what_they_have_in_common():
    def rows(*texts):
        return [(item, 0, 0) for item in texts]

    def pairs(before, after):
        return [(old[0], new[0]) for old, new, _is_whole in pairs_of_changed(rows(*before), rows(*after))]

    assert pairs(["a", "Haus", "c"], ["a", "Garten", "c"]) == [("Haus", "Garten")]
    assert pairs(["Das ist das Haus.", "x"], ["Neu!", "Das ist ein Haus.", "Noch was", "x"]) == [
        ("Das ist das Haus.", "Das ist ein Haus.")
    ]
    assert pairs(["a"], ["a", "b"]) == []


def test_rule_19_a_language_that_is_gone_has_no_coverage(county, page, editing):
    assert {row.locale for row in Coverage.objects.filter(source=page)} == {"en", "ar"}
    county = fresh(county)
    county.languages = ["de", "ar"]
    with editing():
        publish(county)
    work()
    assert {row.locale for row in Coverage.objects.filter(source=page)} == {"ar"}
    assert Locale.objects.filter(language_code="en").exists()


def test_rule_19_set_body_is_no_minor_edit(page, editing):
    with editing():
        translate(page, "ar")
        set_body(page, text("<p>Anders.</p>", "a"))
    assert state(page)[0] == State.OUTDATED
