"""Translated texts that are too long for their field are refused where they are typed, and kept.

wagtail-localize asks the page's own fields when it saves the page, and inline children never: their database does.
"""

from __future__ import annotations

from typing import Any

from bs4.exceptions import ParserRejectedMarkup
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import ngettext
from wagtail_localize.models import StringTranslation, TranslationSource
from wagtail_localize.strings import StringValue


def mark_too_long(instance: StringTranslation, update_fields: Any = None, **kwargs: Any) -> None:
    """Mark a translation that is too long, before it is saved, with an error that its editor shows beside it."""
    if update_fields is not None and "data" not in update_fields:
        return
    source = TranslationSource.objects.filter(object_id=instance.context.object_id).first()
    model = source_model(source) if source else None
    error = length_error(model, instance.context.path, instance.data)
    if error:
        instance.has_error = True
        instance.field_error = error


def source_model(source: TranslationSource) -> type[models.Model] | None:
    """Return the model of what `source` holds; None when its plugin is gone."""
    return ContentType.objects.get_for_id(source.specific_content_type_id).model_class()


def length_error(model: type[models.Model] | None, path: str, text: str) -> str:
    """Return why a translated text is too long for the field at `path`; "" where it fits, or cannot be read."""
    limit = length_limit(model, path)
    if limit is None:
        return ""
    try:
        length = len(StringValue.from_translated_html(text).render_text())
    except (ValueError, RecursionError, ParserRejectedMarkup):
        return ""  # it is marked for that
    if length <= limit:
        return ""
    sentence = ngettext(
        "At most %(limit)d character fits here; the text has %(length)d. Please shorten it.",
        "At most %(limit)d characters fit here; the text has %(length)d. Please shorten it.",
        limit,
    )
    return sentence % {"limit": limit, "length": length}


def length_limit(model: type[models.Model] | None, path: str) -> int | None:
    """Return how many characters fit into the text field at `path`; None where any number does, as in blocks."""
    name, _dot, rest = path.partition(".")
    field = model and next((field for field in model._meta.get_fields() if field.name == name), None)
    if isinstance(field, models.ManyToOneRel):
        return length_limit(field.related_model, rest.partition(".")[2])  # after the child's translation key
    return field.max_length if isinstance(field, models.CharField | models.TextField) and not rest else None
