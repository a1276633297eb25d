"""The client that compares: it would notice what is stale."""

import pytest
from django.test import Client

from hub.kept import state
from hub.testing import publish
from tests.kept.both_ways import BothWays, DjangosConnection
from tests.rules.stage import article, fresh

PAGE = "/de/auental/wohnen/"


def test_a_stale_answer_is_noticed(county, editing, monkeypatch):
    monkeypatch.setattr(state, "_connection", DjangosConnection())
    with editing():
        page = article(county, "Wohnen")
    client = Client()
    client.handler = handler = BothWays()
    for _time in range(2):
        assert client.get(PAGE).status_code == 200
    assert handler.compared == 4
    as_it_was = state.read("auental")
    monkeypatch.setattr(state, "read", lambda _county: as_it_was)
    page = fresh(page)
    page.title = "Wohnung"
    with editing():
        publish(page)
    with pytest.raises(AssertionError):
        client.get(PAGE)
