"""`/api/v2/`: pages, one endpoint for each kind, counties, locales, navigation, changes."""

from django.urls import include, path, re_path
from wagtail.api.v2.router import WagtailAPIRouter

from hub.api.base import NotFoundView
from hub.api.changes import ChangesView
from hub.api.more import LocalesView, NavigationView
from hub.api.views import PublicationsViewSet, view_set
from hub.plugins import kinds

# Wagtail's front-end cache invalidation looks the router up by this name.
router = WagtailAPIRouter("wagtailapi_v2")
router.register_endpoint("pages", PublicationsViewSet)
for kind in kinds:
    router.register_endpoint(kind.slug, view_set(kind))

endpoints, _app_name, _namespace = router.urls

urlpatterns = [
    path("changes/", ChangesView.as_view(), name="api_changes"),
    path("locales/", LocalesView.as_view(), name="api_locales"),
    path("navigation/", NavigationView.as_view(), name="api_navigation"),
    path("", include((endpoints, "wagtailapi_v2"))),
    re_path("", NotFoundView.as_view()),
]
