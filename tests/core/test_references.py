"""Choosing a page by the role of its kind."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page

from directory.offices.models import OfficePage
from hub.counties.models import CountyPage
from hub.references import check_page
from tests.rules.stage import article

pytestmark = pytest.mark.django_db


def test_the_form_offers_pages_of_the_kinds_with_the_role_alone():
    field = CountyPage._meta.get_field("contact")
    for options in ({}, {"widget": None}):  # Wagtail brings a chooser of all pages
        assert field.formfield(**options).widget.target_models == [OfficePage]


def test_what_cannot_be_chosen_is_refused_with_the_kinds_that_can(county):
    with pytest.raises(ValidationError, match=r"“Wohnen” cannot be chosen here\. Choose .*: Office\."):
        check_page(Page.objects.get(pk=article(county, "Wohnen").pk), "contact")


def test_a_page_whose_plugin_is_not_installed_stays_chosen(county, monkeypatch):
    page = Page.objects.get(pk=article(county, "Garten").pk)
    monkeypatch.setattr(Page, "specific_class", None)
    check_page(page, "contact")
