"""The table of docs/using.md: each cell by address, and by the button that leads there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from wagtail.documents import get_document_model
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from hub.consents.models import Consent
from hub.organisations.models import Organisation
from hub.rights.models import Role
from hub.taxonomy.models import Topic
from hub.testing import translate, work
from tests.rights.stage import collection_of, member
from tests.rules.stage import article, file, fresh, text

pytestmark = [pytest.mark.django_db, pytest.mark.thorough, pytest.mark.any_database]

DOCS = Path(__file__).parents[2] / "docs" / "using.md"
ROLES = {"administrators of the county": Role.ADMINISTRATORS, "editors": Role.EDITORS, "translators": Role.TRANSLATORS}


@dataclass
class Stage:
    """A county with a page, a page below it, drafts in two languages, a file, and somebody who tries things."""

    client: Client
    editing: Callable
    county: Page
    page: Any
    arabic: Page
    english: Page
    file: Any

    def get(self, address: str) -> str:
        answer = self.client.get(address)
        return answer.content.decode() if answer.status_code == 200 else ""

    def post(self, address: str, **data: Any) -> int:
        with self.editing():
            return self.client.post(address, data).status_code

    def translation_of(self, page: Page) -> Translation:
        return Translation.objects.get(source__object_id=page.translation_key, target_locale=page.locale)

    def puts_words_into(self, page: Page) -> bool:
        translation = self.translation_of(page)
        segment = StringSegment.objects.get(source=translation.source, context__path="title")
        address = f"/admin/localize/translate/{translation.pk}/strings/{segment.pk}/edit/"
        self.client.put(address, "value=Neu", content_type="application/x-www-form-urlencoded")
        return StringTranslation.objects.filter(data="Neu", locale=page.locale).exists()


@pytest.fixture
def stage(county, editing) -> Stage:
    with editing():
        page = article(county, "Wohnen", [text("<p>Eins.</p>", "a")])
        article(page, "Miete")
    with editing():
        arabic, english = (translate(page, code, publish=False) for code in ("ar", "en"))
        for translation in Translation.objects.all():
            translation.save_target(publish=False)
    work()
    document = file()
    document.collection = collection_of(county)
    document.save()
    plain = (Page.objects.get(pk=item.pk) for item in (arabic, english))
    return Stage(Client(), editing, county, fresh(page), *plain, document)


def listing(page: Page) -> str:
    return f"/admin/pages/{page.get_parent().pk}/"


def in_listing(action: str, which: str = "page") -> Callable[[Stage], bool]:
    """Say whether the list of pages offers `action`, an address of the admin, for a page of the stage."""

    def offers(stage: Stage) -> bool:
        page = getattr(stage, which)
        return f"/admin/pages/{page.pk}/{action}/" in stage.get(listing(page))

    return offers


def in_editor(words: str, which: str = "page") -> Callable[[Stage], bool]:
    def offers(stage: Stage) -> bool:
        page = getattr(stage, which)
        return words.format(pk=page.pk) in stage.get(f"/admin/pages/{page.pk}/edit/?desk=no")

    return offers


def at_desk(words: str) -> Callable[[Stage], bool]:
    def offers(stage: Stage) -> bool:
        return words in stage.get(f"/admin/desk/{stage.arabic.pk}/")

    return offers


def reads_drafts(stage: Stage) -> bool:
    draft = fresh(stage.page)
    draft.title = "Neuer Entwurf"
    draft.save_revision()
    return all(
        words in stage.get(f"/admin/pages/{page.pk}/view_draft/")
        for page, words in ((draft, "Neuer Entwurf"), (stage.arabic, "ar Wohnen"), (stage.english, "en Wohnen"))
    )


def adds(stage: Stage) -> bool:
    form = {"title": "Neu", "slug": "neu", "body-count": 0, "icon": ""}
    comments = {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}
    stage.post(f"/admin/pages/add/home/infopage/{stage.county.pk}/", **form, **comments)
    return Page.objects.filter(slug="neu").exists()


def publishes(stage: Stage) -> bool:
    form = {"title": "Anders", "slug": "wohnen", "body-count": 0, "icon": "", "action-publish": "action-publish"}
    comments = {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}
    stage.post(f"/admin/pages/{stage.page.pk}/edit/", **form, **comments)
    return fresh(stage.page).title == "Anders"


def begins(language: str) -> Callable[[Stage], bool]:
    def trial(stage: Stage) -> bool:
        below = stage.page.get_children().get()
        stage.post(f"/admin/translate/{below.pk}/{language}/")
        return below.get_translations().filter(alias_of=None).exists()

    return trial


def offers_to_begin(language: str) -> Callable[[Stage], bool]:
    def offers(stage: Stage) -> bool:
        below = stage.page.get_children().get()
        address = f"/admin/translate/{below.pk}/{language}/"
        return all(
            address in stage.get(place) for place in (f"/admin/pages/{below.pk}/translations/", "/admin/coverage/")
        )

    return offers


def unpublishes(stage: Stage) -> bool:
    stage.post(f"/admin/pages/{stage.page.pk}/unpublish/")
    return not fresh(stage.page).live


def restricts(stage: Stage) -> bool:
    stage.post(f"/admin/pages/{stage.page.pk}/privacy/", restriction_type="login")
    return PageViewRestriction.objects.exists()


def deletes_a_section(stage: Stage) -> bool:
    stage.post(f"/admin/pages/{stage.page.pk}/delete/")
    return not Page.objects.filter(pk=stage.page.pk).exists()


def locks(stage: Stage) -> bool:
    stage.post(f"/admin/pages/{stage.page.pk}/lock/")
    return fresh(stage.page).locked


def translates_and_publishes(stage: Stage) -> bool:
    changes = stage.puts_words_into(stage.arabic)
    stage.post(f"/admin/pages/{stage.arabic.pk}/edit/", action="publish")
    assert changes == fresh(stage.arabic).live
    return changes


def publish_translation(stage: Stage) -> None:
    with stage.editing():
        stage.translation_of(stage.arabic).save_target(publish=True)


def takes_the_translation_offline(stage: Stage) -> bool:
    publish_translation(stage)
    assert fresh(stage.arabic).live
    stage.post(f"/admin/pages/{stage.arabic.pk}/unpublish/")
    return not fresh(stage.arabic).live


def offers_to_take_the_translation_offline(stage: Stage) -> bool:
    publish_translation(stage)
    return in_listing("unpublish", "arabic")(stage)


def makes_an_alias(stage: Stage) -> bool:
    stage.post(f"/admin/localize/page/{stage.arabic.pk}/convert_to_alias/")
    return fresh(stage.arabic).alias_of_id is not None


def chooses(stage: Stage) -> bool:
    return "merkblatt" in stage.get(f"/admin/documents/chooser/chosen/{stage.file.pk}/")


def adds_files(stage: Stage) -> bool:
    stage.post(
        "/admin/documents/add/",
        title="Neu",
        file=SimpleUploadedFile("neu.txt", b"text"),
        collection=stage.file.collection_id,
    )
    stage.post(f"/admin/documents/edit/{stage.file.pk}/", title="Anders", collection=stage.file.collection_id)
    added = get_document_model().objects.filter(title="Neu", collection=stage.file.collection_id).exists()
    assert added == get_document_model().objects.filter(title="Anders").exists()
    return added


def deletes_the_county(stage: Stage) -> bool:
    stage.post(f"/admin/bulk/wagtailcore/page/delete/?next=/admin/&id={stage.county.pk}")
    stage.post(f"/admin/pages/{stage.county.pk}/delete/")
    return not Page.objects.filter(pk=stage.county.pk).exists()


def changes_topics(stage: Stage) -> bool:
    stage.post("/admin/snippets/taxonomy/topic/add/", slug="neu", names_de="Neu", **{"names-de": "Neu"})
    return Topic.objects.exists()


def changes_organisations(stage: Stage) -> bool:
    key = str(stage.county.translation_key)
    form = {"names_de": "Verein", "kind": "association", "county": key, "website": "", "logo": "", "office": ""}
    stage.post("/admin/snippets/organisations/organisation/add/", **form)
    return Organisation.objects.exists()


def keeps_records(stage: Stage) -> bool:
    form = {"county": str(stage.county.translation_key), "name": "Wanda", "text_version": "1"}
    stage.post("/admin/consents/new/", **form, given_on="2026-01-01", profile_until="2031-12-31")
    return Consent.objects.exists()


def manages_people(stage: Stage) -> bool:
    stage.post(
        "/admin/users/new/",
        username="neu",
        email="neu@example.org",
        first_name="Neu",
        last_name="Neu",
        password1="a long password",
        password2="a long password",
    )
    return get_user_model().objects.filter(username="neu").exists()


def in_menu(address: str) -> Callable[[Stage], bool]:
    return lambda stage: f'"{address}"' in stage.get("/admin/").replace("&quot;", '"')


# What is tried for each row of the table, and whether a button leads there.
TRIALS: dict[str, tuple[Callable[[Stage], bool], Callable[[Stage], bool]]] = {
    "read all pages in all languages, drafts too": (
        reads_drafts,
        lambda stage: all(page.title in stage.get(listing(page)) for page in (stage.page, stage.arabic, stage.english)),
    ),
    "add German pages": (
        adds,
        lambda stage: f"/admin/pages/{stage.county.pk}/add_subpage/" in stage.get(f"/admin/pages/{stage.county.pk}/"),
    ),
    "change and publish German pages": (publishes, in_editor('name="action-publish"')),
    "begin a translation into any language": (begins("en"), offers_to_begin("en")),
    "take German pages offline": (unpublishes, in_listing("unpublish")),
    "restrict German pages": (restricts, in_editor("/admin/pages/{pk}/privacy/")),
    "delete a page with the pages below it": (deletes_a_section, in_listing("delete")),
    "lock pages": (locks, in_editor("/admin/pages/{pk}/lock/")),
    "begin a translation into their language": (begins("ar"), offers_to_begin("ar")),
    "translate into their language and publish that": (
        translates_and_publishes,
        at_desk("data-publish-hints"),
    ),
    "translate into another language": (
        lambda stage: stage.puts_words_into(stage.english),
        in_listing("edit", "english"),
    ),
    "take the translation into their language offline": (
        takes_the_translation_offline,
        offers_to_take_the_translation_offline,
    ),
    "make a translation an alias of its German page": (makes_an_alias, in_editor("/convert_to_alias/", "arabic")),
    "choose pictures and files": (chooses, lambda stage: "Merkblatt" in stage.get("/admin/documents/chooser/")),
    "add and change pictures and files": (adds_files, in_menu("/admin/documents/")),
    "delete or move the county": (deletes_the_county, in_listing("delete", "county")),
    "change topics, target groups and places": (changes_topics, in_menu("/admin/snippets/taxonomy/topic/")),
    "add and change organisations of the county": (
        changes_organisations,
        in_menu("/admin/snippets/organisations/organisation/"),
    ),
    "keep consent records of the county": (keeps_records, in_menu("/admin/consents/")),
    "manage people and groups": (manages_people, in_menu("/admin/users/")),
}


def table() -> dict[str, dict[str, bool]]:
    """Return the table by column and row: whether it says yes."""
    lines = [line for line in DOCS.read_text().splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    head = next(index for index, row in enumerate(rows) if row[0] == "in their county")
    return {
        column: {row[0]: {"yes": True, "no": False}[row[number]] for row in rows[head + 2 : head + 2 + len(TRIALS)]}
        for number, column in enumerate(rows[head][1:], start=1)
    }


def test_the_table_has_the_rows_that_are_tried():
    assert list(table()["editors"]) == list(TRIALS)


@pytest.mark.parametrize("column", table())
def test_the_cells_of_the_table_hold(stage, admin_user, subtests, column):
    role = ROLES.get(column)
    language = "ar" if role == Role.TRANSLATORS else ""
    stage.client.force_login(member("Amal", stage.county, role, language) if role else admin_user)
    for row, may in table()[column].items():
        attempt, offers = TRIALS[row]
        for way, trial in (("by button", offers), ("by address", attempt)):
            with subtests.test(row=row, way=way), transaction.atomic():
                happens = trial(stage)
                transaction.set_rollback(True)
                assert happens == may
