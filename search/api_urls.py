"""Mounted by the hub at `/api/v2/search/`."""

from django.urls import path

from search.api import SearchView

urlpatterns = [path("", SearchView.as_view(), name="api_search")]
