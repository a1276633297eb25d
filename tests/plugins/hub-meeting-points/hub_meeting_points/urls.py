"""Mounted at `/<language>/meeting-points-seats/` (see `hub_meeting_points.apps`)."""

from django.urls import path

from hub_meeting_points.views import seats

urlpatterns = [path("", seats, name="meeting-points-seats")]
