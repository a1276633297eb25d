"""Rule 9: only public pages have a document, and everything that channels tell follows from documents."""

import json
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page

from hub.publications.models import Publication, Tombstone
from hub.publications.worker import run_schedule
from hub.site import navigation
from hub.taxonomy.models import Topic
from hub.testing import languages, make_county, publish, translate, work
from tests.rules.stage import (
    article,
    block,
    document,
    draft,
    fresh,
    later,
    office,
    public,
    restrict,
    text,
)

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]

LANGUAGES = ("de", "en", "ar")
WORD = "Quittenbrot"  # in no other page


@pytest.fixture(scope="module")
def shared_page(shared_county, shared_editing):
    """A page with a word of its own, a topic of its own, also in Arabic."""
    with shared_editing():
        page = article(shared_county, "Rezept", [text(f"<p>{WORD} kochen.</p>")])
        page.topics = [Topic.objects.create(slug="cooking", names={"de": "Kochen"})]
        publish(page)
    with shared_editing():
        translate(page, "ar")
    return page


@pytest.fixture
def page(shared_page, db):
    return fresh(shared_page)


def traces(page: Page, client, language: str) -> list[str]:
    """Return the channels in `language` in which anything of `page` can be seen."""
    key = str(page.translation_key)
    found = []
    listed = client.get("/api/v2/pages/", {"locale": language, "limit": 50}).json()
    if key in {item["meta"]["translation_key"] for item in listed["items"]}:
        found.append("list")
    if listed["meta"]["total_count"] != len(listed["items"]):
        found.append("count")
    if client.get("/api/v2/info/", {"locale": language, "slug": page.slug}).json()["meta"]["total_count"]:
        found.append("filtered list")
    for pk in page.get_translations(inclusive=True).values_list("pk", flat=True):
        if client.get(f"/api/v2/pages/{pk}/", {"locale": language}).status_code == 200:
            found.append("detail")
        relations = ("child_of", "descendant_of", "translation_of", "ancestor_of")
        found += [name for name in relations if client.get("/api/v2/pages/", {name: pk}).status_code == 200]
    address = f"/{language}/auental/{page.slug}/"
    if client.get("/api/v2/pages/find/", {"html_path": address}).status_code != 404:
        found.append("find")
    if WORD in client.get(address).content.decode():
        found.append("html")
    for channel, address, query in (
        ("navigation", "/api/v2/navigation/", {"county": "auental", "locale": language}),
        ("search", "/api/v2/search/", {"q": WORD, "locale": language}),
        ("list search", "/api/v2/pages/", {"search": WORD, "locale": language}),
        ("search page", f"/{language}/search/", {"q": WORD.lower()}),
        ("sitemap", f"/sitemap-{language}.xml", {}),
        ("county page", f"/{language}/auental/", {}),
        ("home page", f"/{language}/", {}),
    ):
        answer = client.get(address, query).content.decode()
        if f"/{page.slug}/" in answer or WORD in answer or key in answer:
            found.append(channel)
    changes = client.get("/api/v2/changes/", {"since": 0, "locale": language, "limit": 50}).json()["items"]
    if key in {item["document"]["meta"]["translation_key"] for item in changes if "document" in item}:
        found.append("feed")
    return found


def test_rule_9_a_public_page_leaves_traces_in_all_channels(page, client):
    """Else the tests below would prove nothing."""
    for language in ("de", "ar"):
        seen = set(traces(page, client, language))
        assert seen >= {
            "list",
            "filtered list",
            "detail",
            "find",
            "html",
            "navigation",
            "sitemap",
            "county page",
            "feed",
        }


@pytest.mark.parametrize("state", ["draft", "unpublished", "restricted", "restricted ancestor", "expired", "deleted"])
def test_rule_9_what_is_not_public_leaves_no_trace(page, county, editing, client, state):
    with editing():
        match state:
            case "draft":
                fresh(page).delete()
                page = draft(county, "Rezept", body=f'[{{"type": "text", "value": "<p>{WORD}</p>", "id": "a"}}]')
            case "unpublished":
                fresh(page).unpublish()
            case "restricted":
                restrict(page)
            case "restricted ancestor":
                restrict(county)
            case "expired":
                row = fresh(page)
                row.expire_at = timezone.now() + timedelta(hours=1)
                publish(row)
            case "deleted":
                fresh(page).delete()
    with later(hours=2 if state == "expired" else 0):
        for language in LANGUAGES:
            assert traces(page, client, language) == [], language
        work()
        for language in LANGUAGES:
            assert traces(page, client, language) == [], language


def test_rule_9_an_expired_page_is_hidden_without_a_worker_and_buried_by_it(page, editing):
    row = fresh(page)
    row.expire_at = timezone.now() + timedelta(hours=1)
    with editing():
        publish(row)
    assert public(page, "ar").visible_until == row.expire_at
    with later(hours=1, seconds=1):
        assert public(page, "ar") is None
        assert Publication.objects.filter(source_id=page.pk).count() == 3
        with editing():
            run_schedule()
    assert Tombstone.objects.filter(translation_key=page.translation_key).count() == 3
    assert not Publication.objects.filter(source_id=page.pk).exists()


def test_rule_9_an_expired_county_hides_its_pages(page, county, editing):
    row = fresh(county)
    row.expire_at = timezone.now() + timedelta(hours=1)
    with editing():
        publish(row)
    work()
    with later(hours=2):
        assert public(page) is None
        assert public(county) is None
        assert navigation.counties("de") == []


def test_rule_9_an_expiry_that_is_put_off_shows_the_page_again(page, editing):
    row = fresh(page)
    row.expire_at = timezone.now() + timedelta(hours=1)
    with editing():
        publish(row)
    before = public(page).sequence
    row.expire_at = None
    with editing():
        publish(row)
    with later(hours=2):
        assert public(page).sequence > before, "a reader that passed meanwhile gets it again"


# What stands around a page


@pytest.fixture
def section(county, editing):
    """A section, a page in it, and one below that page, all public."""
    with editing():
        folder = article(county, "Wohnen")
        page = article(folder, "Miete")
        below = article(page, "Kaution")
    work()
    assert public(below, "ar")
    return folder, page, below


def test_rule_9_what_is_below_a_draft_is_hidden_in_every_channel_until_the_draft_is_published(section, editing, client):
    folder, page, below = section
    with editing():
        fresh(folder).unpublish()
    for hidden in section:
        assert public(hidden) is None
        assert client.get(f"/api/v2/pages/{hidden.pk}/").status_code == 404
    for path in ("wohnen", "wohnen/miete", "wohnen/miete/kaution"):
        assert client.get(f"/de/auental/{path}/").status_code == 404
    work()
    assert not Publication.objects.filter(source_id__in=[page.pk, below.pk]).exists()
    assert "Miete" not in client.get("/api/v2/navigation/?county=auental&locale=de").content.decode()
    with editing():
        publish(fresh(folder))
    work()
    assert [public(page).path for page in section] == [
        "auental/wohnen",
        "auental/wohnen/miete",
        "auental/wohnen/miete/kaution",
    ]


def test_rule_9_a_page_expires_with_the_first_of_its_ancestors(section, county, editing):
    folder, _page, below = section
    end = timezone.now() + timedelta(hours=2)
    folder, below = fresh(folder), fresh(below)
    folder.expire_at, below.expire_at = end, end + timedelta(hours=1)
    with editing():
        publish(folder)
        publish(below)
    work()
    assert public(below).visible_until == end
    with later(hours=2, minutes=1):
        assert public(below, "ar") is None
    with editing():
        folder.expire_at = None
        publish(folder)
    work()
    assert public(below).visible_until == below.expire_at


def test_rule_9_a_page_below_an_expired_one_is_hidden_before_the_worker_looks(section, editing):
    folder, page, _below = section
    folder = fresh(folder)
    folder.expire_at = timezone.now() - timedelta(minutes=1)
    with editing():
        folder.save()
    assert public(page) is None


def test_rule_9_a_page_published_below_a_draft_waits_for_it(county, editing):
    with editing():
        folder = draft(county, "Geheimordner")
        page = article(folder, "Miete")
    assert public(page) is None
    with editing():
        publish(fresh(folder))
    work()
    assert public(page).path == "auental/geheimordner/miete"


def test_rule_9_children_that_are_not_public_are_in_no_list(county, editing, client):
    with editing():
        page = article(county, "Wohnen", [block("children", None)])
        article(page, "Miete")
        draft(page, "Geheimentwurf")
        private = article(page, "Geheimseite")
        restrict(private)
    for language in LANGUAGES:
        children = navigation.page_navigation(document(page, language), public(page, language))["children"]
        assert [child["title"] for child in children] == ["Miete"]
        assert "Geheim" not in client.get(f"/{language}/auental/wohnen/").content.decode()
    assert client.get("/api/v2/pages/", {"child_of": page.pk}).json()["meta"]["total_count"] == 1


def test_rule_9_facets_know_only_public_pages(page, editing):
    with editing():
        fresh(page).unpublish()
    assert not Publication.objects.public().filter(facets__value="cooking").exists()


def test_rule_9_a_county_that_is_a_draft_is_nowhere(editing, county, client):
    with editing():
        other = make_county("hausen", "Landkreis Hausen")
        page = article(other, "Wohnen")
        fresh(other).unpublish()
    work()
    assert public(page) is None
    assert "hausen" not in client.get("/de/").content.decode().lower()
    assert "hausen" not in client.get("/api/v2/counties/").content.decode().lower()


@pytest.fixture
def arabic_only(county, editing):
    """A page that exists in Arabic only: it stands below the Arabic translation of its county."""
    with editing():
        translate(county, "ar")
        page = article(county.get_translation(languages()["ar"]), "Nur arabisch", locale=languages()["ar"])
    work()
    assert public(page, "ar")
    return page


def test_rule_9_a_page_below_a_translation_is_as_public_as_its_county(county, editing, arabic_only):
    with editing():
        restriction = restrict(county)
    assert public(arabic_only, "ar") is None
    work()
    assert public(arabic_only, "ar") is None
    with editing():
        restriction.delete()
    work()
    assert public(arabic_only, "ar")
    with editing():
        fresh(county).unpublish()
    assert public(arabic_only, "ar") is None
    work()
    assert public(arabic_only, "ar") is None


def test_rule_9_a_page_below_a_translation_stands_in_its_county(county, editing, arabic_only):
    assert "Nur arabisch" in str(navigation.tree("auental", "ar"))
    with editing():
        row = fresh(county)
        row.expire_at, row.languages = timezone.now() + timedelta(hours=1), ["de", "ar"]
        publish(row)
    work()
    assert public(arabic_only, "en") is None
    with later(hours=2):
        assert public(arabic_only, "ar") is None


def test_rule_9_no_document_made_after_the_expiry_shows_an_expired_page(county, editing):
    with editing():
        desk = office(county, summary="Das alte Amt.", expire_at=timezone.now() + timedelta(hours=1))
        page = article(county, "Wohnen", [block("contact", {"office": desk.pk})])
    assert "Das alte Amt." in json.dumps(document(page))
    with later(hours=2):
        run_schedule()
        assert "Das alte Amt." not in json.dumps(document(page))


@pytest.mark.django_db(transaction=True)
@pytest.mark.postgresql
def test_rule_9_a_page_unpublished_while_its_section_becomes_public_is_hidden():
    county = make_county()
    section = article(county, "Bereich")
    page = article(section, "Seite")
    restriction = restrict(section)
    work()
    unpublished, go = threading.Event(), threading.Event()

    def unpublish():
        with transaction.atomic():
            fresh(page).unpublish()
            unpublished.set()
            go.wait(30)
        connection.close()

    colleague = threading.Thread(target=unpublish)
    colleague.start()
    assert unpublished.wait(30)
    restriction.delete()
    work()
    go.set()
    colleague.join()
    work()
    assert public(page) is None


# What editors are told


@pytest.fixture
def told(admin_client) -> Callable[[str], list[str]]:
    """`told("/admin/pages/7/edit/")`: the warnings above a page of the admin."""

    def warnings(address: str) -> list[str]:
        found = admin_client.get(address, follow=True).context["messages"]
        return [str(message) for message in found if message.level_tag == "warning"]

    return warnings


@pytest.mark.parametrize("words", ["ein Entwurf ist", "abgelaufen ist", "Zugang zu"])
def test_rule_9_editors_are_told_what_hides_a_page(county, editing, told, words):
    with editing():
        section = article(county, "Wohnen <b>")
        page = article(section, "Miete")
        translate(page, "ar")
    translation = page.get_translation(languages()["ar"])
    edit, listing = "/admin/pages/{}/edit/".format, "/admin/pages/{}/".format
    addresses = [edit(page.pk), edit(translation.pk), listing(page.pk), listing(section.pk)]
    assert not any(told(address) for address in addresses)
    hide = {
        "ein Entwurf ist": lambda: section.unpublish(),
        "abgelaufen ist": lambda: Page.objects.filter(pk=section.pk).update(expire_at=timezone.now()),
        "Zugang zu": lambda: restrict(section),
    }
    with editing():
        hide[words]()
    for address in addresses:
        (warning,) = told(address)
        assert words in warning, address
        assert "Wohnen &lt;b&gt;" in warning
        assert edit(section.pk) in warning
    assert not told(edit(section.pk)), "its own status says it"


def test_rule_9_a_translation_says_that_its_source_is_a_draft(county, editing, told):
    with editing():
        page = article(county, "Wohnen")
        translation = translate(page, "ar")
        fresh(page).unpublish()
    assert "„Wohnen“ ein Entwurf ist" in told(f"/admin/pages/{translation.pk}/edit/")[0]


def test_rule_9_a_filtered_list_does_not_say_it_again(county, editing, told, admin_client):
    with editing():
        section = article(county, "Wohnen")
        section.unpublish()
    assert told(f"/admin/pages/{section.pk}/")
    admin_client.get(f"/admin/pages/{section.pk}/results/")
    assert len(told(f"/admin/pages/{section.pk}/")) == 1
