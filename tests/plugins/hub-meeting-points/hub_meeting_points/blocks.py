"""A block for the bodies of all kinds. Its module imports no models: bodies need it while models are imported."""

from wagtail import blocks

from hub.blocks import IntegerFact


class RuleBlock(blocks.StructBlock):
    """A rule of the house. The API form: `{"rule", "minutes", "strict"}`."""

    rule = blocks.CharBlock()
    minutes = IntegerFact()

    class Meta:
        template = "hub_meeting_points/rule.html"

    def api_form(self, value, context):
        return {**value, "strict": value["minutes"] < 10}
