"""The admin's form of a file: WAGTAILDOCS_DOCUMENT_FORM_BASE."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from wagtail.documents.forms import BaseDocumentForm

from hub.internals.wagtail_rights import visible_files
from hub.media.models import Document


class DocumentForm(BaseDocumentForm):
    """Offers, as the edition that a file replaces, those files only that the user sees in the admin."""

    def __init__(self, *args: Any, user: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        if user and "replaces" in self.fields:
            visible = set(visible_files(user, Document).values_list("pk", flat=True))
            offered = Q(pk__in=visible) | Q(pk=self.instance.replaces_id)
            field = self.fields["replaces"]
            field.queryset = Document.objects.filter(offered).exclude(pk=self.instance.pk).order_by("title")
            field.label_from_instance = lambda file: file.title if file.pk in visible else f"#{file.pk}"
