"""Canaries for `hub/internals/localize_cleanup.py`."""

import pytest
from django.apps import apps
from django.db import transaction
from wagtail_localize.models import StringTranslation, cleanup_translation_on_delete

from hub.internals import localize_cleanup
from hub.testing import make_county, translate
from tests.rules.stage import article, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(django_capture_on_commit_callbacks):
    county = make_county()
    with django_capture_on_commit_callbacks(execute=True):
        page = article(county, "Wohnen", [text('<p>Ein <a href="https://example.org/">Satz</a>.</p>')])
    with django_capture_on_commit_callbacks(execute=True):
        translate(page, "ar")
    return page


def rows_after(action) -> dict[str, int]:
    """Return how many rows each model of wagtail-localize has after `action`, which is taken back."""
    with transaction.atomic():
        action()
        rows = {model.__name__: model.objects.count() for model in apps.get_app_config("wagtail_localize").get_models()}
        transaction.set_rollback(True)
    return rows


def test_a_forgotten_page_leaves_what_the_cleanup_of_wagtail_localize_leaves(page):
    def clean_up():
        for sibling in page.get_translations(inclusive=True):
            cleanup_translation_on_delete(sibling)

    forgotten = rows_after(lambda: localize_cleanup.forget_pages([page.translation_key]))
    assert forgotten == rows_after(clean_up), "compare forget_pages with cleanup_translation_on_delete"
    assert forgotten["StringTranslation"] < rows_after(lambda: None)["StringTranslation"]


def test_nothing_points_at_what_is_deleted_without_signals():
    for model in localize_cleanup.WITHOUT_SIGNALS:
        assert not model._meta.related_objects, f"delete what points at {model.__name__} in forget_pages"
    assert StringTranslation in localize_cleanup.WITHOUT_SIGNALS
