"""Rule 2: a translation may show pictures and files of its own, with words in its language."""

import json
from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import OverridableSegment, SegmentOverride, Translation

from hub.media.models import Document
from hub.publications.models import Publication
from hub.rights.models import Role
from hub.testing import languages, translate, work
from tests.rights.stage import collection_of, member
from tests.rules.stage import article, block, document, file, fresh, image, public, set_body
from tests.site.reading import page

pytestmark = [pytest.mark.django_db, pytest.mark.thorough, pytest.mark.usefixtures("indexes")]


def files(paper: Document) -> dict:
    item = {"type": "item", "id": "item", "value": {"file": paper.pk, "title": "Blatt", "language": ""}}
    return block("documents", {"files": [item]}, "files")


FILE = "body.files.files.item.file"


class Stage:
    """An article with a picture and a file, translated into English and Arabic."""

    def __init__(self, county: Page, editing: Any, client: Any) -> None:
        self.editing, self.client = editing, client
        self.german, self.arabic = file("Deutsch"), file("Arabisch")
        self.picture, self.arabic_picture = image("Bild"), image("Bild mit Schrift")
        shown = block("picture", {"image": self.picture.pk, "alt": "Ein Haus", "caption": ""}, "shown")
        with editing():
            self.page = article(county, "Wohnen", [files(self.german), shown], image=self.picture, image_alt="Haus")
        for language in ("en", "ar"):
            with editing():
                translate(self.page, language)

    def translation(self) -> Translation:
        return Translation.objects.get(source__object_id=self.page.translation_key, target_locale=languages()["ar"])

    def address(self, path: str) -> str:
        translation = self.translation()
        segment = OverridableSegment.objects.get(source=translation.source, context__path=path)
        return reverse("wagtail_localize:edit_override", args=[translation.pk, segment.pk])

    def choose(self, path: str, item: Any, client: Any = None) -> int:
        """Replace the value at a path of the Arabic page, as the translators' editor does it."""
        return (
            (client or self.client)
            .put(self.address(path), f"value={item.pk}", "application/x-www-form-urlencoded")
            .status_code
        )

    def publish(self) -> None:
        with self.editing():
            self.translation().save_target(publish=True)
        work()

    def file(self, language: str) -> str:
        (item,) = document(self.page, language)["body"][0]["value"]["files"]
        return item["value"]["file"]["title"]


@pytest.fixture
def stage(county, editing, admin_client) -> Stage:
    return Stage(county, editing, admin_client)


def test_rule_2_a_translation_shows_a_file_of_its_own_once_it_is_published(stage, client):
    assert stage.choose(FILE, stage.arabic) == 201
    assert [stage.file(language) for language in ("de", "en", "ar")] == ["Deutsch"] * 3
    assert client.get(stage.arabic.url).status_code == 404
    stage.publish()
    assert [stage.file(language) for language in ("de", "en", "ar")] == ["Deutsch", "Deutsch", "Arabisch"]
    assert not public(stage.page, "ar").outdated
    assert stage.arabic.url in client.get("/ar/auental/wohnen/").content.decode()
    assert [client.get(paper.url).status_code for paper in (stage.german, stage.arabic)] == [200, 200]


def test_rule_2_pictures_of_the_page_and_in_its_text_are_replaced_in_teasers_too(stage, client):
    for path in ("image", "body.shown.image"):
        assert stage.choose(path, stage.arabic_picture) == 201
    stage.publish()
    arabic, german = (Publication.objects.get(path="auental/wohnen", locale=language) for language in ("ar", "de"))
    for shown in (arabic.document["image"], arabic.teaser["image"], arabic.document["body"][1]["value"]["image"]):
        assert "bild-mit-schrift" in shown["src"]
        assert shown["alt"].startswith("ar ")
        assert client.get(shown["src"]).status_code == 200
    assert "bild-mit-schrift" not in json.dumps([german.document, german.teaser])


def test_rule_9_what_a_translation_shows_is_public_exactly_while_it_is_shown(stage, client):
    stage.choose(FILE, stage.arabic)
    stage.publish()
    with stage.editing():
        stage.page.get_translation(languages()["ar"]).specific.unpublish()
    work()
    assert stage.file("ar") == "Deutsch", "the untranslated page"
    assert [client.get(paper.url).status_code for paper in (stage.german, stage.arabic)] == [200, 404]
    stage.publish()
    assert client.get(stage.arabic.url).status_code == 200
    with stage.editing():
        fresh(stage.page).unpublish()
    assert [client.get(paper.url).status_code for paper in (stage.german, stage.arabic)] == [404, 404]


def test_rule_2_the_sources_is_shown_where_the_translations_is_deleted(stage):
    stage.choose(FILE, stage.arabic)
    stage.choose("image", stage.arabic_picture)
    stage.publish()
    with stage.editing():
        stage.arabic.delete()
        stage.arabic_picture.delete()
    work()
    assert stage.file("ar") == "Deutsch"
    assert "bild-mit-schrift" not in document(stage.page, "ar")["image"]["src"]
    stage.publish()
    assert stage.file("ar") == "Deutsch", "saving the translation again does no harm"
    assert document(stage.page, "ar")["image"]


def test_rule_2_the_source_is_shown_again_when_the_translation_gives_its_own_up(stage):
    stage.choose(FILE, stage.arabic)
    stage.publish()
    assert stage.client.delete(stage.address(FILE)).status_code == 200
    stage.publish()
    assert stage.file("ar") == "Deutsch"


def test_rule_2_a_translation_is_outdated_when_the_source_shows_another_file_until_it_is_chosen_again(stage):
    stage.choose(FILE, stage.arabic)
    stage.publish()
    newer = file("Neu")
    with stage.editing():
        set_body(stage.page, files(newer), *fresh(stage.page).body.get_prep_value()[1:])
    work()
    assert [stage.file(language) for language in ("de", "en", "ar")] == ["Neu", "Neu", "Arabisch"]
    assert [public(stage.page, language).outdated for language in ("en", "ar")] == [False, True]
    with stage.editing():
        stage.translation().source.update_from_db()
    stage.publish()
    assert public(stage.page, "ar").outdated, "publishing the words again says nothing about the file"
    assert stage.choose(FILE, stage.arabic) == 200
    stage.publish()
    assert stage.file("ar") == "Arabisch"
    assert not public(stage.page, "ar").outdated


def test_rule_2_a_translation_that_is_edited_by_hand_keeps_what_it_replaced_and_replaces_no_more(stage):
    stage.choose(FILE, stage.arabic)
    stage.publish()
    Translation.objects.update(enabled=False)
    arabic = stage.page.get_translation(languages()["ar"]).specific
    arabic.image = stage.arabic_picture
    with stage.editing():
        arabic.save_revision().publish()
    work()
    assert stage.file("ar") == "Arabisch"
    assert "bild-mit-schrift" not in document(stage.page, "ar")["image"]["src"]


@pytest.mark.parametrize("value", ["abc", "0", "99999999999999999999", "-1", ""])
def test_rule_17_what_cannot_be_shown_is_refused(stage, value):
    answer = stage.client.put(stage.address(FILE), f"value={value}", "application/x-www-form-urlencoded")
    assert answer.status_code == 404
    assert not SegmentOverride.objects.exists()


def test_rule_17_translators_choose_what_they_see_in_the_admin_alone(stage, county, client):
    client.force_login(member("Amal", county, Role.TRANSLATORS, "ar"))
    assert stage.choose(FILE, stage.arabic, client) == 404
    assert not SegmentOverride.objects.exists()
    stage.arabic.collection = collection_of(county)
    stage.arabic.save()
    assert stage.choose(FILE, stage.arabic, client) == 201


def test_the_translators_editor_offers_choosers_for_what_may_be_replaced(stage):
    arabic = stage.page.get_translation(languages()["ar"])
    answer = stage.client.get(f"{reverse('wagtailadmin_pages:edit', args=[arabic.pk])}?desk=no")
    segments = json.loads(page(answer).find(attrs={"data-props": True})["data-props"])["segments"]
    offered = {
        segment["contentPath"]: segment["location"]["widget"]["type"]
        for segment in segments
        if segment["type"] == "synchronised_value"
    }
    assert offered == {"image": "image_chooser", "body.shown.image": "image_chooser", FILE: "document_chooser"}
