from django.db import migrations

# What Wagtail names in English when it is installed: (model, field, name, German name).
NAMES = [
    ("auth.Group", "name", "Editors", "Redaktion aller Seiten"),
    ("auth.Group", "name", "Moderators", "Freigabe aller Seiten"),
    ("wagtailcore.Workflow", "name", "Moderators approval", "Freigabe"),
    ("wagtailcore.Task", "name", "Moderators approval", "Freigabe"),
    ("wagtailcore.Page", "title", "Root", "Alle Seiten"),
    ("wagtailcore.Page", "draft_title", "Root", "Alle Seiten"),
    ("wagtailcore.Collection", "name", "Root", "Alle Sammlungen"),
]
TREES = {"wagtailcore.Page", "wagtailcore.Collection"}


def rename(apps, old, new):
    for names in NAMES:
        model, field = apps.get_model(names[0]), names[1]
        rows = model.objects.filter(depth=1) if names[0] in TREES else model.objects
        # A name that somebody has chosen stays; a group's is unique.
        if names[0] != "auth.Group" or not rows.filter(name=names[new]).exists():
            rows.filter(**{field: names[old]}).update(**{field: names[new]})


def to_german(apps, schema_editor):
    rename(apps, 2, 3)


def to_english(apps, schema_editor):
    rename(apps, 3, 2)


class Migration(migrations.Migration):
    dependencies = [("hub_rights", "0001_initial")]

    operations = [migrations.RunPython(to_german, to_english)]
