"""The way from a public page to its editor. Visitors, who have no session, cost no query and get the same bytes."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page


def edit_address(page: Page, request: HttpRequest, document: dict[str, Any]) -> str | None:
    """Return the address at which the reader may edit what `document` shows: `page` or its translation; None else."""
    # Without the cookie nobody is logged in; asking the session would make every answer depend on cookies.
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.has_perm("wagtailadmin.access_admin"):
        return None
    language = document["meta"]["content_locale"]
    shown = Page.objects.filter(translation_key=page.translation_key, locale__language_code=language).specific().first()
    if shown is None or not shown.permissions_for_user(request.user).can_edit():
        return None
    return reverse("wagtailadmin_pages:edit", args=[shown.pk])
