"""A canary for each private part of a library that the hub uses: it says what broke and where to look."""

import ast
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from inspect import getsource, unwrap
from pathlib import Path
from unittest.mock import patch

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.contrib.staticfiles import finders
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models.signals import post_save
from django.template import engines
from django.urls import resolve, reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail import hooks
from wagtail.admin.rich_text.converters.html_to_contentstate import PageLinkElementHandler
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.listing import ExplorableIndexView, GenericPageFilterSet
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.rich_text.contentstate import DocumentLinkElementHandler
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Comment, GroupCollectionPermission, GroupPagePermission, Page, ReferenceIndex
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation, TranslationContext
from wagtail_localize.wagtail_hooks import page_listing_more_buttons

from home.models import InfoPage
from hub import urls
from hub.desk import views
from hub.desk.views import LoginView
from hub.internals import axes, localize, localize_views, templates, texts, wagtail, wagtail_admin, wagtail_rights
from hub.internals.django import commit_callbacks, is_stored
from hub.internals.modelcluster import changed_relation
from hub.internals.wagtail_api import parse_fields
from hub.logins.limits import limited
from hub.logins.views import VisitorLoginView
from hub.publications.wagtail_hooks import UnpublishPages
from hub.rights.models import Role
from hub.taxonomy.models import Topic
from hub.testing import languages, make_county, publish, translate, work
from hub.translations.views import PublishPages, download_po, upload_po
from tests.rights.stage import member
from tests.rules.stage import article, file, fresh, image, link, restrict, text

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).parents[2]
APPS = ("hub", "home", "directory", "search")
# hub/tree.py changes how Wagtail changes the tree; its canaries are in tests/rules/test_rule_13_*.py.
SEAMS = (ROOT / "hub" / "internals", ROOT / "hub" / "tree.py")
LIBRARIES = {"axes", "modelcluster", "treebeard", "wagtail", "wagtail_localize"}
# The modules that their documentation tells to import from.
DOCUMENTED = {
    "modelcluster.fields",
    "wagtail",
    "wagtail.admin",
    "wagtail.admin.action_menu",
    "wagtail.admin.filters",
    "wagtail.admin.forms",
    "wagtail.admin.menu",
    "wagtail.admin.panels",
    "wagtail.admin.ui.components",
    "wagtail.admin.ui.tables",
    "wagtail.admin.views.generic",
    "wagtail.admin.viewsets.model",
    "wagtail.admin.widgets",
    "wagtail.blocks",
    "wagtail.contrib.redirects.models",
    "wagtail.documents",
    "wagtail.documents.blocks",
    "wagtail.images.blocks",
    "wagtail.documents.forms",
    "wagtail.documents.models",
    "wagtail.fields",
    "wagtail.images",
    "wagtail.images.forms",
    "wagtail.images.models",
    "wagtail.log_actions",
    "wagtail.models",
    "wagtail.permission_policies",
    "wagtail.permissions",
    "wagtail.query",
    "wagtail.search",
    "wagtail.signals",
    "wagtail.snippets.models",
    "wagtail.snippets.views.chooser",
    "wagtail.snippets.views.snippets",
    "wagtail.test.utils.form_data",
    "wagtail.url_routing",
    "wagtail_localize.fields",
    "wagtail_localize.models",
    "wagtail_localize.segments",
    "wagtail_localize.segments.extract",
    "wagtail_localize.strings",
}
RICH_TEXT = (
    '<p><a linktype="page" id="7">Amt</a> <a linktype="document" id="8">Blatt</a> <a linktype="other">x</a> '
    '<a href="https://example.org/">y</a><embed embedtype="image" id="9" alt="z"/></p>'
)


@pytest.fixture
def county():
    return make_county()


@pytest.fixture
def page(county):
    return article(county, "Wohnen", [text("<p>Ein Satz.</p>", "a")])


@contextmanager
def saves() -> Iterator[list[dict]]:
    """Collect the arguments of every `post_save` of a page."""
    calls = []

    def receive(sender, instance, created, update_fields, **kwargs):
        if isinstance(instance, Page):
            calls.append({"sender": sender, "created": created, "update_fields": update_fields})

    post_save.connect(receive)
    try:
        yield calls
    finally:
        post_save.disconnect(receive)


def moves(calls: list[dict]) -> int:
    return sum(wagtail.is_move(call["sender"], call["created"]) for call in calls)


def imported_modules(path: Path) -> set[str]:
    """Return the modules of these libraries that a file imports from."""
    nodes = list(ast.walk(ast.parse(path.read_text())))
    names = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    names |= {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return {name for name in names if name.partition(".")[0] in LIBRARIES}


def test_references_are_found_after_a_block_that_left_them_out(county, indexes):
    with wagtail.reference_index_at_the_end():
        page = article(county, "Wohnen", body=[link(county)])
        assert not ReferenceIndex.get_references_for_object(page).exists()
    assert ReferenceIndex.get_references_for_object(page).exists(), "see hub/internals/wagtail.py"


def test_undocumented_modules_are_imported_in_one_place_only():
    for path in (path for app in APPS for path in ROOT.glob(f"{app}/**/*.py")):
        if "migrations" not in path.parts and not any(path.is_relative_to(seam) for seam in SEAMS):
            undocumented = imported_modules(path) - DOCUMENTED
            assert not undocumented, f"{path.relative_to(ROOT)}: move the use of {undocumented} to hub/internals/."


# Django


def test_commit_callbacks_are_those_that_django_runs():
    def first(): ...

    def second(): ...

    def rolled_back(): ...

    transaction.on_commit(first)
    transaction.on_commit(second)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        transaction.on_commit(rolled_back)
        _ = 1 / 0
    latest_first = [callback for callback in commit_callbacks() if callback in (first, second, rolled_back)]
    assert latest_first == [second, first], "Look at `run_on_commit` in django/db/backends/base/base.py."


# modelcluster


def test_a_relation_changed_in_memory_is_told_from_the_stored_one(page):
    look = "Look at `_cluster_related_objects` in modelcluster/models.py and fields.py."
    topic = Topic.objects.create(slug="housing", names={"de": "Wohnen"})
    page = fresh(page)
    assert changed_relation(page, "topics") is None, look
    page.topics = [topic]
    assert changed_relation(page, "topics") == [topic], look
    assert changed_relation(page.save_revision().as_object(), "topics") == [topic], look


# Wagtail


def test_fields_are_parsed_as_by_wagtails_api():
    look = "Look at `parse_fields_parameter` in wagtail/api/v2/utils.py, or keep a copy of it: API v2 is deprecated."
    assert parse_fields("*,-image,topics(slug,-name)") == [
        ("*", False, None),
        ("image", True, None),
        ("topics", False, [("slug", False, None), ("name", True, None)]),
    ], look
    with pytest.raises(ValueError, match="position"):
        parse_fields("topics((")


def test_saving_a_draft_or_a_lock_is_told_from_publishing(page, admin_client):
    look = "Look at `save_revision` in wagtail/models/pages.py and at wagtail/admin/views/generic/lock.py."
    page = fresh(page)
    page.title = "Anders"
    with saves() as drafts:
        revision = page.save_revision()
        admin_client.post(reverse("wagtailadmin_pages:lock", args=[page.pk]))
        admin_client.post(reverse("wagtailadmin_pages:unlock", args=[page.pk]))
    assert len(drafts) == 3, look
    assert all(wagtail.is_draft_save(call["update_fields"]) for call in drafts), look
    with saves() as published:
        revision.publish()
    assert not all(wagtail.is_draft_save(call["update_fields"]) for call in published), look


def test_moving_and_reordering_are_told_from_other_changes(county, page):
    look = "Look at `_move_page` in wagtail/actions/move_page.py: which model does it save?"
    sibling = article(county, "Arbeit")
    with saves() as moved:
        fresh(page).move(fresh(sibling), "last-child")
    assert moves(moved) == 1, look
    with saves() as reordered:
        fresh(sibling).move(fresh(county), "first-child")
    assert moves(reordered) == 1, look
    with saves() as others:
        publish(fresh(page))
        fresh(page).copy(to=county, update_attrs={"slug": "kopie"})
        fresh(page).unpublish()
        fresh(page).create_alias(parent=county, update_slug="alias")
        fresh(page).save()
    assert others
    assert moves(others) == 0, look


def test_the_page_form_has_one_field_that_is_no_field_of_the_page():
    names = InfoPage.get_edit_handler().get_form_class().base_fields
    own = {field.name for field in InfoPage._meta.get_fields()}
    look = "Look at the fields of WagtailAdminPageForm in wagtail/admin/forms/pages.py."
    assert {name for name in names if wagtail.is_comment_field(name)} == set(names) - own, look


def test_saving_a_draft_would_delete_resolved_comments(county, admin_user):
    page = article(county)
    resolved = Comment.objects.create(page=page, user=admin_user, contentpath="title", resolved_at=timezone.now())
    page.title = "Arbeit"
    page.save_revision()
    restored = fresh(page).get_latest_revision_as_object()
    assert restored.wagtail_admin_comments.count() == 0, "Look at `Page.with_content_json`: does it hold them now?"
    wagtail.hold_all_comments(restored)
    restored.save_revision()
    assert Comment.objects.get() == resolved
    fresh(page).get_latest_revision_as_object().save_revision()
    look = "Look at `commit` in modelcluster/fields.py: are `hold_all_comments` and `keep_comments` still needed?"
    assert not Comment.objects.exists(), look


def test_comments_that_are_kept_are_deleted_by_querysets_alone(county, admin_user):
    comment = Comment.objects.create(page=article(county), user=admin_user, contentpath="title")
    with patch.object(Comment, "delete", Comment.delete):
        wagtail.keep_comments(lambda other: other == comment)
        comment.delete()
        assert Comment.objects.exists()
        Comment.objects.all().delete()
    assert not Comment.objects.exists()


def test_the_page_editor_tells_of_comments_by_what_the_hub_filters(county, admin_user):
    comments = [Comment(pk=pk, page=article(county, f"Seite {pk}"), user=admin_user) for pk in (1, 2)]
    changes = {"new_comments": [], "deleted_comments": [], "resolved_comments": comments}
    changes["new_replies"] = [(comment, []) for comment in comments]
    look = "Look at `EditView.get_commenting_changes` and `send_commenting_notifications`: what do they pass on?"
    with patch.object(EditView, "send_commenting_notifications") as original:
        wagtail_admin.leave_out_of_comment_mails(lambda comment: comment.pk == 1)
        EditView.send_commenting_notifications(EditView(), changes)
    left = original.call_args.args[1]
    assert left == changes | {"resolved_comments": comments[1:], "new_replies": [(comments[1], [])]}, look
    source = getsource(EditView.get_commenting_changes)
    assert all(f'"{name}": ' in source for name in changes), look


def test_the_admin_restricts_pages_with_the_view_of_the_hub():
    callback = resolve(reverse("wagtailadmin_pages:set_privacy", args=[1])).func
    own = [getattr(pattern, "callback", None) for pattern in urls.urlpatterns]
    assert callback in own, "Look at the address of `set_privacy` in wagtail/admin/urls/pages.py and in hub/urls.py."


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("wagtailcore_authenticate_with_password", [1, 2]), ("wagtaildocs_authenticate_with_password", [1])],
)
def test_passwords_of_pages_and_files_are_limited_in_front_of_wagtails_views(name, arguments):
    look = "Look at wagtail/urls.py and wagtail/documents/urls.py: have the addresses changed?"
    address = reverse(name, args=arguments)
    assert "restriction_id" in resolve(address).kwargs, look
    assert resolve(address).func.__code__ is limited(print, "").__code__, look


@pytest.mark.parametrize(("name", "view"), [("wagtailadmin_login", LoginView), ("wagtailcore_login", VisitorLoginView)])
def test_the_hubs_logins_stand_in_front_of_wagtails(name, view):
    look = "Look at wagtail/admin/urls/__init__.py and wagtail/urls.py: have the addresses changed?"
    assert resolve(reverse(name)).func.view_class is view, look


def test_the_email_for_a_forgotten_password_is_wagtails(admin_user, mailoutbox):
    wagtail_admin.send_password_reset(admin_user.email, "https://hub.example.org")
    assert "/admin/password_reset/confirm/" in mailoutbox[0].body, "Look at wagtail/admin/views/account.py."


def test_the_pages_that_a_user_may_change_are_known(page, admin_user, django_user_model):
    assert page.page_ptr in wagtail_admin.changeable_pages(admin_user), "see wagtail.permissions"
    nobody = django_user_model.objects.create_user("nobody")
    assert not wagtail_admin.changeable_pages(nobody).exists()


def test_the_admin_asks_the_hubs_policy_which_pages_are_read(page, client, django_user_model):
    look = "Look at wagtail/permissions.py and wagtail/permission_policies/pages.py."
    assert type(policy_registry.get_by_type(Page)) is wagtail_rights.ReadingPagePolicy, look
    assert type(policy_registry.get_by_type(InfoPage)) is wagtail_rights.ReadingPagePolicy, look
    nobody = django_user_model.objects.create_user("nobody")
    assert not wagtail_rights.explorable_pages(nobody).exists(), look
    assert wagtail_rights.readable_paths(nobody) == (), look
    assert hasattr(PagePermissionPolicy, "instances_with_direct_explore_permission"), look


def test_the_admins_api_for_files_is_the_hubs():
    look = "Look at `construct_admin_api` in wagtail/admin/api/urls.py."
    for name, view in (("images", "OwnImagesViewSet"), ("documents", "OwnDocumentsViewSet")):
        callback = resolve(reverse(f"wagtailadmin_api:{name}:listing")).func
        assert callback.cls is getattr(wagtail_rights, view), look


@pytest.mark.usefixtures("indexes")
def test_the_chooser_of_files_tells_the_edition_and_what_is_replaced(admin_client):
    older, newer = file("Alt"), file("Neu")
    newer.edition, newer.replaces = "3. Auflage", older
    newer.save()
    look = "Look at `BaseDocumentChooseView.columns` in wagtail/documents/views/chooser.py."
    for address in ("/admin/documents/chooser/", "/admin/documents/chooser/results/?q=Alt"):
        assert "ersetzt" in admin_client.get(address).content.decode(), look
    assert "3. Auflage" in admin_client.get("/admin/documents/chooser/").content.decode(), look


def test_bulk_actions_are_the_hubs(page, rf, admin_user):
    look = "Look at wagtail/admin/views/bulk_action/ and wagtail/admin/views/pages/bulk_actions/."
    for name, action in (("publish", PublishPages), ("unpublish", UnpublishPages)):
        assert bulk_action_registry.get_bulk_action_class("wagtailcore", "page", name) is action, look
    request = rf.get("/", {"id": page.pk})
    request.user = AnonymousUser()
    objects, others = PublishPages(request, Page).get_actionable_objects()
    assert (objects, others) == ([], {"items_with_no_access": [page.page_ptr]}), look


def test_drafts_are_read_through_the_view_of_the_hub():
    callback = resolve(reverse("wagtailadmin_pages:view_draft", args=[1])).func
    own = [getattr(pattern, "callback", None) for pattern in urls.urlpatterns]
    assert callback in own, "Look at the address of `view_draft` in wagtail/admin/urls/pages.py and in hub/urls.py."


def test_the_admins_notifications_are_sent_by_calling_a_notifier():
    assert callable(wagtail_admin.Notifier((Page,))), "see wagtail.admin.mail"
    assert hasattr(wagtail_admin.EmailNotificationMixin, "send_emails"), "see wagtail.admin.mail"


@pytest.mark.parametrize("name", templates.UNTRANSLATED)
def test_english_words_of_templates_are_handed_to_gettext(name):
    (loader,) = engines["django"].engine.template_loaders[0].loaders
    origin = next(origin for origin in loader.get_template_sources(name) if Path(origin.name).exists())
    original = Path(origin.name).read_text()
    for attribute in templates.UNTRANSLATED[name]:
        assert attribute in original, f"{name} is another now: look whether it is translated."
        assert attribute not in loader.get_contents(origin)


def test_english_words_of_scripts_are_known():
    script = Path(finders.find("hub_desk/texts.js")).read_text()
    assert '["More actions", "Save Selected"]' in script
    for name, words in {
        "wagtail_localize/js/wagtail-localize.js": ["More actions", ".displayName} to $", ".displayName} translation`"],
        "wagtailadmin/js/vendor/jquery.datetimepicker.js": ["Save Selected"],
    }.items():
        original = Path(finders.find(name)).read_text()
        assert [text for text in words if text not in original] == []


def test_permissions_columns_and_dates_have_names_in_the_active_language(page):
    translate(page, "ar")
    translated = StringTranslation.objects.filter(locale=languages()["ar"]).first()
    with override("de"):
        assert "Oberste Seite" in [column.label for column in texts.IndexView.columns]
        assert re.search(r"\d\d\.\d\d\.\d{4}", translated.get_comment())
        assert Translation._meta.verbose_name == "Übersetzung"


def test_a_restriction_refuses_those_whom_it_does_not_admit(page, rf, admin_user):
    look = "Look at `accept_request` in wagtail/models/view_restrictions.py."
    restrict(page)
    request = rf.get("/")
    request.user = AnonymousUser()
    assert wagtail.refused_paths(request) == (page.path,), look
    request.user = admin_user
    assert wagtail.refused_paths(request) == (), look


def test_redirects_are_looked_up_as_wagtail_stores_them(county, rf):
    stored = Redirect.objects.create(old_path=Redirect.normalise_path("/de/über/?b=2&a=1"), redirect_link="/de/")
    address = "/de/%C3%BCber/?a=1&b=2"
    look = "Look at `get_redirect` in wagtail/contrib/redirects/middleware.py and `normalise_path` in its models.py."
    assert wagtail.find_redirect(rf.get(address), address) == stored, look
    assert wagtail.find_redirect(rf.get("/de/"), "/de/") is None, look


def test_a_slug_that_another_page_has_gets_a_number(county, page):
    look = "Look at `find_available_slug` in wagtail/coreutils.py."
    parent = fresh(county)
    assert wagtail.free_slug(parent, "wohnen") == "wohnen-1", look
    assert wagtail.free_slug(parent, "wohnen", page) == "wohnen", look
    assert wagtail.free_slug(parent, "arbeit") == "arbeit", look


def test_a_file_is_sent_in_pieces(rf, settings):
    look = "Look at wagtail/utils/sendfile_streaming_backend.py, which SENDFILE_BACKEND takes the place of."
    answer = wagtail.stream_file(rf.get("/"), image().file.path, mimetype="image/png")
    assert answer.streaming, look
    assert answer.headers["Content-Type"] == "image/png", look
    assert answer.headers["Last-Modified"], look


def test_a_file_is_new_until_its_picture_is_saved():
    look = "Look at `FieldFile` in django/db/models/fields/files.py."
    picture = get_image_model()(title="Neu", file=get_test_image_file())
    assert not is_stored(picture.file), look
    picture.save()
    assert is_stored(picture.file), look


def test_who_has_a_right_on_a_picture(admin_user, django_user_model):
    look = "Look at `policy_registry` in wagtail/permissions.py and at CollectionOwnershipPermissionPolicy."
    picture = image()
    assert wagtail_rights.has_file_right(admin_user, picture), look
    group = Group.objects.create(name="Landkreis")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = django_user_model.objects.create(username="limited")
    user.groups.add(group)
    assert not wagtail_rights.has_file_right(user, picture), look
    permission = Permission.objects.get(content_type__app_label="wagtailimages", codename="choose_image")
    GroupCollectionPermission.objects.create(group=group, collection=picture.collection, permission=permission)
    assert wagtail_rights.has_file_right(django_user_model.objects.get(pk=user.pk), picture), look


def test_links_and_embeds_of_rich_text_are_found():
    look = "Look at `LinkRewriter` and `EmbedRewriter` in wagtail/rich_text/rewriters.py."
    assert wagtail.link_attributes(RICH_TEXT, "page") == [{"linktype": "page", "id": "7"}], look
    assert wagtail.link_attributes(RICH_TEXT, "nothing") == [], look
    rules = {"page": lambda attrs: f'<a href="/{attrs["id"]}/">', "document": lambda attrs: "<a>"}
    rewritten = wagtail.rewrite_links(wagtail.drop_embeds(RICH_TEXT), rules)
    assert rewritten == ('<p><a href="/7/">Amt</a> <a>Blatt</a> <a>x</a> <a href="https://example.org/">y</a></p>'), (
        look
    )


def test_the_editor_of_rich_text_reads_links_by_handlers(county):
    look = "Look at `get_attribute_data` in wagtail/admin/rich_text/converters/html_to_contentstate.py"
    data = PageLinkElementHandler("LINK").get_attribute_data({"id": str(county.pk)})
    assert data.keys() == {"id", "url", "parentId"}, look
    paper = file()
    data = DocumentLinkElementHandler("DOCUMENT").get_attribute_data({"id": str(paper.pk)})
    assert data.keys() == {"id", "url", "filename"}, f"{look} and wagtail/documents/rich_text/contentstate.py"


def test_lists_of_pages_ask_our_functions_whose_names_they_offer():
    look = "Look at `owner` and `edited_by` of PageFilterSet in wagtail/admin/views/pages/listing.py."
    for name in ("owner", "edited_by"):
        assert GenericPageFilterSet.base_filters[name].queryset.__module__ == wagtail_rights.__name__, look


def test_the_pages_on_which_somebody_has_rights_themselves(county, django_user_model):
    look = "Look at `instances_with_direct_explore_permission` in wagtail/permission_policies/pages.py."
    user = django_user_model.objects.create(username="limited")
    assert wagtail_rights.own_pages(user) == [], look
    group = Group.objects.create(name="Landkreis")
    user.groups.add(group)
    right = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=county, permission=right)
    user = django_user_model.objects.get(pk=user.pk)
    assert [page.pk for page in wagtail_rights.own_pages(user)] == [county.pk], look


# Axes


def test_attempts_at_any_name_are_counted_and_forgotten(rf):
    look = "Look at `AxesProxyHandler` in axes/handlers/proxy.py and `reset` in axes/utils.py."

    def request():
        return rf.post("/")

    assert not axes.is_locked(request(), "page 1"), look
    for _ in range(settings.AXES_FAILURE_LIMIT):
        last = request()
        axes.count(last, "page 1")
    assert last.axes_locked_out, look
    assert axes.is_locked(request(), "page 1"), look
    assert not axes.is_locked(request(), "page 2"), look
    again = request()
    assert axes.is_locked(again, "page 1")
    axes.forget(again, "page 1")
    assert not axes.is_locked(request(), "page 1"), look


# wagtail-localize


def test_texts_without_a_valid_translation_are_found(page):
    look = "Look at `StringSegmentQuerySet.annotate_translation` in wagtail_localize/models.py."
    translated = translate(page, "ar", leave_out=["title"], publish=False)
    translation = Translation.objects.get(target_locale=translated.locale)
    assert localize.untranslated_paths(translation) == ["title"], look
    StringTranslation.objects.filter(context__path="body.a").update(has_error=True)
    assert sorted(localize.untranslated_paths(translation)) == ["body.a", "title"], look


def test_a_replaced_picture_that_is_gone_does_not_stop_a_translation(page):
    look = "Look at `handle_related_object` in wagtail_localize/segments/ingest.py and at `OverridableSegment`."
    german, arabic = image("Deutsch"), image("Arabisch")
    page.image, page.image_alt = german, "Ein Haus"
    publish(page)
    translate(page, "ar", publish=False)
    translation = Translation.objects.get(target_locale=languages()["ar"])
    segment = translation.source.overridablesegment_set.get(context__path="image")
    assert localize.override_of(translation, segment) is None, look
    override = SegmentOverride.objects.create(
        locale=translation.target_locale, context=segment.context, data_json=json.dumps(str(arabic.pk))
    )
    assert localize.override_of(translation, segment) == override, look
    assert localize.overrides_of(translation) == {"image": override.updated_at}, look
    translation.save_target(publish=False)
    assert translation.get_target_instance().image == arabic, look
    arabic.delete()
    translation.save_target(publish=False)
    assert translation.get_target_instance().image is None, look


def test_texts_are_kept_under_a_key_made_from_their_path(page):
    translate(page, "ar", publish=False)
    contexts = TranslationContext.objects.filter(object_id=page.translation_key)
    look = "Look at `TranslationContext` in wagtail_localize/models.py."
    assert {localize.path_id_of(context.path) for context in contexts} == {context.path_id for context in contexts}, (
        look
    )
    assert contexts, look


def test_a_translated_title_is_the_draft_title_as_far_as_it_fits(page):
    look = "Look at `post_save_string_translation` in wagtail_localize/models.py."
    translated = translate(page, "ar", publish=False)
    words = StringTranslation.objects.get(context__path="title", locale=translated.locale)
    for title in ("kurz", "x" * 300):
        words.data = title
        words.save()
        assert Page.objects.get(pk=translated.pk).draft_title == title[:255], look


def test_the_chooser_of_pages_can_be_told_that_there_are_no_languages(page, admin_client):
    look = "Look at `BrowseView` and `SearchView` in wagtail/admin/views/chooser.py, and at wagtail/admin/urls."
    for name, arguments in (
        ("wagtailadmin_choose_page", []),
        ("wagtailadmin_choose_page_child", [page.pk]),
        ("wagtailadmin_choose_page_search", []),
    ):
        context = admin_client.get(reverse(name, args=arguments)).context
        assert not context["table"].show_locale_labels, look
        assert not context.get("show_locale_controls"), look


def test_search_and_explorer_of_the_admin_are_the_hubs_and_ask_what_may_be_found(page, admin_client):
    look = (
        "Look at `page_viewset_registry`, and at `SearchView` and `ExplorableIndexView` in wagtail/admin/views/pages."
    )
    for view, addresses in (
        (views.Search, [reverse("wagtailadmin_pages:search"), reverse("wagtailadmin_pages:search_results")]),
        (
            views.Explorer,
            [
                reverse("wagtailadmin_explore_root"),
                reverse("wagtailadmin_explore", args=[page.pk]),
                reverse("wagtailadmin_explore_results", args=[page.pk]),
            ],
        ),
    ):
        for address in addresses:
            asked = []
            with patch.object(view, "search_among", lambda self, pages, asked=asked: asked.append(pages) or pages):
                answer = admin_client.get(address, {"q": "x"})
            assert answer.status_code == 200
            assert asked, f"{address}: {look}"
    with patch.object(views.Search, "search_among", lambda self, pages: pages.none()):
        answer = admin_client.get(reverse("wagtailadmin_pages:search"), {"q": ""})
    assert not answer.context["content_types"], f"The numbers by kind are counted elsewhere. {look}"
    assert not answer.context["object_list"], look
    with patch.object(views.Explorer, "search_among", side_effect=AssertionError(look)):
        assert admin_client.get(reverse("wagtailadmin_explore", args=[page.pk])).status_code == 200


def test_a_new_translation_is_a_draft_that_follows_its_source(page):
    look = "Look at `TranslationCreator` in wagtail_localize/operations.py."
    arabic = languages()["ar"]
    localize.create_translations(page, [arabic])
    translation = page.get_translation(arabic)
    assert not translation.live, look
    assert translation.alias_of is None, look
    assert Translation.objects.filter(source__object_id=page.translation_key, target_locale=arabic, enabled=True), look


@pytest.mark.parametrize("name", ["submit_page_translation", "update_translations"])
def test_the_hubs_views_stand_in_front_of_those_of_wagtail_localize(name):
    match = resolve(reverse(f"wagtail_localize:{name}", args=[1]))
    look = f"Look at the address of {name} in wagtail_localize/wagtail_hooks.py."
    assert not match.namespaces, f"wagtail-localize's own view answers. {look}"


def test_wagtail_localize_has_no_buttons_for_pages(page, admin_client):
    look = "Look at `page_listing_more_buttons` in wagtail_localize/wagtail_hooks.py and at wagtail/hooks.py."
    for name in ("register_page_header_buttons", "register_page_listing_more_buttons"):
        assert page_listing_more_buttons not in hooks.get_hooks(name), look
    html = admin_client.get(reverse("wagtailadmin_explore", args=[page.pk])).content.decode()
    assert "/translations/" in html
    assert not re.search(r"/localize/(submit/page|update)/", html), look


def test_lists_and_status_of_pages_show_what_is_added(page, admin_client):
    columns = [column.name for column in ExplorableIndexView.base_columns]
    look = "Look at `ExplorableIndexView` in wagtail/admin/views/pages/listing.py."
    assert columns.index("translations") == columns.index("status") + 1, look
    work()
    listing = admin_client.get(reverse("wagtailadmin_explore", args=[page.get_parent().pk])).content.decode()
    assert 'class="coverage-brief"' in listing, look
    look = "Look at `PageStatusSidePanel` in wagtail/admin/ui/side_panels.py."
    translated = translate(page, "ar", publish=False)
    work()
    for pk in (page.pk, translated.pk):
        editor = admin_client.get(f"{reverse('wagtailadmin_pages:edit', args=[pk])}?desk=no").content.decode()
        assert 'class="coverage-status"' in editor, look


def test_the_pages_that_a_user_may_edit(page, county):
    look = (
        "Look at `PagePermissionPolicy.instances_user_has_any_permission_for` in wagtail/permission_policies/pages.py."
    )
    user = member("Robin", county, Role.EDITORS)
    translated = translate(page, "ar")
    editable = wagtail_rights.editable_pages(user)
    assert {page.pk, county.pk} <= set(editable.values_list("pk", flat=True)), look
    assert not editable.filter(pk=translated.pk), look


def test_the_hub_stands_in_front_of_views_of_wagtail_localize(page):
    callback = unwrap(resolve(reverse("wagtail_localize:convert_to_alias", args=[1])).func)
    assert callback is unwrap(localize_views.convert_to_alias), "Look at wagtail_localize/wagtail_hooks.py."
    for name in ("translations_report", "translations_report_results"):
        callback = resolve(reverse(f"wagtail_localize:{name}")).func
        assert callback.view_class is localize_views.TranslationsReport, "Look at wagtail_localize/wagtail_hooks.py."
    for name, view in (("upload_pofile", upload_po), ("download_pofile", download_po)):
        callback = resolve(reverse(f"wagtail_localize:{name}", args=[1])).func
        assert unwrap(callback) is unwrap(view), f"Look at {name} in wagtail_localize/wagtail_hooks.py."


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("edit_string_translation", [1, 1]), ("edit_override", [1, 1]), ("upload_pofile", [1])],
)
def test_the_views_that_save_words_hold_the_pages_first(name, arguments):
    match = resolve(reverse(f"wagtail_localize:{name}", args=arguments))
    look = f"Look at the address of {name} in wagtail_localize/wagtail_hooks.py."
    assert match.route.removeprefix("admin/") in {*localize_views.WORD_VIEWS, localize_views.UPLOAD_ADDRESS}, look
    assert not match.namespaces, f"wagtail-localize's own view answers. {look}"


def test_what_is_wrong_with_a_translated_text_is_stored_though_its_page_is_not(page):
    look = "Look at `TranslationSource.create_or_update_translation` in wagtail_localize/models.py."
    translate(page, "ar", publish=False)
    refusal = ValidationError({"title": "no good"})
    with patch.object(InfoPage, "save_revision", side_effect=refusal), pytest.raises(ValidationError):
        Translation.objects.get().save_target(publish=False)
    assert StringTranslation.objects.get(context__path="title").field_error, look


def test_the_button_of_the_translation_editor_sends_what_is_taken_for_publishing(rf):
    with open(finders.find("wagtail_localize/js/wagtail-localize.js"), encoding="utf-8") as script:
        assert 'name:"action",value:"publish"' in script.read(), "Look at the buttons of the translation editor."
    assert localize_views.is_publishing(rf.post("/", {"action": "publish"}))
    assert not localize_views.is_publishing(rf.post("/", {"action": "unpublish"}))


def test_the_script_for_directions_finds_both_editors(page, admin_client):
    look = "Look at hub_translations/direction.js and at the template edit_translation.html of wagtail-localize."
    translated = translate(page, "ar", publish=False)
    editor = admin_client.get(f"{reverse('wagtailadmin_pages:edit', args=[translated.pk])}?desk=no").content.decode()
    assert 'class="js-translation-editor" data-props="' in editor, look
    assert "&quot;sourceLocale&quot;: {&quot;code&quot;: &quot;de&quot;" in editor, look
    assert "&quot;locale&quot;: {&quot;code&quot;: &quot;ar&quot;" in editor, look
    editor = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert 'id="page-edit-form"' in editor, "Look at hub_translations/direction.js and Wagtail's page editor."
