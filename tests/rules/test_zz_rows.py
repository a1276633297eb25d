import collections, traceback
import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from wagtail.models import Page
from hub.testing import translate, work, publish
from tests.rules.stage import article, fresh, text, office
pytestmark = pytest.mark.django_db

@pytest.mark.parametrize("language", ["de", "ar"])
def test_rows(county, editing, client, language):
    user = get_user_model().objects.create_superuser("a", "a@example.org", "x")
    client.force_login(user)
    with editing():
        section = article(county, "A", [text("<p>Satz.</p>")])
    with editing():
        translate(section, "ar")
    made = 0
    results = {}
    def visit(name, url, **kw):
        client.get(url, **kw)
        counts = collections.Counter()
        def wrap(execute, s, params, many, context):
            st = [f for f in traceback.extract_stack()]
            hub = [f"{f.filename.split('/h6/')[1]}:{f.name}" for f in st if "/h6/hub/" in f.filename]
            wag = [f"{f.filename.split('site-packages/')[1]}:{f.lineno}:{f.name}" for f in st if "site-packages/wagtail" in f.filename]
            tpl = [f.name for f in st if 'render' in f.name]
            counts[" < ".join(hub[-3:]) or ("- " + " < ".join(wag[-2:]))] += 1
            return execute(s, params, many, context)
        with connection.execute_wrapper(wrap):
            r = client.get(url, **kw)
            assert r.status_code == 200, (name, r.status_code)
        return counts
    for n in (5, 25):
        while made < n:
            made += 1
            with editing():
                c = article(section, f"Seite {made}", [text("<p>Eins.</p>")])
            with editing():
                translate(c, "ar")
        s = section if language == "de" else section.get_translation(next(l for l in __import__("wagtail.models").models.Locale.objects.all() if l.language_code=="ar"))
        urls = {
          "explorer": f"/admin/pages/{s.pk}/",
          "search": "/admin/pages/search/?q=Seite",
          "search results": "/admin/pages/search/results/?q=Seite",
          "chooser": f"/admin/choose-page/{s.pk}/",
          "aging": "/admin/reports/aging-pages/",
          "home": "/admin/",
          "history": f"/admin/reports/site-history/",
          "locked": f"/admin/reports/locked/",
          "types": "/admin/pages/usage/home/infopage/",
          "edit": f"/admin/pages/{s.pk}/edit/",
          "translations": "/admin/localize/reports/translations/",
          "api": f"/admin/api/main/pages/?child_of={s.pk}&for_explorer=1&limit=50",
        }
        for name, url in urls.items():
            try:
                results[name, n] = visit(name, url)
            except AssertionError as e:
                print("ERR", e); results[name, n] = collections.Counter()
    for name in urls:
        a, b = results[name, 5], results[name, 25]
        print(language, name, sum(a.values()), sum(b.values()))
        for k in sorted(set(a)|set(b), key=lambda k: a[k]-b[k]):
            if b[k] != a[k]:
                print("      ", a[k], b[k], k)
