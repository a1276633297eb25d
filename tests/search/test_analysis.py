import pytest

from search.analysis import ANALYSES, FILTERS, comparable_words, elasticsearch_analysis, fold, grams, words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Bäckerei", "backerei"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("École", "ecole"),
        ("Łódź", "lodz"),
        ("ﬁnden", "finden"),
        ("İzmir", "izmir"),
        ("dis\u00adkre\u00adti\u00adon", "diskretion"),
        ("٢٠٢٦", "2026"),
        ("۲۰۲۶", "2026"),
        ("مُدَرِّس", "مدرس"),
        ("أسرة", "اسره"),
        ("إقامة", "اقامه"),
        ("آلة", "اله"),
        ("مستشفى", "مستشفي"),
        ("مـــدرسة", "مدرسه"),
        ("کتاب", "كتاب"),
        ("می\u200cشود", "ميشود"),
        ("Kranken·kasse", "krankenkasse"),
        ("об’єкт", "обєкт"),
        ("об'єкт", "обєкт"),
        ("обʼєкт", "обєкт"),
        ("ґудзик", "гудзик"),
        ("ещё", "еще"),
        ("ışık", "isik"),
        ("Aerzte in Muenchen", "arzte in munchen"),
        ("Frauen, Quelle, neue Steuer", "frauen, quelle, neue steuer"),
    ],
)
def test_writings_of_one_word_become_equal(written, folded):
    assert fold(written) == folded


def test_words_are_letters_and_digits():
    assert words("E-Mail: anna_b@hub.org, Zimmer 15/501") == "e mail anna b hub org zimmer 15 501".split()


def test_grams_know_where_a_word_begins_and_ends():
    assert list(grams("Amt Haus")) == ["_amt", "amt_", "_hau", "haus", "aus_"]


def test_a_word_shorter_than_a_gram_is_a_gram():
    assert list(grams("a EU")) == ["_a_", "_eu_"]


def test_what_holds_no_word_has_no_grams():
    assert list(grams(" ?! \x00 … ")) == []


def test_a_french_word_ends_at_its_apostrophe():
    assert words("l’école, d'abord") == ["l", "ecole", "d", "abord"]


def test_ukrainian_words_are_compared_by_their_base_forms():
    assert comparable_words("Зі школами та об'єктами", "uk") == "зі школа та той об'єкт"
    assert comparable_words("року", "uk") == "рок рік"
    assert comparable_words("mit Schulen", "de") == "mit Schulen"


def test_a_variety_is_analysed_as_its_language():
    assert elasticsearch_analysis("de-simple") == elasticsearch_analysis("de")


def test_every_filter_of_ours_is_used():
    used = {name for analysis in ANALYSES.values() for name in analysis.filters}
    assert set(FILTERS) <= used
