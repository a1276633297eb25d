"""What unpublishing a page does to the pages below it."""

from django import template
from wagtail.models import Page

from hub.publications.hidden import count_hidden_with

register = template.Library()


@register.simple_tag
def hidden_with(page: Page) -> int:
    return count_hidden_with(page)
