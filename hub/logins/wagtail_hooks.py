from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks

from hub.logins import second_factor


@hooks.register("register_account_menu_item")
def second_factor_item(request: HttpRequest) -> dict[str, Any] | None:
    """Offer a new phone in the account's settings to those who have a second factor."""
    if settings.SECOND_FACTOR == second_factor.OFF or not second_factor.device_of(request.user):
        return None
    return {
        "url": reverse("second_factor_set_up_again"),
        "label": _("Second factor"),
        "help_text": _("Set up the app on a new phone, or get new recovery codes."),
    }
