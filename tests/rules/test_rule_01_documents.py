"""Rule 1: a document is a pure function of what is published and the language."""

from unittest.mock import patch

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.images import get_image_model
from wagtail_localize.models import Translation

from directory.offices.models import Person
from home.models import InfoPage
from hub.publications.reconcile import reconcile
from hub.representation import preview_document, represent
from hub.taxonomy.models import Topic
from hub.testing import languages, publish, translate
from tests.rules.stage import article, block, document, file, image, link, office, public, set_body, text

pytestmark = pytest.mark.django_db


def by_key(made) -> dict:
    return {(item.translation_key, item.locale): item for item in made.documents}


def rich_article(county, number: int, others: list) -> InfoPage:
    """Return an article with everything that a document may show: links, files, contacts, an image, topics."""
    body = [text("<h2>Anfang</h2><p>Ein Satz.</p>")]
    for other in others:
        body.append(link(other))
        body.append(
            block("contact", {"office": office(county, f"Amt {number} {other.pk}").pk, "name": "", "phones": []})
        )
        body.append(
            block("documents", {"files": [{"file": file(f"Datei {other.pk}").pk, "title": "F", "language": ""}]})
        )
    page = article(county, f"Seite {number}", body, image=image(f"Bild {number}"), image_alt="Ein Haus")
    page.topics = [Topic.objects.create(slug=f"topic-{number}", names={"de": f"Thema {number}"})]
    return publish(page)


@pytest.fixture
def pages(county) -> list[InfoPage]:
    first = article(county, "Erste")
    return [first, article(first, "Zweite", [link(first)]), article(county, "Dritte", [text("<p>Ein Satz.</p>")])]


def test_rule_1_the_same_pages_give_the_same_documents_in_any_order(pages):
    ids = [page.pk for page in pages]
    once, again, reverse = represent(ids), represent(ids), represent(ids[::-1])
    assert by_key(once) == by_key(again) == by_key(reverse)
    assert by_key(represent(ids[:1])).items() <= by_key(once).items(), "alone as among others"


def test_rule_1_a_document_holds_no_now_and_making_it_writes_nothing(pages):
    with (
        patch("django.utils.timezone.now", side_effect=AssertionError("asked for the time")),
        CaptureQueriesContext(connection) as queries,
    ):
        made = represent([page.pk for page in pages])
    assert made.documents
    assert not made.failures
    assert all(query["sql"].startswith("SELECT") for query in queries)


def test_rule_1_no_image_is_encoded_and_its_size_is_known(county):
    picture = image()
    page = article(county, "Mit Bild", image=picture, image_alt="Ein Haus")
    with patch.object(get_image_model(), "open_file", side_effect=AssertionError("opened the image")):
        shown = represent([page.pk], ["de"]).documents[0].document["image"]
    assert (shown["width"], shown["height"]) == (640, 480)
    assert [source.split()[1] for source in shown["srcset"].split(", ")] == ["400w", "640w"]
    assert not picture.renditions.exists()


def test_rule_1_queries_do_not_grow_with_pages_blocks_links_and_images(county):
    targets = [article(county, f"Ziel {number}") for number in range(4)]
    small = [rich_article(county, 1, targets[:1])]
    large = [rich_article(county, number, targets) for number in range(2, 6)]
    counts = []
    for some in (small, large):
        with CaptureQueriesContext(connection) as queries:
            made = represent([page.pk for page in some])
        assert len(made.documents) == 3 * len(some)
        counts.append(len(queries))
    assert counts[0] == counts[1], counts


def test_rule_1_of_linked_pages_only_what_their_teasers_show_is_loaded(county, editing):
    with editing():
        linked = [article(county, title, [text("<p>Lang.</p>")]) for title in ("112", "true", "Miete")]
        for other in linked:
            translate(other, "ar", mark=" ")
        page = article(county, "Wohnen", [link(other) for other in linked])
    with CaptureQueriesContext(connection) as queries:
        made = represent([page.pk], ["ar"])
    assert not made.failures
    contents = [query["sql"] for query in queries if 'wagtailcore_revision"."content"' in query["sql"]]
    assert len(contents) == 1
    assert "BUILD_OBJECT" in contents[0] or "JSON_OBJECT" in contents[0]


def test_rule_1_a_title_that_looks_like_json_is_still_a_title(county, editing):
    with editing():
        offices = [office(county, title) for title in ("112", "true", '"Amt"')]
        for where in offices:
            translate(where, "ar", mark=" ")
        page = article(county, "Wohnen", [block("contact", {"office": where.pk, "name": ""}) for where in offices])
    shown = represent([page.pk], ["ar"]).documents[0].document["body"]
    assert [item["value"]["office"]["title"].strip() for item in shown] == ["112", "true", '"Amt"']


def test_rule_1_queries_do_not_grow_with_translations(county, editing):
    pages = [article(county, f"Seite {number}", [text("<p>Ein Satz.</p>")]) for number in range(3)]
    with editing():
        translate(pages[0], "en")
    counts = []
    with CaptureQueriesContext(connection) as queries:
        represent([page.pk for page in pages])
    counts.append(len(queries))
    with editing():
        for page in pages:
            translate(page, "en")
        translate(pages[0], "ar")
    with CaptureQueriesContext(connection) as queries:
        represent([page.pk for page in pages])
    counts.append(len(queries))
    assert counts[0] == counts[1], counts


def test_rule_1_preview_api_and_html_show_the_same_document(county, editing, client):
    with editing():
        page = article(county, "Wohnen", [text("<p>Eine Wohnung suchen.</p>")])
    made = represent([page.pk], ["de"]).documents[0]
    assert preview_document(page, "de") == made.document == document(page)
    answer = client.get(f"/api/v2/pages/{page.pk}/").json()
    assert answer["body"] == made.document["body"]
    assert answer["meta"]["html_url"] == f"http://testserver{made.document['meta']['html_url']}"
    html = client.get(made.document["meta"]["html_url"]).content.decode()
    assert made.document["body"][0]["value"] in html
    assert "Eine Wohnung suchen." in public(page).text


def test_rule_1_the_preview_of_a_draft_shows_its_own_topics_and_children(county):
    page = office(county)
    page.topics = [Topic.objects.create(slug="work", names={"de": "Arbeit"})]
    page.staff = [Person(name="Erika Beispiel", function="Leitung", locale=page.locale)]
    page.title = "Neues Amt"
    shown = preview_document(page, "de")
    assert shown["title"] == "Neues Amt"
    assert [topic["slug"] for topic in shown["topics"]] == ["work"]
    assert [person["name"] for person in shown["staff"]] == ["Erika Beispiel"]
    stored = represent([page.pk], ["de"]).documents[0].document
    assert (stored["title"], stored["topics"], stored["staff"]) == ("Amt", [], [])


def test_rule_1_the_preview_of_a_draft_shows_what_the_draft_refers_to(county):
    page, target = article(county, "Wohnen"), article(county, "Ziel")
    page.image, page.image_alt = image(), "Ein Haus"
    page.body = [("text", f'<p><a linktype="page" id="{target.pk}">Ziel</a></p>')]
    shown = preview_document(page, "de")
    assert shown["image"]["alt"] == "Ein Haus"
    assert 'href="/de/auental/ziel/"' in shown["body"][0]["value"]


def test_rule_1_a_page_that_was_never_saved_has_a_preview(county, admin_client):
    address = f"/admin/pages/add/home/infopage/{county.pk}/preview/"
    form = {
        "title": "Noch nicht gespeichert",
        "slug": "neu",
        "summary": "Kurz gesagt",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    assert admin_client.post(address, form).json()["is_valid"]
    answer = admin_client.get(address)
    assert answer.status_code == 200
    assert "Noch nicht gespeichert" in answer.content.decode()


def test_rule_1_the_preview_of_a_translation_shows_its_draft_words(county, editing):
    with editing():
        page = article(county, "Wohnen", [text("<p>Eine Wohnung suchen.</p>")])
        translate(page, "en")
    translated = page.get_translation(languages()["en"]).specific
    translated.title = "Housing"
    shown = preview_document(translated, "en")
    assert shown["title"] == "Housing"
    assert shown["body"][0]["value"] == "<p>en Eine Wohnung suchen.</p>"


def test_rule_1_one_failing_page_hinders_no_other(county, editing):
    with editing():
        good, bad = article(county, "Gut"), article(county, "Schlecht")
    from hub.representation import documents

    make = documents.make

    def fail(library, group, language):
        if group.source.pk == bad.pk:
            raise RuntimeError("a plugin's mistake")
        return make(library, group, language)

    with patch.object(documents, "make", fail):
        made = represent([good.pk, bad.pk])
    assert {item.source_id for item in made.documents} == {good.pk}
    assert [failure.page_ids for failure in made.failures] == [{bad.pk}]


def test_rule_1_words_typed_by_a_translator_cannot_harm_readers(county, editing):
    harm = '<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:x">x</a>'
    with editing():
        page = article(county, "Wohnen", [text("<p>Ein Satz.</p>", "a")])
        translate(page, "en")
    Translation.objects.update(enabled=False)
    by_hand = page.get_translation(languages()["en"])
    with editing():
        set_body(by_hand.specific, text(f"<p>Words.</p>{harm}", "a"))
    value = document(page, "en")["body"][0]["value"]
    assert value == "<p>Words.</p><a>x</a>"


def test_rule_1_a_changed_body_is_a_changed_document_and_nothing_else(county, editing):
    with editing():
        page, other = article(county, "Wohnen"), article(county, "Arbeit")
    before = {page.pk: public(page).sequence, other.pk: public(other).sequence}
    with editing():
        set_body(page, text("<p>Neu.</p>"))
    reconcile([other.pk])
    assert public(page).sequence > before[page.pk]
    assert public(other).sequence == before[other.pk]
