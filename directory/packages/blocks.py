"""The blocks of a welcome package: chapters, things to do, steps, questions with their answers.

The body is flat: a `chapter` begins a chapter, which goes on to the next one. Were chapters structures with blocks of
their own, wagtail-localize would not find the texts of lists in them; and a thing to do keeps its id, by which readers'
ticks are kept, when it is moved to another chapter.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from directory.packages.deadlines import UNITS, deadline
from hub.blocks import BodyBlock, ChoiceFact, IntegerFact
from hub.blocks.body import SHORT_FEATURES, TextBlock
from hub.references import KindChooserBlock
from hub.representation.context import Context

TIMES = {
    "first_days": _("In the first days"),
    "two_weeks": _("In the first two weeks"),
    "three_months": _("In the first three months"),
    "later": _("Later, in your own time"),
}
GROUP = _("Welcome package")


class ChapterBlock(blocks.StructBlock):
    """Begins a chapter. The API form: `{"title", "when": {"slug", "name"}}`.

    Its time is a fact, so that it is never left out: what it holds would fall to the chapter before.
    """

    title = blocks.CharBlock(max_length=120, label=_("Heading"))
    when = ChoiceFact(choices=list(TIMES.items()), label=_("When its turn comes"))

    class Meta:
        icon = "title"
        label = _("Chapter")
        label_format = "{title}"
        group = GROUP

    def api_form(self, value: dict, context: Context) -> dict[str, Any]:
        return {**value, "when": {"slug": value["when"], "name": str(TIMES.get(value["when"], ""))}}


class TaskBlock(blocks.StructBlock):
    """Something to do and to tick off. The API form: `{"title", "text", "deadline", "office", "bring"}`, of which the
    deadline is a `Deadline` or null.
    """

    title = blocks.CharBlock(max_length=160, label=_("What to do"))
    text = blocks.RichTextBlock(required=False, features=SHORT_FEATURES, label=_("Explanation"))
    within = IntegerFact(required=False, min_value=1, max_value=99, label=_("Within"))
    unit = ChoiceFact(required=False, choices=list(UNITS.items()), label=_("Days, weeks or months"))
    counted_from = blocks.CharBlock(
        required=False, max_length=80, label=_("Counted from"), help_text=_("Such as “moving in”.")
    )
    office = KindChooserBlock("contact", required=False, label=_("Office"))
    bring = blocks.ListBlock(blocks.CharBlock(max_length=160), default=[], label=_("What to bring"))

    class Meta:
        icon = "tick"
        label = _("Thing to do")
        label_format = "{title}"
        group = GROUP

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        value = super().clean(value)
        errors = {}
        if value["within"] and not value["unit"]:
            errors["unit"] = ValidationError(_("Days, weeks or months?"))
        if value["unit"] and not value["within"]:
            errors["within"] = ValidationError(_("How many?"))
        if value["counted_from"] and not value["within"]:
            errors["counted_from"] = ValidationError(_("Say how long it is from then on."))
        if errors and not self.is_deferred_validation:
            raise blocks.StructBlockValidationError(block_errors=errors)
        return value

    def api_form(self, value: dict, context: Context) -> dict[str, Any]:
        return {
            "title": value["title"],
            "text": value["text"],
            "deadline": deadline(value["within"], value["unit"], value["counted_from"]),
            "office": value["office"],
            "bring": value["bring"],
        }


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=160, label=_("Step"))
    text = blocks.RichTextBlock(required=False, features=SHORT_FEATURES, label=_("Explanation"))


class StepsBlock(blocks.StructBlock):
    """Steps, one after the other. The API form: `{"title", "steps": [{"title", "text"}]}`."""

    title = blocks.CharBlock(required=False, max_length=120, label=_("Heading"))
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"))

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "packages/blocks/steps.html"
        group = GROUP


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(max_length=200, label=_("Question"))
    answer = blocks.RichTextBlock(features=SHORT_FEATURES, label=_("Answer"))


class QuestionsBlock(blocks.StructBlock):
    """Questions and answers. The API form: `{"title", "questions": [{"question", "answer"}]}`."""

    title = blocks.CharBlock(required=False, max_length=120, label=_("Heading"))
    questions = blocks.ListBlock(QuestionBlock(), label=_("Questions"))

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        template = "packages/blocks/questions.html"
        group = GROUP


class PackageBlock(BodyBlock):
    # Chapters have the headings of the second level.
    text = TextBlock(features=["h3", "h4", "bold", "italic", "ol", "ul", "link", "document-link"])
    chapter = ChapterBlock()
    task = TaskBlock()
    steps = StepsBlock()
    questions = QuestionsBlock()
