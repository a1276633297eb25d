"""What the page of a guide is made of: languages with their level, trainings."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.blocks.facts import ChoiceFact, IntegerFact, StructFact
from hub.spoken_languages import choices

# The best first.
LEVELS = {
    "native": _("mother tongue"),
    "fluent": _("fluent"),
    "good": _("good"),
    "basic": _("basic"),
}


class SpokenLanguageBlock(StructFact):
    language = ChoiceFact(choices=choices, label=_("Language"))
    level = ChoiceFact(choices=list(LEVELS.items()), label=_("Level"))

    class Meta:
        icon = "openquote"
        label = _("Language")
        label_format = "{language}: {level}"


class TrainingBlock(blocks.StructBlock):
    """A training that the guide has taken. The API form: `{"title", "year"}`; the year may be null."""

    title = blocks.CharBlock(max_length=200, label=_("Training"))
    year = IntegerFact(required=False, min_value=1990, max_value=2100, label=_("Year"))

    class Meta:
        icon = "list-ul"
        label = _("Training")
        label_format = "{title} {year}"
