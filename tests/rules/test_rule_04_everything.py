"""Rule 4, proved against every button, import and job that could make half translated text public, in three roles."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, Workflow, WorkflowPage
from wagtail_localize.models import Translation

from hub.jobs import running
from hub.publications.models import Publication
from hub.publications.worker import run_schedule
from hub.rights.models import Role
from hub.testing import languages, translate, work
from hub.translations import po
from hub.translations.state import HalfTranslated
from tests.rights.stage import member
from tests.rules.stage import article, fresh, set_body, text, upkeep

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]

GERMAN = "Zwei"
ARABIC = "ar Eins"


class Refused(Exception):
    """The user's role may not do that."""


class Stage:
    """A public page, its half translated draft in Arabic, and the client of somebody who works on both."""

    def __init__(self, page: Page, client: Client, user: Any, may_do_all: bool) -> None:
        self.page = page
        self.client = client
        self.user = user
        self.may_do_all = may_do_all

    @property
    def row(self) -> Any:
        return self.page.get_translation(languages()["ar"]).specific

    @property
    def translation(self) -> Translation:
        return Translation.objects.get(source__object_id=self.page.translation_key)

    def post(self, address: str, **values: Any) -> None:
        answer = self.client.post(f"/admin/{address}", values)
        if answer.status_code in (403, 404) and not self.may_do_all:
            raise Refused
        assert answer.status_code in (200, 302), f"{address}: {answer.status_code}"


def publish_in_the_translation_editor(stage: Stage) -> None:
    stage.post(f"pages/{stage.row.pk}/edit/", action="publish")


def publish_in_the_page_form(stage: Stage) -> None:
    stage.post(f"localize/translate/{stage.translation.pk}/disable/", next="/admin/")
    row = stage.row
    values = {"title": row.title, "slug": row.slug, "action-publish": "action-publish", "body-count": "0"}
    stage.post(f"pages/{row.pk}/edit/", **values)


def restart_and_publish(stage: Stage) -> None:
    stage.post(f"localize/translate/{stage.translation.pk}/disable/", next="/admin/")
    stage.post(f"pages/{stage.row.pk}/edit/", **{"localize-restart-translation": "1"})
    stage.post(f"pages/{stage.row.pk}/edit/", action="publish")


def publish_with_others(stage: Stage) -> None:
    stage.post(
        f"bulk/wagtailcore/page/publish/?id={stage.row.pk}&id={stage.page.pk}&next=/admin/", include_descendants="on"
    )


def publish_the_pages_below(stage: Stage) -> None:
    above = stage.row.get_parent()
    stage.post(f"bulk/wagtailcore/page/publish/?id={above.pk}&next=/admin/", include_descendants="on")


def schedule(stage: Stage) -> None:
    stage.translation.save_target(user=stage.user, publish=False)
    row = stage.row
    row.go_live_at = timezone.now() - timedelta(minutes=1)
    row.approved_go_live_at = row.go_live_at
    revision = row.save_revision(user=stage.user)
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=row.go_live_at)
    run_schedule()


def approve_in_a_workflow(stage: Stage) -> None:
    stage.translation.save_target(user=stage.user, publish=False)
    workflow = Workflow.objects.get_or_create(name="Ohne Aufgaben")[0]
    WorkflowPage.objects.get_or_create(page=stage.row.get_parent(), defaults={"workflow": workflow})
    workflow.start(stage.row, stage.user)


def upload_a_file(stage: Stage) -> None:
    content = str(po.export(stage.translation)).encode()
    upload = SimpleUploadedFile("ar.po", content)
    stage.post(f"localize/translate/{stage.translation.pk}/pofile/upload/", file=upload, next="/admin/")


def make_an_alias_and_an_ordinary_page_of_it(stage: Stage) -> None:
    stage.post(f"localize/page/{stage.row.pk}/convert_to_alias/")
    stage.post(f"pages/{stage.row.pk}/convert_alias/")


def open_it_for_translation(stage: Stage) -> None:
    stage.post(f"translate/{stage.page.pk}/ar/")
    stage.post(f"translate/{stage.page.pk}/en/")


def copy_the_source_page(stage: Stage) -> None:
    values = {"new_title": "Kopie", "new_slug": "kopie", "new_parent_page": stage.page.get_parent().pk}
    stage.post(f"pages/{stage.page.pk}/copy/", **values, publish_copies="on")
    while running.run_step():
        pass


def copy_the_translation(stage: Stage) -> None:
    values = {"new_title": "Kopie", "new_slug": "kopie", "new_parent_page": stage.row.get_parent().pk}
    stage.post(f"pages/{stage.row.pk}/copy/", **values, publish_copies="on")


def move_the_source_page(stage: Stage) -> None:
    stage.post(f"pages/{stage.page.pk}/move/{stage.page.get_parent().pk}/confirm/")


def publish_the_source_page_again(stage: Stage) -> None:
    set_body(stage.page, text("<p>Eins.</p>", "a"), text(f"<p>{GERMAN}, neu.</p>", "b"))


def save_the_target(stage: Stage) -> None:
    stage.translation.save_target(user=stage.user, publish=False)
    Page.objects.filter(pk=stage.row.pk).update(live=True)


def publish_a_draft_without_its_words(stage: Stage) -> None:
    """A draft in which wagtail-localize has not written the translators' words holds the source's."""
    stage.row.save_revision(user=stage.user).publish()


def do_the_upkeep(stage: Stage) -> None:
    upkeep()


ACTIONS: list[Callable[[Stage], None]] = [
    publish_in_the_translation_editor,
    publish_in_the_page_form,
    restart_and_publish,
    publish_with_others,
    publish_the_pages_below,
    schedule,
    approve_in_a_workflow,
    upload_a_file,
    make_an_alias_and_an_ordinary_page_of_it,
    open_it_for_translation,
    copy_the_source_page,
    copy_the_translation,
    move_the_source_page,
    publish_the_source_page_again,
    save_the_target,
    publish_a_draft_without_its_words,
    do_the_upkeep,
]
ROLES = [(Role.ADMINISTRATORS, ""), (Role.EDITORS, ""), (Role.TRANSLATORS, "ar")]


PUBLISHING = [
    publish_in_the_translation_editor,
    restart_and_publish,
    publish_with_others,
    publish_the_pages_below,
    schedule,
    approve_in_a_workflow,
]


@pytest.fixture
def stage_for(county, editing, client):
    """Return stage_for(role, language, *paths that are not translated)."""

    def stage_for(role: Role, language: str, *leave_out: str) -> Stage:
        with editing():
            translate(county, "ar")
            page = article(county, "Wohnen", [text("<p>Eins.</p>", "a"), text(f"<p>{GERMAN}.</p>", "b")])
            translate(page, "ar", leave_out=leave_out, publish=False)
        user = member("Kim", county, role, language)
        client.force_login(user)
        return Stage(fresh(page), client, user, may_do_all=role == Role.ADMINISTRATORS)

    return stage_for


def public_words(page: Page | None = None) -> list[tuple[str, str]]:
    """Return (language of the content, words) of what is public in Arabic, of one page or of all."""
    rows = Publication.objects.public().filter(locale="ar")
    rows = rows.filter(translation_key=page.translation_key) if page else rows
    return [
        (row.content_locale, json.dumps([row.document["title"], row.document.get("body")], ensure_ascii=False))
        for row in rows
    ]


@pytest.mark.parametrize("role", ROLES, ids=lambda role: str(role[0]))
@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.__name__)
def test_rule_4_nothing_makes_half_translated_text_public(stage_for, editing, action, role):
    stage = stage_for(*role, "body.b")
    with editing(), suppress(HalfTranslated, Refused):
        action(stage)
    work()
    for language, words in public_words():
        assert not (language == "ar" and GERMAN in words), f"German shown as Arabic: {words}"
        assert language == "ar" or ARABIC not in words, f"Arabic shown as German: {words}"
    assert all(ARABIC not in words for _language, words in public_words(stage.page)), "a part of it became public"


def test_rule_4_a_draft_without_the_translators_words_is_not_taken_for_translated(stage_for, editing):
    stage = stage_for(Role.TRANSLATORS, "ar")
    with pytest.raises(HalfTranslated), editing():
        publish_a_draft_without_its_words(stage)
    assert public_words(stage.page)[0][0] == "de"


@pytest.mark.parametrize("action", PUBLISHING, ids=lambda action: action.__name__)
def test_rule_4_the_same_actions_publish_what_is_complete(stage_for, editing, action):
    stage = stage_for(Role.TRANSLATORS, "ar")
    with editing():
        action(stage)
    work()
    ((language, words),) = public_words(stage.page)
    assert language == "ar"
    assert ARABIC in words
