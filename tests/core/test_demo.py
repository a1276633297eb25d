"""What plugins may rely on when they declare demo pages."""

import pytest

from home.models import InfoPage
from hub.demo import Demo, Picture, Prose, block
from hub.demo.drawing import Canvas
from hub.demo.scenes import valley
from hub.testing import make_county

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(db):
    """A demo that may add pages below the home page, like the demo's county."""
    make_county()
    return Demo()


def test_pages_may_be_declared_in_any_order_and_link_to_each_other(demo):
    demo.page(InfoPage, "miete", parent="wohnen", title="Miete")
    link = '<p><a linktype="page" id="page:miete">Miete</a></p>'
    demo.page(InfoPage, "wohnen", title="Wohnen", body=[block("text", link)])
    assert demo.build() == 2
    rent, housing = InfoPage.objects.get(slug="miete"), InfoPage.objects.get(slug="wohnen")
    assert rent.live
    assert rent.is_child_of(housing)
    assert f'id="{rent.pk}"' in housing.body[0].value.source


def test_a_page_below_an_undeclared_one_is_an_error(demo):
    demo.page(InfoPage, "miete", parent="wohnen", title="Miete")
    with pytest.raises(ValueError, match=r"^Demo pages without a parent: miete\.$"):
        demo.build()


def test_a_slug_can_be_declared_once(demo):
    demo.page(InfoPage, "miete", title="Miete")
    with pytest.raises(ValueError, match="Two demo pages have the slug 'miete'"):
        demo.page(InfoPage, "miete", title="Miete")


def test_a_translation_with_another_number_of_paragraphs_is_an_error_that_names_it(demo):
    text = Prose("<p>Eins</p><p>zwei</p>", en="<p>One</p>")
    demo.page(InfoPage, "miete", title=Prose("Miete", en="Rent"), body=[block("text", text)])
    with pytest.raises(ValueError, match=r"^Miete, en: body\.\S+ has 1 texts instead of 2\.$"):
        demo.build()


def test_inline_children_need_no_words(demo, admin_user):
    """Comments are children of every page that are no `Item` and have no order."""
    comment = {"user": admin_user, "text": "Stimmt das?", "contentpath": "title"}
    demo.page(InfoPage, "miete", title="Miete", wagtail_admin_comments=[comment])
    demo.build()
    assert InfoPage.objects.get(slug="miete").wagtail_admin_comments.get().text == "Stimmt das?"


def test_a_picture_is_drawn_once(demo):
    drawn = []

    def draw():
        drawn.append(1)
        return Canvas(30, 20, "#ffffff")

    picture = Picture("blank.png", draw, Prose("Weiß", en="White"))
    demo.page(InfoPage, "miete", title="Miete", image=picture)
    demo.page(InfoPage, "strom", title="Strom", image=picture)
    demo.build()
    image = InfoPage.objects.get(slug="miete").image
    assert image == InfoPage.objects.get(slug="strom").image
    assert (image.width, image.height, image.descriptions) == (30, 20, {"de": "Weiß", "en": "White"})
    assert drawn == [1]


def test_a_drawing_is_the_same_each_time():
    assert valley().encoded("valley.jpg") == valley().encoded("valley.jpg")
