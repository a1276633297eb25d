"""The groups of a county are there when its pages are, and have the rights of their role."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import transaction
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page

from hub.rights.models import CountyCollection, CountyGroup, Role
from hub.testing import make_county, publish, translate
from tests.rights.stage import collection_of, member
from tests.rules.stage import article, fresh

pytestmark = pytest.mark.django_db


def groups(county: Page) -> dict[tuple[str, str], str]:
    """Return the names of a county's groups by role and language."""
    rows = CountyGroup.objects.filter(county=county.translation_key)
    return {(row.role, row.language): row.group.name for row in rows.select_related("group")}


def rights(county: Page, role: Role, language: str = "") -> set[tuple[str, str]]:
    """Return the actions of a group on pages and files: (language of the county's page, or collection; action)."""
    group = CountyGroup.objects.get(county=county.translation_key, role=role, language=language).group
    pages = GroupPagePermission.objects.filter(group=group)
    files = GroupCollectionPermission.objects.filter(group=group, collection=collection_of(county))
    return {
        *pages.values_list("page__locale__language_code", "permission__codename"),
        *files.values_list("collection__name", "permission__codename"),
    }


def test_a_new_county_has_administrators_and_editors(county):
    assert groups(county) == {
        (Role.ADMINISTRATORS, ""): "Landkreis Auental: Administration",
        (Role.EDITORS, ""): "Landkreis Auental: Redaktion",
    }
    assert rights(county, Role.EDITORS) == {
        *(("de", f"{action}_page") for action in ("add", "change", "publish")),
        *(("Landkreis Auental", f"{action}_image") for action in ("add", "change", "choose")),
        *(("Landkreis Auental", f"{action}_document") for action in ("add", "change", "choose")),
    }


def test_a_county_has_translators_for_each_language_in_which_it_appears(county):
    page = article(county)
    translate(page, "ar")
    assert groups(county)[Role.TRANSLATORS, "ar"] == "Landkreis Auental: Übersetzung, Arabisch"
    assert rights(county, Role.TRANSLATORS, "ar") == {
        ("ar", "change_page"),
        ("ar", "publish_page"),
        ("Landkreis Auental", "choose_image"),
        ("Landkreis Auental", "choose_document"),
    }
    assert ("ar", "publish_page") in rights(county, Role.ADMINISTRATORS)
    assert ("ar", "change_page") not in rights(county, Role.EDITORS)


def test_groups_are_made_with_the_county_or_not_at_all(county):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        make_county("hausen", "Landkreis Hausen")
        assert Group.objects.filter(name__startswith="Landkreis Hausen").count() == 2
        _ = 1 / 0
    assert not Group.objects.filter(name__startswith="Landkreis Hausen").exists()
    assert not CountyCollection.objects.exclude(county=county.translation_key).exists()


def test_the_groups_of_a_renamed_county_follow_and_keep_their_members(county):
    user = member("Amal", county, Role.EDITORS)
    renamed = fresh(county)
    renamed.title = "Kreis Neuental"
    publish(renamed)
    assert groups(county)[Role.EDITORS, ""] == "Kreis Neuental: Redaktion"
    assert collection_of(county).name == "Kreis Neuental"
    assert user.groups.get().name == "Kreis Neuental: Redaktion"


def test_the_title_of_a_draft_names_no_group(county):
    renamed = fresh(county)
    renamed.title = "Kreis Neuental"
    renamed.save_revision()
    assert groups(county)[Role.EDITORS, ""] == "Landkreis Auental: Redaktion"


def test_counties_with_the_same_title_have_groups_of_their_own(county):
    other = make_county("zwilling", county.title)
    assert groups(other)[Role.EDITORS, ""] == "Landkreis Auental: Redaktion (2)"
    assert groups(county)[Role.EDITORS, ""] == "Landkreis Auental: Redaktion"


def test_groups_of_a_deleted_county_go_unless_somebody_is_in_them(county):
    other = make_county("hausen", "Landkreis Hausen")
    user = member("Amal", other, Role.EDITORS)
    fresh(other).delete()
    assert groups(other) == {(Role.EDITORS, ""): "Landkreis Hausen: Redaktion"}
    group = user.groups.get()
    assert not GroupPagePermission.objects.filter(group=group).exists()
    assert not GroupCollectionPermission.objects.filter(group=group).exists()
    assert not group.permissions.exists()
    assert set(groups(county)) == {(Role.ADMINISTRATORS, ""), (Role.EDITORS, "")}


def test_the_command_makes_what_is_missing_and_says_so(county, capsys):
    CountyGroup.objects.get(role=Role.EDITORS).group.delete()
    GroupPagePermission.objects.filter(group__county_group__role=Role.ADMINISTRATORS).first().delete()
    call_command("county_groups")
    assert capsys.readouterr().out.splitlines() == [
        "Landkreis Auental: Administration: rights repaired.",
        "Landkreis Auental: Redaktion: made.",
    ]
    assert ("de", "lock_page") in rights(county, Role.ADMINISTRATORS)
    call_command("county_groups")
    assert capsys.readouterr().out == "All groups are as they should be.\n"


def test_the_command_takes_away_what_a_role_has_not(county):
    group = CountyGroup.objects.get(role=Role.EDITORS).group
    permission = GroupPagePermission.objects.filter(permission__codename="bulk_delete_page").first().permission
    GroupPagePermission.objects.create(group=group, page=Page.objects.get(depth=1), permission=permission)
    call_command("county_groups")
    assert {name for name, _codename in rights(county, Role.EDITORS)} == {"de", "Landkreis Auental"}
    assert not GroupPagePermission.objects.filter(group=group, page__depth=1).exists()
