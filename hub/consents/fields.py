"""The key of a page's part to a consent record, and its choice in the form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hub.consents.models import Consent
from hub.rights.current import current_user
from hub.rights.owned import counties_of


class ConsentChoiceField(forms.ModelChoiceField):
    """Offers records by name; one that has ended is known by its number."""

    def label_from_instance(self, obj: Consent) -> str:
        if obj.withdrawn_on or obj.profile_until < timezone.localdate():
            return _now("%(record)s (ended)") % {"record": obj}
        date = date_format(obj.profile_until, "SHORT_DATE_FORMAT")
        return _now("%(name)s (until %(date)s)") % {"name": obj.name, "date": date}


class ConsentField(models.ForeignKey):
    """A key of a page's part to the consent record of the person whom it shows."""

    def __init__(self, **kwargs: Any) -> None:
        defaults = {
            "to": Consent,
            "on_delete": models.SET_NULL,
            "null": True,
            "blank": True,
            "related_name": "+",
            "verbose_name": _("consent record"),
        }
        super().__init__(**{**defaults, **kwargs})

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{**kwargs, "form_class": ConsentChoiceField, "limit_choices_to": own_records})


def own_records() -> models.Q:
    """Return the condition on the records that the user of this request may put on a page."""
    user = current_user.get()
    return models.Q() if user is None or user.is_superuser else models.Q(county__in=counties_of(user))
