"""The form of a consent record."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import uuid4

from django.core.files.images import ImageFile
from django.db import transaction
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Collection

from hub.consents.models import Consent
from hub.media.models import Image

COLLECTION = "Consent records"  # the private collection of their photos, on which no group has rights


class ConsentForm(WagtailAdminModelForm):
    """Stores the photo in the private collection, under a name that tells nothing."""

    upload = Image._meta.get_field("file").formfield(  # type: ignore[union-attr]  # a field of the model
        label=_("photo"), required=False, help_text=_("Shown to visitors as long as “photo agreed until” allows.")
    )

    class Meta:
        model = Consent
        fields = [
            "county",
            "name",
            "text_version",
            "given_on",
            "profile_until",
            "name_until",
            "photo_until",
            "upload",
            "withdrawn_on",
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.photo_id:
            self.fields["upload"].help_text = format_html(
                '<img src="{}" alt="{}" height="120">',
                reverse("consents_photo", args=[self.instance.pk]),
                _now("The present photo"),
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("upload") and not data.get("photo_until"):
            self.add_error("photo_until", _now("Say until when the photo may be shown, or choose none."))
        given, ends = data.get("given_on"), data.get("profile_until")
        if given and ends and ends < given:
            self.add_error("profile_until", _now("The agreement ends before it is given."))
        return data

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.errors and self.cleaned_data.get("upload"):
            self.add_error("upload", _now("Please choose the photo again: a form with mistakes does not keep it."))

    @transaction.atomic
    def save(self, commit: bool = True) -> Consent:
        upload = self.cleaned_data.get("upload")
        if upload:
            self.instance.photo = store_photo(upload)
        return super().save(commit=commit)


def store_photo(upload: Any) -> Image:
    """Store an uploaded photo in the private collection. Neither title nor file name say whom it shows."""
    suffix = upload.name.rpartition(".")[2].lower()  # one of those that Wagtail has allowed
    upload.seek(0)
    return Image.objects.create(
        title=_now("Photo of a consent record"),
        file=ImageFile(BytesIO(upload.read()), name=f"consent-{uuid4().hex}.{suffix}"),
        collection=private_collection(),
    )


def private_collection() -> Collection:
    """Return the collection of the photos, made when it is missing."""
    collection = Collection.objects.filter(name=COLLECTION, depth=2).first()
    if collection is None:
        root = Collection.objects.select_for_update().get(depth=1)
        collection = root.add_child(instance=Collection(name=COLLECTION))
    return collection
