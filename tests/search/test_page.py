import pytest
from lxml.html import document_fromstring

from hub.plugins import kinds
from search.meaning.consumer import VectorConsumer
from tests.search.conftest import shown


def page(client, language="de", **parameters):
    answer = client.get(f"/{language}/search/", parameters)
    assert answer.status_code == 200
    return answer


def sentences(answer) -> str:
    """Return what the results say of their language."""
    document = document_fromstring(answer.content.decode())
    return " ".join(element.text_content() for element in document.find_class("result__language"))


def test_results_are_shown_with_title_kind_county_and_highlight(client, publish):
    publish("Die Bäckerei öffnet um sechs.", title="Brot & Brötchen", county="musterland")
    html = page(client, q="backerei").content.decode()
    assert "Brot &amp; Brötchen" in html
    assert "Die <mark>Bäckerei</mark> öffnet um sechs." in html
    assert str(kinds.get("info").label) in html
    assert "Musterland" in html


def test_a_result_in_its_source_language_says_so(client, publish):
    publish("Die Bäckerei öffnet um sechs.", locale="ar", content_locale="de")
    html = page(client, "ar", q="Bäckerei").content.decode()
    assert '<h3 class="result__title" lang="de" dir="ltr">' in html
    assert '<p class="result__text" lang="de" dir="ltr">' in html


@pytest.mark.parametrize(
    ("language", "reason", "name"),
    [
        ("ar", "لم تُترجم هذه الصفحة بعد", "الألمانية"),
        ("de-simple", "gibt es noch nicht in Einfacher Sprache", "Deutsch"),
    ],
)
def test_a_result_that_is_not_translated_says_why_it_is_there(client, publish, nine, language, reason, name):
    publish("Die Bäckerei öffnet um sechs.", locale=language, content_locale="de")
    sentence = sentences(page(client, language, q="Bäckerei"))
    assert reason in sentence
    assert name in sentence


def test_a_result_in_the_language_of_the_page_says_nothing_of_languages(client, publish):
    publish("Die Bäckerei öffnet um sechs.")
    assert "result__language" not in page(client, q="Bäckerei").content.decode()


def test_visitors_are_told_nothing_of_a_model_that_is_down(client, publish, model):
    """They need not know: the page is the same as without one."""
    publication = publish("Eine Wohnung suchen")
    without = page(client, q="Wohnung").content
    VectorConsumer().apply([shown(publication)])
    model.is_down = True
    answer = page(client, q="Wohnung")
    assert answer.context["results"]
    assert answer.content == without


def test_many_results_come_in_pages(client, publish):
    for _ in range(21):
        publish("Bäckerei")
    assert len(page(client, q="Bäckerei").context["results"]) == 20
    second = page(client, q="Bäckerei", page=2)
    assert len(second.context["results"]) == 1
    assert "q=B%C3%A4ckerei&amp;page=1" in second.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["de", "en", "ar"])
def test_it_begins_with_an_empty_form(client, language):
    assert 'name="q" value=""' in page(client, language).content.decode()


@pytest.mark.django_db
def test_a_site_without_pages_says_so(client):
    answer = page(client, q="Bäckerei")
    assert answer.context["nothing_published"]
    assert "mark>" not in answer.content.decode()


def test_help_is_given_when_nothing_is_found(client, publish):
    publish("Schwimmbad")
    html = page(client, q="Bäckerei", kind="info").content.decode()
    assert 'href="/de/"' in html
    assert 'href="?q=B%C3%A4ckerei"' in html


@pytest.mark.django_db
@pytest.mark.parametrize(
    "parameters",
    [
        {"q": "\x00"},
        {"q": "x" * 5000},
        {"q": "x", "county": "atlantis\x00"},
        {"q": "x", "kind": "dragons"},
        {"q": "x", "page": "-1"},
        {"q": "x", "page": "many"},
        {"q": "<script>alert(1)</script>"},
    ],
)
def test_it_forgives_any_parameter(client, parameters):
    assert "<script>alert" not in page(client, **parameters).content.decode()
