"""What a page says is found in another form, first of all pages of the language, by each engine."""

from __future__ import annotations

import pytest

from hub.publications.listsearch import Scope
from hub.publications.models import Publication
from search.answer import drop_irrelevant
from search.relevance import relevant
from tests.search.conftest import Rank, make_publication
from tests.search.words import ALIKE, LEMMAS, PAIRS

pytestmark = pytest.mark.django_db


def missed(rank: Rank, pages: list[Publication], pairs: list[tuple[str, str]], language: str) -> dict[str, str]:
    """Return the questions whose page is not the first, with the title of the one that is."""
    titles = dict(Publication.objects.values_list("pk", "title"))
    first = {question: next(iter(relevant(rank(question, Scope((language,))))), None) for _written, question in pairs}
    return {
        question: titles.get(first[question], "nothing")
        for page, (_written, question) in zip(pages, pairs, strict=True)
        if first[question] != page.pk
    }


def publish(written: str, language: str) -> Publication:
    """Return a page whose title is short of what it says."""
    return make_publication(written, title=written, locale=language)


@pytest.mark.parametrize("language", PAIRS)
def test_a_word_is_found_however_it_is_written_and_inflected(index, language):
    pages = [publish(written, language) for written, _question in PAIRS[language]]
    rank = index(*pages, *(publish(text, language) for text in ALIKE[language]))
    assert missed(rank, pages, PAIRS[language], language) == {}


@pytest.mark.parametrize("language", PAIRS)
def test_no_page_with_a_word_in_another_form_is_taken_for_irrelevant(language):
    pages = [publish(written, language) for written, _question in PAIRS[language]]
    dropped = [
        question
        for page, (_written, question) in zip(pages, PAIRS[language], strict=True)
        if not drop_irrelevant([page.pk], question)
    ]
    assert dropped == []


@pytest.mark.parametrize("language", LEMMAS)
def test_elasticsearch_finds_forms_that_share_few_letters(with_elasticsearch, language):
    pages = [publish(written, language) for written, _question in LEMMAS[language]]
    rank = with_elasticsearch(*pages, *(publish(text, language) for text in ALIKE[language]))
    assert missed(rank, pages, LEMMAS[language], language) == {}


@pytest.mark.parametrize("language", ["de", "en", "fr", "ar", "fa", "tr", "uk", "ru"])
def test_every_language_has_its_pairs(language):
    assert len(PAIRS[language]) >= 30
