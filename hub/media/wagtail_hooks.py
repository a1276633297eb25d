from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks

from hub.internals.wagtail_admin import add_to_file_chooser
from hub.media.access import caching_for
from hub.media.models import Document


@hooks.register("before_serve_document")
def only_to_those_who_may(document: Document, request: HttpRequest) -> None:
    """Raise Http404 for those who may not have the file; Wagtail asks for the password of a private collection."""
    caching_for(document, request)


@hooks.register("construct_document_chooser_queryset")
def find_replaced(documents: QuerySet[Document], request: HttpRequest) -> QuerySet[Document]:
    return documents.annotate(is_replaced=Exists(Document.objects.filter(replaces=OuterRef("pk"))))


add_to_file_chooser(
    "edition", gettext_lazy("Edition"), lambda file: _("replaced") if file.is_replaced else file.edition
)
