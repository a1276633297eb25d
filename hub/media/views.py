"""The addresses of pictures and files."""

from __future__ import annotations

from mimetypes import guess_type
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from hub.internals.wagtail_admin import serve_document
from hub.media.access import FOR_EVER, caching_for, shown_to_all
from hub.media.models import Image, Rendition
from hub.media.sending import sendfile
from hub.representation.images import picture_address, version_of, widths_of


@require_safe
def picture(request: HttpRequest, pk: int, version: str, width: int, filename: str) -> HttpResponseBase:
    """Answer with a picture scaled to `width`: one query for a public one that has been asked for before.

    The address of another version redirects to the present one. Raises Http404 for who may not see it.
    """
    renditions = Rendition.objects.filter(image=pk, filter_spec=f"width-{width}", image__file_hash__startswith=version)
    rendition = renditions.filter(shown_to_all(Image, pk, "image__collection__path")).first()
    if rendition:
        return send(request, rendition.file, FOR_EVER)
    image: Any = get_object_or_404(Image.objects.select_related("collection"), pk=pk)
    caching = caching_for(image, request)
    if width not in widths_of(image):
        raise Http404
    if version != version_of(image):
        return redirect(picture_address(image, width))
    return send(request, image.get_rendition(f"width-{width}").file, caching)


@require_safe
def stored_picture(request: HttpRequest, path: str) -> HttpResponseBase:
    """Answer with the stored file of a picture, or of a scaled one: the admin's previews. Raises Http404."""
    rendition = Rendition.objects.filter(file=path).select_related("image__collection").first()
    image: Any = (
        rendition.image if rendition else get_object_or_404(Image.objects.select_related("collection"), file=path)
    )
    caching_for(image, request)
    return send(request, (rendition or image).file, "private, no-cache")


@require_safe
def file(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponse:
    """Answer with a file, asked for anew each time: its address does not change with its content."""
    response = serve_document(request, document_id, document_filename)
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def send(request: HttpRequest, stored: Any, caching: str) -> HttpResponseBase:
    """Answer with the file of a model's field `stored`, unless the reader has it."""
    etag = f'"{stored.name}"'  # a new content has a new name
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if response is None:
        response = sendfile(request, stored.path, mimetype=guess_type(stored.name)[0])
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = caching
    return response
