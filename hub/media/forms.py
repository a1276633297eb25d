"""The admin's forms of pictures and files: WAGTAILIMAGES_IMAGE_FORM_BASE and WAGTAILDOCS_DOCUMENT_FORM_BASE."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.utils.translation import gettext as _
from PIL import Image as PillowImage
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from hub.internals.wagtail_rights import visible_files
from hub.media.models import Document


class ImageForm(BaseImageForm):
    """Refuses pictures that cannot be read, or hold more pixels in all their frames than Wagtail allows in one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["file"]
        field.to_python = checked(field.to_python)


def checked(to_python: Callable[[Any], UploadedFile | None]) -> Callable[[Any], UploadedFile | None]:
    """Return the `to_python` of a picture's form field with these checks."""

    def read(data: Any) -> UploadedFile | None:
        try:
            file = to_python(data)
            if file:
                file.seek(0)
                with PillowImage.open(file) as image:
                    pixels = image.width * image.height * getattr(image, "n_frames", 1)
                    if pixels <= settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
                        image.load()  # also what stands behind the first pixels
                file.seek(0)
        except (OSError, SyntaxError, ValueError, struct.error) as error:  # what Pillow raises for broken files
            raise ValidationError(_("This file is broken. Save the picture anew with another program.")) from error
        if file and pixels > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
            limit = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
            raise ValidationError(
                _("All frames of this picture have %(pixels)d million pixels together, %(limit)d million are allowed."),
                params={"pixels": pixels / 1_000_000, "limit": limit / 1_000_000},
            )
        return file

    return read


class DocumentForm(BaseDocumentForm):
    """Offers, as the edition that a file replaces, those files only that the user sees in the admin."""

    def __init__(self, *args: Any, user: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        if "replaces" in self.fields:
            visible = set(visible_files(user, Document).values_list("pk", flat=True)) if user else set()
            offered = Q(pk__in=visible) | Q(pk=self.instance.replaces_id)
            field = self.fields["replaces"]
            field.queryset = Document.objects.filter(offered).exclude(pk=self.instance.pk).order_by("title")
            field.label_from_instance = lambda file: file.title if file.pk in visible else f"#{file.pk}"
