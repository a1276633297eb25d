"""A forgotten password: the answer tells nobody who has an account, the background process sends the e-mail."""

import re

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hub.logins import resets
from hub.logins.models import PasswordReset
from hub.publications.worker import Worker
from tests.logins.conftest import through_proxy

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/password_reset/"


def ask(email, language="de"):
    browser = through_proxy("198.51.100.9")
    return browser.post(ADDRESS, {"email": email}, headers={"Accept-Language": language})


def test_the_worker_sends_the_email_and_its_link_works(editor, client):
    ask("Editor@example.org")
    assert mail.outbox == []
    Worker().step()
    (message,) = mail.outbox
    assert message.to == ["editor@example.org"]
    link = re.search(r"http://127\.0\.0\.1:8000(/admin/password_reset/confirm/\S+)", message.body)[1]
    form = client.get(link, follow=True)
    new = {"new_password1": "quite another password", "new_password2": "quite another password"}
    client.post(form.redirect_chain[-1][0], new)
    editor.refresh_from_db()
    assert editor.check_password("quite another password")


@pytest.mark.parametrize(("language", "words"), [("de", "Passwort"), ("en", "password")])
def test_the_email_speaks_the_language_of_the_form(editor, language, words):
    ask(editor.email, language)
    resets.send_due()
    assert words in mail.outbox[0].body


def test_an_unknown_address_is_answered_alike_at_the_same_cost(editor):
    answers = []
    for email in (editor.email, "nobody@example.org"):
        with CaptureQueriesContext(connection) as queries:
            answer = ask(email)
        statements = [re.sub(r"'[^']*'|\d+", "", query["sql"]).replace(email, "") for query in queries]
        answers.append((answer.status_code, answer.headers["Location"], answer.content, statements))
    assert answers[0] == answers[1]
    while resets.send_due():
        pass
    assert [message.to for message in mail.outbox] == [["editor@example.org"]]


def test_nobodys_mailbox_is_flooded(editor):
    for _ in range(5):
        ask(editor.email)
        resets.send_due()
    assert len(mail.outbox) == 1
    PasswordReset.objects.update(sent_at=timezone.now() - resets.PAUSE)
    assert resets.send_due()
    assert len(mail.outbox) == 2


def test_what_was_asked_is_not_kept(editor):
    ask("nobody@example.org")
    resets.send_due()
    PasswordReset.objects.update(sent_at=timezone.now() - resets.PAUSE)
    ask(editor.email)
    resets.send_due()
    assert PasswordReset.objects.get().email == editor.email


def test_a_mail_server_that_refuses_is_logged_and_stops_nothing(editor, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    ask(editor.email)
    assert resets.send_due()
    assert "Failed to send password reset email" in caplog.text
    assert not resets.send_due()
