"""Rule 9 for pictures and files: served while a public document shows them, to whom their page admits, or by rights."""

from io import BytesIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image as PillowImage
from wagtail.models import Collection, CollectionViewRestriction, GroupCollectionPermission

from hub.media.models import Image
from hub.testing import publish, work
from tests.rules.stage import article, block, document, draft, file, fresh, image, restrict, text

# Private pages admit to their pictures by Wagtail's index of references.
pytestmark = [pytest.mark.django_db, pytest.mark.thorough, pytest.mark.usefixtures("indexes")]


def files(paper) -> dict:
    return block("documents", {"files": [{"file": paper.pk, "title": "Blatt", "language": "de"}]})


@pytest.fixture
def picture():
    return image()


@pytest.fixture
def page(county, editing, picture):
    with editing():
        page = article(county, "Mit Bild", image=picture, image_alt="Ein Haus")
    return page


@pytest.fixture
def addresses(page, picture):
    """All addresses at which the bytes of the picture can be asked for: scaled, the original, the admin's preview."""
    shown = document(page)["image"]
    preview = picture.get_rendition("max-165x165")
    return [*(part.split()[0] for part in shown["srcset"].split(",")), picture.file.url, preview.url]


@pytest.fixture
def member(django_user_model):
    """A user of the admin without rights on any collection."""
    group = Group.objects.create(name="Landkreis")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = django_user_model.objects.create(username="member")
    user.groups.add(group)
    return user


def grant(user, collection, codename) -> None:
    permission = Permission.objects.get(content_type__app_label__startswith="wagtail", codename=codename)
    GroupCollectionPermission.objects.create(group=user.groups.get(), collection=collection, permission=permission)


def statuses(client, addresses) -> set[int]:
    return {client.get(address).status_code for address in addresses}


def test_rule_9_a_public_picture_is_served_at_every_address(client, addresses):
    assert len(addresses) == 4
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == "image/png"
        assert b"".join(answer.streaming_content).startswith(b"\x89PNG")


def test_rule_9_a_picture_goes_with_its_page(page, editing, client, addresses):
    assert statuses(client, addresses) == {200}
    with editing():
        fresh(page).unpublish()
    assert statuses(client, addresses) == {404}
    work()
    assert statuses(client, addresses) == {404}


def test_rule_9_a_picture_that_no_page_shows_is_served_to_nobody(page, editing, client, addresses):
    row = fresh(page)
    row.image = None
    with editing():
        publish(row)
    assert statuses(client, addresses) == {404}


def test_rule_9_a_picture_of_a_draft_is_served_to_nobody(county, editing, client, picture):
    with editing():
        draft(county, image=picture)
    assert statuses(client, [picture.file.url, f"/images/{picture.pk}/{picture.file_hash[:12]}/400/b.png"]) == {404}


def test_rule_9_the_picture_of_a_private_page_is_served_to_whom_the_page_admits(page, editing, client, addresses):
    with editing():
        restriction = restrict(page, password="sesam")
    assert statuses(client, addresses) == {404}
    address = reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, page.pk])
    client.post(address, {"password": "sesam", "return_url": "/de/"})
    assert statuses(client, addresses) == {200}
    assert "no-store" in client.get(addresses[0]).headers["Cache-Control"]


def test_rule_9_a_private_page_below_a_draft_admits_nobody_to_its_picture(county, editing, admin_user, client, picture):
    with editing():
        folder = article(county, "Ordner")
        page = article(folder, "Mit Bild", image=picture, image_alt="Ein Haus")
        restrict(page)
        fresh(folder).unpublish()
    reader = type(admin_user).objects.create(username="reader")
    client.force_login(reader)
    assert client.get(picture.file.url).status_code == 404


def test_rule_9_a_private_collection_holds(page, picture, client, admin_client, addresses):
    CollectionViewRestriction.objects.create(
        collection=Collection.get_first_root_node(), restriction_type=CollectionViewRestriction.LOGIN
    )
    assert statuses(client, addresses) == {404}
    assert statuses(admin_client, addresses) == {200}


def test_rule_9_editors_get_the_pictures_and_files_of_their_collections_alone(county, picture, member, client):
    root = Collection.get_first_root_node()
    own, other = root.add_child(name="Auental"), root.add_child(name="Bergland")
    foreign, paper, foreign_paper = image("Fremd"), file("Blatt"), file("Fremdes")
    for item, collection in ((picture, own), (foreign, other), (paper, own), (foreign_paper, other)):
        item.collection = Collection.objects.get(pk=collection.pk)
        item.save()
    client.force_login(member)
    assert statuses(client, [picture.file.url, foreign.file.url, paper.url, foreign_paper.url]) == {404}
    grant(member, own, "choose_image")
    grant(member, own, "choose_document")
    assert statuses(client, [picture.file.url, paper.url]) == {200}
    assert statuses(client, [foreign.file.url, foreign_paper.url]) == {404}


def test_rule_9_a_public_picture_costs_one_query_and_is_kept_by_browsers_alone(
    addresses, client, django_assert_num_queries
):
    client.get(addresses[0])  # now it has been scaled
    with django_assert_num_queries(1):
        answer = client.get(addresses[0])
    assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    with django_assert_num_queries(1):
        assert client.get(addresses[0], headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_rule_9_sizes_cannot_be_made_up(page, picture, client):
    address = f"/images/{picture.pk}/{picture.file_hash[:12]}/%s/bild.png"
    assert client.get(address % 640).status_code == 200
    assert statuses(client, [address % width for width in (1, 401, 641, 4000, 10**20)]) == {404}
    assert not picture.renditions.exclude(filter_spec="width-640").exists()


def test_rule_9_the_address_of_an_earlier_file_leads_to_the_present_one(page, picture, client, addresses):
    content = BytesIO()
    PillowImage.new("RGB", (700, 500), "red").save(content, "PNG")
    picture.file = ContentFile(content.getvalue(), name="neu.png")
    picture.save()
    answer = client.get(addresses[0])
    assert answer.status_code == 302
    assert picture.file_hash[:12] in answer.headers["Location"]
    assert client.get(answer.headers["Location"]).status_code == 200


def test_rule_9_a_file_is_served_only_where_a_public_document_shows_it(county, editing, client, admin_client):
    paper, linked, unused = file("Blatt"), file("Verlinkt"), file("Unbenutzt")
    with editing():
        page = article(
            county, "Wohnen", [files(paper), text(f'<p><a linktype="document" id="{linked.pk}">Blatt</a></p>')]
        )
    assert statuses(client, [paper.url, linked.url]) == {200}
    assert client.get(unused.url).status_code == 404
    assert admin_client.get(unused.url).status_code == 200, "administrators see all"
    with editing():
        fresh(page).unpublish()
    assert statuses(client, [paper.url, linked.url, f"/media/{paper.file.name}"]) == {404}


def test_rule_9_a_file_of_a_private_page_is_served_to_whom_the_page_admits(county, editing, client, admin_user):
    paper = file("Blatt")
    with editing():
        page = article(county, "Wohnen", [files(paper)])
        restrict(page)
    assert client.get(paper.url).status_code == 404
    client.force_login(type(admin_user).objects.create(username="reader"))
    assert client.get(paper.url).status_code == 200
    assert client.get(paper.url).headers["Cache-Control"] == "private, no-cache"


def test_rule_9_what_no_page_shows_is_not_listed(county, client):
    for library, item in (("images", image()), ("documents", file())):
        assert client.get(f"/api/v2/{library}/").json() == {"meta": {"total_count": 0}, "items": []}
        assert client.get(f"/api/v2/{library}/{item.pk}/").status_code == 404


def test_rule_9_nginx_may_send_the_bytes(page, addresses, client, settings):
    settings.MEDIA_ACCEL_LOCATION = "/stored/"
    answer = client.get(addresses[0])
    assert answer.content == b""
    name = Image.objects.get().renditions.get(filter_spec="width-400").file.name
    assert answer.headers["X-Accel-Redirect"] == f"/stored/{name}"
