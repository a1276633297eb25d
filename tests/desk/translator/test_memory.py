"""What translators are offered: words that were confirmed before, and of other counties those that are public."""

import pytest
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

from hub.desk.translator import memory, suggestions
from hub.desk.translator.suggestions import Query, Suggestion
from hub.rights.models import Role
from hub.testing import languages, make_county, translate, work
from hub.translations.handover import source_for
from tests.rights.stage import member
from tests.rules.stage import article, fresh, restrict, set_body, text
from tests.rules.test_query_budgets import counted

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
SENTENCE = "Bitte bringen Sie Ihren Ausweis mit."


@pytest.fixture(scope="module")
def shared_auental(shared_county, shared_editing):
    with shared_editing():
        translate(shared_county, "en")
        translate(shared_county, "ar")
    return shared_county


@pytest.fixture
def auental(shared_auental, county):
    """The county, translated into English and Arabic."""
    return county


@pytest.fixture
def amal(auental):
    return member("Amal", auental, Role.TRANSLATORS, "en")


@pytest.fixture
def noor(auental, editing):
    """A translator of another county."""
    with editing():
        other = make_county("bergtal", "Landkreis Bergtal")
        translate(other, "en")
    work()
    return member("Noor", other, Role.TRANSLATORS, "en")


@pytest.fixture(scope="module")
def shared_known(shared_auental, shared_editing):
    with shared_editing():
        page = article(shared_auental, "Wohnen", [text(f"<p>{SENTENCE}</p>", "a")])
        translate(page, "en")
    return page


@pytest.fixture
def known(shared_known, auental):
    """A page whose English is public."""
    return fresh(shared_known)


def translated(parent, editing, title, html, language="en", mark="", publish=True):
    with editing():
        page = article(parent, title, [text(html, "a")])
        translate(page, language, mark, publish=publish)
    work()
    return page


def at_hand(parent, editing, *paragraphs, title="Arbeit"):
    """Return a published page that nobody has translated, with its texts in the store."""
    with editing():
        page = article(parent, title, [text("".join(f"<p>{paragraph}</p>" for paragraph in paragraphs), "b")])
        source_for(page)
    work()
    return page


def query(page, user, source_text=SENTENCE, language="en"):
    segment = StringSegment.objects.get(source__object_id=page.translation_key, string__data=source_text)
    return Query(segment.string_id, segment.context_id, source_text, "de", language, user)


def offered(page, user, source_text=SENTENCE, language="en"):
    return memory.suggest(query(page, user, source_text, language))


def texts(found):
    return [suggestion.text for suggestion in found]


def test_an_equal_text_of_another_page_is_offered_with_page_and_county(auental, amal, known, editing):
    page = at_hand(auental, editing, SENTENCE)
    assert offered(page, amal) == [Suggestion(f"en {SENTENCE}", SENTENCE, 100, "Wohnen, Landkreis Auental")]
    assert offered(page, amal)[0].is_equal


def test_a_text_is_offered_its_translation_elsewhere_on_the_page_and_not_its_own(auental, amal, editing):
    with editing():
        page = article(auental, "Wohnen", [text(f"<p>{SENTENCE}</p>", "a"), text(f"<p>{SENTENCE}</p>", "b")])
        translate(page, "en", leave_out=["body.b"], publish=False)
    segments = StringSegment.objects.filter(source__object_id=page.translation_key, string__data=SENTENCE)
    first, second = (
        Query(row.string_id, row.context_id, SENTENCE, "de", "en", amal) for row in segments.order_by("order")
    )
    assert texts(memory.suggest(second)) == [f"en {SENTENCE}"]
    assert memory.suggest(first) == []


def test_a_similar_text_is_offered_with_what_it_translates(auental, amal, known, editing):
    similar = "Bitte bringen Sie Ihren Pass mit."
    found = offered(at_hand(auental, editing, similar), amal, similar)
    assert [(item.text, item.source_text, item.is_equal) for item in found] == [(f"en {SENTENCE}", SENTENCE, False)]
    assert memory.AT_LEAST <= found[0].similarity < 100


def test_a_text_that_shares_its_grammar_only_is_not_offered(auental, amal, known, editing):
    other = "Hier finden Sie Ihre Schule."
    assert offered(at_hand(auental, editing, other), amal, other) == []


def test_short_texts_help_each_other(auental, amal, editing):
    translated(auental, editing, "Amt", "<p>Mo–Fr 8–12 Uhr</p>")
    page = at_hand(auental, editing, "Mo–Do 8–12 Uhr")
    assert texts(offered(page, amal, "Mo–Do 8–12 Uhr")) == ["en Mo–Fr 8–12 Uhr"]


@pytest.mark.parametrize(
    ("first", "second"), [("Lernen", "Leben"), ("07151 501-1172", "07151 501-1173")], ids=["words", "numbers"]
)
def test_what_is_alike_by_chance_is_not_offered(auental, amal, editing, first, second):
    translated(auental, editing, "Amt", f"<p>{first}</p>")
    assert offered(at_hand(auental, editing, second), amal, second) == []


def test_equal_texts_come_before_similar_ones_and_frequent_before_rare_ones(auental, amal, editing):
    translated(auental, editing, "Eins", f"<p>{SENTENCE}</p>", mark="often")
    translated(auental, editing, "Zwei", f"<p>{SENTENCE}</p>", mark="often")
    translated(auental, editing, "Drei", f"<p>{SENTENCE}</p>", mark="rare")
    translated(auental, editing, "Vier", "<p>Bitte bringen Sie Ihren Pass mit.</p>")
    found = offered(at_hand(auental, editing, SENTENCE), amal)
    assert [item.text.partition(" ")[0] for item in found] == ["often", "rare", "en"]


def test_the_links_of_an_equal_text_stay(auental, amal, editing):
    html = 'Fragen Sie das <a href="https://{}.example">Amt</a>.'
    translated(auental, editing, "Wohnen", f"<p>{html.format('a')}</p>")
    page = at_hand(auental, editing, html.format("b"))
    stored = 'Fragen Sie das <a id="a1">Amt</a>.'
    assert texts(offered(page, amal, stored)) == [f"en {stored}"]


def test_a_similar_text_keeps_the_links_and_marks_alone_that_the_text_at_hand_has(auental, amal, editing):
    link = '<a href="https://{}.example">{}</a>'
    html = f"Fragen Sie <b>gern</b> das {link.format('a', 'Amt')}<br/>oder den {link.format('b', 'Verein')}!"
    translated(auental, editing, "Wohnen", f"<p>{html}</p>")
    page = at_hand(auental, editing, f"Fragen Sie gern das {link.format('c', 'Amt')} oder den Verein.")
    found = offered(page, amal, 'Fragen Sie gern das <a id="a1">Amt</a> oder den Verein.')
    assert texts(found) == ['en Fragen Sie gern das <a id="a1">Amt</a> oder den Verein!']


def test_unconfirmed_words_are_not_offered(auental, amal, known, editing):
    page = at_hand(auental, editing, SENTENCE)
    StringTranslation.objects.filter(translation_of__data=SENTENCE).update(has_error=True)
    assert offered(page, amal) == []


def test_public_words_are_offered_in_every_county(auental, noor, known, editing):
    page = at_hand(auental, editing, SENTENCE)
    assert offered(page, noor) == [Suggestion(f"en {SENTENCE}", SENTENCE, 100, "Wohnen, Landkreis Auental")]


def test_drafts_are_offered_to_those_alone_who_may_read_them(auental, amal, noor, editing):
    translated(auental, editing, "Wohnen", f"<p>{SENTENCE}</p>", publish=False)
    page = at_hand(auental, editing, SENTENCE)
    assert texts(offered(page, amal)) == [f"en {SENTENCE}"]
    assert offered(page, noor) == []


def test_a_correction_that_is_not_published_is_no_word_for_others(auental, amal, noor, known, editing):
    StringTranslation.objects.filter(translation_of__data=SENTENCE).update(data="Secret.")
    page = at_hand(auental, editing, SENTENCE)
    assert texts(offered(page, amal)) == ["Secret."]
    assert offered(page, noor) == []


def test_a_translation_by_hand_publishes_no_words_of_the_store(auental, noor, known, editing):
    """The dates would say that words translated before the last publishing are public."""
    StringTranslation.objects.filter(translation_of__data=SENTENCE).update(data="Secret.")
    with editing():
        TranslationSource.objects.get(object_id=known.translation_key).translations.update(enabled=False)
        fresh(known.get_translation(languages()["en"])).save_revision().publish()
    work()
    assert offered(at_hand(auental, editing, SENTENCE), noor) == []


@pytest.mark.parametrize("hide", [restrict, lambda page: fresh(page).unpublish()], ids=["restricted", "unpublished"])
def test_a_page_that_is_no_longer_public_is_quoted_to_nobody_else(auental, amal, noor, known, editing, hide):
    page = at_hand(auental, editing, SENTENCE)
    with editing():
        hide(known)
    assert texts(offered(page, amal)) == [f"en {SENTENCE}"]
    assert offered(page, noor) == []


def test_the_old_text_of_a_page_is_quoted_to_those_alone_who_may_read_it(auental, amal, noor, known, editing):
    with editing():
        set_body(known, text("<p>Etwas ganz anderes steht jetzt hier.</p>", "a"))
    work()
    page = at_hand(auental, editing, SENTENCE)
    assert f"en {SENTENCE}" in texts(offered(page, amal))
    assert offered(page, noor) == []


def test_a_page_has_its_draft_title_for_those_alone_who_may_read_it(auental, amal, noor, known, editing):
    renamed = fresh(known)
    renamed.title = "Geheim"
    renamed.save_revision()
    page = at_hand(auental, editing, SENTENCE)
    assert offered(page, amal)[0].origin == "Geheim, Landkreis Auental"
    assert offered(page, noor)[0].origin == "Wohnen, Landkreis Auental"


def test_the_origin_counts_the_pages_that_its_reader_may_see(auental, amal, noor, editing):
    for title in ("Eins", "Zwei"):
        translated(auental, editing, title, f"<p>{SENTENCE}</p>")
    translated(auental, editing, "Geheim", f"<p>{SENTENCE}</p>", publish=False)
    page = at_hand(auental, editing, SENTENCE)
    assert offered(page, amal)[0].origin == "Geheim, Landkreis Auental (und 2 weitere Seiten)"
    assert offered(page, noor)[0].origin == "Zwei, Landkreis Auental (und 1 weitere Seite)"


def test_languages_written_from_right_to_left_have_a_memory_of_their_own(auental, amal, known, editing):
    translated(auental, editing, "Arbeit", f"<p>{SENTENCE}</p>", "ar", mark="يرجى <b>إحضار</b>")
    page = at_hand(auental, editing, SENTENCE, title="Schule")
    assert texts(offered(page, amal, language="ar")) == [f"يرجى <b>إحضار</b> {SENTENCE}"]
    assert texts(offered(page, amal)) == [f"en {SENTENCE}"]
    assert memory.fitted("يرجى <b>إحضار</b> هويتك", "Bitte Ausweis") == "يرجى إحضار هويتك"


def test_all_texts_of_a_page_that_others_have_translated_are_found_at_once(auental, amal, known, editing):
    page = at_hand(auental, editing, SENTENCE, "Bitte bringen Sie Ihren Pass mit.")
    source = TranslationSource.objects.get(object_id=page.translation_key)
    asked = query(page, amal)
    found = memory.equal_texts(source, languages()["en"], amal)
    assert found == {(asked.string_id, asked.context_id): offered(page, amal)[0]}


def test_an_unconfirmed_text_is_offered_words_and_a_confirmed_one_none(auental, amal, known, editing):
    page = translated(auental, editing, "Arbeit", f"<p>{SENTENCE}</p>", mark="mine")
    source = TranslationSource.objects.get(object_id=page.translation_key)
    assert memory.equal_texts(source, languages()["en"], amal) == {}
    StringTranslation.objects.filter(data__startswith="mine").update(has_error=True)
    assert texts(memory.equal_texts(source, languages()["en"], amal).values()) == [f"en {SENTENCE}"]


def test_the_cost_does_not_grow_with_texts_and_pages(auental, amal, noor, known, editing):
    similar = [f"Bitte bringen Sie Ihren Ausweis {number} mit." for number in range(4)]
    page = at_hand(auental, editing, SENTENCE, *similar)
    source = TranslationSource.objects.get(object_id=page.translation_key)

    def costs(user):
        asked = query(page, user)
        return (
            counted(lambda: memory.suggest(asked)),
            counted(lambda: memory.equal_texts(source, languages()["en"], user)),
        )

    for user in (amal, noor):
        costs(user)  # reads the rights, which the user instance then keeps
    few = [costs(amal), costs(noor)]
    for number, sentence in enumerate(similar):
        translated(auental, editing, f"Seite {number}", f"<p>{SENTENCE}</p><p>{sentence}</p>")
    assert len(memory.equal_texts(source, languages()["en"], noor)) == 5
    assert [costs(amal), costs(noor)] == few
    assert max(max(numbers) for numbers in few) <= 9


def test_drafts_keep_no_public_page_from_being_compared(auental, noor, known, editing, monkeypatch):
    monkeypatch.setattr(memory, "PUBLIC_PAGES", 1)
    translated(auental, editing, "Geheim", f"<p>{SENTENCE}</p>", publish=False)
    page = at_hand(auental, editing, SENTENCE)
    assert texts(offered(page, noor)) == [f"en {SENTENCE}"]


@pytest.fixture
def sources(monkeypatch):
    """The registered sources, empty at first."""
    monkeypatch.setattr(suggestions, "_sources", [])


ASKED = Query(1, 1, "Ja", "de", "en", None)


def source(*found):
    return lambda query: [Suggestion(words, "Ja", similarity, "test") for words, similarity in found]


def test_the_memory_is_one_of_the_sources():
    assert memory.suggest in suggestions._sources


def test_the_best_of_all_sources_come_first_each_text_once_and_five_at_most(sources):
    suggestions.register(source(("a", 80), ("b", 100), ("c", 71)))
    suggestions.register(source(("a", 90), ("d", 72), ("e", 73), ("f", 74)))
    found = suggestions.suggest(ASKED)
    assert [(item.text, item.similarity) for item in found] == [("b", 100), ("a", 90), ("f", 74), ("e", 73), ("d", 72)]


def test_a_source_that_fails_is_logged_and_hides_no_other(sources, caplog):
    def broken(query):
        raise LookupError("no glossary")

    suggestions.register(broken)
    suggestions.register(source(("yes", 100)))
    assert texts(suggestions.suggest(ASKED)) == ["yes"]
    assert "no glossary" in caplog.text


def test_a_source_is_registered_once(sources):
    suggestions.register(memory.suggest)
    with pytest.raises(ValueError, match="already"):
        suggestions.register(memory.suggest)
