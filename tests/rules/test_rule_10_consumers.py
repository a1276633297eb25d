"""Rule 10: nothing is lost. A consumer goes on from its cursor; a check finds every difference and mends it."""

from dataclasses import replace
from io import StringIO
from unittest.mock import Mock

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Page

from home.models import InfoPage
from hub.plugins import Facet, kinds
from hub.publications import consumers, models, worker
from hub.publications.check import check_consumers, check_pages
from hub.publications.models import Publication, Sequence
from hub.publications.worker import Worker, role_of
from hub.testing import make_county, publish, translate, work
from tests.rules.stage import article, fresh, public, upkeep

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


class Memory(consumers.Consumer):
    """Remembers what it was told; `down` and `refuses` make it fail."""

    name = "memory"
    batch_size = 4

    def __init__(self):
        self.numbers, self.down, self.refuses, self.batches = {}, False, None, []

    def apply(self, changes):
        if self.down:
            raise consumers.Unavailable("the server is down")
        if any(change.translation_key == self.refuses for change in changes):
            raise ValueError("cannot read this")
        self.batches.append([change.sequence for change in changes])
        for change in changes:
            self.numbers.pop((change.translation_key, change.locale), None)
            if change.publication:
                self.numbers[change.translation_key, change.locale] = change.sequence

    def reset(self):
        self.numbers.clear()

    def held(self):
        return [(*key, number) for key, number in self.numbers.items()]


@pytest.fixture
def memory(monkeypatch):
    consumer = Memory()
    monkeypatch.setattr(consumers, "_consumers", {consumer.name: consumer})
    return consumer


def follow(consumer):
    while consumers.follow(consumer):
        pass


def expected():
    return sorted(
        (key, locale, number)
        for key, locale, number in Publication.objects.values_list("translation_key", "locale", "sequence")
    )


def test_rule_10_a_consumer_is_told_everything_in_order_and_in_batches(county, editing, memory):
    with editing():
        article(county)
    follow(memory)
    assert sorted(memory.held()) == expected()
    numbers = [number for batch in memory.batches for number in batch]
    assert numbers == sorted(numbers)
    assert max(map(len, memory.batches)) <= memory.batch_size
    assert not list(check_consumers())


def test_rule_10_one_that_was_down_goes_on_from_its_cursor(county, editing, memory):
    follow(memory)
    memory.down = True
    with editing():
        page = article(county)
        article(county, "Arbeit")
    assert consumers.follow(memory) == 0
    state = models.ConsumerState.objects.get(name="memory")
    assert state.failing_since
    assert "down" in state.error
    assert [finding.what for finding in check_consumers()] == ["cannot be reached: the server is down"]
    with editing():
        fresh(page).unpublish()
    work()
    memory.down = False
    follow(memory)
    assert sorted(memory.held()) == expected()
    assert models.ConsumerState.objects.get(name="memory").failing_since is None


@pytest.mark.parametrize(("seconds", "batches"), [(0, 1), (600, 3)])
def test_rule_10_a_slow_consumer_takes_batches_for_a_while_in_a_round(county, memory, monkeypatch, seconds, batches):
    monkeypatch.setattr(worker, "SLOW_SECONDS", seconds)
    memory.is_slow, memory.batch_size = True, 1
    assert Publication.objects.count() == 3
    Worker().follow()
    assert len(memory.batches) == batches


def test_rule_10_the_worker_leaves_a_failing_consumer_alone_for_longer_and_longer(county, editing, memory):
    worker, rests = Worker(), []
    worker.follow()
    with editing():
        article(county, "Neues")
    memory.down = True
    for _ in range(6):
        worker.due.clear()
        worker.follow()
        rests.append(worker.rest[role_of(memory)])
    assert rests == [1, 2, 4, 8, 10, 10]


def test_rule_10_a_change_that_fails_is_recorded_with_the_error(county, editing, memory):
    with editing():
        page = article(county)
        article(county, "Arbeit")
    memory.refuses = page.translation_key
    follow(memory)
    assert len(memory.numbers) == Publication.objects.count() - 3
    failed = models.ConsumerState.objects.get(name="memory").failed_changes
    assert {item.translation_key for item in failed.all()} == {page.translation_key}
    assert "cannot read this" in failed.first().error
    memory.refuses = None
    with editing():
        page = fresh(page)
        page.title = "Wohnen und Miete"
        publish(page)
    follow(memory)
    assert sorted(memory.held()) == expected()
    assert not failed.exists()


def test_rule_10_one_that_cannot_even_begin_hinders_no_other(county, memory, monkeypatch):
    class Broken(Memory):
        name = "broken"

        def reset(self):
            raise ValueError("a mistake in its own code")

    monkeypatch.setattr(consumers, "_consumers", {"broken": Broken(), "memory": memory})
    worker = Worker()
    while worker.follow():
        pass
    assert sorted(memory.held()) == expected()
    assert "a mistake" in models.ConsumerState.objects.get(name="broken").error


def test_rule_10_what_a_consumer_lost_is_found_and_mended(county, editing, memory):
    with editing():
        article(county)
    follow(memory)
    memory.numbers.popitem()
    assert [finding.where for finding in check_consumers()] == ["memory"]
    call_command("publications", "check", "--fix", stdout=StringIO())
    assert sorted(memory.held()) == expected()


def test_rule_10_a_crash_between_taking_over_and_noting_it_repeats_the_same_changes(county, memory):
    follow(memory)
    models.ConsumerState.objects.update(cursor=0)
    before = dict(memory.numbers)
    follow(memory)
    assert memory.numbers == before


def test_rule_10_a_new_epoch_makes_it_begin_again(county, memory):
    follow(memory)
    memory.numbers["stale", "de"] = 1
    Sequence.objects.update(epoch="restored")
    follow(memory)
    assert sorted(memory.held()) == expected()


def test_rule_10_the_check_finds_what_no_signal_told_and_mends_it(county, editing, memory):
    with editing():
        page, gone = article(county), article(county, "Arbeit")
    InfoPage.objects.filter(pk=page.pk).update(title="Miete")
    Page.objects.filter(pk=gone.pk).update(live=False)
    follow(memory)
    found = {finding.where: finding.what for finding in check_pages()}
    assert found["de/auental/wohnen"] == "the publication is out of date"
    assert found["de/auental/arbeit"] == "the publication shows a page that is not public there"
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("publications", "check", stdout=out)
    call_command("publications", "check", "--fix", stdout=out)
    assert "no difference" in out.getvalue()
    assert public(page).title == "Miete"
    assert public(gone) is None


def test_rule_10_the_periodic_run_does_the_same(county, editing):
    with editing():
        page = article(county)
    InfoPage.objects.filter(pk=page.pk).update(title="Miete")
    upkeep()
    work()
    assert public(page).title == "Miete"


def test_rule_10_a_rebuild_makes_all_equal(county, editing, memory):
    with editing():
        article(county)
        make_county("seenland", "Landkreis Seenland")
    numbers = expected()
    Publication.objects.filter(locale="ar").delete()
    call_command("publications", "rebuild", stdout=StringIO())
    follow(memory)
    assert len(expected()) == len(numbers)
    assert not [*check_pages(), *check_consumers()]


def test_rule_10_a_restored_backup_starts_a_new_epoch(county, client):
    since = client.get("/api/v2/changes/?since=0").json()["next"]
    call_command("publications", "rebuild", "--new-epoch", stdout=StringIO())
    assert client.get("/api/v2/changes/", {"since": since}).status_code == 410


def test_rule_10_a_rebuild_writes_facets_and_teasers_that_a_kind_has_gained(county, editing, monkeypatch):
    with editing():
        page = article(county, "Wohnen", icon="home")
    kind = kinds.for_model(InfoPage)
    gained = replace(kind, facets=(*kind.facets, Facet("icon", "icon")), teaser_fields=("icon", "body"))
    monkeypatch.setattr(kinds, "_by_slug", {**kinds._by_slug, kind.slug: gained})
    assert list(check_pages())
    call_command("publications", "rebuild")
    assert public(page).facets.filter(name="icon", value="home").exists()
    assert "body" in public(page).teaser


def test_rule_10_a_change_that_failed_in_one_language_stays_recorded_when_another_changes(county, editing):
    class Picky(consumers.Consumer):
        name = "picky"

        def apply(self, changes):
            if any(change.locale == "ar" and change.publication for change in changes):
                raise ValueError("no Arabic")

        def reset(self):
            pass

    with editing():
        page = article(county, "Wohnen")
        translate(page, "en")
    picky = Picky()
    while consumers.follow(picky):
        pass
    failed = models.FailedChange.objects.filter(locale="ar", translation_key=page.translation_key)
    assert failed.exists()
    with editing():
        translate(page, "en", mark="better")
    while consumers.follow(picky):
        pass
    assert failed.exists()


def test_rule_10_a_consumer_sent_back_to_its_beginning_meanwhile_stays_there(county, editing):
    class Index(consumers.Consumer):
        name, batch_size = "index", 4

        def apply(self, changes):
            nonlocal meanwhile
            found.update({(change.translation_key, change.locale) for change in changes})
            act, meanwhile = meanwhile, None
            if act:
                act()

        def reset(self):
            found.clear()

    def rebuild() -> None:
        models.ConsumerState.objects.filter(name="index").update(epoch="")
        consumers.follow(index)

    found, meanwhile, index = set(), None, Index()
    with editing():
        for number in range(5):
            article(county, f"Seite {number}")
    while consumers.follow(index):
        pass
    with editing():
        article(county, "Neu")
    meanwhile = rebuild
    while consumers.follow(index):
        pass
    assert len(found) == Publication.objects.count()


class TestSomeKinds:
    """A consumer that follows information pages alone."""

    @pytest.fixture
    def memory(self, memory):
        memory.kinds = ("info",)
        return memory

    def test_it_is_told_of_these_alone(self, county, editing, memory):
        with editing():
            page = article(county)
        follow(memory)
        assert sorted(memory.held()) == [item for item in expected() if item[0] == page.translation_key]
        assert not list(check_consumers())
        with editing():
            fresh(page).unpublish()
        work()
        follow(memory)
        assert not memory.numbers
        assert not list(check_consumers())

    def test_what_does_not_concern_it_is_passed_over_once(self, county, memory, django_assert_num_queries):
        follow(memory)
        assert models.ConsumerState.objects.get(name="memory").cursor == Sequence.current().value
        with django_assert_num_queries(5):  # its row, the head, what is tried again, publications, tombstones
            consumers.follow(memory)

    def test_with_another_kind_it_begins_again(self, county, editing, memory):
        with editing():
            article(county)
        follow(memory)
        memory.kinds = ("info", "counties")
        assert consumers.is_behind(memory)
        follow(memory)
        assert sorted(memory.held()) == expected()


def test_with_another_form_of_what_it_holds_it_begins_again(county, editing, memory, monkeypatch):
    with editing():
        article(county)
    follow(memory)
    memory.batches.clear()
    monkeypatch.setattr(Memory, "version", "2")
    assert consumers.is_behind(memory)
    follow(memory)
    assert memory.batches[0][0] == min(number for *_key, number in expected())
    assert not consumers.is_behind(memory)


def test_it_may_find_out_itself_that_it_has_to_begin_again(county, editing, memory, monkeypatch):
    follow(memory)
    with editing():
        article(county)
    apply = memory.apply
    monkeypatch.setattr(memory, "apply", Mock(side_effect=[consumers.Outdated, None]))
    consumers.follow(memory)
    assert consumers.is_behind(memory)
    monkeypatch.setattr(memory, "apply", apply)
    follow(memory)
    assert sorted(memory.held()) == expected()


class TestTryingAgain:
    @pytest.fixture
    def failed(self, county, editing, memory):
        """The failed changes of a page that the consumer refused, and would not refuse any more."""
        with editing():
            page = article(county)
        memory.refuses = page.translation_key
        follow(memory)
        memory.refuses = None
        return models.FailedChange.objects.filter(translation_key=page.translation_key)

    def test_failed_changes_wait_until_somebody_asks(self, failed, memory):
        follow(memory)
        assert failed.count() == 3

    def test_the_command_has_them_applied(self, failed, memory):
        out = StringIO()
        call_command("publications", "retry", "memory", stdout=out)
        assert "3 changes applied" in out.getvalue()
        assert sorted(memory.held()) == expected()
        assert not failed.exists()

    def test_what_fails_again_is_kept_and_named(self, failed, memory):
        memory.refuses = failed[0].translation_key
        out = StringIO()
        with pytest.raises(CommandError, match="3 of 3"):
            call_command("publications", "retry", stdout=out)
        assert out.getvalue().count("cannot read this") == 3
        assert not failed.filter(retry=True).exists()

    def test_a_consumer_that_nobody_knows_is_refused(self, memory):
        with pytest.raises(CommandError, match="There are: memory"):
            call_command("publications", "retry", "memry", stdout=StringIO())

    def test_a_page_that_has_gone_meanwhile_is_told_as_gone(self, failed, memory):
        memory.numbers[failed[0].translation_key, "de"] = 1  # an older version
        Publication.objects.filter(translation_key=failed[0].translation_key).delete()
        call_command("publications", "retry", stdout=StringIO())
        assert (failed.model.objects.count(), sorted(memory.held())) == (0, expected())

    def test_while_the_server_is_down_they_wait(self, failed, memory):
        memory.down = True
        consumers.try_again(["memory"])
        assert consumers.follow(memory) == 0
        assert failed.filter(retry=True).count() == 3
        memory.down = False
        follow(memory)
        assert not failed.exists()

    def test_administrators_of_the_hub_do_it_with_a_button(self, failed, memory, admin_client):
        state = models.ConsumerState.objects.get(name="memory")
        address = reverse("publications_retry_consumer", args=[state.pk])
        assert address in admin_client.get(reverse("wagtailadmin_home")).content.decode()
        assert admin_client.get(address).status_code == 405
        assert admin_client.post(address, follow=True).status_code == 200
        follow(memory)
        assert not failed.exists()
        assert address not in admin_client.get(reverse("wagtailadmin_home")).content.decode()

    def test_others_neither_see_nor_reach_the_button(self, failed, county, client, django_user_model):
        user = django_user_model.objects.create_user("editor")
        user.groups.add(*Group.objects.filter(permissions__codename="access_admin"))
        client.force_login(user)
        address = reverse("publications_retry_consumer", args=[models.ConsumerState.objects.get(name="memory").pk])
        assert address not in client.get(reverse("wagtailadmin_home")).content.decode()
        assert client.post(address).status_code in {302, 403}
        assert not failed.filter(retry=True).exists()


def test_rule_10_the_admin_tells_a_page_that_was_never_public_from_one_that_is_not_up_to_date(
    county, editing, admin_client, monkeypatch
):
    def fails(*args, **kwargs):
        raise ValueError("out of order")

    with editing():
        known = article(county, "Bekannt")
    monkeypatch.setattr("hub.representation.documents.make", fails)
    with editing():
        publish(fresh(known))
        new = article(county, "Neu")
    text = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert new.title in text
    assert text.count("Fassung davor") == 1
    assert text.count("Leser sehen sie nicht") == 1
