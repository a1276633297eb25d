"""Translated texts reach wagtail-localize's store in bulk, and never a part of a page that does not fit."""

import json

import pytest
from wagtail_localize.models import StringTranslation, TranslationSource

from hub.testing import languages, make_county, publish
from hub.translations.segments import SegmentMismatch, extract_texts, source_segments, split, store_translations
from tests.rules.stage import article, text

pytestmark = pytest.mark.django_db

BLOCK = "c0ffee00-0000-4000-8000-000000000000"
PATH = f"body.{BLOCK}"


@pytest.fixture
def source():
    page = article(make_county(), "Wohnen")
    html = '<h2>Miete</h2><p>Kosten: <a href="https://a.example/">hier</a></p><p>Miete</p>'
    page.body = json.dumps([{"type": "text", "value": html, "id": BLOCK}])
    return TranslationSource.update_or_create_from_instance(publish(page))[0]


@pytest.fixture
def english():
    return languages()["en"]


def stored():
    return list(StringTranslation.objects.order_by("pk").values_list("context__path", "data"))


TEXTS = {"title": ["Housing"], PATH: ["Rent", 'Costs: <a id="a1">here</a>', "Renting"]}


def test_texts_are_grouped_as_the_source_has_them(source):
    texts = {path: [segment.string.data for segment in segments] for path, segments in source_segments(source).items()}
    assert texts == {"title": ["Wohnen"], PATH: ["Miete", 'Kosten: <a id="a1">hier</a>', "Miete"]}
    assert extract_texts(source.as_instance()) == texts


def test_a_text_that_occurs_twice_at_a_path_has_one_translation(source, english):
    store_translations(source, english, TEXTS)
    assert stored() == [("title", "Housing"), (PATH, "Rent"), (PATH, 'Costs: <a id="a1">here</a>')]


def test_storing_takes_four_queries_and_replaces_earlier_translations(
    source, english, admin_user, django_assert_num_queries
):
    store_translations(source, english, {**TEXTS, "title": ["Living"]}, tool_name="Importer")
    StringTranslation.objects.update(last_translated_by=admin_user)
    with django_assert_num_queries(6):  # with those of a savepoint
        store_translations(source, english, TEXTS)
    assert stored()[0] == ("title", "Housing")
    assert not StringTranslation.objects.exclude(tool_name="", last_translated_by=None).exists()


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ({"title": ["Housing"]}, f"{PATH} has 0 texts instead of 3"),
        ({**TEXTS, PATH: ["Rent"]}, f"{PATH} has 1 texts instead of 3"),
        ({**TEXTS, "summary": ["All about it"]}, "summary has 1 texts instead of 0"),
    ],
)
def test_a_translation_with_another_number_of_texts_is_refused_whole(source, english, texts, message):
    with pytest.raises(SegmentMismatch, match=rf"^Wohnen, en: {message}\.$"):
        store_translations(source, english, texts)
    assert stored() == []


def test_a_partial_translation_may_leave_out_paths_but_no_text_of_one(source, english):
    store_translations(source, english, {"title": ["Housing"]}, partial=True)
    assert stored() == [("title", "Housing")]
    with pytest.raises(SegmentMismatch, match="has 1 texts instead of 3"):
        store_translations(source, english, {PATH: ["Rent"]}, partial=True)


@pytest.mark.parametrize("text", ['<a id="a2">there</a>', "<h2>Costs</h2>"])
def test_an_unusable_text_is_marked_as_wagtail_localize_marks_it(source, english, text):
    store_translations(source, english, {**TEXTS, PATH: ["Rent", text, "Rent"]})
    assert list(StringTranslation.objects.filter(has_error=True).values_list("data", flat=True)) == [text]


def test_blocks_with_one_id_get_ids_of_their_own():
    body = [text("<p>Eins.</p>", "a"), text("<p>Zwei.</p>", "a")]
    page = article(make_county(), "Wohnen", body)
    assert len({block.id for block in page.body}) == 2
    assert [block.value.source for block in page.body] == ["<p>Eins.</p>", "<p>Zwei.</p>"]


def test_a_rich_text_that_wagtail_localize_refuses_is_one_text():
    html = '<p>Das <abbr lang="en">CV</abbr> hier</p>'
    assert split(html, is_rich=True) == (html,)


def test_a_text_that_is_too_long_is_marked_as_the_editor_marks_it(source, english):
    store_translations(source, english, {"title": ["x" * 256]}, partial=True)
    row = StringTranslation.objects.get()
    assert (row.has_error, "255" in row.field_error) == (True, True)
