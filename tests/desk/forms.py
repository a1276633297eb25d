"""What the admin's form of a page sends, read from the form itself as a browser does."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html


def filled(client: Client, page: Page, **changes: Any) -> dict[str, Any]:
    """Return the data of the form that edits `page`, with `changes`; its streams are empty but for these."""
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert answer.status_code == 200
    data = querydict_from_html(answer.content.decode(), form_id="page-edit-form")
    streams = {f"{field.name}-count": 0 for field in page._meta.get_fields() if isinstance(field, StreamField)}
    return {**{name: data.getlist(name) for name in data}, **streams, **changes}


def send(client: Client, page: Page, action: str = "", **changes: Any) -> Any:
    """Send the form of `page` with `changes`: `send(client, page, "publish", title="Neu")`."""
    data = filled(client, page, **changes)
    if action:
        data[f"action-{action}"] = "1"
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
