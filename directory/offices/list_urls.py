"""Mounted below the list of a county's offices, `/<language>/<county>/offices/` (see `directory.offices.apps`)."""

from django.urls import path

from directory.offices.responsible import responsible

urlpatterns = [path("responsible/", responsible, name="offices_responsible")]
