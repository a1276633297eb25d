"""Rule 12: no visitor's browser is sent to a third party, and visitors get no cookies."""

import re

import pytest

from hub.testing import translate, work
from tests.rules.stage import article, office, text

pytestmark = pytest.mark.django_db

LOADED = re.compile(r"<(?:script|img|iframe|source|video|audio|object|embed)\b[^>]*?\b(?:src|srcset|data)=\"([^\"]*)\"")
LINKED = re.compile(r"<link\b[^>]*>")
FOREIGN = re.compile(r"(?:https?:)?//(?!testserver[/:])")


def loaded(html):
    """Return every address that a browser would load by itself."""
    links = [tag for tag in LINKED.findall(html) if 'rel="canonical"' not in tag and 'rel="alternate"' not in tag]
    addresses = [re.search(r'href="([^"]*)"', tag) for tag in links]
    return [*LOADED.findall(html), *(found[1] for found in addresses if found)]


@pytest.fixture
def addresses(county, editing):
    with editing():
        page = article(
            county,
            "Wohnen",
            [
                text(
                    '<p><a href="https://example.org/">außen</a></p><embed embedtype="media" url="https://example.org/v"/>'
                )
            ],
        )
        desk = office(county)
        translate(page, "ar")
    work()
    paths = ["", "auental/", f"auental/{page.slug}/", f"auental/{desk.slug}/", "search/?q=Wohnen", "nowhere/"]
    return ["/", *(f"/{language}/{path}" for language in ("de", "ar") for path in paths)]


def test_rule_12_pages_load_nothing_from_elsewhere_and_set_no_cookie(addresses, client):
    for address in addresses:
        answer = client.get(address)
        html = answer.content.decode()
        assert not [found for found in loaded(html) if FOREIGN.match(found)], address
        assert "<iframe" not in html
        assert not answer.cookies, address


def test_rule_12_style_sheets_load_nothing_from_elsewhere():
    from django.contrib.staticfiles import finders

    for finder in finders.get_finders():
        for path, storage in finder.list([]):
            if path.endswith(".css") and path.startswith(("hub/", "offices/", "search/")):
                css = storage.open(path).read().decode()
                assert not re.search(r"@import|url\(\s*['\"]?(?:https?:)?//", css), path


def test_rule_12_a_link_outwards_stays_a_link(addresses, client):
    assert 'href="https://example.org/"' in client.get("/de/auental/wohnen/").content.decode()
