"""Images: Wagtail's signed dynamic addresses with known sizes; encoding happens when one is first asked for."""

from __future__ import annotations

from wagtail.images.models import AbstractImage

from hub.internals.wagtail import image_address
from hub.representation.shapes import ImageShape

WIDTHS = (400, 800, 1600)


def image_form(image: AbstractImage, alt: str, language: str | None = None) -> ImageShape:
    """Return the JSON form of an image; `language` is that of `alt` where it is not the document's."""
    widths = [width for width in WIDTHS if width < image.width] or [WIDTHS[0]]
    if image.width < WIDTHS[-1] and image.width > widths[-1]:
        widths.append(image.width)
    sources = {min(width, image.width): image_address(image, f"width-{width}") for width in widths}
    width = max(sources)
    form: ImageShape = {
        "alt": alt,
        "src": sources[width],
        "srcset": ", ".join(f"{url} {size}w" for size, url in sources.items()),
        "width": width,
        # Willow cuts the fraction off when it scales to a width.
        "height": int(image.height * width / image.width),
    }
    if language:
        form["lang"] = language
    return form
