"""The StreamField of hub pages."""

from __future__ import annotations

from wagtail.fields import StreamField


class ContentField(StreamField):
    """A StreamField whose blocks stay out of migrations: the column is JSON whatever the blocks are."""

    def deconstruct(self) -> tuple[str, str, list, dict]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs
