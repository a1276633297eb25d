"""What translators are led to: the pages of their languages that need work, the most pressing first."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from hub.desk.my_list import waiting
from hub.rights.models import Role
from hub.testing import make_county, publish, translate, work
from hub.translations.models import Coverage
from hub.wishes.models import Wish
from tests.desk.german import foreign, texts
from tests.rights.stage import member
from tests.rules.stage import article, fresh, text
from tests.rules.test_query_budgets import counted, hold

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
HOME = reverse("wagtailadmin_home")
LIST = reverse("hub_my_translations")
MARCH = datetime(2026, 3, 3, 12, tzinfo=UTC)
GERMAN = {"Accept-Language": "de"}
# The names of states stand in the model of coverage.
STATES = {"missing", "in", "work", "outdated", "complete", "not", "needed"}


@pytest.fixture(scope="module")
def shared_arabic(shared_county, shared_editing):
    with shared_editing():
        translate(shared_county, "ar")
        translate(shared_county, "en")
    return shared_county


@pytest.fixture
def arabic(shared_arabic, county):
    """The county in Arabic and English, so that it has translators for both."""
    return county


@pytest.fixture
def amal(arabic):
    return member("Amal", arabic, Role.TRANSLATORS, "ar")


def change(page):
    """Publish another text of a page."""
    page = fresh(page)
    page.summary = f"{page.summary} Neu."
    return publish(page)


def soup(client, user, address=LIST) -> BeautifulSoup:
    client.force_login(user)
    answer = client.get(address, headers=GERMAN)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def titles(part) -> list[str]:
    return [title.text for title in part.find_all(class_="my-list__title")]


def said(part) -> str:
    return " ".join(part.get_text(" ").split())


@pytest.fixture(scope="module")
def shared_pages(shared_arabic, shared_editing):
    with shared_editing():
        missing = article(shared_arabic, "Arbeit", [text("<p>Eine Stelle suchen.</p>")])
        deeper = article(missing, "Bewerbung")
        begun = article(shared_arabic, "Wohnen", [text("<p>Eine Wohnung suchen.</p>")])
        translate(begun, "ar", leave_out=["summary", "title"], publish=False)
        old = article(shared_arabic, "Schule", summary="Lernen.")
        translate(old, "ar")
        done = article(shared_arabic, "Sport")
        translate(done, "ar")
    with shared_editing():
        change(old)
    return {"missing": missing, "deeper": deeper, "begun": begun, "old": old, "done": done}


@pytest.fixture
def pages(shared_pages, arabic):
    """A page in each state in Arabic, two of them missing; all are missing in English."""
    return {name: fresh(page) for name, page in shared_pages.items()}


def test_what_readers_see_and_is_out_of_date_comes_first(client, amal, pages):
    assert titles(soup(client, amal)) == ["Schule", "Wohnen", "Arbeit", "Bewerbung"]


def test_among_equals_the_order_is_wishes_place_and_patience(arabic, amal, editing):
    with editing():
        top = article(arabic, "Oben")
        below = article(top, "Unten")
        first = article(arabic, "Alt")
        wished = article(below, "Gefragt")
    work()
    Wish.objects.create(translation_key=wished.translation_key, locale="ar", count=2)
    Wish.objects.create(translation_key=below.translation_key, locale="en", count=9)
    Coverage.objects.filter(source=first, locale="ar").update(since=timezone.now() - timedelta(days=9))
    assert [(row.source.title, row.asked) for row in waiting(amal)] == [
        ("Gefragt", 2),
        ("Alt", 0),
        ("Oben", 0),
        ("Unten", 0),
    ]


def test_a_row_says_what_to_do_since_when_and_how_often_readers_asked(client, amal, pages):
    Wish.objects.create(translation_key=pages["missing"].translation_key, locale="ar", count=3)
    Coverage.objects.filter(source=pages["missing"]).update(since=MARCH)
    part = soup(client, amal)
    row = said(part.find(id=f"page-{pages['missing'].pk}-ar"))
    assert "Landkreis Auental · Arabisch" in row
    assert "2 Texte, 4 Wörter" in row
    assert "03.03.2026" in row or "3.3.2026" in row
    assert "3-mal" in row
    assert re.search(r"4 Seiten, \d+ Texte, \d+ Wörter", said(part))


def test_a_row_leads_to_the_work(client, amal, pages):
    part = soup(client, amal)
    begun = pages["begun"].get_translations().get(locale__language_code="ar")
    link = part.find(id=f"page-{pages['begun'].pk}-ar").find("a")
    assert link["href"] == reverse("hub_desk", args=[begun.pk])
    button = part.find(id=f"page-{pages['missing'].pk}-ar").find("button")
    answer = client.post(button["formaction"])
    begun = pages["missing"].get_translations().get(locale__language_code="ar")
    assert answer["Location"] == reverse("hub_desk", args=[begun.pk])


def test_what_is_translated_in_a_draft_waits_to_be_published(client, amal, arabic, editing):
    with editing():
        page = article(arabic, "Wohnen")
        translate(page, "ar", publish=False)
    work()
    row = said(soup(client, amal).find(id=f"page-{page.pk}-ar"))
    assert "Bereit zum Veröffentlichen" in row
    assert "Prüfen und veröffentlichen" in row


def test_one_language_of_several(client, amal, arabic, pages):
    assert soup(client, amal).find(class_="my-list__languages") is None
    amal.groups.add(*member("Emma", arabic, Role.TRANSLATORS, "en").groups.all())
    amal = type(amal).objects.get(pk=amal.pk)
    both = soup(client, amal)
    assert len(titles(both)) == 9
    names = {link.text: link["href"] for link in both.find(class_="my-list__languages").find_all("a")}
    assert list(names) == ["Alle Sprachen", "Englisch", "Arabisch"]
    assert len(titles(soup(client, amal, LIST + names["Englisch"]))) == 5
    assert len(titles(soup(client, amal, f"{LIST}?language=tr"))) == 9, "none of theirs"


def test_nobody_sees_what_waits_in_another_county_or_language(client, amal, pages, editing):
    with editing():
        other = make_county("hausen", "Hausen")
        translate(other, "ar")
        article(other, "Fremd")
    work()
    assert "Fremd" not in titles(soup(client, amal))
    # Who edits one county and translates in another one translates nothing of the first.
    amal.groups.add(*member("Vera", other, Role.EDITORS).groups.all())
    amal = type(amal).objects.get(pk=amal.pk)
    assert "Fremd" not in titles(soup(client, amal))
    amal.groups.add(*member("Nour", other, Role.TRANSLATORS, "ar").groups.all())
    amal = type(amal).objects.get(pk=amal.pk)
    assert "Fremd" in titles(soup(client, amal))


def test_people_without_a_language_are_told_so(client, arabic, pages):
    part = soup(client, member("Robin", arabic, Role.EDITORS))
    assert titles(part) == []
    assert "Sie übersetzen noch in keine Sprache." in said(part)
    assert LIST not in str(soup(client, get_user_model().objects.get(username="Robin"), HOME))


def test_a_finished_list_says_thank_you(client, amal):
    for address in (LIST, HOME):
        assert "Alles ist übersetzt und aktuell. Vielen Dank!" in said(soup(client, amal, address))


def test_administrators_of_the_hub_know_its_address(client, admin_user, pages):
    assert set(titles(soup(client, admin_user))) == {"Schule", "Wohnen", "Arbeit", "Bewerbung", "Sport"}
    assert LIST not in str(soup(client, admin_user, HOME))


def test_the_first_page_shows_the_beginning_of_the_list(client, amal, arabic, pages, editing):
    with editing():
        for number in range(9):
            article(arabic, f"Seite {number}")
    work()
    panel = soup(client, amal, HOME).find(id="my-list-section")
    assert len(titles(panel)) == 10
    assert titles(panel)[0] == "Schule"
    assert panel.find("a", string="Und 3 weitere.")["href"] == LIST
    button = panel.find("button", formaction=True)
    assert panel.find("input", {"name": "csrfmiddlewaretoken"})["value"]
    assert client.post(button["formaction"]).status_code == 302


def test_long_lists_have_pages(client, amal, arabic, pages, editing, monkeypatch):
    monkeypatch.setattr("hub.desk.views.PER_PAGE", 3)
    part = soup(client, amal)
    assert (len(titles(part)), "Seite 1 von 2" in said(part)) == (3, True)
    assert titles(soup(client, amal, f"{LIST}?p=2")) == ["Bewerbung"]


def test_the_first_page_says_how_far_each_language_is(client, amal, arabic, pages):
    Coverage.objects.filter(source=pages["deeper"], locale="ar").update(words_to_do=1240, state="not-needed")
    Coverage.objects.filter(source=pages["old"]).update(since=MARCH)
    panel = soup(client, member("Robin", arabic, Role.EDITORS), HOME).find(id="coverage-section")
    lines = {line.find("a").text: line for line in panel.find_all("li")}
    assert list(lines) == ["Englisch", "Arabisch"]
    line = said(lines["Arabisch"])
    assert "2 von 5 Seiten vollständig" in line, "the county, too; the page that needs none does not count"
    assert re.search(r"1\.2\d\d Wörter zu tun", line)
    assert "am längsten veraltet seit 3. März 2026" in line
    assert lines["Arabisch"].find("a")["href"] == "/admin/coverage/?county=auental&language=ar"
    own = soup(client, amal, HOME).find(id="coverage-section")
    assert [line.find("a").text for line in own.find_all("li")] == ["Arabisch"]


def test_the_first_page_says_nothing_of_other_counties(client, amal, pages, editing):
    with editing():
        translate(make_county("hausen", "Hausen"), "ar")
    work()
    panel = said(soup(client, amal, HOME).find(id="coverage-section"))
    assert "Auental" in panel
    assert "Hausen" not in panel


def test_all_of_it_is_german(client, amal, arabic, pages):
    for address in (LIST, HOME):
        client.force_login(amal)
        for line in texts(client.get(address, headers=GERMAN).content.decode()):
            assert set(foreign(line).split()) <= STATES, line


def test_the_cost_does_not_grow(client, amal, arabic, pages, editing):
    client.force_login(amal)
    for address in (LIST, HOME):
        client.get(address)
    few = {address: counted(lambda a=address: client.get(a)) for address in (LIST, HOME)}
    with editing():
        for number in range(5):
            article(arabic, f"Seite {number}")
    work()
    hold("my list", [few[LIST], counted(lambda: client.get(LIST))])
    hold("first page of a translator", [few[HOME], counted(lambda: client.get(HOME))])


def test_a_page_that_has_just_gone_is_left_out(client, amal, pages):
    gone = pages["deeper"]
    Coverage.objects.filter(source=gone).update(source_id=10**9)
    assert "Bewerbung" not in titles(soup(client, amal))
