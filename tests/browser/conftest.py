"""The stage of the browser tests: a county, and somebody who may edit and publish in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import Group, Permission, User
from wagtail.models import GroupPagePermission, Page

from hub.counties.models import CountyPage
from hub.testing import make_county, translate
from tests.browser.editor import Editor

PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def _plain_static_files(settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def county(transactional_db) -> CountyPage:
    """The published county Auental in German and Arabic; in English it is shown in German."""
    county = make_county()
    translate(county, "ar", mark="مقاطعة")
    return county


@pytest.fixture
def county_editors(county) -> Group:
    """The group of those who may edit, translate and publish in the county, in both of its languages."""
    group = Group.objects.create(name="County Auental")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", "submit_translation"]))
    rights = Permission.objects.filter(content_type__app_label="wagtailcore", content_type__model="page")
    for page in Page.objects.filter(translation_key=county.translation_key):
        for right in rights.filter(codename__in=["add_page", "change_page", "publish_page"]):
            GroupPagePermission.objects.create(group=group, page=page, permission=right)
    return group


@pytest.fixture
def editor(county_editors, live_server, browser) -> Iterator[Editor]:
    """A member of the county's group, no superuser, at the admin in German."""
    user = User.objects.create_user("editor", password=PASSWORD)
    user.groups.add(county_editors)
    with browser.new_context(locale="de-DE", viewport={"width": 1300, "height": 900}) as context:
        yield Editor.logged_in(context.new_page(), live_server.url, "editor", PASSWORD)


@pytest.fixture
def visit(live_server, browser) -> Iterator[Callable]:
    """Open an address as a visitor: `tab = visit("/ar/auental/")`."""
    with browser.new_context(locale="ar") as context:
        tab = context.new_page()

        def go(path: str):
            tab.goto(live_server.url + path)
            return tab

        yield go
