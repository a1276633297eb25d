"""The admin's form of a page, opened, filled and sent as an administrator does it in a browser."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import FieldDoesNotExist
from django.test import Client
from django.urls import reverse
from wagtail import blocks
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

from hub.testing.examples import messages


class AdminForm:
    """The form that creates a page of `model` below `parent`, or edits `page`. Raises AssertionError if none opens."""

    def __init__(self, model: type[Page], parent: Page, page: Page | None = None) -> None:
        self.model = model
        self.client = Client()
        self.client.force_login(administrator())
        if page:
            self._arguments: list[Any] = [page.pk]
            self._views = {"form": "edit", "preview": "preview_on_edit"}
        else:
            self._arguments = [model._meta.app_label, model._meta.model_name, parent.pk]
            self._views = {"form": "add", "preview": "preview_on_add"}
        answer = self.client.get(self._address("form"))
        assert answer.status_code == 200, (
            f"{self._address('form')} answers {answer.status_code}: can a {model.__name__} stand below "
            f"{parent.specific_class.__name__}? See parent_page_types, and who else names its subpage_types."
        )
        self.form = answer.context["form"]
        html = querydict_from_html(answer.content.decode(), form_id="page-edit-form")
        self._sent_by_the_browser = {name: html.getlist(name) for name in html}

    def names(self) -> set[str]:
        """Return the names of the fields and relations that it shows."""
        return {*self.form.fields, *self.form.formsets}

    def data(self, page: Page) -> dict[str, Any]:
        """Return what a browser sends when the form holds the values of `page`."""
        data = {**self._sent_by_the_browser, **fields_data(self.form, page)}
        for name, formset in self.form.formsets.items():
            children = list(getattr(page, name).all()) if hasattr(page, name) else []
            stored = sum(child.pk is not None for child in children)
            data |= {f"{formset.prefix}-TOTAL_FORMS": len(children), f"{formset.prefix}-INITIAL_FORMS": stored}
            for number, child in enumerate(children):
                data |= child_data(formset, child, number)
        return data

    def preview(self, data: dict[str, Any]) -> Any:
        """Return the answer that shows the page as the form stands."""
        valid = self.client.post(self._address("preview"), data).json()["is_valid"]
        assert valid, f"The preview refuses the form. {self._refused(self.send(data))}"
        return self.client.get(self._address("preview"))

    def publish(self, data: dict[str, Any]) -> None:
        answer = self.send({**data, "action-publish": "1"})
        assert answer.status_code == 302, f"The form cannot be published. {self._refused(answer)}"

    def send(self, data: dict[str, Any]) -> Any:
        return self.client.post(self._address("form"), data)

    def _address(self, name: str) -> str:
        return reverse(f"wagtailadmin_pages:{self._views[name]}", args=self._arguments)

    def _refused(self, answer: Any) -> str:
        """Say which fields of the answer's form are refused, and why."""
        form = answer.context["form"] if answer.context else None
        if form is None:
            return f"The admin answers {answer.status_code}."
        refused = {name: [messages(error) for error in errors] for name, errors in form.errors.as_data().items()}
        for name, formset in form.formsets.items():
            if not formset.is_valid():
                refused[name] = [*formset.non_form_errors(), *filter(None, formset.errors)]
        return f"{self.model.__name__} refuses {refused}: give values that it accepts in the contract: facts = {{…}}."


def administrator() -> Any:
    users = get_user_model()
    name = "administrator-of-the-contract"
    return users.objects.filter(username=name).first() or users.objects.create_superuser(name)


def fields_data(form: Any, instance: Any) -> dict[str, Any]:
    """Return what a browser sends for the fields of `form` when they hold the values of `instance`."""
    data: dict[str, Any] = {}
    for name, field in form.fields.items():
        try:
            value = instance._meta.get_field(name).value_from_object(instance)
        except FieldDoesNotExist:
            continue
        block, full_name = getattr(field, "block", None), form.add_prefix(name)
        data |= block_data(block, full_name, value) if block else widget_data(field, full_name, value)
    return data


def child_data(formset: Any, child: Any, number: int) -> dict[str, Any]:
    """Return what a browser sends for an inline child, stored or added to the form."""
    form = formset.empty_form
    form.prefix = formset.add_prefix(number)
    return {**fields_data(form, child), f"{form.prefix}-id": child.pk or "", f"{form.prefix}-ORDER": number + 1}


def widget_data(field: forms.Field, name: str, value: Any) -> dict[str, Any]:
    """Return what a browser sends for one input, as its widget shows the value."""
    if isinstance(field.widget, forms.CheckboxInput):
        return {name: ["on"] if value else []}
    html = field.widget.render(name, field.prepare_value(value), {"id": f"id_{name}"})
    data = querydict_from_html(f"<form>{html}</form>")
    return {key: data.getlist(key) for key in data}


def block_data(block: blocks.Block, name: str, value: Any) -> dict[str, Any]:
    """Return what a browser sends for a block, in the form in which Wagtail names the inputs of its children."""
    data: dict[str, Any] = {}
    if isinstance(block, blocks.BaseStructBlock):
        for child_name, child in block.child_blocks.items():
            data |= block_data(child, f"{name}-{child_name}", value[child_name])
    elif isinstance(block, blocks.BaseStreamBlock | blocks.ListBlock):
        children = value.bound_blocks if isinstance(block, blocks.ListBlock) else value
        data[f"{name}-count"] = len(children)
        for number, child in enumerate(children):
            prefix = f"{name}-{number}"
            data |= {f"{prefix}-deleted": "", f"{prefix}-order": number, f"{prefix}-id": child.id or ""}
            data |= {f"{prefix}-type": child.block.name} if isinstance(block, blocks.BaseStreamBlock) else {}
            data |= block_data(child.block, f"{prefix}-value", child.value)
    elif isinstance(block, blocks.FieldBlock):
        data |= widget_data(block.field, name, block.value_for_form(value))
    return data
