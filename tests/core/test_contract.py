"""What the contract of kinds says when a kind does not keep it."""

import pytest
from django.core.validators import RegexValidator
from django.test import TestCase

from home.models import InfoPage
from hub.pages import HubPageForm
from hub.testing import KindContract, contract, make_county
from hub.testing.examples import Examples, Unfillable

pytestmark = [pytest.mark.django_db, pytest.mark.any_database, pytest.mark.thorough]


def failure(test: str, **attributes) -> str:
    """Return what the contract of information pages says when `test` fails; empty when it passes."""
    case = type("Contract", (KindContract, TestCase), {"kind": "info", **attributes})(test)
    try:
        getattr(case, test)()
    except AssertionError as error:
        return str(error)
    return ""


FORM = "test_the_admins_form_gives_the_same_document_as_its_values"
DOCUMENT = "test_the_document_holds_a_value_for_every_declared_field"


def test_a_field_that_no_panel_shows_is_named(monkeypatch):
    monkeypatch.setattr(contract, "names_to_fill", lambda model: ["title", "search_description"])
    assert "No editor can fill InfoPage.search_description: add FieldPanel('search_description')" in failure(FORM)


def test_a_field_that_the_form_loses_is_named(monkeypatch):
    monkeypatch.setattr(HubPageForm, "clean_summary", lambda form: "", raising=False)
    assert "The admin's form changes InfoPage.summary: 'Text summary' becomes ''" in failure(FORM)


def test_a_field_that_the_form_refuses_is_named():
    assert "InfoPage refuses {'image_alt'" in failure(FORM, facts={"image_alt": "x" * 201})


def test_a_field_without_a_value_in_the_document_is_named(monkeypatch):
    monkeypatch.setattr(InfoPage, "api_fields", [*InfoPage.api_fields, "nothing"])
    monkeypatch.setattr(InfoPage, "nothing", lambda page, language: None, raising=False)
    assert "nothing for ['nothing']" in failure(DOCUMENT)


def test_a_field_that_may_be_empty_is_not_named(monkeypatch):
    monkeypatch.setattr(InfoPage, "api_fields", [*InfoPage.api_fields, "nothing"])
    monkeypatch.setattr(InfoPage, "nothing", lambda page, language: None, raising=False)
    assert failure(DOCUMENT, may_be_empty=("nothing",)) == ""


def test_a_method_that_gives_no_json_is_named(monkeypatch):
    monkeypatch.setattr(InfoPage, "api_fields", [*InfoPage.api_fields, "colours"])
    monkeypatch.setattr(InfoPage, "colours", lambda page, language: {"red", "blue"}, raising=False)
    assert "InfoPage.colours: a set" in failure(DOCUMENT)


def test_a_field_that_accepts_no_example_is_named_with_the_remedy():
    field = InfoPage._meta.get_field("summary").clone()
    field.set_attributes_from_name("summary")
    field.model = InfoPage
    field.validators.append(RegexValidator("never"))
    with pytest.raises(Unfillable, match=r'InfoPage.summary: no example .* facts = \{"summary": …\}'):
        Examples(make_county()).of_field(field)
