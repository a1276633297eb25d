"""Pictures are stored upright and without what cameras write beside the pixels."""

from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from PIL import Image, ImageCms, PngImagePlugin

from hub.media import models
from hub.media.metadata import has_metadata, without_metadata
from tests.rules.stage import image

SECRET = b"SN-4711-Geheim"


def picture(image_format: str, size=(60, 40), **options) -> bytes:
    """Return a picture whose left half is red, with a serial number and a position in its metadata."""
    canvas = Image.new("RGB", size, "blue")
    canvas.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()  # ImageDescription
    exif[0x0112] = options.pop("orientation", 1)
    exif.get_ifd(0x8825)[1] = "N"  # GPSLatitudeRef
    content = BytesIO()
    if image_format == "PNG":
        texts = PngImagePlugin.PngInfo()
        texts.add_text("Comment", SECRET.decode())
        options["pnginfo"] = texts
    if image_format in ("JPEG", "GIF"):
        options["comment"] = SECRET
    if image_format != "GIF":
        options["exif"] = exif
    canvas.save(content, image_format, **options)
    return content.getvalue()


def cleaned(content: bytes) -> bytes:
    result = without_metadata(ContentFile(content, name="bild"))
    assert result is not None
    return result.read()


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "GIF"])
def test_what_a_camera_wrote_is_gone_and_the_pixels_stay(image_format):
    content = picture(image_format)
    assert SECRET in content, "else this would prove nothing"
    clean = cleaned(content)
    assert SECRET not in clean
    with Image.open(BytesIO(clean)) as after:
        assert after.format == image_format
        assert after.size == (60, 40)
        assert not after.getexif()
        assert not has_metadata(after, BytesIO(clean))
        left, right = (after.convert("RGB").getpixel(place) for place in ((10, 20), (50, 20)))
    assert left[0] > 200 > 50 > left[2]
    assert right[2] > 200 > 50 > right[0]
    assert without_metadata(ContentFile(clean, name="bild")) is None, "nothing is left to clean"


def test_a_picture_is_turned_as_its_camera_was_held():
    with Image.open(BytesIO(cleaned(picture("JPEG", orientation=6)))) as after:
        assert after.size == (40, 60)
        top = after.convert("RGB").getpixel((20, 10))
    assert top[0] > 200 > 50 > top[2], "what was on the left is above"


def test_the_colour_profile_is_kept():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    with Image.open(BytesIO(cleaned(picture("JPEG", icc_profile=profile)))) as after:
        assert after.info["icc_profile"] == profile


def test_a_moving_picture_goes_on_moving():
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green", "blue")]
    content = BytesIO()
    frames[0].save(
        content, "GIF", save_all=True, append_images=frames[1:], duration=[100, 200, 300], loop=0, comment=SECRET
    )
    clean = cleaned(content.getvalue())
    assert SECRET not in clean
    with Image.open(BytesIO(clean)) as after:
        assert after.n_frames == 3
        assert after.info["loop"] == 0


def test_what_phones_hang_behind_a_picture_is_dropped():
    plain = BytesIO()
    Image.new("RGB", (20, 20)).save(plain, "JPEG")
    assert without_metadata(ContentFile(plain.getvalue(), name="bild")) is None
    assert SECRET not in cleaned(plain.getvalue() + b"film " + SECRET)


def storage_content(stored) -> bytes:
    return Path(stored.file.path).read_bytes()


@pytest.mark.django_db
def test_an_uploaded_picture_is_stored_clean_with_its_own_size_and_hash():
    content = picture("JPEG", orientation=6)
    stored = models.Image.objects.create(title="Foto", file=ContentFile(content, name="foto.jpg"))
    stored.refresh_from_db()
    data = storage_content(stored)
    assert SECRET not in data
    assert (stored.width, stored.height) == (40, 60)
    assert stored.file_size == len(data)
    assert len(stored.file_hash) == 40
    before = stored.file.name
    stored.title = "Anderer Titel"
    stored.save()
    assert stored.file.name == before


@pytest.mark.django_db
def test_the_command_cleans_what_was_stored_before():
    clean, dirty, lost = image("Sauber"), image("Foto"), image("Verloren")
    Path(dirty.file.path).write_bytes(picture("PNG"))
    dirty.get_rendition("width-10")
    lost.file.storage.delete(lost.file.name)
    output, errors = StringIO(), StringIO()
    call_command("clean_pictures", stdout=output, stderr=errors)
    assert output.getvalue() == "1 pictures cleaned, 1 had nothing to clean.\n"
    assert f"{lost.pk} “Verloren”" in errors.getvalue()
    after = models.Image.objects.get(pk=dirty.pk)
    assert SECRET not in storage_content(after)
    assert after.file_hash != dirty.file_hash
    assert not after.renditions.exists()
    assert models.Image.objects.get(pk=clean.pk).file.name == clean.file.name
