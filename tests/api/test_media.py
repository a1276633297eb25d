"""Pictures and files in the API: what public documents show now, in the words that they show, and nothing else."""

from datetime import timedelta
from itertools import product

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction

from hub.media.models import Document, Image
from hub.publications.models import Dependency
from hub.testing import make_county, publish, translate, work
from tests.api.problems import is_problem
from tests.rules.stage import article, block, draft, file, fresh, image, later, office, restrict, text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

LIBRARIES = ("images", "documents")


def papers(*items) -> dict:
    return block("documents", {"files": [{"file": item.pk, "title": "Blatt", "language": "de"} for item in items]})


@pytest.fixture
def picture() -> Image:
    picture = image("IMG 4711 intern")
    picture.descriptions = {"de": "Ein Haus", "ar": "بيت"}
    picture.credit, picture.license, picture.people_shown = "Erika Beispiel", "CC-BY-4.0", "Max Muster"
    picture.save()
    return picture


@pytest.fixture
def paper() -> Document:
    return file("Antrag")


@pytest.fixture
def page(county, editing, picture, paper):
    with editing():
        page = article(county, "Wohnen", [papers(paper)], image=picture)
    work()
    return page


def ids(client, library: str, query: str = "") -> list[int]:
    answer = client.get(f"/api/v2/{library}/?{query}").json()
    found = [item["id"] for item in answer["items"]]
    assert answer["meta"]["total_count"] == len(found)
    return found


def nothing(client) -> bool:
    """Say whether neither a picture nor a file is listed, nor shown at the address of one."""
    items = [("images", pk) for pk in Image.objects.values_list("pk", flat=True)]
    items += [("documents", pk) for pk in Document.objects.values_list("pk", flat=True)]
    gone = [client.get(f"/api/v2/{library}/{pk}/").status_code == 404 for library, pk in items]
    return all(gone) and not any(ids(client, library) for library in LIBRARIES)


def test_a_picture_has_what_documents_show_of_it(page, picture, client):
    item = client.get(f"/api/v2/images/{picture.pk}/").json()
    shown = client.get(f"/api/v2/pages/{page.pk}/").json()["image"]
    meta = {
        "type": "media.Image",
        "detail_url": f"http://testserver/api/v2/images/{picture.pk}/",
        "download_url": shown["src"],
    }
    assert item == {"id": picture.pk, "title": "Ein Haus", **shown, "meta": meta}
    assert client.get("/api/v2/images/").json() == {"meta": {"total_count": 1}, "items": [item]}
    assert client.get(item["meta"]["download_url"]).status_code == 200


def test_a_file_has_what_documents_show_of_it(page, paper, client):
    item = client.get(f"/api/v2/documents/{paper.pk}/").json()
    (shown,) = client.get(f"/api/v2/pages/{page.pk}/").json()["body"][0]["value"]["files"]
    meta = {
        "type": "media.Document",
        "detail_url": f"http://testserver/api/v2/documents/{paper.pk}/",
        "download_url": item["url"],
    }
    assert item == {**shown["value"]["file"], "meta": meta}
    assert client.get("/api/v2/documents/").json() == {"meta": {"total_count": 1}, "items": [item]}
    assert client.get(item["meta"]["download_url"]).status_code == 200


def test_nothing_is_told_that_is_for_editors(page, client):
    for library in LIBRARIES:
        told = client.get(f"/api/v2/{library}/").content.decode()
        assert not [word for word in ("IMG 4711", "Max Muster", "tags", "collection", "uploaded") if word in told]


def test_descriptions_are_in_the_language_asked_for(page, picture, client):
    arabic, english = (
        client.get(f"/api/v2/images/{picture.pk}/", {"locale": language}).json() for language in ("ar", "en")
    )
    assert (arabic["title"], "lang" in arabic) == ("بيت", False)
    assert (english["title"], english["lang"]) == ("Ein Haus", "de")


def test_a_picture_without_description_is_called_by_its_file(county, editing, client):
    with editing():
        article(county, "Wohnen", image=image("Haus"), image_alt="Ein Haus")
    (item,) = client.get("/api/v2/images/").json()["items"]
    assert item["title"] == item["src"].rpartition("/")[2]
    assert item["alt"] == ""


def test_what_a_text_links_to_is_listed(county, editing, paper, client):
    with editing():
        article(county, "Wohnen", [text(f'<p><a linktype="document" id="{paper.pk}">Blatt</a></p>')])
    assert ids(client, "documents") == [paper.pk]


def test_what_only_a_draft_shows_is_not_listed(county, editing, picture, paper, client):
    with editing():
        draft(county, image=picture)
        page = article(county, "Wohnen")
    row = fresh(page)
    row.image = picture
    with editing():
        row.save_revision()
    assert nothing(client)


def test_a_withdrawn_page_takes_its_pictures_and_files_along_at_once(page, unmade, client):
    assert all(ids(client, library) for library in LIBRARIES)
    with unmade():
        fresh(page).unpublish()
    assert nothing(client)
    work()
    assert nothing(client)


def test_a_private_page_takes_its_pictures_and_files_along_at_once(page, unmade, client):
    assert all(ids(client, library) for library in LIBRARIES)
    with unmade():
        restrict(page)
    assert nothing(client)


def test_what_another_page_shows_stays(page, county, editing, unmade, picture, client):
    with editing():
        article(county, "Arbeit", image=picture)
    with unmade():
        fresh(page).unpublish()
    assert ids(client, "images") == [picture.pk]


def test_a_private_collection_holds_from_the_commit_on_until_it_is_public_again(page, unmade, client):
    assert all(ids(client, library) for library in LIBRARIES)
    with unmade():
        restriction = CollectionViewRestriction.objects.create(
            collection=Collection.get_first_root_node(), restriction_type=CollectionViewRestriction.LOGIN
        )
    assert nothing(client)
    with unmade():
        restriction.delete()
    assert all(ids(client, library) for library in LIBRARIES)


def test_a_picture_that_is_moved_to_a_private_collection_is_gone_at_once(page, unmade, picture, client):
    private = Collection.get_first_root_node().add_child(name="Privat")
    CollectionViewRestriction.objects.create(collection=private, restriction_type=CollectionViewRestriction.LOGIN)
    assert ids(client, "images") == [picture.pk]
    picture.collection = private
    with unmade():
        picture.save()
    assert ids(client, "images") == []


@pytest.mark.parametrize("library", LIBRARIES)
def test_what_many_are_moved_to_a_private_collection_with_is_gone_at_once(
    page, unmade, picture, paper, client, admin_client, library
):
    """Wagtail moves those that an editor ticks in its list by one query, without a signal."""
    private = Collection.get_first_root_node().add_child(name="Privat")
    CollectionViewRestriction.objects.create(collection=private, restriction_type=CollectionViewRestriction.LOGIN)
    item = picture if library == "images" else paper
    assert ids(client, library) == [item.pk]
    model = type(item)._meta
    address = reverse("wagtail_bulk_action", args=[model.app_label, model.model_name, "add_to_collection"])
    with unmade():
        admin_client.post(f"{address}?id={item.pk}", {"collection": private.pk})
    assert ids(client, library) == []
    work()
    assert ids(client, library) == []


def test_other_words_are_told_from_the_commit_on(page, unmade, picture, paper, client):
    picture.descriptions = {"de": "Zwei Häuser"}
    paper.title = "Neuer Antrag"
    for library in LIBRARIES:
        client.get(f"/api/v2/{library}/")
    with unmade():
        picture.save()
        paper.save()
    titles = [client.get(f"/api/v2/{library}/").json()["items"][0]["title"] for library in LIBRARIES]
    assert titles == ["Zwei Häuser", "Neuer Antrag"]


def test_a_changed_picture_hides_no_page(page, unmade, picture, client):
    with unmade():
        type(picture).objects.create(pk=page.pk, title="x", file=picture.file, width=1, height=1).save()
    assert client.get(f"/api/v2/pages/{page.pk}/").status_code == 200
    assert client.get("/api/v2/pages/?order=tree").json()["meta"]["total_count"] == 2


def test_a_deleted_picture_is_gone_at_once(page, unmade, picture, client):
    assert ids(client, "images") == [picture.pk]
    with unmade():
        picture.delete()
    assert ids(client, "images") == []


@pytest.mark.django_alone  # kept answers ask the real clock
def test_an_expired_page_takes_its_pictures_and_files_along(county, editing, picture, paper, client):
    with editing():
        article(county, "Wohnen", [papers(paper)], image=picture, expire_at=timezone.now() + timedelta(hours=1))
    assert all(ids(client, library) for library in LIBRARIES)
    with later(hours=2):
        assert nothing(client)


def test_what_ends_by_itself_is_in_documents_alone(page, picture, client):
    page_shows = Dependency.objects.filter(model="media.image", object_id=picture.pk)
    assert page_shows.update(visible_until=timezone.now() + timedelta(hours=1))
    assert ids(client, "images") == []


def test_lists_are_of_one_county(page, editing, picture, client):
    other = image("Anderswo")
    with editing():
        article(make_county("bergtal", "Landkreis Bergtal"), "Wohnen", image=other)
    assert ids(client, "images", "county=auental") == [picture.pk]
    assert ids(client, "images", "county=bergtal") == [other.pk]
    assert client.get(f"/api/v2/images/{other.pk}/?county=auental").status_code == 404


def test_a_translation_with_a_picture_of_its_own_shows_that_one(page, editing, picture, client):
    own = image("Eigenes")
    with editing():
        translation = translate(page, "ar")
    row = fresh(translation)
    row.image = own
    with editing():
        publish(row)
    work()
    assert ids(client, "images", "locale=de") == [picture.pk]
    assert set(ids(client, "images")) >= {picture.pk}


def test_pages_and_order(county, editing, client):
    items = [file(title) for title in ("B", "A", "C")]
    with editing():
        article(county, "Wohnen", [papers(*items)])
    first, second, third = (item.pk for item in items)
    assert ids(client, "documents") == [first, second, third]
    assert ids(client, "documents", "order=title") == [second, first, third]
    assert ids(client, "documents", "order=-date,-title") == [third, first, second]
    answer = client.get("/api/v2/documents/?limit=1&offset=1&order=-id").json()
    assert answer["meta"]["total_count"] == 3
    assert [item["id"] for item in answer["items"]] == [second]


def test_fields_are_chosen(page, picture, client):
    (item,) = client.get("/api/v2/images/?fields=_,title,download_url").json()["items"]
    assert item == {"title": "Ein Haus", "meta": {"download_url": item["meta"]["download_url"]}}


@pytest.mark.parametrize(
    "query",
    [
        "search=Haus",
        "limit=51",
        "limit=x",
        "offset=-1",
        "order=random",
        "order=file_hash",
        "order=,",
        "fields=file_hash",
        "fields=license(name)",
        "locale=xx",
        "county=nowhere",
        "tags=x",
        "collection=1",
    ],
)
def test_what_is_not_understood_is_refused(page, client, query):
    for library in LIBRARIES:
        answer = client.get(f"/api/v2/{library}/?{query}")
        assert answer.status_code == 400
        assert is_problem(answer)


def test_documents_alone_are_ordered_by_title(page, client):
    assert client.get("/api/v2/images/?order=title").status_code == 400


def test_no_address_of_a_detail_is_an_error_of_the_server(page, client):
    for library, pk in product(LIBRARIES, (0, 10**6, 2**63, 10**30)):
        assert client.get(f"/api/v2/{library}/{pk}/").status_code == 404


@pytest.mark.django_alone
def test_the_picture_of_a_page_that_has_ended_ends_in_teasers_of_it(county, editing, picture, client):
    with editing():
        ending = office(county, "Bald", image=picture, expire_at=timezone.now() + timedelta(hours=1))
        article(county, "Zeigt", [block("contact", {"office": ending.pk})])
    work()
    address = picture.file.url
    assert (ids(client, "images"), client.get(address).status_code) == ([picture.pk], 200)
    with later(hours=2):
        assert (ids(client, "images"), client.get(address).status_code) == ([], 404)


@pytest.mark.django_alone
def test_a_picture_that_a_document_shows_beside_such_a_teaser_stays(county, editing, picture, client):
    with editing():
        ending = office(county, "Bald", image=picture, expire_at=timezone.now() + timedelta(hours=1))
        article(county, "Zeigt", [block("contact", {"office": ending.pk})], image=picture)
    work()
    with later(hours=2):
        assert (ids(client, "images"), client.get(picture.file.url).status_code) == ([picture.pk], 200)
