"""Sends the bytes of a picture or file, or leaves that to the web server in front. It is the SENDFILE_BACKEND."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from hub.internals.wagtail import stream_file


def sendfile(request: HttpRequest, filename: str, **options: Any) -> HttpResponseBase:
    """Answer with the file at the absolute path `filename`, below MEDIA_ROOT; `options` may hold `mimetype`.

    With MEDIA_ACCEL_LOCATION nginx is told to send it from the internal location of that name.
    """
    if not settings.MEDIA_ACCEL_LOCATION:
        return stream_file(request, filename, **options)
    path = Path(filename).relative_to(settings.MEDIA_ROOT).as_posix()
    response = HttpResponse(content_type=options.get("mimetype"))
    response.headers["X-Accel-Redirect"] = f"{settings.MEDIA_ACCEL_LOCATION.rstrip('/')}/{quote(path)}"
    return response
