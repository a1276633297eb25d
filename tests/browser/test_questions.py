"""A translator's question stands beside its field in the page's form, where an editor answers it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab
from wagtail.models import Page
from wagtail_localize.models import StringSegment

from hub.desk.models import Question
from hub.desk.translator.questions import address_for_editors, ask, questions_of
from hub.testing import translate
from tests.rules.stage import article, block, fresh, office, text

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT, CALLOUT, LINKS, LINK = (f"00000000-0000-4000-8000-00000000000{number}" for number in range(4))


@pytest.fixture
def page(county) -> Page:
    link = {"type": "item", "id": LINK, "value": {"label": "Hier", "url": "https://example.org/"}}
    body = [
        text("<p>Eins.</p><p>Zwei.</p>", TEXT),
        block("callout", {"appearance": "", "title": "Tipp", "text": "<p>Drei.</p>"}, CALLOUT),
        block("links", {"title": "", "links": [link]}, LINKS),
    ]
    page = article(county, "Wohnen", body, summary="Kurz.")
    translate(page, "ar", publish=False)
    return fresh(page)


@pytest.fixture
def amal(db) -> User:
    return User.objects.create_user("amal", first_name="Amal")


def question(page: Page, user: User, path: str) -> Question:
    segments = StringSegment.objects.filter(source__object_id=page.translation_key, context__path=path)
    return ask(page, path, segments.order_by("order").last().string, "ar", "Was heißt das?\nGenauer, bitte.", user)


def answers(asked: Question) -> list[str]:
    page = asked.comment.page
    return [answer.text for answer in questions_of(page.translation_key)[asked.string_id, asked.path][0].answers]


def follow_link(editor, asked: Question) -> Locator:
    """Open the form of the page as the first page and e-mails do, and return the comment that it shows."""
    editor.open(address_for_editors(asked).removeprefix("/admin/"))
    comment = editor.tab.locator("#comments .comment")
    expect(comment).to_be_in_viewport()
    return comment


def field(tab: Tab, path: str) -> Locator:
    return tab.locator(" ".join(f"[data-contentpath='{part}']" for part in path.split(".")))


def reply(tab: Tab, comment: Locator, words: str) -> None:
    comment.locator("textarea").fill(words)
    # The draft in which it stands: the form has other things to say meanwhile.
    with tab.expect_response(lambda answer: words.encode() in (answer.request.post_data_buffer or b"")):
        comment.locator("form [type=submit]").click()


@pytest.mark.parametrize(
    "path",
    [
        "summary",
        f"body.{TEXT}",
        f"body.{CALLOUT}.title",
        f"body.{CALLOUT}.text",
        f"body.{LINKS}.links.{LINK}.label",
    ],
)
def test_it_stands_beside_its_field_and_is_answered_there(editor, amal, page, path):
    tab = editor.tab
    asked = question(page, amal, path)
    errors = []
    tab.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    comment = follow_link(editor, asked)
    expect(comment).to_contain_text("Was heißt das?")
    expect(field(tab, path)).to_be_in_viewport()
    # Both at once, for the form is still scrolling.
    distance = "(comment, field) => comment.getBoundingClientRect().top - field.getBoundingClientRect().top"
    assert abs(comment.evaluate(distance, field(tab, path).element_handle())) < 200
    reply(tab, comment, "Gemeint ist die Miete.")
    assert answers(asked) == ["Gemeint ist die Miete."]
    assert errors == []


def test_publishing_keeps_the_answer(editor, amal, page):
    asked = question(page, amal, f"body.{CALLOUT}.text")
    comment = follow_link(editor, asked)
    comment.locator("textarea").fill("Gemeint ist die Miete.")
    comment.locator("form [type=submit]").click()
    editor.tab.locator("[name=title]").fill("Mieten")
    editor.publish()
    assert fresh(page).title == "Mieten"
    assert answers(asked) == ["Gemeint ist die Miete."]


def test_the_link_unfolds_what_is_closed_around_the_field(editor, amal, county):
    page = office(county)
    translate(page, "ar", publish=False)
    path = "phones.the-phone.label"
    comment = follow_link(editor, question(page, amal, path))
    expect(field(editor.tab, path)).to_be_in_viewport()
    expect(comment).to_be_focused()


def test_a_question_whose_block_is_gone_stands_beside_the_title(editor, amal, page):
    asked = question(page, amal, f"body.{CALLOUT}.text")
    page.body = "[]"
    page.save_revision()
    comment = follow_link(editor, asked)
    expect(field(editor.tab, "title")).to_be_in_viewport()
    reply(editor.tab, comment, "Gemeint war die Miete.")
    assert answers(asked) == ["Gemeint war die Miete."]


def test_publishing_from_a_form_loaded_before_the_question_keeps_it(editor, amal, page):
    editor.open(f"pages/{page.pk}/edit/")
    asked = question(page, amal, "summary")
    editor.tab.locator("[name=title]").fill("Mieten")
    editor.publish()
    assert fresh(page).title == "Mieten"
    assert Question.objects.get() == asked
