"""Administrators give a code beside the password; a lost phone does not lock them out."""

import re
import time
from base64 import b32decode

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from hub.logins import second_factor
from tests.logins.conftest import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.any_database, pytest.mark.thorough]

LOGIN, CODE = "/admin/login/", "/admin/login/code/"


@pytest.fixture(autouse=True)
def _second_factor(settings):
    settings.SECOND_FACTOR = "administrators"


@pytest.fixture
def translator(django_user_model):
    user = django_user_model.objects.create_user("translator", password=PASSWORD)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


def give_password(client, name="editor", address=LOGIN, **more):
    return client.post(address, {"username": name, "password": PASSWORD, "next": "/admin/reports/locked/", **more})


def shown_code(client):
    """Return the code of an app that has been given the key that is shown."""
    key = re.search(r"<code>([A-Z2-7 ]+)</code>", client.get(CODE).content.decode())[1]
    return f"{totp(b32decode(key.replace(' ', ''))):06}"


def right_code(user):
    device = second_factor.device_of(user)
    TOTPDevice.objects.update(last_t=-1)  # as if the last code were long ago
    return f"{totp(device.bin_key):06}"


def give_code(client, code):
    return client.post(CODE, {"code": code})


def is_logged_in(client):
    return client.get("/admin/account/").status_code == 200


@pytest.fixture
def codes(client, editor):
    """The recovery codes of the editor, who has set up the app and logged out."""
    give_password(client)
    shown = give_code(client, shown_code(client)).content.decode()
    client.logout()
    return re.findall(r"<code>(\w{8})</code>", shown)


def test_a_user_without_device_is_led_to_set_one_up_and_gets_recovery_codes(client, editor):
    assert give_password(client).headers["Location"] == CODE
    form = client.get(CODE).content.decode()
    assert "<svg" in form
    assert not re.search(r"\bsrc=\"(https?:)?//", form)
    assert not is_logged_in(client)
    assert give_code(client, "000000").status_code == 200
    assert not is_logged_in(client)
    assert not TOTPDevice.objects.exists()
    answer = give_code(client, shown_code(client)).content.decode()
    assert len(set(re.findall(r"<code>(\w{8})</code>", answer))) == 10
    assert 'href="/admin/reports/locked/"' in answer
    assert is_logged_in(client)


def test_nobody_else_is_shown_the_key_that_a_user_sets_up(client, editor):
    other = Client()
    for browser in (client, other):
        give_password(browser)
    assert shown_code(client) != shown_code(other)
    assert give_code(client, shown_code(other)).status_code == 200
    give_code(client, shown_code(client))
    assert "<svg" not in other.get(CODE).content.decode().partition("<main")[2]


def test_the_code_of_the_app_logs_in_and_leads_on(client, editor, codes):
    assert give_password(client).headers["Location"] == CODE
    assert "<svg" not in client.get(CODE).content.decode().partition("<main")[2]
    assert not is_logged_in(client)
    assert give_code(client, right_code(editor)).headers["Location"] == "/admin/reports/locked/"
    assert is_logged_in(client)
    assert client.session.get_expire_at_browser_close()


def test_remember_me_is_remembered_over_the_code(client, editor, codes):
    give_password(client, remember="on")
    give_code(client, right_code(editor))
    assert client.session.get_expiry_age() == 12 * 60 * 60
    assert not client.session.get_expire_at_browser_close()


def test_a_recovery_code_logs_in_once(client, editor, codes):
    give_password(client)
    assert give_code(client, f" {codes[0].upper()} ").status_code == 302
    assert is_logged_in(client)
    client.logout()
    give_password(client)
    assert give_code(client, codes[0]).status_code == 200
    assert not is_logged_in(client)


def test_who_has_few_recovery_codes_left_is_told(client, editor, codes):
    StaticToken.objects.exclude(token__in=codes[:3]).delete()
    give_password(client)
    give_code(client, codes[0])
    assert "2 " in client.get("/admin/").content.decode().partition("messages")[2]


def test_a_code_is_used_once(client, editor, codes):
    code = right_code(editor)
    give_password(client)
    give_code(client, code)
    client.logout()
    give_password(client)
    assert give_code(client, code).status_code == 200
    assert not is_logged_in(client)


def test_guessing_codes_is_slowed_down(client, editor, codes):
    code = right_code(editor)
    give_password(client)
    for _ in range(100):
        give_code(client, "000000")
    assert give_code(client, code).status_code == 200
    assert second_factor.device_of(editor).throttling_failure_count < 10  # the others were not compared


@pytest.mark.parametrize("address", [LOGIN, "/de/_util/login/", "/ar/_util/login/"])
def test_the_password_alone_logs_in_nowhere(client, editor, codes, address):
    assert give_password(client, address=address).headers["Location"] == CODE
    assert "_auth_user_id" not in client.session


def test_the_password_counts_for_ten_minutes_and_only_while_it_is_right(client, editor, codes, monkeypatch):
    code = right_code(editor)
    give_password(client)
    now = time.time()
    monkeypatch.setattr(second_factor.time, "time", lambda: now + 11 * 60)
    assert give_code(client, code).headers["Location"] == LOGIN
    monkeypatch.undo()
    give_password(client)
    editor.set_password("quite another password")
    editor.save()
    assert give_code(client, code).headers["Location"] == LOGIN
    assert not is_logged_in(client)


def test_without_the_password_nobody_is_asked_for_a_code(client, codes):
    assert client.get(CODE).headers["Location"] == LOGIN
    assert give_code(client, codes[0]).headers["Location"] == LOGIN


def test_others_need_none_unless_a_setting_says_so(client, translator, settings):
    give_password(client, "translator")
    assert is_logged_in(client)
    client.logout()
    settings.SECOND_FACTOR = "all"
    assert give_password(client, "translator").headers["Location"] == CODE


def test_it_is_off_in_development(client, editor, settings, load_settings):
    settings.SECOND_FACTOR = load_settings("development").SECOND_FACTOR
    give_password(client)
    assert is_logged_in(client)


def test_the_account_offers_to_set_it_up_again(client, editor, codes):
    give_password(client)
    give_code(client, codes[0])
    address = reverse("second_factor_set_up_again")
    assert address in client.get("/admin/account/").content.decode()
    assert client.get(address).status_code == 200
    client.post(address)
    assert not is_logged_in(client)
    assert not StaticToken.objects.exists()
    give_password(client)
    assert "<svg" in client.get(CODE).content.decode()


def test_a_command_gives_a_code_to_who_has_lost_everything(client, editor, codes, capsys):
    call_command("addstatictoken", "editor")
    give_password(client)
    give_code(client, capsys.readouterr().out.strip())
    assert is_logged_in(client)
