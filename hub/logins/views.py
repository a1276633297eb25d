"""Logging in: the password first, then the second factor where it is needed."""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Callable
from functools import partial
from typing import Any

import segno
from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from django_otp.plugins.otp_totp.models import TOTPDevice

from hub.internals.wagtail_admin import AdminLoginView
from hub.logins import second_factor

FEW_CODES = 3


class SecondFactorMixin:
    """Leads those who need a second factor to its form instead of logging them in."""

    def form_valid(self, form: Any) -> HttpResponse:
        user = form.get_user()
        if not second_factor.is_required(user):
            return super().form_valid(form)  # type: ignore[misc]  # mixed into a login view
        request: HttpRequest = self.request  # type: ignore[attr-defined]
        address: str = self.get_success_url()  # type: ignore[attr-defined]
        second_factor.password_given(request, user, address, self.expiry(form))
        return redirect("second_factor")

    def expiry(self, form: Any) -> int | None:
        return None


class HubAdminLoginView(SecondFactorMixin, AdminLoginView):
    """The admin's login."""

    def get_form(self, *arguments: Any) -> Any:
        """Name the password, which Wagtail's form calls as its field is called in the code."""
        form = super().get_form(*arguments)
        form.fields["password"].label = _("Password")
        return form

    def expiry(self, form: Any) -> int | None:
        return settings.SESSION_COOKIE_AGE if form.cleaned_data.get("remember") else 0


class VisitorLoginView(SecondFactorMixin, LoginView):
    """The login of pages that are for those who are logged in."""

    template_name = settings.WAGTAIL_FRONTEND_LOGIN_TEMPLATE


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True}),
    )

    def __init__(self, *args: Any, accepts: Callable[[str], bool], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.accepts = accepts

    def clean_code(self) -> str:
        code = self.cleaned_data["code"]
        if not self.accepts(code):
            raise forms.ValidationError(
                _("This code is wrong or was used before. Wait until the app shows another one, then try again.")
            )
        return code


@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def ask_for_code(request: HttpRequest) -> HttpResponse:
    """Ask for a code; lead who has no device yet to set one up, then show the recovery codes."""
    waiting_login = second_factor.waiting_login(request)
    if not waiting_login:
        return redirect("wagtailadmin_login")
    waiting, user = waiting_login
    if not second_factor.device_of(user):
        form = CodeForm(request.POST or None, accepts=partial(second_factor.set_up, waiting, user))
        if not form.is_valid():
            return render(
                request, "logins/code.html", {"form": form, **key_of(second_factor.new_device(waiting, user))}
            )
        codes = second_factor.new_recovery_codes(user)
        second_factor.finish(request, waiting, user)
        return render(request, "logins/recovery_codes.html", {"codes": codes, "address": waiting.address})
    form = CodeForm(request.POST or None, accepts=partial(second_factor.accepts, user))
    if not form.is_valid():
        return render(request, "logins/code.html", {"form": form})
    second_factor.finish(request, waiting, user)
    left = second_factor.recovery_codes_left(user)
    if left <= FEW_CODES:
        text = ngettext(
            "You have %(number)d recovery code left. Set the second factor up again in your account.",
            "You have %(number)d recovery codes left. Set the second factor up again in your account.",
            left,
        )
        messages.warning(request, text % {"number": left})
    return redirect(waiting.address)


def key_of(device: TOTPDevice) -> dict[str, Any]:
    """Return the key of a device, as a QR code and as text."""
    qr_code = segno.make(device.config_url).svg_inline(scale=5, border=4, light="white")
    key = b32encode(device.bin_key).decode()
    return {
        "qr_code": mark_safe(qr_code),  # noqa: S308  segno draws it
        "key": " ".join(key[start : start + 4] for start in range(0, len(key), 4)),
    }


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def set_up_again(request: HttpRequest) -> HttpResponse:
    """Forget the user's device and recovery codes and log out: the next login leads to a new device."""
    if request.method == "GET":
        return render(request, "logins/set_up_again.html")
    second_factor.forget(request.user)
    logout(request)
    return redirect("wagtailadmin_login")
