"""The way into the admin."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse

from hub.internals.wagtail_rights import own_pages
from hub.logins.views import HubAdminLoginView


class LoginView(HubAdminLoginView):
    """The admin's login: it leads those who work for one county to its pages, in their language."""

    def get_success_url(self) -> str:
        address = self.get_redirect_url()
        # Wagtail's form asks for the start page where nobody has asked for another one.
        return first_address(self.request.user) if address in ("", reverse("wagtailadmin_home")) else address


def first_address(user: Any) -> str:
    """Return the address of the one page with its translations that `user` works on, else that of the start page."""
    pages = [] if user.is_superuser else own_pages(user)
    if len({page.translation_key for page in pages}) != 1:
        return reverse("wagtailadmin_home")
    page = next((page for page in pages if page.locale.language_code == settings.LANGUAGE_CODE), pages[0])
    return reverse("wagtailadmin_explore", args=[page.pk])
