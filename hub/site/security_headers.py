"""What each answer tells the browser to refuse: scripts, styles, frames and devices that it has no use for.

Django's SecurityMiddleware sends what is the same for every answer (HSTS, referrers, sniffing). The policies of content
depend on the kind of answer, and Django 5.2 has none yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.deprecation import MiddlewareMixin

ADMIN = "/admin/"
# Apps and other sites show the pictures and files that documents name; all else is for the hub's own pages.
FOR_OTHER_SITES = ("/images/", "/media/", "/documents/", "/api/")


def policy(**sources: str) -> str:
    """Return a Content-Security-Policy: `policy(img_src="'self'")` is `img-src 'self'`."""
    return "; ".join(f"{directive.replace('_', '-')} {value}" for directive, value in sources.items())


# Data, files and pictures: nothing, should a browser take them for a page.
DATA = policy(default_src="'none'", base_uri="'none'", form_action="'none'", frame_ancestors="'none'")
# A visitor's page: style sheets, pictures, forms and the few scripts of the hub, all of them files. Nothing that people
# upload can be run as a script: no such kind of file is accepted, and browsers are told not to guess.
PAGE = policy(
    default_src="'none'",
    script_src="'self'",
    style_src="'self'",
    img_src="'self'",
    form_action="'self'",
    base_uri="'none'",
    frame_ancestors="'none'",
)
# Wagtail's templates and the modal windows that its scripts insert hold inline scripts and styles without nonces. The
# hub's own admin scripts are files. Only the admin itself may frame its pages, as previews.
ADMIN_PAGE = policy(
    default_src="'none'",
    script_src="'self' 'unsafe-inline'",
    style_src="'self' 'unsafe-inline'",
    img_src="'self' data: blob:",
    font_src="'self'",
    connect_src="'self'",
    frame_src="'self'",
    form_action="'self'",
    base_uri="'none'",
    frame_ancestors="'self'",
)
UNUSED_DEVICES = (
    "accelerometer", "autoplay", "bluetooth", "browsing-topics", "camera", "display-capture", "geolocation",
    "gyroscope", "hid", "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get",
    "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
PERMISSIONS = ", ".join(f"{device}=()" for device in UNUSED_DEVICES)


class SecurityHeadersMiddleware(MiddlewareMixin):
    """Adds what the view has not set itself: Wagtail's views of files send a policy of their own."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if getattr(request, "is_preview", False):
            # Wagtail makes a preview by a request for the page inside its own: the answer is the admin's.
            return response
        for name, value in headers(request.path_info, response).items():
            response.headers.setdefault(name, value)
        return response


def headers(path: str, response: HttpResponseBase) -> Mapping[str, str]:
    others = path.startswith(FOR_OTHER_SITES)
    result = {
        "Permissions-Policy": PERMISSIONS,
        "Cross-Origin-Resource-Policy": "cross-origin" if others else "same-origin",
    }
    # Django's technical error pages, for developers alone, have inline scripts.
    technical = settings.DEBUG and response.status_code in {HTTPStatus.NOT_FOUND, HTTPStatus.INTERNAL_SERVER_ERROR}
    if not technical:
        result["Content-Security-Policy"] = content_policy(path, response.headers.get("Content-Type", ""))
    return result


def content_policy(path: str, content_type: str) -> str:
    if not content_type.startswith("text/html"):
        return DATA
    return ADMIN_PAGE if path.startswith(ADMIN) else PAGE
