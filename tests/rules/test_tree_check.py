"""Upkeep and `publications check` find what is wrong in the page tree, and mend what can be known."""

import logging

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from hub.publications.tree_check import check_tree, find_damage, mend_tree
from hub.publications.upkeep import begin_round, work_upkeep
from hub.testing import work
from tests.rules.stage import article, public

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


@pytest.fixture
def page(county, editing) -> Page:
    with editing():
        page = article(county, "Wohnen")
        article(article(page, "Miete"), "Kaution")
        article(county, "Arbeit")
    return Page.objects.get(pk=page.pk)


def damage(page: Page, **columns) -> None:
    Page.objects.filter(pk=page.pk).update(**columns)


WRONG = [
    ({"numchild": 0}, "numchild is 0, not 1"),
    ({"numchild": 2}, "numchild is 2, not 1"),
    ({"depth": 7}, "depth is 7, not 4"),
    ({"url_path": "/hub/alt/"}, "url_path is /hub/alt/, not /hub/auental/wohnen/"),
]


def test_a_sound_tree_has_no_damage(page):
    assert not list(find_damage())


@pytest.mark.parametrize(("columns", "text"), WRONG)
def test_wrong_columns_are_found_and_mended(page, columns, text, caplog):
    damage(page, **columns)
    assert [(finding.where, finding.what) for finding in check_tree()] == [(f"page {page.pk}", text)]
    mend_tree()
    assert not list(find_damage())
    assert f"Page {page.pk}: {text}. It was corrected." in caplog.text


def test_addresses_below_are_mended_with_the_page_itself(page):
    damage(page, url_path="/hub/alt/")
    for below in page.get_descendants():
        damage(below, url_path=below.url_path.replace("/auental/wohnen/", "/alt/"))
    mend_tree()
    assert page.get_descendants().last().url_path == "/hub/auental/wohnen/miete/kaution/"


def test_an_orphan_is_reported_and_left_alone(page, caplog):
    Page.objects.filter(pk=page.pk).delete()
    child = article(page.get_parent(), "Miete")
    damage(child, path=f"{page.path}0005", depth=5)
    (finding,) = [finding for finding in check_tree() if "orphan" in finding.what]
    assert finding.where == f"page {child.pk}"
    mend_tree()
    assert Page.objects.get(pk=child.pk).path == f"{page.path}0005"
    assert "is an orphan" in caplog.text


def test_what_treebeard_calls_a_problem_is_found(page):
    damage(page, numchild=5)
    damage(page.get_children().get(), depth=1)
    assert {found.page_id for found in find_damage()} == {pk for pks in Page.find_problems() for pk in pks}


def test_looking_costs_one_query_and_no_lock(page, django_assert_num_queries):
    with django_assert_num_queries(1):
        mend_tree()


def test_upkeep_mends_the_tree_and_then_the_publications(page, caplog):
    damage(page, numchild=0, url_path="/hub/auental/alt/")
    with caplog.at_level(logging.WARNING):
        begin_round()
        while work_upkeep():
            pass
    work()
    assert "It was corrected" in caplog.text
    assert not list(find_damage())
    assert public(page).path == "auental/wohnen"


def test_check_tells_and_fix_mends(page, capsys):
    damage(page, numchild=0)
    with pytest.raises(CommandError):
        call_command("publications", "check")
    assert f"page {page.pk}: numchild is 0, not 1" in capsys.readouterr().out
    call_command("publications", "check", "--fix")
    assert not list(find_damage())


def test_fix_mends_what_was_made_from_a_damaged_tree(page):
    damage(page, url_path="/hub/auental/alt/")
    call_command("publications", "rebuild")
    assert public(page).path == "auental/alt"
    call_command("publications", "check", "--fix")
    assert public(page).path == "auental/wohnen"
