"""Blocks for values that are the same in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from hub.representation.context import Context
from hub.representation.files import DOCUMENT, file_form
from hub.representation.images import IMAGE, described
from hub.representation.shapes import FileShape, ImageShape
from hub.translations.prose import Fact, Variant

WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


class TextFact(Fact, blocks.CharBlock):
    """A short text that is not translated: a name, a room, an address line."""


class EmailFact(Fact, blocks.EmailBlock):
    pass


class URLFact(Fact, blocks.URLBlock):
    """An address on the web."""

    def api_form(self, raw: str | None, context: Context) -> str | None:
        """Return the address, empty for what is none: `javascript:` that came with an import must be no link."""
        return raw if not raw or WEB_ADDRESS.match(raw) else ""


class ChoiceFact(Fact, blocks.ChoiceBlock):
    pass


class AppearanceFact(ChoiceFact):
    """A choice of how a block looks: it tells nothing by itself."""

    informs = False


class BooleanFact(Fact, blocks.BooleanBlock):
    pass


class DateFact(Fact, blocks.DateBlock):
    pass


class TimeFact(Fact, blocks.TimeBlock):
    pass


class IntegerFact(Fact, blocks.IntegerBlock):
    pass


class StructFact(Fact, blocks.StructBlock):
    """A structure none of whose values is translated."""


class LanguageFact(ChoiceFact):
    """A language of the hub, as a BCP 47 code. It describes what it stands beside and tells nothing by itself."""

    informs = False

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=lambda: settings.LANGUAGES, **{"required": False, **kwargs})

    def deconstruct(self) -> tuple:
        return blocks.Block.deconstruct(self)


class DocumentFact(Variant, DocumentChooserBlock):
    """A file of the document library; a translation may show another one."""

    def references(self, raw: int | None) -> Iterator[tuple[str, int]]:
        if raw:
            yield DOCUMENT, raw

    def api_form(self, raw: int | None, context: Context) -> FileShape | None:
        """Return the file, None when it is gone."""
        document = context.get(DOCUMENT, raw)
        return file_form(document) if document else None


class ImageFact(Variant, ImageChooserBlock):
    """A picture of the library; a translation may show another one."""

    def references(self, raw: int | None) -> Iterator[tuple[str, int]]:
        if raw:
            yield IMAGE, raw

    def api_form(self, raw: int | None, context: Context) -> ImageShape | None:
        """Return the picture with the description that it has in the library, None when it is gone."""
        image = context.get(IMAGE, raw)
        return described(image, context.spoken_language, context.language) if image else None
