"""Run as part of the plugin that the docs write: what a visitor, an app and an editor see of it."""

import json
import tempfile
from pathlib import Path
from uuid import uuid4

from django.test import TestCase
from hub_gardens.consumer import Mirror
from hub_gardens.models import GardenPage, Tool

from hub.publications import consumers
from hub.testing import make_county, publish, work


class Trial(TestCase):
    def test_everything_that_the_docs_promise(self):
        county = make_county()
        number = {"type": "phone", "id": str(uuid4()), "value": {"label": "", "number": "030 23125 000"}}
        garden = GardenPage(title="Am Bach", slug="am-bach", beds=3, accessible=True, latitude=51.5, longitude=11.9)
        garden.phones = json.dumps([number])
        garden.tools = [Tool(name="Spaten", number=2)]
        garden = publish(garden, county)
        work()
        here = {"locale": "de", "beds_min": 2, "accessible": "true", "fields": "*"}
        [item] = self.client.get("/api/v2/gardens/", here).json()["items"]
        assert item["position"] == {"latitude": 51.5, "longitude": 11.9}
        assert item["tools"] == [{"name": "Spaten", "number": 2}]
        self.assertContains(self.client.get("/de/auental/gardens/", {"beds_min": 2}), "Am Bach")
        self.assertNotContains(self.client.get("/de/auental/gardens/", {"beds_min": 4}), "Am Bach")
        self.assertContains(self.client.get("/de/auental/am-bach/"), "2 Spaten")
        county.contact = garden
        publish(county)
        work()
        contact = self.client.get("/api/v2/counties/", {"locale": "de", "fields": "*"}).json()["items"][0]["contact"]
        assert contact["phones"][0]["value"]["href"] == "tel:+493023125000"
        [mirror] = [consumer for consumer in consumers.registered() if isinstance(consumer, Mirror)]
        with tempfile.TemporaryDirectory() as folder:
            mirror.folder = Path(folder) / "gardens"
            while consumers.follow(mirror):
                pass
            assert {locale for _key, locale, _sequence in mirror.held()} == {"de", "en", "ar"}
