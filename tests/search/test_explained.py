"""Why these results: the admin's page about what the search finds."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml.html import document_fromstring

from hub.publications.consumers import follow
from hub.publications.models import OutboxRow, Sequence
from hub.rights.models import Role
from hub.testing import translate
from search.engines.database import DatabaseConsumer
from search.meaning.consumer import VectorConsumer
from search.meaning.learning import VERSION
from search.models import LearntWords
from tests.desk.german import foreign, texts
from tests.rights.stage import member
from tests.rules.test_query_budgets import counted, hold
from tests.search.conftest import make_publication, shown

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def explained(client, **query):
    answer = client.get(reverse("search_explained"), query, headers={"Accept-Language": "de"})
    assert answer.status_code == 200
    return answer


def told(answer) -> str:
    """Return what the page says, in one line."""
    (content,) = document_fromstring(answer.content.decode()).find_class("nice-padding")
    return " ".join(content.text_content().split())


def table(answer) -> list[list[str]]:
    """Return the cells of the results, row by row."""
    rows = document_fromstring(answer.content.decode()).xpath("//table[contains(@class, 'listing')]/tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


@pytest.fixture
def pages(model):
    """Two German pages with vectors."""
    # Far behind the numbers that the pages of other fixtures have.
    flat = make_publication("Eine Wohnung suchen", sequence=1001)
    doctor = make_publication("Der Arzt hilft", title="Ärzte", sequence=1002)
    for consumer in (DatabaseConsumer(), VectorConsumer()):
        consumer.apply([shown(flat), shown(doctor)])
    return flat, doctor


@pytest.fixture
def arabic_table():
    """A word table that knows two Arabic words."""
    return LearntWords.objects.create(
        spellings={},
        locale="ar",
        source="de",
        version=VERSION,
        sequence=1,
        pages=7,
        learnt_at=timezone.now(),
        translations={"طبيب": [["arzt", 0.8]], "سكن": [["wohnung", 0.5]]},
    )


@pytest.mark.parametrize(
    ("role", "language"), [(Role.ADMINISTRATORS, ""), (Role.EDITORS, ""), (Role.TRANSLATORS, "ar")]
)
def test_whoever_works_in_the_admin_may_ask(county, editing, pages, role, language):
    with editing():
        translate(county, "ar")
    client = Client()
    client.force_login(member("Robin", county, role, language))
    assert table(explained(client, q="Wohnung", language="de"))
    assert reverse("search_explained") in client.get(reverse("wagtailadmin_home")).content.decode()


def test_nobody_else_may_ask(client, django_user_model):
    address = reverse("search_explained")
    assert client.get(address).url.startswith(reverse("wagtailadmin_login"))
    client.force_login(django_user_model.objects.create_user("visitor"))
    assert client.get(address).status_code in (302, 403)


def test_it_begins_with_an_empty_form(admin_client):
    answer = explained(admin_client)
    assert not answer.context["form"].errors
    assert table(answer) == []


def test_a_result_shows_what_each_witness_says_of_it(admin_client, pages):
    answer = explained(admin_client, q="Wohnung", language="de")
    (row, *_others) = answer.context["rows"]
    words, meaning, across, word_table = row.said
    assert row.score == pytest.approx(sum(said.added for said in row.said))
    assert words.value > 0
    assert meaning.value == pytest.approx(1, abs=0.1)
    assert across.value > 0
    assert word_table.value is None
    first, *_others = table(answer)
    assert first[0] == "1. Seite"
    assert first[1] == "Deutsch"
    assert first[-1] == "–"
    assert "Vektoren haben mitgewirkt." in told(answer)
    assert "Datenbank" in told(answer)


def test_results_stand_in_the_order_of_their_scores(admin_client, pages):
    scores = [row.score for row in explained(admin_client, q="Der Arzt oder die Wohnung").context["rows"]]
    assert len(scores) == 2
    assert scores == sorted(scores, reverse=True)


def test_a_german_result_of_an_arabic_question_says_why(admin_client, pages, arabic_table):
    doctor = pages[1]
    in_arabic = make_publication(
        "Der Arzt hilft", locale="ar", content_locale="de", translation_key=doctor.translation_key, title="Ärzte"
    )
    DatabaseConsumer().apply([shown(in_arabic)])
    answer = explained(admin_client, q="طبيب", language="ar")
    (row,) = answer.context["rows"]
    _words, meaning, across, word_table = row.said
    assert meaning.value is None
    assert across.value > 0.5
    assert word_table.value > 0
    text = told(answer)
    assert "arzt 0,80" in text
    assert "Aus 7 übersetzten Seiten gelernt" in text
    assert "Sprache, für die die Suche die Frage hält Arabisch" in text
    assert table(answer)[0][1] == "Deutsch"


def test_a_question_in_another_language_than_asked_in_is_told(admin_client, pages, arabic_table):
    assert "Frage hält Deutsch" in told(explained(admin_client, q="Unterkunft", language="ar"))


def test_without_a_model_words_alone_decide(admin_client, publish):
    publish("Eine Wohnung suchen")
    answer = explained(admin_client, q="Wohnung", language="de")
    ((_title, _language, score, words),) = table(answer)
    assert score == words != "–"
    assert "hat kein Modell für Vektoren" in told(answer)
    assert "Vektoren haben nicht mitgewirkt." in told(answer)


def test_county_and_kind_narrow_the_results(admin_client, county, pages):
    slug = county.slug
    assert table(explained(admin_client, q="Wohnung", language="de", county=slug)) == []
    assert table(explained(admin_client, q="Wohnung", language="de", kind="office")) == []
    assert table(explained(admin_client, q="Wohnung", language="de", kind="info")) != []


def test_what_is_hidden_is_not_explained(admin_client, pages):
    OutboxRow.objects.create(page_id=pages[0].source_id, withdraw=True)
    assert "1. Seite" not in [row[0] for row in table(explained(admin_client, q="Wohnung", language="de"))]


@pytest.mark.parametrize(
    "query",
    [{"q": ""}, {"q": "x" * 301}, {"q": "\x00"}, {"q": "x", "language": "xx"}, {"q": "x", "county": "atlantis"}],
)
def test_a_question_that_cannot_be_asked_is_refused_in_the_form(admin_client, query):
    answer = explained(admin_client, **query)
    assert answer.context["form"].errors
    assert table(answer) == []


def test_pages_that_wait_for_vectors_are_counted(admin_client, model):
    while follow(VectorConsumer()):
        pass
    assert "Alle Seiten haben ihre Vektoren." in told(explained(admin_client))
    page = make_publication("Eine Wohnung suchen", sequence=1001)
    in_german = {"content_locale": "de", "translation_key": page.translation_key, "sequence": 1002}
    make_publication("Eine Wohnung suchen", locale="ar", **in_german)
    Sequence.objects.update(value=1002)
    assert "1 Seite wartet auf Vektoren." in told(explained(admin_client))


def test_the_error_of_a_model_that_is_down_is_for_administrators_of_the_hub(admin_client, county, model):
    make_publication("Eine Wohnung suchen", sequence=1001)
    Sequence.objects.update(value=1001)
    model.is_down = True
    follow(VectorConsumer())
    client = Client()
    client.force_login(member("Robin", county, Role.EDITORS))
    for asking, is_told in ((admin_client, True), (client, False)):
        text = told(explained(asking))
        assert "können keine Vektoren gemacht werden" in text
        assert ("The model is down." in text) is is_told


def test_a_model_that_does_not_answer_is_told(admin_client, pages, model):
    model.is_down = True
    text = told(explained(admin_client, q="Wohnung", language="de"))
    assert "Ein Server der Suche antwortet nicht." in text
    assert "Vektoren haben nicht mitgewirkt." in text


def test_it_speaks_german(admin_client, pages, arabic_table):
    for query in ({}, {"q": "Wohnung", "language": "de"}, {"q": "سكن", "language": "ar"}):
        html = explained(admin_client, **query).content.decode()
        assert {text: foreign(text) for text in texts(html) if foreign(text)} == {}


def test_its_queries_do_not_grow_with_the_results(admin_client, pages):
    def ask() -> int:
        return counted(lambda: explained(admin_client, q="Wohnung", language="de"))

    ask()
    few = ask()
    for _ in range(5):
        page = make_publication("Eine Wohnung suchen")
        DatabaseConsumer().apply([shown(page)])
        VectorConsumer().apply([shown(page)])
    ask()  # it takes over what is new
    hold("search explained", [few, ask()])
