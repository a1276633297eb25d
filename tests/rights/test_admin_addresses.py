"""Whatever address of the admin people of one county ask for: they read and change nothing of another county's."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Comment,
    GroupApprovalTask,
    Locale,
    Page,
    PageViewRestriction,
    Revision,
    Site,
    TaskState,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from home.models import InfoPage
from hub.consents.models import Consent
from hub.jobs.models import Job
from hub.organisations.models import Organisation
from hub.publications.models import OutboxRow, PublishingFailure
from hub.rights.models import CountyGroup, Role
from hub.taxonomy.models import Place, TargetGroup, Topic
from hub.testing import make_county, translate, work
from hub.translations.models import MinorEdit, NotNeeded
from tests.rights.addresses import admin_routes, filled_in
from tests.rights.stage import collection_of, member
from tests.rules.stage import article, draft, file, fresh, image, restrict, set_body, text

pytestmark = [pytest.mark.django_db, pytest.mark.thorough, pytest.mark.any_database]

# What nobody of another county may read, wherever it stands. They begin alike, so that one search finds them all.
SECRETS = {
    "title of a draft": "Verborgenerentwurf",
    "slug of a draft": "verborgene-adresse",
    "text of a draft": "Verborgenersatz",
    "new title of a public page": "Verborgenertitel",
    "new text of a public page": "Verborgenerabsatz",
    "title of a private page": "Verborgeneseite",
    "words of a translation": "Verborgenewoerter",
    "words that have been published once": "Verborgenerueckzug",
    "title of a picture": "Verborgenesbild",
    "title of a file": "Verborgenedatei",
    "error of a page": "Verborgenerfehler",
    "name of a person": "Verborgeneperson",
    "reason of a decision": "Verborgenergrund",
}
FORM = {
    "title": "Fremd",
    "slug": "fremd",
    "action-publish": "action-publish",
    "action": "publish",
    "restriction_type": "none",
    "include_descendants": "on",
    "comment": "Fremd",
    "comments-TOTAL_FORMS": "0",
    "comments-INITIAL_FORMS": "0",
    "body-count": "0",
    "new_title": "Fremd",
    "new_slug": "fremd",
    "url": "https://example.org/",
    "next": "/admin/",
    "value": "Fremd",
    "localize-restart-translation": "1",
}


@pytest.fixture
def secret(county, editing, admin_user) -> SimpleNamespace:
    """The things of the county Hausen that are not public, by what they are."""
    with editing():
        other = make_county("hausen", "Landkreis Hausen")
        public = article(other, "Wohnen in Hausen", [text("<p>Eins.</p>", "a")])
        private = restrict(article(other, SECRETS["title of a private page"])).page
    work()
    with editing():
        translated = article(other, "Arbeit in Hausen", [text("<p>Zwei.</p>", "b")])
        arabic = translate(translated, "ar", mark=SECRETS["words of a translation"], publish=False)
        withdrawn = article(other, SECRETS["words that have been published once"])
        translate(withdrawn, "ar", publish=False)
        withdrawn.unpublish(user=admin_user)
    hidden = draft(
        fresh(other),
        SECRETS["title of a draft"],
        body=json.dumps([text(f"<p>{SECRETS['text of a draft']}</p>", "c")]),
        owner=admin_user,
    )
    Comment.objects.create(page=hidden, user=admin_user, text="Stimmt das?", contentpath="title")
    hidden = fresh(hidden)
    hidden.slug = SECRETS["slug of a draft"]
    hidden.save_revision(user=admin_user, log_action=True)
    earlier = hidden.save_revision(user=admin_user)
    changed = fresh(public)
    changed.title = SECRETS["new title of a public page"]
    changed.body = json.dumps([text(f"<p>{SECRETS['new text of a public page']}</p>", "a")])
    changed.save_revision(user=admin_user, log_action=True)
    task = GroupApprovalTask.objects.create(name="Prüfen")
    task.groups.add(CountyGroup.objects.get(county=other.translation_key, role=Role.ADMINISTRATORS).group)
    workflow = Workflow.objects.create(name="Vier Augen")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=Page.objects.get(pk=other.pk))
    state = workflow.start(fresh(hidden), admin_user)
    locked = fresh(withdrawn)
    locked.locked, locked.locked_by = True, admin_user
    locked.save()
    picture, document = image(SECRETS["title of a picture"]), file(SECRETS["title of a file"])
    for item in (picture, document):
        item.collection = collection_of(other)
        item.save()
    set_body(locked, text("<p>Fort.</p>", "d"))
    fresh(locked).unpublish()
    OutboxRow.objects.create(
        page_id=hidden.pk, translation_key=hidden.translation_key, error=SECRETS["error of a page"]
    )
    PublishingFailure.objects.create(
        page=Page.objects.get(pk=hidden.pk), occasion="schedule", error=SECRETS["error of a page"]
    )
    redirect = Redirect.objects.create(old_path="/alt", redirect_page=Page.objects.get(pk=hidden.pk))
    call_command("rebuild_modelsearch_index", verbosity=0)
    source = TranslationSource.objects.get(object_id=translated.translation_key)
    agreed = date(2031, 12, 31)
    consent = Consent.objects.create(
        county=other.translation_key, name=SECRETS["name of a person"], given_on=date(2026, 1, 1), profile_until=agreed
    )
    organisation = Organisation.objects.create(county=other.translation_key, names={"de": "Verein"}, kind="association")
    job = Job.objects.create(kind="copy translations", subject=SECRETS["title of a draft"], started_by=admin_user)
    terms = [model.objects.create(slug="begriff", names={"de": "Begriff"}) for model in (Topic, TargetGroup, Place)]
    minor_edit = MinorEdit.objects.create(
        translation_key=public.translation_key,
        revision=public.latest_revision,
        user=admin_user,
        changes={"a": ["", ""]},
    )
    with editing():
        NotNeeded.objects.create(
            translation_key=public.translation_key, locale="en", reason=SECRETS["reason of a decision"], user=admin_user
        )
    return SimpleNamespace(
        county=other,
        terms=terms,
        pages=[hidden, public, private, withdrawn, arabic],
        revision=earlier,
        image=picture,
        document=document,
        translation=Translation.objects.get(source=source),
        source=source,
        segment=StringSegment.objects.get(source=source, context__path="title"),
        workflow=workflow,
        task=task,
        state=state,
        redirect=redirect,
        failure=PublishingFailure.objects.get(),
        consent=consent,
        job=job,
        organisation=organisation,
        minor_edit=minor_edit,
    )


def arguments(secret: SimpleNamespace) -> dict[str, list[Any]]:
    """Return what the arguments of the admin's addresses may be."""
    pages = [page.pk for page in secret.pages]
    files = (get_image_model(), get_document_model())
    groups = list(Group.objects.filter(county_group__county=secret.county.translation_key).values_list("pk", flat=True))
    return {
        "page_id": pages,
        "parent_page_id": [secret.county.pk, *pages],
        "page_to_move_id": pages,
        "destination_id": [secret.county.pk],
        "page_pk": pages,
        "admin/api/main/pages/ pk": pages,
        "admin/pages/ pk": pages,
        "revision_id": [secret.revision.pk],
        "revision_id_a": ["earliest", "live"],
        "revision_id_b": ["latest"],
        "action_name": [
            *("approve", "reject", "convert_alias", "copy", "delete", "publish", "unpublish", "move"),
            *("copy_for_translation", "create_alias", "revert_to_page_revision"),
        ],
        "admin/pages/workflow/ action_name": ["approve", "reject"],
        "task_state_id": [secret.state.current_task_state.pk],
        "workflow_state_id": [secret.state.pk],
        "task_id": [secret.task.pk],
        "workflow_pk": [secret.workflow.pk],
        "admin/workflows/ pk": [secret.workflow.pk, secret.task.pk],
        "admin/collections/ pk": [collection_of(secret.county).pk],
        "collection_id": [collection_of(secret.county).pk],
        "image_id": [secret.image.pk],
        "admin/images/ pk": [secret.image.pk],
        "admin/api/main/images/ pk": [secret.image.pk],
        "filter_spec": ["original"],
        "document_id": [secret.document.pk],
        "doc_id": [secret.document.pk],
        "admin/documents/ pk": [secret.document.pk],
        "admin/api/main/documents/ pk": [secret.document.pk],
        "uploaded_file_id": [1],
        "translation_id": [secret.translation.pk],
        "translation_source_id": [secret.source.pk],
        "string_segment_id": [secret.segment.pk],
        "string_id": [secret.segment.string_id],
        "context_id": [secret.segment.context_id],
        "overridable_segment_id": [1],
        "mode": [""],
        "admin/minor-edits/ pk": [secret.minor_edit.pk],
        "redirect_id": [secret.redirect.pk],
        "session_id": [1],
        "admin/publications/ pk": [secret.failure.pk],
        "admin/snippets/ pk": [term.pk for term in secret.terms],
        "admin/snippets/organisations/ pk": [secret.organisation.pk],
        "admin/consents/ pk": [secret.consent.pk],
        "admin/jobs/ pk": [secret.job.pk],
        "admin/localize/api/ pk": [secret.terms[0].pk],
        "admin/localize/submit/snippet/ pk": [secret.terms[0].pk],
        "admin/locales/ pk": [Locale.objects.get(language_code="ar").pk],
        "admin/sites/ pk": [Site.objects.get().pk],
        "admin/users/ pk": [1],
        "admin/groups/ pk": groups[:1],
        "object_id": pages[:1],
        "uidb64": ["MQ"],
        "token": ["set-password"],
        "language": ["ar"],
        "content_type_app_name": ["home"],
        "content_type_model_name": ["infopage"],
        "app_name": ["home"],
        "app_label": ["wagtailcore"],
        "model_name": ["page"],
        "admin/bulk/ app_label": ["wagtailcore", *(model._meta.app_label for model in files)],
        "admin/bulk/ model_name": ["page", *(model._meta.model_name for model in files)],
        "action": ["publish", "unpublish", "move", "delete", "add_tags", "add_to_collection"],
        "admin/pages/create/ app_label": ["home"],
        "admin/pages/create/ model_name": ["infopage"],
        "admin/workflows/ app_label": ["wagtailcore"],
        "admin/workflows/ model_name": ["groupapprovaltask"],
        "admin/localize/ app_label": ["taxonomy"],
        "admin/localize/ model_name": ["topic"],
    }


def addresses(secret: SimpleNamespace) -> list[str]:
    """Return every address of the admin with the other county's ids; those of lists also with queries."""
    values = arguments(secret)
    files = (f"id={secret.image.pk}", f"id={secret.document.pk}")
    everything = ("id=all", "&".join(f"id={page.pk}" for page in secret.pages))
    queries = {
        "admin/bulk/": (*everything, *files, f"id=all&childOf={secret.county.pk}"),
        "admin/api/": [f"{name}={secret.county.pk}" for name in ("child_of", "descendant_of")],
        "admin/": ("q=Verborgene", "search_all=1&q=Verborgene", "export=csv", *everything, *files),
    }
    found = {}
    for route in admin_routes():
        folder = next(folder for folder in queries if route.startswith(folder))
        for path in filled_in(route, values):
            if folder == "admin/bulk/" and not is_model(*path.split("/")[3:5]):
                continue
            found[path] = True
            if "<" not in route or folder == "admin/bulk/":
                found |= dict.fromkeys(f"{path}?{query}" for query in queries[folder])
    return [address for address in found if not address.startswith("/admin/logout")]


def is_model(app_label: str, model_name: str) -> bool:
    return model_name in {model._meta.model_name for model in apps.get_app_config(app_label).get_models()}


def told(body: str) -> set[str]:
    return {name for name, words in SECRETS.items() if words in body}


def ask(user: Any, method: str, addresses: list[str]) -> tuple[dict[str, set[str]], Counter]:
    """Ask for addresses as `user`; return what was told, by address, and the number of answers of each status."""
    client = Client(raise_request_exception=False)
    telling: dict[str, set[str]] = {}
    statuses: Counter = Counter()
    client.force_login(user)
    for address in addresses:
        if method == "GET":
            answer = client.get(address)
        else:
            answer = client.generic(method, address, urlencode(FORM), "application/x-www-form-urlencoded")
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        statuses[answer.status_code] += 1
        secrets = told(body.decode(errors="replace") + answer.headers.get("Location", ""))
        if secrets:
            telling[f"{method} {address}"] = secrets
    return telling, statuses


def content_of(secret: SimpleNamespace) -> dict[str, list]:
    """Return the rows of what belongs to the other county, to see whether something has changed them."""
    below = Page.objects.filter(pk__in=[secret.county.pk]) | secret.county.get_descendants()
    keys = list(below.values_list("translation_key", flat=True))
    pages = Page.objects.filter(translation_key__in=keys).order_by("pk")
    ids = [str(pk) for pk in pages.values_list("pk", flat=True)]
    groups = Group.objects.filter(county_group__county=secret.county.translation_key).order_by("pk")
    rows = {
        "pages": pages,
        "articles": InfoPage.objects.filter(pk__in=ids).order_by("pk"),
        "revisions": Revision.objects.page_revisions().filter(object_id__in=ids).order_by("pk"),
        "restrictions": PageViewRestriction.objects.filter(page__in=ids),
        "comments": Comment.objects.filter(page__in=ids),
        "pictures": get_image_model().objects.filter(pk=secret.image.pk),
        "files": get_document_model().objects.filter(pk=secret.document.pk),
        "translations": Translation.objects.filter(source__object_id__in=keys).order_by("pk"),
        "words": StringTranslation.objects.filter(context__object_id__in=keys).order_by("pk"),
        "task states": TaskState.objects.order_by("pk"),
        "workflows": WorkflowPage.objects.all(),
        "redirects": Redirect.objects.all(),
        "failures": PublishingFailure.objects.all(),
        "groups": groups,
        "rights": groups.values("page_permissions", "collection_permissions"),
        "members": groups.values("user"),
        "terms": Topic.objects.order_by("pk"),
        "consents": Consent.objects.all(),
        "organisations": Organisation.objects.all(),
        "jobs": Job.objects.all(),
        "minor edits": MinorEdit.objects.all(),
        "decisions": NotNeeded.objects.all(),
    }
    return {name: list(query.values()) if not query._fields else list(query) for name, query in rows.items()}


ROLES = [(Role.ADMINISTRATORS, ""), (Role.EDITORS, ""), (Role.TRANSLATORS, "ar")]


@pytest.fixture
def arabic_county(county, editing):
    """The county Auental with one page in Arabic, so that it has translators."""
    with editing():
        translate(article(county, "Sprache", [text("<p>Eins.</p>", "z")]), "ar")
    return county


def test_the_hubs_administrators_are_shown_all_that_is_looked_for(secret, admin_user):
    assert len(admin_routes()) > 200
    telling, _statuses = ask(admin_user, "GET", addresses(secret))
    assert set().union(*telling.values()) == SECRETS.keys()


@pytest.mark.parametrize(("role", "language"), ROLES)
def test_people_of_one_county_are_told_nothing_of_another(arabic_county, secret, role, language):
    telling, _statuses = ask(member("Amal", arabic_county, role, language), "GET", addresses(secret))
    assert telling == {}


@pytest.mark.parametrize(("role", "language"), ROLES)
def test_people_of_one_county_change_nothing_of_another(arabic_county, secret, role, language, editing):
    user = member("Amal", arabic_county, role, language)
    before = content_of(secret)
    paths = [address for address in addresses(secret) if "?" not in address or "/bulk/" in address]
    for method in ("POST", "PUT", "DELETE"):
        with editing():
            telling, _statuses = ask(user, method, paths)
        assert telling == {}
        for name, rows in content_of(secret).items():
            assert rows == before[name], f"{method}: {name}"
