import time, pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hub.publications.models import Publication
from hub.publications import worker
from tests.rules.test_zz_index import fill
pytestmark = pytest.mark.django_db
def test_sub():
    fill(200, 33)
    print(Publication.objects.count())
    ids = list(Publication.objects.filter(ancestors__regex=r"^/1/2/\d+/$").values_list("source_id", flat=True).distinct()[:20])
    with CaptureQueriesContext(connection) as q:
        t=time.perf_counter()
        n = sum(len(worker.subtree_of(i)) for i in ids)
        dt = time.perf_counter()-t
    print(n, f"{dt*1000/len(ids):.2f} ms per row", len(q)/len(ids), "queries")
