"""Every address of the site. Pages stand below their language; everything else has no language in its address."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.db import transaction
from django.urls import include, path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.images import urls as wagtailimages_urls

from hub.internals.wagtail_admin import privacy_view
from hub.plugins import installed
from hub.rights.views import view_draft
from hub.site import health, views

handler400 = "hub.site.errors.bad_request"
handler403 = "hub.site.errors.permission_denied"
handler404 = "hub.site.errors.not_found"
handler500 = "hub.site.errors.server_error"

urlpatterns = [
    path("", views.languages, name="languages"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap_index, name="sitemap"),
    path("sitemap-<slug:language>.xml", views.sitemap, name="sitemap-language"),
    path("favicon.ico", views.favicon),
    path("health/live", health.live),
    path("health/ready", health.ready),
    # Wagtail saves a restriction in autocommit: a crash between it and the outbox would leave a private page public.
    path("admin/pages/<int:page_id>/privacy/", transaction.atomic(privacy_view())),
    # Whoever reads a page without editing it sees its drafts, too.
    path("admin/pages/<int:page_id>/view_draft/", view_draft),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("images/", include(wagtailimages_urls)),
    *(
        path(f"api/v2/{prefix}", include(module))
        for plugin in installed()
        for prefix, module in plugin.api_urls.items()
    ),
    path("api/v2/", include("hub.api.urls")),
    *i18n_patterns(
        *(path(prefix, include(module)) for plugin in installed() for prefix, module in plugin.urls.items()),
        path("", include(wagtail_urls)),
    ),
]

if settings.SERVE_MEDIA:
    # Files are served by Wagtail's view above, which knows whether they are public.
    images = {"document_root": settings.MEDIA_ROOT / "images"}
    urlpatterns.insert(0, path("media/images/<path:path>", serve, images))
