"""`manage.py demo`: what `make run` shows first."""

from __future__ import annotations

import stat
from collections import Counter

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from run_hub import logins

from directory.guides.models import GuidePage
from directory.networks.models import NetworkPage
from directory.offices.models import OfficePage
from directory.packages.models import PackagePage
from directory.projects.models import ProjectPage
from hub.consents.forms import private_collection
from hub.consents.models import Consent
from hub.demo import key_of
from hub.demo.county import SLUG
from hub.demo.people import PEOPLE
from hub.management.commands import demo
from hub.media.models import Image
from hub.publications.check import check_consumers, check_pages
from hub.publications.models import Publication, Sequence
from hub.publications.worker import drain
from hub.rights.models import CountyCollection
from hub.taxonomy.vocabulary import vocabularies
from hub.testing import make_county
from tests.languages.crawl import foreign_texts
from tests.test_seeds import missing_values

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.any_database]


# In every language: a package, the offices that it names, the county.
WHOLE = {
    "auental",
    "auslaenderbehoerde",
    "erste-wochen",
    "hausarztpraxis-lindenfurt",
    "hilfe-im-notfall",
    "koordinierungsstelle-migration",
    "migrationsberatung",
    "treffpunkt-alte-muehle",
    "volkshochschule",
    "wohnsitz-anmelden",
}

# What the form of a page shows beside its own fields.
PARTS = {
    OfficePage: ("staff", "meeting_times", "organisations"),
    GuidePage: (),
    NetworkPage: ("groups", "participants", "conferences"),
    ProjectPage: ("funders", "partners", "milestones", "figures", "goals"),
    PackagePage: (),
}


@pytest.fixture
def login(tmp_path, monkeypatch):
    """The file that keeps the administrator's password."""
    file = tmp_path / "var" / "demo-login"
    monkeypatch.setattr(demo, "LOGIN_FILE", file)
    return file


def test_the_demo(login, subtests, nine, client):
    """All that is asked of it in one test: to load it takes longer than a minute."""
    call_command("languages")
    call_command("demo")
    drain()  # the demo leaves slow consumers to the worker
    for check in (check_languages, check_pictures_and_people, check_references, check_forms):
        with subtests.test(check.__name__):
            check()
    for language in ("ar", "fa", "ru", "uk"):
        with subtests.test("no text of the interface is in another language", language=language):
            assert foreign_texts(client, language) == {}
    with subtests.test("the password"):
        password = login.read_text()
        assert len(password) >= 12
        assert all(user.check_password(password) for user in User.objects.all())
        assert stat.S_IMODE(login.stat().st_mode) == 0o600
    with subtests.test("a second time nothing changes"):
        before = Sequence.objects.get().value, login.read_text()
        call_command("demo")
        assert (Sequence.objects.get().value, login.read_text()) == before
    with subtests.test("logins"):  # the last: it closes the connection
        check_logins()


def check_languages() -> None:
    """It is published in German, half of it in English, Arabic and Ukrainian, what comes first in all languages."""
    public = Publication.objects.public()
    shown = Counter(public.filter(kind__in=("info", "offices", "projects")).values_list("locale", "content_locale"))
    # Fifteen articles, six legal pages, thirteen offices, and five projects.
    assert shown["de", "de"] == 39
    for locale, own in (("en", 22), ("ar", 21), ("uk", 22)):
        assert (shown[locale, locale], shown[locale, "de"]) == (own, 39 - own)
        assert public.get(kind="networks", locale=locale).content_locale == locale
        packages = public.filter(kind="packages", locale=locale).values_list("content_locale", flat=True)
        assert sorted(packages) == sorted(["de", locale])
        guides = public.filter(kind="guides", locale=locale)
        assert Counter(guides.values_list("content_locale", flat=True)) == {locale: 4, "de": 4}
    for locale in ("de-simple", "fr", "fa", "tr", "ru"):
        slugs = public.filter(locale=locale, content_locale=locale).values_list("slug", flat=True)
        assert set(slugs) >= WHOLE
    easy = public.get(locale="de-simple", slug="wohnen", content_locale="de-simple").document
    assert [block["type"] for block in easy["body"]] == ["text", "callout", "text", "callout", "text", "children"]
    for model in vocabularies():
        names = model.objects.values_list("names", flat=True)
        assert not [name for name in names if dict(settings.LANGUAGES).keys() - name.keys()]
    outdated = public.filter(document__meta__outdated=True)
    assert sorted(outdated.values_list("slug", "locale")) == [("angebote", "en"), ("gesundheit", "ar")]


def check_pictures_and_people() -> None:
    public = Publication.objects.public()
    people = [guide.document["consent"] for guide in public.filter(kind="guides", locale="de")]
    assert sum(bool(person["name"]) for person in people) == 3
    assert sum(bool(person["photo"]) for person in people) == 1
    for office in public.filter(kind="offices", locale="ar", county="auental"):
        assert office.document["image"]["alt"]
    photos = Consent.objects.filter(photo__isnull=False).values("photo")
    pictures = Image.objects.exclude(pk__in=photos)
    assert {image.collection for image in pictures} == {CountyCollection.objects.get(county=key_of(SLUG)).collection}
    assert {image.collection for image in Image.objects.filter(pk__in=photos)} == {private_collection()}
    coordination = public.get(kind="offices", slug="koordinierungsstelle-migration", locale="ar").document
    assert [bool(person["photo"]) for person in coordination["staff"]] == [True, False]
    advice = public.get(kind="offices", slug="migrationsberatung", locale="ar").document
    carrier = next(link["organisation"] for link in advice["organisations"] if link["relation"] == "run_by")
    assert carrier["office"]["id"] == advice["id"]


def check_references() -> None:
    assert [*check_pages(), *check_consumers()] == []
    assert missing_values() == {}


def check_forms() -> None:
    """No page has a mistake that its form would show."""
    for model, related in PARTS.items():
        for page in model.objects.filter(locale__language_code="de"):
            for part in (page, *(row for name in related for row in getattr(page, name).all())):
                part.full_clean()
    for package in PackagePage.objects.filter(locale__language_code="de"):
        package.body.stream_block.clean(package.body)


def check_logins() -> None:
    people = {user.username: user for user in User.objects.all()}
    assert set(people) == {person.username for person in PEOPLE}
    roles = {
        name: list(user.groups.values_list("county_group__role", "county_group__language"))
        for name, user in people.items()
    }
    assert roles == {
        "admin": [],
        "landkreis": [("administrators", "")],
        "redaktion": [("editors", "")],
        "englisch": [("translators", "en")],
        "arabisch": [("translators", "ar")],
        "ukrainisch": [("translators", "uk")],
    }
    assert [user.username for user in people.values() if user.is_superuser] == ["admin"]
    assert {user.last_name for user in people.values()} == {"Beispiel"}
    table = logins("a long password")
    assert [line.split()[0] for line in table.splitlines()] == ["Login", *people]


def test_a_hub_in_use_is_refused(login):
    make_county()
    with pytest.raises(CommandError, match="pages of its own"):
        call_command("demo")
    assert not User.objects.exists()
    assert not login.exists()


def test_the_vocabulary_alone_goes_into_a_hub_in_use(login, capsys):
    make_county()
    call_command("demo", "--vocabulary-only")
    call_command("demo", "--vocabulary-only")
    first, second = capsys.readouterr().out.splitlines()
    assert int(first.split()[0]) > 0
    assert second.startswith("0 ")
