"""Answers that are joined from stored bytes: the same as Django's, and as careful."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from hub.api import ready
from hub.api.ready import Ready
from hub.kept import COUNTY, state
from hub.kept.answers import Answer
from hub.publications.documents import EDGE, ROOT
from hub.publications.models import OutboxRow, Publication
from hub.testing import make_county, translate, work
from tests.kept.both_ways import DjangosConnection, Quiet
from tests.rules.stage import article, fresh, link, office, text

pytestmark = [pytest.mark.django_db, pytest.mark.django_alone]

READY = [
    "pages/",
    "pages/?locale=ar",
    "pages/?county=auental&locale=de&limit=2&offset=1",
    "pages/?county=auental&locale=de&kind=info&fields=*",
    "pages/?fields=*&kind=counties",
    "pages/?fields=_,title,html_url&locale=en",
    "pages/?fields=title,image(alt)",
    "pages/?locale=en&offset=100",
    "pages/{id}/",
    "pages/{id}/?locale=ar",
    "pages/{id}/?locale=en&fields=*,-body",
    "info/{id}/?_=1234",
    "info/{arabic}/",
    "pages/{arabic}/?locale=de",
    "changes/",
    "changes/?since=0&limit=2",
    "changes/?county=auental&locale=ar&limit=50",
    "changes/?since={epoch}-{sequence}&kind=info",
    "changes/?since={epoch}-1-{sequence}&limit=3",
]
DJANGOS = [
    "pages/?order=title",
    "pages/?search=Wohnen",
    "pages/?topics=housing",
    "pages/?limit=51",
    "pages/?limit=0x1",
    "pages/?limit=",
    "pages/?limit=1&limit=2",
    "pages/?locale=xx",
    "pages/?kind=nonsense",
    "pages/?county=nonsense",
    "pages/?county=auen%74al",
    "pages/?fields=nonsense",
    "pages/?fields=*(",
    "pages/?format=json",
    "pages/?&",
    "pages/0/",
    "pages/999999/",
    "pages/99999999999999999999/",
    "pages/{id}/?locale=xx",
    "pages/{id}",
    "offices/{id}/",
    "offices/",
    "nonsense/{id}/",
    "images/",
    "navigation/?county=auental&locale=de",
    "changes/?since=nonsense-1",
    "changes/?limit=0",
    "changes/?county=nonsense",
]


class Asked:
    """Ready answers to paths below the API, and how often Django was asked for one."""

    def __init__(self) -> None:
        self.times = 0
        self.ready = Ready(self.django)

    def django(self, *arguments: Any) -> Any:
        self.times += 1
        return Quiet()(*arguments)

    def get(self, path: str, host: str = "testserver") -> Answer | None:
        path, _, query = f"/api/v2/{path}".partition("?")
        environ = Client()._base_environ(PATH_INFO=path, QUERY_STRING=query, HTTP_HOST=host)
        return self.ready(environ)

    def document(self, page: Any) -> dict | None:
        """Return the document of a page, None where Django is to say what there is."""
        answer = self.get(f"pages/{page.pk}/")
        return json.loads(answer.body) if answer else None


@pytest.fixture
def asked(monkeypatch, county) -> Asked:
    monkeypatch.setattr(state, "_connection", DjangosConnection())
    asked = Asked()
    assert asked.get("pages/").body == Client().get("/api/v2/pages/").content
    assert asked.times == 1
    return asked


@pytest.fixture
def page(county, editing):
    with editing():
        make_county("bergtal", "Landkreis Bergtal")
        page = article(county, "Wohnen", [text("<p>Ein „Satz“.</p>"), link(county)])
        article(page, "Miete\u2028und \\ Kaution " + ROOT + EDGE, [link(page)])
        office(county)
        translate(page, "ar")
    work()
    return page


def filled(path: str, page) -> str:
    arabic = page.get_translations().get(locale__language_code="ar")
    middle = Publication.objects.order_by("sequence")[5].sequence
    return path.format(id=page.pk, arabic=arabic.pk, epoch=state.read("").epoch, sequence=middle)


def test_it_says_what_django_says(asked, page):
    for path in READY:
        address = filled(path, page)
        said = Client().get(f"/api/v2/{address}")
        answer = asked.get(address)
        assert answer, address
        assert answer.body == said.content, address
        assert {name.lower(): value for name, value in answer.headers} == {
            name.lower(): value for name, value in said.items() if name.lower() not in ("etag", "content-length")
        }, address
        assert answer.county == said.wsgi_request.META[COUNTY], address
    assert asked.times == 1


def test_it_leaves_the_rest_to_django(asked, page):
    for path in DJANGOS:
        assert asked.get(filled(path, page)) is None, path
    assert asked.times == 1


def test_other_hosts_get_their_own_addresses_once_django_has_admitted_them(asked, page):
    path = f"pages/{page.pk}/"
    assert (
        asked.get(path, "hub.example.org").body == Client(SERVER_NAME="hub.example.org").get(f"/api/v2/{path}").content
    )
    again = asked.get(path, "hub.example.org")
    assert asked.times == 2
    assert b"http://hub.example.org/de/auental/wohnen/" in again.body
    assert asked.get(path, "evil.example").status.startswith("400")
    assert asked.get(path, "evil.example").county is None
    assert asked.times == 4


def test_many_ports_of_a_host_shut_no_other_out(asked, monkeypatch):
    monkeypatch.setattr(ready, "MOST_PLACES", 3)
    for port in range(5):
        asked.get("pages/", f"testserver:{port + 1}")
    for _time in range(3):
        assert b"http://testserver:9/" in asked.get("pages/", "testserver:9").body
    assert asked.times == 1 + 5 + 1
    assert len(asked.ready._headers) <= 3


@pytest.mark.parametrize("subtree", [False, True])
def test_what_waits_to_be_withdrawn_is_hidden(asked, page, subtree):
    below = fresh(page).get_children().get()
    OutboxRow.objects.create(page_id=page.pk, subtree=subtree, withdraw=True)
    hidden, shown = (below, page) if subtree else (page, below)
    assert asked.document(hidden) is None
    assert asked.document(shown)["id"] == shown.pk
    for path in ("pages/?limit=50", "pages/?locale=ar", "changes/"):
        assert asked.get(path).body == Client().get(f"/api/v2/{path}").content
    assert hidden.pk not in [item["id"] for item in json.loads(asked.get("pages/?limit=50").body)["items"]]
    OutboxRow.objects.update(withdraw=False)
    assert asked.document(hidden)["id"] == hidden.pk


def test_a_translation_that_waits_to_be_withdrawn_is_hidden_alone(asked, page):
    arabic = page.get_translations().get(locale__language_code="ar")
    OutboxRow.objects.create(page_id=arabic.pk, withdraw=True)
    assert asked.document(arabic) is None
    assert asked.get(f"pages/{page.pk}/?locale=ar") is None
    assert asked.document(page)["id"] == page.pk


def test_other_rows_of_the_outbox_hide_nothing(asked, page):
    OutboxRow.objects.create(model="wagtailimages.image", page_id=page.pk, withdraw=True)
    assert asked.document(page)["id"] == page.pk


def test_what_has_ended_is_not_shown(asked, page):
    public = Publication.objects.get(page_id=page.pk, locale="de")
    Publication.objects.filter(pk=public.pk).update(visible_until=timezone.now() + timedelta(hours=1))
    assert asked.document(page)["id"] == page.pk
    Publication.objects.filter(pk=public.pk).update(visible_until=timezone.now())
    assert asked.document(page) is None


def test_a_part_that_has_ended_is_not_shown(asked, page):
    public = Publication.objects.get(page_id=page.pk, locale="de")
    ends = {"summary": (timezone.now() + timedelta(hours=1)).isoformat()}
    public.document |= {"summary": "Nur heute", "visible_until": ends}
    public.teaser |= {"summary": "Nur heute", "visible_until": ends}
    public.save()
    addresses = (f"pages/{page.pk}/", "pages/?county=auental", "pages/?county=auental&kind=info&fields=*", "changes/")
    for address in addresses:
        assert "Nur heute" in asked.get(address).body.decode()
    ends["summary"] = timezone.now().isoformat()
    public.save()
    for address in addresses:
        assert "Nur heute" not in asked.get(address).body.decode()
        assert asked.get(address).body == Client().get(f"/api/v2/{address}").content


def test_a_document_in_the_order_of_jsonb_is_whole_in_lists(asked, page):
    """As databases have them that were migrated from it."""
    for public in Publication.objects.filter(kind="info"):
        meta = public.document["meta"]
        public.document["meta"] = {name: meta[name] for name in sorted(meta, key=lambda name: (len(name), name))}
        public.save()
    address = "pages/?kind=info&fields=*&locale=ar"
    answer = asked.get(address)
    assert all("html_url" in item["meta"] for item in json.loads(answer.body)["items"])
    assert answer.body == Client().get(f"/api/v2/{address}").content


def test_queries_into_documents_see_no_marks(page):
    """Those of plugins, which know nothing of marks."""
    public = Publication.objects.get(page_id=page.pk, locale="de")
    meta = public.document["meta"]
    names = ("parent", "first_published_at", "html_url")
    found = Publication.objects.filter(document__meta__html_url="/de/auental/wohnen/")
    paths = [f"document__meta__{name}" for name in names]
    assert found.values_list(*paths).get() == tuple(meta[name] for name in names)


def test_tombstones_are_among_changes(asked, page):
    fresh(page).get_children().get().delete()
    work()
    assert asked.get("changes/").body == Client().get("/api/v2/changes/").content
    address = f"changes/?since={state.read('').epoch}-1&locale=ar"
    said = asked.get(address).body
    assert said == Client().get(f"/api/v2/{address}").content
    assert b'"gone":' in said
