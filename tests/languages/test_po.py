"""A page's words as a PO file: what goes out comes back, and no file changes more than what fits."""

from __future__ import annotations

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from translate.storage import pypo
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from directory.offices.models import OfficePage, OfficeType, Person
from hub.rights.models import Role
from hub.testing import make_county, publish, translate
from hub.translations import po, segments
from tests.languages.stage import use
from tests.rights.stage import member
from tests.rules.stage import article, fresh, text

pytestmark = pytest.mark.django_db

LINKED = '<p>Kosten: <a href="https://a.example/">hier</a></p><p>Zeile\u2028mit "Zeichen" \\n und &amp;</p><p>Miete</p>'
ARABIC = 'التكلفة: <a id="a1">هنا</a>'


@pytest.fixture(scope="module")
def shared_page(shared_county, shared_editing):
    with shared_editing():
        page = article(shared_county, "Wohnen", [text(LINKED, "a"), text("<p>Miete</p>", "b")], summary="Miete")
        translate(page, "ar", leave_out=["summary"], publish=False)
    return page


@pytest.fixture
def page(shared_page, db):
    return fresh(shared_page)


@pytest.fixture
def translation(page) -> Translation:
    return Translation.objects.get(source__object_id=page.translation_key)


def download(client, translation: Translation) -> str:
    answer = client.get(reverse("wagtail_localize:download_pofile", args=[translation.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def upload(client, translation: Translation, content: str | bytes | None):
    """Send a file; return the answer and the messages that its user reads."""
    data = {"next": "/admin/"}
    if content is not None:
        data["file"] = SimpleUploadedFile("w.po", content.encode() if isinstance(content, str) else content)
    answer = client.post(reverse("wagtail_localize:upload_pofile", args=[translation.pk]), data)
    said = [str(message) for message in client.get("/admin/").context["messages"]] if answer.status_code == 302 else []
    return answer, said


def parse(content: str, tmp_path) -> polib.POFile:
    file = tmp_path / "words.po"
    file.write_text(content, encoding="utf-8", newline="")
    return polib.pofile(str(file), encoding="utf-8")


def stored(translation: Translation) -> dict[tuple[str, str], tuple[str, bool]]:
    rows = StringTranslation.objects.filter(locale=translation.target_locale).select_related("context")
    return {
        (row.context.path, row.translation_of.data): (row.data, row.has_error)
        for row in rows.select_related("translation_of")
    }


def test_a_file_names_page_and_language_and_holds_the_texts_in_reading_order(translation, admin_client, tmp_path):
    address = reverse("wagtail_localize:download_pofile", args=[translation.pk])
    answer = admin_client.get(address)
    assert answer["Content-Disposition"] == 'attachment; filename="wohnen-ar.po"'
    catalogue = parse(answer.content.decode(), tmp_path)
    assert catalogue.metadata["Language"] == "ar"
    assert catalogue.metadata[po.TRANSLATION_ID] == str(translation.uuid)
    assert catalogue.metadata["Content-Type"] == "text/plain; charset=UTF-8"
    assert [entry.msgctxt for entry in catalogue] == ["title", "summary", "body.a", "body.a", "body.a", "body.b"]
    assert [entry.msgstr for entry in catalogue][:2] == ["ar Wohnen", ""]
    assert catalogue[0].comment.startswith("Wohnen – ")
    assert not catalogue.obsolete_entries()


def test_easy_language_is_named_as_gettext_does(county, editing, settings, admin_client, tmp_path):
    use(settings, ["de", "de-simple"])
    with editing():
        page = article(county, "Arbeit")
        translate(page, "de-simple", publish=False)
    easy = Translation.objects.get(source__object_id=page.translation_key)
    assert parse(download(admin_client, easy), tmp_path).metadata["Language"] == "de_Simple"


def test_unconfirmed_words_are_fuzzy_and_become_confirmed_when_the_mark_is_taken_off(
    translation, admin_client, admin_user, tmp_path
):
    StringTranslation.objects.filter(context__path="title").update(has_error=True)
    content = download(admin_client, translation)
    catalogue = parse(content, tmp_path)
    assert (catalogue[0].msgstr, catalogue[0].fuzzy) == ("ar Wohnen", True)
    upload(admin_client, translation, content)
    assert stored(translation)["title", "Wohnen"] == ("ar Wohnen", True)
    catalogue[0].flags = []
    upload(admin_client, translation, str(catalogue))
    assert stored(translation)["title", "Wohnen"] == ("ar Wohnen", False)


def test_a_round_trip_by_polib_writes_what_has_changed_alone(translation, admin_client, admin_user, page, tmp_path):
    before = stored(translation)
    content = download(admin_client, translation)
    _answer, said = upload(admin_client, translation, content)
    assert stored(translation) == before
    assert not StringTranslation.objects.filter(tool_name=po.TOOL_NAME).exists()
    catalogue = parse(content, tmp_path)
    catalogue[0].msgstr, catalogue[2].msgstr = "السكن", ARABIC
    _answer, said = upload(admin_client, translation, str(catalogue))
    assert len(said) == 1
    assert "2" in said[0]
    changed = StringTranslation.objects.filter(tool_name=po.TOOL_NAME, last_translated_by=admin_user)
    assert set(changed.values_list("data", flat=True)) == {"السكن", ARABIC}
    assert Page.objects.get(translation_key=page.translation_key, locale=translation.target_locale).draft_title == (
        "السكن"
    )


def test_a_round_trip_by_translate_toolkit(translation, admin_client):
    store = pypo.pofile.parsestring(download(admin_client, translation).encode())
    units = [unit for unit in store.units if unit.istranslatable()]
    assert [unit.getcontext() for unit in units][:2] == ["title", "summary"]
    sources = {unit.source: unit for unit in units if unit.getcontext() == "body.a"}
    assert set(sources) == {'Kosten: <a id="a1">hier</a>', 'Zeile\u2028mit "Zeichen" \\n und &amp;', "Miete"}
    for unit in sources.values():
        unit.target = unit.source.replace("Kosten", "التكلفة").replace("Zeile", "سطر").replace("Miete", "الإيجار")
    units[1].target = "نعم"
    units[1].markfuzzy()
    _answer, said = upload(admin_client, translation, bytes(store))
    assert len(said) == 1
    words = stored(translation)
    assert ("summary", "Miete") not in words
    assert words["body.a", 'Kosten: <a id="a1">hier</a>'] == ('التكلفة: <a id="a1">hier</a>', False)
    assert words["body.a", 'Zeile\u2028mit "Zeichen" \\n und &amp;'][0] == 'سطر\u2028mit "Zeichen" \\n und &amp;'
    assert (words["body.a", "Miete"][0], words["body.b", "Miete"][0]) == ("الإيجار", "ar Miete")


def entries(translation: Translation, *rows: tuple[str, str, str], **header: str) -> str:
    """Return a file with (path, text, translation) in its entries."""
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8", po.TRANSLATION_ID: str(translation.uuid)}
    catalogue.metadata.update(header)
    catalogue.extend(polib.POEntry(msgctxt=path, msgid=source, msgstr=words) for path, source, words in rows)
    return str(catalogue)


GOOD = ("title", "Wohnen", "السكن")


def hostile(translation: Translation) -> dict[str, bytes | None]:
    good = entries(translation, GOOD)
    return {
        "no file": None,
        "empty": b"",
        "Latin-1": good.replace("السكن", "Größe").encode("latin-1"),
        "UTF-16": good.encode("utf-16"),
        "NUL": good.encode() + b"\0",
        "too large": good.encode() + b"#" * po.MAX_BYTES,
        "too many entries": entries(translation, *[("title", f"{n}", "x") for n in range(po.MAX_ENTRIES + 1)]).encode(),
        "too many lines": good.encode() + b'"a"\n' * (po.MAX_LINES + 1),
        "no PO": b"%PDF-1.7 \xc3\xa4",
        "open quotes": good.encode() + b'\nmsgid "a" b"\nmsgstr "',
        "the name of a file": b"/etc/passwd",
        "no header": b'msgctxt "title"\nmsgid "Wohnen"\nmsgstr "x"\n',
        "no id": entries(translation, GOOD).replace(po.TRANSLATION_ID, "X-Other").encode(),
        "foreign id": entries(translation, GOOD, **{po.TRANSLATION_ID: "1"}).encode(),
        "other language": entries(translation, GOOD, Language="fr").encode(),
    }


@pytest.mark.parametrize("case", list(hostile(Translation())))
def test_a_file_that_cannot_be_used_is_refused_with_one_message_and_changes_nothing(case, translation, admin_client):
    before = stored(translation)
    answer, said = upload(admin_client, translation, hostile(translation)[case])
    assert (answer.status_code, len(said)) == (302, 1)
    assert stored(translation) == before


def test_a_file_of_another_page_or_language_changes_neither(county, translation, editing, admin_client, page):
    with editing():
        other = article(county, "Arbeit")
        translate(other, "ar", publish=False)
        translate(page, "en", publish=False)
    before = list(StringTranslation.objects.order_by("pk").values())
    others = Translation.objects.exclude(pk=translation.pk)
    assert others.count() == 2
    for foreign in others:
        _answer, said = upload(admin_client, translation, download(admin_client, foreign))
        assert len(said) == 1
    assert list(StringTranslation.objects.order_by("pk").values()) == before


def test_of_a_file_that_fits_in_part_the_rest_is_named(translation, admin_client):
    content = entries(
        translation,
        GOOD,
        ("body.a", 'Kosten: <a id="a1">hier</a>', '<a id="a7">هنا</a>'),
        ("body.a", "Miete", "<p>إيجار</p>"),
        ("body.b", "Miete", "واحد"),
        ("body.b", "Miete", "اثنان"),
        ("summary", "Miete", "x" * 301),
        ("summary", "Frühere Worte", "سابق"),
        ("body.c", "Miete", "إيجار"),
    )
    before = stored(translation)
    _answer, said = upload(admin_client, translation, content)
    assert stored(translation) == before | {("title", "Wohnen"): ("السكن", False)}
    assert len(said) == 2
    assert said[1].count("<li>") == 6
    assert "Frühere Worte" in said[1]


@pytest.mark.parametrize("words", ["<b>" * 5000 + "x", "<![x", "<!DOCTYPE x [", "<a id='a1' id='a1'>x", "&#0;&#xD800;"])
def test_markup_that_no_parser_can_read_is_named_or_harmless(words, translation, admin_client):
    _answer, said = upload(admin_client, translation, entries(translation, GOOD, ("body.b", "Miete", words)))
    assert len(said) <= 2
    assert stored(translation)["title", "Wohnen"] == ("السكن", False)


def test_of_many_texts_that_do_not_fit_twenty_are_named_and_all_are_counted(translation, admin_client):
    rows = [("body.a", f"<i>{number}</i>", "x") for number in range(45)]
    _answer, said = upload(admin_client, translation, entries(translation, *rows))
    assert said[1].count("<li>") == 20
    assert "45" in said[1]
    assert "<i>" not in said[1]


@pytest.mark.parametrize(
    ("role", "language", "elsewhere", "status"),
    [
        (Role.EDITORS, "", True, 404),
        (Role.TRANSLATORS, "en", False, 302),
        (Role.EDITORS, "", False, 302),
        (Role.TRANSLATORS, "ar", False, 200),
    ],
)
def test_who_may_edit_the_translation_sends_and_takes_files(
    role, language, elsewhere, status, county, translation, page, editing, client
):
    with editing():
        other = make_county("bergland", "Bergland")
        translate(page, "en", publish=False)
    client.force_login(member("Robin", other if elsewhere else county, role, language))
    answer = client.get(reverse("wagtail_localize:download_pofile", args=[translation.pk]))
    assert (answer.status_code, "ar Wohnen" in answer.content.decode()) == (status, status == 200)
    answer, _said = upload(client, translation, entries(translation, GOOD))
    assert answer.status_code == (302 if status == 200 else status)
    assert (stored(translation)["title", "Wohnen"] == ("السكن", False)) == (status == 200)


def test_a_translation_that_is_edited_by_hand_or_locked_takes_no_file(translation, admin_client, page):
    translated = Page.objects.get(translation_key=page.translation_key, locale=translation.target_locale)
    before = stored(translation)
    Page.objects.filter(pk=translated.pk).update(locked=True)
    answer, _said = upload(admin_client, translation, entries(translation, GOOD))
    assert answer.status_code == 302
    assert stored(translation) == before
    Page.objects.filter(pk=translated.pk).update(locked=False)
    Translation.objects.update(enabled=False)
    assert upload(admin_client, translation, entries(translation, GOOD))[0].status_code == 404
    assert stored(translation) == before


def test_what_counts_translations_is_told_once_and_only_of_changes(translation, admin_client, monkeypatch):
    calls = []
    monkeypatch.setattr(segments, "words_changed", lambda source: calls.append(source.pk))
    for _repeated in range(2):
        upload(admin_client, translation, entries(translation, GOOD))
    assert calls == [translation.source_id]


def test_labels_of_children_and_limits_of_their_fields(county, editing, admin_client, tmp_path):
    office = OfficePage(title="Amt", slug="amt", office_type=OfficeType.objects.get(slug="authority"))
    office.staff = [Person(name="Erika Beispiel", function="Leitung", locale=county.locale)]
    with editing():
        office = publish(office, county)
        translate(office, "ar", publish=False)
    translation = Translation.objects.get(source__object_id=office.translation_key)
    entry = next(
        entry for entry in parse(download(admin_client, translation), tmp_path) if entry.msgctxt.startswith("staff")
    )
    assert entry.comment.startswith("Amt – ")
    assert entry.msgctxt not in entry.comment
    _answer, said = upload(admin_client, translation, entries(translation, (entry.msgctxt, "Leitung", "x" * 121)))
    assert len(said) == 2
    assert stored(translation)[entry.msgctxt, "Leitung"] == ("ar Leitung", False)


def test_three_hundred_texts_cost_at_most_thirty_queries(county, editing, admin_client, tmp_path):
    with editing():
        page = article(county, "Viel", [text(f"<p>Absatz {number}</p>", f"b{number}") for number in range(300)])
        translate(page, "ar", publish=False)
    translation = Translation.objects.get(source__object_id=page.translation_key)
    catalogue = parse(download(admin_client, translation), tmp_path)
    for entry in catalogue:
        entry.msgstr += " جديد"
    file = SimpleUploadedFile("w.po", str(catalogue).encode())
    with CaptureQueriesContext(connection) as queries:
        admin_client.post(reverse("wagtail_localize:upload_pofile", args=[translation.pk]), {"file": file})
    assert StringTranslation.objects.filter(tool_name=po.TOOL_NAME).count() == 301
    assert len(queries) <= 30
    with CaptureQueriesContext(connection) as queries:
        download(admin_client, translation)
    assert len(queries) <= 15
