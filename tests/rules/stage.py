"""The pages on which the rules are proved, and what the public sees of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any
from unittest.mock import patch
from uuid import uuid4

from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.text import slugify
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, PageViewRestriction

from directory.offices.models import OfficePage, OfficeType
from home.models import InfoPage
from hub.publications.models import Publication
from hub.publications.upkeep import begin_round, work_upkeep
from hub.testing import publish


def block(kind: str, value: Any, block_id: str = "") -> dict:
    """Return the raw value of one block of a body."""
    return {"type": kind, "value": value, "id": block_id or str(uuid4())}


def text(html: str, block_id: str = "") -> dict:
    """Return a text block: `text("<p>Ein Satz.</p>")`."""
    return block("text", html, block_id)


def link(page: Page, words: str = "mehr") -> dict:
    """Return a text block that links to `page`."""
    return text(f'<p><a linktype="page" id="{page.pk}">{words}</a></p>')


def article(parent: Page, title: str = "Wohnen", body: Iterable[dict] = (), **fields: Any) -> InfoPage:
    """Return a published article: `article(county, "Wohnen", [text("<p>Ein Satz.</p>")])`."""
    page = InfoPage(title=title, slug=fields.pop("slug", slugify(title)), body=json.dumps(list(body)), **fields)
    return publish(page, parent)


def draft(parent: Page, title: str = "Entwurf", **fields: Any) -> InfoPage:
    """Return an article that was never published."""
    page = InfoPage(title=title, slug=slugify(title), live=False, locale=parent.locale, **fields)
    return Page.objects.get(pk=parent.pk).add_child(instance=page)


def office(parent: Page, title: str = "Amt", number: str = "030 23125 000", **fields: Any) -> OfficePage:
    """Return a published office with one phone, labelled “Büro”."""
    phones = json.dumps([block("phone", {"label": "Büro", "number": number}, "the-phone")])
    fields.setdefault("office_type", OfficeType.objects.get(slug="authority"))
    return publish(OfficePage(title=title, slug=slugify(title), phones=phones, **fields), parent)


def set_body(page: InfoPage, *blocks: dict) -> InfoPage:
    """Publish `page` with another body and return it as stored."""
    page = fresh(page)
    page.body = json.dumps(blocks)
    return publish(page)


def image(title: str = "Bild") -> Any:
    return get_image_model().objects.create(title=title, file=get_test_image_file(filename=f"{slugify(title)}.png"))


def file(title: str = "Merkblatt") -> Any:
    content = ContentFile(b"text", name=f"{slugify(title)}.txt")
    return get_document_model().objects.create(title=title, file=content, file_size=content.size)


def fresh(page: Page) -> Any:
    """Return `page` as it is stored now."""
    return type(page).objects.get(pk=page.pk)


def later(**delta: float) -> AbstractContextManager:
    """Let time pass: `with later(hours=2): …`."""
    return patch("django.utils.timezone.now", return_value=timezone.now() + timedelta(**delta))


def restrict(page: Page, password: str = "") -> PageViewRestriction:
    """Make `page` private: for readers who know the password, else for those who are logged in."""
    kind = PageViewRestriction.PASSWORD if password else PageViewRestriction.LOGIN
    return PageViewRestriction.objects.create(
        page=Page.objects.get(pk=page.pk), restriction_type=kind, password=password
    )


def upkeep() -> None:
    """Do a whole round of upkeep, whenever the last one was."""
    begin_round()
    while work_upkeep():
        pass


def public(page: Page, language: str = "de") -> Publication | None:
    """Return what is public of `page` in `language`; None when nothing is."""
    return Publication.objects.public().filter(translation_key=page.translation_key, locale=language).first()


def document(page: Page, language: str = "de") -> dict:
    """Return the public document of `page` in `language`."""
    found = public(page, language)
    assert found, f"{page} is not public in {language}"
    return found.document


def words(page: Page, language: str = "de") -> str:
    """Return the whole public text of `page` in `language`."""
    found = public(page, language)
    assert found, f"{page} is not public in {language}"
    return found.text


def plain(page: Page) -> Page:
    return Page.objects.get(pk=page.pk)


def assert_sound() -> None:
    """Every page stands below its parent, is counted by it, and has its address."""
    pages = {page.path: page for page in Page.objects.all()}
    children = dict.fromkeys(pages, 0)
    for path, page in pages.items():
        above = path[: -Page.steplen]
        assert page.depth == len(path) // Page.steplen, page
        if above:
            assert above in pages, f"{page} is an orphan"
            assert page.url_path == f"{pages[above].url_path}{page.slug}/", page
            children[above] += 1
    assert {path: page.numchild for path, page in pages.items()} == children
