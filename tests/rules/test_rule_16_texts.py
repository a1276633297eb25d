"""Rule 16: what search finds is the prose, by path and language, and the facts that a kind names."""

from __future__ import annotations

import dataclasses
import json

import pytest

from hub.plugins import kinds
from hub.publications.reconcile import reconcile
from hub.testing import translate
from tests.rules.stage import article, block, office, public, text

pytestmark = pytest.mark.django_db


def test_rule_16_texts_name_the_path_and_the_language_of_each_line(county, editing):
    advice = block("callout", {"title": "Tipp", "text": "<p>Rat.</p>"})
    body = [text("<h2>Kaution</h2><p>Drei Mieten.</p>", "a"), advice]
    with editing():
        page = article(county, "Wohnen", body, summary="Kurz\ngesagt.")
        translate(page, "ar")
    texts = [tuple(item) for item in public(page).texts]
    callout = advice["id"]
    assert texts == [
        ("title", "de", "Wohnen"),
        ("summary", "de", "Kurz"),
        ("summary", "de", "gesagt."),
        ("body.a", "de", "Kaution"),
        ("body.a", "de", "Drei Mieten."),
        (f"body.{callout}.title", "de", "Tipp"),
        (f"body.{callout}.text", "de", "Rat."),
    ]
    assert {language for _path, language, _line in public(page, "ar").texts} == {"ar"}
    assert {language for _path, language, _line in public(page, "en").texts} == {"de"}


def test_rule_16_of_the_facts_those_are_found_that_the_kind_names(county, editing):
    with editing():
        where = office(
            county, "Amt", "030 23125-000", hours={"monday": [["08:00", "12:00"]]}, website="https://amt.example"
        )
    words = public(where).text
    assert "+493023125000" in words
    assert "Öffentliche Stelle" in words or "Behörde" in words
    assert "08:00" not in words, "a time answers no question"
    assert "amt.example" not in words


def test_rule_16_no_name_of_a_field_keeps_its_prose_from_being_found(county, editing, monkeypatch):
    """A plugin may call its prose what it likes: `key`, `languages`, `from`."""
    kind = kinds.get("info")
    monkeypatch.setattr(
        kinds, "_by_slug", {**kinds._by_slug, "info": dataclasses.replace(kind, search_facts=("meta.kind",))}
    )
    body = [block("callout", {"style": "tip", "title": "languages", "text": "<p>key</p>"})]
    with editing():
        page = article(county, "Wohnen", body)
    reconcile([page.pk])
    assert {"languages", "key", "info"} <= set(public(page).text.splitlines())
    assert "tip" not in public(page).text


def test_rule_16_text_is_what_was_typed(county, editing):
    with editing():
        page = article(county, "Kinder < 3 Jahre &amp; Eltern", [text("<p>5 &lt; 6 <b>und</b> mehr</p>")])
    assert public(page).text.splitlines() == ["Kinder < 3 Jahre &amp; Eltern", "5 < 6 und mehr"]
    assert json.loads(json.dumps(public(page).texts)) == public(page).texts
