"""The pages with which a proof begins: two counties with sections and articles, some of them translated."""

from __future__ import annotations

import json
from io import BytesIO
from random import Random

from django.core.files.images import ImageFile
from PIL import Image as PillowImage
from wagtail.models import Page

from home.models import InfoPage
from hub.media.models import Image
from hub.publications.triggers import deferred
from hub.publications.worker import drain
from hub.testing import make_county, publish, translate

COUNTIES = {"auental": "Landkreis Auental", "bergland": "Landkreis Bergland"}
SECTION_SIZE = 14


def body(words: str, link_to: int | None = None) -> str:
    """Return a body with a text, perhaps with a link to a page, and the list of the pages below."""
    link = f'<p><a linktype="page" id="{link_to}">mehr dazu</a></p>' if link_to else ""
    return json.dumps(
        [
            {"type": "text", "value": f"<p>{words}</p>{link}", "id": "text"},
            {"type": "children", "value": None, "id": "children"},
        ]
    )


def picture(index: int) -> Image:
    """Return a picture of its own."""
    bytes_of = BytesIO()
    PillowImage.new("RGB", (64, 48), (index % 256, 90, 120)).save(bytes_of, "PNG")
    return Image.objects.create(title=f"Bild {index}", file=ImageFile(bytes_of, name=f"bild-{index}.png"))


def plant(number: int, dice: Random) -> None:
    """Make `number` articles in both counties, a quarter of them translated into English, an eighth into Arabic."""
    with deferred():
        parents: list[Page] = [make_county(slug, title) for slug, title in COUNTIES.items()]
        pages: list[InfoPage] = []
        for index in range(number):
            is_section = index % SECTION_SIZE == 0
            parent = parents[index // SECTION_SIZE % 2] if is_section else pages[index - index % SECTION_SIZE]
            link = dice.choice(pages).pk if pages and index % 3 == 0 else None
            words = f"Seite {index} erklärt, wie man sich anmeldet."
            page = InfoPage(title=f"Seite {index}", slug=f"seite-{index}", body=body(words, link))
            page.image, page.image_alt = picture(index), f"Bild {index}"
            pages.append(publish(page, parent))
        for index, page in enumerate(pages):
            for language, every in (("en", 4), ("ar", 8)):
                if index % every == 0:
                    translate(page, language)
    drain()
