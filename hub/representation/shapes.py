"""The shapes of documents and teasers beside the fields of their kinds, for those who make them and those who choose
parts of them.
"""

from __future__ import annotations

from typing import Any, NotRequired, TypedDict


class TeaserMeta(TypedDict):
    """What a teaser says about its page; addresses are root-relative, languages BCP 47 codes."""

    type: str
    kind: str
    slug: str
    locale: str
    content_locale: str
    translation_key: str
    detail_url: str
    html_url: str


class TranslationShape(TypedDict):
    """Where else the page is shown: `content_locale` differs from `locale` where it has no translation."""

    locale: str
    content_locale: str
    id: int
    html_url: str


class CountyShape(TypedDict):
    id: int
    slug: str
    title: str


class DocumentMeta(TeaserMeta):
    """What a document says about its page; `parent` is a teaser, times are in ISO 8601.

    `proofread_on` is the day on which readers of its audience last proofread a translation into easy language.
    """

    outdated: bool
    proofread_on: str | None
    translations: list[TranslationShape]
    county: CountyShape | None
    parent: dict[str, Any] | None
    first_published_at: str | None
    last_published_at: str | None


class LicenseShape(TypedDict):
    name: str
    url: str


class ImageShape(TypedDict):
    """An image; sizes in pixels, of the file at `src`. `lang` is that of `alt`, where it is not the document's."""

    alt: str
    src: str
    srcset: str
    width: int
    height: int
    credit: str
    license: LicenseShape | None
    lang: NotRequired[str]


class FileShape(TypedDict):
    """A file of the document library; `size` in bytes, `language` a BCP 47 code or empty, `date` in ISO 8601.

    `replaces` is the id of the earlier edition.
    """

    id: int
    title: str
    filename: str
    url: str
    size: int
    language: str
    issuer: str
    edition: str
    date: str | None
    replaces: int | None


def names_of(shape: type) -> tuple[str, ...]:
    """Return the names in a shape, in their order."""
    return tuple(shape.__annotations__)
