"""Mounted at `/api/v2/opening/` (see `directory.offices.apps`)."""

from django.urls import path

from directory.offices.api import OpeningView

urlpatterns = [path("", OpeningView.as_view(), name="api_opening")]
