from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable

from hub.blocks import BodyBlock, StructFact, TextFact
from hub.blocks.fields import ContentField
from hub.blocks.phones import PhonesBlock
from hub.pages import HubPage
from hub.references import KindField
from hub.taxonomy.models import Term
from hub.translations.prose import Fact, Item


class Facility(Term):
    """A snippet shown in documents: it has an `api_form`. It has an entry in the admin's menu: `wagtail_hooks`."""


class DirectionsBlock(StructFact):
    """A fact with an API form of its own."""

    stop = TextFact()
    minutes = blocks.IntegerBlock()

    def api_form(self, value, context):
        return {"stop": value["stop"], "walk": f"PT{value['minutes'] or 0}M"}


class RulesBlock(Fact, blocks.StaticBlock):
    """A block without fields or API form: documents show its rendered template."""

    class Meta:
        template = "hub_meeting_points/rules.html"


class MeetingPointPage(HubPage):
    seats = models.PositiveSmallIntegerField(default=10)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    facilities = ParentalManyToManyField(Facility, blank=True, related_name="+")
    phones = ContentField(PhonesBlock(), blank=True)
    contact = KindField("contact")
    body = ContentField(BodyBlock([("directions", DirectionsBlock()), ("rules", RulesBlock())]), blank=True)

    prose = (*HubPage.prose, "phones", "body", "offers")
    content_panels = [
        *HubPage.content_panels,
        FieldPanel("seats"),
        FieldPanel("latitude"),
        FieldPanel("longitude"),
        FieldPanel("facilities"),
        FieldPanel("phones"),
        FieldPanel("contact"),
        FieldPanel("body"),
        InlinePanel("offers"),
        InlinePanel("evenings"),
    ]
    parent_page_types = ["counties.CountyPage"]
    api_fields = [
        *HubPage.api_fields,
        "seats",
        "position",
        "facilities",
        "phones",
        "emails",
        "contact",
        "body",
        "offers",
        "evenings",
    ]
    template = "hub_meeting_points/meeting_point_page.html"

    def emails(self, language):
        """A contact shows e-mail addresses; nobody reads any at a meeting point."""
        return []

    def structured_data(self, document):
        return {"geo": document["position"], "photo": document["meta"]["html_url"]}

    def position(self, language):
        if self.latitude is None or self.longitude is None:
            return None
        return {"latitude": self.latitude, "longitude": self.longitude}


class Offer(Item, Orderable):
    page = ParentalKey(MeetingPointPage, related_name="offers")
    name = models.CharField(max_length=100)
    price = models.DecimalField(max_digits=6, decimal_places=2, default=0)
    needs = models.ForeignKey(Facility, models.SET_NULL, null=True, blank=True, related_name="+")

    prose = ("name",)
    api_fields = ["name", "price", "needs"]

    class Meta(Item.Meta, Orderable.Meta):
        pass


class Evening(Orderable):
    """Inline children without words, so they are no `Item`: one of their `api_fields` is a method."""

    page = ParentalKey(MeetingPointPage, related_name="evenings")
    weekday = models.CharField(max_length=9, choices=[("friday", _("Friday")), ("saturday", _("Saturday"))])
    start = models.TimeField()

    api_fields = ["weekday", "name", "start"]

    def name(self, language):
        return self.get_weekday_display()
