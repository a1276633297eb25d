"""Mounted at `/api/v2/search/` (see `search.apps`)."""

from django.urls import path

from search.api import SearchView

urlpatterns = [path("", SearchView.as_view(), name="api_search")]
