import pytest

from search.analysis import fold, grams, words


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
    ],
)
def test_writings_of_one_word_become_equal(written, folded):
    assert fold(written) == folded


def test_words_are_letters_and_digits():
    assert words("E-Mail: anna_b@hub.org, Tel. 07151/501") == "e mail anna b hub org tel 07151 501".split()


def test_grams_know_where_a_word_begins_and_ends():
    assert list(grams("Amt Haus")) == ["_amt", "amt_", "_hau", "haus", "aus_"]


def test_a_word_shorter_than_a_gram_is_a_gram():
    assert list(grams("a EU")) == ["_a_", "_eu_"]


def test_what_holds_no_word_has_no_grams():
    assert list(grams(" ?! \x00 … ")) == []
