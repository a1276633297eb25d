from wagtail.snippets.models import register_snippet

from directory.offices.models import OfficeType, Speciality
from hub.taxonomy.wagtail_hooks import view_set

for term, icon in ((OfficeType, "home"), (Speciality, "plus-inverse")):
    register_snippet(view_set(term, icon))
