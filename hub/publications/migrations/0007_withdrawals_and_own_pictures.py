from django.db import migrations, models

LABELS = {"wagtailimages.image": "media.image", "wagtaildocs.document": "media.document"}


def relabel(labels):
    """Return a function that renames models in what publications show, and has all documents made anew."""

    def rename(apps, schema_editor):
        database = schema_editor.connection.alias
        for old, new in labels.items():
            apps.get_model("publications", "Dependency").objects.using(database).filter(model=old).update(model=new)
        if apps.get_model("publications", "Publication").objects.using(database).exists():
            apps.get_model("publications", "OutboxRow").objects.using(database).create(model="*", subtree=True)

    return rename


class Migration(migrations.Migration):
    dependencies = [
        ("publications", "0006_ancestors_indexes"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="outboxrow",
            index=models.Index(condition=models.Q(("withdraw", True)), fields=["page_id"], name="outbox_withdrawals"),
        ),
        migrations.RunPython(relabel(LABELS), relabel({new: old for old, new in LABELS.items()})),
    ]
