"""Sections are rendered as Wagtail's editor stores them."""

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from home.importer.conversion import convert
from home.importer.rich_text import render
from hub.blocks.body import TEXT_FEATURES


@pytest.mark.django_db
def test_saving_unchanged_in_wagtails_editor_changes_nothing(pages):
    html = (
        """<h3>A &amp; B</h3><p><b>fett </b><a href="https://x.example/?a=1&amp;b='2'"><b>ein</b> Link</a> """
        "<em>k<b>b</b></em><br>neu<hr>d</p><ul><li>x<ol><li>y <strong>z<br>u</strong></li></ol></li></ul><p>d</p>"
    )
    [section] = convert(html, pages).sections
    stored = render(section, {})
    converter = ContentstateConverter(TEXT_FEATURES)
    assert converter.to_database_format(converter.from_database_format(stored)) == stored
