"""The StreamField blocks that kinds share, each with its API form beside its fields.

A block's API form is what `hub.representation` makes of its raw value: structures and lists of their children, plain
values as they are. A block that needs more defines

- `references(raw)`: yields `(model label, id)` of what must be loaded to show it,
- `api_form(value, context)`: the JSON shown. For a leaf `value` is the raw value, for a structure the children's forms.

A block with neither fields nor an API form gives `{"html": …}`, its rendered template.
"""

from hub.blocks.body import BodyBlock
from hub.blocks.facts import (
    AppearanceFact,
    BooleanFact,
    ChoiceFact,
    DateFact,
    DocumentFact,
    EmailFact,
    ImageFact,
    IntegerFact,
    LanguageFact,
    StructFact,
    TextFact,
    TimeFact,
    URLFact,
)

__all__ = [
    "AppearanceFact",
    "BodyBlock",
    "BooleanFact",
    "ChoiceFact",
    "DateFact",
    "DocumentFact",
    "EmailFact",
    "ImageFact",
    "IntegerFact",
    "LanguageFact",
    "StructFact",
    "TextFact",
    "TimeFact",
    "URLFact",
]
