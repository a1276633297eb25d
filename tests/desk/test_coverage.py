"""The list of the state of translations: who sees what, in which order, with which numbers, at what cost."""

import csv
import io
from datetime import UTC, datetime

import pytest
from django.urls import reverse
from wagtail.models import Page

from hub.rights.models import Role
from hub.taxonomy.models import Topic
from hub.testing import make_county, translate, work
from hub.translations.decisions import decide
from hub.translations.models import Coverage
from tests.desk.german import foreign, texts
from tests.rights.stage import member
from tests.rules.stage import article, fresh, office, set_body, text
from tests.rules.test_query_budgets import counted, hold

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
LIST = reverse("hub_coverage")
GERMAN = {"Accept-Language": "de"}


@pytest.fixture(scope="module")
def shared_pages(shared_county, shared_editing):
    with shared_editing():
        translate(shared_county, "ar")
        housing = Topic.objects.create(slug="housing", names={"de": "Wohnen"})
        living = article(shared_county, "Wohnen", [text("<p>Eins.</p>", "a")], topics=[housing])
        translate(living, "ar")
        job = article(living, "Arbeit", [text("<p>Zwei.</p>", "b")])
        translate(job, "ar")
        other = make_county("bergtal", "Bergtal")
        article(other, "Schule im Berg")
    with shared_editing():
        set_body(job, text("<p>Zwei, ganz anders als vorher.</p>", "b"))
    return {"living": living, "job": job, "other": other}


@pytest.fixture
def pages(shared_pages, county):
    """Wohnen: complete in Arabic, missing in English. Arbeit: outdated by one text in Arabic. Bergtal is elsewhere."""
    return {name: fresh(page) for name, page in shared_pages.items()}


def asked(client, user, **query):
    client.force_login(user)
    return client.get(LIST, query, headers=GERMAN)


def words(answer) -> str:
    return " ".join(" ".join(texts(answer.content.decode())).split())


def titles(answer) -> list[str]:
    return [page["title"] for page in answer.context["object_list"]]


def cell(answer, title, language):
    page = next(page for page in answer.context["object_list"] if page["title"] == title)
    return next(cell for cell in page["cells"] if cell and cell.row.locale == language)


def test_pages_stand_in_tree_order_with_a_state_for_each_language(client, county, pages):
    answer = asked(client, member("Robin", county, Role.EDITORS))
    assert titles(answer) == ["Landkreis Auental", "Wohnen", "Arbeit"]
    assert [page["indent"] for page in answer.context["object_list"]] == [0, 1, 2]
    assert cell(answer, "Wohnen", "ar").text == "vollständig"
    assert cell(answer, "Wohnen", "en").text == "fehlt"
    assert cell(answer, "Arbeit", "ar").text == "veraltet (1 Text)"
    assert not [words for words in texts(answer.content.decode()) if foreign(words)]


def test_totals_say_how_many_pages_and_words_are_left(client, county, pages):
    answer = asked(client, member("Robin", county, Role.EDITORS))
    english, arabic = sorted(answer.context["totals"], key=lambda total: total["complete"])
    assert (english["pages"], english["missing"], english["complete"]) == (3, 3, 0)
    assert (arabic["pages"], arabic["outdated"], arabic["complete"]) == (3, 1, 2)
    assert "2 von 3 vollständig" in words(answer)
    assert f"5 von {arabic['all_words']} Wörtern offen" in words(answer)


def test_editors_get_a_button_where_there_is_no_draft_yet(client, county, pages):
    answer = asked(client, member("Robin", county, Role.EDITORS))
    living = pages["living"]
    assert f'formaction="{reverse("hub_translate", args=[living.pk, "en"])}"' in answer.content.decode()
    assert cell(answer, "Wohnen", "ar").address == "", "editors do not work on the Arabic pages"


def test_translators_are_led_to_the_work_in_their_language_alone(client, county, pages):
    answer = asked(client, member("Amal", county, Role.TRANSLATORS, "ar"))
    job = pages["job"].get_translations().get(locale__language_code="ar")
    assert cell(answer, "Arbeit", "ar").address == reverse("hub_desk", args=[job.pk])
    assert cell(answer, "Arbeit", "en").address == ""
    assert reverse("hub_desk", args=[pages["job"].pk]) not in answer.content.decode()


def test_translators_begin_a_page_below_one_that_is_translated(client, county, pages, editing):
    with editing():
        article(pages["job"], "Neu")
    work()
    answer = asked(client, member("Amal", county, Role.TRANSLATORS, "ar"))
    assert cell(answer, "Neu", "ar").begins
    assert not cell(answer, "Neu", "en").begins


@pytest.mark.parametrize(
    ("role", "language"), [(Role.ADMINISTRATORS, ""), (Role.EDITORS, ""), (Role.TRANSLATORS, "ar")]
)
def test_another_countys_pages_are_not_listed_nor_exported(client, county, pages, role, language):
    user = member("Noor", county, role, language)
    answer = asked(client, user)
    assert titles(answer) == ["Landkreis Auental", "Wohnen", "Arbeit"]
    assert "Bergtal" not in words(answer)
    assert "Berg" not in exported(client, user)
    assert titles(asked(client, user, county="bergtal")) == ["Landkreis Auental", "Wohnen", "Arbeit"]


def test_administrators_of_the_hub_choose_among_counties(client, pages, admin_user):
    assert "Schule im Berg" in titles(asked(client, admin_user))
    assert titles(asked(client, admin_user, county="bergtal")) == ["Bergtal", "Schule im Berg"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"state": "outdated"}, ["Arbeit"]),
        ({"state": "complete", "language": "ar"}, ["Landkreis Auental", "Wohnen"]),
        ({"state": "complete", "language": "en"}, []),
        ({"kind": "info"}, ["Wohnen", "Arbeit"]),
        ({"topic": "housing"}, ["Wohnen"]),
        ({"q": "arb"}, ["Arbeit"]),
        ({"state": "nonsense"}, ["Landkreis Auental", "Wohnen", "Arbeit"]),
    ],
)
def test_filters(client, county, pages, query, found):
    assert titles(asked(client, member("Robin", county, Role.EDITORS), **query)) == found


def test_a_language_chosen_is_the_only_column(client, county, pages):
    answer = asked(client, member("Robin", county, Role.EDITORS), language="ar")
    assert [str(name) for name in answer.context["languages"]] == ["Arabisch"]
    assert len(answer.context["totals"]) == 1


@pytest.mark.parametrize(
    ("ordering", "first", "heading"),
    [("title", "Arbeit", "ascending"), ("-title", "Wohnen", "descending"), ("-words", "Arbeit", "descending")],
)
def test_sorting(client, county, pages, ordering, first, heading):
    Coverage.objects.filter(source=pages["job"], locale="ar").update(words_to_do=500)
    answer = asked(client, member("Robin", county, Role.EDITORS), ordering=ordering)
    assert titles(answer)[0] == first
    assert answer.content.decode().count(f'aria-sort="{heading}"') == 1
    assert "Wieder in der Reihenfolge des Seitenbaums" in words(answer)


def test_what_waits_longest_comes_first(client, county, pages):
    Coverage.objects.filter(source=pages["job"], locale="ar").update(since=datetime(2020, 1, 1, tzinfo=UTC))
    answer = asked(client, member("Robin", county, Role.EDITORS), ordering="since", state="outdated")
    assert titles(answer)[0] == "Arbeit"


def test_the_reason_why_none_is_needed_is_shown(client, county, pages, editing):
    with editing():
        decide(pages["living"], "en", "Niemand fragt danach.")
    work()
    answer = asked(client, member("Robin", county, Role.EDITORS))
    assert "nicht nötig : Niemand fragt danach." in words(answer).replace("nötig:", "nötig :")


def test_the_list_says_that_all_is_complete_that_nothing_fits_or_is_published(client, county, pages, editing):
    robin = member("Robin", county, Role.EDITORS)
    assert "Keine Seite passt zu diesen Filtern." in words(asked(client, robin, q="xyz"))
    Coverage.objects.filter(county="auental").update(state=Coverage.State.COMPLETE)
    assert "Alles ist übersetzt" in words(asked(client, robin))
    Coverage.objects.filter(county="auental").delete()
    assert "Noch ist keine Seite veröffentlicht." in words(asked(client, robin))


def exported(client, user, **query) -> str:
    answer = asked(client, user, export="csv", **query)
    return b"".join(answer.streaming_content).decode()


def test_the_file_holds_what_the_filters_let_through_for_excel(client, county, pages):
    content = exported(client, member("Robin", county, Role.EDITORS), state="outdated")
    assert content.startswith("\ufeff")
    heading, line = csv.reader(io.StringIO(content.removeprefix("\ufeff")), delimiter=";")
    assert heading[:6] == ["Seite", "Pfad", "Landkreis", "Art", "Sprache", "Stand"]
    row = Coverage.objects.get(state="outdated")
    assert line[:3] == ["Arbeit", "auental/wohnen/arbeit", "Landkreis Auental"]
    assert line[4:10] == ["Arabisch", "veraltet", str(row.texts), "1", str(row.words), "5"]


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_title_is_a_formula_in_a_spreadsheet(client, county, pages, title):
    Page.objects.filter(pk=pages["job"].pk).update(title=title)
    content = exported(client, member("Robin", county, Role.EDITORS), state="outdated")
    _heading, line = csv.reader(io.StringIO(content.removeprefix("\ufeff")), delimiter=";")
    assert line[0] == f"'{title}"


def test_the_results_alone_are_what_the_filters_fetch(client, county, pages):
    client.force_login(member("Robin", county, Role.EDITORS))
    answer = client.get(reverse("hub_coverage_results"), {"state": "outdated", "_w_filter_fragment": 1})
    assert titles(answer) == ["Arbeit"]
    assert "_w_filter_fragment" not in answer.content.decode().partition("<thead>")[2].partition("</thead>")[0]


def test_the_menu_leads_there(client, county, pages):
    client.force_login(member("Amal", county, Role.TRANSLATORS, "ar"))
    assert LIST in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_explorer_says_what_is_not_complete(client, county, pages):
    client.force_login(member("Robin", county, Role.EDITORS))
    listing = client.get(reverse("wagtailadmin_explore", args=[pages["living"].pk]), headers=GERMAN)
    assert "en : fehlt ar : 1 veraltet" in words(listing).replace(":", " :").replace("  ", " ")
    Coverage.objects.filter(source=pages["job"]).update(state=Coverage.State.COMPLETE)
    listing = client.get(reverse("wagtailadmin_explore", args=[pages["living"].pk]), headers=GERMAN)
    assert "veraltet" not in words(listing)


def test_the_editor_of_a_page_and_of_its_translation_say_how_far_it_is(client, county, pages, admin_user):
    client.force_login(admin_user)
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[pages["job"].pk]), headers=GERMAN)
    assert "veraltet (1 Text)" in words(editor)
    assert "Englisch:" in words(editor)
    assert reverse("hub_page_translations", args=[pages["job"].pk]) in editor.content.decode()
    arabic = pages["job"].get_translations().get(locale__language_code="ar")
    editor = client.get(f"{reverse('wagtailadmin_pages:edit', args=[arabic.pk])}?desk=no", headers=GERMAN)
    assert "veraltet (1 Text)" in words(editor)
    assert "Englisch:" not in words(editor)


@pytest.mark.thorough
def test_the_list_and_the_explorer_cost_the_same_whatever_the_number_of_pages(client, county, pages, editing):
    def costs():
        client.get(LIST)
        return {
            "state of translations": counted(lambda: client.get(LIST)),
            "state of translations as a file": counted(lambda: b"".join(client.get(LIST, {"export": "csv"}))),
        }

    client.force_login(member("Robin", county, Role.EDITORS))
    few = costs()
    with editing():
        for number in range(12):
            page = article(pages["living"], f"Seite {number}")
            translate(page, "ar", publish=number % 2 == 0)
    work()
    many = costs()
    for name, number in few.items():
        hold(name, [number, many[name]])


@pytest.mark.thorough
def test_the_column_of_the_explorer_costs_one_query(client, county, pages, editing, monkeypatch):
    client.force_login(member("Robin", county, Role.EDITORS))
    with editing():
        office(pages["living"], "Amt")
        for number in range(5):
            article(pages["living"], f"Seite {number}")
    work()
    address = reverse("wagtailadmin_explore", args=[pages["living"].pk])
    client.get(address)
    with_states = counted(lambda: client.get(address))
    monkeypatch.setattr("hub.desk.coverage_column.open_cells", lambda ids: {})
    assert with_states - counted(lambda: client.get(address)) == 2, "one for the list, one for the status panel"


def test_a_page_that_is_not_published_is_not_listed(client, county, pages, editing):
    with editing():
        fresh(pages["job"]).unpublish()
    work()
    assert titles(asked(client, member("Robin", county, Role.EDITORS))) == ["Landkreis Auental", "Wohnen"]
