"""Every page in a real browser: no serious barrier, no sideways scrolling at 320 px, no script, no third party."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.exceptions import PermissionDenied
from playwright.sync_api import Page

from directory.guides.models import GuidePage, GuideProgrammePage
from directory.networks.models import NetworkPage
from directory.packages.models import PackagePage
from directory.projects.models import ProjectPage
from hub.publications.worker import drain
from hub.taxonomy.models import Place, Topic
from hub.testing import make_county, publish, translate
from hub.testing.examples import Examples
from tests.consents.stage import consent
from tests.rules.stage import article, block, image, office, restrict, text

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CONTACT = {
    "office": None,
    "name": "Wohnungsamt Auenstadt",
    "phones": [{"type": "item", "id": "1", "value": {"label": "Zentrale", "number": "030 23125 000"}}],
    "email": "wohnungsamt.auenstadt.mit.einem.langen.namen@auental.example",
    "website": "https://auental.example/eine/lange/adresse/ohne/jedes/leerzeichen",
    "address": "Marktplatz 1, 05110 Auenstadt",
}
BODY = [
    text("<h2>Wohnungsgeberbestätigungsformularvordruck</h2><p>Ein <b>Satz</b>.</p><ul><li>Strom</li></ul><hr/>"),
    block("callout", {"style": "important", "title": "Achtung", "text": "<p>Nichts unterschreiben.</p>"}),
    block("callout", {"style": "emergency", "title": "", "text": "<p>Rufen Sie 112 an.</p>"}),
    block("contact", CONTACT),
    block("offices_responsible", {"heading": "Wer hilft mir?", "what": "office_type:authority"}),
]
ADDRESS = {"kind": "postal", "name": "Amt", "street": "", "po_box": "1234", "postal_code": "05110", "town": "Auenstadt"}
PAGES = {
    "languages": "/",
    "home": "/{}/",
    "county": "/{}/auental/",
    "article": "/{}/auental/wohnen/",
    "untranslated": "/{}/auental/wohnen/mietvertrag/",
    "office": "/{}/auental/amt/",
    "list": "/{}/auental/offices/?spoken_languages=ar",
    "project": "/{}/auental/lotsen/",
    "projects": "/{}/auental/projects/?status=running",
    "guide": "/{}/auental/lotsin-7/",
    "guides": "/{}/auental/guides/",
    "becoming a guide": "/{}/auental/lotse-werden/",
    "network": "/{}/auental/netz/",
    "networks": "/{}/auental/networks/",
    "package": "/{}/auental/ankommen/",
    "packages": "/{}/auental/packages/",
    "topics": "/{}/auental/topics/",
    "topic": "/{}/auental/topics/housing/",
    "responsible": "/{}/auental/offices/responsible/?what=office_type:authority&where=auenstadt",
    "which place": "/{}/auental/offices/responsible/?what=office_type:authority&where=05110",
    "unknown place": "/{}/auental/offices/responsible/?what=&where=Auenstatt",
    "found": "/{}/search/?q=Wohnen&county=auental",
    "nothing found": "/{}/search/?q=Xylophon&county=auental",
    "login": "/{}/_util/login/",
    "404": "/{}/nothing/",
    "404 in a county": "/{}/auental/nothing/",
}
PRIVATE = "/{}/auental/intern/"


@pytest.fixture
def pages(county):
    """A page of every kind, in German and in Arabic."""
    make_county("bergtal", "Landkreis Bergtal")  # else the home page leads to the only one
    housing = Topic.objects.create(slug="housing", names={"de": "Wohnen", "ar": "السكن"}, icon="home")
    look = {"icon": "home", "image": image(), "image_alt": "Haus"}
    wohnen = article(county, "Wohnen", BODY, topics=[housing], summary="Alles zum Wohnen", **look)
    article(wohnen, "Mietvertrag", icon="law")
    places = [
        Place.objects.create(slug=slug, names={"de": name}, postal_codes="05110")
        for slug, name in (("auenstadt", "Auenstadt"), ("lindenfurt", "Lindenfurt"))
    ]
    desk = office(
        county,
        "Amt",
        is_not="Kein Amt für alles.",
        website="https://amt.auental.example/",
        hours={"monday": [["08:30", "12:00"], ["13:00", "16:00"]]},
        addresses=[block("address", ADDRESS)],
        languages=["ar", "uk"],
        topics=[housing],
        lift=True,
        places=places,
    )
    county.contact_id = desk.pk
    publish(county)
    examples = Examples(county)
    models = (
        (ProjectPage, "lotsen"),
        (NetworkPage, "netz"),
        (PackagePage, "ankommen"),
        (GuideProgrammePage, "lotse-werden"),
    )
    whole = [publish(examples.fill(model, title=slug.capitalize(), slug=slug), county) for model, slug in models]
    guide = examples.fill(GuidePage, title="Lotsin 7", slug="lotsin-7", consent=consent(county))
    whole.append(publish(guide, county))
    for page in (wohnen, desk, *whole):
        translate(page, "ar", mark="عربي")
    restrict(article(county, "Intern"), "geheim")
    drain()


@pytest.fixture(params=["de", "ar"])
def phone(request, browser):
    """The narrowest phone, of a visitor who speaks German, or Arabic."""
    with browser.new_context(viewport={"width": 320, "height": 720}, locale=request.param) as context:
        context.language = request.param
        yield context


def inspect(tab: Page, name: str) -> None:
    """Fail when the page in `tab` has a serious barrier or is wider than the screen."""
    width, screen = tab.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert width <= screen, (name, width)
    found = Axe().run(tab).response["violations"]
    serious = [(item["id"], item["nodes"]) for item in found if item["impact"] in {"serious", "critical"}]
    assert not serious, (name, serious)


def test_no_page_has_barriers_or_scrolls_sideways(pages, live_server, phone):
    tab = phone.new_page()
    for name, address in {**PAGES, "password": PRIVATE}.items():
        tab.goto(live_server.url + address.format(phone.language))
        inspect(tab, name)
    assert tab.locator("main input[type=password]").count() == 1


@pytest.mark.parametrize(("error", "status"), [(PermissionDenied, 403), (RuntimeError, 500)])
def test_no_error_has_barriers_or_scrolls_sideways(county, live_server, phone, monkeypatch, error, status):
    def fail(locale: str) -> None:
        raise error

    monkeypatch.setattr("hub.site.navigation.counties", fail)
    tab = phone.new_page()
    assert tab.goto(f"{live_server.url}/{phone.language}/").status == status
    assert tab.locator("html").get_attribute("lang") == phone.language
    inspect(tab, str(status))


def test_no_page_asks_anybody_else_or_sets_a_cookie(pages, live_server, browser):
    with browser.new_context() as visitor:
        asked = []
        visitor.on("request", lambda request: asked.append(request.url))
        tab = visitor.new_page()
        for language in ("de", "ar"):
            for name, address in PAGES.items():
                tab.goto(live_server.url + address.format(language), wait_until="networkidle")
                assert name == "login" or not visitor.cookies(), name  # a form's cookie protects it from forgery
                visitor.clear_cookies()
    assert [url for url in asked if not url.startswith(f"{live_server.url}/")] == []
    assert any("/images/" in url for url in asked), "pictures were loaded, too"


def test_a_visitor_reads_and_searches_without_scripts(pages, live_server, browser):
    with browser.new_context(locale="ar", java_script_enabled=False) as visitor:
        tab = visitor.new_page()
        tab.goto(live_server.url + "/")
        for link in ("العربية", "مقاطعة Landkreis Auental"):
            tab.get_by_role("main").get_by_role("link", name=link).click()
        tab.get_by_role("searchbox").fill("Wohnen")
        with tab.expect_navigation():
            tab.get_by_role("searchbox").press("Enter")
        assert "/ar/search/?q=Wohnen&county=auental" in tab.url
        tab.get_by_role("main").get_by_role("link", name="عربي Wohnen").first.click()
        assert tab.url == f"{live_server.url}/ar/auental/wohnen/"
