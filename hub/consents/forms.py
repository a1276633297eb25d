"""The form of a consent record."""

from __future__ import annotations

from collections.abc import Iterator
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
from wagtail.models import Collection, Page

from hub.consents.models import Consent
from hub.consents.names import named_in
from hub.media.models import Image
from hub.publications.dependencies import pages_ending_with

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
        for page, part in self.pages_with_name(data.get("name") or ""):
            text = _now("“%(part)s” stands in a text or in the address of “%(title)s”. Change that page first.")
            self.add_error("name", text % {"part": part, "title": page.title})
        return data

    def pages_with_name(self, name: str) -> Iterator[tuple[Page, str]]:
        """Yield the pages that end with this record and hold a part of `name`, and that part."""
        if self.instance.pk and name:
            ending = pages_ending_with(Consent._meta.label_lower, [self.instance.pk])
            for page in Page.objects.filter(pk__in=list(ending)).specific():
                for _field, part in named_in(page, name):
                    yield page, part

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
