"""Documents and answers of the API, reviewed as files in tests/golden.

They are updated on purpose: UPDATE_GOLDEN=1 pytest tests/api/test_golden.py
"""

import json
import os
import re
from datetime import UTC, date, datetime
from pathlib import Path
from unittest.mock import patch

import pytest
from django.conf import settings
from wagtail.models import Page

from directory.offices.models import OfficePage, OfficeType, Person
from home.models import InfoPage
from hub.counties.models import CountyPage
from hub.publications.models import Sequence
from hub.taxonomy.models import Place, Topic
from hub.testing import make_county, publish, translate, work
from tests.rules.stage import block, file, fresh, image, link, set_body, text

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not (settings.LOCALE_PATHS[0] / "de/LC_MESSAGES/django.mo").exists(),
        reason="the catalogues are not compiled; `make test` compiles them",
    ),
]

FOLDER = Path(__file__).parent.parent / "golden"
NOW = datetime(2030, 1, 31, 12, tzinfo=UTC)
ANSWERS = {
    "article-de": "/api/v2/pages/{article}/",
    "article-ar": "/api/v2/pages/{article}/?locale=ar",
    "article-untranslated": "/api/v2/pages/{article}/?locale=en",
    "office-de": "/api/v2/offices/{office}/",
    "office-ar": "/api/v2/offices/{office}/?locale=ar",
    "county-ar": "/api/v2/counties/{county}/?locale=ar",
    "list": "/api/v2/pages/?locale=ar&order=tree",
    "list-with-fields": "/api/v2/info/?locale=de&fields=_,title,topics(slug),county(slug),image(alt)&order=tree",
    "list-without-locale": "/api/v2/info/?fields=_,title,locale,content_locale,outdated&order=title",
    "list-of-a-kind": "/api/v2/offices/?locale=ar&spoken_languages=ar",
    "navigation": "/api/v2/navigation/?county=auental&locale=ar",
    "changes": "/api/v2/changes/?since=0&locale=en&kind=info",
    "changes-after-a-withdrawal": "/api/v2/changes/?since={since}",
    "locales": "/api/v2/locales/",
    "error-bad-request": "/api/v2/info/?county=nowhere",
    "error-not-found": "/api/v2/pages/1/",
    "error-gone": "/api/v2/changes/?since=restored-7",
}


class Numbers:
    """Numbers things that are made anew in every run: `number("id", 4711)` is `id-1` when asked first."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], str] = {}

    def __call__(self, kind: str, value: object) -> str:
        count = sum(known_kind == kind for known_kind, _value in self.known)
        return self.known.setdefault((kind, str(value)), f"{kind}-{count + 1}")


@pytest.fixture
def numbers() -> Numbers:
    return Numbers()


def stable(value: object, number: Numbers, name: str = "") -> object:
    """Return an answer without what is made anew in every run: ids, keys, sequence numbers, versions.

    What is numbered is met in the order of the names: PostgreSQL keeps no other order in its JSON.
    """
    if isinstance(value, dict):
        ids = "file" if "filename" in value else "id"
        return {key: stable(item, number, ids if key == "id" else key) for key, item in sorted(value.items())}
    if isinstance(value, list):
        return [stable(item, number, name) for item in value]
    if isinstance(value, int) and name in ("id", "file", "sequence"):
        return number(name, value)
    if name == "next":
        return "since"
    if not isinstance(value, str):
        return value
    value = re.sub(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", lambda found: number("key", found[0]), value)
    value = re.sub(r"(?<=/pages/)\d+", lambda found: number("id", found[0]), value)
    value = re.sub(r"/images/\d+/[0-9a-f]+/", "/images/id/version/", value)
    return re.sub(r"/documents/\d+/", "/documents/id/", value)


@pytest.fixture
def stage(db, editing, settings, tmp_path) -> dict[str, object]:
    """A county with an outdated article of all blocks and an office, both also in Arabic; one page withdrawn."""
    settings.MEDIA_ROOT = tmp_path  # where no other test's files make ours take another name
    with patch("django.utils.timezone.now", return_value=NOW):
        return build(editing)


def build(editing) -> dict[str, object]:
    with editing():
        county = make_county(key="03999", land="NI")
        imprint = publish(InfoPage(title="Impressum", slug="impressum", icon="law"), county)
        office = publish(make_office(county), county)
        article = publish(InfoPage(title="Wohnen", slug="wohnen", icon="home", summary="Wie man wohnt."), county)
        below = publish(InfoPage(title="Miete", slug="miete"), article)
        withdrawn = publish(InfoPage(title="Vorbei", slug="vorbei"), county)
        article.topics = [Topic.objects.create(slug="housing", names={"de": "Wohnen", "ar": "السكن"}, icon="home")]
        article.image, article.image_alt = image(), "Ein Haus"
        article.checked_on, article.responsible = date(2030, 1, 30), Page.objects.get(pk=office.pk)
        set_body(publish(article), *every_block(office, below))
        county = fresh(county)
        county.imprint = Page.objects.get(pk=imprint.pk)
        county.contact = Page.objects.get(pk=office.pk)
        county.local_numbers = json.dumps([block("phone", {"label": "Gift", "number": "030 19240"}, "poison")])
        publish(county)
    with editing():
        for page in (county, article, office):
            translate(fresh(page), "ar")
    with editing():
        changed = [
            item | {"value": "<p>Ein neuer Satz.</p>"} if item["id"] == "plain" else item for item in blocks(article)
        ]
        set_body(article, *changed)
    work()
    since = str(Sequence.current())
    with editing():
        fresh(withdrawn).unpublish()
    return {"county": county.pk, "article": article.pk, "office": office.pk, "since": since}


def blocks(page: InfoPage) -> list[dict]:
    return list(fresh(page).body.get_prep_value())


def every_block(office: OfficePage, below: InfoPage) -> list[dict]:
    paper = {"file": file().pk, "title": "Antrag auf Wohngeld", "language": "de"}
    quotation = {"text": "<p>Fragen kostet nichts.</p>", "source": "Erika Beispiel", "function": "Leitung", "url": ""}
    website = {"label": "Verein (Englisch)", "url": "https://example.org/en", "language": "en"}
    phone = {"label": "Hotline", "number": "0800 1110111"}
    return [
        text(
            "<h2>Eine Wohnung suchen</h2><p>Fragen <b>Sie</b> nach. <a href='https://example.org/'>Mehr</a></p>", "rich"
        ),
        text("<p>Ein Satz.</p>", "plain"),
        link(below) | {"id": "link"},
        block("callout", {"style": "important", "title": "Achtung", "text": "<p>Frist beachten.</p>"}, "callout"),
        block("quotation", quotation, "quotation"),
        block("picture", {"image": image("Markt").pk, "alt": "Der Markt", "caption": "Am Dienstag"}, "picture"),
        block("links", {"links": [{"type": "item", "id": "website", "value": website}]}, "links"),
        block("contact", {"office": office.pk, "name": "", "phones": []}, "office"),
        block(
            "contact",
            {
                "office": None,
                "name": "Mieterverein",
                "phones": [{"type": "item", "id": "hotline", "value": phone}],
                "email": "verein@example.org",
                "website": "https://example.org/",
                "address": "Marktplatz 1, 38999 Auental",
            },
            "person",
        ),
        block("documents", {"files": [{"type": "item", "id": "paper", "value": paper}]}, "files"),
        block("children", None, "children"),
    ]


def make_office(county: CountyPage) -> OfficePage:
    address = {
        "kind": "both",
        "name": "",
        "street": "Am Markt 1",
        "po_box": "",
        "postal_code": "38999",
        "town": "Auental",
        "addition": "Zimmer 12",
        "position": "51.7912, 11.1415",
    }
    office = OfficePage(
        title="Migrationsamt",
        slug="migrationsamt",
        office_type=OfficeType.objects.get(slug="authority"),
        summary="Für Aufenthaltstitel.",
    )
    office.is_not = "Das Amt ist keine Beratungsstelle."
    office.phones = json.dumps([block("phone", {"label": "Büro", "number": "030 23125 000"}, "phone")])
    office.emails = json.dumps([block("email", {"label": "", "address": "amt@example.org"}, "email")])
    office.addresses = json.dumps([block("address", address, "address")])
    office.hours = {"monday": [["08:30", "12:00"], ["13:00", "16:00"]], "thursday": [["14:00", "18:00"]]}
    office.languages = ["ar", "en"]
    office.staff = [Person(name="Erika Beispiel", function="Leitung", phone="030 23125 001", locale=county.locale)]
    office.places = [Place.objects.create(slug="auental", names={"de": "Auental", "ar": "أوينتال"})]
    return office


def test_documents_and_answers_are_as_reviewed(stage, client, numbers):
    answers = {}
    for name, address in ANSWERS.items():
        answer = client.get(address.format(**stage))
        answers[name] = {"status": answer.status_code, "answer": stable(answer.json(), numbers)}
    if os.environ.get("UPDATE_GOLDEN"):
        for name, answer in answers.items():
            written = json.dumps(answer, indent=1, ensure_ascii=False, sort_keys=True)
            (FOLDER / f"{name}.json").write_text(f"{written}\n", encoding="utf-8")
    for name, answer in answers.items():
        reviewed = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
        assert answer == reviewed, f"tests/golden/{name}.json: review the difference, then UPDATE_GOLDEN=1"


def test_every_reviewed_file_is_compared():
    assert {path.stem for path in FOLDER.glob("*.json")} == set(ANSWERS)
