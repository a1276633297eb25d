"""Rule 9 as a matrix: every way of hiding a page, by every channel and every address that the page ever had."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from hub.publications import consumers
from hub.publications.worker import run_schedule
from hub.testing import make_county, publish, translate, work
from tests.rules.stage import article, block, document, draft, file, fresh, image, link, restrict, text, upkeep

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]

LANGUAGES = ("de", "en", "ar")
WORD = "Quittenbrot"  # in no other page


@dataclass
class Stage:
    """A page two levels below its county, one that links to it, and all addresses at which it was public."""

    county: Any
    section: Any
    page: Any
    addresses: list[str]

    def shown(self, client) -> list[str]:
        """Return where an anonymous visitor sees anything of the page: the page's own addresses, and other channels."""
        return self.own_addresses_shown(client) + [
            address for address in channels() if self.has_trace(client.get(address), f"/{WORD.lower()}/")
        ]

    def own_addresses_shown(self, client) -> list[str]:
        """Return which of the page's own addresses show it. Forms for logins and passwords name the address itself."""
        return [address for address in self.addresses if self.has_trace(client.get(address))]

    def has_trace(self, answer, *others: str) -> bool:
        """Say whether an answer is the picture or file, leads to the document, or holds a word or key of the page."""
        if answer.streaming or answer.headers.get("Location", "").startswith("/api/"):
            return True
        content = documents(answer) if answer.status_code == 200 else b""
        return any(trace.encode() in content for trace in (WORD, str(self.page.translation_key), *others))


def channels() -> list[str]:
    """Return the addresses at which other pages, lists and searches may show a page."""
    return [
        address.format(language=language)
        for language in LANGUAGES
        for address in (
            "/api/v2/pages/?locale={language}&limit=50&fields=*",
            f"/api/v2/pages/?locale={{language}}&search={WORD}",
            f"/api/v2/search/?locale={{language}}&q={WORD}",
            "/api/v2/navigation/?county=auental&locale={language}",
            "/api/v2/changes/?since=0&locale={language}&limit=50",
            f"/{{language}}/search/?q={WORD.lower()}",
            "/sitemap-{language}.xml",
            "/{language}/",
            "/{language}/auental/",
            "/{language}/bergland/verweis/",
        )
    ]


def documents(answer) -> bytes:
    """Return what an answer shows. A feed tells that a page has gone by its key, without its words."""
    if not answer.headers["Content-Type"].startswith("application/json"):
        return answer.content
    data = answer.json()
    if "items" in data:
        data["items"] = [item for item in data["items"] if "gone" not in item]
    return json.dumps(data).encode()


@pytest.fixture(scope="module")
def shared_stage(shared_county, shared_editing) -> Stage:
    """What is public before anything of it is hidden."""
    with shared_editing():
        picture, paper = image(), file()
        section = article(shared_county, "Kochen")
        sheet = block("documents", {"files": [{"file": paper.pk, "title": "Blatt", "language": "de"}]})
        page = article(section, WORD, [text(f"<p>{WORD} kochen.</p>"), sheet], image=picture, image_alt="Ein Brot")
    with shared_editing():
        translate(page, "ar", mark=WORD)
        other = make_county("bergland")
    with shared_editing():
        article(other, "Verweis", [link(page)])
    with shared_editing():
        catch_up()
        addresses = {picture.file.url, picture.get_rendition("max-165x165").url, paper.url}
        for language in LANGUAGES:
            shown = document(page, language)
            addresses |= {part.split()[0] for part in shown["image"]["srcset"].split(",")}
            addresses |= {shown["meta"]["html_url"], shown["meta"]["detail_url"]}
            addresses.add(f"/api/v2/pages/find/?html_path={shown['meta']['html_url']}")
        for pk in page.get_translations(inclusive=True).values_list("pk", flat=True):
            addresses |= {f"/api/v2/pages/{pk}/?locale={language}" for language in LANGUAGES}
    return Stage(shared_county, section, page, sorted(addresses))


@pytest.fixture
def stage(shared_stage, db) -> Stage:
    return replace(shared_stage, **{name: fresh(getattr(shared_stage, name)) for name in ("county", "section", "page")})


def catch_up() -> None:
    """Do what the worker does, search included."""
    work()
    for consumer in consumers.registered():
        consumers.follow(consumer)


def unpublish(page: Page) -> None:
    fresh(page).unpublish()


def expire(page: Page) -> None:
    row = fresh(page)
    row.expire_at = timezone.now() + timedelta(milliseconds=1)
    publish(row)


def delete(page: Page) -> None:
    fresh(page).delete()


def only_for_a_group(page: Page) -> None:
    restriction = PageViewRestriction.objects.create(
        page=Page.objects.get(pk=page.pk), restriction_type=PageViewRestriction.GROUPS
    )
    restriction.groups.add(Group.objects.create(name="Intern"))


def below_a_draft(stage: Stage, client) -> None:
    fresh(stage.page).move(draft(fresh(stage.county), "Entwurf"), "last-child")


def below_a_private_page(stage: Stage, client) -> None:
    folder = article(fresh(stage.county), "Intern")
    restrict(folder)
    fresh(stage.page).move(folder, "last-child")


def in_bulk(stage: Stage, client) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    client.post(f"{address}?id={stage.page.pk}", {"next": "/admin/"})


def by_the_privacy_button(stage: Stage, client) -> None:
    address = reverse("wagtailadmin_pages:set_privacy", args=[stage.section.pk])
    client.post(address, {"restriction_type": "login"})


def on_schedule(stage: Stage, client) -> None:
    expire(stage.page)
    run_schedule()


def behind_the_hubs_back(stage: Stage, client) -> None:
    Page.objects.filter(pk=stage.page.pk).update(live=False)
    upkeep()
    work()


def the_whole_site(stage: Stage, client) -> None:
    restrict(Site.objects.get(is_default_site=True).root_page)


STATES: dict[str, Callable[[Page], object]] = {
    "unpublished": unpublish,
    "for users": restrict,
    "by password": lambda page: restrict(page, password="sesam"),
    "for a group": only_for_a_group,
    "expired": expire,
    "deleted": delete,
}
WAYS: dict[str, Callable[[Stage, Any], object]] = {
    **{
        f"{place} {state}": lambda stage, client, place=place, hide=hide: hide(getattr(stage, place))
        for place in ("page", "section", "county")
        for state, hide in STATES.items()
    },
    "moved below a draft": below_a_draft,
    "moved below a private page": below_a_private_page,
    "unpublished in bulk": in_bulk,
    "privacy button": by_the_privacy_button,
    "expired on schedule": on_schedule,
    "behind the hub's back": behind_the_hubs_back,
    "whole site private": the_whole_site,
}


def test_rule_9_a_public_page_is_shown_at_each_of_its_addresses_and_in_all_channels(stage, client):
    """Else the matrix would prove nothing."""
    seen = stage.shown(client)
    assert set(stage.addresses) <= set(seen)
    unseen = {address for address in channels() if address not in seen}
    sections_only = {f"/{language}/{path}" for language in LANGUAGES for path in ("", "auental/")}
    assert unseen == {*sections_only, "/sitemap-en.xml"}, "it is not written in English"


@pytest.mark.parametrize("way", WAYS)
def test_rule_9_a_hidden_page_is_shown_nowhere(stage, editing, client, admin_client, way):
    with editing():
        WAYS[way](stage, admin_client)
    assert stage.own_addresses_shown(client) == [], "at once"
    catch_up()
    assert stage.shown(client) == [], "and in every channel as soon as the worker has looked"
