from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.query import PageQuerySet

from hub.internals.wagtail_rights import OwnDocumentsViewSet, OwnImagesViewSet
from hub.rights.reading import nameable_pages, with_public_titles


@hooks.register("construct_page_chooser_queryset")
def leave_out_hidden_pages(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    return with_public_titles(nameable_pages(request.user, pages))


@hooks.register("construct_admin_api", order=1)  # after those that they replace
def limit_files(router: Any) -> None:
    router.register_endpoint("images", OwnImagesViewSet)
    router.register_endpoint("documents", OwnDocumentsViewSet)
