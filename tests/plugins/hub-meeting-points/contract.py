"""Run in an environment where the plugin is installed beside the hub."""

import json
import uuid

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import run_checks
from django.core.management import call_command
from django.test import TestCase, override_settings
from django.urls import reverse
from django.utils.translation import gettext, override
from hub_meeting_points.demo import load
from hub_meeting_points.models import Facility, MeetingPointPage, Offer

from hub.counties.models import CountyPage
from hub.demo import Demo
from hub.plugins import declared_roles, kinds
from hub.publications.models import Publication
from hub.testing import KindContract, make_county, publish, work


class MeetingPointContract(KindContract, TestCase):
    kind = "meeting-points"
    may_be_empty = ("emails",)  # it has none; the role `contact` asks for the field


class EveryExtensionPoint(TestCase):
    def setUp(self):
        self.county = make_county()
        page = MeetingPointPage(title="Café Welt", slug="cafe-welt", seats=12, latitude=51.5, longitude=11.9)
        page.body = json.dumps(
            [
                {"type": "directions", "id": str(uuid.uuid4()), "value": {"stop": "Markt", "minutes": 5}},
                {"type": "rules", "id": str(uuid.uuid4()), "value": None},
            ]
        )
        page.facilities = [Facility.objects.create(slug="garden", names={"de": "Garten", "ar": "حديقة"})]
        kitchen = Facility.objects.create(slug="stove", names={"de": "Herd"})
        page.offers = [Offer(name="Kochen", price="2.50", needs=kitchen)]
        self.page = publish(page, self.county)
        work()

    def document(self, locale="de"):
        return Publication.objects.get(source_id=self.page.pk, locale=locale).document

    def test_it_was_found_by_its_entry_point(self):
        assert "hub_meeting_points.apps.MeetingPoints" in settings.INSTALLED_APPS
        assert [kind.slug for kind in kinds.with_role("meeting-point")] == ["meeting-points"]
        assert not run_checks(tags=["hub"])

    def test_blocks_children_snippets_and_methods_are_in_the_document(self):
        document = self.document()
        assert document["position"] == {"latitude": 51.5, "longitude": 11.9}
        needs = {"slug": "stove", "name": "Herd"}
        assert document["offers"] == [{"name": "Kochen", "price": "2.50", "needs": needs}]
        assert document["body"][0]["value"] == {"stop": "Markt", "walk": "PT5M"}
        assert document["body"][1]["value"] == {"html": '<p class="rules">Everybody is welcome.</p>\n'}
        assert self.document("ar")["facilities"] == [{"slug": "garden", "name": "حديقة"}]

    def test_endpoint_facets_feed_and_navigation_follow_from_the_declaration(self):
        found = self.client.get("/api/v2/meeting-points/", {"locale": "de", "facilities": "garden"}).json()
        assert [item["seats"] for item in found["items"]] == [12]
        garden = {"value": "garden", "label": "Garten", "count": 1}
        assert found["meta"]["facets"]["facilities"] == [garden]
        assert self.client.get("/api/v2/meeting-points/", {"facilities": "pool"}).status_code == 400
        many = self.client.get("/api/v2/meeting-points/", {"locale": "de", "seats_min": "13"}).json()
        assert (many["items"], many["meta"]["facets"]["seats"]) == ([], [{"value": 12, "label": "12", "count": 1}])
        changes = self.client.get("/api/v2/changes/", {"since": "0", "kind": "meeting-points"}).json()
        assert len(changes["items"]) == len(settings.LANGUAGES)
        tree = self.client.get("/api/v2/navigation/", {"county": "auental", "locale": "de"}).json()
        assert [node["title"] for node in tree["items"][0]["children"]] == ["Meeting points"]

    def test_its_template_shows_the_page(self):
        answer = self.client.get(self.document()["meta"]["html_url"])
        self.assertContains(answer, '<p class="seats">Sitzplätze: 12</p>', html=True)
        self.assertContains(answer, '"maximumAttendeeCapacity": 12, "geo": {"latitude": 51.5, "longitude": 11.9}')

    def test_its_own_words_win_where_the_hub_has_others_for_the_same(self):
        [role] = [role for role in declared_roles() if role.name == "meeting-point"]
        with override("de"):
            assert (str(role.label), gettext("Contact")) == ("Treffpunkt", "Kontakt")

    def test_its_list_page_has_its_facets(self):
        answer = self.client.get("/ar/auental/meeting-points/", {"facilities": "garden", "seats_max": "12"})
        self.assertContains(answer, "Café Welt")
        self.assertContains(answer, "حديقة")
        self.assertNotContains(self.client.get("/ar/auental/meeting-points/?seats_min=13"), "Café Welt")

    def test_another_page_may_point_at_it_by_its_role(self):
        self.county.contact = self.page
        publish(self.county)
        work()
        assert (
            Publication.objects.get(source_id=self.county.pk, locale="de").document["contact"]["title"] == "Café Welt"
        )

    def test_its_consumer_follows(self):
        from hub.publications import consumers

        counter = next(item for item in consumers.registered() if item.name == "meeting-points-counter")
        while consumers.follow(counter):
            pass
        assert len(list(counter.held())) == Publication.objects.count()

    def test_its_own_address_and_the_header_lead_to_public_pages(self):
        answer = self.client.get("/de/meeting-points-seats/")
        self.assertContains(answer, "hub_meeting_points/seats.css")
        self.assertNotContains(answer, "Café Welt")
        with override_settings(MEETING_POINTS_FEW_SEATS=12):
            self.assertContains(self.client.get("/de/meeting-points-seats/"), "Café Welt")
        link = '<a class="seats-link" href="/de/meeting-points-seats/">Sitzplätze</a>'
        self.assertContains(self.client.get(self.document()["meta"]["html_url"]), link, html=True)

    def test_a_wrong_setting_is_named_by_its_check(self):
        with override_settings(MEETING_POINTS_FEW_SEATS="many"):
            assert [error.id for error in run_checks(tags=["meeting_points"])] == ["meeting_points.E001"]

    def test_the_admins_menu_leads_to_its_snippets(self):
        self.client.force_login(get_user_model().objects.create_superuser("administrator"))
        answer = self.client.get(reverse("wagtailadmin_home"))
        self.assertContains(answer, "hub_meeting_points/admin.css")
        address = reverse("wagtailsnippets_hub_meeting_points_facility:list")
        self.assertContains(answer, address)
        self.assertContains(self.client.get(address), "Garten")


class ItsDemo(TestCase):
    def test_it_loads_with_children_that_have_no_words(self):
        make_county("anders")
        demo = Demo()
        demo.page(CountyPage, "auental", title="Landkreis Auental")
        load(demo)
        demo.build()
        work()
        for locale, offer, evening in (("de", "Kochen", "Freitag"), ("en", "Cooking", "Friday")):
            document = Publication.objects.get(slug="cafe-welt", locale=locale).document
            assert [item["name"] for item in document["offers"]] == [offer]
            assert document["evenings"] == [{"weekday": "friday", "name": evening, "start": "18:00:00"}]


class InfoWithItsBlock(KindContract, TestCase):
    """The block that it offers is in the bodies of other kinds, which keep their contract."""

    kind = "info"

    def test_its_block_is_shown(self):
        page = self.make_page(self.make_parent())
        work()
        document = Publication.objects.get(source_id=page.pk, locale="de").document
        [value] = [block["value"] for block in document["body"] if block["type"] == "meeting_points_rule"]
        assert value == {"rule": "Ein Satz.", "minutes": 1, "strict": True}
        answer = self.client.get(document["meta"]["html_url"])
        self.assertContains(answer, '<p class="rule">Ein Satz. (1)</p>', html=True)

    def test_migrations_of_other_kinds_stay(self):
        call_command("makemigrations", check=True, dry_run=True, verbosity=0)
