"""What is due is published and unpublished by the worker; who waits for it hears when that fails."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.contrib.auth.models import Permission
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.utils import timezone, translation
from wagtail.models import GroupApprovalTask, GroupPagePermission, Page, Revision, Workflow, WorkflowTask
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation

from hub.pages import HubPage
from hub.publications import schedule
from hub.publications.failures import forget_resolved, unresolved
from hub.publications.models import PublishingFailure
from hub.publications.schedule import run_schedule
from hub.publications.worker import Worker
from hub.testing import languages, translate
from hub.translations.submitting import submit
from tests.rules.stage import article, document, draft, fresh, later, public, text

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


@pytest.fixture(autouse=True)
def _language_of_the_worker(settings):
    """The worker speaks the hub's language; a request of another test may have left a different one active."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture
def person(django_user_model):
    """Make somebody with an e-mail address who may edit below `page`: `person("editor", county)`."""

    def make(name, page=None):
        user = django_user_model.objects.create_user(name, f"{name}@example.org", "a long password")
        group = user.groups.create(name=f"Group of {name}")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        if page is not None:
            permission = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
            GroupPagePermission.objects.create(group=group, page=page, permission=permission)
        return user

    return make


@pytest.fixture
def half(county, editing):
    """The draft of an English translation in which one text is missing."""
    with editing():
        page = article(county, "Wohnen", [text("<p>Eine Wohnung suchen.</p>", "a"), text("<p>Miete.</p>", "b")])
        translate(page, "en", leave_out=["body.b"], publish=False)
        Translation.objects.get().save_target(publish=False)
    return page.get_translation(languages()["en"]).specific


def soon():
    return timezone.now() + timedelta(hours=1)


def schedule_draft(page, editor=None):
    """Put the draft of `page` on the schedule, as it was before the source gained a text."""
    page = fresh(page)
    page.go_live_at = soon()
    with patch("hub.translations.models.refuse_half_translated"):
        page.save_revision(user=editor).publish(user=editor, skip_permission_checks=True)
    return fresh(page)


def run_later(editing, **delta):
    with later(**(delta or {"hours": 2})), editing():
        run_schedule()


def step_later(editing):
    with later(hours=2), editing():
        Worker().step()


def test_a_half_translated_draft_is_no_longer_scheduled_and_kept(half, editing):
    page = schedule_draft(half)
    revision = page.latest_revision
    run_later(editing)
    page = fresh(page)
    revision.refresh_from_db()
    assert not page.live
    assert page.latest_revision == revision
    assert (revision.approved_go_live_at, revision.content["go_live_at"], page.go_live_at) == (None, None, None)
    assert revision.content["title"] == "en Wohnen"


@pytest.mark.parametrize("error", [ValidationError("The slug is taken."), ValueError("a mistake in a kind")])
def test_a_revision_that_fails_is_tried_and_logged_once(county, editing, monkeypatch, caplog, error):
    page = schedule_draft(draft(county, "Bald"))
    attempts = []

    def fail(self, revision, *args, **kwargs):
        attempts.append(revision.pk)
        raise error

    monkeypatch.setattr(HubPage, "publish", fail)
    run_later(editing)
    run_later(editing)
    assert len(attempts) == 1
    assert len([record for record in caplog.records if "Scheduled publishing" in record.message]) == 1
    failure = PublishingFailure.objects.get()
    assert failure.page_id == page.pk
    assert "slug is taken" in failure.message or "a mistake" in failure.message


def test_a_database_that_is_away_leaves_the_schedule_as_it_is(county, editing, monkeypatch):
    page = schedule_draft(draft(county, "Bald"))
    monkeypatch.setattr(HubPage, "publish", lambda *args, **kwargs: (_ for _ in ()).throw(OperationalError("gone")))
    with pytest.raises(OperationalError):
        run_later(editing)
    monkeypatch.undo()
    run_later(editing)
    assert public(page)


def test_a_draft_published_meanwhile_is_not_published_again(county, editing, monkeypatch):
    """A worker was paused after it had read what is due; an editor has published something newer since."""
    page = schedule_draft(draft(county, "Bald"))
    due = list(Revision.objects.filter(approved_go_live_at__isnull=False))
    with later(hours=2), editing():
        row = fresh(page)
        row.title, row.go_live_at = "Neuer", None
        row.save_revision().publish()
        schedule.publish(due[0])
    assert document(page)["title"] == "Neuer"


def test_a_page_whose_expiry_was_put_off_meanwhile_stays(county, editing):
    with editing():
        page = article(county, expire_at=soon())
    stale = fresh(page)
    Page.objects.filter(pk=page.pk).update(expire_at=None)
    with later(hours=2), editing():
        schedule.unpublish(stale)
    assert fresh(page).live


def test_a_page_that_cannot_be_unpublished_is_tried_again_after_an_hour(county, editing, monkeypatch, caplog):
    with editing():
        page = article(county, expire_at=soon())
    with monkeypatch.context() as broken:
        broken.setattr(HubPage, "unpublish", lambda *args, **kwargs: 1 / 0)
        run_later(editing)
        run_later(editing)
    assert len([record for record in caplog.records if "unpublishing" in record.message]) == 1
    assert "ZeroDivisionError" in unresolved().get().message
    run_later(editing, hours=4)
    assert not fresh(page).live
    assert not unresolved().exists()


def test_a_run_does_a_limited_number_of_pages(county, editing, monkeypatch):
    monkeypatch.setattr(schedule, "PAGES_AT_ONCE", 2)
    pages = [schedule_draft(draft(county, f"Bald {number}")) for number in range(3)]
    with editing():
        ending = [article(county, f"Ende {number}", expire_at=soon()) for number in range(3)]
    with later(hours=2), editing():
        assert run_schedule()
        assert [fresh(page).live for page in pages] == [True, True, False]
        assert [fresh(page).live for page in ending] == [False, False, True]
        assert not run_schedule()
    assert all(fresh(page).live for page in pages)
    assert not any(fresh(page).live for page in ending)


def test_translations_of_expired_pages_cost_nothing(county, editing, django_assert_num_queries):
    """They stay live, with the date that the source had when they were made."""
    for number in range(3):
        with editing():
            page = article(county, f"Ende {number}", expire_at=soon())
        with editing():
            translate(page, "en")
    with later(hours=2), editing():
        run_schedule()
        assert Page.objects.filter(live=True, expire_at__lt=timezone.now()).count() == 3
        with django_assert_num_queries(1):
            assert schedule.expired_pages() == []


def test_words_saved_into_a_scheduled_draft_meanwhile_are_kept(county, editing):
    """The admin writes a draft into the same revision while its editor types."""
    page = schedule_draft(draft(county, "Bald"))
    revision = Revision.objects.get(approved_go_live_at__isnull=False)
    Revision.objects.filter(pk=revision.pk).update(content={**revision.content, "title": "Neue Worte"})
    with editing():
        schedule.unschedule(revision, ValueError("a mistake"))
    stored = Revision.objects.get(pk=revision.pk)
    assert (stored.content["title"], stored.content["go_live_at"]) == ("Neue Worte", None)
    assert stored.approved_go_live_at is None
    assert unresolved().get().page_id == page.pk


# Who hears of it


def test_who_wrote_and_who_scheduled_get_an_email_in_their_language(half, editing, person):
    editor, colleague = person("editor"), person("colleague")
    UserProfile.objects.create(user=colleague, preferred_language="en")
    page = fresh(half)
    page.go_live_at = soon()
    with patch("hub.translations.models.refuse_half_translated"):
        page.save_revision(user=editor).publish(user=colleague, skip_permission_checks=True)
    step_later(editing)
    step_later(editing)
    sent = {message.to[0]: message for message in mail.outbox}
    assert len(mail.outbox) == len(sent) == 2
    assert sent["editor@example.org"].subject.startswith("Nicht veröffentlicht: „en Wohnen")
    assert "nur zum Teil übersetzt" in sent["editor@example.org"].body
    assert f"/admin/pages/{half.pk}/edit/" in sent["editor@example.org"].body
    assert "half translated" in sent["colleague@example.org"].body


def test_an_email_that_cannot_be_sent_is_not_tried_for_ever(half, editing, person, settings, caplog):
    schedule_draft(half, person("editor"))
    settings.EMAIL_BACKEND = "no.such.backend"
    step_later(editing)
    errors = len(caplog.records)
    step_later(editing)
    assert len(caplog.records) == errors
    assert unresolved().exists()


def test_the_editor_of_the_page_says_so_until_it_is_published(half, county, editing, admin_client):
    def warnings(page):
        answer = admin_client.get(f"/admin/pages/{page.pk}/edit/", follow=True)
        return [str(message) for message in answer.context["messages"] if message.level_tag == "warning"]

    schedule_draft(half)
    assert not warnings(half)
    run_later(editing)
    assert "nur zum Teil übersetzt" in warnings(half)[0]
    assert warnings(half), "it lasts"
    with later(hours=3), editing():
        translate(fresh(half).get_translation(languages()["de"]), "en")
    assert fresh(half).live
    assert not warnings(half)
    forget_resolved()
    assert not PublishingFailure.objects.exists()


def test_a_page_that_is_scheduled_again_is_no_failure(half, editing):
    schedule_draft(half)
    run_later(editing)
    assert unresolved().exists()
    with later(hours=3):
        schedule_draft(half)
    assert not unresolved().exists()


def test_the_admins_first_page_tells_those_concerned(half, county, editing, person, client):
    owner, editor, outsider = person("owner"), person("editor", county), person("outsider")
    translated_county = county.get_translation(languages()["en"])
    GroupPagePermission.objects.filter(group__user=editor).update(page=translated_county)
    schedule_draft(half, owner)
    run_later(editing)
    for user, is_told in ((owner, True), (editor, True), (outsider, False)):
        client.force_login(user)
        assert ("nur zum Teil übersetzt" in client.get("/admin/").content.decode()) is is_told, user


def test_those_concerned_may_say_that_it_is_done(half, editing, person, client):
    owner, outsider = person("owner"), person("outsider")
    schedule_draft(half, owner)
    run_later(editing)
    address = f"/admin/publications/failures/{PublishingFailure.objects.get().pk}/resolve/"
    client.force_login(outsider)
    assert client.post(address).status_code == 404
    client.force_login(owner)
    assert client.get(address).status_code == 405
    assert address in client.get("/admin/").content.decode()
    client.post(address)
    assert not PublishingFailure.objects.exists()


def test_a_failure_goes_with_its_page(half, editing):
    schedule_draft(half)
    run_later(editing)
    with editing():
        fresh(half).delete()
    assert not PublishingFailure.objects.exists()


# Workflows


def test_an_approved_page_that_stays_a_draft_is_told_to_editor_and_approver(county, editing, person, admin_client):
    with editing():
        page = article(county, "Wohnen", [text("<p>Eins.</p>")])
        submit(page, [languages()["ar"]])
    row = page.get_translation(languages()["ar"])
    editor, approver = person("editor", row), person("approver", row)
    workflow, task = Workflow.objects.create(name="Freigabe"), GroupApprovalTask.objects.create(name="Prüfung")
    task.groups.add(approver.groups.get())
    WorkflowTask.objects.create(workflow=workflow, task=task)
    state = workflow.start(row, editor)
    mail.outbox.clear()
    state.current_task_state.specific.approve(user=approver)
    state.refresh_from_db()
    assert state.status == state.STATUS_APPROVED
    assert not fresh(row).live
    assert unresolved().get().page_id == row.pk
    with editing():
        Worker().step()
    told = [message.to[0] for message in mail.outbox if message.subject.startswith("Nicht veröffentlicht")]
    assert sorted(told) == ["approver@example.org", "editor@example.org"]
    assert "freigegeben" in admin_client.get("/admin/").content.decode()
