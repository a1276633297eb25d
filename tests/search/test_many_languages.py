"""A word of a page is found by another form of it, in each of the languages with which a hub begins."""

from __future__ import annotations

from uuid import uuid4

import pytest

from hub.publications.listsearch import Scope
from search.analysis import comparable_words
from search.answer import ask
from search.engines import elasticsearch, indexes
from search.engines.database import DatabaseConsumer
from search.engines.indexes import ElasticsearchConsumer
from tests.search.conftest import make_publication, shown

pytestmark = pytest.mark.django_db

# language: (what a page says, what somebody asks)
PAIRS = {
    "de": [
        ("Ein Sprachkurs für alle", "Kurs"),
        ("Die Krankenkasse zahlt", "Kranken·kasse"),
        ("Wohnungen in der Straße", "wohnung strasse"),
    ],
    "de-simple": [
        ("Die Kranken·kasse zahlt", "Krankenkasse"),
        ("Die Krankenkasse zahlt", "Kranken·kasse"),
        ("Gehen Sie zur Ausländer·behörde", "auslaenderbehörde"),
    ],
    "en": [("Where to register children", "registration of a child"), ("Doctors nearby", "doctor")],
    "fr": [
        ("L’école des enfants", "ecole"),
        ("Trouver des médecins", "medecin"),
        ("Payer l'assurance maladie", "assurances"),
    ],
    "ar": [("مركز الأسرة مفتوح", "الاسره"), ("والمدارس في المدينة", "مدرسة المدارس"), ("طبيب الأطفال", "الطبيب")],
    "fa": [
        ("ثبت\u200cنام در مدرسه", "ثبت نام"),
        ("کتاب\u200cهای آموزشی", "كتاب"),
        ("بیمهٔ درمانی", "بيمه درماني"),
    ],
    "tr": [
        ("İş arayanlar için", "iş"),
        ("Doktorlar ve hastaneler", "DOKTOR"),
        ("Oturma iznini uzatmak", "oturma izni"),
    ],
    "ru": [("Жильё для семьи", "жилье"), ("Курсы немецкого языка", "курс немецкий"), ("Записаться к врачу", "врач")],
    "uk": [
        ("Медична допомога дітям", "діти"),
        ("Зареєструвати об’єкт", "об'єкта"),
        ("Записатися до школи", "школами"),
        ("Сім’я та житло", "сімʼї"),
    ],
}
# What has nothing to do with any of them.
OTHERS = {
    "de": "Das Schwimmbad öffnet um zehn",
    "de-simple": "Das Schwimm·bad ist offen",
    "en": "The swimming pool opens at ten",
    "fr": "La piscine ouvre à dix heures",
    "ar": "المسبح يفتح في العاشرة",
    "fa": "استخر ساعت ده باز می\u200cشود",
    "tr": "Yüzme havuzu saat onda açılır",
    "ru": "Бассейн открывается в десять",
    "uk": "Басейн відкривається о десятій",
}


@pytest.fixture(params=["database", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def index(request, settings, monkeypatch):
    """Return index(*publications): give them to one of the engines, which answers from then on."""
    if request.param == "database":
        yield lambda *publications: DatabaseConsumer().apply([shown(item) for item in publications])
        return
    url = request.getfixturevalue("elasticsearch_url")
    monkeypatch.setattr(elasticsearch, "SECONDS", 30)
    settings.ELASTICSEARCH_INDEX_PREFIX = f"test-{uuid4().hex}"
    server = indexes.client(url, 30)

    def apply(*publications):
        ElasticsearchConsumer().apply([shown(item) for item in publications])
        server.indices.refresh(index=indexes.alias("*"))

    yield apply
    server.indices.delete(index=indexes.alias("*"))


@pytest.mark.parametrize("language", PAIRS)
def test_a_word_is_found_in_another_form(index, language):
    pages = [make_publication(text, locale=language) for text, _question in PAIRS[language]]
    index(*pages, make_publication(OTHERS[language], locale=language))
    answers = {question: ask(question, Scope((language,))) for _text, question in PAIRS[language]}
    assert not any(answer.degraded for answer in answers.values())
    wrong = {
        question: answers[question].ids[:2]
        for page, (_text, question) in zip(pages, PAIRS[language], strict=True)
        if page.pk not in answers[question].ids[:2]
    }
    assert wrong == {}


# language: forms that have the same base
FORMS = {
    "de": [("Wohnungen", "Wohnung"), ("Krankenkasse", "Kranken·kasse")],
    "de-simple": [("Kranken·kassen", "Krankenkasse")],
    "en": [("schools", "school"), ("doctors", "doctor")],
    "fr": [("l’assurance", "assurances"), ("médecins", "medecin")],
    "ar": [("المدارس", "مدارس"), ("الأطفال", "اطفال")],
    "fa": [("کتاب\u200cها", "كتاب ها"), ("ثبت\u200cنام", "ثبت نام")],
    "tr": [("doktorlar", "doktor"), ("İzmir’e", "izmir")],
    "ru": [("врачами", "врача"), ("ещё", "еще")],
    "uk": [("школами", "школа"), ("об’єкта", "об'єктом"), ("сім’ї", "сімʼя")],
}


@pytest.mark.parametrize("language", FORMS)
def test_elasticsearch_compares_words_by_their_base(elasticsearch_url, settings, language):
    """Apart from parts of words, which find most forms, too."""
    settings.ELASTICSEARCH_INDEX_PREFIX = f"test-{uuid4().hex}"
    server = indexes.client(elasticsearch_url, 30)
    indexes.create(server, language, 1)

    def tokens(text: str) -> list[str]:
        answer = server.indices.analyze(
            index=indexes.alias(language), analyzer="words", text=comparable_words(text, language)
        )
        return [token["token"] for token in answer["tokens"]]

    try:
        assert [pair for pair in FORMS[language] if tokens(pair[0]) != tokens(pair[1])] == []
    finally:
        server.indices.delete(index=indexes.alias("*"))


def test_a_question_is_compared_as_the_pages_are():
    words = elasticsearch.query("школами", Scope(("uk", "de")))["bool"]["should"][0]["match"]["words"]["query"]
    assert words == "школа школами"
