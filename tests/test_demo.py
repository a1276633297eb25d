"""`manage.py demo`: what `make run` shows first."""

from __future__ import annotations

import stat
from collections import Counter

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from hub.management.commands import demo
from hub.publications.check import check_consumers, check_pages
from hub.publications.models import Publication, Sequence
from hub.testing import make_county

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def login(tmp_path, monkeypatch):
    """The file that keeps the administrator's password."""
    file = tmp_path / "var" / "demo-login"
    monkeypatch.setattr(demo, "LOGIN_FILE", file)
    return file


def test_the_demo_is_published_in_german_and_half_of_it_in_english_and_arabic(login):
    call_command("demo")
    public = Publication.objects.public()
    shown = Counter(public.filter(kind__in=("info", "offices")).values_list("locale", "content_locale"))
    assert shown["de", "de"] == 13  # nine articles, imprint, privacy and accessibility among them, and four offices
    for locale in ("en", "ar"):
        assert (shown[locale, locale], shown[locale, "de"]) == (6, 7)
    outdated = public.filter(document__meta__outdated=True)
    assert outdated.count() == 1
    assert [*check_pages(), *check_consumers()] == []
    assert User.objects.get().check_password(login.read_text())
    assert stat.S_IMODE(login.stat().st_mode) == 0o600


def test_a_second_time_changes_nothing(login):
    call_command("demo")
    before = Sequence.objects.get().value, login.read_text()
    call_command("demo")
    assert (Sequence.objects.get().value, login.read_text()) == before


def test_a_hub_in_use_is_refused(login):
    make_county()
    with pytest.raises(CommandError, match="pages of its own"):
        call_command("demo")
    assert not User.objects.exists()
    assert not login.exists()


def test_the_vocabulary_alone_goes_into_a_hub_in_use(login, capsys):
    make_county()
    call_command("demo", "--vocabulary-only")
    call_command("demo", "--vocabulary-only")
    first, second = capsys.readouterr().out.splitlines()
    assert int(first.split()[0]) > 0
    assert second.startswith("0 ")
