"""People of one county cost no more queries for each page in a list of the admin than Wagtail itself needs."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hub.rights.models import Role
from hub.testing import make_county, work
from tests.rights.stage import member
from tests.rules.stage import article

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


def cost(client, address):
    client.get(address)  # fills what the process keeps, such as content types
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_lists_cost_the_same_whoever_reads_them(county, editing, admin_user):
    with editing():
        sections = [article(place, "Wohnen") for place in (county, make_county("hausen", "Landkreis Hausen"))]
    own, foreign = sections
    everybody = {admin_user: Client(), member("Maria", county, Role.EDITORS): Client()}
    for user, client in everybody.items():
        client.force_login(user)
    addresses = [
        reverse("wagtailadmin_explore", args=[own.pk]),
        reverse("wagtailadmin_pages:search") + "?q=Seite",
        reverse("wagtailadmin_choose_page_child", args=[foreign.pk]),
        reverse("wagtailadmin_pages:type_use", args=["home", "infopage"]),
        reverse("wagtailadmin_reports:aging_pages"),
        reverse("wagtailadmin_home"),
    ]

    def costs(number):
        for section in sections:
            with editing():
                for index in range(number):
                    article(section, f"Seite {number} {index}")
        work()
        call_command("rebuild_modelsearch_index", verbosity=0)
        return {(user, address): cost(client, address) for user, client in everybody.items() for address in addresses}

    costs(1)
    few, many = costs(2), costs(9)
    growth = {key: many[key] - few[key] for key in many}
    administrator, editor = everybody
    for address in addresses:
        # An administrator's may shrink by what was asked for once.
        assert growth[editor, address] <= max(0, growth[administrator, address]), address
