"""The story of one page and its translations, as readers, apps and the admin see it at each moment."""

import json

import pytest
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from directory.offices.models import Person
from hub.testing import languages, publish, translate, work
from hub.translations.minor_edits import publish_minor
from hub.translations.models import Coverage
from tests.rules.stage import article, block, fresh, office, text

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]
State = Coverage.State


class Channels:
    """What one page shows in HTML, in the API, in the feed of changes and in the admin."""

    def __init__(self, page, client) -> None:
        self.page = page
        self.client = client
        self.since = "0"
        self.changes()

    def html(self, language: str) -> str:
        return self.client.get(f"/{language}/auental/{self.page.slug}/").content.decode()

    def api(self, language: str) -> dict:
        return self.client.get(f"/api/v2/pages/{self.page.pk}/?locale={language}").json()

    def changes(self) -> dict[str, dict]:
        """Return what the feed gives of the page since it was last asked, by language."""
        answer = self.client.get(f"/api/v2/changes/?since={self.since}").json()
        self.since = answer["next"]
        found = (item["document"] for item in answer["items"] if "document" in item)
        own = [item for item in found if item["meta"]["translation_key"] == str(self.page.translation_key)]
        return {item["meta"]["locale"]: item for item in own}

    def state(self, language: str) -> tuple:
        row = Coverage.objects.get(source=self.page, locale=language)
        return row.state, row.texts_to_do


def confirm(page, language: str, path: str, words: str) -> None:
    translation = Translation.objects.get(source__object_id=page.translation_key, target_locale=languages()[language])
    segment = StringSegment.objects.get(source=translation.source, context__path=path)
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        defaults={"data": words, "has_error": False, "field_error": ""},
    )


def publish_words(page, language: str) -> None:
    Translation.objects.get(source__object_id=page.translation_key, target_locale=languages()[language]).save_target(
        publish=True
    )


@pytest.fixture
def county(county, editing, nine):
    """The county, in nine languages."""
    county = fresh(county)
    county.languages = nine
    with editing():
        return publish(county)


def test_the_story_of_a_page(county, editing, client):
    with editing():
        page = office(county, "Ausländerbehörde", number="07151 5010", summary="Wir helfen beim Aufenthalt.")
    work()
    seen = Channels(page, client)

    # Published in German: other languages show it in German, and say so.
    for language in ("ar", "uk"):
        assert seen.api(language)["meta"]["content_locale"] == "de"
        assert "Wir helfen beim Aufenthalt." in seen.html(language)
        assert seen.state(language) == (State.MISSING, 3)

    # Arabic and Ukrainian are made.
    with editing():
        for language in ("ar", "uk"):
            translate(page, language)
    work()
    assert seen.changes().keys() >= {"ar", "uk"}
    for language in ("ar", "uk"):
        shown = seen.api(language)
        assert (shown["meta"]["content_locale"], shown["meta"]["outdated"]) == (language, False)
        assert shown["summary"] == f"{language} Wir helfen beim Aufenthalt."
        assert seen.state(language) == (State.COMPLETE, 0)

    # The editor changes one sentence, adds a phone with a new label, and a colleague.
    page = fresh(page)
    page.summary = "Wir helfen beim Aufenthalt und bei der Arbeit."
    page.phones = json.dumps(
        [*page.phones.get_prep_value(), block("phone", {"label": "Notfall", "number": "07151 5019"}, "emergency")]
    )
    page.staff.add(Person(name="Erika Beispiel", function="Leitung", phone="07151 5018", locale=page.locale))
    with editing():
        page = publish(page)
    work()
    told = seen.changes()
    for language in ("ar", "uk"):
        shown = seen.api(language)
        assert shown == told[language]
        assert shown["summary"] == f"{language} Wir helfen beim Aufenthalt.", "the last confirmed words"
        first, added = shown["phones"]
        assert (added["value"]["label"], added["lang"]) == ("Notfall", "de"), "the number is there at once"
        assert "lang" not in first
        (person,) = shown["staff"]
        assert (person["name"], person["function"], person["lang"]) == ("Erika Beispiel", "Leitung", "de")
        assert shown["meta"]["outdated"]
        html = seen.html(language)
        assert "07151 5019" in html
        assert "Erika Beispiel" in html
        assert seen.state(language) == (State.OUTDATED, 3), "one sentence, one label, one function"

    # A comma is corrected, as a minor edit: it asks nobody.
    page = fresh(page)
    page.summary = "Wir helfen beim Aufenthalt, und bei der Arbeit."
    with editing():
        publish_minor(page.save_revision())
    work()
    assert "de" in seen.changes()
    assert seen.api("de")["summary"] == "Wir helfen beim Aufenthalt, und bei der Arbeit."
    for language in ("ar", "uk"):
        assert seen.api(language)["summary"] == f"{language} Wir helfen beim Aufenthalt."
        assert seen.state(language) == (State.OUTDATED, 3)

    # The Arabic translator corrects an old error and publishes; the changed sentence still waits.
    with editing():
        confirm(page, "ar", "title", "دائرة الأجانب")
        publish_words(page, "ar")
    work()
    shown = seen.changes()["ar"]
    assert shown["title"] == "دائرة الأجانب"
    assert shown["summary"] == "ar Wir helfen beim Aufenthalt."
    assert shown["meta"]["outdated"]
    assert "دائرة الأجانب" in seen.html("ar")
    assert seen.state("ar") == (State.OUTDATED, 3)

    # Then the rest; Ukrainian goes on waiting.
    with editing():
        confirm(page, "ar", "summary", "نساعد في الإقامة والعمل.")
        confirm(page, "ar", "phones.emergency.label", "طوارئ")
        confirm(page, "ar", f"staff.{page.staff.get().translation_key}.function", "الإدارة")
        publish_words(page, "ar")
    work()
    shown = seen.api("ar")
    assert not shown["meta"]["outdated"]
    assert [item["value"]["label"] for item in shown["phones"]] == ["ar Büro", "طوارئ"]
    assert not any("lang" in item for item in [*shown["phones"], *shown["staff"]])
    assert (seen.state("ar"), seen.state("uk")) == ((State.COMPLETE, 0), (State.OUTDATED, 3))


def test_a_comma_between_paragraphs_asks_nothing_in_any_language(county, editing, nine):
    with editing():
        page = article(county, "Wohnen", [text("<p>Eins, zwei.</p><p>Drei.</p>", "a")])
        for language in nine[1:]:
            translate(page, language)
    page = fresh(page)
    page.body = json.dumps([text("<p>Eins, zwei!</p><p>Drei.</p>", "a")])
    with editing():
        publish_minor(page.save_revision())
    work()
    assert set(Coverage.objects.filter(source=page).values_list("state", flat=True)) == {State.COMPLETE}
