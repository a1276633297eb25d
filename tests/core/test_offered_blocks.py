"""Blocks that plugins offer to the bodies of all kinds, and what is left when such a plugin goes."""

import json

import pytest
from django.apps import apps
from django.db import connection

from home.models import InfoPage
from hub.blocks import BodyBlock
from hub.plugins import PluginError
from hub.publications.reconcile import reconcile
from hub.testing import make_county, publish, work
from tests.rules.stage import block, document, text


def offer(monkeypatch, **blocks: str) -> None:
    monkeypatch.setattr(apps.get_app_config("search"), "blocks", blocks)


def test_every_body_has_them_after_its_own_and_before_those_of_its_kind(monkeypatch):
    offer(monkeypatch, quote="hub.blocks.TextFact")
    names = list(BodyBlock([("map", BodyBlock())]).child_blocks)
    own = ["text", "callout", "quotation", "picture", "links", "contact", "cards", "documents", "children"]
    assert names[: len(own)] == own
    assert names[-2:] == ["quote", "map"]


@pytest.mark.parametrize(
    ("name", "path", "says"),
    [
        ("text", "hub.blocks.TextFact", "Plugin search .*: block 'text' .*: bodies have a block of this name already"),
        ("quote", "hub.blocks.Nothing", "Plugin search .*: block 'quote' .* cannot be loaded: ImportError"),
        ("quote", "nowhere.Nothing", "Plugin search .*: block 'quote' .* cannot be loaded: ModuleNotFoundError"),
    ],
)
def test_one_that_cannot_be_used_is_named(monkeypatch, name, path, says):
    offer(monkeypatch, **{name: path})
    with pytest.raises(PluginError, match=says):
        BodyBlock()


def test_migrations_do_not_know_them(monkeypatch):
    field = InfoPage._meta.get_field("body")
    before = field.deconstruct()
    offer(monkeypatch, quote="hub.blocks.TextFact")
    changed = type(field)(BodyBlock(), blank=True, verbose_name=field.verbose_name)
    changed.set_attributes_from_name("body")
    assert changed.deconstruct() == before


def test_without_the_plugin_the_content_stays_and_readers_see_the_rest(db, client):
    body = [block("gone", {"rule": "Leise sein"}), text("<p>Wohnen</p>")]
    page = publish(InfoPage(title="Wohnen", slug="wohnen"), make_county())
    with connection.cursor() as cursor:
        cursor.execute("UPDATE home_infopage SET body = %s WHERE page_ptr_id = %s", [json.dumps(body), page.pk])
    reconcile([page.pk])
    work()
    shown = document(page)
    assert [item["type"] for item in shown["body"]] == ["text"]
    assert "Leise sein" not in client.get(shown["meta"]["html_url"]).content.decode()
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM home_infopage WHERE page_ptr_id = %s", [page.pk])
        assert "Leise sein" in str(cursor.fetchone()[0])
