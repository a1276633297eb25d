import uuid, pytest
from django.db import connection
from hub.publications.models import Publication
pytestmark = pytest.mark.django_db

def fill(sections=20, pages=34, langs=("de","en","ar")):
    rows=[]; seq=0; pk=100
    for s in range(sections):
        sid=pk; pk+=1
        for p in range(pages):
            me = sid if p==0 else pk
            pk+=1
            key=uuid.uuid4()
            for l in langs:
                seq+=1
                rows.append(Publication(translation_key=key, locale=l, content_locale=l, sequence=seq, kind="info", county="auental", source_id=me, page_id=me, parent_id=sid if p else 3,
                  ancestors=f"/1/2/{sid}/" + ("" if p==0 else f"{me}/"), tree_path=f"{seq:08}", path=f"a/{s}/{p}", title=f"T {p}", slug=str(p), teaser={}, document={"x":"y"*2000}, text="x"*1000, content_hash="x"))
    Publication.objects.bulk_create(rows)
    if connection.vendor=="postgresql":
        with connection.cursor() as c: c.execute("ANALYZE publications_publication")

def test_plan(client):
    fill(20, 34)
    from django.db.models import F
    a = Publication.objects.filter(ancestors="/1/2/100/").first() or Publication.objects.order_by("pk").first()
    print(a.ancestors, Publication.objects.below(a).count())
    for name, q in {
      "below": Publication.objects.below(a),
      "public": Publication.objects.public().below(a),
      "locale": Publication.objects.public().filter(locale="de").below(a).order_by("page_id","pk")[:20],
      "locale kind": Publication.objects.public().filter(locale="de",kind="info",county="auental").below(a).order_by("page_id","pk")[:20],
      "any": Publication.objects.public().filter(locale=F("content_locale")).below(a).order_by("page_id","pk")[:20],
      "tree": Publication.objects.public().filter(locale="de").below(a).order_by("tree_path","pk")[:20],
      "count": Publication.objects.public().filter(locale="de").below(a).order_by(),
    }.items():
        print(name, "\n   ", q.only("pk").explain().replace("\n","\n    "))
