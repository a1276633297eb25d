"""Why people have come: to work, to seek asylum, … A package says for which of these situations it is."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from hub.chosen import ChosenField

SITUATIONS = {
    "work": _("To work or train"),
    "asylum": _("To seek asylum"),
    "family": _("To join their family"),
    "study": _("To study"),
    "ukraine": _("From Ukraine, because of the war"),
}


class SituationsField(ChosenField):
    """Keys of SITUATIONS; none of them means that it does not matter."""

    keys = SITUATIONS
    form_choices = staticmethod(lambda: list(SITUATIONS.items()))
