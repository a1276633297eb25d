"""Pages of a county, as in the rules, and somebody who edits them."""

import pytest
from django.test import Client

from tests.rules.conftest import county, editing  # noqa: F401 - fixtures


@pytest.fixture
def administrator(admin_client) -> Client:
    return admin_client
