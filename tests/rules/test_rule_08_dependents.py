"""Rule 8: dependents are recorded, not guessed: what a page shows follows its source."""

import json
from unittest.mock import patch

import pytest
from django.db import OperationalError
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, PageViewRestriction

from directory.offices.models import OfficePage
from home.models import InfoPage
from hub.plugins import Kind, kinds
from hub.publications import reconcile as module
from hub.publications.models import Dependency, OutboxRow, Publication
from hub.publications.reconcile import reconcile
from hub.representation import documents, represent
from hub.representation.fields import field_value
from hub.representation.library import TeaserCycleError
from hub.taxonomy.models import Topic
from hub.testing import languages, publish, translate, work
from tests.rules.stage import article, block, document, draft, file, fresh, image, link, office, public, set_body, text

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


def contact(page: OfficePage) -> dict:
    return block("contact", {"office": page.pk, "name": "", "phones": []}, "contact")


def shown_office(page: InfoPage, language: str = "de") -> dict | None:
    return document(page, language)["body"][0]["value"]["office"]


def everything_public() -> str:
    """Return all that any channel could show, as one text."""
    return json.dumps(list(Publication.objects.public().values("document", "teaser", "texts")), ensure_ascii=False)


@pytest.fixture
def desk(county, editing) -> OfficePage:
    with editing():
        return office(county, "Amt", summary="Das alte Amt.")


@pytest.fixture
def page(county, desk, editing) -> InfoPage:
    """An article that shows the office."""
    with editing():
        return article(county, "Wohnen", [contact(desk)])


def test_rule_8_everything_shown_is_noted(county, editing):
    topic = Topic.objects.create(slug="work", names={"de": "Arbeit"})
    picture, paper = image(), file()
    files = block("documents", {"files": [{"file": paper.pk, "title": "Blatt", "language": "de"}]})
    with editing():
        parent, target, desk = article(county, "Oben"), article(county, "Ziel"), office(county)
        page = article(parent, "Wohnen", [link(target), contact(desk), files], image=picture, image_alt="Haus")
        page.topics = [topic]
        publish(page)
    for language in ("de", "en", "ar"):
        dependencies = public(page, language).dependencies
        notes = set(dependencies.filter(surrounding=False).values_list("model", "object_id"))
        assert notes == {
            ("taxonomy.topic", topic.pk),
            ("media.image", picture.pk),
            ("media.document", paper.pk),
            ("offices.officetype", desk.office_type_id),
            *(("wagtailcore.page", item.pk) for item in (county, parent, target, desk)),
        }
        surroundings = set(dependencies.filter(surrounding=True).values_list("model", "object_id"))
        assert surroundings == {
            ("wagtailcore.page", county.pk),
            ("wagtailcore.page", parent.pk),
            ("wagtailcore.page.children", page.pk),
        }


def test_rule_8_a_changed_teaser_is_changed_wherever_it_is_shown(page, desk, editing):
    desk.summary = "Das neue Amt."
    with editing():
        publish(desk)
    assert OutboxRow.objects.get().page_id == page.pk, "left to the worker"
    work()
    assert shown_office(page)["summary"] == "Das neue Amt."
    assert shown_office(page, "ar")["summary"] == "Das neue Amt."


def test_rule_8_a_change_that_no_teaser_shows_makes_no_new_number(page, desk, editing):
    before = public(page).sequence
    desk.is_not = "Keine Beratungsstelle."
    with editing():
        publish(desk)
    work()
    assert public(page).sequence == before


def test_rule_8_a_translated_teaser_is_shown_as_soon_as_it_is_published(page, desk, editing):
    with editing():
        translate(desk, "ar")
    work()
    assert shown_office(page, "ar")["title"] == "ar Amt"
    assert shown_office(page, "ar")["id"] == desk.get_translation(languages()["ar"]).pk
    assert shown_office(page, "en")["title"] == "Amt"


def test_rule_8_a_renamed_topic_is_renamed_everywhere(county, editing):
    topic = Topic.objects.create(slug="work", names={"de": "Arbeit", "ar": "العمل"})
    with editing():
        page = article(county, "Wohnen")
        page.topics = [topic]
        publish(page)
    topic.names = {"de": "Beruf", "ar": "المهنة"}
    with editing():
        topic.save()
    work()
    assert document(page)["topics"][0]["name"] == "Beruf"
    assert document(page, "ar")["topics"][0]["name"] == "المهنة"


def test_rule_8_another_description_of_an_image_reaches_every_teaser(county, editing):
    with editing():
        desk = office(county, image=image(), image_alt="Ein Haus")
        page = article(county, "Wohnen", [contact(desk)])
    desk.image_alt = "Ein großes Haus"
    with editing():
        publish(desk)
    work()
    assert shown_office(page)["image"]["alt"] == "Ein großes Haus"


def test_rule_8_an_exchanged_image_file_reaches_every_page_and_teaser(county, editing):
    picture = image()
    with editing():
        desk = office(county, image=picture, image_alt="Ein Haus")
        page = article(county, "Wohnen", [contact(desk)])
    before = shown_office(page)["image"]
    picture.file = get_test_image_file(filename="anders.png", size=(300, 200))
    with editing():
        picture.save()
    work()
    for shown in (document(desk)["image"], shown_office(page)["image"]):
        assert shown != before
        assert shown["width"] == 300


def test_rule_8_a_deleted_file_is_offered_no_more(county, editing):
    paper = file()
    files = block("documents", {"files": [{"file": paper.pk, "title": "Blatt", "language": "de"}]})
    with editing():
        page = article(county, "Wohnen", [files, text(f'<p><a linktype="document" id="{paper.pk}">Blatt</a></p>')])
    assert paper.filename in everything_public()
    with editing():
        paper.delete()
    work()
    assert document(page)["body"][0]["value"] == {"files": []}
    assert document(page)["body"][1]["value"] == "<p><a>Blatt</a></p>"


def test_rule_8_a_new_slug_changes_the_links_to_all_below(county, editing):
    with editing():
        target = article(county, "Ziel")
        below = article(target, "Darunter")
        page = article(county, "Wohnen", [link(below)])
    target.slug = "anders"
    with editing():
        publish(target)
    work()
    assert 'href="/ar/auental/anders/darunter/"' in document(page, "ar")["body"][0]["value"]


# Withdrawn pages


@pytest.mark.parametrize("step", ["unpublish", "delete", "move away"])
def test_rule_8_a_withdrawn_page_disappears_from_all_documents_in_the_same_transaction(county, editing, step):
    with editing():
        desk = office(county, "Geheimamt", summary="Sehr geheim.")
        pages = [article(county, "Wohnen", [contact(desk)]), article(county, "Arbeit", [link(desk, "Link")])]
        row = fresh(county)
        row.contact = Page.objects.get(pk=desk.pk)
        publish(row)
        elsewhere = draft(county, "Entwurf")
    assert everything_public().count("Geheimamt") > 3
    with editing():
        match step:
            case "unpublish":
                fresh(desk).unpublish()
            case "delete":
                fresh(desk).delete()
            case "move away":
                PageViewRestriction.objects.create(page=Page.objects.get(pk=elsewhere.pk), restriction_type="login")
                fresh(desk).move(fresh(elsewhere), "last-child")
    assert "geheim" not in everything_public().lower(), "without any work of the worker"
    assert shown_office(pages[0]) is None
    assert document(pages[1])["body"][0]["value"] == "<p><a>Link</a></p>"


def test_rule_8_a_withdrawn_translation_disappears_from_all_documents_in_the_same_transaction(page, desk, editing):
    with editing():
        translate(desk, "ar", mark="سر")
    work()
    assert "سر Amt" in everything_public()
    with editing():
        desk.get_translation(languages()["ar"]).specific.unpublish()
    assert "سر" not in everything_public()
    assert shown_office(page, "ar")["title"] == "Amt"


def test_rule_8_what_cannot_be_made_without_a_withdrawn_page_is_hidden_instead(page, desk, editing, monkeypatch):
    make = documents.make

    def fail(library, group, language):
        if group.source.pk == page.pk:
            raise ValueError("a plugin's mistake")
        return make(library, group, language)

    with monkeypatch.context() as broken:
        broken.setattr(documents, "make", fail)
        with editing():
            fresh(desk).unpublish()
        assert public(page) is None
        assert "Das alte Amt" not in everything_public()
    work()
    assert shown_office(page) is None


def test_rule_8_a_page_shown_within_a_teaser_is_noted_by_whoever_shows_the_teaser(
    county, page, desk, editing, monkeypatch
):
    """A plugin's kind may show a page in its teasers: who shows the teaser shows that page too."""
    with editing():
        secret = article(county, "Geheim")
    kind = kinds.for_model(OfficePage)
    fields = {**vars(kind), "teaser_fields": ("related",)}
    monkeypatch.setattr(kinds, "_by_slug", {**kinds._by_slug, kind.slug: Kind(**fields)})
    plain = field_value

    def with_related(context, name):
        return context.teaser(secret.pk) if name == "related" else plain(context, name)

    monkeypatch.setattr("hub.representation.teasers.field_value", with_related)
    monkeypatch.setattr(
        "hub.representation.documents.references_of",
        lambda group, names: {("wagtailcore.page", pk) for pk in (secret.pk, desk.pk)},
    )
    reconcile([page.pk])
    assert shown_office(page)["related"]["title"] == "Geheim"
    with editing():
        fresh(secret).unpublish()
    assert "Geheim" not in everything_public()


def test_rule_8_teasers_that_show_each_other_are_an_error_of_their_pages_alone(
    county, page, desk, editing, monkeypatch
):
    """Check hub.E010 refuses such kinds as far as declarations tell; a block's own code may still do it."""
    other = article(county, "Miete")
    plain = field_value

    def with_itself(context, name):
        return (
            context.teaser(desk.pk)
            if (context.group.kind.slug, name) == ("offices", "summary")
            else plain(context, name)
        )

    monkeypatch.setattr("hub.representation.teasers.field_value", with_itself)
    made = represent([page.pk, other.pk])
    assert [failure.page_ids for failure in made.failures] == [{page.pk}]
    assert isinstance(made.failures[0].error, TeaserCycleError)


def test_rule_8_a_language_that_a_county_gives_up_hides_nothing_in_the_others(county, editing, monkeypatch):
    with editing():
        translate(county, "en")
        pages = [article(county, f"Seite {number}") for number in range(4)]
    work()
    monkeypatch.setattr(module, "batch_size", lambda: 3)
    row = fresh(county)
    row.languages = ["de", "ar"]
    with editing():
        publish(row)
    assert all(public(page) and public(page, "ar") for page in pages)
    work()
    assert not any(public(page, "en") for page in pages)
    assert "Auental" in document(pages[0])["meta"]["county"]["title"]


# Pages that are not public yet


def test_rule_8_a_link_to_a_page_that_is_not_public_appears_when_it_is(county, editing):
    with editing():
        target = draft(county, "Ziel")
        page = article(county, "Wohnen", [link(target)])
    assert document(page)["body"][0]["value"] == "<p><a>mehr</a></p>"
    with editing():
        target.save_revision().publish()
    work()
    assert 'href="/ar/auental/ziel/"' in document(page, "ar")["body"][0]["value"]


def test_rule_8_a_link_to_a_translation_leads_to_the_page_in_the_readers_language(county, editing):
    with editing():
        target = article(county, "Ziel")
    with editing():
        translate(target, "ar")
    arabic = target.get_translation(languages()["ar"])
    with editing():
        page = article(county, "Wohnen", [link(arabic)])
    assert 'href="/de/auental/ziel/"' in document(page, "de")["body"][0]["value"]
    with editing():
        fresh(target).unpublish()
    assert document(page)["body"][0]["value"] == "<p><a>mehr</a></p>"


def test_rule_8_the_parent_shown_follows_its_words(county, editing):
    with editing():
        folder = article(county, "Ordner")
        page = article(folder, "Wohnen")
    work()
    folder = fresh(folder)
    folder.title = "Mappe"
    with editing():
        publish(folder)
    work()
    assert document(page, "ar")["meta"]["parent"]["title"] == "Mappe"


# The record itself


def test_rule_8_what_is_shown_no_more_is_noted_no_more(page, desk, editing):
    with editing():
        set_body(page, text("<p>Ohne Amt.</p>"))
    notes = Dependency.objects.filter(publication__source_id=page.pk, object_id=desk.pk)
    assert not notes.exists()


def test_rule_8_dependents_are_written_in_the_transaction_of_the_change(page, desk, editing):
    desk.summary = "Das neue Amt."
    with patch.object(module, "_clear", side_effect=OperationalError("crash")), editing():
        publish(desk)
    assert not OutboxRow.objects.filter(page_id=page.pk).exists(), "neither the document nor its dependents' rows"
    assert document(desk)["summary"] == "Das alte Amt."
    work()
    assert shown_office(page)["summary"] == "Das neue Amt."


def test_rule_8_pages_that_show_each_other_come_to_rest(county, editing):
    with editing():
        first, second = article(county, "Eins"), article(county, "Zwei")
    with editing():
        set_body(first, link(second))
        set_body(second, link(first))
    work()
    first.title = "Anders"
    with editing():
        publish(fresh(first))
        row = fresh(first)
        row.slug = "anders"
        publish(row)
    for _round in range(20):
        work()
    assert not OutboxRow.objects.exists()
    assert "anders" in document(second)["body"][0]["value"]


def test_rule_8_what_cannot_be_made_anew_is_hidden_in_the_batch_of_the_withdrawal(county, editing, monkeypatch):
    with editing():
        desk = office(county, summary="Das geheime Amt.")
        page = article(county, "Wohnen", [block("contact", {"office": desk.pk})])
    make = documents.make

    def fail(library, group, language):
        if group.source.pk == page.pk:
            raise ValueError("a plugin's mistake")
        return make(library, group, language)

    monkeypatch.setattr(documents, "make", fail)
    with editing():
        fresh(desk).unpublish()
        fresh(page).save()
    assert public(page) is None
