"""Pages, pictures and files for tests, made as editors, translators and the worker make them."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image as Picture
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import Translation

from hub.counties.models import CountyPage
from hub.pages import HubPage
from hub.publications.worker import work_outbox
from hub.translations.handover import hand_over_next, refresh
from hub.translations.segments import hold_tree_and_pages, source_segments, store_translations
from hub.translations.submitting import submit


def languages() -> dict[str, Locale]:
    """Return a locale for each language of the settings, made where it is missing."""
    return {code: Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES}


def make_county(slug: str = "auental", title: str = "Landkreis Auental", **fields: Any) -> CountyPage:
    """Return a published county; the home page and the site are made with the first one."""
    locale = languages()[settings.LANGUAGE_CODE]
    parent_model = next(model for model in home_models())
    home = parent_model.objects.filter(locale=locale).first()
    if home is None:
        root = Page.objects.get(depth=1)
        home = root.add_child(instance=parent_model(title="Hub", slug="hub", locale=locale))
        Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": home})
    return publish(CountyPage(title=title, slug=slug, **fields), home)


def home_models() -> Iterable[type[Page]]:
    """Return the models of pages that hold counties and are no hub pages themselves."""
    return [
        model
        for model in CountyPage.allowed_parent_page_models()
        if not issubclass(model, HubPage) and model is not Page
    ]


def publish(page: HubPage, parent: Page | None = None) -> Any:
    """Add `page` below `parent` (or save it again) and publish it through a revision."""
    if parent is not None:
        page.locale = languages()[settings.LANGUAGE_CODE] if page.locale_id is None else page.locale
        page.live = False
        parent = Page.objects.get(pk=parent.pk)
        page = parent.add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def translate(page: HubPage, language: str, mark: str = "", leave_out: Iterable[str] = (), publish: bool = True) -> Any:
    """Translate every text of the published `page` but those at the paths `leave_out`, as a translator would.

    The words become the source's with `mark` (the language's code by default) before them. Returns the translated page.
    """
    locale = languages()[language]
    translation = Translation.objects.filter(source__object_id=page.translation_key, target_locale=locale).first()
    if translation is None:
        submit(page, [locale])
        translation = Translation.objects.get(source__object_id=page.translation_key, target_locale=locale)
    with transaction.atomic():
        hold_tree_and_pages(translation.source)  # the page is saved, too, perhaps in the same transaction
        refresh(translation.source)
        texts = {
            path: [f"{mark or language} {segment.string.data}" for segment in segments]
            for path, segments in source_segments(translation.source).items()
            if path not in leave_out
        }
        store_translations(translation.source, locale, texts, partial=True)
    if publish:
        translation.save_target(publish=True)
    return translation.get_target_instance()


def work() -> None:
    """Do what the worker does, until the outbox is empty."""
    while work_outbox() is not None or hand_over_next():
        pass


def make_image(title: str = "Bild") -> Any:
    """Return a small picture of the library."""
    content = BytesIO()
    Picture.new("RGB", (640, 480), "white").save(content, "PNG")
    return get_image_model().objects.create(title=title, file=ContentFile(content.getvalue(), name="bild.png"))


def make_file(title: str = "Merkblatt") -> Any:
    """Return a small file of the library."""
    content = ContentFile(b"text", name="merkblatt.txt")
    return get_document_model().objects.create(title=title, file=content, file_size=content.size)
