"""Images: addresses with known sizes; encoding happens when one is first asked for."""

from __future__ import annotations

from django.urls import reverse
from wagtail.images.models import AbstractImage

from hub.representation.shapes import ImageShape

IMAGE = "media.image"
WIDTHS = (400, 800, 1600)


def widths_of(image: AbstractImage) -> list[int]:
    """Return the widths in pixels at which a picture can be asked for. It is never scaled up."""
    widths = [width for width in WIDTHS if width < image.width] or [WIDTHS[0]]
    if widths[-1] < image.width < WIDTHS[-1]:
        widths.append(image.width)
    return widths


def version_of(image: AbstractImage) -> str:
    """Return what changes with the picture's content, as a part of its addresses."""
    return image.file_hash[:12]


def picture_address(image: AbstractImage, width: int) -> str:
    """Return the root-relative address of a picture scaled to `width`, one of `widths_of` it."""
    return reverse("picture", args=[image.pk, version_of(image), width, image.filename])


def described(image: AbstractImage, spoken: str, wanted: str) -> ImageShape:
    """Return the JSON form of an image with the description that it has in the library, if possible in `wanted`.

    `spoken` is the language of what stands around it.
    """
    description, language = image.description_in(wanted)
    return image_form(image, description, language if language != spoken else None)


def image_form(image: AbstractImage, alt: str, language: str | None = None) -> ImageShape:
    """Return the JSON form of an image; `language` is that of `alt` where it is not the document's."""
    sources = {min(width, image.width): picture_address(image, width) for width in widths_of(image)}
    width = max(sources)
    form: ImageShape = {
        "alt": alt,
        "src": sources[width],
        "srcset": ", ".join(f"{url} {size}w" for size, url in sources.items()),
        "width": width,
        # Willow cuts the fraction off when it scales to a width.
        "height": int(image.height * width / image.width),
        "credit": image.credit,
        "license": image.license_form,
    }
    if language:
        form["lang"] = language
    return form
