"""Every address of the site. Pages stand below their language; everything else has no language in its address."""

from django.conf.urls.i18n import i18n_patterns
from django.db import transaction
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from hub.desk import views as desk
from hub.desk.choosers import choose_page
from hub.internals.wagtail_admin import (
    admin_view,
    file_password_view,
    page_password_view,
    privacy_view,
    search_in_chooser,
)
from hub.logins import views as logins
from hub.logins.limits import limited
from hub.plugins import installed, kinds
from hub.rights.views import view_draft
from hub.site import health, lists, topics, views, wishes
from hub.site.navigation import TOPICS

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
    path("admin/choose-page/", admin_view(choose_page)),
    path("admin/choose-page/<int:parent_page_id>/", admin_view(choose_page)),
    path("admin/choose-page/search/", admin_view(search_in_chooser)),
    path("admin/login/", desk.LoginView.as_view()),
    path("admin/login/code/", logins.ask_for_code, name="second_factor"),
    path("admin/account/second-factor/", logins.set_up_again, name="second_factor_set_up_again"),
    # Its reader need not be logged in.
    path("admin/weekly-mail/<str:token>/", desk.decline_weekly_mail, name="hub_weekly_mail"),
    # Whoever reads a page without editing it sees its drafts, too.
    path("admin/pages/<int:page_id>/view_draft/", view_draft),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/authenticate_with_password/<int:restriction_id>/", limited(file_password_view, "files")),
    path("", include("hub.media.urls")),
    *(
        path(f"api/v2/{prefix}", include(module))
        for plugin in installed()
        for prefix, module in plugin.api_urls.items()
    ),
    path("api/v2/", include("hub.api.urls")),
    *i18n_patterns(
        *(path(prefix, include(module)) for plugin in installed() for prefix, module in plugin.urls.items()),
        path("_util/wish/<uuid:key>/", wishes.wish, name="wish"),
        path("_util/login/", logins.VisitorLoginView.as_view()),
        path(
            "_util/authenticate_with_password/<int:restriction_id>/<int:page_id>/", limited(page_password_view, "page")
        ),
        *(
            re_path(rf"^(?P<county_slug>[-\w]+)/{slug}/$", lists.list_page, {"kind": kind}, name=f"list-{slug}")
            for slug, kind in kinds.with_list_page().items()
        ),
        re_path(rf"^(?P<county_slug>[-\w]+)/{TOPICS}/$", topics.index, name="topics"),
        re_path(rf"^(?P<county_slug>[-\w]+)/{TOPICS}/(?P<slug>[-\w]+)/$", topics.topic, name="topic"),
        *(
            re_path(rf"^(?P<county_slug>[-\w]+)/{slug}/", include(kind.list_urls))
            for slug, kind in kinds.with_list_page().items()
            if kind.list_urls
        ),
        path("", include(wagtail_urls)),
    ),
]
