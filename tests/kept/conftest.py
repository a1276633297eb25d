from __future__ import annotations

import pytest

from hub.kept import state
from tests.kept.asking import Asking
from tests.kept.both_ways import DjangosConnection
from tests.rules.stage import article, text


@pytest.fixture
def ask(monkeypatch) -> Asking:
    monkeypatch.setattr(state, "_connection", DjangosConnection())
    return Asking()


@pytest.fixture
def home(county, editing):
    with editing():
        return article(county, "Wohnen", [text("<p>Erster Satz.</p>")])
