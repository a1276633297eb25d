"""In a real browser: no serious barrier, no sideways scrolling on the narrowest phone, nothing that needs a script."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from wagtail.models import Page

from hub.publications.models import Sequence
from hub.publications.worker import drain
from hub.testing import languages, make_county, translate
from tests.rules.stage import article, block, office, text

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
    text("<h2>Wohnungsgeberbestätigungsformularvordruck</h2><p>Ein <b>Satz</b>.</p><ul><li>Strom</li></ul>"),
    block("callout", {"style": "important", "title": "Achtung", "text": "<p>Nichts unterschreiben.</p>"}),
    block("callout", {"style": "emergency", "title": "", "text": "<p>Rufen Sie 112 an.</p>"}),
    block("contact", CONTACT),
]
PATHS = [
    "/",
    "/{}/",
    "/{}/auental/",
    "/{}/auental/wohnen/",
    "/{}/auental/amt/",
    "/{}/search/?q=Wohnen&county=auental",
    "/{}/nothing/",
    "/{}/_util/login/",
]


@pytest.fixture
def county_in_use(transactional_db):
    # Another test in this process may have emptied the tables, with what the migrations put there.
    if not Page.objects.filter(depth=1).exists():
        Page.add_root(instance=Page(title="Root", slug="root", locale=languages()["de"]))
    Sequence.objects.get_or_create(pk=1)
    county = make_county()
    wohnen = article(county, "Wohnen", BODY, summary="Alles zum Wohnen", icon="home")
    translate(wohnen, "ar")
    article(wohnen, "Mietvertrag", icon="law")
    office(county, "Amt")
    drain()


def inspect(tab, path: str) -> None:
    """Fail when the page in `tab` has a serious barrier or is wider than the screen of 320 px."""
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320, path
    found = Axe().run(tab).response["violations"]
    serious = [(item["id"], item["nodes"]) for item in found if item["impact"] in {"serious", "critical"}]
    assert not serious, (path, serious)


@pytest.mark.parametrize("language", ["de", "ar"])
def test_pages_have_no_barriers_and_do_not_scroll_sideways(county_in_use, live_server, browser, language):
    with browser.new_context(viewport={"width": 320, "height": 720}, locale=language) as context:
        tab = context.new_page()
        for path in PATHS:
            tab.goto(live_server.url + path.format(language))
            inspect(tab, path)


@pytest.mark.parametrize("language", ["de", "ar"])
def test_errors_have_no_barriers(county_in_use, live_server, browser, language, monkeypatch):
    def fail(locale: str) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("hub.site.navigation.counties", fail)
    with browser.new_context(viewport={"width": 320, "height": 720}) as context:
        tab = context.new_page()
        assert tab.goto(f"{live_server.url}/{language}/").status == 500
        inspect(tab, "500")
        tab.set_content(f'<form method="post" action="{live_server.url}/{language}/_util/login/"><button>Go</button>')
        with tab.expect_navigation() as answer:
            tab.get_by_role("button").click()
        assert answer.value.status == 403
        inspect(tab, "403")


def test_a_visitor_reads_and_searches_without_scripts(county_in_use, live_server, browser):
    with browser.new_context(locale="ar", java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(live_server.url + "/")
        tab.get_by_role("main").get_by_role("link").first.click()
        tab.get_by_role("main").get_by_role("link").first.click()
        tab.get_by_role("searchbox").fill("Wohnen")
        tab.get_by_role("searchbox").press("Enter")
        assert "/ar/search/?q=Wohnen&county=auental" in tab.url
        tab.get_by_role("main").get_by_role("link", name="ar Wohnen").first.click()
        assert tab.url == f"{live_server.url}/ar/auental/wohnen/"
