from __future__ import annotations

from django.http import HttpRequest
from wagtail import hooks

from hub.media.access import caching_for
from hub.media.models import Document


@hooks.register("before_serve_document")
def only_to_those_who_may(document: Document, request: HttpRequest) -> None:
    """Raise Http404 for those who may not have the file; Wagtail asks for the password of a private collection."""
    caching_for(document, request)
