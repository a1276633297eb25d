"""The e-mail on Mondays: to translators for whom something waits, once a week, until they decline it."""

import re
import smtplib
from datetime import datetime, timedelta
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from hub.desk import weekly_mail
from hub.desk.models import WeeklyMail, next_monday
from hub.publications.worker import Worker
from hub.rights.models import Role
from hub.testing import make_county, translate, work
from tests.desk.german import foreign
from tests.rights.stage import member
from tests.rules.stage import article, text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
LIST = reverse("hub_my_translations")
SEND = "django.core.mail.backends.locmem.EmailBackend.send_messages"


@pytest.fixture
def arbeit(county, editing):
    """A page that waits for its translation into Arabic."""
    with editing():
        translate(county, "ar")
        arbeit = article(county, "Arbeit & Beruf", [text("<p>Eine Stelle suchen.</p>")])
    work()
    return arbeit


@pytest.fixture
def amal(county, arbeit):
    return member("Amal", county, Role.TRANSLATORS, "ar")


def send_all() -> list:
    """Send what is due; return these e-mails."""
    before = len(mail.outbox)
    while weekly_mail.send_due():
        pass
    return mail.outbox[before:]


MONDAY = next_monday()


def monday(number: int = 1, **later: float):
    """Let it be the first Monday to come at seven, or one of those after it."""
    moment = MONDAY + timedelta(weeks=number - 1, **later)
    return patch("django.utils.timezone.now", return_value=moment)


def decline_address(message) -> str:
    return re.fullmatch(r"<http://127\.0\.0\.1:8000(/\S+)>", message.extra_headers["List-Unsubscribe"])[1]


def test_weeks_begin_on_monday_at_seven():
    berlin = ZoneInfo("Europe/Berlin")
    wednesday = datetime(2026, 3, 25, 12, tzinfo=berlin)
    monday = next_monday(wednesday)
    assert monday == datetime(2026, 3, 30, 7, tzinfo=berlin), "summer time has begun meanwhile"
    assert next_monday(monday) == datetime(2026, 4, 6, 7, tzinfo=berlin)


def test_the_worker_sends_it_on_monday_and_once_a_week(amal, arbeit):
    worker = Worker()
    worker.work_schedule()
    assert mail.outbox == []
    with monday():
        for _ in range(3):
            worker.due.clear()
            worker.work_schedule()
        assert [message.to for message in mail.outbox] == [["Amal@example.org"]]
        assert WeeklyMail.objects.get().sent_at == timezone.now()
    with monday(days=6):
        assert send_all() == []
    with monday(2):
        assert len(send_all()) == 1


def test_it_says_what_waits_and_where(client, amal, arbeit, county, editing):
    with editing():
        begun = translate(article(county, "Wohnen"), "ar", publish=False)
    work()
    send_all()
    with monday():
        (message,) = send_all()
    assert message.subject == "Zu übersetzen: 2 Seiten, 2 Texte, 6 Wörter"
    assert "Arbeit & Beruf (Arabisch, " in message.body
    assert f"http://127.0.0.1:8000/admin/desk/{begun.pk}/" in message.body
    assert f"http://127.0.0.1:8000{LIST}#page-{arbeit.pk}-ar" in message.body
    assert "Bereit zum Veröffentlichen" in message.body
    states = {"missing", "in", "work"}  # they stand in the model of coverage
    assert {word for line in message.body.splitlines() for word in foreign(line).split()} <= states
    client.force_login(amal)
    assert f'id="page-{arbeit.pk}-ar"' in client.get(LIST).content.decode()


def test_long_lists_are_cut(amal, county, editing):
    with editing():
        for number in range(11):
            article(county, f"Seite {number}")
    work()
    send_all()
    with monday():
        send_all()
    assert mail.outbox[0].body.count("\n* ") == 10
    assert "Und 2 weitere." in mail.outbox[0].body


def test_it_speaks_the_language_of_the_users_admin(amal):
    UserProfile.objects.create(user=amal, preferred_language="en")
    send_all()
    with monday():
        send_all()
    assert mail.outbox[0].subject == "To translate: 1 page, 2 texts, 6 words"


def test_nobody_else_gets_one(county, arbeit, editing):
    member("Robin", county, Role.EDITORS)
    member("Emma", county, Role.ADMINISTRATORS)
    for name, change in (("Nour", {"email": ""}), ("Samir", {"is_active": False})):
        user = member(name, county, Role.TRANSLATORS, "ar")
        for field, value in change.items():
            setattr(user, field, value)
        user.save()
    with editing():
        other = make_county("hausen", "Hausen")
        translate(other, "ar")
    work()
    member("Vera", other, Role.TRANSLATORS, "ar")  # nothing waits there
    send_all()
    with monday():
        assert send_all() == []


def test_nobody_is_told_of_pages_of_another_county(amal, editing):
    with editing():
        article(make_county("hausen", "Hausen"), "Fremd")
    work()
    send_all()
    with monday():
        (message,) = send_all()
    assert "Fremd" not in message.body
    assert "1 Seite" in message.subject


def test_who_leaves_the_group_gets_none(amal):
    send_all()
    amal.groups.clear()
    with monday():
        assert send_all() == []


def test_one_click_of_the_mail_program_declines(amal):
    send_all()
    with monday():
        (message,) = send_all()
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    program = Client(enforce_csrf_checks=True)
    answer = program.post(decline_address(message), {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    with monday(2):
        assert send_all() == []


def test_the_link_asks_first_since_scanners_follow_links(amal):
    send_all()
    with monday():
        (message,) = send_all()
    browser = Client(enforce_csrf_checks=True, headers={"Accept-Language": "de"})
    address = decline_address(message)
    assert f"http://127.0.0.1:8000{address}" in message.body
    page = browser.get(address).content.decode()
    assert "Keine E-Mails mehr" in page
    assert not WeeklyMail.objects.get().is_off
    assert "Erledigt" in browser.post(address).content.decode()
    assert WeeklyMail.objects.get().is_off


def test_a_forged_link_is_none(client, amal):
    for token in ("1", f"{weekly_mail.token_of(amal)}x"):
        assert client.post(reverse("hub_weekly_mail", args=[token])).status_code == 404


def test_translators_turn_it_off_and_on_again(client, amal, county):
    client.force_login(amal)
    german = {"Accept-Language": "de"}
    assert "Montags bekommen Sie eine E-Mail" in client.get(LIST, headers=german).content.decode()
    client.post(reverse("hub_switch_weekly_mail"))
    assert "Sie bekommen keine E-Mail" in client.get(LIST, headers=german).content.decode()
    with monday():
        assert send_all() == []
    client.post(reverse("hub_switch_weekly_mail"), {"on": "1"})
    with monday():
        assert len(send_all()) == 1
    client.force_login(member("Robin", county, Role.EDITORS))
    assert "E-Mail" not in client.get(LIST, headers=german).content.decode().partition("<main")[2]


def test_two_workers_send_one(amal):
    send_all()
    original = weekly_mail.WeeklyMail.objects.filter

    def overtaken(*args, **kwargs):
        """Let the other worker be quicker, between looking and claiming."""
        if "due_at" in kwargs:
            with patch.object(WeeklyMail.objects, "filter", original):
                weekly_mail.send_due()
        return original(*args, **kwargs)

    with monday(), patch.object(WeeklyMail.objects, "filter", overtaken):
        weekly_mail.send_due()
    assert len(mail.outbox) == 1


def test_a_mail_server_that_is_down_delays_all_and_loses_nothing(amal, county, caplog):
    member("Nour", county, Role.TRANSLATORS, "ar")
    send_all()
    with monday():
        with patch(SEND, side_effect=smtplib.SMTPServerDisconnected("down")) as server:
            send_all()
        assert server.call_count == 1, "the others wait for it, too"
        assert "down" in caplog.text
        assert send_all() == []
    with monday(hours=2):
        assert sorted(message.to for message in send_all()) == [["Amal@example.org"], ["Nour@example.org"]]
        assert send_all() == []


def test_a_refused_address_delays_nobody_else(amal, county):
    member("Nour", county, Role.TRANSLATORS, "ar")
    send_all()
    refusal = smtplib.SMTPRecipientsRefused({"Amal@example.org": (550, b"unknown")})
    with monday():
        with patch(SEND, side_effect=[refusal, 1]) as server:
            send_all()
        assert server.call_count == 2
        assert WeeklyMail.objects.filter(sent_at=None).count() == 1


def test_nothing_to_do_is_no_mail_until_the_week_after(amal, arbeit, editing):
    with editing():
        translate(arbeit, "ar")
    work()
    send_all()
    with monday():
        assert send_all() == []
        assert WeeklyMail.objects.get().due_at == MONDAY + timedelta(weeks=1)
