"""The list of jobs in the admin: who sees and changes what, and how it shows progress."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from hub.jobs import running
from hub.jobs.models import Job, State
from hub.rights.models import Role
from tests.rights.stage import member
from tests.rules.test_query_budgets import counted, hold

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(county):
    return member("Maria", county, Role.EDITORS)


@pytest.fixture
def editor_client(editor):
    client = Client()
    client.force_login(editor)
    return client


def body(client, name="hub_jobs"):
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    return answer.content.decode()


def press(client, action, job):
    return client.post(reverse(f"hub_jobs_{action}", args=[job.pk])).status_code


@pytest.mark.parametrize("name", ["hub_jobs", "hub_jobs_table"])
def test_people_see_their_own_jobs_and_administrators_all(begin, editor, editor_client, admin_client, county, name):
    begin("meins", user=editor)
    begin("fremdes", user=member("Amal", county, Role.EDITORS))
    begin("niemandes")
    assert "meins" in body(editor_client, name)
    assert "fremdes" not in body(editor_client, name)
    assert "niemandes" not in body(editor_client, name)
    for subject in ("meins", "fremdes", "niemandes"):
        assert subject in body(admin_client, name)


def test_nobody_else_has_a_way_in(begin, client, django_user_model):
    job = begin()
    assert client.get(reverse("hub_jobs")).url.startswith(reverse("wagtailadmin_login"))
    client.force_login(django_user_model.objects.create_user("visitor"))
    assert client.get(reverse("hub_jobs")).status_code in (302, 403)
    assert press(client, "cancel", job) in (302, 403)
    assert Job.objects.get().state == State.WAITING


def test_jobs_of_others_are_not_there(begin, editor_client):
    job = begin()
    assert press(editor_client, "cancel", job) == 404
    assert press(editor_client, "try_again", job) == 404
    assert Job.objects.get().state == State.WAITING


def test_a_job_is_changed_by_post_alone(begin, editor, editor_client):
    job = begin(user=editor)
    assert editor_client.get(reverse("hub_jobs_cancel", args=[job.pk])).status_code == 405
    assert Job.objects.get().state == State.WAITING


def test_who_started_a_job_cancels_it_and_lets_it_go_on(begin, editor, editor_client):
    job = begin(user=editor)
    assert press(editor_client, "cancel", job) == 302
    assert Job.objects.get().state == State.CANCELLED
    assert press(editor_client, "try_again", job) == 302
    assert Job.objects.get().state == State.WAITING


def test_progress_and_result_are_shown(begin, editor, editor_client):
    begin(user=editor)
    assert "<progress" in body(editor_client)
    for _ in range(2):
        running.run_step()
    page = body(editor_client)
    assert 'max="3" value="1"' in page
    assert "1 von 3" in page
    assert "data-running" in page
    while running.run_step():
        pass
    page = body(editor_client)
    assert "<progress" not in page
    assert "data-running" not in page
    assert "beendet" in page
    assert "3 topics written." in page
    assert not page.count("formaction")


def test_an_error_is_told_with_a_button_to_try_again(begin, kind, editor, editor_client):
    job, kind.fail_at = begin(user=editor), 0
    while running.run_step():
        pass
    page = body(editor_client)
    assert "a mistake in the kind" in page
    assert reverse("hub_jobs_try_again", args=[job.pk]) in page


def test_names_of_pages_are_escaped(begin, editor, editor_client):
    begin("<script>eins</script>", user=editor)
    assert "<script>eins" not in body(editor_client)


def test_the_list_is_in_the_menu_of_reports(editor_client):
    assert reverse("hub_jobs") in editor_client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_table_that_is_fetched_is_the_one_of_the_page(begin, editor, editor_client):
    begin(user=editor)
    assert body(editor_client, "hub_jobs_table").strip() in body(editor_client)


def test_the_list_costs_the_same_whatever_it_holds(begin, editor, editor_client):
    def cost():
        return counted(lambda: body(editor_client))

    begin("eins", user=editor)
    cost()
    few = cost()
    for number in range(20):
        begin(f"mehr {number}", user=editor)
    hold("list of jobs", [few, cost()])


def test_its_script_is_a_file(editor_client):
    assert 'src="/static/hub_jobs/progress.js"' in body(editor_client)
    assert Path("hub/jobs/static/hub_jobs/progress.js").exists()
