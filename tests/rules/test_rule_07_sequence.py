"""Rule 7: sequence order is commit order; a reader that follows the feed misses nothing."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page

from hub.plugins import kinds
from hub.publications.models import Publication, Sequence, Tombstone
from hub.publications.reconcile import reconcile
from hub.publications.sequence import next_number, sequence_lock
from hub.testing import make_county, publish, translate, work
from tests.rules.stage import article, fresh, later, office, restrict, upkeep


class Reader:
    """An app that follows the feed: `reader.follow()` asks until the answer is complete."""

    def __init__(self, client, **scope):
        self.client, self.scope, self.since, self.copy = client, scope, "0", {}

    def follow(self, limit=50):
        for _ in range(1000):
            answer = self.client.get("/api/v2/changes/", {**self.scope, "since": self.since, "limit": limit}).json()
            numbers = [item["sequence"] for item in answer["items"]]
            assert numbers == sorted(set(numbers))
            for item in answer["items"]:
                self.take(item)
            self.since = answer["next"]
            if answer["complete"]:
                return answer
        raise AssertionError("the feed does not end")

    def take(self, item):
        if "document" in item:
            meta = item["document"]["meta"]
            self.copy[meta["translation_key"], meta["locale"]] = item["document"]
            return
        gone = item["gone"]
        held = self.copy.get((gone["translation_key"], gone["locale"]))
        if held and held["meta"]["county"]["slug"] == gone["county"]:
            del self.copy[gone["translation_key"], gone["locale"]]

    def titles(self, locale="de"):
        return sorted(document["title"] for (_key, code), document in self.copy.items() if code == locale)


@pytest.fixture
def reader(client):
    return Reader(client)


@pytest.mark.django_db
def test_rule_7_a_reader_that_begins_with_zero_gets_everything_page_by_page(county, editing, reader):
    with editing():
        for number in range(4):
            article(county, f"Seite {number}")
    work()
    reader.follow(limit=2)
    assert len(reader.copy) == Publication.objects.count() == 15
    assert reader.follow()["items"] == []


@pytest.mark.django_db
def test_rule_7_a_changed_document_gets_a_higher_number_and_one_remade_to_the_same_bytes_keeps_it(county, editing):
    with editing():
        page = article(county)
    before = Publication.objects.get(source_id=page.pk, locale="de").sequence
    reconcile([page.pk])
    assert Publication.objects.get(source_id=page.pk, locale="de").sequence == before
    page = fresh(page)
    page.summary = "Neu."
    with editing():
        publish(page)
    assert Publication.objects.get(source_id=page.pk, locale="de").sequence > before


@pytest.mark.django_db
def test_rule_7_what_is_withdrawn_is_told_and_can_come_back(county, editing, reader):
    with editing():
        page = article(county)
    reader.follow()
    with editing():
        fresh(page).unpublish()
    work()
    reader.follow()
    assert reader.titles() == [county.title]
    with editing():
        publish(fresh(page))
    work()
    reader.follow()
    assert reader.titles() == [county.title, "Wohnen"]
    assert not Tombstone.objects.filter(translation_key=page.translation_key).exists()


@pytest.mark.django_db
def test_rule_7_a_page_hidden_and_shown_again_unchanged_reaches_a_reader_that_passed_meanwhile(county, editing, reader):
    with editing():
        page = article(county)
    restriction = restrict(page)
    reader.follow()
    assert reader.titles() == [county.title]
    restriction.delete()
    work()
    reader.follow()
    assert reader.titles() == [county.title, "Wohnen"]


@pytest.mark.django_db
def test_rule_7_an_expiry_that_is_put_off_reaches_a_reader_that_passed_meanwhile(county, editing, reader):
    with editing():
        page = article(county, expire_at=timezone.now() + timedelta(hours=1))
    with later(hours=2):
        reader.follow()
        assert reader.titles() == [county.title]
        page = fresh(page)
        page.expire_at = timezone.now() + timedelta(hours=5)
        with editing():
            publish(page)
        reader.follow()
        assert reader.titles() == [county.title, "Wohnen"]


@pytest.mark.django_db
def test_rule_7_leaving_a_county_leaves_a_tombstone_there_numbered_before_the_document(county, editing, client):
    with editing():
        other = make_county("seenland", "Landkreis Seenland")
        page = article(county)
        work()
    everywhere, here, there = Reader(client), Reader(client, county="auental"), Reader(client, county="seenland")
    for reader in (everywhere, here, there):
        reader.follow()
    with editing():
        Page.objects.get(pk=page.pk).move(Page.objects.get(pk=other.pk), pos="last-child")
    work()
    for reader in (everywhere, here, there):
        reader.follow()
    assert "Wohnen" in everywhere.titles()
    assert "Wohnen" not in here.titles()
    assert "Wohnen" in there.titles()
    assert {stone.reason for stone in Tombstone.objects.all()} == {"moved"}


@pytest.mark.django_db
def test_rule_7_a_translation_is_the_same_publication_in_another_language(county, editing, reader):
    with editing():
        page = article(county)
    reader.follow()
    with editing():
        translate(page, "ar")
    work()
    reader.follow()
    assert "ar Wohnen" in reader.titles("ar")
    assert len(reader.copy) == Publication.objects.count()


@pytest.mark.django_db
def test_rule_7_a_token_that_no_longer_serves_is_answered_410(county, client):
    head = Sequence.current()
    for since in (f"other-{head.value}", f"{head.epoch}-{head.value + 1}", f"{head.epoch}-1-{head.value + 1}"):
        answer = client.get("/api/v2/changes/", {"since": since})
        assert answer.status_code == 410
        assert "since=0" in answer.json()["detail"]
    for since in ("", "x", "-1", f"{head.epoch}-x", f"{head.epoch}-1-2-3", "1" * 400):
        assert client.get("/api/v2/changes/", {"since": since}).status_code == 400, since


@pytest.mark.django_db
def test_rule_7_pruned_tombstones_end_old_readers_but_not_a_first_pass(county, editing, client):
    with editing():
        page = article(county)
        article(county, "Arbeit")
    old = Reader(client)
    old.follow()
    with editing():
        fresh(page).unpublish()
    work()
    with later(days=400):
        upkeep()
        assert not Tombstone.objects.exists()
        assert client.get("/api/v2/changes/", {"since": old.since}).status_code == 410
        new = Reader(client)
        new.follow(limit=1)
    assert new.titles() == ["Arbeit", county.title]


@pytest.mark.django_db
def test_rule_7_a_first_pass_that_took_longer_than_tombstones_are_kept_begins_again(county, editing, client):
    with editing():
        page = article(county)
    answer = client.get("/api/v2/changes/", {"since": "0", "limit": 2}).json()
    with editing():
        fresh(page).unpublish()
    work()
    assert client.get("/api/v2/changes/", {"since": answer["next"]}).status_code == 200
    with later(days=400):
        upkeep()
        assert client.get("/api/v2/changes/", {"since": answer["next"]}).status_code == 410


@pytest.mark.django_db
def test_rule_7_a_withdrawal_during_a_first_pass_is_told(county, editing, client):
    with editing():
        page = article(county)
    reader = Reader(client)
    answer = client.get("/api/v2/changes/", {"since": "0", "limit": 5}).json()
    for item in answer["items"]:
        reader.take(item)
    reader.since = answer["next"]
    assert not answer["complete"]
    with editing():
        fresh(page).unpublish()
    work()
    reader.follow()
    assert reader.titles() == [county.title]


@pytest.mark.django_db(transaction=True)
def test_rule_7_numbers_are_given_in_the_order_of_commits():
    """A transaction that has taken a number keeps others from taking a higher one until it has committed."""
    taken, order = threading.Event(), []

    def slow():
        with sequence_lock() as sequence:
            next_number(sequence)
            taken.set()
            second.join(0.5)
            order.append("slow")
        connection.close()

    def quick():
        taken.wait()
        with sequence_lock() as sequence:
            next_number(sequence)
            order.append("quick")
        connection.close()

    first, second = threading.Thread(target=slow), threading.Thread(target=quick)
    second.start()
    first.start()
    for thread in (first, second):
        thread.join(20)
    assert order == ["slow", "quick"]


@pytest.mark.django_db(transaction=True)
def test_rule_7_no_editors_transaction_holds_the_sequence():
    with transaction.atomic(), pytest.raises(RuntimeError), sequence_lock():
        pass


@pytest.mark.django_db
def test_rule_7_a_reader_of_one_kind_learns_that_its_plugin_was_removed(county, editing, client, monkeypatch):
    with editing():
        page = office(county, "Amt")
    reader = Reader(client, kind="offices")
    reader.follow()
    assert reader.titles() == ["Amt"]
    left = {slug: kind for slug, kind in kinds._by_slug.items() if slug != "offices"}
    monkeypatch.setattr(kinds, "_by_slug", left)
    reconcile([page.pk])
    reader.follow()
    assert not reader.copy
    assert client.get("/api/v2/changes/?kind=nonsense").status_code == 400
