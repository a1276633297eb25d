from wagtail import hooks
from wagtail.snippets.models import register_snippet

from directory.offices.models import OfficeType, Speciality
from directory.offices.overlaps import add_panel
from hub.taxonomy.wagtail_hooks import view_set

for term, icon in ((OfficeType, "home"), (Speciality, "plus-inverse")):
    register_snippet(view_set(term, icon))
hooks.register("construct_homepage_panels", add_panel)
