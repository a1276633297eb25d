"""Whoever guesses passwords is stopped soon, and stops nobody else."""

import logging

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.hashers import check_password
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.forms import PasswordViewRestrictionForm
from wagtail.models import BaseViewRestriction, Collection, CollectionViewRestriction

from hub.logins.models import PasswordReset
from tests.logins.conftest import PAGE_PASSWORD, PASSWORD, through_proxy

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]

LOGINS = ["/admin/login/", "/de/_util/login/"]
ATTACKER, HONEST = "203.0.113.7", "198.51.100.9"
LIMIT = 10
MANY = 200


@pytest.fixture
def checks(monkeypatch):
    """A list that gets each user's password that is compared with the stored one."""
    compared = []

    def check(user, password):
        compared.append(password)
        return check_password(password, user.password)

    monkeypatch.setattr("django.contrib.auth.models.AbstractBaseUser.check_password", check)
    return compared


def log_in(browser, address="/admin/login/", name="editor", password=PASSWORD):
    return browser.post(address, {"username": name, "password": password, "next": "/admin/"})


def is_open(answer):
    """Say whether a password was accepted."""
    return answer.status_code == 302


@pytest.mark.any_database
@pytest.mark.parametrize("address", LOGINS)
def test_of_many_logins_in_a_row_ten_reach_the_check_and_the_user_logs_in_meanwhile(editor, checks, address):
    attacker, honest = through_proxy(ATTACKER), through_proxy(HONEST)
    for number in range(MANY):
        answer = log_in(attacker, address, password=f"guess {number}")
        if number == MANY // 2:
            assert is_open(log_in(honest, address))
            checks.remove(PASSWORD)
    assert len(checks) == LIMIT
    assert answer.status_code == 429
    assert not is_open(log_in(attacker, address))


def test_an_attacker_locks_nobody_else_at_the_same_address_out(editor, django_user_model):
    django_user_model.objects.create_superuser("colleague", password=PASSWORD)
    for number in range(20):
        log_in(through_proxy(ATTACKER), name="colleague", password=str(number))
    assert is_open(log_in(through_proxy(ATTACKER)))
    assert not is_open(log_in(through_proxy(ATTACKER), name="colleague"))


def test_another_browser_gives_no_further_attempts(editor, checks):
    for number in range(30):
        browser = through_proxy(ATTACKER)
        browser.post("/admin/login/", {"username": "editor", "password": "no"}, headers={"User-Agent": str(number)})
    assert len(checks) == LIMIT


def test_attempts_at_both_logins_count_together(editor, checks):
    for number in range(30):
        log_in(through_proxy(ATTACKER), LOGINS[number % 2], password="no")
    assert len(checks) == LIMIT


def test_who_mistypes_now_and_then_is_not_locked_out(editor):
    browser = through_proxy(HONEST)
    for _ in range(4):
        for _ in range(LIMIT - 1):
            assert log_in(browser, password="no").status_code == 200
        assert is_open(log_in(browser))


def test_a_lock_ends_after_15_minutes(editor, monkeypatch):
    browser = through_proxy(HONEST)
    for _ in range(LIMIT):
        log_in(browser, password="no")
    later = timezone.now() + timezone.timedelta(minutes=14)
    monkeypatch.setattr("axes.handlers.proxy.now", lambda: later)
    assert log_in(browser).status_code == 429
    later += timezone.timedelta(minutes=2)
    assert is_open(log_in(browser))


@pytest.mark.parametrize(
    ("command", "arguments"),
    [("axes_reset", []), ("axes_reset_username", ["editor"]), ("axes_reset_ip", [HONEST])],
)
def test_a_command_unlocks(editor, command, arguments, capsys):
    browser = through_proxy(HONEST)
    for _ in range(LIMIT):
        log_in(browser, password="no")
    call_command(command, *arguments)
    assert is_open(log_in(browser))


@pytest.mark.any_database
def test_of_many_page_passwords_in_a_row_ten_reach_the_check_and_a_reader_meanwhile_reads(private_page, monkeypatch):
    tried = []
    check = PasswordViewRestrictionForm.clean_password

    def noted(form):
        tried.append(form.cleaned_data["password"])
        return check(form)

    monkeypatch.setattr(PasswordViewRestrictionForm, "clean_password", noted)
    attacker, reader = through_proxy(ATTACKER), through_proxy(HONEST)
    for number in range(MANY):
        answer = attacker.post(private_page, {"password": f"guess {number}", "return_url": "/"})
        if number == MANY // 2:
            assert is_open(reader.post(private_page, {"password": PAGE_PASSWORD, "return_url": "/"}))
            tried.remove(PAGE_PASSWORD)
    assert len(tried) == LIMIT
    assert answer.status_code == 429
    assert attacker.post(private_page, {"password": PAGE_PASSWORD, "return_url": "/"}).status_code == 429


def test_another_pages_address_gives_no_further_attempts_at_the_password(private_page):
    for _ in range(LIMIT):
        through_proxy(ATTACKER).post(private_page, {"password": "no", "return_url": "/"})
    other = private_page.rsplit("/", 2)[0] + "/1/"
    assert through_proxy(ATTACKER).post(other, {"password": PAGE_PASSWORD}).status_code == 429
    german = private_page.replace("/ar/", "/de/")
    assert through_proxy(ATTACKER).post(german, {"password": PAGE_PASSWORD}).status_code == 429


def test_the_right_page_password_starts_the_count_again(private_page):
    reader = through_proxy(HONEST)
    for _ in range(3):
        for _ in range(LIMIT - 1):
            assert reader.post(private_page, {"password": "no", "return_url": "/"}).status_code == 200
        assert is_open(reader.post(private_page, {"password": PAGE_PASSWORD, "return_url": "/"}))


def test_passwords_of_files_are_limited_too(db):
    collection = Collection.get_first_root_node().add_child(name="Intern")
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=BaseViewRestriction.PASSWORD, password=PAGE_PASSWORD
    )
    address = f"/documents/authenticate_with_password/{restriction.pk}/"
    for _ in range(LIMIT):
        answer = through_proxy(ATTACKER).post(address, {"password": "no", "return_url": "/"})
    assert answer.status_code == 429
    assert through_proxy(ATTACKER).post(address, {"password": PAGE_PASSWORD, "return_url": "/"}).status_code == 429
    assert is_open(through_proxy(HONEST).post(address, {"password": PAGE_PASSWORD, "return_url": "/"}))


@pytest.mark.parametrize(
    ("language", "words"), [("ar", "محاولات كثيرة جدًا"), ("de", "Zu viele Versuche"), ("en", "Too many")]
)
def test_the_message_is_clear_and_in_the_visitors_language(private_page, language, words):
    address = private_page.replace("/ar/", f"/{language}/")
    for _ in range(LIMIT + 1):
        answer = through_proxy(ATTACKER).post(address, {"password": "no", "return_url": "/"})
    assert answer.status_code == 429
    assert words in answer.content.decode()
    assert answer.headers["Retry-After"] == "900"
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Language"] == language


@pytest.mark.any_database
def test_of_many_resets_in_a_row_ten_are_noted_and_the_user_is_served_meanwhile(editor, monkeypatch):
    noted = []
    update_or_create = PasswordReset.objects.update_or_create
    monkeypatch.setattr(
        PasswordReset.objects, "update_or_create", lambda **values: noted.append(1) or update_or_create(**values)
    )
    attacker, honest = through_proxy(ATTACKER), through_proxy(HONEST)
    for number in range(MANY):
        answer = attacker.post("/admin/password_reset/", {"email": editor.email})
        if number == MANY // 2:
            assert is_open(honest.post("/admin/password_reset/", {"email": editor.email}))
            noted.pop()
    assert answer.status_code == 429
    assert len(noted) == LIMIT


@pytest.mark.parametrize("name", ["editor", "nobody"])
def test_a_failed_login_is_logged_without_the_password(editor, caplog, name):
    with caplog.at_level(logging.INFO):
        log_in(through_proxy(HONEST), name=name, password="secret guess")
    lines = [record.getMessage() for record in caplog.records if record.name == "hub.logins"]
    assert lines == [f"Login as '{name}' from {HONEST} failed."]
    assert "secret guess" not in caplog.text


def test_no_password_is_stored_with_an_attempt(editor, private_page):
    log_in(through_proxy(HONEST), password="secret guess")
    through_proxy(HONEST).post(private_page, {"password": "secret guess", "return_url": "/"})
    assert AccessAttempt.objects.count() == 2
    assert "secret guess" not in str(list(AccessAttempt.objects.values()))


def test_a_visitors_page_costs_no_query_for_the_limits(private_page):
    with CaptureQueriesContext(connection) as queries:
        through_proxy(HONEST).get("/de/auental/")
    assert not [query["sql"] for query in queries if "axes" in query["sql"] or "logins_" in query["sql"]]


@pytest.mark.parametrize("name", ["page 1", "files 1", "reset editor@example.org"])
def test_no_user_can_have_a_name_under_which_other_attempts_are_counted(name):
    with pytest.raises(ValidationError):
        UnicodeUsernameValidator()(name)
