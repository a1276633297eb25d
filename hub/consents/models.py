"""A person's agreement to be shown, and the files that have to go when it ends."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, TypedDict

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hub.media.erasing import erase_picture
from hub.media.models import Image
from hub.pages import not_in_future
from hub.publications.triggers import object_withdrawn
from hub.representation.context import Context
from hub.representation.images import image_form
from hub.representation.page_ends import end_of_day
from hub.representation.shapes import ImageShape
from hub.rights.owned import CountyOwned

SCOPES = ("profile", "name", "photo")


class PersonShape(TypedDict):
    """What a document shows of a person; see `hub.representation.endings` on `visible_until`."""

    name: str
    photo: ImageShape | None
    visible_until: dict[str, str]


class Consent(CountyOwned):
    """What one person has agreed to: to be shown at all, with their name, with a photo; each until the end of a day."""

    name = models.CharField(_("name"), max_length=120)
    photo = models.OneToOneField(
        Image, models.SET_NULL, null=True, blank=True, editable=False, related_name="+", verbose_name=_("photo")
    )
    text_version = models.CharField(
        _("version of the text"),
        max_length=60,
        help_text=_("Which wording the person has signed, for example “Staff photos, March 2026”."),
    )
    given_on = models.DateField(_("given on"), validators=[not_in_future])
    profile_until = models.DateField(
        _("profile agreed until"), help_text=_("From the next day on the person is not shown at all.")
    )
    name_until = models.DateField(
        _("name agreed until"), null=True, blank=True, help_text=_("Leave empty when the person shall not be named.")
    )
    photo_until = models.DateField(
        _("photo agreed until"),
        null=True,
        blank=True,
        help_text=_("Leave empty when there shall be no photo; one that is there is deleted."),
    )
    withdrawn_on = models.DateField(
        _("withdrawn on"),
        null=True,
        blank=True,
        validators=[not_in_future],
        help_text=_("When you save this, nothing of the person is shown any more, and the photo is deleted for good."),
    )

    class Meta:
        ordering = ["profile_until", "pk"]
        verbose_name = _("consent record")
        verbose_name_plural = _("consent records")

    def __str__(self) -> str:
        # Without the name, because Wagtail's log keeps this for good.
        return _now("Consent record %(number)s") % {"number": self.pk}

    @property
    def until(self) -> dict[str, datetime.datetime]:
        """The moment from which each scope that was agreed to ends."""
        if self.withdrawn_on:
            return {}
        days = {scope: getattr(self, f"{scope}_until") for scope in SCOPES}
        ends = {scope: end_of_day(day) for scope, day in days.items() if day}
        return {scope: min(end, ends["profile"]) for scope, end in ends.items()}

    @property
    def visible_until(self) -> datetime.datetime:
        """The moment from which the person is not shown at all."""
        if self.withdrawn_on:
            return timezone.make_aware(datetime.datetime.combine(self.withdrawn_on, datetime.time.min))
        return end_of_day(self.profile_until)

    @property
    def erased(self) -> bool:
        """Whether no copies of what showed the person must be kept."""
        return self.withdrawn_on is not None

    def references(self) -> Iterator[tuple[str, int]]:
        """Yield (model label, id) of what its API form shows."""
        if self.photo_id:
            yield Image._meta.label_lower, self.photo_id

    def api_form(self, context: Context) -> PersonShape | None:
        """Return what was agreed to; None when that is nothing, or the page is another county's."""
        until = self.until
        county = context.group.county
        if "profile" not in until or county is None or county.translation_key != self.county:
            return None
        photo = context.get(Image._meta.label_lower, self.photo_id, until["photo"]) if "photo" in until else None
        return {
            "name": self.name if "name" in until else "",
            "photo": image_form(photo, "") if photo else None,  # the name or function stands beside it
            "visible_until": {"item" if scope == "profile" else scope: end.isoformat() for scope, end in until.items()},
        }

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the record. What is no longer agreed to is hidden with the commit, and a photo deleted after it."""
        before = Consent.objects.select_for_update().filter(pk=self.pk).first() if self.pk else None
        old_photo = before.photo if before else None
        if "photo" not in self.until:
            self.photo = None
        super().save(*args, **kwargs)
        if before and self._shows_less_than(before):
            object_withdrawn(self._meta.label_lower, self.pk)
        if old_photo and old_photo.pk != self.photo_id:
            erase_picture(old_photo)

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        photo = self.photo
        object_withdrawn(self._meta.label_lower, self.pk)
        result = super().delete(*args, **kwargs)
        if photo:
            erase_picture(photo)
        return result

    def _shows_less_than(self, before: Consent) -> bool:
        now, then = self.until, before.until
        shorter = any(scope not in now or now[scope] < end for scope, end in then.items())
        other = (self.name, self.photo_id, self.county) != (before.name, before.photo_id, before.county)
        return shorter or other
