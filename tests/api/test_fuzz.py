"""Whatever is asked of the API: the answer is JSON with a status below 500, and never a page."""

import itertools
import json

import pytest

from hub.media.models import Document
from tests.api.problems import is_problem
from tests.rules.stage import article, file, image, office, text

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]

LIST = (
    "ancestor_of child_of county descendant_of fields id kind limit locale offset order search search_operator slug "
    "spoken_languages title topics translation_of type"
)
PARAMETERS = {
    "/api/v2/pages/": LIST,
    "/api/v2/offices/": LIST,
    "/api/v2/pages/find/": "html_path id locale",
    "/api/v2/offices/find/": "html_path id locale",
    "/api/v2/pages/{id}/": "fields locale",
    "/api/v2/offices/{id}/": "fields locale",
    "/api/v2/images/": "county fields limit locale offset order",
    "/api/v2/documents/": "county fields limit locale offset order",
    "/api/v2/images/{image}/": "county fields locale",
    "/api/v2/documents/{file}/": "county fields locale",
    "/api/v2/locales/": "",
    "/api/v2/navigation/": "county locale",
    "/api/v2/changes/": "since county kind limit locale",
    "/api/v2/search/": "q county kind limit locale offset",
}
EVERYWHERE = " format nonsense"
NASTY = (
    "",
    "0",
    "-1",
    "1e9",
    "9" * 30,
    "9" * 5000,
    "0" * 11 + "51",
    "0" * 11 + "9" * 30,
    "0" * 5000 + "1",
    "٣",
    "²",
    "NaN",
    "null",
    "true",
    "{}",
    "[]",
    "'",
    '"',
    "\\",
    "%",
    "%00",
    "\x00",
    "a\x00b",
    "\ud7ff\uffff",
    "🦊",
    "مرحبا",
    "' OR 1=1 --",
    "*",
    "_",
    "-",
    "--",
    ",",
    ",,,",
    "*,*",
    "*,-title",
    "_,title",
    "title,title",
    "((",
    "))",
    "()",
    "topics(",
    "topics()",
    "topics(*)",
    "topics(slug,-name)",
    "image(src,alt(x))",
    "parent(title)",
    "a(" * 3000,
    "(" * 3000,
    "a," * 3000,
    '"',
    '"a',
    "+a -b *c ~d (e",
    "a AND OR NOT",
    "NEAR(a b, 5)",
    "a:b",
    "id:",
    "../../etc/passwd",
    "/de/auental/",
    "//example.org/",
    "http://example.org/",
    "de",
    "en-US",
    "DE",
    "xx",
    "api",
    "json",
    "xml",
    "random",
    "-random",
    "title",
    "-title,slug",
    "and",
    "or",
    "xx" * 2000,
    "epoch-1",
    "epoch-1-2-3",
    "-1-1",
    "deadbeef-99999999999999999999",
)


def answers_well(answer) -> bool:
    """Say whether this is a proper answer of the API."""
    assert answer.status_code in (200, 302, 400, 404, 410), answer.status_code
    if answer.status_code == 302:
        assert answer.url.startswith("/api/v2/")
        return True
    if answer.status_code >= 400:
        assert is_problem(answer)
    else:
        assert answer["Content-Type"] == "application/json"
        json.loads(answer.content)
    return True


def address_of(endpoint: str, page) -> str:
    paper = Document.objects.get()
    return endpoint.format(id=page.pk, image=page.image_id, file=paper.pk)


@pytest.fixture
def page(county, editing):
    with editing():
        link = f'<p><a linktype="document" id="{file().pk}">Blatt</a></p>'
        page = article(county, "Wohnen", [text(link)], image=image(), image_alt="Ein Haus")
        office(county)
    return page


@pytest.mark.slow
@pytest.mark.parametrize("endpoint", PARAMETERS)
def test_rule_11_no_value_of_any_parameter_is_an_error_of_the_server(endpoint, page, client):
    names = (PARAMETERS[endpoint] + EVERYWHERE).split()
    for name, value in itertools.product(names, NASTY):
        assert answers_well(client.get(address_of(endpoint, page), {name: value})), (name, value)


@pytest.mark.slow
@pytest.mark.parametrize("endpoint", ["/api/v2/pages/", "/api/v2/info/"])
def test_rule_11_no_pair_of_parameters_is_an_error_of_the_server(endpoint, page, client):
    values = {
        "search": "Wohnen",
        "order": "-title",
        "limit": "1",
        "offset": "1",
        "locale": "ar",
        "county": "auental",
        "fields": "*",
        "kind": "info",
        "type": "home.InfoPage",
        "child_of": str(page.get_parent().pk),
        "descendant_of": str(page.get_parent().pk),
        "id": str(page.pk),
        "search_operator": "and",
    }
    for first, second in itertools.combinations(values.items(), 2):
        assert answers_well(client.get(endpoint, dict([first, second]))), (first, second)


def test_rule_11_a_browser_gets_json_too(page, client):
    accepted = ("text/html", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "application/xml", "nonsense")
    addresses = ("pages/", "pages/?limit=x", "pages/1/", "nonsense/", "locales/", "changes/?since=x", "search/?q=x")
    for address, accept in itertools.product(addresses, accepted):
        answer = client.get(f"/api/v2/{address}", headers={"accept": accept})
        assert answers_well(answer), (address, accept)
        assert not answer.cookies


def test_rule_11_the_api_only_answers_questions(page, client, admin_client):
    for endpoint, method in itertools.product(PARAMETERS, ("post", "put", "patch", "delete")):
        for some in (client, admin_client):
            answer = getattr(some, method)(address_of(endpoint, page), {})
            assert answer.status_code == 405, (endpoint, method)
            assert is_problem(answer)


@pytest.mark.parametrize(
    "address",
    [
        "/api/v2/pages/0/",
        "/api/v2/images/0/",
        "/api/v2/documents/x/",
        "/api/v2/images/" + "9" * 25 + "/",
        "/api/v2/images/find/",
        "/api/v2/pages/-1/",
        "/api/v2/pages/x/",
        "/api/v2/pages/" + "9" * 25 + "/",
        "/api/v2/pages/" + "9" * 5000 + "/",
        "/api/v2/pages/%00/",
        "/api/v2/%00",
        "/api/v2/de/auental/",
        "/api/v2/pages/find/?html_path=/xx/",
        "/api/v2/pages/find/?html_path=%2F%2F%2F",
        "/api/v2/pages/find/?id=999999",
        "/api/v2/users/",
        "/api/v2/",
        "/api/v2/auental/wohnen/",
        "/api/v1/pages/",
        "/api/",
    ],
)
def test_rule_11_an_unknown_address_of_the_api_is_no_page_and_leads_to_none(address, page, client):
    answer = client.get(address)
    assert answer.status_code == 404
    assert is_problem(answer)


def test_rule_11_an_address_without_its_slash_leads_to_no_page(page, client):
    for address in ("/api/v2/pages", "/api/v2/nonsense", "/api/v2/changes"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert is_problem(answer)
