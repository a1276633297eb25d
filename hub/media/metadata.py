"""What cameras and programs write into pictures beside the pixels: places, names, serial numbers, previews."""

from __future__ import annotations

from io import BytesIO
from typing import IO, Any

from django.core.files.base import ContentFile, File
from PIL import Image, ImageOps, ImageSequence

# What is needed to show the pixels rightly; Pillow keeps everything else in `info`, too.
RENDERING = {"icc_profile", "transparency", "gamma", "duration", "loop", "background", "disposal", "default_image"}
# Segments of a JPEG file that hold no metadata: JFIF, the colour profile, Adobe's colour transform.
JPEG_SEGMENTS = (("APP0", b"JFIF"), ("APP2", b"ICC_PROFILE"), ("APP14", b"Adobe"))
FORMATS = {"GIF", "JPEG", "MPO", "PNG", "WEBP"}


def without_metadata(file: File) -> ContentFile | None:
    """Return the picture upright and without metadata, under the same name; None when it has none.

    JPEG files keep their quantization, so that pixels change by rounding alone, unless they have to be turned. Raises
    OSError when the file is no picture.
    """
    file.seek(0)
    with Image.open(file) as image:
        if not has_metadata(image, file):
            file.seek(0)
            return None
        content = BytesIO()
        _write(image, content)
    file.seek(0)
    return ContentFile(content.getvalue(), name=file.name)


def has_metadata(image: Image.Image, file: IO[bytes]) -> bool:
    """Say whether an opened picture holds anything beside pixels, what is needed to show them, and its size."""
    if image.format not in FORMATS:
        raise OSError(f"{image.format} is no format of pictures that the hub keeps.")
    image.load()  # a PNG file may have texts behind the pixels
    if image.format == "MPO" or image.getexif() or getattr(image, "text", None):
        return True
    if image.info.keys() & {"exif", "xmp", "comment", "photoshop", "XML:com.adobe.xmp", "Raw profile type exif"}:
        return True
    if image.format == "JPEG":
        segments = getattr(image, "applist", [])
        if any(
            not any(name == kind and data.startswith(start) for kind, start in JPEG_SEGMENTS) for name, data in segments
        ):
            return True
    file.seek(0)
    content = file.read()
    return b"ns.adobe.com/xap" in content or (image.format == "JPEG" and not content.endswith(b"\xff\xd9"))


def _write(image: Image.Image, content: IO[bytes]) -> None:
    """Write the pixels of `image`, each frame turned upright, and what is needed to show them."""
    turned = image.getexif().get(0x0112, 1) != 1  # Orientation
    image_format = "JPEG" if image.format == "MPO" else image.format
    options: dict[str, Any] = {"exif": b"", "comment": b""} if image_format in ("JPEG", "GIF") else {"exif": b""}
    if image_format == "JPEG":
        options["quality"] = "keep" if image.format == "JPEG" and not turned else 95
    elif image_format == "WEBP":
        options |= {"quality": 90, "method": 4}
    frames = getattr(image, "n_frames", 1)
    if image_format != "JPEG" and frames > 1:
        pictures = [_bare(ImageOps.exif_transpose(frame.copy())) for frame in ImageSequence.Iterator(image)]
        durations = [picture.info.get("duration", 100) for picture in pictures]
        loop = {"loop": image.info["loop"]} if "loop" in image.info else {}
        pictures[0].save(
            content, image_format, save_all=True, append_images=pictures[1:], duration=durations, **loop, **options
        )
        return
    picture = _bare(ImageOps.exif_transpose(image) if turned else image)
    if "icc_profile" in picture.info:
        options["icc_profile"] = picture.info["icc_profile"]
    picture.save(content, image_format, **options)


def _bare(image: Image.Image) -> Image.Image:
    image.info = {key: value for key, value in image.info.items() if key in RENDERING}
    return image
