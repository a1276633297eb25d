import collections, os, traceback
import pytest
from django.db import connection
from wagtail.models import Page
from hub.testing import translate, work, publish
from tests.rules.stage import article, fresh, text, office
pytestmark = pytest.mark.django_db

LABELS = [
 ("cleanup_translation_on_delete", "wagtail-localize: cleanup per page"),
 ("post_delete_string_translation", "wagtail-localize: string translation"),
 ("remove_reference_index_on_delete", "wagtail: reference index"),
 ("post_delete_signal_handler", "modelsearch: index removal"),
 ("pre_delete_page_unpublish", "wagtail: unpublish before delete"),
 ("log_deletion", "wagtail: log entry"),
 ("forget_", "hub: localize in bulk"),("pages_deleted", "hub: outbox row"),
 ("reconcile", "hub: reconcile"),
]
def origin():
    names = [f.name for f in traceback.extract_stack()]
    files = [f.filename for f in traceback.extract_stack()]
    label = None
    nested = "in tr: " if "delete_translations" in names else ""
    for n, l in LABELS:
        if n in names:
            label = l; break
    if label is None:
        hub = [f"{os.path.basename(f.filename)}:{f.name}" for f in traceback.extract_stack() if "/h6/hub/" in f.filename]
        if "_delete_page" in names or "delete" in names:
            last = [n for n in names if n in ("collect","delete","_delete_page","instances_with_model","related_objects","delete_batch","update_batch","_raw_delete", "delete_translations", "specific", "on_delete")]
            label = "collector/treebeard" if ("collect" in names or "Collector" in names or last[-1:]==["delete"] or "delete_batch" in names or "_raw_delete" in names) else "other " + ">".join(last[-2:])
        else:
            label = "other"
    return nested + label

@pytest.mark.parametrize("indexes", [False, True])
def test_measure(county, editing, settings, indexes):
    if indexes:
        settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "ENQUEUE_ON_COMMIT": False}}
        settings.WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database", "AUTO_UPDATE": True}}
    out = {}
    for n in (10, 20):
        with editing():
            section = article(county, f"Abschnitt {n}", [text("<p>Satz.</p>")])
            translate(section, "en"); translate(section, "ar")
            for i in range(n):
                c = article(section, f"Kind {n} {i}", [text("<p>Eins.</p>"), text("<p>Zwei.</p>")])
                translate(c, "en"); translate(c, "ar")
        work()
        before = Page.objects.count()
        counts = collections.Counter(); sql = collections.Counter()
        def wrap(execute, s, params, many, context):
            o = origin(); counts[o] += 1
            if s.startswith(("SAVEPOINT", "RELEASE")): counts["(savepoints)"] += 1
            if os.environ.get("SQL"): print(o, "|", s[:160])
            return execute(s, params, many, context)
        with connection.execute_wrapper(wrap):
            fresh(section).delete()
        out[n] = counts
        print(n, "pages deleted", before - Page.objects.count(), "total", sum(v for k, v in counts.items() if k[0] != "("))
    print("per child", (sum(v for k,v in out[20].items() if k[0]!="(") - sum(v for k,v in out[10].items() if k[0]!="(")) / 10)
    for k in sorted(set(out[10]) | set(out[20]), key=lambda k: -out[20][k]):
        print(f"{k:60} {out[10][k]:6} {out[20][k]:6}  per child {(out[20][k]-out[10][k])/10}")
