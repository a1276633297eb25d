"""The list of jobs in a browser: it renews itself while something runs, and keeps the focus."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import expect

from hub.jobs import kinds, running
from tests.jobs.stage import KIND, WriteTopics

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def begin(monkeypatch):
    """Start a job of the person who is logged in: `begin("eins")`."""
    monkeypatch.setitem(kinds._kinds, KIND, WriteTopics())

    def begin(subject):
        user = User.objects.get(username="editor")
        return running.start(KIND, {"number": 2, "subject": subject}, subject=subject, user=user)

    return begin


def test_the_list_renews_itself_until_nothing_runs(editor, begin):
    tab, asked = editor.tab, []
    job = begin("eins")
    tab.on("request", lambda request: asked.append(request.url) if reverse("hub_jobs_table") in request.url else None)
    tab.clock.install()
    editor.open("jobs/")
    row = tab.locator(f"#job-{job.pk}")
    cancel = row.locator("button")
    cancel.focus()
    expect(row).to_contain_text("wartet")
    running.run_step()
    running.run_step()
    expect(row).to_contain_text("1 von 2")
    expect(row.get_by_role("progressbar", name="Write “eins”")).to_have_attribute("value", "1")
    expect(cancel).to_be_focused()
    assert Axe().run(tab, context="#hub-jobs").response["violations"] == []
    other = begin("zwei")
    expect(tab.locator(f"#job-{other.pk}")).to_contain_text("wartet")
    while running.run_step():
        pass
    expect(row).to_contain_text("beendet")
    expect(tab.locator("#hub-jobs [data-running]")).to_have_count(0)
    asked.clear()
    tab.clock.fast_forward(60_000)
    assert asked == [], "nothing runs, so nobody asks"


def test_a_job_is_cancelled_and_goes_on_from_the_keyboard(editor, begin):
    job = begin("eins")
    editor.open("jobs/")
    row = editor.tab.locator(f"#job-{job.pk}")
    row.get_by_role("button", name="Abbrechen").press("Enter")
    expect(row).to_contain_text("abgebrochen")
    row.get_by_role("button", name="Erneut versuchen").press("Enter")
    expect(row).to_contain_text("wartet")
