"""Asking for a translation: a button on pages that are not translated into the visitor's language."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from hub.publications.models import Publication
from hub.wishes.models import Wish

ASKED = "asked"


def wish_context(publication: Publication | None, request: HttpRequest) -> dict[str, Any]:
    """Return what the notice of a public page that is not translated needs; nothing for any other page.

    Whoever has just asked is thanked, at an address of its own: the page itself is the same for everybody.
    """
    if publication is None or publication.content_locale == publication.locale:
        return {}
    address = reverse("wish", args=[publication.translation_key])
    return {"wish_address": address, "wish_counted": ASKED in request.GET}


@csrf_exempt  # it adds to a counter, for anybody; a token would need a cookie
@require_POST
def wish(request: HttpRequest, key: UUID) -> HttpResponse:
    """Count a reader's wish for a page in the language of the address, and lead back to the page."""
    publication = Publication.objects.public().filter(translation_key=key, locale=get_language()).first()
    if publication is None:
        raise Http404
    address = publication.document["meta"]["html_url"]
    if publication.content_locale != publication.locale:
        Wish.add(key, publication.locale)
        address += f"?{ASKED}"
    return HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER)
