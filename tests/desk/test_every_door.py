"""Whatever link of the admin people follow, there is a page behind it that they may see, in German."""

import re
from collections import deque
from html import unescape
from urllib.parse import urldefrag

import pytest

from hub.rights.models import Role
from hub.testing import translate, work
from tests.desk.german import foreign, texts
from tests.rights.stage import collection_of, member
from tests.rules.stage import article, draft, file, image, office, text

pytestmark = [pytest.mark.django_db, pytest.mark.thorough, pytest.mark.any_database]

LINK = re.compile(r"""(?:href|action|url|data-w-\w+-(?:url|src)-value)["']?\s*[=:]\s*["'](/admin/[^"'\s]*)["']""")
# What is done with POST, with objects that a script adds, or ends the visit.
LEFT_OUT = re.compile(
    r"/(?:pages/\d+/(?:un)?lock|pages/\d+/set_position|bulk/\w+/\w+/\w+|multiple|add_multiple|editing-sessions|logout"
    r"|admin/translate/\d+/[\w-]+|minor-edits/\d+/take-back|my-translations/weekly-mail"
    r"|desk/\d+/(?:state|publish|next|texts/[\d-]+(?:/hint|/question)?))/|/sprite-"
)
ADDRESSES_OF_A_KIND = 2  # of addresses that differ in numbers alone

# Where links do not lead: searches for nothing.
DOORS = [
    "/admin/",
    "/admin/pages/search/?q=",
    "/admin/choose-page/search/?q=",
    "/admin/images/?q=",
    "/admin/documents/?q=",
    "/admin/search-explained/?q=Ein+Satz&language=ar",
]
MANY = 50


@pytest.fixture
def stage(county, editing, admin_user):
    """A county with a page of each sort, a picture and a file."""
    with editing():
        page = article(county, "Wohnen", [text("<p>Ein Satz.</p>", "a")], owner=admin_user)
        office(county, "Amt")
        translate(county, "ar")
        translate(page, "ar")
    draft(page, "Entwurf").save_revision(user=admin_user)
    for item in (image(), file()):
        item.collection = collection_of(county)
        item.save()
    work()
    return county


@pytest.fixture
def people(stage, admin_user):
    return {
        "administrator of the hub": admin_user,
        "administrator": member("Leyla", stage, Role.ADMINISTRATORS),
        "editor": member("Robin", stage, Role.EDITORS),
        "translator": member("Amal", stage, Role.TRANSLATORS, "ar"),
    }


def shape(address: str) -> str:
    return re.sub(r"\d+", "N", re.sub(r"=[^&]*", "=", address))


def links(answer) -> set[str]:
    content = unescape(answer.content.decode()).replace("\\u002D", "-").replace("\\u0026", "&")
    return {urldefrag(address)[0] for address in LINK.findall(content)}


@pytest.mark.parametrize("role", ["administrator of the hub", "administrator", "editor", "translator"])
def test_no_link_leads_to_an_error_or_to_an_english_text(people, client, role):
    client.force_login(people[role])
    waiting, seen, failed, english = deque(("", address) for address in DOORS), {}, {}, {}
    while waiting:
        source, address = waiting.popleft()
        answer = client.get(address, follow=True)
        if answer.status_code >= 400:
            failed[address] = (answer.status_code, f"from {source}")
        if not answer.headers.get("Content-Type", "").startswith("text/html"):
            continue
        english |= {text: (foreign(text), address) for text in texts(answer.content.decode()) if foreign(text)}
        for link in sorted(links(answer)):
            seen[shape(link)] = seen.get(shape(link), 0) + 1
            if seen[shape(link)] <= ADDRESSES_OF_A_KIND and not LEFT_OUT.search(link):
                waiting.append((address, link))
    assert len(seen) > MANY, "The expression for links does not match them any more."
    assert failed == {}
    assert english == {}
