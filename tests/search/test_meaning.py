"""Pages are found by what they mean: their vectors follow what is published, and search asks them beside the words."""

from __future__ import annotations

import uuid

import numpy as np
import pytest

from hub.publications import consumers
from hub.publications.consumers import Unavailable
from hub.publications.listsearch import Scope
from hub.publications.models import ConsumerState, Publication, Sequence
from search.answer import ask
from search.engines.database import DatabaseConsumer
from search.meaning import embeddings, vectors
from search.meaning.consumer import VectorConsumer, learn_question_mean
from search.meaning.passages import HASH_BYTES
from search.models import PageVectors, QuestionMean
from search.questions import QUESTIONS
from tests.search.conftest import gone, make_publication, shown
from tests.search.model import Model

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def publish(text: str, locale: str = "de", **values) -> Publication:
    publication = make_publication(text, locale=locale, **values)
    take_over(publication)
    return publication


def take_over(*publications: Publication) -> None:
    changes = [shown(publication) for publication in publications]
    DatabaseConsumer().apply(changes)
    VectorConsumer().apply(changes)


def found(question: str, locale: str = "de", **scope) -> list[int]:
    return ask(question, Scope((locale,) if locale else (), **scope)).ids


def test_a_page_without_the_words_of_the_question_is_found_by_its_meaning(model):
    flat = publish("Eine Wohnung suchen")
    publish("Der Arzt hilft")
    assert found("Unterkunft")[0] == flat.pk


def test_a_german_page_answers_a_question_in_arabic(model):
    flat = publish("Eine Wohnung suchen")
    doctor = publish("Der Arzt hilft")
    in_arabic = [
        make_publication(text, locale="ar", content_locale="de", translation_key=page.translation_key)
        for text, page in (("Eine Wohnung suchen", flat), ("Der Arzt hilft", doctor))
    ]
    take_over(*in_arabic)
    assert found("طبيب", "ar")[0] == in_arabic[1].pk


def test_an_arabic_page_is_found_by_the_german_page_that_it_translates(model):
    doctor = publish("Der Arzt hilft")
    in_arabic = publish("نص", locale="ar", translation_key=doctor.translation_key)
    publish("نص آخر", locale="ar", translation_key=publish("Die Schule").translation_key)
    assert found("طبيب", "ar")[0] == in_arabic.pk


def test_a_german_word_finds_german_pages_on_the_arabic_site(model):
    flat = publish("Eine Wohnung suchen")
    in_arabic = make_publication(
        "Eine Wohnung suchen", locale="ar", content_locale="de", translation_key=flat.translation_key
    )
    take_over(in_arabic)
    assert found("Unterkunft", "ar") == [in_arabic.pk]


def test_in_easy_german_german_pages_are_found_by_their_words_too(model):
    flat = publish("Eine Wohnung suchen, mit Schlüssel")
    publish("Eine Wohnung und Miete")
    filled_in = [
        make_publication(text, locale="de-simple", content_locale="de", translation_key=page.translation_key)
        for text, page in (("Eine Wohnung suchen, mit Schlüssel", flat),)
    ]
    easy = make_publication("Die Wohnung", locale="de-simple")
    take_over(*filled_in, easy)
    assert found("Schlüssel Wohnung", "de-simple") == [filled_in[0].pk, easy.pk]


def test_while_nothing_is_known_of_a_languages_questions_only_the_pages_most_alike_are_found(model):
    QuestionMean.objects.all().delete()
    flat, _doctor = publish("Eine Wohnung suchen"), publish("Der Arzt hilft")
    assert found("Unterkunft") == [flat.pk]


def test_without_a_language_a_page_in_the_language_of_the_question_comes_first(model):
    german = publish("Eine Wohnung suchen")
    english = publish("Apartment Wohnung", locale="en", translation_key=german.translation_key)
    assert found("Wohnung", "")[:2] == [german.pk, english.pk]


def test_only_pages_of_the_county_and_the_kind_are_found(model):
    here, _there = publish("Eine Wohnung", county="hier"), publish("Eine Wohnung", county="dort")
    office = publish("Eine Wohnung", county="hier", kind="office")
    assert set(found("Unterkunft", county="hier")) == {here.pk, office.pk}
    assert found("Unterkunft", county="hier", kind="office") == [office.pk]


def test_what_has_nothing_to_do_with_any_page_finds_nothing(model):
    publish("Eine Wohnung suchen")
    assert found("Xylophon") == []


def test_while_the_model_is_down_words_answer_and_the_answer_says_so(model):
    flat = publish("Eine Wohnung suchen")
    model.is_down = True
    answer = ask("Wohnung", Scope(("de",)))
    assert (answer.ids, answer.degraded, answer.meaning.likeness) == ([flat.pk], True, None)


def test_vectors_of_another_length_answer_by_words(model):
    flat = publish("Eine Wohnung suchen")
    model.dimensions = 8
    answer = ask("Wohnung", Scope(("de",)))
    assert (answer.ids, answer.degraded) == ([flat.pk], True)
    with pytest.raises(Unavailable, match="another length"):
        publish("Der Arzt hilft")


def test_without_a_model_search_goes_by_words_and_is_not_degraded():
    flat = publish("Eine Wohnung suchen")
    answer = ask("Wohnung", Scope(("de",)))
    assert (answer.ids, answer.degraded, answer.meaning.likeness) == ([flat.pk], False, None)
    assert not PageVectors.objects.exists()


def test_a_hub_without_vectors_does_not_ask_the_model(model):
    DatabaseConsumer().apply([shown(make_publication("Eine Wohnung suchen"))])
    model.is_down = True
    assert not ask("Wohnung", Scope(("de",))).degraded


def test_unchanged_passages_keep_their_vectors(model):
    long = "\n".join(
        f"Satz {number} über die Wohnung, der nicht ganz kurz ist und Platz braucht." for number in range(20)
    )
    page = publish(long)
    number = len(model.passages_made)
    assert number > 2
    page.texts[-1][2] = "Der Arzt hilft."
    page.sequence += 1
    page.save()
    take_over(page)
    assert len(model.passages_made) == number + 1
    assert PageVectors.objects.get().sequence == page.sequence


def test_a_page_that_is_withdrawn_has_no_vectors(model):
    page = publish("Eine Wohnung suchen")
    VectorConsumer().apply([gone(page, page.sequence + 1)])
    assert not PageVectors.objects.exists()
    assert vectors.vectors_of("de", model.model) is None


def test_a_translation_that_is_withdrawn_has_no_vectors(model):
    page = publish("سكن", locale="ar")
    page.content_locale, page.sequence = "de", page.sequence + 1
    page.save()
    take_over(page)
    assert not PageVectors.objects.exists()


def test_an_older_change_is_passed_over(model):
    page = publish("Eine Wohnung suchen", sequence=1000)
    page.sequence = 999
    VectorConsumer().apply([shown(page)])
    assert PageVectors.objects.get().sequence == 1000


def test_another_model_builds_its_vectors_beside_and_then_replaces_them(model, monkeypatch):
    pages = [publish("Eine Wohnung suchen"), publish("Der Arzt hilft")]
    other = Model("model 2")
    monkeypatch.setattr(embeddings, "embedder", lambda: other)
    consumer = VectorConsumer()
    assert consumer.version == "model 2"
    consumer.reset()
    consumer.apply([shown(pages[0])])
    assert PageVectors.objects.filter(model="model 1").count() == 2
    consumer.apply([shown(pages[1])])
    assert set(PageVectors.objects.values_list("model", flat=True)) == {"model 2"}
    assert not QuestionMean.objects.filter(model="model 1").exists()


def test_without_a_model_changed_pages_lose_their_vectors_and_others_keep_them(model, monkeypatch):
    same, changed = publish("Eine Wohnung suchen"), publish("Der Arzt hilft")
    monkeypatch.setattr(embeddings, "embedder", lambda: None)
    changed.texts[-1][2] = "Anderes"
    take_over(same, changed)
    assert [row.translation_key for row in PageVectors.objects.all()] == [same.translation_key]


def test_the_consumer_catches_up_when_the_model_is_back(model):
    page = make_publication("Eine Wohnung suchen")
    Sequence.objects.update(value=page.sequence)
    consumer = VectorConsumer()
    model.is_down = True
    assert consumers.follow(consumer) == 0
    assert ConsumerState.objects.get(name=consumer.name).error == "The model is down."
    model.is_down = False
    consumers.follow(consumer)
    assert list(consumer.held()) == [(page.translation_key, "de", page.sequence)]


def test_what_is_held_are_all_publications_that_need_vectors_and_those_that_need_none(model):
    page = publish("Eine Wohnung suchen")
    filled_in = make_publication("Eine Wohnung", locale="ar", content_locale="de", translation_key=page.translation_key)
    missing = make_publication("Der Arzt hilft")
    assert set(VectorConsumer().held()) == {
        (page.translation_key, "de", page.sequence),
        (page.translation_key, "ar", filled_in.sequence),
    }
    VectorConsumer().reset()
    assert missing.translation_key not in {key for key, _locale, _sequence in VectorConsumer().held()}
    assert PageVectors.objects.get().sequence == 0


def test_the_mean_of_questions_is_learnt_language_by_language(monkeypatch):
    model = Model()
    monkeypatch.setattr(embeddings, "embedder", lambda: model)
    for _locale in QUESTIONS:
        assert learn_question_mean()
    assert not learn_question_mean()
    assert vectors.question_means(model.model).keys() == QUESTIONS.keys()
    model.is_down = True
    QuestionMean.objects.all().delete()
    assert not learn_question_mean()


def test_new_vectors_are_seen_by_a_process_that_has_searched_before(model):
    publish("Der Arzt hilft")
    assert found("Unterkunft") == []
    flat = publish("Eine Wohnung suchen")
    assert found("Unterkunft") == [flat.pk]
    again = publish("Die Miete zahlen")
    VectorConsumer().apply([gone(flat, again.sequence + 1)])
    DatabaseConsumer().apply([gone(flat, again.sequence + 1)])
    flat.delete()
    assert found("Unterkunft") == [again.pk]


def test_int8_numbers_are_as_good_as_the_vectors():
    made = np.random.default_rng(1).normal(size=(50, 384)).astype(np.float32)
    made /= np.linalg.norm(made, axis=1, keepdims=True)
    PageVectors.objects.create(
        translation_key=uuid.uuid4(),
        locale="de",
        model="any",
        sequence=1,
        kind="info",
        hashes=bytes(HASH_BYTES * 50),
        numbers=b"".join(vectors.to_bytes(made)),
    )
    stored = vectors.vectors_of("de", "any")
    assert np.abs(vectors.products(stored, made[0], np.arange(50)) - made @ made[0]).max() < 0.005
