import pytest
from functools import partial
from wagtail.models import Page
from hub.testing import *
from hub.publications.models import *
from tests.rules.stage import article, text
from hub.translations.submitting import submit
@pytest.mark.django_db
def test_x(django_capture_on_commit_callbacks, client):
    editing=partial(django_capture_on_commit_callbacks, execute=True)
    def show(t):
        print(t, [(r.model,r.page_id,r.subtree,r.withdraw,r.error) for r in OutboxRow.objects.all()], client.get("/ar/auental/wohnen/").status_code, client.get("/ar/auental/wohnen/mietvertrag/").status_code, OutboxRow.hidden())
    with editing(): county=make_county()
    with editing(): translate(county,"ar")
    with editing(): above=article(county,"Wohnen")
    with editing(): page=article(above,"Mietvertrag",[text("<p>Ein Satz.</p>")])
    work(); show("start")
    with editing(): translate(page,"ar")
    show("child translated"); work(); show("worked")
    ar=Page.objects.get(translation_key=above.translation_key, locale=languages()["ar"]); print(ar.alias_of_id, ar.live, ar.pk)
    with editing(): submit(above,[languages()["ar"]])
    show("submitted")
    with editing(): translate(above,"ar")
    show("translated"); work(); show("worked")
