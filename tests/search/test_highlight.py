import re
import time
from html import unescape

from search.highlight import LENGTH, asked_words
from search.highlight import highlight as highlight_page
from search.meaning.passages import page_text


def highlight_texts(texts, question, title="", language="", likeness=()):
    return highlight_page(page_text(title, texts), asked_words(question, language), language, likeness)


def highlight(text, question, title=""):
    return highlight_texts([("body", "de", text)], question, title, "de")


def plain(text):
    return unescape(re.sub("</?mark>", "", text))


def test_the_answering_lines_are_shown_with_their_words_marked():
    text = "Willkommen im Landkreis.\nDas Bürgeramt stellt Ausweise aus.\nEs gibt viele Seen."
    assert "<mark>Ausweise</mark>" in highlight(text, "Wer stellt einen Ausweis aus?")


def test_a_compound_is_marked_by_its_part():
    assert "<mark>Frauenberatung</mark>" in highlight("Die Frauenberatung hilft.", "Beratung")


def test_arabic_words_are_marked_in_any_writing():
    assert "<mark>الأسرة</mark>" in highlight("مركز الأسرة مفتوح كل يوم.", "الاسره")


def test_short_arabic_words_are_marked_with_article_and_vowels():
    assert highlight("البحث عن السكن أو سكنٌ", "سكن") == "البحث عن <mark>السكن</mark> أو <mark>سكنٌ</mark>"


def test_everything_is_escaped():
    shown = highlight("<script>alert('Wohnung')</script> & <b>Wohnung</b>", '<i>"Wohnung"')
    assert re.findall(r"<[^>]*>", shown) == ["<mark>", "</mark>"] * 2
    assert "&lt;script&gt;" in shown
    assert "&amp;" in shown


def test_a_line_that_repeats_the_title_is_left_out():
    assert plain(highlight("Wohnung\nSo findet man sie.", "Wohnung", "Wohnung")) == "So findet man sie."


def test_lines_far_apart_are_joined_by_an_ellipsis():
    between = ["Etwas ganz anderes steht in dieser langen Zeile dazwischen." * 5] * 5
    text = "\n".join(["Die Wohnung.", *between, "Das Geld."])
    assert plain(highlight(text, "Wohnung Geld")).startswith("Die Wohnung. … ")


def test_a_long_paragraph_is_cut_between_words_around_the_answer():
    text = "lorem ipsum " * 60 + "die Bäckerei am Markt " + "dolor sit " * 60
    shown = highlight(text, "backerei")
    assert "<mark>Bäckerei</mark>" in shown
    assert len(plain(shown)) <= LENGTH + len("…  …")
    assert set(plain(shown).split()) <= {*text.split(), "…"}


def test_long_pages_take_no_longer_than_their_length():
    began = time.perf_counter()
    assert "<mark>" in highlight("Wort " * 20_000, "Wort")
    assert "<mark>" in highlight("\n".join(f"Tel. 0{number}" for number in range(5000)), "Tel 0815")
    assert time.perf_counter() - began < 5  # half a minute when every word or line is compared with every other


def test_one_endless_word_is_cut():
    assert len(plain(highlight("x" * 5000, "xxxx"))) <= LENGTH + len(" …")


def test_short_words_are_marked_only_when_there_are_no_others():
    assert "<mark>" not in highlight("Das ist die EU.", "die Verordnungen")
    assert "<mark>EU</mark>" in highlight("Das ist die EU.", "EU")


def test_words_that_only_end_alike_are_not_marked():
    assert "<mark>" not in highlight("Die Bildung in der Gemeinde.", "eine Wohnung finden")


def test_lines_that_answer_nothing_are_left_out():
    text = "Kontakt\nDie Bäckerei.\nDas Bad.\nDer Bus."
    assert plain(highlight(text, "Bäckerei")) == "Die Bäckerei. Das Bad."


def test_a_page_that_shares_nothing_is_shown_from_its_beginning():
    assert highlight("Kontakt\nDas Bad.", "Bäckerei") == "Kontakt Das Bad."


def test_a_page_without_text_has_no_highlight():
    assert highlight("", "Wohnung") == ""
    assert highlight("Wohnung", "Wohnung", "Wohnung") == ""


def test_a_line_in_another_language_says_so():
    texts = [("summary", "ar", "مساعدة مجانية."), ("phones.1", "de", "Notfall <am> Wochenende")]
    shown = highlight_texts(texts, "Notfall مساعدة", language="ar")
    assert shown == (
        '<mark>مساعدة</mark> مجانية. <span lang="de" dir="ltr"><mark>Notfall</mark> &lt;am&gt; Wochenende</span>'
    )


def test_a_divided_word_is_marked_whole():
    assert highlight("Die Kranken·kasse zahlt.", "Krankenkasse") == "Die <mark>Kranken·kasse</mark> zahlt."
    assert highlight("Die Krankenkasse zahlt.", "Kranken·kasse") == "Die <mark>Krankenkasse</mark> zahlt."


def test_a_phone_number_keeps_its_order_in_text_from_right_to_left():
    shown = highlight_texts([("phones", "ar", "هاتف 030 23125-310")], "هاتف", language="ar")
    assert shown == '<mark>هاتف</mark> <bdi dir="ltr">030 23125-310</bdi>'
    shown = highlight_texts([("phones", "ar", "هاتف +49 (0)30 23125-310")], "23125", language="ar")
    assert shown == 'هاتف <bdi dir="ltr">+49 (0)30 <mark>23125</mark>-310</bdi>'


def test_an_international_number_without_spaces_keeps_its_sign_in_front():
    assert '<bdi dir="ltr">+493023125310</bdi>' in highlight_texts([("body", "ar", "هاتف +493023125310 طبيب")], "طبيب")


def test_a_ukrainian_word_is_marked_whatever_its_apostrophe():
    shown = highlight_texts([("body", "uk", "Зареєструвати об’єкт.")], "об'єкт", language="uk")
    assert shown == "Зареєструвати <mark>об’єкт</mark>."
