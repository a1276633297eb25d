"""`/api/v2/`: pages, one endpoint for each kind, counties, images, documents, locales, places, navigation, changes."""

from django.urls import URLPattern, path, re_path

from hub.api.base import NotFoundView
from hub.api.changes import ChangesView
from hub.api.locales import LocalesView
from hub.api.media import LIBRARIES, ItemView, LibraryView
from hub.api.navigation import NavigationView
from hub.api.places import PlacesView
from hub.api.views import DetailView, FindView, ListView
from hub.plugins import Kind, kinds


def endpoint(slug: str, kind: Kind | None = None) -> list[URLPattern]:
    """Return the addresses of all pages, or of those of one kind."""
    return [
        path(f"{slug}/", ListView.as_view(kind=kind), name=f"api_{slug}"),
        path(f"{slug}/<int:pk>/", DetailView.as_view(kind=kind), name=f"api_{slug}_detail"),
        path(f"{slug}/find/", FindView.as_view(kind=kind), name=f"api_{slug}_find"),
    ]


urlpatterns = [
    path("changes/", ChangesView.as_view(), name="api_changes"),
    path("locales/", LocalesView.as_view(), name="api_locales"),
    path("navigation/", NavigationView.as_view(), name="api_navigation"),
    path("places/", PlacesView.as_view(), name="api_places"),
    *(path(f"{library.slug}/", LibraryView.as_view(library=library)) for library in LIBRARIES),
    *(path(f"{library.slug}/<int:pk>/", ItemView.as_view(library=library)) for library in LIBRARIES),
    *endpoint("pages"),
    *(pattern for kind in kinds for pattern in endpoint(kind.slug, kind)),
    re_path("", NotFoundView.as_view()),
]
