import pytest
from wagtail.models import Page
from hub.testing import translate, work, publish
from tests.rules.stage import article, fresh, text, office
pytestmark = pytest.mark.django_db
def show(w): print(w, list(Page.objects.filter(depth__gt=1).values_list("path","numchild","title")))
@pytest.mark.parametrize("commit", [False, True])
def test_num(county, editing, commit):
  with editing():
    section = article(county, "A", [text("<p>Satz.</p>")])
    translate(section, "en")
    show(1)
    c = article(section, "K", [text("<p>Eins.</p>")])
    translate(c, "en", publish=False)
    show(2)
    translate(c, "en")
    show(3)
  show(4)
