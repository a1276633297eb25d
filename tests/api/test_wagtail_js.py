"""The npm package wagtail-js, a client for Wagtail's API, reads the hub's.

Nothing of the hub needs Node, so no script obtains it. Where Node, npm or the package cannot be had this is skipped,
with CI=true, too.
"""

import json
import shutil
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from services import Missing, cache_dir, locked, run

from hub.publications.worker import drain
from hub.testing import make_county, translate
from tests.rules.stage import article, block, file, image, text

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.any_database]

VERSION = "1.1.1"
INTEGRITY = "sha512-LEDava4bU6Jo8Ozm00r5AGZi0u7ZbMXiJ+Y8+4lXvHNRr0NasHe6c5siWpVQd/4L7+YdbW8cyT08sQspkcM8Nw=="
SCRIPT = Path(__file__).with_name("wagtail_js.mjs")
FETCH_SECONDS = 60
ANSWER_SECONDS = 60
# What each answer of the script must be: that at an address of the API.
ADDRESSES = {
    "images": "images/?locale=de",
    "documents": "documents/",
    "list": "pages/?locale=de&order=-title&limit=1",
    "fields": "pages/?locale=de&fields=_,title,topics(slug)",
    "children": "pages/?child_of={county}&locale=ar",
    "page": "pages/{page}/",
    "translated": "pages/{page}/?locale=ar",
    "path": "pages/{page}/",
    "image": "images/{image}/",
    "document": "documents/{file}/",
}


@pytest.fixture(scope="session")
def package() -> Path:
    """The folder of wagtail-js, fetched by npm once for all checkouts."""
    npm = shutil.which("npm")
    if not npm or not shutil.which("node"):
        pytest.skip("Node and npm are not there.")
    folder = cache_dir() / f"wagtail-js-{VERSION}"
    lock = folder / "node_modules" / ".package-lock.json"  # npm writes it last
    options = ("--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0")
    with locked(cache_dir() / "wagtail-js.lock"):
        if not lock.exists():
            folder.mkdir(exist_ok=True)
            command = (npm, "install", *options, "--prefix", folder, f"wagtail-js@{VERSION}")
            try:
                run(*command, seconds=FETCH_SECONDS, capture_output=True, check=False)
            except Missing as error:
                pytest.skip(str(error))
        if not lock.exists():
            pytest.skip(f"npm cannot fetch wagtail-js {VERSION}.")
    assert json.loads(lock.read_text())["packages"]["node_modules/wagtail-js"]["integrity"] == INTEGRITY
    return folder / "node_modules" / "wagtail-js"


@pytest.fixture
def ids(settings, tmp_path) -> dict[str, int]:
    """Two pages, one of them with a picture, a file and an Arabic translation."""
    settings.MEDIA_ROOT = tmp_path
    county = make_county()
    picture, paper = image(), file()
    papers = block("documents", {"files": [{"file": paper.pk, "title": "Blatt", "language": "de"}]})
    body = [text("<p>Eine Wohnung suchen.</p>"), papers]
    page = article(county, "Wohnen", body, image=picture, image_alt="Ein Haus")
    translate(page, "ar")
    article(county, "Arbeit")
    drain(alone=True)
    return {"county": county.pk, "page": page.pk, "image": picture.pk, "file": paper.pk}


def test_wagtail_js_reads_pages_lists_search_images_and_documents(package, ids, live_server):
    command = ("node", SCRIPT, (package / "dist" / "index.mjs").as_uri(), live_server.url)
    asked = run(*command, seconds=ANSWER_SECONDS, capture_output=True)
    assert asked.returncode == 0, asked.stderr
    answers = json.loads(asked.stdout)

    for name, address in ADDRESSES.items():
        assert answers[name] == answer_at(f"{live_server.url}/api/v2/{address.format(**ids)}"), name
    assert [item["title"] for item in answers["list"]["items"]] == ["Wohnen"]
    assert {item["title"] for item in answers["children"]["items"]} == {"ar Wohnen", "Arbeit"}
    assert answers["found"]["id"] == ids["page"]
    assert answers["translated"]["meta"]["content_locale"] == "ar"
    assert [item["id"] for item in answers["search"]["items"]] == [ids["page"]]
    assert [item["id"] for item in answers["images"]["items"]] == [ids["image"]]
    assert [item["id"] for item in answers["documents"]["items"]] == [ids["file"]]
    with urlopen(answers["source"]) as picture:
        assert picture.headers["Content-Type"] == "image/png"
    assert answers["missing"] == "Page not found"
    assert answers["missingImage"] == "Image not found"


def answer_at(address: str) -> Any:
    with urlopen(address) as answer:
        return json.load(answer)
