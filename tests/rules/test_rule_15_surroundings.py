"""Rule 15: what a page's HTML shows beside its document is recorded, and has a revision of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hub.publications.models import Publication, Sequence
from hub.testing import publish, translate, work
from tests.rules.stage import article, fresh, office, public, restrict

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


@pytest.fixture
def pages(county, editing) -> dict[str, object]:
    """A section with two pages, one of them with a page below it, and a page elsewhere."""
    with editing():
        section = article(county, "Wohnen")
        first, second = article(section, "Miete"), article(section, "Strom")
        pages = {
            "county": county,
            "section": section,
            "first": first,
            "second": second,
            "below": article(first, "Kaution"),
            "elsewhere": article(county, "Arbeit"),
        }
    work()
    return pages


def renewed(pages: dict[str, object], change: Callable[[], None], editing, language: str = "de") -> set[str]:
    """Return the names of the pages whose surroundings, but not whose documents, are new after `change`."""
    before = {name: public(page, language) for name, page in pages.items()}
    with editing():
        change()
    work()
    after = {name: public(page, language) for name, page in pages.items()}
    return {
        name
        for name, old in before.items()
        if old and after[name] and old.sequence == after[name].sequence and old.surroundings < after[name].surroundings
    }


def retitle(page, title: str) -> None:
    page = fresh(page)
    page.title = title
    publish(page)


def test_rule_15_a_new_title_renews_the_pages_above_and_below(pages, editing):
    # The pages directly below name their parent, those of a county their county: their documents are new themselves.
    assert renewed(pages, lambda: retitle(pages["section"], "Wohnung"), editing) == {"county", "below"}


def test_rule_15_a_change_elsewhere_renews_nothing(pages, editing):
    assert renewed(pages, lambda: retitle(pages["elsewhere"], "Beruf"), editing) == {"county"}


def test_rule_15_another_order_renews_the_list_and_those_moved(pages, editing):
    def swap() -> None:
        fresh(pages["second"]).move(fresh(pages["first"]), "left")

    assert {"section", "first", "second"} <= renewed(pages, swap, editing)


def test_rule_15_a_page_that_is_withdrawn_or_comes_renews_the_list_above(pages, editing):
    assert "section" in renewed(pages, lambda: fresh(pages["second"]).unpublish(), editing)
    assert "section" in renewed(pages, lambda: publish(fresh(pages["second"])), editing)
    assert "section" in renewed(pages, lambda: restrict(pages["second"]), editing)
    assert "section" in renewed(pages, lambda: article(pages["section"], "Wasser") and None, editing)
    assert "first" in renewed(pages, lambda: fresh(pages["below"]).delete(), editing)


def test_rule_15_what_the_footer_shows_of_the_county_renews_all_its_pages(pages, county, editing):
    with editing():
        where = office(county)
    work()

    def name_contact() -> None:
        page = fresh(county)
        page.contact = where
        publish(page)

    assert renewed(pages, name_contact, editing) == {"section", "first", "second", "below", "elsewhere"}


@pytest.mark.parametrize(("language", "expected"), [("de", set()), ("ar", {"county", "below"})])
def test_rule_15_other_words_renew_their_language_alone(pages, editing, language, expected):
    with editing():
        translate(pages["section"], "ar")
    work()

    def new_words() -> None:
        translate(fresh(pages["section"]), "ar", mark="neu")

    assert renewed(pages, new_words, editing, language) == expected


def test_rule_15_the_surroundings_never_run_ahead_of_the_sequence(pages, editing):
    renewed(pages, lambda: retitle(pages["section"], "Wohnung"), editing)
    head = Sequence.current().value
    assert max(Publication.objects.values_list("surroundings", flat=True)) <= head
