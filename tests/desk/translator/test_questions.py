"""Questions of translators: they stand where editors write, survive what editors do, and reach who has to know."""

import smtplib
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, CommentReply, Page, PageSubscription
from wagtail.users.models import UserProfile
from wagtail_localize.models import String, StringSegment

from directory.offices.models import OfficePage, Person
from hub.desk.models import Question
from hub.desk.translator import question_mail
from hub.desk.translator.questions import MAX_LENGTH, ask, open_questions, questions_of
from hub.publications.worker import Worker
from hub.rights.models import Role
from hub.testing import make_county, publish, translate, work
from tests.desk.forms import filled
from tests.desk.german import foreign, texts
from tests.rights.stage import member
from tests.rules.stage import article, block, fresh, office, set_body, text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
SEND = "django.core.mail.backends.locmem.EmailBackend.send_messages"
BODY = [
    text("<p>Eins.</p><p>Zwei.</p>", "a"),
    block("callout", {"title": "Tipp", "text": "<p>Drei.</p>"}, "b"),
    block("links", {"links": [{"type": "item", "id": "d", "value": {"label": "Hier", "url": "https://a.org"}}]}, "c"),
]


@pytest.fixture(scope="module")
def shared_page(shared_county, shared_editing):
    with shared_editing():
        for language in ("ar", "en"):
            translate(shared_county, language)
        page = article(shared_county, "Wohnen", BODY, summary="Kurz.")
    with shared_editing():
        translate(page, "ar", publish=False)
    return page


@pytest.fixture
def page(shared_page, db):
    """A page that Amal translates into Arabic and Eva into English; Robin edits it."""
    return fresh(shared_page)


@pytest.fixture
def amal(county, page):
    return member("Amal", county, Role.TRANSLATORS, "ar")


@pytest.fixture
def eva(county, page):
    return member("Eva", county, Role.TRANSLATORS, "en")


@pytest.fixture
def robin(county, page):
    return member("Robin", county, Role.EDITORS)


def string(page: Page, path: str, number: int = 0) -> String:
    segments = StringSegment.objects.filter(source__object_id=page.translation_key, context__path=path)
    return segments.order_by("order")[number].string


def question(page: Page, user, path: str = "title", words: str = "Was heißt das?", number: int = 0) -> Question:
    return ask(page, path, string(page, path, number), "ar", words, user)


def reply(asked: Question, user, words: str = "So.") -> CommentReply:
    return CommentReply.objects.create(comment=asked.comment, user=user, text=words)


def form(client, page: Page, *questions: Question, answer: str = "", **changes: str) -> dict:
    """Return what a browser sends when the page's form shows the comments of `questions`, the first with a reply."""
    data = {
        **filled(client, page),
        "body-count": "0",
        "comments-TOTAL_FORMS": str(len(questions)),
        "comments-INITIAL_FORMS": str(len(questions)),
    }
    for number, asked in enumerate(questions):
        comment = Comment.objects.get(pk=asked.comment_id)
        prefix = f"comments-{number}"
        data |= {
            f"{prefix}-id": comment.pk,
            f"{prefix}-text": comment.text.replace("\r\n", "\n").replace("\n", "\r\n"),  # as browsers send it
            f"{prefix}-contentpath": comment.contentpath,
            f"{prefix}-position": comment.position,
            f"{prefix}-resolved": "",
            f"{prefix}-DELETE": "",
            f"{prefix}-replies-TOTAL_FORMS": int(bool(answer) and not number),
            f"{prefix}-replies-INITIAL_FORMS": 0,
        }
    if answer:
        data |= {"comments-0-replies-0-id": "", "comments-0-replies-0-text": answer}
    return {**data, **changes}


def send_form(client, page: Page, data: dict, action: str = "") -> None:
    if action:
        data = {**data, f"action-{action}": "1"}
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    assert answer.status_code == 302, answer.context["form"].formsets["comments"].errors


def has_draft(page: Page) -> None:
    page = fresh(page)
    page.title = "Wohnen und Miete"
    page.save_revision()


def send_all() -> list:
    before = len(mail.outbox)
    while question_mail.send_due():
        pass
    return mail.outbox[before:]


# Asking


def test_a_question_is_a_comment_beside_its_field(page, amal):
    asked = question(page, amal, "summary", "  Was heißt\ndas?  ")
    assert asked.comment.page_id == page.pk
    assert asked.comment.contentpath == "summary"
    assert asked.comment.text == "Was heißt\r\ndas?"
    assert asked.text == "Was heißt\ndas?"


@pytest.mark.parametrize("path", ["body.a", "body.b.title", "body.b.text", "body.c.links.d.label"])
def test_a_question_about_a_block_stands_beside_it(page, amal, path):
    comment = question(page, amal, path).comment
    assert comment.contentpath == path
    assert comment.has_valid_contentpath(fresh(page))


def test_one_of_several_sentences_is_quoted(page, amal):
    assert question(page, amal, "body.a", number=1).comment.text == "„Zwei.“ – Was heißt das?"
    assert question(page, amal, "body.b.text").comment.text == "Was heißt das?"


def test_questions_about_inline_children_and_deleted_blocks_stand_at_the_title(county, page, amal, editing):
    with editing():
        amt = office(county)
        amt.staff.set([Person(function="Leitung")])
        publish(amt)
        translate(amt, "ar", publish=False)
    changed = fresh(page)
    changed.body = "[]"
    changed.save_revision()
    path = StringSegment.objects.get(string__data="Leitung").context.path
    for comment in (question(amt, amal, path).comment, question(page, amal, "body.a").comment):
        assert comment.contentpath == "title"
    assert "„Eins.“" in comment.text


@pytest.mark.parametrize("words", ["", " \n ", "a" * (MAX_LENGTH + 1)])
def test_empty_and_endless_questions_are_refused(page, amal, words):
    with pytest.raises(ValidationError):
        question(page, amal, "title", words)
    assert not Comment.objects.exists()


def test_a_text_that_has_changed_meanwhile_is_asked_about_no_more(page, amal, editing):
    old = string(page, "body.b.text")
    with editing():
        set_body(page, block("callout", {"title": "", "text": "<p>Vier.</p>"}, "b"))
    work()
    with pytest.raises(ValidationError, match=r"geändert|changed"):
        ask(page, "body.b.text", old, "ar", "Was?", amal)


def test_deleted_pages_are_asked_about_no_more(page, amal):
    words = string(page, "title")
    Page.objects.filter(pk=page.pk).delete()
    with pytest.raises(Page.DoesNotExist):
        ask(page, "title", words, "ar", "Was?", amal)


# What editors do meanwhile


@pytest.mark.parametrize("with_draft", [False, True])
@pytest.mark.parametrize("action", ["", "publish"])
def test_a_form_loaded_before_a_question_loses_none(client, page, amal, robin, with_draft, action):
    if with_draft:
        has_draft(page)
    client.force_login(robin)
    data = form(client, page, title="Mieten")
    asked = question(page, amal)
    send_form(client, page, data, action)
    assert fresh(page).get_latest_revision_as_object().title == "Mieten"
    assert Question.objects.get() == asked


def test_a_draft_that_is_saved_by_itself_loses_none(client, page, amal, robin):
    has_draft(page)
    client.force_login(robin)
    data = form(client, page, title="Mieten")
    question(page, amal)
    answer = client.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), data, headers={"Accept": "application/json"}
    )
    assert answer.json()["success"]
    assert Question.objects.exists()
    assert [comment["text"] for comment in answer.json()["comments"]["comments"]] == []


def test_a_question_asked_while_a_draft_is_saved_or_published_stays(page, amal):
    has_draft(page)
    old = fresh(page).latest_revision
    editing = fresh(page).get_latest_revision_as_object()
    publishing = old.as_object()
    assert list(publishing.wagtail_admin_comments.all()) == list(editing.wagtail_admin_comments.all()) == []
    question(page, amal)
    editing.save_revision()
    assert Question.objects.exists()
    publishing.save()
    assert Question.objects.exists()


def test_publishing_an_old_revision_keeps_questions_and_answers(page, amal, robin):
    old = fresh(page).latest_revision
    has_draft(page)
    asked, resolved = question(page, amal), question(page, amal, "summary")
    reply(asked, robin)
    reply(resolved, robin)
    Comment.objects.filter(pk=resolved.comment_id).update(resolved_at=timezone.now())
    has_draft(page)
    old.publish()
    found = questions_of(page.translation_key)
    assert [len(asked.answers) for group in found.values() for asked in group] == [1, 1]


def test_reverting_to_an_old_revision_keeps_questions(client, page, amal, robin):
    old = fresh(page).latest_revision
    has_draft(page)
    client.force_login(robin)
    asked = question(page, amal)
    assert client.get(reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, old.pk])).status_code == 200
    send_form(client, page, form(client, page, asked, revision=str(old.pk)))
    assert Question.objects.get() == asked


def test_deleting_the_block_in_the_form_keeps_the_question(client, page, amal, robin):
    asked = question(page, amal, "body.b.text")
    client.force_login(robin)
    send_form(client, page, form(client, page, asked, **{"comments-0-DELETE": "1"}), "publish")
    assert not fresh(page).body
    assert Question.objects.get() == asked


def test_the_link_to_a_question_shows_it_when_its_block_is_gone(client, page, amal, robin):
    asked = question(page, amal, "body.b.text")
    changed = fresh(page)
    changed.body = "[]"
    changed.save_revision()
    client.force_login(robin)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])

    def shown(query: str) -> list[str]:
        formset = client.get(f"{address}{query}").context["form"].formsets["comments"]
        return [item.instance.contentpath for item in formset.forms]

    assert shown("") == []
    assert shown(f"?comment={asked.comment_id}") == ["title"]
    assert shown("") == ["title"]
    assert shown("?comment=²") == ["title"]


def test_editors_answer_in_the_form(client, page, amal, robin):
    asked = question(page, amal, "body.a", "Erste Zeile\nzweite")
    client.force_login(robin)
    send_form(client, page, form(client, page, asked, answer="Gemeint ist die Miete."))
    (found,) = questions_of(page.translation_key)[asked.string_id, "body.a"]
    assert [(answer.author, answer.text) for answer in found.answers] == [("Robin", "Gemeint ist die Miete.")]


@pytest.mark.parametrize("with_draft", [False, True])
def test_an_answer_to_a_question_that_a_colleague_resolved_meanwhile_arrives(client, page, amal, robin, with_draft):
    if with_draft:
        has_draft(page)
    asked = question(page, amal)
    client.force_login(robin)
    data = form(client, page, asked, answer="So.")
    Comment.objects.filter(pk=asked.comment_id).update(resolved_at=timezone.now())
    send_form(client, page, data)
    assert [answer.text for answer in questions_of(page.translation_key)[asked.string_id, "title"][0].answers] == [
        "So."
    ]
    assert Comment.objects.count() == 1


# Reading


def test_questions_and_answers_are_there_for_all_languages_even_when_resolved(page, amal, robin):
    asked = question(page, amal)
    reply(asked, robin, "Eins.")
    reply(asked, robin, "Zwei.")
    Comment.objects.filter(pk=asked.comment_id).update(resolved_at=timezone.now())
    ((found,),) = questions_of(page.translation_key).values()
    assert (found.author, found.language, found.text, found.sentence) == ("Amal", "ar", "Was heißt das?", "Wohnen")
    assert found.is_resolved
    assert [answer.text for answer in found.answers] == ["Eins.", "Zwei."]


def test_comments_of_editors_are_no_questions(page, robin):
    Comment.objects.create(page=page, user=robin, text="Unter uns", contentpath="title")
    assert questions_of(page.translation_key) == {}


def test_questions_about_a_former_sentence_stay_at_their_path(page, amal, editing):
    asked = question(page, amal, "body.b.text")
    with editing():
        set_body(page, block("callout", {"title": "", "text": "<p>Vier.</p>"}, "b"))
    work()
    found = questions_of(page.translation_key)
    assert found[None, "body.b.text"] == found[asked.string_id, "body.b.text"]
    assert found[None, "body.b.text"][0].sentence == "Drei."


def test_reading_costs_the_same_queries_for_many_questions(page, amal, robin):
    def queries() -> int:
        with CaptureQueriesContext(connection) as context:
            questions_of(page.translation_key)
        return len(context)

    reply(question(page, amal), robin)
    before = queries()
    for path in ("summary", "body.a", "body.b.text"):
        reply(question(page, amal, path), robin)
    assert queries() == before == 3


def test_open_questions_are_those_of_the_pages_one_may_edit(page, amal, robin, admin_user, editing):
    asked, answered = question(page, amal), question(page, amal, "summary")
    reply(answered, robin)
    with editing():
        stranger = member("Kim", make_county("bergtal", "Bergtal"), Role.EDITORS)
    assert list(open_questions(robin)) == list(open_questions(admin_user)) == [asked]
    assert list(open_questions(amal)) == list(open_questions(stranger)) == []
    Comment.objects.filter(pk=asked.comment_id).update(resolved_at=timezone.now())
    assert list(open_questions(robin)) == []


def test_what_who_asked_adds_is_no_answer(page, admin_user):
    asked = question(page, admin_user)
    reply(asked, admin_user, "Genauer: …")
    assert list(open_questions(admin_user)) == [asked]


def test_the_first_page_leads_editors_to_the_question(client, page, amal, robin):
    address = reverse("wagtailadmin_home")
    client.force_login(robin)
    assert "Fragen" not in client.get(address, headers={"Accept-Language": "de"}).content.decode()
    asked = question(page, amal, "body.a", "Was ist <gemeint>?", 1)
    html = client.get(address, headers={"Accept-Language": "de"}).content.decode()
    shown = " ".join(texts(html))
    assert "1 Frage wartet" in shown
    assert "Zwei." in shown
    assert "Was ist &lt;gemeint&gt;?" in html
    assert f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}?comment={asked.comment_id}" in html
    for user in (amal, member("Uli", make_county("bergtal", "Bergtal"), Role.EDITORS)):
        client.force_login(user)
        assert "gemeint" not in client.get(address).content.decode()


def test_the_first_page_costs_the_same_queries_for_many_questions(client, page, amal, robin):
    client.force_login(robin)

    def queries() -> int:
        with CaptureQueriesContext(connection) as context:
            client.get(reverse("wagtailadmin_home"))
        return len(context)

    question(page, amal)
    queries()
    before = queries()
    for path in ("summary", "body.a", "body.b.text"):
        question(page, amal, path)
    assert queries() == before


# E-mails


def test_the_worker_tells_the_editors_of_the_county_once(page, amal, robin):
    question(page, amal, "body.a", "Was heißt das?", 1)
    worker = Worker()
    for _ in range(3):
        worker.due.clear()
        worker.work_schedule()
    (message,) = mail.outbox
    assert message.to == ["Robin@example.org"]
    assert message.subject == "Frage zu „Wohnen“"
    assert "\nZwei.\n" in message.body
    assert "\nWas heißt das?\n" in message.body
    assert f"/admin/pages/{page.pk}/edit/?comment={Comment.objects.get().pk}" in message.body
    assert Question.objects.get().notified_at


def test_who_follows_the_comments_is_told_else_who_wrote_last(county, page, amal, robin):
    last, follower, former = (member(name, county, Role.EDITORS) for name in ("Lea", "Fay", "Ole"))
    fresh(page).save_revision(user=last)
    question(page, amal)
    assert [message.to for message in send_all()] == [["Lea@example.org"]]
    for user in (follower, former):
        PageSubscription.objects.create(page=fresh(page), user=user, comment_notifications=True)
    former.groups.clear()
    question(page, amal)
    assert [message.to for message in send_all()] == [["Fay@example.org"]]


def test_who_declined_such_emails_or_is_gone_gets_none(county, page, amal, robin):
    UserProfile.objects.create(user=robin, updated_comments_notifications=False)
    gone = member("Lea", county, Role.EDITORS)
    gone.is_active = False
    gone.save()
    question(page, amal)
    assert send_all() == []
    assert Question.objects.get().notified_at


def test_who_asked_is_told_of_each_answer_once_and_not_by_wagtail(client, page, amal, robin):
    asked = question(page, amal, "body.a", number=1)
    send_all()
    client.force_login(robin)
    send_form(client, page, form(client, page, asked, answer="Gemeint ist die Miete."))
    (message,) = send_all()
    assert mail.outbox[1:] == [message]
    assert message.to == ["Amal@example.org"]
    assert message.subject == "Antwort auf Ihre Frage zu „Wohnen“"
    for words in ("\nZwei.\n", "\nWas heißt das?\n", "Antwort von Robin:", "\nGemeint ist die Miete.\n"):
        assert words in message.body
    translation = page.get_translations().get(locale__language_code="ar")
    assert f"/admin/desk/{translation.pk}/" in message.body
    reply(asked, robin, "Und noch etwas.")
    (message,) = send_all()
    assert "Miete" not in message.body
    assert send_all() == []


def test_wagtail_still_tells_of_other_comments(client, page, amal, robin, admin_user):
    comment = Comment.objects.create(page=page, user=admin_user, text="Unter uns", contentpath="title")
    client.force_login(robin)
    other = Question(comment=comment)
    send_form(client, page, form(client, page, other, answer="Ja."))
    assert [message.to for message in mail.outbox] == [[admin_user.email]]


def test_editors_are_not_told_of_what_is_answered_already(page, amal, robin):
    reply(question(page, amal), robin)
    assert [message.to for message in send_all()] == [["Amal@example.org"]]


def test_who_may_no_longer_read_the_page_is_told_nothing(page, amal, robin):
    asked = question(page, amal)
    send_all()
    amal.groups.clear()
    reply(asked, robin)
    assert send_all() == []


def test_emails_speak_the_language_of_the_admin(page, amal, robin):
    asked = question(page, amal)
    (german,) = send_all()
    assert [line for line in german.body.splitlines() if foreign(line)] == []
    UserProfile.objects.create(user=amal, preferred_language="en")
    reply(asked, robin)
    (english,) = send_all()
    assert english.subject == "Your question about “Wohnen” has been answered"


def test_a_mail_server_that_is_down_is_asked_again_later(page, amal, robin):
    asked, other = question(page, amal), question(page, amal, "summary")
    reply(other, robin)
    with patch(SEND, side_effect=smtplib.SMTPServerDisconnected) as send:
        assert send_all() == []
    assert send.call_count == 1
    assert send_all() == []
    assert Question.objects.get(pk=asked.pk).notified_at is None
    with patch("django.utils.timezone.now", return_value=timezone.now() + 2 * question_mail.PAUSE):
        sent = [message.to[0] for message in send_all()]
    assert sorted(sent) == ["Amal@example.org", "Robin@example.org"]


def test_an_address_that_is_refused_keeps_nobody_else_from_an_email(county, page, amal, robin):
    member("Lea", county, Role.EDITORS)
    question(page, amal)
    refusal = smtplib.SMTPRecipientsRefused({})
    with patch(SEND, side_effect=[refusal, 1]) as send:
        send_all()
    assert send.call_count == 2
    assert Question.objects.get().notified_at


def test_a_worker_that_dies_while_sending_loses_nothing(page, amal, robin):
    question(page, amal)
    with patch(SEND, side_effect=KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        question_mail.send_due()
    with patch("django.utils.timezone.now", return_value=timezone.now() + timedelta(hours=1)):
        assert len(send_all()) == 1


def test_a_question_without_a_draft_of_the_translation_leads_to_the_list(page, eva, robin):
    asked = ask(page, "title", string(page, "title"), "en", "Was?", eva)
    reply(asked, robin)
    send_all()
    assert reverse("hub_my_translations") in mail.outbox[-1].body


# Pages and people that go


def test_a_copy_of_a_page_has_no_questions(page, county, amal):
    question(page, amal)
    copy = fresh(page).copy(to=county, update_attrs={"slug": "kopie"})
    assert not Comment.objects.filter(page=copy.pk).exists()
    assert questions_of(copy.translation_key) == {}


def test_questions_go_with_their_page(page, amal, robin):
    reply(question(page, amal), robin)
    send_all()
    Page.objects.get(pk=page.pk).delete()
    assert not Question.objects.exists()
    assert send_all() == []


def test_people_may_be_deleted_or_made_anonymous(page, amal, eva, robin):
    asked, other = question(page, amal), question(page, eva, "summary")
    reply(asked, robin)
    send_all()
    robin.delete()
    assert list(Question.objects.order_by("pk")) == [asked, other]
    amal.username, amal.first_name, amal.email = "deleted-1", "", ""
    amal.save()
    assert questions_of(page.translation_key)[asked.string_id, "title"][0].author == "deleted-1"
    eva.delete()
    assert list(Question.objects.all()) == [asked]
    assert send_all() == []


def test_offices_take_questions_about_plain_fields(county, page, amal, editing):
    with editing():
        amt = office(county)
        translate(amt, "ar", publish=False)
    asked = question(OfficePage.objects.get(pk=amt.pk), amal, "phones.the-phone.label")
    assert asked.comment.contentpath == "phones.the-phone.label"
