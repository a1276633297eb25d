"""Every property of every kind's structured data is one that schema.org gives to its class."""

from __future__ import annotations

from typing import Any

import pytest

from directory.offices.models import OfficeType
from directory.offices.models.terms import SCHEMA_TYPES
from hub.plugins import COUNTY, kinds
from hub.representation import represent
from hub.site.structured_data import describe
from hub.testing import publish
from hub.testing.examples import Examples
from tests.consents.stage import consent
from tests.site.vocabulary import mistakes

pytestmark = pytest.mark.django_db


def described(page: Any) -> dict[str, Any]:
    [document] = represent([page.pk], ["de"]).documents
    return describe(document.document, page, lambda address: f"https://hub.example{address}")


@pytest.mark.parametrize("slug", [kind.slug for kind in kinds])
def test_a_page_with_every_field_filled_is_described_in_the_vocabulary(county, editing, slug):
    kind = kinds.get(slug)
    parent = county.get_parent() if COUNTY in kind.roles else county
    with editing():
        facts = {"consent": consent(county)} if slug == "guides" else {}
        made = Examples(parent).fill(kind.model_class, title="Seite", slug="seite", **facts)
        page = publish(made, parent)
    assert list(mistakes(described(page))) == []


@pytest.mark.parametrize("schema_type", [name for name, _label in SCHEMA_TYPES])
def test_so_is_an_office_of_each_type(county, editing, schema_type):
    model = kinds.get("offices").model_class
    with editing():
        office_type = OfficeType.objects.create(slug="own", names={"de": "Art"}, schema_type=schema_type)
        person = {"staff.consent": None, "staff.name": "Beispiel", "staff.phone": "030 23125 001"}
        facts = {"office_type": office_type, "organisations.relation": "funded_by", **person}
        made = Examples(county).fill(model, title="Amt", slug="amt", **facts)
        page = publish(made, county)
    data = described(page)
    assert data["@type"] == schema_type
    assert {"address", "geo", "openingHoursSpecification", "contactPoint", "event", "funder"} <= set(data)
    assert list(mistakes(data)) == []


def test_what_is_wrong_is_told():
    data = {"@type": "Library", "adress": "x", "address": [{"@type": "PostalAdress"}], "geo": {"@type": "Place"}}
    assert [*mistakes(data)] == [
        ": Library has no 'adress'",
        ".address: there is no class 'PostalAdress'",
    ]
